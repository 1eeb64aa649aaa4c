// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QRawFont>
#include <QTest>
#include <QTextLayout>

using namespace Qt::StringLiterals;

class tst_Fonts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isTheApplicationFont();
    void hasTheWeights_data();
    void hasTheWeights();
    void figuresAreEquallyWide_data();
    void figuresAreEquallyWide();
    void drawsHindiBesideFigures();
    void showsTextAsItIsStored();

private:
    static QStringList familiesOf(const QString &text, const QString &family);
};

void tst_Fonts::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u"OpenType support missing"_s));
    QCOMPARE(Ghar::installFonts(), QStringList());
}

void tst_Fonts::isTheApplicationFont()
{
    QCOMPARE(QGuiApplication::font().family(), u"Inter Desk"_s);
    QCOMPARE(QGuiApplication::font().pixelSize(), 13);
    QCOMPARE(QFontInfo(QGuiApplication::font()).family(), u"Inter Desk"_s);
}

void tst_Fonts::hasTheWeights_data()
{
    QTest::addColumn<QString>("family");
    QTest::newRow("text") << u"Inter Desk"_s;
    QTest::newRow("figures") << u"Inter Tabular"_s;
}

void tst_Fonts::hasTheWeights()
{
    QFETCH(QString, family);
    for (const QFont::Weight weight : {QFont::Normal, QFont::Medium, QFont::DemiBold}) {
        QFont font(family);
        font.setWeight(weight);
        QCOMPARE(QFontInfo(font).family(), family);
        QCOMPARE(QFontInfo(font).weight(), int(weight));
    }
}

void tst_Fonts::figuresAreEquallyWide_data()
{
    QTest::addColumn<int>("weight");
    QTest::newRow("regular") << int(QFont::Normal);
    QTest::newRow("medium") << int(QFont::Medium);
    QTest::newRow("semibold") << int(QFont::DemiBold);
}

void tst_Fonts::figuresAreEquallyWide()
{
    QFETCH(int, weight);
    QFont font(u"Inter Tabular"_s);
    font.setPixelSize(13);
    font.setWeight(QFont::Weight(weight));
    const QFontMetricsF metrics(font);
    const qreal zeros = metrics.horizontalAdvance(u"₹0,00,000.00"_s);
    for (QChar digit = u'1'; digit <= u'9'; digit = QChar(digit.unicode() + 1)) {
        const QString text = u"₹0,00,000.00"_s.replace(u'0', digit);
        QCOMPARE(metrics.horizontalAdvance(text), zeros);
    }
}

QStringList tst_Fonts::familiesOf(const QString &text, const QString &family)
{
    QFont font(family);
    font.setPixelSize(13);
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QStringList families;
    for (const QGlyphRun &run : layout.glyphRuns()) {
        if (run.glyphIndexes().contains(0))
            families.append(u"missing glyph"_s);
        families.append(run.rawFont().familyName());
    }
    families.removeDuplicates();
    families.sort();
    return families;
}

void tst_Fonts::drawsHindiBesideFigures()
{
    const QStringList both{u"Inter Desk"_s, u"Noto Sans Devanagari"_s};
    QCOMPARE(familiesOf(u"किराया बकाया ₹1,23,456.00"_s, u"Inter Desk"_s), both);
    QCOMPARE(familiesOf(u"₹1,23,456.00"_s, u"Inter Desk"_s), QStringList{u"Inter Desk"_s});
    QCOMPARE(familiesOf(u"₹1,23,456.00"_s, u"Inter Tabular"_s), QStringList{u"Inter Tabular"_s});
    QCOMPARE(familiesOf(u"क्षेत्र"_s, u"Inter Desk"_s), QStringList{u"Noto Sans Devanagari"_s});
}

void tst_Fonts::showsTextAsItIsStored()
{
    // Inter draws "->" as one arrow; a moderator must see what was typed.
    QFont font(u"Inter Desk"_s);
    font.setPixelSize(13);
    const QFontMetricsF metrics(font);
    QVERIFY(metrics.horizontalAdvance(u"->"_s)
            > metrics.horizontalAdvance(u"-"_s) + metrics.horizontalAdvance(u">"_s) - 2);
    QTextLayout layout(u"2x3 -> 4"_s, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QRawFont raw = QRawFont::fromFont(font);
    QCOMPARE(layout.glyphRuns().constFirst().glyphIndexes(), raw.glyphIndexesForString(u"2x3 -> 4"_s));
}

QTEST_MAIN(tst_Fonts)
#include "tst_fonts.moc"

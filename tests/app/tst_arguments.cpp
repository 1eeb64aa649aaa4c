// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/arguments.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

static const QList<OptionSpec> &options()
{
    static const QList<OptionSpec> list{{u"file"_s, true, false, {}, u"FILE"_s},
                                        {u"where"_s, true, true, {}, u"CONDITION"_s},
                                        {u"json"_s, false, false, {}, {}}};
    return list;
}

class tst_Arguments : public QObject
{
    Q_OBJECT

private slots:
    void takesOptionsAnywhere_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("before") << QStringList{u"--json"_s, u"--file"_s, u"a b"_s, u"records"_s, u"list"_s};
        QTest::newRow("after") << QStringList{u"records"_s, u"list"_s, u"--file"_s, u"a b"_s, u"--json"_s};
        QTest::newRow("between") << QStringList{u"records"_s, u"--file=a b"_s, u"list"_s, u"--json"_s};
    }
    void takesOptionsAnywhere()
    {
        QFETCH(QStringList, arguments);
        const Result<Arguments> parsed = Arguments::parse(arguments, options());
        QVERIFY(parsed);
        QCOMPARE(parsed->words(), (QStringList{u"records"_s, u"list"_s}));
        QVERIFY(parsed->has(u"json"_s));
        QCOMPARE(parsed->value(u"file"_s), u"a b"_s);
        QVERIFY(!parsed->has(u"where"_s));
        QCOMPARE(parsed->value(u"where"_s, u"none"_s), u"none"_s);
    }

    void dashIsAValueWhereItIsANumber_data()
    {
        QTest::addColumn<QString>("argument");
        for (const char *number : {"-5", "-0.5", "-.5", "-77.02,28.4", "-77.02,-28.4", "-1e10", "-1E-3", "-"})
            QTest::newRow(number) << QString::fromLatin1(number);
    }
    void dashIsAValueWhereItIsANumber()
    {
        QFETCH(QString, argument);
        const Result<Arguments> word = Arguments::parse({u"near"_s, argument}, options());
        QVERIFY(word);
        QCOMPARE(word->words().last(), argument);
        const Result<Arguments> value = Arguments::parse({u"--file"_s, argument}, options());
        QVERIFY(value);
        QCOMPARE(value->value(u"file"_s), argument);
    }

    void repeatsOnlyWhatMayBeRepeated()
    {
        const Result<Arguments> twice = Arguments::parse({u"--where"_s, u"a=1"_s, u"--where=b=-2"_s}, options());
        QVERIFY(twice);
        QCOMPARE(twice->values(u"where"_s), (QStringList{u"a=1"_s, u"b=-2"_s}));
        QVERIFY(!Arguments::parse({u"--file=a"_s, u"--file=b"_s}, options()));
    }

    void twoDashesEndTheOptions()
    {
        const Result<Arguments> parsed = Arguments::parse({u"--json"_s, u"--"_s, u"--file"_s, u"-x"_s}, options());
        QVERIFY(parsed);
        QCOMPARE(parsed->words(), (QStringList{u"--file"_s, u"-x"_s}));
        QVERIFY(!parsed->has(u"file"_s));
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << QStringList{u"--nonsense"_s} << u"--nonsense"_s;
        QTest::newRow("unknown short") << QStringList{u"-x"_s} << u"-x"_s;
        QTest::newRow("no value") << QStringList{u"--file"_s} << u"--file FILE"_s;
        QTest::newRow("option for a value") << QStringList{u"--file"_s, u"--json"_s} << u"--file"_s;
        QTest::newRow("value for a switch") << QStringList{u"--json=yes"_s} << u"--json"_s;
        QTest::newRow("twice") << QStringList{u"--file=a"_s, u"--file=b"_s} << u"--file"_s;
        QTest::newRow("almost a number") << QStringList{u"-5x"_s} << u"-5x"_s;
        QTest::newRow("empty name") << QStringList{u"--="_s} << u"--="_s;
    }
    void namesWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const Result<Arguments> parsed = Arguments::parse(arguments, options());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::BadInput);
        QVERIFY2(parsed.error().userText.contains(named), qPrintable(parsed.error().userText));
    }
};

QTEST_GUILESS_MAIN(tst_Arguments)
#include "tst_arguments.moc"

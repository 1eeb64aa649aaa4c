// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/prescreen.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The flags of core-and-moderation.md 1.5.
class tst_Prescreen : public QObject
{
    Q_OBJECT

    static QMap<QString, Value> complete()
    {
        return {
            {u"title"_s, Value(u"Bright room"_s)},
            {u"description"_s, Value(u"Near the metro"_s)},
            {u"city"_s, Value(u"Gurugram"_s)},
            {u"locality"_s, Value(u"Sector 45"_s)},
            {u"sub_locality"_s, Value(u"Green Society"_s)},
            {u"bedrooms"_s, Value(u"2"_s)},
            {u"bathrooms"_s, Value(u"1"_s)},
            {u"main_image_url"_s, Value(u"https://media.example/1.jpg"_s)},
            {u"monthly_rent"_s, Value(u"15000.00"_s)},
            {u"base_price"_s, Value(u"15000.00"_s)},
            {u"features"_s, Value(u"[\"wifi\"]"_s)},
            {u"tags"_s, Value()},
            {u"listing_preferences"_s, Value(u"{\"gender_preference\":\"any\",\"sharing_type\":\"private_room\"}"_s)}};
    }
    static QStringList photos() { return {u"https://media.example/2.jpg"_s}; }

    static QStringList codes(const QList<PrescreenFlag> &flags)
    {
        QStringList list;
        for (const PrescreenFlag &flag : flags)
            list.append(flag.code + (flag.field.isEmpty() ? QString() : u':' + flag.field));
        return list;
    }

private slots:
    void findsNothingInACompleteListing() { QCOMPARE(prescreen(complete(), photos()), QList<PrescreenFlag>()); }

    void flagsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<QString>("term");
        const auto row = [](const char *name, const QString &field, const QString &value, const QStringList &codes,
                            const QString &term = {}) { QTest::newRow(name) << field << value << codes << term; };
        for (const char *name : {"title", "description", "city", "locality", "sub_locality", "bedrooms", "bathrooms"})
            row(name, QString::fromLatin1(name), u" "_s, {u"missing_key_field:"_s + QString::fromLatin1(name)});
        row("no preferences", u"listing_preferences"_s, QString(),
            {u"missing_key_field:gender_preference"_s, u"missing_key_field:sharing_type"_s});
        row("broken preferences", u"listing_preferences"_s, u"{\"gender"_s,
            {u"missing_key_field:gender_preference"_s, u"missing_key_field:sharing_type"_s});
        row("one photo", u"main_image_url"_s, u"https://media.example/2.jpg"_s, {u"missing_photos:image_urls"_s});
        row("no rent", u"monthly_rent"_s, u"0.00"_s, {u"suspicious_pricing:monthly_rent"_s});
        row("a million", u"monthly_rent"_s, u"1000000"_s, {u"suspicious_pricing:monthly_rent"_s});
        row("just below", u"monthly_rent"_s, u"999999.99"_s, {});
        row("the price stands for the rent", u"monthly_rent"_s, QString(), {});
        row("adult", u"title"_s, u"No CALL  girl here"_s, {u"adult_content:content"_s}, u"CALL  girl"_s);
        row("part of a word", u"title"_s, u"Cryptography books, betting"_s, {u"commercial_spam:content"_s},
            u"betting"_s);
        row("drugs", u"description"_s, u"illegal\ndrugs"_s, {u"illegal_substances:content"_s}, u"illegal\ndrugs"_s);
        row("once per family", u"description"_s, u"casino, crypto, betting"_s, {u"commercial_spam:content"_s},
            u"casino"_s);
        row("off platform", u"search_keywords"_s, u"whatsapp only"_s, {u"off_platform_spam:content"_s},
            u"whatsapp only"_s);
        row("in a feature list", u"features"_s, u"[\"casino\"]"_s, {u"commercial_spam:content"_s}, u"casino"_s);
        row("a feature that is there", u"features"_s, u"{\"casino\":true}"_s, {u"commercial_spam:content"_s},
            u"casino"_s);
        row("a feature that is not", u"features"_s, u"{\"casino\":false}"_s, {});
        row("in the preferences", u"listing_preferences"_s,
            u"{\"gender_preference\":\"any\",\"sharing_type\":\"private_room\",\"pets\":\"porn\"}"_s,
            {u"adult_content:content"_s}, u"porn"_s);
        // What moderation wrote before must not match itself.
        row("its own traces", u"listing_preferences"_s,
            u"{\"gender_preference\":\"any\",\"sharing_type\":\"private_room\",\"moderation_reason\":\"remove the "
            u"crypto "
            "mention\",\"ai_prescreen_flags\":[{\"matched_term\":\"casino\"}]}"_s,
            {});
    }
    void flagsWhatIsWrong()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QStringList, expected);
        QFETCH(QString, term);
        QMap<QString, Value> listing = complete();
        listing.insert(field, value.isNull() ? Value::null() : Value(value));
        const QList<PrescreenFlag> flags = prescreen(listing, photos());
        QCOMPARE(codes(flags), expected);
        if (!term.isEmpty())
            QCOMPARE(flags.first().matchedTerm, term);
        for (const PrescreenFlag &flag : flags)
            QVERIFY(!flag.reason.isEmpty());
    }

    void tellsWhatIsGrave()
    {
        QMap<QString, Value> listing = complete();
        listing.insert(u"title"_s, Value(u"casino escort"_s));
        for (const PrescreenFlag &flag : prescreen(listing, {}))
            QCOMPARE(flag.isHigh, flag.code != "commercial_spam"_L1);
    }

    void findsEveryMatchForHighlighting()
    {
        QCOMPARE(prescreenMatches(u"Casino and call girl"_s),
                 (QList<PrescreenMatch>{{0, 6, u"commercial_spam"_s}, {11, 9, u"adult_content"_s}}));
    }
};

QTEST_APPLESS_MAIN(tst_Prescreen)
#include "tst_prescreen.moc"

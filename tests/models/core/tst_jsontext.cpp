// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Changing one key of a JSON text leaves the rest of it to the letter.
class tst_JsonText : public QObject
{
    Q_OBJECT

private slots:
    void findsValues_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("found");
        const QString json =
            u"{ \"a\" : 1.50, \"b\":{\"c\":[1, {\"d\\\"e\":\"x,}]\"}],\"c2\":null} , \"a\":2e3, \"ü\":\"ह\"}"_s;
        QTest::newRow("whole") << u" [1] "_s << QStringList() << u"[1]"_s;
        QTest::newRow("bare") << u" 12 "_s << QStringList() << u"12"_s;
        QTest::newRow("the last of two") << json << QStringList{u"a"_s} << u"2e3"_s;
        QTest::newRow("nested") << json << QStringList{u"b"_s, u"c"_s} << u"[1, {\"d\\\"e\":\"x,}]\"}]"_s;
        QTest::newRow("in a list") << json << QStringList{u"b"_s, u"c"_s, u"0"_s} << u"1"_s;
        QTest::newRow("quoted key") << json << QStringList{u"b"_s, u"c"_s, u"1"_s, u"d\"e"_s} << u"\"x,}]\""_s;
        QTest::newRow("null") << json << QStringList{u"b"_s, u"c2"_s} << u"null"_s;
        QTest::newRow("other letters") << json << QStringList{u"ü"_s} << u"\"ह\""_s;
        QTest::newRow("missing") << json << QStringList{u"x"_s} << QString();
        QTest::newRow("beyond a list") << json << QStringList{u"b"_s, u"c"_s, u"2"_s} << QString();
        QTest::newRow("in a number") << json << QStringList{u"a"_s, u"b"_s} << QString();
        QTest::newRow("no JSON") << u"{\"a\":"_s << QStringList{u"a"_s} << QString();
        QTest::newRow("nothing") << QString() << QStringList{u"a"_s} << QString();
    }
    void findsValues()
    {
        QFETCH(QString, json);
        QFETCH(QStringList, path);
        QFETCH(QString, found);
        const TextSpan span = jsonSpan(json, path);
        QCOMPARE(span.isValid(), !found.isNull());
        if (span.isValid())
            QCOMPARE(json.mid(span.start, span.length), found);
    }

    void changesOneKeyAndNothingElse_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("changed");
        QTest::newRow("replaced") << u"{\"b\": 1.50 , \"a\":0.10}"_s << QStringList{u"a"_s} << QJsonValue(true)
                                  << u"{\"b\": 1.50 , \"a\":true}"_s;
        QTest::newRow("added") << u"{\"z\":12345678901234567890 }"_s << QStringList{u"a"_s} << QJsonValue(u"x\"y"_s)
                               << u"{\"z\":12345678901234567890,\"a\":\"x\\\"y\" }"_s;
        QTest::newRow("added to nothing") << u"{ }"_s << QStringList{u"a"_s} << QJsonValue(1) << u"{\"a\":1 }"_s;
        QTest::newRow("made") << QString() << QStringList{u"a"_s, u"b"_s} << QJsonValue(1) << u"{\"a\":{\"b\":1}}"_s;
        QTest::newRow("null") << u"null"_s << QStringList{u"a"_s} << QJsonValue(1) << u"{\"a\":1}"_s;
        QTest::newRow("null on the way") << u"{\"a\":null}"_s << QStringList{u"a"_s, u"b"_s} << QJsonValue(1)
                                         << u"{\"a\":{\"b\":1}}"_s;
        QTest::newRow("object on the way")
            << u"{\"x\":1}"_s << QStringList{u"a"_s, u"b"_s} << QJsonValue(1) << u"{\"x\":1,\"a\":{\"b\":1}}"_s;
        QTest::newRow("nested") << u"{\"a\":{\"c\":2},\"d\":3}"_s << QStringList{u"a"_s, u"b"_s} << QJsonValue(1)
                                << u"{\"a\":{\"c\":2,\"b\":1},\"d\":3}"_s;
        QTest::newRow("a list on the way")
            << u"{\"a\":[]}"_s << QStringList{u"a"_s, u"b"_s} << QJsonValue(1) << QString();
        QTest::newRow("no object") << u"[1]"_s << QStringList{u"a"_s} << QJsonValue(1) << QString();
        QTest::newRow("no JSON") << u"{a:1}"_s << QStringList{u"a"_s} << QJsonValue(1) << QString();
    }
    void changesOneKeyAndNothingElse()
    {
        QFETCH(QString, json);
        QFETCH(QStringList, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, changed);
        const Result<QString> text = withJsonMember(json, path, value);
        QCOMPARE(bool(text), !changed.isNull());
        if (text) {
            QCOMPARE(*text, changed);
            QCOMPARE(jsonMember(*text, path), value);
        } else {
            QVERIFY(!text.error().userText.isEmpty());
        }
    }

    void findsTheKeysThatDiffer()
    {
        QCOMPARE(jsonDifferences(u"{\"a\":1,\"b\":{\"c\":1,\"d\":2},\"e\":[1]}"_s,
                                 u"{\"b\":{\"d\":3,\"c\":1.0},\"e\":[2],\"f\":null}"_s),
                 (QList<QStringList>{{u"a"_s}, {u"b"_s, u"d"_s}, {u"e"_s}, {u"f"_s}}));
        QCOMPARE(jsonDifferences(u"{}"_s, QString()), QList<QStringList>());
    }

    void removesOneKeyAndNothingElse_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("changed");
        QTest::newRow("first") << u"{\"a\":1, \"b\": 2.0}"_s << QStringList{u"a"_s} << u"{\"b\": 2.0}"_s;
        QTest::newRow("last") << u"{\"b\": 2.0, \"a\":1}"_s << QStringList{u"a"_s} << u"{\"b\": 2.0}"_s;
        QTest::newRow("middle") << u"{\"b\":1, \"a\":1 , \"c\":3}"_s << QStringList{u"a"_s} << u"{\"b\":1 , \"c\":3}"_s;
        QTest::newRow("only") << u"{ \"a\":1 }"_s << QStringList{u"a"_s} << u"{  }"_s;
        QTest::newRow("twice") << u"{\"a\":1,\"b\":2,\"a\":3}"_s << QStringList{u"a"_s} << u"{\"b\":2}"_s;
        QTest::newRow("nested") << u"{\"x\":{\"a\":1,\"b\":2}}"_s << QStringList{u"x"_s, u"a"_s}
                                << u"{\"x\":{\"b\":2}}"_s;
        QTest::newRow("missing") << u"{\"b\":2}"_s << QStringList{u"a"_s} << u"{\"b\":2}"_s;
        QTest::newRow("no JSON") << u"{b"_s << QStringList{u"a"_s} << u"{b"_s;
    }
    void removesOneKeyAndNothingElse()
    {
        QFETCH(QString, json);
        QFETCH(QStringList, path);
        QFETCH(QString, changed);
        const Result<QString> text = withoutJsonMember(json, path);
        QVERIFY(text);
        QCOMPARE(*text, changed);
    }
};

QTEST_APPLESS_MAIN(tst_JsonText)
#include "tst_jsontext.moc"

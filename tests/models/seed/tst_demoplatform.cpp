// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"
#include "recordingsink.h"
#include "schema/schemareader.h"
#include "seed/demoplatform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The demo platform against the schema: whatever a strict database would refuse must not be generated.
class tst_DemoPlatform : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fillsEveryTable();
    void sendsEveryColumnInBatches();
    void namesOnlyRowsThatAreThere();
    void keepsTypesAndLengths();
    void keepsUniqueKeys_data();
    void keepsUniqueKeys();
    void showsEveryEnumValue();
    void showsEveryKnownValue();
    void repeatsByteForByte();
    void growsWithScale();
    void movesWithTheDay();
    void nothingWasMadeInTheFuture();
    void fitsOnDaysThatAreAwkward_data();
    void fitsOnDaysThatAreAwkward();
    void reportsAFailingSink();
    void refusesASchemaWithoutItsTables();
    void refusesNoScale();

private:
    [[nodiscard]] static QStringList duplicatesOf(const Schema &schema, const RecordingSink &sink);
    [[nodiscard]] QSet<QString> valuesOf(const QString &table, const QString &column) const;

    SchemaPtr m_schema = platformSchema();
    RecordingSink m_sink{*m_schema};
};

void tst_DemoPlatform::initTestCase()
{
    const Result<void> done = generateDemoPlatform(*m_schema, {}, m_sink);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
}

void tst_DemoPlatform::fillsEveryTable()
{
    QCOMPARE_GE(m_schema->tables().size(), 68);
    QStringList empty;
    for (const Table &table : m_schema->tables()) {
        if (m_sink.table(table.name).rows.isEmpty())
            empty.append(table.name);
    }
    QCOMPARE(empty, QStringList());
    QCOMPARE_GT(m_sink.rowCount(), 5000);
    QCOMPARE_LT(m_sink.rowCount(), 8000);
}

void tst_DemoPlatform::sendsEveryColumnInBatches()
{
    for (const Table &table : m_schema->tables()) {
        QStringList expected;
        for (const Column &column : table.columns) {
            if (!column.serverOnly)
                expected.append(column.name);
        }
        QCOMPARE(m_sink.table(table.name).columns, expected);
    }
    QCOMPARE_LE(m_sink.largestBatch, 500);
    QVERIFY(!m_sink.table(u"properties"_s).columns.contains(u"__ts_vector__"_s));
}

void tst_DemoPlatform::namesOnlyRowsThatAreThere()
{
    QCOMPARE(m_sink.violations, QStringList());
    QCOMPARE_GT(m_sink.updates, 50); // the cycles
}

void tst_DemoPlatform::keepsTypesAndLengths()
{
    static const QRegularExpression integer(u"^-?\\d{1,18}$"_s);
    static const QRegularExpression decimal(u"^-?\\d+(\\.\\d+)?$"_s);
    static const QRegularExpression instant(u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00$"_s);
    static const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    static const QRegularExpression point(u"^SRID=4326;POINT\\(7[67]\\.\\d+ 28\\.\\d+\\)$"_s);
    QStringList problems;
    for (const Table &table : m_schema->tables()) {
        const RecordingSink::Rows &rows = m_sink.table(table.name);
        for (qsizetype column = 0; column < rows.columns.size(); ++column) {
            const Column *rule = table.column(rows.columns.at(column));
            for (const QList<Value> &row : rows.rows) {
                const Value &value = row.at(column);
                const QString &text = value.text();
                bool fits = true;
                if (value.isNull()) {
                    fits = rule->nullable;
                } else {
                    fits = rule->length == 0 || text.size() <= rule->length;
                    if (rule->isUuidText || rule->type == ColumnType::Uuid)
                        fits = fits && uuid.match(text).hasMatch();
                    switch (rule->type) {
                    case ColumnType::Integer:
                        fits = fits && integer.match(text).hasMatch();
                        break;
                    case ColumnType::Float:
                        fits = fits && decimal.match(text).hasMatch();
                        break;
                    case ColumnType::Numeric:
                        fits = fits && decimal.match(text).hasMatch() && text.section(u'.', 1).size() <= rule->scale
                            && text.section(u'.', 0, 0).remove(u'-').size() <= rule->precision - rule->scale;
                        break;
                    case ColumnType::Boolean:
                        fits = text == "true"_L1 || text == "false"_L1;
                        break;
                    case ColumnType::Date:
                        fits = text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
                        break;
                    case ColumnType::DateTime:
                        fits =
                            instant.match(text).hasMatch() && QDate::fromString(text.left(10), Qt::ISODate).isValid();
                        break;
                    case ColumnType::Json:
                    case ColumnType::StringArray: {
                        QJsonParseError error;
                        const QByteArray bytes = u"[%1]"_s.arg(text).toUtf8(); // scalars are documents as well
                        fits = QJsonDocument::fromJson(bytes, &error).array().size() == 1;
                        break;
                    }
                    case ColumnType::Enum:
                        fits = m_schema->enumType(rule->enumName)->labels.contains(text);
                        break;
                    case ColumnType::GeographyPoint:
                        fits = point.match(text).hasMatch();
                        break;
                    case ColumnType::Vector:
                        fits = text.startsWith(u'[') && text.count(u',') == 767;
                        break;
                    default:
                        break;
                    }
                    if (rule->enumStorage == EnumStorage::TextWithCheck && m_schema->enumType(rule->enumName))
                        fits = fits && m_schema->enumType(rule->enumName)->labels.contains(text);
                }
                if (!fits && problems.size() < 20)
                    problems.append(u"%1.%2: %3"_s.arg(table.name, rule->name, value.isNull() ? u"NULL"_s : text));
            }
        }
    }
    QCOMPARE(problems, QStringList());
}

/// Whether a row falls under the condition of a partial key; the three forms that occur.
static bool isCovered(const QString &where, const RecordingSink::Rows &rows, qsizetype row, bool *understood)
{
    static const QRegularExpression nullTest(u"^(\\w+) IS (NOT )?NULL$"_s);
    static const QRegularExpression equalTest(u"^(\\w+) = '(\\w+)'$"_s);
    if (where.isEmpty())
        return true;
    if (const auto match = nullTest.match(where); match.hasMatch())
        return rows.at(row, match.captured(1)).isNull() == match.captured(2).isEmpty();
    if (const auto match = equalTest.match(where); match.hasMatch())
        return rows.text(row, match.captured(1)) == match.captured(2);
    *understood = false;
    return true;
}

QStringList tst_DemoPlatform::duplicatesOf(const Schema &schema, const RecordingSink &sink)
{
    QStringList duplicates;
    for (const Table &table : schema.tables()) {
        const RecordingSink::Rows &rows = sink.table(table.name);
        for (const UniqueKey &key : table.uniqueKeys) {
            QSet<QString> seen;
            for (qsizetype row = 0; row < rows.rows.size(); ++row) {
                bool understood = true;
                if (!isCovered(key.where, rows, row, &understood))
                    continue;
                if (!understood)
                    duplicates.append(u"%1: condition %2 is new to this test"_s.arg(table.name, key.where));
                QString joined;
                bool hasNull = false;
                for (const QString &column : key.columns) {
                    hasNull = hasNull || rows.at(row, column).isNull();
                    joined += rows.text(row, column) + u'\x1f';
                }
                if (hasNull)
                    continue; // NULL never equals NULL
                if (seen.contains(joined))
                    duplicates.append(u"%1 (%2): %3"_s.arg(table.name, key.columns.join(u", "_s), joined));
                seen.insert(joined);
            }
        }
    }
    return duplicates;
}

void tst_DemoPlatform::keepsUniqueKeys_data()
{
    QTest::addColumn<int>("scale");
    QTest::newRow("one block") << 1;
    QTest::newRow("three blocks") << 3;
}

void tst_DemoPlatform::keepsUniqueKeys()
{
    QFETCH(int, scale);
    RecordingSink sink(*m_schema);
    QVERIFY(generateDemoPlatform(*m_schema, {.scale = scale}, sink));
    QCOMPARE(duplicatesOf(*m_schema, sink), QStringList());
    QCOMPARE(sink.violations, QStringList());
}

QSet<QString> tst_DemoPlatform::valuesOf(const QString &table, const QString &column) const
{
    QSet<QString> values;
    const RecordingSink::Rows &rows = m_sink.table(table);
    for (qsizetype row = 0; row < rows.rows.size(); ++row)
        values.insert(rows.text(row, column));
    return values;
}

void tst_DemoPlatform::showsEveryEnumValue()
{
    QHash<QString, QSet<QString>> shown;
    for (const Table &table : m_schema->tables()) {
        for (const Column &column : table.columns) {
            if (!column.enumName.isEmpty() && !column.serverOnly)
                shown[column.enumName] += valuesOf(table.name, column.name);
        }
    }
    QStringList missing;
    for (const EnumType &type : m_schema->enums()) {
        // The declared kinds of AI jobs are unused, and enums inside JSON are looked at in tst_demostates.
        if (type.storage == EnumStorage::NotStored || type.storage == EnumStorage::Json)
            continue;
        QVERIFY2(shown.contains(type.name), qPrintable(type.name));
        for (const QString &label : type.labels) {
            if (!shown.value(type.name).contains(label))
                missing.append(type.name + u'.' + label);
        }
    }
    QCOMPARE(missing, QStringList());
}

void tst_DemoPlatform::showsEveryKnownValue()
{
    QStringList missing;
    for (const Table &table : m_schema->tables()) {
        for (const Column &column : table.columns) {
            if (column.knownValues.isEmpty())
                continue;
            const QSet<QString> values = valuesOf(table.name, column.name);
            for (const QString &known : column.knownValues) {
                if (!values.contains(known))
                    missing.append(u"%1.%2 = %3"_s.arg(table.name, column.name, known));
            }
        }
    }
    QCOMPARE(missing, QStringList());
}

void tst_DemoPlatform::repeatsByteForByte()
{
    RecordingSink again(*m_schema);
    QVERIFY(generateDemoPlatform(*m_schema, {}, again));
    QCOMPARE(again.fingerprint(), m_sink.fingerprint());
    RecordingSink other(*m_schema);
    QVERIFY(generateDemoPlatform(*m_schema, {.today = DemoOptions().today.addDays(1)}, other));
    QVERIFY(other.fingerprint() != m_sink.fingerprint());
}

void tst_DemoPlatform::growsWithScale()
{
    RecordingSink large(*m_schema);
    QVERIFY(generateDemoPlatform(*m_schema, {.scale = 3}, large));
    QCOMPARE_GT(large.rowCount() * 10, m_sink.rowCount() * 28);
    QCOMPARE_LE(large.rowCount(), m_sink.rowCount() * 3);
    for (const QString &table : {u"users"_s, u"properties"_s, u"leases"_s, u"tours"_s, u"bank_auctions"_s})
        QCOMPARE(large.table(table).rows.size(), m_sink.table(table).rows.size() * 3);
    for (const QString &table : {u"amenities"_s, u"app_catalogs"_s, u"faqs"_s})
        QCOMPARE(large.table(table).rows.size(), m_sink.table(table).rows.size());
    // A larger platform begins like the small one.
    QCOMPARE(large.table(u"users"_s).rows.first(), m_sink.table(u"users"_s).rows.first());
}

void tst_DemoPlatform::movesWithTheDay()
{
    constexpr int days = 400;
    RecordingSink later(*m_schema);
    QVERIFY(generateDemoPlatform(*m_schema, {.today = DemoOptions().today.addDays(days)}, later));
    for (const QString &table : {u"users"_s, u"user_reports"_s, u"bookings"_s}) {
        const QDate before = QDate::fromString(m_sink.table(table).text(0, u"created_at").left(10), Qt::ISODate);
        const QDate after = QDate::fromString(later.table(table).text(0, u"created_at").left(10), Qt::ISODate);
        QCOMPARE(before.daysTo(after), days);
    }
    QCOMPARE(later.table(u"users"_s).text(5, u"full_name"), m_sink.table(u"users"_s).text(5, u"full_name"));
}

void tst_DemoPlatform::nothingWasMadeInTheFuture()
{
    // Noon in India on the day it is made for.
    const QString now = instantText(QDateTime(DemoOptions().today, QTime(6, 30), Qt::UTC));
    QStringList late;
    for (const Table &table : m_schema->tables()) {
        const RecordingSink::Rows &rows = m_sink.table(table.name);
        for (qsizetype column = 0; column < rows.columns.size(); ++column) {
            if (rows.columns.at(column) != "created_at"_L1 && rows.columns.at(column) != "updated_at"_L1)
                continue;
            for (const QList<Value> &row : rows.rows) {
                if (row.at(column).text() > now)
                    late.append(table.name + u'.' + rows.columns.at(column) + u' ' + row.at(column).text());
            }
        }
    }
    QVERIFY2(late.isEmpty(), qPrintable(late.join(u'\n')));
    QStringList early;
    for (const Table &table : m_schema->tables()) {
        const RecordingSink::Rows &rows = m_sink.table(table.name);
        const qsizetype made = rows.columns.indexOf(u"created_at"_s);
        const qsizetype changed = rows.columns.indexOf(u"updated_at"_s);
        if (made < 0 || changed < 0)
            continue;
        for (const QList<Value> &row : rows.rows) {
            if (!row.at(changed).isNull() && row.at(changed).text() < row.at(made).text())
                early.append(table.name + u' ' + row.at(changed).text());
        }
    }
    QVERIFY2(early.isEmpty(), qPrintable(early.join(u'\n')));
}

void tst_DemoPlatform::fitsOnDaysThatAreAwkward_data()
{
    QTest::addColumn<QDate>("today");
    QTest::newRow("first of a month") << QDate(2026, 11, 1);
    QTest::newRow("end of a month") << QDate(2026, 8, 31);
    QTest::newRow("leap day") << QDate(2028, 2, 29);
    QTest::newRow("first of a year") << QDate(2027, 1, 1);
    QTest::newRow("last of a year") << QDate(2026, 12, 31);
}

void tst_DemoPlatform::fitsOnDaysThatAreAwkward()
{
    QFETCH(QDate, today);
    RecordingSink sink(*m_schema);
    QVERIFY(generateDemoPlatform(*m_schema, {.today = today}, sink));
    QCOMPARE(sink.violations, QStringList());
    QCOMPARE(duplicatesOf(*m_schema, sink), QStringList());
    const QString latest = today.addDays(1).toString(Qt::ISODate);
    for (const Table &table : m_schema->tables()) {
        const RecordingSink::Rows &rows = sink.table(table.name);
        if (!rows.columns.contains(u"created_at"_s))
            continue;
        for (qsizetype row = 0; row < rows.rows.size(); ++row)
            QVERIFY2(rows.text(row, u"created_at") < latest,
                     qPrintable(table.name + u' ' + rows.text(row, u"created_at")));
    }
}

void tst_DemoPlatform::reportsAFailingSink()
{
    RecordingSink sink(*m_schema);
    sink.failAfter = 3;
    const Result<void> done = generateDemoPlatform(*m_schema, {}, sink);
    QVERIFY(!done);
    QCOMPARE(int(done.error().kind), int(ErrorKind::DiskFull));
    QCOMPARE(sink.inserts, 4); // nothing was sent after the refusal
    QCOMPARE(sink.updates, 0);
}

void tst_DemoPlatform::refusesASchemaWithoutItsTables()
{
    QList<Table> tables = m_schema->tables();
    for (Table &table : tables) {
        if (table.name == "faqs"_L1)
            table.columns.removeIf([](const Column &column) { return column.name == "question"_L1; });
    }
    const Schema narrower(m_schema->modules(), tables, m_schema->enums(), m_schema->jsonShapes());
    RecordingSink sink(narrower);
    const Result<void> done = generateDemoPlatform(narrower, {}, sink);
    QVERIFY(!done);
    QCOMPARE(done.error().detail, u"faqs.question does not exist"_s);
}

void tst_DemoPlatform::refusesNoScale()
{
    RecordingSink sink(*m_schema);
    const Result<void> done = generateDemoPlatform(*m_schema, {.scale = 0}, sink);
    QVERIFY(!done);
    QCOMPARE(sink.inserts, 0);
}

QTEST_GUILESS_MAIN(tst_DemoPlatform)

#include "tst_demoplatform.moc"

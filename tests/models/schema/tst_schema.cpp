// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/rowlabel.h"
#include "schema/schemareader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

const auto shippedFolder = u":/ghar/schema"_s;

QStringList texts(const QJsonValue &list)
{
    QStringList result;
    for (const QJsonValue element : list.toArray())
        result.append(element.toString());
    return result;
}

/// One line of JSON for any value, so that differences can be read.
QString line(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

QString yes(bool on)
{
    return on ? u"yes"_s : u"no"_s;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QString spelling(ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
        return u"integer"_s;
    case ColumnType::String:
        return u"string"_s;
    case ColumnType::Text:
        return u"text"_s;
    case ColumnType::Boolean:
        return u"boolean"_s;
    case ColumnType::Numeric:
        return u"numeric"_s;
    case ColumnType::Float:
        return u"float"_s;
    case ColumnType::Date:
        return u"date"_s;
    case ColumnType::DateTime:
        return u"datetime_tz"_s;
    case ColumnType::Json:
        return u"json"_s;
    case ColumnType::StringArray:
        return u"string_array"_s;
    case ColumnType::Enum:
        return u"enum"_s;
    case ColumnType::GeographyPoint:
        return u"geography_point"_s;
    case ColumnType::TextSearchVector:
        return u"tsvector"_s;
    case ColumnType::Uuid:
        return u"uuid"_s;
    case ColumnType::Vector:
        return u"vector"_s;
    }
    return {};
}

QString spelling(EnumStorage storage)
{
    switch (storage) {
    case EnumStorage::ServerType:
        return u"pg_enum"_s;
    case EnumStorage::TextWithCheck:
        return u"string_check"_s;
    case EnumStorage::Text:
        return u"string"_s;
    case EnumStorage::Json:
        return u"json"_s;
    case EnumStorage::NotStored:
        return u"not_stored"_s;
    }
    return {};
}

QString spelling(DeleteRule rule)
{
    switch (rule) {
    case DeleteRule::Cascade:
        return u"CASCADE"_s;
    case DeleteRule::SetNull:
        return u"SET NULL"_s;
    case DeleteRule::NoAction:
        return u"NO ACTION"_s;
    }
    return {};
}

QString spelling(Sensitivity sensitivity)
{
    switch (sensitivity) {
    case Sensitivity::None:
        return {};
    case Sensitivity::Personal:
        return u"personal"_s;
    case Sensitivity::Identity:
        return u"identity"_s;
    case Sensitivity::Secret:
        return u"secret"_s;
    }
    return {};
}

QString spelling(KeyGeneration generation)
{
    switch (generation) {
    case KeyGeneration::Sequence:
        return u"sequence"_s;
    case KeyGeneration::IdentityAlways:
        return u"identity_always"_s;
    case KeyGeneration::Client:
        return u"client_uuid_text"_s;
    case KeyGeneration::ClientOrServerUuid:
        return u"client_or_server_uuid_text"_s;
    case KeyGeneration::None:
        return u"none"_s;
    }
    return {};
}

QString spelling(SeedPath::Kind kind)
{
    switch (kind) {
    case SeedPath::Kind::None:
        return u"none"_s;
    case SeedPath::Kind::Flag:
        return u"flag"_s;
    case SeedPath::Kind::Inherited:
        return u"inherited"_s;
    case SeedPath::Kind::Weak:
        return u"weak"_s;
    }
    return {};
}

// The facts of one thing as a line of text, once from the desk's values and once from the catalogue.

QString described(const Column &column)
{
    return QStringList{
        column.name,
        spelling(column.type),
        u"length %1"_s.arg(column.length),
        u"numeric %1 %2"_s.arg(column.precision).arg(column.scale),
        u"nullable "_s + yes(column.nullable),
        u"enum %1 %2"_s.arg(column.enumName, column.enumName.isEmpty() ? QString() : spelling(column.enumStorage)),
        u"default "_s + line(column.defaultValue),
        u"server default "_s + line(column.serverDefault),
        u"on update "_s + yes(column.setOnUpdate),
        u"uuid text "_s + yes(column.isUuidText),
        u"sensitivity "_s + spelling(column.sensitivity),
        u"json %1 %2"_s.arg(column.jsonRoot, column.jsonShape),
        u"known "_s + column.knownValues.join(u','),
        u"server type "_s + column.serverType,
        u"server only "_s + yes(column.serverOnly)}
        .join(u"; "_s);
}

/// Values of CHECKs that the catalogue does not call an enum, and the one enum that has too few values for its column.
QStringList knownValuesOf(const QString &tableName, const QString &columnName, const QJsonObject &column)
{
    if (tableName == "conversations"_L1 && columnName == "source"_L1)
        return {u"listing_interest"_s, u"profile_match"_s, u"booking_inquiry"_s,
                u"property_inquiry"_s, u"lease_inquiry"_s, u"other"_s};
    if (tableName == "conversation_participants"_L1 && columnName == "role"_L1)
        return {u"member"_s, u"admin"_s};
    if (tableName == "device_tokens"_L1 && columnName == "platform"_L1)
        return {u"android"_s, u"ios"_s, u"web"_s};
    return texts(column.value("known_values"_L1));
}

QString describedColumn(const QString &tableName, const QJsonObject &column)
{
    const QString name = column.value("name"_L1).toString();
    QString type = column.value("type"_L1).toString();
    if (type == "bigint"_L1)
        type = u"integer"_s;
    const QJsonObject server = column.value("pg"_L1).toObject();
    const bool nullable = column.value("nullable"_L1).toBool() && server.value("nullable"_L1).toBool(true);
    QString enumName = column.value("enum"_L1).toString();
    if (tableName == "conversations"_L1 && name == "source"_L1)
        enumName.clear();
    return QStringList{
        name,
        type,
        u"length %1"_s.arg(column.value("length"_L1).toInt()),
        u"numeric %1 %2"_s.arg(column.value("precision"_L1).toInt()).arg(column.value("scale"_L1).toInt()),
        u"nullable "_s + yes(nullable),
        u"enum %1 %2"_s.arg(enumName, enumName.isEmpty() ? QString() : column.value("enum_storage"_L1).toString()),
        u"default "_s + line(column.value("default"_L1)),
        u"server default "_s + line(column.value("server_default"_L1)),
        u"on update "_s + yes(column.value("on_update"_L1) == "now"_L1),
        u"uuid text "_s + yes(column.value("format"_L1) == "uuid"_L1),
        u"sensitivity "_s + column.value("sensitivity"_L1).toString(),
        u"json %1 %2"_s.arg(column.value("json_root"_L1).toString(), column.value("json_shape"_L1).toString()),
        u"known "_s + knownValuesOf(tableName, name, column).join(u','),
        u"server type "_s + server.value("type"_L1).toString(),
        u"server only "_s + yes(type == "tsvector"_L1)}
        .join(u"; "_s);
}

QString described(const ForeignKey &key)
{
    return u"%1 -> %2 (%3) %4"_s.arg(key.columns.join(u','), key.refTable, key.refColumns.join(u','),
                                     spelling(key.onDelete));
}

QString describedForeignKey(const QJsonObject &key)
{
    return u"%1 -> %2 (%3) %4"_s.arg(texts(key.value("columns"_L1)).join(u','), key.value("ref_table"_L1).toString(),
                                     texts(key.value("ref_columns"_L1)).join(u','),
                                     key.value("on_delete"_L1).toString());
}

QString describedIndex(const QString &name, const QJsonObject &index)
{
    return u"%1 (%2) %3 where %4 desc %5"_s.arg(name, texts(index.value("columns"_L1)).join(u','),
                                                index.value("method"_L1).toString(), index.value("where"_L1).toString(),
                                                texts(index.value("descending"_L1)).join(u','));
}

/// The identity provider's accounts are outside the platform's tables, so keys to them are loose references here.
const auto accountsTable = u"auth.users"_s;

Result<SchemaPtr> readChanged(const QString &fileName, const QByteArray &before, const QByteArray &after)
{
    QTemporaryDir folder;
    const QDir shipped(shippedFolder);
    for (const QString &name : shipped.entryList(QDir::Files)) {
        QFile source(shipped.filePath(name));
        QFile copy(folder.filePath(name));
        if (!source.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly))
            return Error{ErrorKind::Unknown, u"cannot copy %1"_s.arg(name), {}};
        QByteArray content = source.readAll();
        if (name == fileName) {
            const qsizetype position = content.indexOf(before);
            if (position < 0)
                return Error{ErrorKind::Unknown, u"%1 does not hold what the test replaces"_s.arg(name), {}};
            content.replace(position, before.size(), after);
        }
        copy.write(content);
    }
    return readSchema(folder.path());
}

} // namespace

class tst_Schema : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void countsAreThoseOfThePlatform();
    void modulesKeepTheSeedOrder();
    void enumsAgreeWithTheCatalogue_data();
    void enumsAgreeWithTheCatalogue();
    void jsonShapesAgreeWithTheCatalogue();
    void tablesAgreeWithTheCatalogue_data();
    void tablesAgreeWithTheCatalogue();

    void moneyIsRupees();
    void tablesReadWell_data();
    void tablesReadWell();
    void listsStartWithAnIndex();
    void findsByName();
    void platformSchemaIsShared();

    void namesWhatIsBroken_data();
    void namesWhatIsBroken();
    void refusesMissingFiles();

    void parsesRowLabels_data();
    void parsesRowLabels();
    void refusesRowLabels_data();
    void refusesRowLabels();

private:
    SchemaPtr m_schema;
    QJsonObject m_catalogue;
    QList<QJsonObject> m_tables; ///< of the catalogue, those beyond the ORM last
};

void tst_Schema::initTestCase()
{
    const Result<SchemaPtr> schema = readSchema(shippedFolder);
    QVERIFY2(schema.hasValue(), schema ? "" : qPrintable(schema.error().userText));
    m_schema = *schema;

    QFile file(QStringLiteral(GHAR_TEST_DATA) + u"/schema/catalogue.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_catalogue = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue module : m_catalogue.value("modules"_L1).toArray()) {
        for (const QJsonValue table : module["tables"_L1].toArray())
            m_tables.append(table.toObject());
    }
    QCOMPARE(m_tables.size(), 68);
    for (const QJsonValue table : m_catalogue.value("beyond_orm"_L1)["tables"_L1].toArray())
        m_tables.append(table.toObject());
}

void tst_Schema::countsAreThoseOfThePlatform()
{
    int tables = 0, columns = 0, keys = 0, cascades = 0, setNulls = 0, noActions = 0;
    int uniqueKeys = 0, checks = 0, advisedChecks = 0, indexes = 0, jsonColumns = 0;
    for (const Table &table : m_schema->tables()) {
        if (table.beyondOrm)
            continue;
        ++tables;
        columns += int(table.columns.size());
        uniqueKeys += int(table.uniqueKeys.size());
        indexes += int(table.indexes.size());
        for (const Check &check : table.checks)
            ++(check.advised ? advisedChecks : checks);
        for (const Column &column : table.columns)
            jsonColumns += column.jsonShape.isEmpty() ? 0 : 1;
        for (const ForeignKey &key : table.foreignKeys) {
            ++keys;
            cascades += key.onDelete == DeleteRule::Cascade ? 1 : 0;
            setNulls += key.onDelete == DeleteRule::SetNull ? 1 : 0;
            noActions += key.onDelete == DeleteRule::NoAction ? 1 : 0;
        }
    }
    QCOMPARE(m_schema->modules().size(), 17 + 1);
    QCOMPARE(tables, 68);
    QCOMPARE(m_schema->tables().size(), 68 + 8);
    QCOMPARE(columns, 953);
    QCOMPARE(keys, 118);
    QCOMPARE(cascades, 73);
    QCOMPARE(setNulls, 36);
    QCOMPARE(noActions, 9);
    QCOMPARE(m_schema->enums().size(), 62 + 1);
    QCOMPARE(uniqueKeys, 42 - 1); // one is obsolete
    QCOMPARE(checks, 10);
    QCOMPARE(advisedChecks, 11);
    QCOMPARE(indexes, 206);
    QCOMPARE(jsonColumns, 66);
}

void tst_Schema::modulesKeepTheSeedOrder()
{
    QStringList expected;
    for (const QJsonValue module : m_catalogue.value("modules"_L1).toArray()) {
        expected.append(u"module "_s + module["name"_L1].toString());
        for (const QJsonValue table : module["tables"_L1].toArray())
            expected.append(table["table"_L1].toString());
    }
    expected.append(u"module platform"_s);
    for (const QJsonValue table : m_catalogue.value("beyond_orm"_L1)["tables"_L1].toArray())
        expected.append(table["table"_L1].toString());

    QStringList actual;
    QStringList tableNames;
    for (const Module &module : m_schema->modules()) {
        actual.append(u"module "_s + module.name);
        actual.append(module.tables);
        tableNames.append(module.tables);
    }
    QCOMPARE(actual, expected);

    QStringList inOrder;
    for (const Table &table : m_schema->tables())
        inOrder.append(table.name);
    QCOMPARE(inOrder, tableNames);
}

void tst_Schema::enumsAgreeWithTheCatalogue_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("expected");
    for (const QJsonObject &enums :
         {m_catalogue.value("enums"_L1).toObject(), m_catalogue.value("beyond_orm"_L1)["enums"_L1].toObject()}) {
        for (auto it = enums.constBegin(); it != enums.constEnd(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key() << it.value().toObject();
    }
}

void tst_Schema::enumsAgreeWithTheCatalogue()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, expected);
    const EnumType *type = m_schema->enumType(name);
    QVERIFY(type);
    QCOMPARE(type->values, texts(expected.value("values"_L1)));
    QCOMPARE(type->labels, texts(expected.value(expected.contains("db_labels"_L1) ? "db_labels"_L1 : "values"_L1)));
    QCOMPARE(spelling(type->storage), expected.value("storage"_L1).toString());
    QCOMPARE(type->serverType, expected.value("pg_enum"_L1).toString());
}

void tst_Schema::jsonShapesAgreeWithTheCatalogue()
{
    const QJsonObject expected = m_catalogue.value("json_shapes"_L1).toObject();
    QCOMPARE(m_schema->jsonShapes().size(), expected.size());
    for (const JsonShape &shape : m_schema->jsonShapes()) {
        const QJsonObject object = expected.value(shape.name).toObject();
        QVERIFY2(!object.isEmpty(), qPrintable(shape.name));
        QCOMPARE(shape.root, object.value("root"_L1).toString());
        QCOMPARE(shape.confidence, object.value("confidence"_L1).toString());
        QStringList actualKeys;
        for (const JsonKey &key : shape.keys)
            actualKeys.append(u"%1: %2 %3 %4"_s.arg(key.key, key.type, yes(key.required), key.when));
        QStringList expectedKeys;
        for (const QJsonValue key : object.value("keys"_L1).toArray()) {
            expectedKeys.append(u"%1: %2 %3 %4"_s.arg(key["key"_L1].toString(), key["type"_L1].toString(),
                                                      yes(key["required"_L1].toBool()), key["when"_L1].toString()));
        }
        QCOMPARE(actualKeys, expectedKeys);
    }
}

void tst_Schema::tablesAgreeWithTheCatalogue_data()
{
    QTest::addColumn<QJsonObject>("expected");
    for (const QJsonObject &table : std::as_const(m_tables))
        QTest::newRow(qPrintable(table.value("table"_L1).toString())) << table;
}

void tst_Schema::tablesAgreeWithTheCatalogue()
{
    QFETCH(QJsonObject, expected);
    const QString name = expected.value("table"_L1).toString();
    const Table *table = m_schema->table(name);
    QVERIFY(table);

    QStringList actualColumns, expectedColumns;
    for (const Column &column : table->columns)
        actualColumns.append(described(column));
    for (const QJsonValue column : expected.value("columns"_L1).toArray())
        expectedColumns.append(describedColumn(name, column.toObject()));
    QCOMPARE(actualColumns, expectedColumns);

    QCOMPARE(table->primaryKey, texts(expected.value("pk"_L1)));
    const QString kind = expected.value("pk_kind"_L1).toString();
    const KeyKind uuidKind = table->beyondOrm ? KeyKind::Uuid : KeyKind::UuidText;
    QCOMPARE(table->keyKind, kind == "integer"_L1 ? KeyKind::Integer : kind == "text"_L1 ? KeyKind::Text : uuidKind);
    QString generation = expected.value("pk_generated"_L1).toString();
    if (generation == "server_uuid"_L1)
        generation = u"client_or_server_uuid_text"_s;
    else if (generation.startsWith("none"_L1))
        generation = u"none"_s;
    QCOMPARE(spelling(table->keyGeneration), generation);

    QStringList actualKeys, expectedKeys, expectedReferences;
    for (const ForeignKey &key : table->foreignKeys)
        actualKeys.append(described(key));
    for (const QJsonValue key : expected.value("foreign_keys"_L1).toArray()) {
        if (key["ref_table"_L1] == accountsTable)
            expectedReferences.append(key["columns"_L1][0].toString() + u" -> users.supabase_user_id"_s);
        else
            expectedKeys.append(describedForeignKey(key.toObject()));
    }
    QCOMPARE(actualKeys, expectedKeys);

    QStringList actualReferences;
    for (const LooseReference &reference : table->looseReferences)
        actualReferences.append(u"%1 -> %2.%3"_s.arg(reference.column, reference.refTable, reference.refColumn));
    for (const QJsonValue reference : expected.value("references_without_fk"_L1).toArray()) {
        // A tour that is only mentioned inside an address cannot be followed by value.
        if (const QString column = reference["ref_column"_L1].toString(); !column.contains(u' '))
            expectedReferences.append(
                u"%1 -> %2.%3"_s.arg(reference["column"_L1].toString(), reference["ref_table"_L1].toString(), column));
    }
    QCOMPARE(actualReferences, expectedReferences);

    QStringList actualUnique, expectedUnique;
    for (const UniqueKey &key : table->uniqueKeys)
        actualUnique.append(u"%1 (%2) where %3"_s.arg(key.name, key.columns.join(u','), key.where));
    for (const QJsonValue key : expected.value("unique"_L1).toArray()) {
        if (!key["obsolete"_L1].toBool())
            expectedUnique.append(u"%1 (%2) where %3"_s.arg(
                key["name"_L1].toString(), texts(key["columns"_L1]).join(u','), key["where"_L1].toString()));
    }
    QCOMPARE(actualUnique, expectedUnique);

    QStringList actualChecks, expectedChecks;
    for (const Check &check : table->checks)
        actualChecks.append(u"%1: %2 %3"_s.arg(check.name, check.expression, yes(check.advised)));
    for (const bool advised : {false, true}) {
        const auto key = advised ? "advised_checks"_L1 : "checks"_L1;
        for (const QJsonValue check : expected.value(key).toArray())
            expectedChecks.append(
                u"%1: %2 %3"_s.arg(check["name"_L1].toString(), check["expression"_L1].toString(), yes(advised)));
    }
    QCOMPARE(actualChecks, expectedChecks);

    QStringList actualIndexes, expectedIndexes, names;
    for (const Index &index : table->indexes)
        actualIndexes.append(u"%1 (%2) %3 where %4 desc %5"_s.arg(index.name, index.columns.join(u','), index.method,
                                                                  index.where, index.descending.join(u',')));
    for (const QJsonValue index : expected.value("indexes"_L1).toArray()) {
        // An index that has no name of its own, or that of another one, is named as the ORM would.
        QString indexName = index["name"_L1].toString();
        if (indexName.isEmpty() || names.contains(indexName))
            indexName = u"ix_%1_%2"_s.arg(name, texts(index["columns"_L1]).join(u'_'));
        names.append(indexName);
        expectedIndexes.append(describedIndex(indexName, index.toObject()));
    }
    QCOMPARE(actualIndexes, expectedIndexes);

    QStringList through;
    for (const QString &step : texts(expected.value("seed"_L1)["through"_L1]))
        through.append(step.section(u" ->"_s, 0, 0));
    QCOMPARE(spelling(table->seed.kind), expected.value("seed"_L1)["kind"_L1].toString(u"none"_s));
    QCOMPARE(table->seed.through, through);
    QCOMPARE(table->seed.flagColumn, expected.value("seed"_L1)["column"_L1].toString());
}

void tst_Schema::moneyIsRupees()
{
    QStringList neither;
    static const QRegularExpression amount(
        u"(amount|price|rent|cost|deposit|budget|charges$|rate_per|daily_rate|fee)"_s);
    static const QRegularExpression measure(
        u"(area|limit|height|coverage|setback|tude$|score|percentage|rate_value)"_s);
    for (const Table &table : m_schema->tables()) {
        for (const Column &column : table.columns) {
            if (column.type != ColumnType::Numeric && column.type != ColumnType::Float)
                continue;
            const bool looksLikeMoney = amount.match(column.name).hasMatch() && !measure.match(column.name).hasMatch();
            if (looksLikeMoney != column.isMoney)
                neither.append(table.name + u'.' + column.name);
            if (column.isMoney)
                QVERIFY2(column.unit.isEmpty(), qPrintable(column.name));
        }
    }
    QCOMPARE(neither, QStringList());
    QCOMPARE(m_schema->table(u"leases")->column(u"late_fee_percentage")->unit, u"%"_s);
    QCOMPARE(m_schema->table(u"properties")->column(u"area_sqft")->unit, u"sq ft"_s);
}

void tst_Schema::tablesReadWell_data()
{
    QTest::addColumn<QString>("name");
    for (const Table &table : m_schema->tables())
        QTest::newRow(qPrintable(table.name)) << table.name;
}

void tst_Schema::tablesReadWell()
{
    QFETCH(QString, name);
    const Table *table = m_schema->table(name);
    static const QRegularExpression sentenceCase(u"^[A-Z0-9][^_]*$"_s);
    QVERIFY(sentenceCase.match(table->label).hasMatch());
    QVERIFY(sentenceCase.match(table->labelOne).hasMatch());
    QVERIFY(table->description.endsWith(u'.'));
    const auto sameLabel = [table](const Table &other) { return other.label == table->label; };
    QCOMPARE(std::count_if(m_schema->tables().cbegin(), m_schema->tables().cend(), sameLabel), 1);
    for (const Column &column : table->columns)
        QVERIFY2(sentenceCase.match(column.label).hasMatch(), qPrintable(column.label));

    // A list is read from left to right and fits a window: not more columns than that, and no long or binary ones.
    QVERIFY(table->defaultColumns.size() >= qMin<qsizetype>(2, table->columns.size()));
    QVERIFY(table->defaultColumns.size() <= 9);
    for (const QString &columnName : table->defaultColumns) {
        const Column *column = table->column(columnName);
        QVERIFY2(column->type != ColumnType::Json && column->type != ColumnType::Vector
                     && column->type != ColumnType::TextSearchVector && column->sensitivity != Sensitivity::Secret,
                 qPrintable(columnName));
    }
}

void tst_Schema::listsStartWithAnIndex()
{
    QStringList unindexed;
    for (const Table &table : m_schema->tables()) {
        QStringList leading{table.primaryKey.first()};
        for (const Index &index : table.indexes) {
            if (index.where.isEmpty())
                leading.append(index.columns.first());
        }
        for (const UniqueKey &key : table.uniqueKeys) {
            if (key.where.isEmpty())
                leading.append(key.columns.first());
        }
        if (!leading.contains(table.defaultOrder.first().column))
            unindexed.append(table.name);
    }
    // Both are small, and nobody looks for them by number.
    QCOMPARE(sorted(unindexed), QStringList({u"agents"_s, u"tours"_s}));
}

void tst_Schema::findsByName()
{
    QVERIFY(!m_schema->table(u"no_such_table"));
    QVERIFY(!m_schema->enumType(u"NoSuchEnum"));
    QVERIFY(!m_schema->jsonShape(u"leases.no_such_column"));
    QCOMPARE(m_schema->module(u"pm_leases")->tables, QStringList{u"leases"_s});
    const Table *leases = m_schema->table(u"leases");
    QVERIFY(!leases->column(u"no_such_column"));
    QCOMPARE(leases->foreignKeyOf(u"tenant_user_id")->refTable, u"users"_s);
    QVERIFY(!leases->foreignKeyOf(u"status"));
    QCOMPARE(leases->column(u"status")->serverType, u"lease_status"_s);
    QStringList referrers;
    for (const Schema::Referrer &referrer : m_schema->referrersOf(u"leases"))
        referrers.append(referrer.table->name);
    QCOMPARE(sorted(referrers),
             QStringList({u"documents"_s, u"inspection_checklists"_s, u"maintenance_requests"_s, u"properties"_s,
                          u"rent_charges"_s, u"rent_payments"_s}));
}

void tst_Schema::platformSchemaIsShared()
{
    QVERIFY(platformSchema());
    QCOMPARE(platformSchema()->tables().size(), m_schema->tables().size());
    QCOMPARE(platformSchema(), platformSchema());
}

void tst_Schema::namesWhatIsBroken_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("names");

    const auto leases = u"10-pm_leases.json"_s;
    QTest::newRow("not JSON") << leases << QByteArray("\"tables\": [") << QByteArray("\"tables\": ")
                              << QStringList{leases, u"JSON"_s};
    QTest::newRow("unknown key of a table")
        << leases << QByteArray("\"rowLabel\"") << QByteArray("\"rowLable\"") << QStringList{leases, u"leases"_s};
    QTest::newRow("unknown key of a column")
        << leases << QByteArray("\"type\": \"date\"") << QByteArray("\"type\": \"date\", \"isIndexed\": true")
        << QStringList{leases, u"start_date"_s, u"isIndexed"_s};
    QTest::newRow("unknown type") << leases << QByteArray("\"type\": \"date\"") << QByteArray("\"type\": \"datum\"")
                                  << QStringList{leases, u"start_date"_s, u"datum"_s};
    QTest::newRow("wrong type of a value")
        << leases << QByteArray("\"precision\": 10") << QByteArray("\"precision\": \"10\"")
        << QStringList{leases, u"monthly_rent"_s, u"precision"_s};
    QTest::newRow("negative number") << leases << QByteArray("\"scale\": 2") << QByteArray("\"scale\": -2")
                                     << QStringList{leases, u"monthly_rent"_s, u"scale"_s};
    QTest::newRow("missing label") << leases << QByteArray("\"label\": \"Monthly rent\", ") << QByteArray()
                                   << QStringList{leases, u"monthly_rent"_s, u"label"_s};
    QTest::newRow("unknown enum") << leases << QByteArray("\"enum\": \"LeaseStatus\"")
                                  << QByteArray("\"enum\": \"LeaseState\"")
                                  << QStringList{leases, u"status"_s, u"LeaseState"_s};
    QTest::newRow("default outside the enum")
        << leases << QByteArray("\"default\": \"draft\"") << QByteArray("\"default\": \"sketch\"")
        << QStringList{leases, u"status"_s, u"sketch"_s};
    QTest::newRow("default of another type")
        << leases << QByteArray("\"default\": 5") << QByteArray("\"default\": \"5\"")
        << QStringList{leases, u"grace_period_days"_s};
    QTest::newRow("unknown JSON shape") << leases << QByteArray("\"leases.lease_terms\"")
                                        << QByteArray("\"leases.terms\"")
                                        << QStringList{leases, u"lease_terms"_s, u"leases.terms"_s};
    QTest::newRow("key of an unknown column")
        << leases << QByteArray("{\"columns\": [\"owner_id\"]") << QByteArray("{\"columns\": [\"lessor_id\"]")
        << QStringList{leases, u"lessor_id"_s};
    QTest::newRow("key to an unknown table")
        << leases << QByteArray("\"refTable\": \"documents\"") << QByteArray("\"refTable\": \"papers\"")
        << QStringList{leases, u"lease_document_id"_s, u"papers"_s};
    QTest::newRow("set NULL where NULL is forbidden")
        << leases << QByteArray("\"refTable\": \"properties\", \"onDelete\": \"cascade\"")
        << QByteArray("\"refTable\": \"properties\", \"onDelete\": \"setNull\"")
        << QStringList{leases, u"property_id"_s};
    QTest::newRow("unknown delete rule") << leases << QByteArray("\"onDelete\": \"cascade\"")
                                         << QByteArray("\"onDelete\": \"restrict\"")
                                         << QStringList{leases, u"restrict"_s};
    QTest::newRow("unique key of an unknown column")
        << leases << QByteArray("\"uq_leases_property_active\", \"columns\": [\"property_id\"]")
        << QByteArray("\"uq_leases_property_active\", \"columns\": [\"flat_id\"]")
        << QStringList{leases, u"uq_leases_property_active"_s, u"flat_id"_s};
    QTest::newRow("condition with an unknown column")
        << leases << QByteArray("\"where\": \"status = 'active'\"") << QByteArray("\"where\": \"state = 'active'\"")
        << QStringList{leases, u"uq_leases_property_active"_s, u"state"_s};
    QTest::newRow("check with an unknown column")
        << leases << QByteArray("end_date > start_date") << QByteArray("end_date > first_date")
        << QStringList{leases, u"ck_leases_dates"_s, u"first_date"_s};
    QTest::newRow("index of an unknown column")
        << leases << QByteArray("\"columns\": [\"end_date\"]") << QByteArray("\"columns\": [\"last_date\"]")
        << QStringList{leases, u"idx_leases_end_date"_s, u"last_date"_s};
    QTest::newRow("two indexes of one name")
        << leases << QByteArray("idx_leases_end_date") << QByteArray("idx_leases_status")
        << QStringList{leases, u"idx_leases_status"_s};
    QTest::newRow("unknown default column")
        << leases << QByteArray("\"defaultColumns\": [") << QByteArray("\"defaultColumns\": [\"rent\", ")
        << QStringList{leases, u"leases"_s, u"defaultColumns"_s, u"rent"_s};
    QTest::newRow("unknown column to sort by") << leases << QByteArray("\"id desc\"") << QByteArray("\"number desc\"")
                                               << QStringList{leases, u"defaultOrder"_s, u"number"_s};
    QTest::newRow("unknown direction") << leases << QByteArray("\"id desc\"") << QByteArray("\"id down\"")
                                       << QStringList{leases, u"leases"_s, u"id down"_s};
    QTest::newRow("row label with an unknown column")
        << leases << QByteArray("{property_id.title}") << QByteArray("{property_id.name}")
        << QStringList{leases, u"leases"_s, u"rowLabel"_s, u"properties"_s, u"name"_s};
    QTest::newRow("row label through no key")
        << leases << QByteArray("{property_id.title}") << QByteArray("{status.title}")
        << QStringList{leases, u"rowLabel"_s, u"status"_s};
    QTest::newRow("row label that does not end")
        << leases << QByteArray("{property_id.title}") << QByteArray("{property_id.title")
        << QStringList{leases, u"rowLabel"_s};
    QTest::newRow("two columns of one name")
        << leases << QByteArray("\"name\": \"end_date\"") << QByteArray("\"name\": \"start_date\"")
        << QStringList{leases, u"start_date"_s};
    QTest::newRow("two columns of one label")
        << leases << QByteArray("\"label\": \"End date\"") << QByteArray("\"label\": \"Start date\"")
        << QStringList{leases, u"end_date"_s, u"Start date"_s};
    QTest::newRow("two tables of one name") << leases << QByteArray("\"name\": \"leases\"")
                                            << QByteArray("\"name\": \"visits\"") << QStringList{leases, u"visits"_s};
    QTest::newRow("two modules of one name") << leases << QByteArray("\"module\": \"pm_leases\"")
                                             << QByteArray("\"module\": \"users\"") << QStringList{u"users"_s};
    QTest::newRow("seed path through no key")
        << leases << QByteArray("\"through\": [\"property_id\"") << QByteArray("\"through\": [\"status\"")
        << QStringList{leases, u"leases"_s, u"status"_s};
    const auto properties = u"03-properties.json"_s;
    QTest::newRow("agent's rows through no key")
        << properties << QByteArray("\"agentScope\": {\"through\": [\"owner_id\"]}")
        << QByteArray("\"agentScope\": {\"through\": [\"title\"]}")
        << QStringList{properties, u"agentScope"_s, u"title"_s};
    QTest::newRow("agent's rows through a table that has none")
        << properties << QByteArray("\"agentScope\": {\"through\": [\"user_id\", \"property_id\"]}")
        << QByteArray("\"agentScope\": {\"through\": [\"agent_id\"]}")
        << QStringList{properties, u"visits"_s, u"agentScope"_s, u"agent_id"_s};
    QTest::newRow("agent's rows from nowhere")
        << properties << QByteArray("\"agentScope\": {\"through\": [\"owner_id\"]}") << QByteArray("\"agentScope\": {}")
        << QStringList{properties, u"properties"_s};
    QTest::newRow("agent's column that is not there")
        << u"01-users.json"_s << QByteArray("\"agentScope\": {\"column\": \"agent_id\"")
        << QByteArray("\"agentScope\": {\"column\": \"broker_id\"")
        << QStringList{u"01-users.json"_s, u"agentScope"_s, u"broker_id"_s};
    QTest::newRow("reason of another type")
        << leases << QByteArray("\"needsReason\": true") << QByteArray("\"needsReason\": \"yes\"")
        << QStringList{leases, u"needsReason"_s};
    QTest::newRow("loose reference to an unknown table")
        << u"09-tours.json"_s << QByteArray("\"refTable\": \"hotspots\"") << QByteArray("\"refTable\": \"spots\"")
        << QStringList{u"09-tours.json"_s, u"hotspot_id"_s, u"spots"_s};
    QTest::newRow("enum with too few labels")
        << u"enums.json"_s << QByteArray("\"labels\": [\"scheduled\", ") << QByteArray("\"labels\": [")
        << QStringList{u"enums.json"_s, u"VisitStatus"_s};
    QTest::newRow("two enums of one name")
        << u"enums.json"_s << QByteArray("\"name\": \"PropertyPurpose\"") << QByteArray("\"name\": \"PropertyType\"")
        << QStringList{u"PropertyPurpose"_s};
    QTest::newRow("unknown root of a JSON shape")
        << u"json-shapes.json"_s << QByteArray("\"root\": \"object\"") << QByteArray("\"root\": \"map\"")
        << QStringList{u"json-shapes.json"_s, u"users.preferences"_s, u"map"_s};
}

void tst_Schema::namesWhatIsBroken()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, names);
    const Result<SchemaPtr> schema = readChanged(file, before, after);
    QVERIFY(!schema);
    QCOMPARE(schema.error().kind, ErrorKind::BadInput);
    for (const QString &name : names)
        QVERIFY2(schema.error().userText.contains(name), qPrintable(schema.error().userText));
}

void tst_Schema::refusesMissingFiles()
{
    QVERIFY(!readSchema(u":/ghar/no-such-folder"_s));

    const QTemporaryDir folder;
    const QDir shipped(shippedFolder);
    for (const QString &name : shipped.entryList(QDir::Files))
        QVERIFY(QFile::copy(shipped.filePath(name), folder.filePath(name)));
    QVERIFY(readSchema(folder.path()).hasValue());

    QVERIFY(QFile::rename(folder.filePath(u"05-payments.json"_s), folder.filePath(u"payments.json"_s)));
    const Result<SchemaPtr> withoutModule = readSchema(folder.path());
    QVERIFY(!withoutModule);
    QVERIFY2(withoutModule.error().userText.contains(u'5'), qPrintable(withoutModule.error().userText));
    QVERIFY(QFile::rename(folder.filePath(u"payments.json"_s), folder.filePath(u"05-payments.json"_s)));

    QVERIFY(QFile::rename(folder.filePath(u"enums.json"_s), folder.filePath(u"enums.txt"_s)));
    const Result<SchemaPtr> withoutEnums = readSchema(folder.path());
    QVERIFY(!withoutEnums);
    QVERIFY2(withoutEnums.error().userText.contains(u"enums.json"_s), qPrintable(withoutEnums.error().userText));
}

using Paths = QList<QStringList>;

void tst_Schema::parsesRowLabels_data()
{
    QTest::addColumn<QString>("labelTemplate");
    QTest::addColumn<QList<RowLabelPart>>("expected");
    QTest::newRow("column") << u"{title}"_s << QList<RowLabelPart>{{{}, Paths{{u"title"_s}}}};
    QTest::newRow("literals") << u"No. {id}!"_s
                              << QList<RowLabelPart>{{u"No. "_s, {}}, {{}, Paths{{u"id"_s}}}, {u"!"_s, {}}};
    QTest::newRow("path") << u"{lease_id.property_id.title}"_s
                          << QList<RowLabelPart>{{{}, Paths{{u"lease_id"_s, u"property_id"_s, u"title"_s}}}};
    QTest::newRow("alternatives") << u"{a.b|c}·{d1}"_s
                                  << QList<RowLabelPart>{
                                         {{}, Paths{{u"a"_s, u"b"_s}, {u"c"_s}}}, {u"·"_s, {}}, {{}, Paths{{u"d1"_s}}}};
}

void tst_Schema::parsesRowLabels()
{
    QFETCH(QString, labelTemplate);
    QFETCH(QList<RowLabelPart>, expected);
    const Result<QList<RowLabelPart>> parts = parseRowLabel(labelTemplate);
    QVERIFY(parts.hasValue());
    QVERIFY(*parts == expected);
}

void tst_Schema::refusesRowLabels_data()
{
    QTest::addColumn<QString>("labelTemplate");
    QTest::newRow("empty") << QString();
    QTest::newRow("no column") << u"Lease"_s;
    QTest::newRow("open brace") << u"Lease {title"_s;
    QTest::newRow("closing brace") << u"{title} }"_s;
    QTest::newRow("brace in braces") << u"{a{b}"_s;
    QTest::newRow("empty braces") << u"{}"_s;
    QTest::newRow("empty alternative") << u"{a|}"_s;
    QTest::newRow("empty step") << u"{a..b}"_s;
    QTest::newRow("three keys") << u"{a.b.c.d}"_s;
    QTest::newRow("blank in a name") << u"{full name}"_s;
    QTest::newRow("capital in a name") << u"{Title}"_s;
}

void tst_Schema::refusesRowLabels()
{
    QFETCH(QString, labelTemplate);
    const Result<QList<RowLabelPart>> parts = parseRowLabel(labelTemplate);
    QVERIFY(!parts);
    QCOMPARE(parts.error().kind, ErrorKind::BadInput);
    QVERIFY(parts.error().userText.contains(labelTemplate));
}

QTEST_GUILESS_MAIN(tst_Schema)
#include "tst_schema.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schemareader.h"

#include "schema/schemajson.h"
#include "schema/schemavalidation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace Ghar {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(schemaLog, "ghar.schema")

struct SchemaReaderText
{
    Q_DECLARE_TR_FUNCTIONS(Ghar::SchemaReader)
};

constexpr std::pair<QLatin1StringView, ColumnType> columnTypes[] = {
    {"text"_L1, ColumnType::Text},
    {"integer"_L1, ColumnType::Integer},
    {"string"_L1, ColumnType::String},
    {"boolean"_L1, ColumnType::Boolean},
    {"numeric"_L1, ColumnType::Numeric},
    {"float"_L1, ColumnType::Float},
    {"date"_L1, ColumnType::Date},
    {"dateTime"_L1, ColumnType::DateTime},
    {"json"_L1, ColumnType::Json},
    {"stringArray"_L1, ColumnType::StringArray},
    {"enum"_L1, ColumnType::Enum},
    {"geographyPoint"_L1, ColumnType::GeographyPoint},
    {"textSearchVector"_L1, ColumnType::TextSearchVector},
    {"uuid"_L1, ColumnType::Uuid},
    {"vector"_L1, ColumnType::Vector},
};

constexpr std::pair<QLatin1StringView, EnumStorage> enumStorages[] = {
    {"serverType"_L1, EnumStorage::ServerType},
    {"textWithCheck"_L1, EnumStorage::TextWithCheck},
    {"text"_L1, EnumStorage::Text},
    {"json"_L1, EnumStorage::Json},
    {"notStored"_L1, EnumStorage::NotStored},
};

constexpr std::pair<QLatin1StringView, Sensitivity> sensitivities[] = {
    {"personal"_L1, Sensitivity::Personal},
    {"identity"_L1, Sensitivity::Identity},
    {"secret"_L1, Sensitivity::Secret},
};

constexpr std::pair<QLatin1StringView, DeleteRule> deleteRules[] = {
    {"cascade"_L1, DeleteRule::Cascade},
    {"setNull"_L1, DeleteRule::SetNull},
    {"noAction"_L1, DeleteRule::NoAction},
};

constexpr std::pair<QLatin1StringView, KeyKind> keyKinds[] = {
    {"integer"_L1, KeyKind::Integer},
    {"uuidText"_L1, KeyKind::UuidText},
    {"text"_L1, KeyKind::Text},
    {"uuid"_L1, KeyKind::Uuid},
};

constexpr std::pair<QLatin1StringView, KeyGeneration> keyGenerations[] = {
    {"sequence"_L1, KeyGeneration::Sequence}, {"identityAlways"_L1, KeyGeneration::IdentityAlways},
    {"client"_L1, KeyGeneration::Client},     {"clientOrServerUuid"_L1, KeyGeneration::ClientOrServerUuid},
    {"none"_L1, KeyGeneration::None},
};

constexpr std::pair<QLatin1StringView, SeedPath::Kind> seedKinds[] = {
    {"flag"_L1, SeedPath::Kind::Flag},
    {"inherited"_L1, SeedPath::Kind::Inherited},
    {"weak"_L1, SeedPath::Kind::Weak},
};

/// What was read so far; becomes a Schema when nothing was wrong.
struct Draft
{
    QList<Module> modules;
    QList<Table> tables;
    QList<EnumType> enums;
    QList<JsonShape> jsonShapes;
    SchemaProblems problems;
    SchemaPlaces places;

    [[nodiscard]] const EnumType *enumType(const QString &name) const
    {
        for (const EnumType &candidate : enums) {
            if (candidate.name == name)
                return &candidate;
        }
        return nullptr;
    }
    [[nodiscard]] const JsonShape *jsonShape(const QString &name) const
    {
        for (const JsonShape &candidate : jsonShapes) {
            if (candidate.name == name)
                return &candidate;
        }
        return nullptr;
    }
};

SchemaObject openFile(const QString &folder, const QString &fileName, SchemaProblems *problems)
{
    QFile file(QDir(folder).filePath(fileName));
    QJsonParseError parseError{};
    QJsonDocument document;
    if (!file.open(QIODevice::ReadOnly)) {
        problems->add(fileName, SchemaReaderText::tr("the file cannot be read (%1).").arg(file.errorString()));
    } else {
        document = QJsonDocument::fromJson(file.readAll(), &parseError);
        if (parseError.error != QJsonParseError::NoError) {
            problems->add(fileName,
                          SchemaReaderText::tr("this is not JSON from byte %1 on (%2).")
                              .arg(parseError.offset)
                              .arg(parseError.errorString()));
        } else if (!document.isObject()) {
            problems->add(fileName, SchemaReaderText::tr("the file must hold one JSON object."));
        }
    }
    return SchemaObject(document.object(), fileName, problems);
}

EnumType readEnum(SchemaObject object)
{
    EnumType type;
    type.name = object.name("name"_L1);
    object.enter(type.name);
    type.values = object.texts("values"_L1);
    type.labels = object.texts("labels"_L1, type.values);
    type.storage = object.choice("storage"_L1, enumStorages);
    type.serverType = object.text("serverType"_L1, {});
    object.finish();
    return type;
}

JsonKey readJsonKey(SchemaObject object)
{
    JsonKey key;
    key.key = object.name("key"_L1);
    object.enter(key.key);
    key.type = object.name("type"_L1);
    key.meaning = object.text("meaning"_L1, {});
    key.required = object.boolean("required"_L1, false);
    key.when = object.text("when"_L1, {});
    object.finish();
    return key;
}

JsonShape readJsonShape(SchemaObject object)
{
    JsonShape shape;
    shape.name = object.name("name"_L1);
    object.enter(shape.name);
    shape.root = object.name("root"_L1);
    shape.confidence = object.name("confidence"_L1);
    shape.notes = object.text("notes"_L1, {});
    for (const SchemaObject &key : object.objects("keys"_L1))
        shape.keys.append(readJsonKey(key));
    object.finish();
    return shape;
}

/// Enum and JSON shape of a column: what follows from them is not written a second time in the files.
void readColumnDomain(SchemaObject *object, const Draft &draft, Column *column)
{
    column->enumName = object->text("enum"_L1, {});
    column->jsonShape = object->text("jsonShape"_L1, {});
    column->serverType = object->text("serverType"_L1, {});
    if (!column->enumName.isEmpty()) {
        if (const EnumType *type = draft.enumType(column->enumName)) {
            column->enumStorage = type->storage;
            if (column->type == ColumnType::Enum && column->serverType.isEmpty())
                column->serverType = type->serverType;
        } else {
            object->problem(SchemaReaderText::tr("there is no enum “%1”.").arg(column->enumName));
        }
    }
    if (!column->jsonShape.isEmpty()) {
        if (const JsonShape *shape = draft.jsonShape(column->jsonShape))
            column->jsonRoot = shape->root;
        else
            object->problem(SchemaReaderText::tr("there is no JSON shape “%1”.").arg(column->jsonShape));
    }
}

Column readColumn(SchemaObject object, const Draft &draft)
{
    Column column;
    column.name = object.name("name"_L1);
    object.enter(column.name);
    column.label = object.name("label"_L1);
    column.type = object.choice("type"_L1, columnTypes);
    column.length = object.count("length"_L1);
    column.precision = object.count("precision"_L1);
    column.scale = object.count("scale"_L1);
    column.nullable = object.boolean("nullable"_L1, true);
    column.defaultValue = object.any("default"_L1, QJsonValue::Null);
    column.serverDefault = object.any("serverDefault"_L1, column.defaultValue);
    column.setOnUpdate = object.boolean("setOnUpdate"_L1, false);
    column.dateOnly = object.boolean("dateOnly"_L1, false);
    column.isUuidText = object.boolean("isUuidText"_L1, false);
    column.isMoney = object.boolean("isMoney"_L1, false);
    column.unit = object.text("unit"_L1, {});
    column.sensitivity = object.choice("sensitivity"_L1, sensitivities, std::optional(Sensitivity::None));
    column.knownValues = object.texts("knownValues"_L1, {});
    column.serverOnly = object.boolean("serverOnly"_L1, false);
    readColumnDomain(&object, draft, &column);
    object.finish();
    return column;
}

ForeignKey readForeignKey(SchemaObject object)
{
    ForeignKey key;
    key.columns = object.texts("columns"_L1);
    key.refTable = object.name("refTable"_L1);
    key.refColumns = object.texts("refColumns"_L1, {u"id"_s});
    key.onDelete = object.choice("onDelete"_L1, deleteRules);
    object.finish();
    return key;
}

LooseReference readLooseReference(SchemaObject object)
{
    LooseReference reference;
    reference.column = object.name("column"_L1);
    reference.refTable = object.name("refTable"_L1);
    reference.refColumn = object.text("refColumn"_L1, u"id"_s);
    reference.mayBeCleaned = object.boolean("clean"_L1, false);
    object.finish();
    return reference;
}

EmbeddedReference readEmbeddedReference(SchemaObject object)
{
    EmbeddedReference reference;
    reference.column = object.name("column"_L1);
    reference.path = object.text("path"_L1, {});
    reference.refTable = object.name("refTable"_L1);
    reference.refColumn = object.text("refColumn"_L1, u"id"_s);
    reference.mayBeCleaned = object.boolean("clean"_L1, false);
    object.finish();
    return reference;
}

UniqueKey readUniqueKey(SchemaObject object)
{
    UniqueKey key;
    key.name = object.name("name"_L1);
    key.columns = object.texts("columns"_L1);
    key.where = object.text("where"_L1, {});
    object.finish();
    return key;
}

Check readCheck(SchemaObject object)
{
    Check check;
    check.name = object.name("name"_L1);
    check.expression = object.name("expression"_L1);
    check.advised = object.boolean("advised"_L1, false);
    object.finish();
    return check;
}

Index readIndex(SchemaObject object)
{
    Index index;
    index.name = object.name("name"_L1);
    index.columns = object.texts("columns"_L1);
    index.method = object.text("method"_L1, u"btree"_s);
    index.where = object.text("where"_L1, {});
    index.descending = object.texts("descending"_L1, {});
    object.finish();
    return index;
}

SeedPath readSeedPath(SchemaObject *table)
{
    SeedPath path;
    if (std::optional<SchemaObject> object = table->object("seed"_L1)) {
        path.kind = object->choice("kind"_L1, seedKinds);
        if (path.kind == SeedPath::Kind::Flag)
            path.flagColumn = object->name("column"_L1);
        else
            path.through = object->texts("through"_L1);
        object->finish();
    }
    return path;
}

AgentScope readAgentScope(SchemaObject *table)
{
    AgentScope scope;
    if (std::optional<SchemaObject> object = table->object("agentScope"_L1)) {
        scope.column = object->text("column"_L1, {});
        scope.through = object->texts("through"_L1, {});
        scope.changes = object->texts("changes"_L1, {});
        object->finish();
        if (scope.isNone())
            object->problem(SchemaReaderText::tr("it names neither a column nor a way through foreign keys."));
    }
    return scope;
}

QList<SortColumn> readOrder(SchemaObject *table)
{
    QList<SortColumn> order;
    for (const QString &term : table->texts("defaultOrder"_L1)) {
        const QStringList words = term.split(u' ');
        const bool descending = words.size() == 2 && words.last() == "desc"_L1;
        if (words.size() > 1 && !descending)
            table->problem(
                SchemaReaderText::tr("“%1” in “defaultOrder” must be a column, or a column and “desc”.").arg(term));
        order.append({words.first(), descending});
    }
    return order;
}

void readTableFacts(SchemaObject *object, Table *table)
{
    for (const SchemaObject &key : object->objects("foreignKeys"_L1))
        table->foreignKeys.append(readForeignKey(key));
    for (const SchemaObject &reference : object->objects("looseReferences"_L1))
        table->looseReferences.append(readLooseReference(reference));
    for (const SchemaObject &reference : object->objects("embeddedReferences"_L1))
        table->embeddedReferences.append(readEmbeddedReference(reference));
    for (const SchemaObject &key : object->objects("uniqueKeys"_L1))
        table->uniqueKeys.append(readUniqueKey(key));
    for (const SchemaObject &check : object->objects("checks"_L1))
        table->checks.append(readCheck(check));
    for (const SchemaObject &index : object->objects("indexes"_L1))
        table->indexes.append(readIndex(index));
}

Table readTable(SchemaObject object, const Module &module, Draft *draft)
{
    Table table;
    table.name = object.name("name"_L1);
    object.enter(table.name);
    draft->places.insert(table.name, object.where());
    table.module = module.name;
    table.label = object.name("label"_L1);
    table.labelOne = object.name("labelOne"_L1);
    table.icon = object.name("icon"_L1);
    table.description = object.name("description"_L1);
    table.rowLabel = object.name("rowLabel"_L1);
    table.defaultColumns = object.texts("defaultColumns"_L1);
    table.defaultOrder = readOrder(&object);
    table.primaryKey = object.texts("primaryKey"_L1, {u"id"_s});
    table.keyKind = object.choice("keyKind"_L1, keyKinds, std::optional(KeyKind::Integer));
    table.keyGeneration = object.choice("keyGeneration"_L1, keyGenerations, std::optional(KeyGeneration::Sequence));
    table.seed = readSeedPath(&object);
    table.agentScope = readAgentScope(&object);
    table.needsReason = object.boolean("needsReason"_L1, false);
    for (const SchemaObject &column : object.objects("columns"_L1))
        table.columns.append(readColumn(column, *draft));
    readTableFacts(&object, &table);
    object.finish();
    return table;
}

void readModule(SchemaObject object, Draft *draft)
{
    Module module;
    module.name = object.name("module"_L1);
    module.label = object.name("label"_L1);
    module.icon = object.name("icon"_L1);
    const bool beyondOrm = object.boolean("beyondOrm"_L1, false);
    for (const SchemaObject &tableObject : object.objects("tables"_L1)) {
        Table table = readTable(tableObject, module, draft);
        table.beyondOrm = beyondOrm;
        module.tables.append(table.name);
        draft->tables.append(std::move(table));
    }
    if (module.tables.isEmpty())
        object.problem(SchemaReaderText::tr("the module has no tables."));
    object.finish();
    draft->modules.append(std::move(module));
}

void readCommonFiles(const QString &folder, Draft *draft)
{
    SchemaObject enums = openFile(folder, u"enums.json"_s, &draft->problems);
    for (const SchemaObject &object : enums.objects("enums"_L1))
        draft->enums.append(readEnum(object));
    enums.finish();
    SchemaObject shapes = openFile(folder, u"json-shapes.json"_s, &draft->problems);
    for (const SchemaObject &object : shapes.objects("shapes"_L1))
        draft->jsonShapes.append(readJsonShape(object));
    shapes.finish();
}

/// The modules' files in their order. Gaps in the numbers are a problem: a file is missing then.
QStringList moduleFiles(const QString &folder, SchemaProblems *problems)
{
    static const QRegularExpression numbered(u"^([0-9]{2})-[a-z_]+\\.json$"_s);
    QStringList files;
    for (const QString &fileName : QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QRegularExpressionMatch match = numbered.match(fileName);
        if (match.hasMatch()) {
            files.append(fileName);
            if (match.captured(1).toInt() != files.size())
                problems->add(fileName,
                              SchemaReaderText::tr("the file number %1 is missing or there twice.").arg(files.size()));
        } else if (fileName != "enums.json"_L1 && fileName != "json-shapes.json"_L1) {
            problems->add(fileName, SchemaReaderText::tr("the name of this file says nothing to the desk."));
        }
    }
    if (files.isEmpty())
        problems->add(folder, SchemaReaderText::tr("the folder holds no file of a module."));
    return files;
}

} // namespace

Result<SchemaPtr> readSchema(const QString &folder)
{
    Draft draft;
    readCommonFiles(folder, &draft);
    for (const QString &fileName : moduleFiles(folder, &draft.problems))
        readModule(openFile(folder, fileName, &draft.problems), &draft);
    if (!draft.problems.isEmpty())
        return draft.problems.first();
    auto schema = std::make_shared<const Schema>(std::move(draft.modules), std::move(draft.tables),
                                                 std::move(draft.enums), std::move(draft.jsonShapes));
    validateSchema(*schema, draft.places, &draft.problems);
    if (!draft.problems.isEmpty())
        return draft.problems.first();
    return SchemaPtr(schema);
}

SchemaPtr platformSchema()
{
    static const SchemaPtr shared = [] {
        const Result<SchemaPtr> schema = readSchema(u":/ghar/schema"_s);
        if (schema)
            return *schema;
        qCCritical(schemaLog).noquote() << "The schema that ships with the desk is broken:" << schema.error().userText;
        Q_ASSERT_X(false, "platformSchema", "broken schema files");
        return SchemaPtr(
            std::make_shared<const Schema>(QList<Module>(), QList<Table>(), QList<EnumType>(), QList<JsonShape>()));
    }();
    return shared;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schemavalidation.h"

#include "schema/rowlabel.h"
#include "schema/schema.h"
#include "schema/schemajson.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace Ghar {

using namespace Qt::StringLiterals;

namespace {

struct SchemaValidationText
{
    Q_DECLARE_TR_FUNCTIONS(Ghar::SchemaValidation)
};

/// The names in a small SQL condition, without its text literals and the words of SQL itself.
QStringList columnNamesIn(QString expression)
{
    static const QRegularExpression textLiteral(u"'[^']*'"_s);
    static const QRegularExpression word(u"[A-Za-z_][A-Za-z0-9_]*"_s);
    static const QSet<QString> sqlWords = {u"AND"_s, u"OR"_s,   u"NOT"_s,  u"IN"_s,
                                           u"IS"_s,  u"NULL"_s, u"TRUE"_s, u"FALSE"_s};
    expression.remove(textLiteral);
    QStringList names;
    for (auto match = word.globalMatch(expression); match.hasNext();) {
        const QString name = match.next().captured();
        if (!sqlWords.contains(name.toUpper()))
            names.append(name);
    }
    return names;
}

bool isComputedDefault(const QJsonValue &value)
{
    return value == "now"_L1 || value == "uuid"_L1;
}

/// Whether a column of that type can hold the default of the files.
bool fitsType(const QJsonValue &value, ColumnType type)
{
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Numeric:
    case ColumnType::Float:
        return value.isDouble();
    case ColumnType::Boolean:
        return value.isBool();
    case ColumnType::Json:
        return value.isObject() || value.isArray();
    case ColumnType::StringArray:
        return value.isArray();
    case ColumnType::Date:
    case ColumnType::DateTime:
        return value == "now"_L1;
    case ColumnType::Uuid:
        return value == "uuid"_L1;
    case ColumnType::String:
    case ColumnType::Text:
    case ColumnType::Enum:
        return value.isString();
    case ColumnType::GeographyPoint:
    case ColumnType::TextSearchVector:
    case ColumnType::Vector:
        return false;
    }
    return false;
}

/// Checks one table; problems name the file and the table, and the column where there is one.
class TableValidation
{
public:
    TableValidation(const Schema &schema, const Table &table, QString place, SchemaProblems *problems)
        : m_schema(schema), m_table(table), m_place(std::move(place)), m_problems(problems)
    { }

    void run()
    {
        checkColumns();
        checkKeys();
        checkForeignKeys();
        checkConditions();
        checkPresentation();
        checkSeedPath();
        checkAgentScope();
    }

private:
    void problem(const QString &sentence, const QString &what = {}) const
    {
        m_problems->add(what.isEmpty() ? m_place : m_place + u", "_s + what, sentence);
    }

    void requireColumn(const QString &name, const QString &what) const
    {
        if (!m_table.column(name))
            problem(SchemaValidationText::tr("there is no column “%1”.").arg(name), what);
    }

    void requireColumns(const QStringList &names, const QString &what) const
    {
        for (const QString &name : names)
            requireColumn(name, what);
        if (QSet<QString>(names.cbegin(), names.cend()).size() != names.size())
            problem(SchemaValidationText::tr("a column is named twice."), what);
    }

    void checkColumns() const;
    void checkColumn(const Column &column) const;
    void checkDefault(const Column &column, const QJsonValue &value) const;
    void checkKeys() const;
    void checkForeignKeys() const;
    void checkConditions() const;
    void checkPresentation() const;
    void checkPath(const QStringList &path) const;
    void checkSeedPath() const;
    void checkAgentScope() const;

    const Schema &m_schema;
    const Table &m_table;
    QString m_place;
    SchemaProblems *m_problems;
};

void TableValidation::checkColumns() const
{
    QSet<QString> names;
    QSet<QString> labels;
    for (const Column &column : m_table.columns) {
        if (names.contains(column.name))
            problem(SchemaValidationText::tr("the column is there twice."), column.name);
        if (labels.contains(column.label))
            problem(SchemaValidationText::tr("another column has the label “%1” too.").arg(column.label), column.name);
        names.insert(column.name);
        labels.insert(column.label);
        checkColumn(column);
    }
    if (m_table.columns.isEmpty())
        problem(SchemaValidationText::tr("the table has no columns."));
}

void TableValidation::checkColumn(const Column &column) const
{
    const bool isText = column.type == ColumnType::String || column.type == ColumnType::Text;
    const bool isJson = column.type == ColumnType::Json || column.type == ColumnType::StringArray;
    if (column.type == ColumnType::Enum ? column.enumName.isEmpty() : !column.enumName.isEmpty() && !isText)
        problem(SchemaValidationText::tr("an enum column needs an enum, and only it or a text may have one."),
                column.name);
    if (column.length > 0 && column.type != ColumnType::String)
        problem(SchemaValidationText::tr("only a string has a length."), column.name);
    if ((column.type == ColumnType::Numeric) != (column.precision > 0) || column.scale > column.precision)
        problem(SchemaValidationText::tr("a numeric column, and no other, has a precision and a scale within it."),
                column.name);
    if (isJson == column.jsonShape.isEmpty())
        problem(SchemaValidationText::tr("a JSON column, and no other, has a JSON shape."), column.name);
    if (column.dateOnly && column.type != ColumnType::DateTime)
        problem(SchemaValidationText::tr("only a time stamp can stand for a day."), column.name);
    if (column.isUuidText && (column.type != ColumnType::String || column.length != 36))
        problem(SchemaValidationText::tr("a UUID kept as text needs 36 characters."), column.name);
    if (column.isMoney && column.type != ColumnType::Numeric && column.type != ColumnType::Float)
        problem(SchemaValidationText::tr("an amount of money must be a number."), column.name);
    if (column.setOnUpdate && column.type != ColumnType::DateTime)
        problem(SchemaValidationText::tr("only a time stamp can be set on every update."), column.name);
    checkDefault(column, column.defaultValue);
    checkDefault(column, column.serverDefault);
}

void TableValidation::checkDefault(const Column &column, const QJsonValue &value) const
{
    if (value.isNull())
        return;
    if (!fitsType(value, column.type))
        problem(SchemaValidationText::tr("the default does not fit the type of the column."), column.name);
    const EnumType *type = m_schema.enumType(column.enumName);
    if (type && !isComputedDefault(value) && !type->labels.contains(value.toString()))
        problem(SchemaValidationText::tr("the default “%1” is not in the enum “%2”.").arg(value.toString(), type->name),
                column.name);
}

void TableValidation::checkKeys() const
{
    requireColumns(m_table.primaryKey, u"primaryKey"_s);
    for (const QString &name : m_table.primaryKey) {
        const Column *column = m_table.column(name);
        if (column && column->nullable)
            problem(SchemaValidationText::tr("a column of the primary key must not be nullable."), name);
    }
    for (const UniqueKey &key : m_table.uniqueKeys)
        requireColumns(key.columns, key.name);
    for (const Index &index : m_table.indexes) {
        requireColumns(index.columns, index.name);
        for (const QString &name : index.descending) {
            if (!index.columns.contains(name))
                problem(SchemaValidationText::tr("“%1” is not one of its columns.").arg(name), index.name);
        }
    }
}

void TableValidation::checkForeignKeys() const
{
    for (const ForeignKey &key : m_table.foreignKeys) {
        const QString what = key.columns.join(u", "_s);
        requireColumns(key.columns, what);
        const Table *target = m_schema.table(key.refTable);
        if (!target) {
            problem(SchemaValidationText::tr("there is no table “%1” to refer to.").arg(key.refTable), what);
            continue;
        }
        if (key.columns.size() != key.refColumns.size())
            problem(SchemaValidationText::tr("a foreign key needs as many columns as it refers to."), what);
        for (qsizetype i = 0; i < qMin(key.columns.size(), key.refColumns.size()); ++i) {
            const Column *from = m_table.column(key.columns.at(i));
            const Column *to = target->column(key.refColumns.at(i));
            if (!to)
                problem(SchemaValidationText::tr("“%1” has no column “%2”.").arg(target->name, key.refColumns.at(i)),
                        what);
            else if (from && from->type != to->type)
                problem(SchemaValidationText::tr("its type differs from the column it refers to."), what);
            if (from && !from->nullable && key.onDelete == DeleteRule::SetNull)
                problem(SchemaValidationText::tr("a key that is set to NULL must be nullable."), what);
        }
    }
    for (const LooseReference &reference : m_table.looseReferences) {
        requireColumn(reference.column, u"looseReferences"_s);
        const Column *emptied = m_table.column(reference.column);
        if (reference.mayBeCleaned && emptied && !emptied->nullable)
            problem(SchemaValidationText::tr("a reference that is emptied must be nullable."), reference.column);
        const Table *target = m_schema.table(reference.refTable);
        if (!target || !target->column(reference.refColumn))
            problem(SchemaValidationText::tr("there is no column “%1” in “%2” to refer to.")
                        .arg(reference.refColumn, reference.refTable),
                    reference.column);
    }
    for (const EmbeddedReference &reference : m_table.embeddedReferences) {
        requireColumn(reference.column, u"embeddedReferences"_s);
        const Column *column = m_table.column(reference.column);
        if (column && (column->type == ColumnType::Json) == reference.path.isEmpty())
            problem(SchemaValidationText::tr("a path is for JSON, and JSON needs one."), reference.column);
        const Table *target = m_schema.table(reference.refTable);
        if (!target || !target->column(reference.refColumn))
            problem(SchemaValidationText::tr("there is no column “%1” in “%2” to refer to.")
                        .arg(reference.refColumn, reference.refTable),
                    reference.column);
    }
}

void TableValidation::checkConditions() const
{
    for (const Check &check : m_table.checks) {
        for (const QString &name : columnNamesIn(check.expression))
            requireColumn(name, check.name);
    }
    for (const UniqueKey &key : m_table.uniqueKeys) {
        for (const QString &name : columnNamesIn(key.where))
            requireColumn(name, key.name);
    }
    for (const Index &index : m_table.indexes) {
        for (const QString &name : columnNamesIn(index.where))
            requireColumn(name, index.name);
    }
}

void TableValidation::checkPresentation() const
{
    requireColumns(m_table.defaultColumns, u"defaultColumns"_s);
    QStringList order;
    for (const SortColumn &column : m_table.defaultOrder)
        order.append(column.column);
    requireColumns(order, u"defaultOrder"_s);
    const Result<QList<RowLabelPart>> parts = parseRowLabel(m_table.rowLabel);
    if (!parts) {
        problem(parts.error().userText, u"rowLabel"_s);
        return;
    }
    for (const RowLabelPart &part : *parts) {
        for (const QStringList &path : part.alternatives)
            checkPath(path);
    }
}

void TableValidation::checkPath(const QStringList &path) const
{
    const Table *table = &m_table;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (!table->column(path.at(i))) {
            problem(SchemaValidationText::tr("“%1” has no column “%2”.").arg(table->name, path.at(i)), u"rowLabel"_s);
            return;
        }
        if (i == path.size() - 1)
            return;
        const ForeignKey *key = table->foreignKeyOf(path.at(i));
        table = key ? m_schema.table(key->refTable) : nullptr;
        if (!table) {
            problem(SchemaValidationText::tr("“%1” is not a foreign key to follow.").arg(path.at(i)), u"rowLabel"_s);
            return;
        }
    }
}

void TableValidation::checkSeedPath() const
{
    const QString what = u"seed"_s;
    if (m_table.seed.kind == SeedPath::Kind::Flag)
        requireColumn(m_table.seed.flagColumn, what);
    for (const QString &name : m_table.seed.through) {
        requireColumn(name, what);
        if (!m_table.foreignKeyOf(name))
            problem(SchemaValidationText::tr("“%1” is not a foreign key to follow.").arg(name), what);
    }
}

void TableValidation::checkAgentScope() const
{
    const QString what = u"agentScope"_s;
    const AgentScope &scope = m_table.agentScope;
    if (!scope.column.isEmpty())
        requireColumn(scope.column, what);
    requireColumns(scope.changes, what);
    for (const QString &name : scope.through) {
        requireColumn(name, what);
        const ForeignKey *key = m_table.foreignKeyOf(name);
        const Table *target = key ? m_schema.table(key->refTable) : nullptr;
        // A way that comes back to where it began would never end.
        if (!target || target->agentScope.isNone() || target->name == m_table.name)
            problem(SchemaValidationText::tr("“%1” leads to no other table with rows of an agent.").arg(name), what);
    }
}

void checkEnums(const Schema &schema, SchemaProblems *problems)
{
    const QString file = u"enums.json, "_s;
    QSet<QString> seen;
    for (const EnumType &type : schema.enums()) {
        if (seen.contains(type.name))
            problems->add(file + type.name, SchemaValidationText::tr("the enum is there twice."));
        seen.insert(type.name);
        if (type.values.size() != type.labels.size())
            problems->add(file + type.name, SchemaValidationText::tr("it needs as many labels as values."));
        if (QSet<QString>(type.labels.cbegin(), type.labels.cend()).size() != type.labels.size())
            problems->add(file + type.name, SchemaValidationText::tr("a label is there twice."));
        if ((type.storage == EnumStorage::ServerType) == type.serverType.isEmpty())
            problems->add(file + type.name,
                          SchemaValidationText::tr("a server type needs a name, and no other enum has one."));
    }
}

void checkJsonShapes(const Schema &schema, SchemaProblems *problems)
{
    const QString file = u"json-shapes.json, "_s;
    QSet<QString> seen;
    for (const JsonShape &shape : schema.jsonShapes()) {
        if (seen.contains(shape.name))
            problems->add(file + shape.name, SchemaValidationText::tr("the JSON shape is there twice."));
        seen.insert(shape.name);
        const QStringList roots = {u"object"_s, u"array_of_strings"_s, u"array_of_objects"_s, u"any"_s};
        if (!roots.contains(shape.root))
            problems->add(file + shape.name, SchemaValidationText::tr("“%1” is not a kind of root.").arg(shape.root));
    }
}

/// Indexes and unique keys share one namespace in both databases.
void checkIndexNames(const Table &table, const QString &place, QSet<QString> *seen, SchemaProblems *problems)
{
    QStringList names;
    for (const UniqueKey &key : table.uniqueKeys)
        names.append(key.name);
    for (const Index &index : table.indexes)
        names.append(index.name);
    for (const QString &name : names) {
        if (seen->contains(name))
            problems->add(place, SchemaValidationText::tr("there are two keys or indexes “%1”.").arg(name));
        seen->insert(name);
    }
}

/// Before the tables themselves: a name that is there twice hides another one, and the finding would be that.
void checkNames(const Schema &schema, const SchemaPlaces &places, SchemaProblems *problems)
{
    QSet<QString> moduleNames;
    for (const Module &module : schema.modules()) {
        if (moduleNames.contains(module.name))
            problems->add(module.name, SchemaValidationText::tr("the module is there twice."));
        moduleNames.insert(module.name);
    }
    QSet<QString> tableNames;
    QSet<QString> indexNames;
    for (const Table &table : schema.tables()) {
        const QString place = places.value(table.name, table.name);
        if (tableNames.contains(table.name))
            problems->add(place, SchemaValidationText::tr("the table is there twice."));
        tableNames.insert(table.name);
        checkIndexNames(table, place, &indexNames, problems);
    }
}

} // namespace

void validateSchema(const Schema &schema, const SchemaPlaces &places, SchemaProblems *problems)
{
    checkEnums(schema, problems);
    checkJsonShapes(schema, problems);
    checkNames(schema, places, problems);
    for (const Table &table : schema.tables())
        TableValidation(schema, table, places.value(table.name, table.name), problems).run();
}

} // namespace Ghar

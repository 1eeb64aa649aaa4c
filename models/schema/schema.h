// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Ghar {

/// Logical type of a column, the same on both databases.
enum class ColumnType {
    Integer, ///< 64 bits
    String,  ///< may have a length
    Text,
    Boolean,
    Numeric, ///< exact decimal with precision and scale; money is rupees with two places
    Float,
    Date,
    DateTime, ///< an instant, stored in UTC
    Json,
    StringArray, ///< a JSON array of strings
    Enum,        ///< one of EnumType::labels
    GeographyPoint,
    TextSearchVector, ///< exists on the server only
    Uuid,
    Vector ///< float32 embedding
};

/// How an enum's values are kept.
enum class EnumStorage { ServerType, TextWithCheck, Text, Json, NotStored };

/// A named list of allowed values.
struct EnumType
{
    QString name;       ///< e.g. `LeaseStatus`
    QStringList values; ///< spelling of the web API
    QStringList labels; ///< spelling in the database; same order as values
    EnumStorage storage = EnumStorage::Text;
    QString serverType; ///< name of the PostgreSQL enum type, empty when there is none
};

/// Who may see a value without asking (`sensitivity` in the catalogue).
enum class Sensitivity { None, Personal, Identity, Secret };

/// One key of a JSON column.
struct JsonKey
{
    QString key; ///< dots lead into objects, `[]` into the elements of an array
    QString type;
    QString meaning;
    bool required = false;
    QString when; ///< the variant that has this key, e.g. a hotspot's type; empty when all have it
};

/// Known keys of a JSON column. Unknown keys are always kept.
struct JsonShape
{
    QString name;
    QString root; ///< object, array_of_strings, array_of_objects or any
    QString confidence;
    QList<JsonKey> keys;
    QString notes;
};

/// One column as the platform means it.
struct Column
{
    QString name;
    QString label; ///< what a person calls it
    ColumnType type = ColumnType::Text;
    int length = 0; ///< characters, 0 = unlimited; lengthLimit() knows of the server's limit too
    int precision = 0;
    int scale = 0;
    bool nullable = true; ///< false when either the ORM or the server forbids NULL
    QString enumName;     ///< empty when there is none
    EnumStorage enumStorage = EnumStorage::Text;
    QJsonValue defaultValue;  ///< what a writer sends when the user gave none; "now" and "uuid" are computed
    QJsonValue serverDefault; ///< what the database fills in by itself
    bool setOnUpdate = false; ///< a time stamp to set on every update
    bool dateOnly = false;    ///< an instant that stands for a day: midnight UTC, shown without a time
    bool isUuidText = false;  ///< 36-character lower-case UUID kept as text
    bool isMoney = false;     ///< rupees
    QString unit;             ///< e.g. `sq ft`, `%`, `m`; empty when none
    Sensitivity sensitivity = Sensitivity::None;
    QString jsonRoot;
    QString jsonShape;       ///< key into Schema::jsonShapes()
    QStringList knownValues; ///< values seen where nothing constrains them
    QString serverType;      ///< PostgreSQL type of the consolidated schema
    bool serverOnly = false; ///< not created in SQLite (`__ts_vector__`)

    /// The most characters that both `length` and a server type such as `character varying(100)` allow; 0 = unlimited.
    /// What is entered keeps to it everywhere; a file itself enforces only `length`, as all files have since version 1.
    [[nodiscard]] int lengthLimit() const;
};

enum class DeleteRule { Cascade, SetNull, NoAction };

struct ForeignKey
{
    QStringList columns;
    QString refTable;
    QStringList refColumns;
    DeleteRule onDelete = DeleteRule::NoAction;
};

/// A column that holds another table's key without a foreign key.
struct LooseReference
{
    QString column;
    QString refTable;
    QString refColumn;
    bool mayBeCleaned = false; ///< nothing is lost when it is emptied with the row that it leads to (tours.md T5)
};

/// A column whose text or JSON mentions keys of another table somewhere inside (tours.md T4, T5).
struct EmbeddedReference
{
    QString column;
    QString path; ///< as in JsonKey; empty: any UUID in the text
    QString refTable;
    QString refColumn;
    bool mayBeCleaned = false; ///< as in LooseReference
};

struct UniqueKey
{
    QString name;
    QStringList columns;
    QString where; ///< SQL condition of a partial key, empty for all rows
};

struct Check
{
    QString name;
    QString expression;
    bool advised = false; ///< kept by the services, not by the server: enforced in SQLite only
};

struct Index
{
    QString name;
    QStringList columns;
    QString method; ///< btree, gin, gist, hnsw
    QString where;
    QStringList descending;
};

enum class KeyKind { Integer, UuidText, Text, Uuid };
enum class KeyGeneration { Sequence, IdentityAlways, Client, ClientOrServerUuid, None };

/// How a row is known to be demo data: by its own flag, or by one of the rows its keys lead to. Weak: over a soft key
/// only.
struct SeedPath
{
    enum class Kind { None, Flag, Inherited, Weak };
    Kind kind = Kind::None;
    QString flagColumn;
    QStringList through; ///< columns whose foreign key leads to a flagged row
};

/// Which rows of a table an agent sees and may change (core-and-moderation 0.4). A table without it is the admins'.
struct AgentScope
{
    QString column;      ///< equals the agent's own `users.agent_id`
    QStringList through; ///< foreign keys: a row is the agent's when one of the rows that they lead to is
    QStringList changes; ///< the only columns an agent may change; rows are not made or deleted then. Empty: all

    [[nodiscard]] bool isNone() const { return column.isEmpty() && through.isEmpty(); }
};

struct SortColumn
{
    QString column;
    bool descending = false;
    bool operator==(const SortColumn &) const = default;
};

/// One table with everything the desk derives forms, DDL, pickers and plans from.
struct Table
{
    QString name;
    QString module;
    QString label;    ///< plural, for lists of tables
    QString labelOne; ///< singular, for one row
    QString icon;     ///< file name in resources/icons without ".svg"
    QString description;
    QString rowLabel; ///< template: `{column}`, `{fk_column.column}`, `{a|b}` first that is not empty
    QStringList defaultColumns;
    QList<SortColumn> defaultOrder;
    QStringList primaryKey;
    KeyKind keyKind = KeyKind::Integer;
    KeyGeneration keyGeneration = KeyGeneration::Sequence;
    bool beyondOrm = false; ///< only the migrations create it
    QList<Column> columns;
    QList<ForeignKey> foreignKeys;
    QList<LooseReference> looseReferences;
    QList<EmbeddedReference> embeddedReferences;
    QList<UniqueKey> uniqueKeys;
    QList<Check> checks;
    QList<Index> indexes;
    SeedPath seed;
    AgentScope agentScope;
    bool needsReason = false; ///< money, access or the standing of a person: nothing is changed without saying why

    /// The column of that name, or nullptr.
    [[nodiscard]] const Column *column(QStringView columnName) const;
    /// The single-column foreign key of that column, or nullptr.
    [[nodiscard]] const ForeignKey *foreignKeyOf(QStringView columnName) const;
};

struct Module
{
    QString name;
    QString label;
    QString icon;
    QStringList tables;
};

/// The platform's tables as immutable data, read once from resources/schema. Share it by SchemaPtr between threads.
class Schema
{
public:
    Schema(QList<Module> modules, QList<Table> tables, QList<EnumType> enums, QList<JsonShape> jsonShapes);

    [[nodiscard]] const QList<Module> &modules() const { return m_modules; }
    /// In the order of the seed document: a table comes after most tables it refers to, but not after all (cycles).
    [[nodiscard]] const QList<Table> &tables() const { return m_tables; }
    [[nodiscard]] const QList<EnumType> &enums() const { return m_enums; }
    [[nodiscard]] const QList<JsonShape> &jsonShapes() const { return m_jsonShapes; }
    [[nodiscard]] const Table *table(QStringView name) const;
    [[nodiscard]] const Module *module(QStringView name) const;
    [[nodiscard]] const EnumType *enumType(QStringView name) const;
    [[nodiscard]] const JsonShape *jsonShape(QStringView name) const;
    /// Foreign keys of other tables (and of itself) that point to this one.
    struct Referrer
    {
        const Table *table;
        const ForeignKey *key;
    };
    [[nodiscard]] QList<Referrer> referrersOf(QStringView tableName) const;

private:
    QList<Module> m_modules;
    QList<Table> m_tables;
    QList<EnumType> m_enums;
    QList<JsonShape> m_jsonShapes;
    QHash<QString, qsizetype> m_tableIndex;
    QHash<QString, qsizetype> m_enumIndex;
};

using SchemaPtr = std::shared_ptr<const Schema>;

} // namespace Ghar

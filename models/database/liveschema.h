// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "schema/schema.h"

#include <memory>

namespace Ghar {

class Connection;

struct LiveIndex
{
    QString name;
    QStringList columns;
    bool unique = false;
    bool partial = false;
};

/// One table as it really is, merged with what the catalogue says of it.
struct LiveTable
{
    /// Catalogue columns that exist, in catalogue order, then unknown ones. `serverType` is the type found, foreign
    /// keys and delete rules are the database's own; catalogue keys that it lacks appear as loose references.
    Table table;
    bool inCatalogue = false;
    bool isView = false;
    bool readable = true;
    /// Which rows the person sees, as a condition on the table's own columns; empty for all. See StaffScope.
    QString rowCondition;
    QString hiddenBecause; ///< translated: why the person does not see the table, other than by the database's rights
    qint64 estimatedRows = -1; ///< -1 = unknown
    QList<LiveIndex> indexes;
    QStringList triggers; ///< those that are switched on
    QStringList checks;   ///< names of CHECK constraints
    QStringList missingColumns;
    QStringList extraColumns;
    QStringList looseColumns; ///< may be NULL here, although the catalogue demands a value

    /// What stands after FROM to read the rows that the person sees; called `alias`, or by the table's own name.
    [[nodiscard]] QString from(const QString &alias = {}) const;
    /// Whether an index of all rows begins with this column, so that its values are found without reading the table.
    /// The primary key is such an index.
    [[nodiscard]] bool hasIndexOn(const QString &column) const;
};

class LiveSchema;
using LiveSchemaPtr = std::shared_ptr<const LiveSchema>;

/// What a database really has, found at connect (design: "works with the intersection"). Immutable once read.
class LiveSchema
{
public:
    [[nodiscard]] const LiveTable *table(QStringView name) const;
    /// Stored labels of an enum: those of the catalogue, then those only the server knows.
    [[nodiscard]] QStringList enumLabels(const Column &column) const;
    /// Foreign keys and loose references of existing tables that lead to this one.
    struct Referrer
    {
        const LiveTable *table;
        QStringList columns;
        QStringList refColumns;
        bool isForeignKey;
    };
    [[nodiscard]] QList<Referrer> referrersOf(QStringView tableName) const;

    /// The database as it is, where this one is what a member of staff sees of it; otherwise null.
    LiveSchemaPtr whole;
    [[nodiscard]] const LiveSchema &all() const { return whole ? *whole : *this; }
    /// The file of the desk that keeps this database's journal; empty where the journal is in the database itself.
    QString localJournal;
    [[nodiscard]] bool hasJournal() const { return !localJournal.isEmpty() || deskVersion >= firstVersionWithJournal; }
    static constexpr int firstVersionWithJournal = 2;
    SchemaPtr catalogue;
    QString server;          ///< e.g. `PostgreSQL 15.8` or `SQLite 3.40.1`
    QList<LiveTable> tables; ///< catalogue order, then unknown tables by name
    QStringList missingTables;
    QHash<QString, QStringList> serverEnums; ///< PostgreSQL enum type -> labels
    int deskVersion = 0;                     ///< version of the desk's own tables, 0 when there are none
    bool isDemo = false;                     ///< filled with demo data by `db init --demo`
    bool hasPostgis = false;
    bool hasVector = false;
};

/// Reads the tables, columns, keys, enum labels, rights and row estimates of the database. Runs a handful of
/// statements whatever the number of tables. A database that a newer desk made is refused.
[[nodiscard]] Result<LiveSchemaPtr> introspect(Connection &connection, const SchemaPtr &catalogue);

} // namespace Ghar

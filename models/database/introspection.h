// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"

#include <QHash>
#include <QList>
#include <QString>

namespace Ghar {

class Connection;

/// One column as the database describes it.
struct FoundColumn
{
    QString name;
    QString type; ///< as the database spells it
    bool nullable = true;
    bool generated = false;
};

/// One table as the database describes it, before it is merged with the catalogue.
struct FoundTable
{
    QString name;
    bool isView = false;
    bool readable = true;
    qint64 estimatedRows = -1;
    QList<FoundColumn> columns;
    QStringList primaryKey;
    QList<ForeignKey> foreignKeys;
    QList<LiveIndex> indexes;
    QStringList triggers; ///< those that are switched on
    QStringList checks;   ///< names of CHECK constraints
    QString rowIdColumn;  ///< a hidden key for tables without a primary key: `rowid`, `ctid` or empty
};

/// Everything found, for mergeWithCatalogue().
struct FoundDatabase
{
    QString server;
    QList<FoundTable> tables;
    QHash<QString, QStringList> enums;
    int deskVersion = 0;
    bool isDemo = false;
    bool hasPostgis = false;
    bool hasVector = false;
};

[[nodiscard]] Result<FoundDatabase> readSqliteTables(Connection &connection);
[[nodiscard]] Result<FoundDatabase> readPostgresTables(Connection &connection);

/// The logical type for a column that the catalogue does not know.
[[nodiscard]] ColumnType columnTypeOf(const QString &serverType, bool isEnum);

[[nodiscard]] LiveSchemaPtr mergeWithCatalogue(const FoundDatabase &found, const SchemaPtr &catalogue);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/schema.h"

#include <QList>
#include <QStringList>

namespace Ghar {

/// A trigger by its names.
struct TableTrigger
{
    QString table;
    QString name;
};

/// The statements that make an empty platform database, one per entry, in order. Deterministic.
struct Ddl
{
    QStringList tables;           ///< enum types, tables, keys, indexes and search structures
    QStringList resumeTriggers;   ///< makes or switches on the triggers; run after a bulk load
    QStringList pauseTriggers;    ///< switches them off for a bulk load that brings its own time stamps
    QList<TableTrigger> triggers; ///< those that the statements make
    QStringList refresh;          ///< fills the search structures from the tables after a bulk load
};

/// SQLite 3.40 without extensions. Types, storage forms and checks: ARCHITECTURE.md, "Storage".
[[nodiscard]] Ddl sqliteDdl(const Schema &schema);

/// What a PostgreSQL server offers beyond the core.
struct ServerFeatures
{
    bool postgis = false;
    bool vector = false;
};

/// PostgreSQL 15 and newer. Without PostGIS the location is text, without pgvector embeddings are real[].
[[nodiscard]] Ddl postgresDdl(const Schema &schema, ServerFeatures features);

/// Columns of single-column foreign keys that no index of the table begins with.
[[nodiscard]] QStringList unindexedForeignKeyColumns(const Table &table);

/// SQL of a JSON literal from the schema files (`{}`, `"open"`, 5, true) without its surrounding type.
[[nodiscard]] QString defaultText(const QJsonValue &value);

} // namespace Ghar

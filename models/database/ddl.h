// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/schema.h"

#include <QStringList>

namespace Ghar {

/// The statements that make an empty platform database, one per entry, in order. Deterministic.
struct Ddl
{
    QStringList tables; ///< enum types, tables, keys and indexes
    QStringList triggers; ///< and the search structures they feed; made after a bulk load
    QStringList dropTriggers; ///< undoes the triggers (not the structures) for a bulk load
    QStringList refresh; ///< fills the search structures from the tables after a bulk load
};

/// SQLite 3.40 without extensions. Types, storage forms and checks as described in ARCHITECTURE.md, "Storage".
[[nodiscard]] Ddl sqliteDdl(const Schema &schema);

/// What a PostgreSQL server offers beyond the core.
struct ServerFeatures
{
    bool postgis = false;
    bool vector = false;
};

/// PostgreSQL 15 and newer. Without PostGIS the location is text, without pgvector embeddings are real[].
[[nodiscard]] Ddl postgresDdl(const Schema &schema, ServerFeatures features);

} // namespace Ghar

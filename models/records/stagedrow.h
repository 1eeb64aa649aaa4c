// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"
#include "database/sql.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace Ghar {

/// Most rows that one action may stage: what is more is work for an import.
inline constexpr qsizetype mostStagedAtOnce = 10'000;

/// A value that a person wants a column to have. DEFAULT is neither NULL nor empty: the database fills it in.
struct StagedValue
{
    Value value;
    bool isDefault = false;
    bool operator==(const StagedValue &) const = default;
};

enum class StagedKind { Insert, Update, Delete };

/// A row as it was read before it was changed: all its columns, and the version by which a change of somebody else is
/// noticed (`xmin` on PostgreSQL; NULL where the values themselves are compared).
struct OriginalRow
{
    QString table;
    Row key; ///< primary key
    QMap<QString, Value> values;
    Value version;
    bool operator==(const OriginalRow &) const = default;
};

/// What is to happen to one row. `id` names it inside the change set and stays the same when its key is edited:
/// `=` and the key's text for a row of the database, `+` and a random number for a new one.
struct StagedRow
{
    QString id;
    StagedKind kind = StagedKind::Update;
    OriginalRow original;              ///< of a new row only the table
    QMap<QString, StagedValue> values; ///< by column; empty for a deletion

    [[nodiscard]] const QString &table() const { return original.table; }
    bool operator==(const StagedRow &) const = default;
};

/// What one action does to one row: `values` are given to a row of the database (`original` as it was read), to a
/// staged new one (`newId`, and only the table in `original`), or to one that is made by it (`newId` is empty and the
/// original has no key).
struct RowEdit
{
    OriginalRow original;
    QString newId;
    QMap<QString, StagedValue> values;
};

/// The id under which a row of the database is staged.
[[nodiscard]] QString stagedIdOf(const Row &key);

/// For the file of staged edits. `withOriginal` is false where the reader already knows the row as it was read.
[[nodiscard]] QJsonObject toJson(const StagedRow &row, bool withOriginal);
/// The other way; nothing when it is not such an object. An original that was left out is empty.
[[nodiscard]] std::optional<StagedRow> stagedRowFromJson(const QJsonObject &object, bool &hasOriginal);

} // namespace Ghar

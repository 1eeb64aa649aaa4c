// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Ghar {

/// What a cell of a file is, as far as the file itself says.
enum class SourceKind {
    Absent,  ///< the row does not have it at all
    Null,    ///< empty, or null
    Text,    ///< also everything in a file of plain text
    Number,  ///< `text` has its digits as they stand in the file
    Boolean, ///< `text` is `true` or `false`
    Date,    ///< a day or a local time of a spreadsheet, as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`
    Json,    ///< an object or a list
    Fault    ///< a cell that holds an error of a spreadsheet; `text` is its name
};

struct SourceCell
{
    SourceKind kind = SourceKind::Absent;
    QString text;
    bool operator==(const SourceCell &) const = default;
};

/// One row of a file, with a cell for each of its columns.
struct SourceRow
{
    qint64 line = 0; ///< where it begins: a line of the file, or a row of the sheet
    QList<SourceCell> cells;
    QString problem; ///< translated: why its cells cannot be used; or empty
};

/// Reads the rows of a file one after the other and keeps no more of it than that. Errors are about the file as a
/// whole: after one nothing else may be called. What is wrong with one row alone is said in the row.
class RowSource
{
public:
    virtual ~RowSource() = default;
    RowSource(const RowSource &) = delete;
    RowSource &operator=(const RowSource &) = delete;

    /// Reads up to the first row. The names of the columns are there afterwards: none is empty, and no two are equal.
    [[nodiscard]] virtual Result<void> begin() = 0;
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// The next row; false when there are no more.
    [[nodiscard]] virtual Result<bool> next(SourceRow &row) = 0;

    /// How much of the file has been read, for progress.
    [[nodiscard]] virtual qint64 position() const = 0;
    [[nodiscard]] virtual qint64 size() const = 0;

    /// Limits that no honest file comes near, so that a broken one is refused before it fills the memory.
    static constexpr qsizetype mostColumns = 2'000;
    static constexpr qsizetype longestCell = 8'000'000;
    static constexpr qsizetype longestRow = 32'000'000;

protected:
    RowSource() = default;
    /// Takes the heading over. Names without cells at the end are dropped; an error names what is missing or double.
    [[nodiscard]] Result<void> setNames(QStringList names);

    QStringList m_names;
};

/// Opens the same file again and again: some questions need all of it before the first row is written.
using RowSourceFactory = std::function<Result<std::unique_ptr<RowSource>>()>;

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/foreignkeyresolver.h"
#include "transfer/importplan.h"
#include "transfer/valueparser.h"

#include <memory>
#include <vector>

namespace Ghar {

class Connection;

/// Reads rows of a file as values of the table's columns: mapped, checked, and with their foreign keys resolved. What
/// is wrong with a row is said in it.
class ImportReader
{
public:
    /// `live` is what the member of staff sees; it and the plan must outlive this.
    ImportReader(Connection &connection, const LiveSchema &live, const LiveTable &table, const ImportPlan &plan,
                 RowSourceFactory factory);

    /// Rows on their way, and the cells in them that name rows of other tables.
    struct Batch
    {
        QList<ImportRow> rows;
        qint64 position = 0; ///< in the file, after them

    private:
        friend class ImportReader;
        std::vector<std::vector<ForeignKeyResolver::Wanted>> wanted; ///< by column
        std::vector<std::vector<qsizetype>> wantedRows;
    };

    [[nodiscard]] Result<void> begin();
    /// The next rows, at most `count`; none at the end. Does not touch the database, so that another thread may read
    /// the next rows while these are written.
    [[nodiscard]] Result<void> read(Batch &batch, qsizetype count);
    /// Finds the rows that the foreign keys mean.
    [[nodiscard]] Result<void> resolve(Batch &batch);

    /// The table's columns that the file gives, in the order of ImportRow::values.
    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    struct Place
    {
        qsizetype cell = 0;        ///< in the file
        bool mayBeLeftOut = false; ///< empty cells stand for the database's default
        ValueParser parser;
        std::unique_ptr<ForeignKeyResolver> resolver;
    };
    [[nodiscard]] Result<void> parse(Batch &batch, ImportRow &row);
    /// Looks at all dates of the file, since one that leaves the order open was met.
    [[nodiscard]] Result<void> decideDates();

    Connection &m_connection;
    const LiveSchema &m_live;
    const LiveTable &m_table;
    const ImportPlan &m_plan;
    const RowSourceFactory m_factory;
    std::unique_ptr<RowSource> m_source;
    std::vector<Place> m_places;
    QList<Column> m_columns;
    SourceRow m_row;
    qint64 m_number = 0;
    qint64 m_size = 0;
};

} // namespace Ghar

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

    [[nodiscard]] Result<void> begin();
    /// The next rows, at most `count`; none at the end.
    [[nodiscard]] Result<void> read(QList<ImportRow> &rows, qsizetype count);

    /// The table's columns that the file gives, in the order of ImportRow::values.
    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    [[nodiscard]] qint64 position() const { return m_source->position(); }
    [[nodiscard]] qint64 size() const { return m_source->size(); }

private:
    struct Place
    {
        qsizetype cell = 0;        ///< in the file
        bool mayBeLeftOut = false; ///< empty cells stand for the database's default
        ValueParser parser;
        std::unique_ptr<ForeignKeyResolver> resolver;
    };
    [[nodiscard]] Result<void> parse(const SourceRow &source, ImportRow &row);
    [[nodiscard]] Result<void> resolve(QList<ImportRow> &rows);
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
    std::vector<std::vector<ForeignKeyResolver::Wanted>> m_wanted; ///< by place, of the rows being read
    std::vector<std::vector<qsizetype>> m_wantedRows;
    SourceRow m_row;
    qint64 m_number = 0;
};

} // namespace Ghar

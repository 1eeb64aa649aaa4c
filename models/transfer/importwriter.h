// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/bulkwriter.h"
#include "records/originalrow.h"
#include "transfer/importkeys.h"
#include "transfer/importplan.h"
#include "transfer/rowlookup.h"

#include <QSet>

#include <memory>
#include <optional>
#include <utility>

namespace Ghar {

class Connection;

/// Writes rows of an import inside the caller's transaction and says in each what became of it. New rows go in bulk;
/// rows that are there are compared, and only what differs is changed.
class ImportWriter
{
public:
    /// `seen` is the table as the member of staff sees it. Everything must outlive this.
    ImportWriter(Connection &connection, const LiveTable &table, const LiveTable &seen, const ImportPlan &plan,
                 const QList<Column> &columns, const QDateTime &now);

    /// What can be said before the first row: whether the file has what every new row needs, and what rows are found
    /// by.
    [[nodiscard]] Result<void> begin();
    /// Writes the rows that have no problem yet.
    [[nodiscard]] Result<void> write(QList<ImportRow> &rows);
    /// Rows that the last write() changed: as they were and as they are.
    using Changes = QList<std::pair<OriginalRow, OriginalRow>>;
    [[nodiscard]] Changes takeChanges() { return std::exchange(m_changed, {}); }
    /// After the last row. A sentence when something is left to do by others.
    [[nodiscard]] Result<QString> finish();

private:
    /// A column of new rows that the file does not give.
    struct Addition
    {
        Column column;
        Value value;
        bool isUuid = false;   ///< another one for each row
        bool isNumber = false; ///< the key that the database would give
    };
    [[nodiscard]] Row keyOf(const ImportRow &row) const;
    [[nodiscard]] Result<void> findExisting(QList<ImportRow> &rows, FoundRows &found);
    [[nodiscard]] Result<void> insertAll(QList<ImportRow> &rows, const QList<qsizetype> &indexes);
    [[nodiscard]] bool complete(ImportRow &row, Row &values);
    [[nodiscard]] Result<void> updateAll(QList<ImportRow> &rows, const QList<qsizetype> &indexes,
                                         const FoundRows &found);
    /// The statement that makes the row as the file has it; nothing when it is so already.
    [[nodiscard]] Result<std::optional<Sql>> changeOf(ImportRow &row, const OriginalRow &original);
    [[nodiscard]] Result<bool> runOne(ImportRow &row, const Sql &sql, bool isGuarded);
    [[nodiscard]] Result<void> readBack(const QList<OriginalRow> &before);
    [[nodiscard]] Result<void> checkScope(QList<ImportRow> &rows);
    [[nodiscard]] Result<void> checkRules(QList<ImportRow> &rows);

    Connection &m_connection;
    const LiveTable &m_table;
    const LiveTable &m_seen;
    const ImportPlan &m_plan;
    const QList<Column> m_columns;
    const QDateTime m_now;
    ImportKeys m_keys;
    QStringList m_keyColumns;
    QList<qsizetype> m_keyPlaces;     ///< of the key columns in ImportRow::values
    QList<qsizetype> m_primaryPlaces; ///< of the primary key in a new row's values
    QList<Addition> m_additions;

    QStringList m_needed; ///< columns that every new row needs and the file does not have
    std::unique_ptr<BulkWriter> m_bulk;
    QSet<quint64> m_metKeys; ///< hashes of the keys of rows until now
    Changes m_changed;
    bool m_bringsKeys = false;
};

} // namespace Ghar

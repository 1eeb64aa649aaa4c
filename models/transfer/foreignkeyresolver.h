// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "transfer/labelindex.h"
#include "transfer/valueparser.h"

#include <QSet>

#include <memory>
#include <optional>

namespace Ghar {

class Connection;

/// Finds the rows that the cells of one foreign key mean: by their key or, where the text is no key, by their label.
/// Remembers what it has looked up. A label that two rows have is refused, not guessed.
class ForeignKeyResolver
{
public:
    /// `live` is what the member of staff sees, and must outlive this.
    ForeignKeyResolver(Connection &connection, const LiveSchema &live, const LiveTable &table, const ForeignKey &key,
                       bool isByLabel);

    struct Wanted
    {
        SourceCell cell;
        Value value;     ///< out
        QString problem; ///< out, translated; or empty
    };
    /// Resolves the cells of many rows with one statement. Keys of the table's own rows are left to the database, since
    /// the row may come with the same file.
    [[nodiscard]] Result<void> resolve(QList<Wanted *> &cells);

private:
    [[nodiscard]] Result<void> lookUp(const QSet<Value> &keys);
    /// Reads all keys of a table that has not many.
    [[nodiscard]] Result<void> readAll();
    void resolveByLabel(Wanted &wanted) const;

    Connection &m_connection;
    const LiveSchema &m_live;
    const LiveTable *m_target;
    const QString m_refColumn;
    const bool m_isByLabel;
    const bool m_isOwnTable;
    std::optional<ValueParser> m_parser; ///< of the key that is referred to
    QSet<Value> m_known;
    QSet<Value> m_missing;
    bool m_hasTriedAll = false;
    bool m_knowsAll = false;
    std::optional<LabelIndex> m_labels;
};

} // namespace Ghar

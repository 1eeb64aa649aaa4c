// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "database/liveschema.h"

#include <QHash>

#include <optional>

namespace Ghar {

class Connection;

/// The rows of one table by what people call them: by the whole label and by each of its parts (a name, a telephone
/// number), whatever the case and blanks. Built in one pass over the table.
class LabelIndex
{
public:
    /// `keyColumn` is what a found row is known by. Tables with more than mostRows rows are refused.
    [[nodiscard]] static Result<LabelIndex> build(Connection &connection, const LiveSchema &live,
                                                  const LiveTable &table, const QString &keyColumn);

    enum class Match { None, One, Several };
    [[nodiscard]] Match find(const QString &label, Value &key) const;

    static constexpr qint64 mostRows = 2'000'000;

private:
    struct Found
    {
        QString key;
        bool isWhole = false; ///< by the whole label, which wins over parts
        bool isAmbiguous = false;
    };
    void add(const QString &label, const QString &key, bool isWhole);

    QHash<QString, Found> m_rows;
};

} // namespace Ghar

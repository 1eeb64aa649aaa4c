// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Ghar {

/// One piece of a row label: fixed text, or a value to look up.
struct RowLabelPart
{
    QString literal; ///< used when there are no alternatives
    /// Paths of column names, the first that is not empty counts. All but a path's last name are foreign keys to
    /// follow.
    QList<QStringList> alternatives;
    bool operator==(const RowLabelPart &) const = default;
};

/// Most foreign keys that a path may follow, so that a row label costs at most this many joins in depth.
inline constexpr qsizetype MaximumRowLabelHops = 2;

/// Takes a template such as `{property_id.title} · {tenant_user_id.full_name|tenant_name}` apart. Says nothing about
/// whether the columns exist: readSchema does.
[[nodiscard]] Result<QList<RowLabelPart>> parseRowLabel(const QString &labelTemplate);

} // namespace Ghar

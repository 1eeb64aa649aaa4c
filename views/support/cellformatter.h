// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"
#include "grid/cellroles.h"
#include "records/rowlabels.h"
#include "schema/schema.h"

#include <QString>

namespace Ghar {

/// A value as a person reads it.
struct CellText
{
    QString text;
    QString exact; ///< the value without rounding or translation, for the tooltip; empty when `text` says it all
    CellKind kind = CellKind::Text;
    CellTone tone = CellTone::Neutral;
    bool rightAligned = false;
};

/// Whether values of persons may be seen.
enum class Privacy { Masked, Revealed };

/// Turns a value into what is shown: money in rupees with Indian grouping, instants in local time, enum labels as
/// words. Secrets are masked whatever `privacy` says.
[[nodiscard]] CellText formatCell(const Column &column, const Value &value, Privacy privacy);

/// A row's label as this person may see it.
[[nodiscard]] const QString &labelText(const RowLabel &label, Privacy privacy);

/// `pending_review` as `Pending review`.
[[nodiscard]] QString humanLabel(const QString &storedLabel);

/// The meaning of an enum label's colour, from the words in it.
[[nodiscard]] CellTone toneOf(const QString &storedLabel);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace Ghar {

/// How a cell is to be drawn.
enum class CellKind {
    Loading, ///< the row is not here yet: draw a placeholder bar
    Text,
    Number, ///< right-aligned tabular figures
    Null, ///< the word NULL, faint
    Boolean,
    Chip, ///< an enum label in a rounded chip, coloured by CellToneRole
    Link, ///< opens another record
    Masked ///< personal value that is not revealed
};

/// Meaning of a chip's colour.
enum class CellTone { Neutral, Accent, Good, Warning, Bad };

/// Roles that the grid asks a model for besides Qt::DisplayRole.
enum CellRole {
    CellKindRole = Qt::UserRole + 1, ///< CellKind as int
    CellToneRole, ///< CellTone as int
};

} // namespace Ghar

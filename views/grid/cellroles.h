// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace Ghar {

/// How a cell is to be drawn.
enum class CellKind {
    Loading, ///< the row is not here yet: draw a placeholder bar
    Text,
    Number,  ///< right-aligned tabular figures
    Null,    ///< the word NULL, faint
    Default, ///< the word DEFAULT, faint: the database fills it in
    Missing, ///< a value is required and not given yet
    Boolean,
    Chip,  ///< an enum label in a rounded chip, coloured by CellToneRole
    Link,  ///< opens another record
    Masked ///< personal value that is not revealed
};

/// Meaning of a chip's colour.
enum class CellTone { Neutral, Accent, Good, Warning, Bad };

/// What is staged for a cell and not yet written.
enum class CellChange {
    None,
    Edited,
    Inserted,
    Deleted,
    Faulty ///< breaks a rule, or the database has refused it
};

/// Roles that the grid asks a model for besides Qt::DisplayRole and Qt::TextAlignmentRole.
enum CellRole {
    CellKindRole = Qt::UserRole + 1, ///< CellKind as int; Text when the model does not know the role
    CellToneRole,                    ///< CellTone as int
    CellChangeRole,                  ///< CellChange as int
};

} // namespace Ghar

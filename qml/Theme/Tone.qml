// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

/// The meaning of a coloured thing. The first five have the values of Ghar::CellTone, so that a model's tone role fits.
QtObject {
    enum Kind {
        Neutral,
        Accent,
        Good,
        Warning,
        Bad,
        Info
    }
}

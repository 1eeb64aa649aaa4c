// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Numbers and money: tabular figures, right-aligned. The text comes formatted by locale.
DeskLabel {
    font.family: Theme.numberFamily
    horizontalAlignment: Text.AlignRight
}

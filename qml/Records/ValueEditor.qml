// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Views

/// What the editors of all types have in common: they begin with the text of an edit and say what was made of it.
FocusScope {
    id: root

    required property FieldEdit edit
    required property RowPickerModel picker
    /// The text that is to be staged.
    property string value
    /// The rule that the value breaks, or empty; shown beside the field.
    property string problem
    /// Whether the editor wants room to be worked in.
    property bool tall: false

    /// Return was pressed: the value is meant to be taken.
    signal taken
}

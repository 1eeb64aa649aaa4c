// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// A table of figures with its heading; gone while it has nothing to show, unless it has words for that.
ColumnLayout {
    id: root

    required property FigureTableModel figures
    property string title
    property string detail
    property string emptyText
    /// With many columns.
    property bool dense: false

    visible: root.figures.count > 0 || root.emptyText !== ""
    spacing: Theme.space1

    SectionHeader {
        Layout.fillWidth: true
        text: root.title
        detail: root.figures.count > 0 ? root.detail : root.emptyText
    }

    FigureTable {
        objectName: "figureTable"
        Layout.fillWidth: true
        visible: root.figures.count > 0
        label: root.title
        headings: root.figures.headings
        figureWidth: Theme.space12 * 2 - (root.dense ? Theme.space4 : 0)
        model: root.figures
        onOpened: (row, column) => root.figures.open(row, column)
    }
}

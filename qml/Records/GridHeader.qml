// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Theme
import Ghar.Views

/// The headings over a TableGrid. Reads all positions from the grid, so that both always agree.
Item {
    id: root

    required property TableGrid grid
    required property TableBrowser browser

    /// The column menu is wanted for this column of the model, at this x.
    signal menuWanted(int column, real position)

    property int revision: 0
    property int lookRevision: 0

    implicitHeight: Theme.rowHeight
    clip: true

    function columnPosition(visual, revision) {
        return root.grid.columnX(visual);
    }

    function columnExtent(visual, revision) {
        return root.grid.visualWidth(visual);
    }

    Connections {
        target: root.grid

        function onColumnsChanged() {
            root.revision++;
        }
    }

    Connections {
        target: root.browser

        function onLookChanged() {
            root.lookRevision++;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.headerBackground
    }

    Repeater {
        model: root.grid.visualColumnCount

        HeaderCell {
            id: cell

            required property int index
            readonly property int column: root.grid.logicalColumn(index)

            visual: index
            z: index < root.grid.pinnedColumns ? 1 : 0
            x: root.columnPosition(index, root.revision)
            width: root.columnExtent(index, root.revision)
            height: root.height
            visible: x + width > 0 && x < root.width
            text: (root.lookRevision, root.browser.columnLabel(column))
            sortDirection: (root.lookRevision, root.browser.sortDirection(column))
            sortPlace: (root.lookRevision, root.browser.sortPlace(column))
            filtered: (root.lookRevision, root.browser.filterOf(root.browser.columnName(column)).length > 0)
            rightAligned: (root.lookRevision, root.browser.isFigure(column))
            onClicked: root.browser.toggleSort(column, root.additional)
            onMenuWanted: root.menuWanted(column, x)
            onResized: width => {
                root.grid.setColumnWidth(column, width);
                root.browser.setColumnWidth(column, width);
            }
            onAutoWidthWanted: {
                const width = root.grid.autoWidth(column);
                root.grid.setColumnWidth(column, width);
                root.browser.setColumnWidth(column, width);
            }
            onDropped: position => {
                for (let i = 0; i < root.grid.visualColumnCount; ++i) {
                    const left = root.grid.columnX(i);
                    if (position >= left && position < left + root.grid.visualWidth(i)) {
                        root.browser.moveColumn(index, i);
                        return;
                    }
                }
            }
        }
    }

    /// Ctrl or Shift held: order by this column as well.
    readonly property bool additional: modifiers.shift

    PointHandler {
        id: modifiers

        readonly property bool shift: (point.modifiers & Qt.ShiftModifier) || (point.modifiers & Qt.ControlModifier)

        target: null
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.border
        z: 2
    }
}

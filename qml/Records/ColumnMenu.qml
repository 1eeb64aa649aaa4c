// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// What can be done with one column.
DeskMenu {
    id: root

    required property TableBrowser browser
    property int column: -1

    readonly property string name: root.browser.columnName(root.column)

    signal filterWanted(string column)

    DeskMenuItem {
        text: qsTr("Order ascending")
        iconName: "arrow-up"
        enabled: root.browser.isSortable(root.column)
        onTriggered: root.browser.sortBy(root.name, false)
    }

    DeskMenuItem {
        text: qsTr("Order descending")
        iconName: "arrow-down"
        enabled: root.browser.isSortable(root.column)
        onTriggered: root.browser.sortBy(root.name, true)
    }

    DeskMenuItem {
        text: qsTr("Order by this as well")
        iconName: "arrow-up-down"
        enabled: root.browser.isSortable(root.column)
        onTriggered: root.browser.toggleSort(root.column, true)
    }

    DeskMenuSeparator {}

    DeskMenuItem {
        text: qsTr("Filter…")
        iconName: "funnel"
        onTriggered: root.filterWanted(root.name)
    }

    DeskMenuSeparator {}

    DeskMenuItem {
        text: qsTr("Pin up to this column")
        iconName: "pin"
        onTriggered: root.browser.setPinned(root.column + 1)
    }

    DeskMenuItem {
        text: qsTr("Unpin all")
        iconName: "pin-off"
        enabled: root.browser.pinnedColumns > 0
        onTriggered: root.browser.setPinned(0)
    }

    DeskMenuItem {
        text: qsTr("Wider")
        iconName: "chevron-right"
        shortcutText: "Alt+Shift+Right"
        onTriggered: root.browser.resizeColumn(root.column, Theme.space6)
    }

    DeskMenuItem {
        text: qsTr("Narrower")
        iconName: "chevron-left"
        shortcutText: "Alt+Shift+Left"
        onTriggered: root.browser.resizeColumn(root.column, -Theme.space6)
    }

    DeskMenuItem {
        text: qsTr("Move left")
        iconName: "arrow-left"
        enabled: root.column > 0
        onTriggered: root.browser.moveColumn(root.column, root.column - 1)
    }

    DeskMenuItem {
        text: qsTr("Move right")
        iconName: "arrow-right"
        onTriggered: root.browser.moveColumn(root.column, root.column + 1)
    }

    DeskMenuItem {
        text: qsTr("Hide")
        iconName: "eye-off"
        onTriggered: root.browser.setColumnShown(root.name, false)
    }
}

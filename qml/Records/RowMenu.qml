// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls
import Ghar.Views

/// What can be done with the selected rows.
DeskMenu {
    id: root

    required property TableBrowser browser
    property int row: -1
    property int column: -1
    property bool isLink: false

    signal copyWanted(string format)
    signal linkWanted
    signal editWanted
    signal removalWanted
    signal addWanted
    signal duplicateWanted
    signal pasteWanted
    signal replaceWanted
    signal historyWanted
    signal markWanted
    signal compareWanted
    signal personHistoryWanted

    /// What is marked for a comparison, in words; or empty.
    property string markText

    onAboutToShow: root.isLink = root.browser.linkOf(root.row, root.column).length > 0

    DeskMenuItem {
        text: qsTr("Open the linked record")
        iconName: "link"
        shortcutText: "Ctrl+O"
        enabled: root.isLink
        onTriggered: root.linkWanted()
    }

    DeskMenuItem {
        text: qsTr("Edit the value")
        iconName: "pencil"
        shortcutText: "Shift+F2"
        enabled: root.row >= 0
        onTriggered: root.editWanted()
    }

    DeskMenuItem {
        text: qsTr("New row")
        iconName: "plus"
        shortcutText: "Ctrl+N"
        onTriggered: root.addWanted()
    }

    DeskMenuItem {
        text: qsTr("Duplicate")
        iconName: "copy"
        shortcutText: "Ctrl+D"
        enabled: root.row >= 0
        onTriggered: root.duplicateWanted()
    }

    DeskMenuItem {
        text: qsTr("Delete the rows, or keep it")
        iconName: "trash-2"
        shortcutText: "Del"
        enabled: root.row >= 0
        onTriggered: root.removalWanted()
    }

    DeskMenuItem {
        text: qsTr("Only rows with this value")
        iconName: "funnel"
        enabled: root.row >= 0 && !root.browser.isNewRow(root.row)
        onTriggered: root.browser.filterByCell(root.row, root.column)
    }

    DeskMenuItem {
        text: qsTr("Find and replace in the column")
        iconName: "text-search"
        shortcutText: "Ctrl+H"
        onTriggered: root.replaceWanted()
    }

    DeskMenuSeparator {}

    DeskMenuItem {
        text: qsTr("History of the row")
        iconName: "history"
        enabled: root.row >= 0
        onTriggered: root.historyWanted()
    }

    DeskMenuItem {
        text: qsTr("What this person did")
        iconName: "user"
        enabled: root.row >= 0 && root.browser.tableName === "users"
        onTriggered: root.personHistoryWanted()
    }

    DeskMenuItem {
        text: qsTr("Mark for a comparison")
        iconName: "git-compare"
        enabled: root.row >= 0
        onTriggered: root.markWanted()
    }

    DeskMenuItem {
        text: root.markText === "" ? qsTr("Compare with the marked row") : qsTr("Compare with %1").arg(root.markText)
        iconName: "git-compare"
        enabled: root.row >= 0 && root.markText !== ""
        onTriggered: root.compareWanted()
    }

    DeskMenuSeparator {}

    DeskMenuItem {
        text: qsTr("Copy")
        iconName: "copy"
        shortcutText: "Ctrl+C"
        onTriggered: root.copyWanted("tsv")
    }

    DeskMenuItem {
        text: qsTr("Paste a block")
        iconName: "clipboard-pen"
        shortcutText: "Ctrl+V"
        enabled: root.row >= 0
        onTriggered: root.pasteWanted()
    }

    DeskMenu {
        title: qsTr("Copy as")

        DeskMenuItem {
            text: qsTr("CSV")
            onTriggered: root.copyWanted("csv")
        }

        DeskMenuItem {
            text: qsTr("JSON")
            onTriggered: root.copyWanted("json")
        }

        DeskMenuItem {
            text: qsTr("Markdown")
            onTriggered: root.copyWanted("markdown")
        }

        DeskMenuItem {
            text: qsTr("SQL")
            onTriggered: root.copyWanted("sql")
        }
    }
}

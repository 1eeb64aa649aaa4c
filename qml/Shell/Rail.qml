// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The screens, and beneath them all tables by module. Folds to icons.
Rectangle {
    id: root

    required property Desk desk
    property bool collapsed: false

    implicitWidth: root.collapsed ? Theme.railCollapsedWidth : Theme.railWidth + Theme.space8
    color: Theme.background

    function focusSearch() {
        root.collapsed = false;
        tableSearch.forceActiveFocus(Qt.ShortcutFocusReason);
        tableSearch.selectAll();
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space2
        spacing: Theme.space1 / 2

        RailScreen {
            objectName: "overviewButton"
            Layout.fillWidth: true
            text: qsTr("Overview")
            iconName: "layout-dashboard"
            shortcutText: "Ctrl+1"
            collapsed: root.collapsed
            current: root.desk.screen === "overview"
            onClicked: root.desk.screen = "overview"
        }

        RailScreen {
            objectName: "recordsButton"
            Layout.fillWidth: true
            text: qsTr("Records")
            iconName: "table"
            shortcutText: "Ctrl+2"
            collapsed: root.collapsed
            current: root.desk.screen === "records"
            onClicked: root.desk.screen = "records"
        }

        RailScreen {
            objectName: "historyButton"
            Layout.fillWidth: true
            text: qsTr("History")
            iconName: "history"
            shortcutText: "Ctrl+3"
            collapsed: root.collapsed
            current: root.desk.screen === "history"
            onClicked: root.desk.screen = "history"
        }

        RailScreen {
            objectName: "moderationButton"
            Layout.fillWidth: true
            text: qsTr("Moderation")
            iconName: "shield-check"
            shortcutText: "Ctrl+4"
            collapsed: root.collapsed
            current: root.desk.screen === "moderation"
            onClicked: root.desk.screen = "moderation"
        }

        Separator {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            Layout.bottomMargin: Theme.space2
        }

        DeskSearchField {
            id: tableSearch

            objectName: "tableSearch"
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space1
            visible: !root.collapsed
            label: qsTr("Find a table")
            placeholderText: qsTr("Find a table")
            shortcutText: "Ctrl+T"
            onSearched: text => root.desk.tree.filter = text
            onAccepted: treeView.openFirst()
            Keys.onDownPressed: {
                treeView.currentIndex = Math.max(0, treeView.firstTable());
                treeView.forceActiveFocus(Qt.TabFocusReason);
            }
        }

        ListView {
            id: treeView

            objectName: "tableList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !root.collapsed
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.desk.tree
            keyNavigationEnabled: true
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.Tree
            Accessible.name: qsTr("Tables")
            Keys.onReturnPressed: treeView.open(treeView.currentIndex)
            Keys.onEnterPressed: treeView.open(treeView.currentIndex)
            Keys.onSpacePressed: treeView.open(treeView.currentIndex)

            /// The first table that the filter leaves, or -1.
            function firstTable(): int {
                for (let row = 0; row < treeView.count; ++row) {
                    if (!root.desk.tree.isModuleAt(row))
                        return row;
                }
                return -1;
            }

            function openFirst() {
                root.desk.tree.filter = tableSearch.text;
                if (tableSearch.text !== "" && treeView.firstTable() >= 0)
                    treeView.open(treeView.firstTable());
            }

            function open(row) {
                if (root.desk.tree.isModuleAt(row))
                    root.desk.tree.toggleModule(root.desk.tree.nameAt(row));
                else if (root.desk.tree.nameAt(row) !== "")
                    root.desk.showTable(root.desk.tree.nameAt(row));
            }

            delegate: RailEntry {
                // The scroll bar has a lane of its own beside the counts.
                width: treeView.width - Theme.scrollBarWidth
                current: !treeIsModule && root.desk.screen === "records" && root.desk.browser.tableName === treeName
                highlighted: treeView.activeFocus && treeView.currentIndex === index
                onClicked: {
                    treeView.currentIndex = index;
                    treeView.open(index);
                }
            }

            DeskLabel {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.space3
                visible: treeView.count === 0 && root.desk.tree.filter !== ""
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: Theme.textMuted
                text: qsTr("No table is called “%1”.").arg(root.desk.tree.filter)
            }
        }

        Item {
            Layout.fillHeight: true
            visible: root.collapsed
        }

        DeskIconButton {
            objectName: "foldRailButton"
            label: root.collapsed ? qsTr("Unfold the list of tables") : qsTr("Fold the list of tables")
            iconName: "panel-left"
            shortcutText: "Ctrl+B"
            onClicked: root.collapsed = !root.collapsed
        }
    }

    Rectangle {
        anchors.right: parent.right
        width: Theme.hairline
        height: parent.height
        color: Theme.border
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// One module with its number of rows and its largest tables; each opens its rows.
Rectangle {
    id: root

    required property string moduleName
    required property string moduleLabel
    required property string moduleIcon
    required property string moduleRows
    required property var moduleTables

    signal opened(string table)

    /// Room for that many tables, so that cards stand in even rows.
    readonly property int tableRows: 4

    implicitHeight: header.height + content.spacing + root.tableRows * (Theme.rowHeight + content.spacing) + 2 * Theme.space3
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.border
    border.width: Theme.hairline
    Accessible.role: Accessible.Grouping
    Accessible.name: root.moduleLabel

    // A positioner, since layouts of Qt 6.4 keep pointers to what a Repeater inside them has deleted.
    Column {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space3
        spacing: Theme.space1

        RowLayout {
            id: header

            width: content.width
            height: Theme.rowHeight
            spacing: Theme.space2

            Icon {
                name: root.moduleIcon
                color: Theme.textMuted
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.moduleLabel
                font.weight: Theme.strongWeight
            }

            Skeleton {
                visible: root.moduleRows === ""
                Layout.preferredWidth: Theme.space8
                Layout.preferredHeight: Theme.space3
            }

            NumberLabel {
                visible: root.moduleRows !== ""
                text: root.moduleRows
                color: Theme.textMuted
            }
        }

        Repeater {
            model: root.moduleTables

            DeskLink {
                required property var modelData

                width: content.width
                label: modelData.label
                detail: modelData.rows
                onClicked: root.opened(modelData.table)
            }
        }
    }
}

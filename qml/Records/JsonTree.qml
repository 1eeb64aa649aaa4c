// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// A JSON value as a tree that opens in place; text that is no JSON as it is. A positioner, since layouts of Qt 6.4 keep
/// pointers to what a Repeater inside them has deleted.
Column {
    id: root

    required property string json

    spacing: 0

    JsonTreeModel {
        id: tree

        text: root.json
    }

    DeskLabel {
        width: root.width
        visible: !tree.valid
        text: root.json
        wrapMode: Text.WrapAnywhere
        maximumLineCount: 6
    }

    Repeater {
        model: tree

        RowLayout {
            id: node

            required property int index
            required property string nodeKey
            required property string nodeText
            required property int nodeDepth
            required property bool nodeExpandable
            required property bool nodeExpanded
            required property string nodeType

            width: root.width
            spacing: Theme.space1

            DeskIconButton {
                Layout.leftMargin: node.nodeDepth * Theme.space3
                small: true
                opacity: node.nodeExpandable ? 1 : 0
                enabled: node.nodeExpandable
                label: node.nodeExpanded ? qsTr("Close %1").arg(node.nodeKey) : qsTr("Open %1").arg(node.nodeKey)
                iconName: node.nodeExpanded ? "chevron-down" : "chevron-right"
                onClicked: tree.toggle(node.index)
            }

            DeskLabel {
                visible: node.nodeKey !== ""
                text: node.nodeKey
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            DeskLabel {
                Layout.fillWidth: true
                text: node.nodeText
                color: node.nodeExpandable || node.nodeType === "null" ? Theme.textFaint : Theme.text
                font.pixelSize: Theme.captionSize
            }
        }
    }
}

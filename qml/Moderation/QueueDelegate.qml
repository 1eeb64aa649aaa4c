// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// One queue with its count and how late it is.
T.ItemDelegate {
    id: root

    required property int index
    required property string queueLabel
    required property string iconName
    required property string countText
    required property bool overdue
    required property string detail

    implicitHeight: Theme.rowHeight
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    focusPolicy: Qt.NoFocus
    hoverEnabled: !Theme.still
    Accessible.role: Accessible.ListItem
    Accessible.name: root.countText === "" ? root.queueLabel : qsTr("%1, %2").arg(root.queueLabel).arg(root.countText)
    Accessible.description: root.detail
    Accessible.onPressAction: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            name: root.iconName
            color: root.highlighted ? Theme.accentInk : Theme.textMuted
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.queueLabel
            color: root.highlighted ? Theme.accentInk : Theme.text
            font.weight: root.highlighted ? Theme.strongWeight : Theme.regularWeight
        }

        Icon {
            visible: root.overdue
            name: "clock"
            size: Theme.iconTiny
            color: Theme.badText
        }

        NumberLabel {
            text: root.countText
            color: root.overdue ? Theme.badText : Theme.textMuted
            font.pixelSize: Theme.captionSize
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? Theme.accentSoft : root.hovered ? Theme.hover : "transparent"
    }

    HoverTip {
        text: root.detail
        shortcutText: String(root.index + 1)
        wanted: root.hovered && root.detail !== ""
    }
}

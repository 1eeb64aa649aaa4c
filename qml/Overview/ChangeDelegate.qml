// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// One of the latest changes: what it is, which row, and when.
T.ItemDelegate {
    id: root

    required property int index
    required property string changeTable
    required property string changeTableLabel
    required property string changeIcon
    required property string changeText
    required property string changeKey
    required property string changeAgo
    required property string changeExact

    implicitHeight: Theme.rowHeight
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: root.changeTableLabel + ": " + root.changeText + ", " + root.changeAgo

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            name: root.changeIcon
            color: Theme.textMuted
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.changeText
        }

        DeskLabel {
            Layout.maximumWidth: Theme.labelWidth
            text: root.changeTableLabel
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }

        DeskLabel {
            Layout.preferredWidth: Theme.space12 * 2
            horizontalAlignment: Text.AlignRight
            text: root.changeAgo
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.highlighted ? Theme.selection : root.hovered ? Theme.hover : "transparent"
    }

    HoverTip {
        text: root.changeExact
        wanted: root.hovered && !root.down
    }
}

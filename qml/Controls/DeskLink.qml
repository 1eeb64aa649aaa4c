// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Theme

/// A line that leads somewhere: a label, and a figure or word at its right end.
T.AbstractButton {
    id: root

    required property string label
    property string detail
    property string iconName
    property bool current: false
    property color ink: root.current ? Theme.accentInk : Theme.text
    property string toolTipText
    /// Lets a long label break anywhere instead of cutting it.
    property bool wrap: false

    text: root.label
    implicitHeight: root.wrap ? Math.max(Theme.chipHeight, implicitContentHeight) : Theme.rowHeight
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Link
    Accessible.name: root.detail === "" ? root.label : root.label + ", " + root.detail
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            Layout.alignment: root.wrap ? Qt.AlignTop : Qt.AlignVCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: root.current ? Theme.accentInk : Theme.textMuted
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.label
            color: root.ink
            wrapMode: root.wrap ? Text.WrapAnywhere : Text.NoWrap
            maximumLineCount: root.wrap ? 6 : 1
        }

        NumberLabel {
            visible: root.detail !== ""
            text: root.detail
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.current ? Theme.accentSoft : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            active: root.visualFocus
            radius: parent.radius + Theme.focusWidth
        }
    }

    HoverTip {
        text: root.toolTipText
        wanted: root.hovered
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

T.CheckBox {
    id: root

    readonly property bool marked: root.checkState !== Qt.Unchecked

    implicitWidth: (root.text === "" ? indicator.implicitWidth : contentItem.implicitWidth) + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    spacing: Theme.space2
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text

    indicator: Rectangle {
        implicitWidth: Theme.iconSmall
        implicitHeight: Theme.iconSmall
        x: root.leftPadding
        y: Math.round((root.height - height) / 2)
        radius: Theme.radiusSmall
        color: !root.enabled ? Theme.fieldDisabled : root.marked ? (root.hovered ? Theme.accentHover : Theme.accent) : root.down ? Theme.pressed : Theme.field
        border.width: root.marked && root.enabled ? 0 : Theme.hairline
        border.color: root.enabled ? Theme.borderControl : Theme.borderStrong

        Icon {
            anchors.centerIn: parent
            visible: root.marked
            name: root.checkState === Qt.PartiallyChecked ? "minus" : "check"
            size: Theme.iconTiny
            color: root.enabled ? Theme.accentText : Theme.textDisabled
        }

        FocusRing {
            active: root.visualFocus
            radius: Theme.radiusSmall + Theme.focusWidth
        }
    }

    contentItem: DeskLabel {
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        font: root.font
        Accessible.ignored: true
    }
}

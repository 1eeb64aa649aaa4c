// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

T.RadioButton {
    id: root

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    spacing: Theme.space2
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text

    indicator: Rectangle {
        implicitWidth: Theme.iconSmall
        implicitHeight: Theme.iconSmall
        x: root.leftPadding
        y: Math.round((root.height - height) / 2)
        radius: width / 2
        color: !root.enabled ? Theme.fieldDisabled : root.checked ? Theme.accent : root.down ? Theme.pressed : Theme.field
        border.width: root.checked && root.enabled ? 0 : Theme.hairline
        border.color: root.enabled ? Theme.borderControl : Theme.borderStrong

        Rectangle {
            anchors.centerIn: parent
            width: Theme.space1 + Theme.focusWidth
            height: width
            radius: width / 2
            visible: root.checked
            color: root.enabled ? Theme.accentText : Theme.textDisabled
        }

        FocusRing {
            active: root.visualFocus
            radius: width / 2
        }
    }

    contentItem: DeskLabel {
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        font: root.font
        Accessible.ignored: true
    }
}

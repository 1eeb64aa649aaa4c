// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// For settings that act at once; inside forms use a check box.
T.Switch {
    id: root

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    spacing: Theme.space2
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text

    indicator: Rectangle {
        implicitWidth: Theme.switchWidth
        implicitHeight: Theme.badgeHeight
        x: root.leftPadding
        y: Math.round((root.height - height) / 2)
        radius: height / 2
        color: !root.enabled ? Theme.fieldDisabled : root.checked ? (root.hovered ? Theme.accentHover : Theme.accent) : root.hovered ? Theme.pressed : Theme.neutralSoft
        border.width: root.checked && root.enabled ? 0 : Theme.hairline
        border.color: root.enabled ? Theme.borderControl : Theme.borderStrong

        Rectangle {
            x: Theme.hairline * 3 + root.visualPosition * (parent.width - width - Theme.hairline * 6)
            y: Theme.hairline * 3
            width: parent.height - Theme.hairline * 6
            height: width
            radius: width / 2
            color: !root.enabled ? Theme.textDisabled : root.checked ? Theme.accentText : Theme.textMuted

            Behavior on x {
                enabled: !root.down

                SmoothedAnimation {
                    duration: Theme.durationFast
                    velocity: -1
                }
            }
        }

        FocusRing {
            active: root.visualFocus
            radius: height / 2
        }
    }

    contentItem: DeskLabel {
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        font: root.font
        Accessible.ignored: true
    }
}

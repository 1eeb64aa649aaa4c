// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// A whole number with steps; grouped by locale while not being typed.
T.SpinBox {
    id: root

    property string label
    property string errorText
    property bool invalid: root.errorText !== ""

    implicitWidth: Theme.numberFieldWidth
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.space2
    rightPadding: Theme.space6
    editable: true
    font.family: Theme.numberFamily
    font.pixelSize: Theme.bodySize
    inputMethodHints: Qt.ImhDigitsOnly
    hoverEnabled: true
    Accessible.role: Accessible.SpinBox
    Accessible.name: root.label
    Accessible.description: root.errorText

    validator: IntValidator {
        bottom: Math.min(root.from, root.to)
        top: Math.max(root.from, root.to)
    }

    contentItem: TextInput {
        text: root.displayText
        font: root.font
        color: root.enabled ? Theme.text : Theme.textDisabled
        selectionColor: Theme.textSelection
        selectedTextColor: Theme.text
        horizontalAlignment: TextInput.AlignRight
        verticalAlignment: TextInput.AlignVCenter
        readOnly: !root.editable
        validator: root.validator
        inputMethodHints: root.inputMethodHints
        selectByMouse: true
        clip: true
        Accessible.ignored: true
    }

    up.indicator: Rectangle {
        x: root.width - width - Theme.focusWidth
        y: Theme.focusWidth
        width: Theme.space5 - Theme.focusWidth
        height: root.height / 2 - Theme.focusWidth
        radius: Theme.radiusSmall
        color: root.up.pressed ? Theme.pressed : root.up.hovered ? Theme.hover : "transparent"

        Icon {
            anchors.centerIn: parent
            name: "chevron-up"
            size: Theme.iconTiny
            color: root.enabled && root.value < root.to ? Theme.textMuted : Theme.textDisabled
        }
    }

    down.indicator: Rectangle {
        x: root.width - width - Theme.focusWidth
        y: root.height / 2
        width: Theme.space5 - Theme.focusWidth
        height: root.height / 2 - Theme.focusWidth
        radius: Theme.radiusSmall
        color: root.down.pressed ? Theme.pressed : root.down.hovered ? Theme.hover : "transparent"

        Icon {
            anchors.centerIn: parent
            name: "chevron-down"
            size: Theme.iconTiny
            color: root.enabled && root.value > root.from ? Theme.textMuted : Theme.textDisabled
        }
    }

    background: FieldBackground {
        focused: root.activeFocus
        hovered: root.hovered
        invalid: root.invalid
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// One choice of a DeskSegmentedControl.
T.AbstractButton {
    id: root

    required property int index
    required property string modelData

    property bool current: false
    property bool iconOnly: false
    property string iconName

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: (root.iconOnly ? Theme.space2 : Theme.space3) - Theme.focusWidth
    rightPadding: leftPadding
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    text: root.modelData
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.modelData
    Accessible.checkable: true
    Accessible.checked: root.current

    contentItem: TabContent {
        text: root.iconOnly ? "" : root.modelData
        iconName: root.iconName
        font: root.font
        ink: !root.enabled ? Theme.textDisabled : root.current ? Theme.text : Theme.textMuted
        iconInk: !root.enabled ? Theme.textDisabled : root.current ? Theme.accentInk : Theme.textMuted
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.current ? Theme.segment : root.hovered ? Theme.pressed : "transparent"
        border.width: root.current ? Theme.hairline : 0
        border.color: Theme.borderStrong
    }

    HoverTip {
        text: root.iconOnly ? root.modelData : ""
        wanted: root.hovered
    }
}

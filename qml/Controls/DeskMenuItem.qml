// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

T.MenuItem {
    id: root

    property string iconName: root.icon.name !== "" ? root.icon.name : (root.subMenu as DeskMenu)?.iconName ?? ""
    property string shortcutText: typeof root.action?.shortcut === "string" ? root.action.shortcut : ""
    property bool danger: false

    readonly property color ink: !root.enabled ? Theme.textDisabled : root.danger ? Theme.badText : Theme.text

    implicitWidth: implicitContentWidth + (root.subMenu ? Theme.space6 : 0) + leftPadding + rightPadding
    implicitHeight: root.visible ? Theme.rowHeight : 0
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    Accessible.role: Accessible.MenuItem
    Accessible.name: root.text

    contentItem: MenuItemContent {
        text: root.text
        iconName: root.checkable ? (root.checked ? "check" : "") : root.iconName
        shortcutText: root.shortcutText
        ink: root.ink
        iconInk: root.danger || !root.enabled ? root.ink : root.checkable ? Theme.accentInk : Theme.textMuted
        shortcutInk: root.enabled ? Theme.textFaint : Theme.textDisabled
    }

    arrow: Icon {
        anchors.right: parent.right
        anchors.rightMargin: root.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        visible: root.subMenu
        name: "chevron-right"
        color: root.ink
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.highlighted ? Theme.hover : "transparent"
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// The button of one screen in the rail.
T.AbstractButton {
    id: root

    required property string iconName
    required property string shortcutText
    property bool collapsed: false
    property bool current: false

    implicitHeight: Theme.rowComfortable
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    hoverEnabled: !Theme.still
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: root.text
    Accessible.selected: root.current
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            Layout.leftMargin: root.collapsed ? Theme.space1 / 2 : 0
            name: root.iconName
            color: root.current ? Theme.accentInk : Theme.textMuted
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: !root.collapsed
            text: root.text
            color: root.current ? Theme.accentInk : Theme.text
            font.weight: root.current ? Theme.strongWeight : Theme.mediumWeight
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.current ? Theme.accentSoft : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            active: root.visualFocus
            radius: parent.radius + Theme.focusWidth
        }
    }

    HoverTip {
        text: root.text
        shortcutText: root.shortcutText
        wanted: root.hovered && !root.down
    }
}

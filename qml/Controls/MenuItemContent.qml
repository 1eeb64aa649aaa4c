// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Icon, words and shortcut of a DeskMenuItem; the words of all items begin at the same place.
Item {
    id: root

    property string text
    property string iconName
    property string shortcutText
    property color ink
    property color iconInk
    property color shortcutInk

    implicitWidth: label.x + label.implicitWidth + (shortcut.visible ? Theme.space6 + shortcut.implicitWidth : 0)

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: root.iconInk
    }

    DeskLabel {
        id: label

        x: Theme.iconSmall + Theme.space2
        width: (shortcut.visible ? shortcut.x - Theme.space2 : root.width) - x
        height: parent.height
        text: root.text
        color: root.ink
        Accessible.ignored: true
    }

    DeskLabel {
        id: shortcut

        anchors.right: parent.right
        height: parent.height
        visible: root.shortcutText !== ""
        text: root.shortcutText
        font.pixelSize: Theme.captionSize
        color: root.shortcutInk
        Accessible.ignored: true
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

Row {
    id: root

    property string text
    property string keys

    spacing: Theme.space2

    DeskLabel {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, Theme.readingWidth - 2 * Theme.space2 - (caps.visible ? caps.width + Theme.space2 : 0))
        text: root.text
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
    }

    KeyCap {
        id: caps

        anchors.verticalCenter: parent.verticalCenter
        keys: root.keys
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// Icon, words and count of a DeskTab or a segment.
Item {
    id: root

    property string text
    property string iconName
    property int count: 0
    property color ink
    property color iconInk
    property alias font: label.font

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        spacing: Theme.space1 + Theme.focusWidth

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.iconInk
        }

        DeskLabel {
            id: label

            Layout.fillWidth: true
            visible: text !== ""
            text: root.text
            color: root.ink
            Accessible.ignored: true
        }

        Badge {
            count: root.count
        }
    }
}

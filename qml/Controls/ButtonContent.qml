// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// Icon or spinner, words and key of a DeskButton, centred and elided as one.
Item {
    id: root

    property string text
    property string iconName
    property string keys
    property color ink
    property color iconInk
    property bool busy: false
    property alias font: label.font

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        spacing: Theme.space1 + Theme.focusWidth

        Icon {
            visible: root.iconName !== "" && !root.busy
            name: root.iconName
            color: root.iconInk
        }

        Spinner {
            visible: root.busy
            color: root.iconInk
        }

        DeskLabel {
            id: label

            objectName: "buttonLabel"
            Layout.fillWidth: true
            text: root.text
            color: root.ink
            Accessible.ignored: true
        }

        KeyCap {
            keys: root.keys
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Theme

/// A key or key combination such as "Ctrl+K", one cap per key; "Then" sequences are separated by a comma.
Row {
    id: root

    property string keys

    spacing: Theme.space1 / 2
    visible: root.keys !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: root.keys

    Repeater {
        // A lone plus sign and a lone comma are keys as well.
        model: root.keys === "" ? [] : root.keys === "," ? ["\u0002"] : root.keys.replace(/\+\+$/, "+\u0001").replace(/^\+$/, "\u0001").split(/\+|,\s*/)

        Rectangle {
            id: cap

            required property string modelData

            implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.space2)
            implicitHeight: Theme.keyCapHeight
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.borderStrong

            DeskLabel {
                id: label

                anchors.centerIn: parent
                text: cap.modelData === "\u0001" ? "+" : cap.modelData === "\u0002" ? "," : cap.modelData
                font.pixelSize: Theme.captionSize
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }
    }
}

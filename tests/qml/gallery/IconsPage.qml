// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Theme
import Ghar.Controls

Flow {
    id: root

    property list<string> iconNames

    spacing: Theme.space2

    Repeater {
        model: [...root.iconNames, "no-such-icon"]

        Column {
            id: entry

            required property string modelData

            width: 112
            spacing: Theme.space1

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.space2

                Icon {
                    name: entry.modelData
                }

                Icon {
                    name: entry.modelData
                    size: Theme.iconLarge
                    color: Theme.text
                }
            }

            DeskLabel {
                width: parent.width
                text: entry.modelData
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.captionSize
                color: Theme.textMuted
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Where the keyboard is. Drawn around its parent.
Rectangle {
    id: root

    property bool active: false

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    radius: Theme.radius + Theme.focusWidth
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.focusRing
    visible: root.active
}

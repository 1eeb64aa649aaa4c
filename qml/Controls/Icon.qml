// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// One icon of resources/icons. Decoration only: the control around it says the words.
Image {
    id: root

    property string name
    property int size: Theme.iconSmall
    property color color: Theme.textMuted
    // Small icons get a thicker stroke in their own units, so that no line is thinner than 1.25 pixels on the screen.
    readonly property real stroke: Math.max(1.5, 30 / root.size)

    source: root.name === "" ? "" : "image://icon/" + root.name + "/" + String(root.color).substring(1) + "/" + root.stroke
    // The engine multiplies by the screen's pixel ratio for image providers by itself.
    sourceSize.width: root.size
    sourceSize.height: root.size
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}

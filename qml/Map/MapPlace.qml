// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme
import Ghar.Views

/// A pin on a map, with a circle for how exact its place is.
Item {
    id: root

    required property MapView view
    property real latitude: 0
    property real longitude: 0
    /// In metres; 0 where the place is exact or nothing is known.
    property real accuracy: 0

    readonly property point place: {
        // What the place depends on, for the binding.
        const seen = [root.view.zoomLevel, root.view.metresPerPixel, root.view.width, root.view.height, root.moved];
        return seen.length > 0 ? root.view.pointOf(root.latitude, root.longitude) : Qt.point(0, 0);
    }
    property int moved: 0

    Connections {
        target: root.view

        function onViewChanged() {
            ++root.moved;
        }
    }

    Rectangle {
        anchors.centerIn: pinTip
        width: 2 * root.accuracy / root.view.metresPerPixel
        height: width
        radius: width / 2
        visible: root.accuracy > 0 && width > Theme.space3
        color: Qt.rgba(Theme.accent.r, Theme.accent.g, Theme.accent.b, 0.12)
        border.width: Theme.hairline
        border.color: Theme.accent
        antialiasing: true
    }

    Item {
        id: pinTip

        x: root.place.x
        y: root.place.y
    }

    MapPin {
        objectName: "mapPin"
        x: Math.round(root.place.x - width / 2)
        y: Math.round(root.place.y - height)
    }
}

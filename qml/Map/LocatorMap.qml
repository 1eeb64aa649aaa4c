// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls

/// A small map around one place. Return, or its button, shows it large.
MapSurface {
    id: root

    property real latitude: 0
    property real longitude: 0
    /// Metres, see MapPlace.
    property real accuracy: 0
    property real startZoom: 10

    function showPlace() {
        root.view.lookAt(root.latitude, root.longitude, root.startZoom);
    }

    function enlarge() {
        overlay.zoom = root.view.zoomLevel;
        overlay.open();
    }

    activeFocusOnTab: false
    // The list around it scrolls.
    wheelZooms: false
    Component.onCompleted: root.showPlace()
    onLatitudeChanged: root.showPlace()
    onLongitudeChanged: root.showPlace()
    Keys.onReturnPressed: root.enlarge()
    Keys.onEnterPressed: root.enlarge()

    tools: DeskIconButton {
        objectName: "enlargeMap"
        iconName: "maximize-2"
        label: qsTr("Show the map large")
        shortcutText: qsTr("Return")
        focusPolicy: Qt.NoFocus
        onClicked: root.enlarge()
    }

    MapPlace {
        anchors.fill: parent
        view: root.view
        latitude: root.latitude
        longitude: root.longitude
        accuracy: root.accuracy
    }

    LocatorOverlay {
        id: overlay

        objectName: "locatorOverlay"
        label: root.label
        latitude: root.latitude
        longitude: root.longitude
        accuracy: root.accuracy
        onClosed: root.view.forceActiveFocus(Qt.PopupFocusReason)
    }
}

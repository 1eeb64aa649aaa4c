// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// A place on a map over the whole window. Escape closes, P goes back to the place.
T.Popup {
    id: root

    property string label
    property real latitude: 0
    property real longitude: 0
    property real accuracy: 0
    property real zoom: 10

    function showPlace() {
        large.view.lookAt(root.latitude, root.longitude, root.zoom);
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    onAboutToShow: root.showPlace()
    onOpened: large.view.forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        color: Theme.background
    }

    // qmllint disable deferred-property-id
    contentItem: FocusScope {
        focus: true
        Accessible.role: Accessible.Pane
        Accessible.name: root.label
        Keys.onPressed: event => {
            if (event.key === Qt.Key_P && event.modifiers === Qt.NoModifier) {
                root.showPlace();
                event.accepted = true;
            }
        }

        RowLayout {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.space4
            anchors.rightMargin: Theme.space2
            height: Theme.titleBarHeight
            spacing: Theme.space3

            DeskLabel {
                text: root.label
                font.pixelSize: Theme.titleSize
                font.weight: Theme.strongWeight
                Accessible.role: Accessible.Heading
            }

            DeskLabel {
                Layout.fillWidth: true
                text: qsTr("%1, %2").arg(root.latitude.toFixed(6)).arg(root.longitude.toFixed(6))
                color: Theme.textMuted
                font.family: Theme.numberFamily
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                text: qsTr("Back to the place")
                iconName: "map-pin"
                shortcutText: "P"
                showShortcut: true
                focusPolicy: Qt.NoFocus
                onClicked: root.showPlace()
            }

            DeskButton {
                objectName: "closeMap"
                variant: DeskButton.Variant.Quiet
                text: qsTr("Close")
                iconName: "x"
                shortcutText: qsTr("Esc")
                showShortcut: true
                focusPolicy: Qt.NoFocus
                onClicked: root.close()
            }
        }

        MapSurface {
            id: large

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.space2
            anchors.rightMargin: Theme.space2
            anchors.bottomMargin: Theme.space2
            focus: true
            label: root.label

            MapPlace {
                anchors.fill: parent
                view: large.view
                latitude: root.latitude
                longitude: root.longitude
                accuracy: root.accuracy
            }
        }
    }
}

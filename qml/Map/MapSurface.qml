// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// A map with what always belongs to it: scale, zoom buttons, the coordinates under the pointer where there is room, and
/// the attribution. Children lie over the map in its coordinates.
FocusScope {
    id: root

    readonly property MapView view: map
    property string label: qsTr("Map")
    property bool wheelZooms: true
    /// Over the buttons of the map, for others.
    property alias tools: extraTools.data
    default property alias content: layer.data

    implicitHeight: Theme.locatorHeight + foot.height

    MapView {
        id: map

        objectName: "map"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        focus: true
        wheelZooms: root.wheelZooms
        animated: !Theme.reducedMotion && !Theme.still
        style: MapStyle {
            water: Theme.mapWater
            land: Theme.mapLand
            home: Theme.mapHome
            urban: Theme.mapUrban
            river: Theme.mapRiver
            coast: Theme.mapCoast
            border: Theme.mapBorder
            homeBorder: Theme.mapHomeBorder
            stateBorder: Theme.mapStateBorder
            label: Theme.mapLabel
            labelMuted: Theme.mapLabelMuted
            halo: Theme.mapHalo
            family: Theme.textFamily
        }
        Accessible.role: Accessible.Graphic
        Accessible.name: root.label
        Accessible.description: qsTr("Arrow keys move, plus and minus zoom, 0 shows the whole of India.")
        Accessible.focusable: true

        PinchHandler {
            id: pinch

            property real before: 0

            target: null
            onActiveChanged: before = map.zoomLevel
            onActiveScaleChanged: if (active)
                map.zoomAt(before + Math.log2(activeScale), centroid.position)
        }
    }

    Item {
        id: layer

        anchors.fill: map
        clip: true
    }

    MapScale {
        anchors.left: map.left
        anchors.bottom: map.bottom
        anchors.margins: Theme.space3
        text: map.scaleText
        pixels: map.scalePixels
    }

    Rectangle {
        anchors.right: map.right
        anchors.bottom: map.bottom
        anchors.margins: Theme.space2
        width: buttons.width
        height: buttons.height
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.hairline
        border.color: Theme.border

        Column {
            id: buttons

            Column {
                id: extraTools
            }

            DeskIconButton {
                objectName: "zoomIn"
                iconName: "plus"
                label: qsTr("Zoom in")
                shortcutText: "+"
                focusPolicy: Qt.NoFocus
                enabled: map.zoomLevel < 18
                onClicked: map.zoomBy(1)
            }

            DeskIconButton {
                objectName: "zoomOut"
                iconName: "minus"
                label: qsTr("Zoom out")
                shortcutText: "-"
                focusPolicy: Qt.NoFocus
                enabled: map.zoomLevel > map.minimumZoom
                onClicked: map.zoomBy(-1)
            }

            DeskIconButton {
                objectName: "mapHome"
                iconName: "house"
                label: qsTr("The whole of India")
                shortcutText: "0"
                focusPolicy: Qt.NoFocus
                onClicked: map.home()
            }
        }
    }

    Rectangle {
        anchors.fill: map
        color: "transparent"
        border.width: Theme.hairline
        border.color: Theme.border
    }

    FocusRing {
        anchors.fill: map
        anchors.margins: 0
        active: map.activeFocus
    }

    Item {
        id: foot

        readonly property bool roomy: attribution.implicitWidth + coordinates.width + Theme.space4 <= width

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: attribution.height + Theme.space1

        DeskLabel {
            id: attribution

            objectName: "mapAttribution"
            anchors.bottom: parent.bottom
            width: foot.width - (foot.roomy ? coordinates.width : 0)
            text: map.attribution
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
        }

        DeskLabel {
            id: coordinates

            objectName: "mapCoordinates"
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            // Of one width, so that nothing moves with the pointer.
            width: Theme.labelWidth
            visible: foot.roomy
            horizontalAlignment: Text.AlignRight
            text: map.pointerText
            color: Theme.textMuted
            font.family: Theme.numberFamily
            font.pixelSize: Theme.captionSize
        }
    }
}

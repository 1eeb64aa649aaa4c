// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// One picture, small. Its place is the same whether there is a picture or not.
T.AbstractButton {
    id: root

    required property PictureStore store
    required property string source
    /// What stands at its corner: its number, or what it is.
    required property string badge
    /// Where the keyboard is in the row.
    property bool current: false

    readonly property alias status: picture.status
    readonly property alias host: picture.host

    implicitWidth: Theme.thumbnailWidth
    implicitHeight: Theme.thumbnailHeight
    focusPolicy: Qt.NoFocus
    hoverEnabled: !Theme.still
    Accessible.role: Accessible.Button
    Accessible.name: picture.errorText === "" ? qsTr("Picture %1").arg(root.badge) : qsTr("Picture %1: %2").arg(root.badge).arg(picture.errorText)
    Accessible.onPressAction: root.clicked()

    background: Rectangle {
        color: picture.status === Picture.Status.Ready ? "transparent" : Theme.skeleton
        radius: Theme.radiusSmall
    }

    // The button tells of the picture in it.
    // qmllint disable deferred-property-id
    contentItem: Item {
        Picture {
            id: picture

            objectName: "thumbnailPicture"
            anchors.fill: parent
            store: root.store
            source: root.source
            fillMode: Picture.FillMode.Crop
            greyscale: root.store.look.greyscale
            blurred: root.store.look.blurred
        }

        Icon {
            anchors.centerIn: parent
            visible: picture.status === Picture.Status.Blocked || picture.status === Picture.Status.Failed
            name: picture.status === Picture.Status.Blocked ? "lock" : "image-off"
            size: Theme.iconLarge
            color: Theme.textMuted
        }

        Rectangle {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space1
            width: Math.max(height, label.implicitWidth + Theme.space2)
            height: Theme.badgeHeight
            radius: Theme.radiusSmall
            color: Theme.raised

            DeskLabel {
                id: label

                anchors.centerIn: parent
                text: root.badge
                font.family: Theme.numberFamily
                font.pixelSize: Theme.captionSize
                color: Theme.textMuted
                Accessible.ignored: true
            }
        }

        Rectangle {
            anchors.fill: parent
            color: root.down ? Theme.scrim : "transparent"
            border.width: root.hovered ? Theme.focusWidth : Theme.hairline
            border.color: root.hovered ? Theme.borderControl : Theme.border
        }

        FocusRing {
            anchors.margins: 0
            radius: 0
            active: root.current
        }
    }

    HoverTip {
        text: picture.errorText
        wanted: root.hovered && !root.down
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// One picture of several over the whole window. Everything has a key; Escape closes.
T.Popup {
    id: root

    required property PictureStore store
    /// Addresses (QStringList), and what each of them is.
    property var sources: []
    property var captions: []
    property int currentIndex: 0

    readonly property string source: root.sources[root.currentIndex] ?? ""
    readonly property string caption: root.captions[root.currentIndex] ?? ""
    readonly property bool zoomed: picture.zoom > 1
    readonly property string detail: {
        const parts = [];
        if (root.caption !== "")
            parts.push(root.caption);
        if (picture.naturalSize.width > 0) {
            parts.push(qsTr("%1 × %2 pixels").arg(picture.naturalSize.width).arg(picture.naturalSize.height));
            parts.push(qsTr("%1 %").arg(picture.percent));
        }
        if (picture.host !== "")
            parts.push(picture.host);
        return parts.join(" · ");
    }

    /// Shows a picture of the list; the first one for anything else.
    function show(wanted: string) {
        root.currentIndex = Math.max(0, root.sources.indexOf(wanted));
        root.open();
    }

    function step(by: int) {
        root.currentIndex = Math.max(0, Math.min(root.sources.length - 1, root.currentIndex + by));
    }

    function zoomBy(factor: real) {
        picture.zoomAt(picture.zoom * factor, Qt.point(picture.width / 2, picture.height / 2));
    }

    function allow() {
        root.store.policy.allowHost(picture.host);
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    // What is not there any more is not shown any more.
    onSourcesChanged: {
        if (root.opened && root.sources.length === 0)
            root.close();
        root.currentIndex = Math.max(0, Math.min(root.sources.length - 1, root.currentIndex));
    }
    onOpened: stage.forceActiveFocus(Qt.PopupFocusReason)

    background: Rectangle {
        color: Theme.background
    }

    // qmllint disable deferred-property-id
    contentItem: FocusScope {
        id: stage

        objectName: "pictureStage"
        focus: true
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("Picture %1 of %2").arg(root.currentIndex + 1).arg(root.sources.length)

        Keys.onPressed: event => {
            const far = Math.round(Math.min(picture.width, picture.height) / 6);
            event.accepted = true;
            if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
                event.accepted = false;
            else if (event.key === Qt.Key_Left)
                root.zoomed ? picture.moveBy(far, 0) : root.step(-1);
            else if (event.key === Qt.Key_Right)
                root.zoomed ? picture.moveBy(-far, 0) : root.step(1);
            else if (event.key === Qt.Key_Up)
                picture.moveBy(0, far);
            else if (event.key === Qt.Key_Down)
                picture.moveBy(0, -far);
            else if (event.key === Qt.Key_PageUp)
                root.step(-1);
            else if (event.key === Qt.Key_PageDown)
                root.step(1);
            else if (event.key === Qt.Key_Home)
                root.step(-root.sources.length);
            else if (event.key === Qt.Key_End)
                root.step(root.sources.length);
            else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
                root.zoomBy(1.25);
            else if (event.key === Qt.Key_Minus)
                root.zoomBy(0.8);
            else if (event.key === Qt.Key_0)
                picture.zoom = 1;
            else if (event.key === Qt.Key_1)
                picture.zoomToPixels();
            else if (event.key === Qt.Key_G)
                root.store.look.greyscale = !root.store.look.greyscale;
            else if (event.key === Qt.Key_B)
                root.store.look.blurred = !root.store.look.blurred;
            else if (event.key === Qt.Key_L && picture.status === Picture.Status.Blocked)
                root.allow();
            else if (event.key === Qt.Key_R && picture.status === Picture.Status.Failed)
                picture.retry();
            else
                event.accepted = false;
        }

        PicturePreload {
            store: root.store
            cropped: false
            pixels: root.opened ? Math.ceil(Math.max(picture.width, picture.height) * Screen.devicePixelRatio) : 0
            sources: root.sources.slice(Math.max(0, root.currentIndex - 1), root.currentIndex + 2)
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
                objectName: "pictureCounter"
                text: qsTr("%1 of %2").arg(root.currentIndex + 1).arg(root.sources.length)
                font.family: Theme.numberFamily
                font.pixelSize: Theme.titleSize
                font.weight: Theme.strongWeight
            }

            DeskLabel {
                objectName: "pictureDetail"
                Layout.fillWidth: true
                text: root.detail
                color: Theme.textMuted
            }

            DeskButton {
                objectName: "closePicture"
                variant: DeskButton.Variant.Quiet
                text: qsTr("Close")
                iconName: "x"
                shortcutText: qsTr("Esc")
                showShortcut: true
                onClicked: root.close()
            }
        }

        Item {
            id: frame

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.space2
            anchors.rightMargin: Theme.space2
            anchors.top: header.bottom
            anchors.bottom: footer.top

            Picture {
                id: picture

                objectName: "largePicture"
                anchors.fill: parent
                // Nothing is loaded for a viewer that nobody has opened.
                store: root.visible ? root.store : null
                source: root.source
                greyscale: root.store.look.greyscale
                blurred: root.store.look.blurred
                Accessible.role: Accessible.Graphic
                Accessible.name: root.caption !== "" ? root.caption : stage.Accessible.name
            }

            WheelHandler {
                acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
                onWheel: event => picture.zoomAt(picture.zoom * Math.pow(1.0015, event.angleDelta.y), Qt.point(event.x, event.y))
            }

            DragHandler {
                property point before

                target: null
                onActiveChanged: before = Qt.point(0, 0)
                onTranslationChanged: {
                    picture.moveBy(translation.x - before.x, translation.y - before.y);
                    before = Qt.point(translation.x, translation.y);
                }
            }

            TapHandler {
                onTapped: stage.forceActiveFocus(Qt.MouseFocusReason)
                onDoubleTapped: point => root.zoomed ? picture.zoom = 1 : picture.zoomToPixelsAt(point.position)
            }

            HoverHandler {
                cursorShape: root.zoomed ? Qt.OpenHandCursor : Qt.ArrowCursor
            }

            BackgroundWork {
                anchors.centerIn: parent
                running: picture.status === Picture.Status.Loading
                text: qsTr("Loading the picture")
                cancellable: false
            }

            EmptyState {
                objectName: "pictureBlocked"
                anchors.centerIn: parent
                visible: picture.status === Picture.Status.Blocked
                iconName: "lock"
                title: picture.errorText
                text: qsTr("Loading them tells the host that they are looked at here. What you allow is remembered on this computer.")
                actionText: qsTr("Load from this host")
                actionShortcutText: "L"
                onTriggered: root.allow()
            }

            EmptyState {
                objectName: "pictureFailed"
                anchors.centerIn: parent
                visible: picture.status === Picture.Status.Failed
                iconName: "image-off"
                title: picture.errorText
                text: root.source.startsWith("data:") ? "" : root.source
                actionText: qsTr("Try again")
                actionShortcutText: "R"
                onTriggered: picture.retry()
            }
        }

        Item {
            id: footer

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.space2
            anchors.rightMargin: Theme.space2
            height: tools.height + 2 * Theme.space2

            PictureTools {
                id: tools

                anchors.centerIn: parent
                // Wrapped where there is no room; the button at the right has its own.
                width: Math.min(oneLine, footer.width - 2 * (policyButton.width + Theme.space2))
                store: root.store
                zoomable: picture.status === Picture.Status.Ready
                several: root.sources.length > 1
                onStepped: by => root.step(by)
                onZoomedBy: factor => root.zoomBy(factor)
                onFitted: picture.zoom = 1
                onFullSizeWanted: picture.zoomToPixels()
            }

            DeskIconButton {
                id: policyButton

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                iconName: "settings"
                label: qsTr("Which pictures are loaded")
                onClicked: policyMenu.popup(policyButton, 0, -policyMenu.implicitHeight)

                PicturePolicyMenu {
                    id: policyMenu

                    policy: root.store.policy
                }
            }
        }
    }
}

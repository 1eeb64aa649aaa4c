// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The pictures of a record in a row: Left and Right walk, Return opens. Those of hosts that are not allowed keep their
/// places, and a line below says whose they are and lets them be loaded.
Column {
    id: root

    required property PictureStore store
    /// Addresses (QStringList), and what each of them is; without words they are numbered.
    property var sources: []
    property var captions: []
    property string label: qsTr("Pictures")
    /// The first host whose pictures are missing for want of permission.
    property string blockedHost

    signal chosen(string source)

    spacing: Theme.space2
    visible: root.sources.length > 0
    Component.onCompleted: root.lookForBlocked()
    onSourcesChanged: root.lookForBlocked()

    function lookForBlocked() {
        root.blockedHost = root.store.policy.blockedHost(root.sources);
    }

    Connections {
        target: root.store.policy

        function onChanged() {
            root.lookForBlocked();
        }
    }

    ListView {
        id: row

        objectName: "pictureRow"
        width: root.width
        height: Theme.thumbnailHeight + (contentWidth > width ? Theme.scrollBarWidthHover + Theme.space1 : 0)
        orientation: ListView.Horizontal
        spacing: Theme.space2
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: root.sources
        T.ScrollBar.horizontal: DeskScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: root.label
        Keys.onReturnPressed: row.choose()
        Keys.onEnterPressed: row.choose()
        Keys.onSpacePressed: row.choose()

        function choose() {
            if (row.currentIndex >= 0)
                root.chosen(root.sources[row.currentIndex]);
        }

        delegate: PictureThumbnail {
            required property int index
            required property string modelData

            store: root.store
            source: modelData
            badge: root.captions[index] ? root.captions[index] : String(index + 1)
            current: row.activeFocus && row.currentIndex === index
            onClicked: {
                row.currentIndex = index;
                root.chosen(modelData);
            }
            // A host that is allowed may send on to one that is not.
            onStatusChanged: if (status === Picture.Status.Blocked && root.blockedHost === "")
                root.blockedHost = host
        }
    }

    Flow {
        objectName: "blockedNotice"
        width: root.width
        visible: root.blockedHost !== ""
        spacing: Theme.space2

        DeskLabel {
            height: Theme.controlHeight
            width: Math.min(implicitWidth, root.width)
            text: qsTr("Pictures of %1 are not loaded").arg(root.blockedHost)
            color: Theme.textMuted
        }

        DeskButton {
            objectName: "allowHostButton"
            text: qsTr("Load from this host")
            toolTipText: qsTr("Remembered on this computer. The host learns that its pictures are looked at here.")
            onClicked: root.store.policy.allowHost(root.blockedHost)
        }

        DeskButton {
            objectName: "allowAllButton"
            variant: DeskButton.Variant.Quiet
            text: qsTr("Load from every host")
            onClicked: root.store.policy.mode = MediaPolicy.Mode.Always
        }

        DeskIconButton {
            id: policyButton

            iconName: "settings"
            label: qsTr("Which pictures are loaded")
            onClicked: policyMenu.popup(policyButton, 0, policyButton.height)

            PicturePolicyMenu {
                id: policyMenu

                policy: root.store.policy
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// What stands beside the item in hand, to read from top to bottom.
ColumnLayout {
    id: root

    required property ModerationDesk moderation
    required property PictureStore store

    readonly property bool wide: root.width > Theme.readingWidth

    signal recordWanted(string table, string key)
    signal pictureWanted(string source)

    function page(step: int) {
        const most = Math.max(0, list.contentHeight - list.height);
        list.contentY = Math.max(0, Math.min(most, list.contentY + step * list.height * 0.85));
    }

    spacing: Theme.space2

    Connections {
        target: root.moderation

        function onConversationShown(row) {
            list.positionViewAtIndex(row, ListView.Beginning);
        }
    }

    // A positioner at the right: what appears later in a layout of Qt 6.4 is not placed.
    Item {
        Layout.fillWidth: true
        implicitHeight: Theme.controlHeight

        DeskLabel {
            anchors.left: parent.left
            anchors.right: tools.left
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            text: root.moderation.evidence.title
            font.pixelSize: Theme.headingSize
            font.weight: Theme.strongWeight
            Accessible.role: Accessible.Heading
        }

        Row {
            id: tools

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space2

            DeskLabel {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.wide
                text: root.moderation.evidence.subtitle
                color: Theme.textFaint
                font.family: Theme.monoFamily
                font.pixelSize: Theme.captionSize
            }

            DeskIconButton {
                visible: root.moderation.hasConversation && !root.wide
                iconName: "messages-square"
                label: qsTr("Shows what the two wrote. That you looked is kept in the journal.")
                shortcutText: "C"
                focusPolicy: Qt.NoFocus
                onClicked: root.moderation.openConversation()
            }

            DeskButton {
                objectName: "conversationButton"
                visible: root.moderation.hasConversation && root.wide
                variant: DeskButton.Variant.Quiet
                iconName: "messages-square"
                text: qsTr("Conversation")
                toolTipText: qsTr("Shows what the two wrote. That you looked is kept in the journal.")
                shortcutText: "C"
                showShortcut: true
                focusPolicy: Qt.NoFocus
                onClicked: root.moderation.openConversation()
            }
        }
    }

    InlineNotice {
        objectName: "settledNotice"
        Layout.fillWidth: true
        visible: root.moderation.settledText !== ""
        tone: Tone.Warning
        text: root.moderation.settledText
    }

    InlineNotice {
        objectName: "claimNotice"
        Layout.fillWidth: true
        visible: root.moderation.claimText !== ""
        tone: Tone.Warning
        text: root.moderation.claimText
    }

    ListView {
        id: list

        objectName: "evidenceList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.moderation.evidence
        // Rows differ much in height; without it the scroll bar would jump.
        cacheBuffer: 4000
        T.ScrollBar.vertical: DeskScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Evidence")

        delegate: EvidenceDelegate {
            width: list.width - Theme.space3
            store: root.store
            onPictureChosen: source => root.pictureWanted(source)
            onOpened: root.recordWanted(recordTable, recordKey)
        }

        LoadingBar {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            running: root.moderation.evidenceLoading
        }

        ErrorState {
            anchors.centerIn: parent
            width: parent.width
            visible: root.moderation.evidenceError !== ""
            title: qsTr("The evidence could not be read")
            kept: qsTr("Nothing was decided; the item is still yours.")
            advice: root.moderation.evidenceError
            onRetried: root.moderation.reload()
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Media
import Ghar.Theme
import Ghar.Views

/// One line of evidence: a heading, a fact, a text, a report, a message, pictures, a past decision, or a record to open.
Item {
    id: root

    required property int index
    required property int kind
    required property string title
    required property string body
    required property string caption
    required property string badge
    required property int badgeTone
    required property string recordTable
    required property string recordKey
    required property bool mine
    required property var pictures
    required property var pictureCaptions
    required property bool mapShown
    required property real latitude
    required property real longitude
    required property PictureStore store

    readonly property bool heading: root.kind === EvidenceListModel.Kind.Heading
    readonly property bool fact: root.kind === EvidenceListModel.Kind.Fact || root.kind === EvidenceListModel.Kind.Record || root.kind === EvidenceListModel.Kind.Pictures || root.kind === EvidenceListModel.Kind.Map
    readonly property bool boxed: root.kind === EvidenceListModel.Kind.Report || root.kind === EvidenceListModel.Kind.Message || root.kind === EvidenceListModel.Kind.Words
    readonly property int inset: root.boxed ? Theme.space3 : 0

    signal opened
    signal pictureChosen(string source)

    implicitHeight: content.implicitHeight + 2 * (root.boxed ? Theme.space2 : 0) + (root.heading ? Theme.space4 : Theme.space2)
    Accessible.role: root.heading ? Accessible.Heading : Accessible.ListItem
    Accessible.name: qsTr("%1 %2 %3 %4").arg(root.badge).arg(root.title).arg(root.body).arg(root.caption)

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: Theme.space2
        // What the person wrote stands further to the right, as in a chat.
        anchors.leftMargin: root.kind === EvidenceListModel.Kind.Message && root.mine ? Theme.space12 : 0
        visible: root.boxed
        radius: Theme.radius
        color: root.kind === EvidenceListModel.Kind.Message && root.mine ? Theme.accentSoft : Theme.rowAlternate
        border.width: Theme.hairline
        border.color: Theme.border
    }

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: root.inset + (root.kind === EvidenceListModel.Kind.Message && root.mine ? Theme.space12 : 0)
        anchors.rightMargin: root.inset
        anchors.topMargin: root.boxed ? Theme.space2 : root.heading ? Theme.space3 : 0
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Chip {
                Layout.alignment: Qt.AlignTop
                visible: root.badge !== ""
                text: root.badge
                tone: root.badgeTone
            }

            DeskLabel {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: root.fact ? Theme.labelWidth + Theme.space6 : -1
                Layout.fillWidth: root.heading
                visible: root.title !== ""
                text: root.title
                // On one line with the words beside it.
                lineHeight: root.fact ? Theme.proseLineHeight : 1
                color: root.heading || root.boxed ? Theme.text : Theme.textMuted
                font.weight: root.heading || root.boxed ? Theme.strongWeight : Theme.regularWeight
            }

            DeskLabel {
                id: words

                Layout.fillWidth: true
                visible: root.body !== "" && !root.boxed
                text: root.body
                textFormat: Text.StyledText
                wrapMode: Text.Wrap
                lineHeight: Theme.proseLineHeight
            }

            DeskLabel {
                Layout.fillWidth: !words.visible
                visible: root.boxed && root.caption !== ""
                text: root.caption
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            DeskIconButton {
                visible: root.recordTable !== "" && root.recordKey !== ""
                small: true
                focusPolicy: Qt.NoFocus
                iconName: "external-link"
                label: qsTr("Open the record")
                onClicked: root.opened()
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: root.boxed && root.body !== ""
            text: root.body
            textFormat: Text.StyledText
            wrapMode: Text.Wrap
            lineHeight: Theme.proseLineHeight
        }

        // Few lines have pictures. By URL, because the Loader of Qt 6.4 cannot create bound components.
        Loader {
            id: strip

            Layout.fillWidth: true
            visible: root.pictures.length > 0
            Component.onCompleted: {
                if (root.pictures.length > 0)
                    strip.setSource("EvidencePictures.qml", { store: root.store, sources: root.pictures, captions: root.pictureCaptions, label: root.title !== "" ? root.title : qsTr("Attached picture") });
            }

            Connections {
                target: strip.item as PictureStrip

                function onChosen(source) {
                    root.pictureChosen(source);
                }
            }
        }

        Loader {
            id: map

            Layout.fillWidth: true
            visible: root.mapShown
            Component.onCompleted: {
                if (root.mapShown)
                    map.setSource("EvidenceMap.qml", { label: root.title, latitude: root.latitude, longitude: root.longitude });
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: !root.boxed && root.caption !== ""
            text: root.caption
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }
    }
}

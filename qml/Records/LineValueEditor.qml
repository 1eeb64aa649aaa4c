// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// One line: texts, numbers with their unit, rupees, UUIDs and addresses.
ValueEditor {
    id: root

    readonly property bool isNumber: root.edit.editor === FieldEdit.NumberEditor
    readonly property bool isUrl: root.edit.editor === FieldEdit.UrlEditor
    readonly property bool isPicture: root.isUrl && /^https:.*\.(png|jpe?g|webp|gif)([?#].*)?$/i.test(root.value)
    property bool pictureWanted: false

    implicitHeight: content.implicitHeight
    Component.onCompleted: {
        line.text = root.edit.text;
        root.value = line.text;
        line.selectAll();
    }

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            DeskTextField {
                id: line

                objectName: "fieldLine"
                Layout.fillWidth: true
                focus: true
                label: root.edit.label
                errorText: root.problem
                iconName: root.edit.unit === "₹" ? "indian-rupee" : ""
                font.family: root.isNumber ? Theme.numberFamily : Theme.textFamily
                inputMethodHints: root.isNumber ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
                onTextEdited: root.value = line.text
                onAccepted: root.taken()
            }

            DeskLabel {
                visible: root.isNumber && root.edit.unit !== "" && root.edit.unit !== "₹"
                text: root.edit.unit
                color: Theme.textMuted
            }

            DeskButton {
                visible: root.edit.editor === FieldEdit.UuidEditor
                text: qsTr("New UUID")
                onClicked: {
                    line.text = root.edit.newUuid();
                    root.value = line.text;
                }
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.isNumber ? root.edit.amountInWords(root.value) : ""
            color: Theme.textMuted
            font.family: Theme.numberFamily
        }

        RowLayout {
            Layout.fillWidth: true
            visible: root.isUrl && root.value !== ""
            spacing: Theme.space2

            Icon {
                readonly property bool safe: root.value.startsWith("https://")

                name: safe ? "lock" : "triangle-alert"
                color: safe ? Theme.textMuted : Theme.warning
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.value.replace(/^[a-z]+:\/\//i, "").split("/")[0]
                color: Theme.textMuted
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                visible: root.isPicture && !root.pictureWanted
                iconName: "image"
                text: qsTr("Show the picture")
                toolTipText: qsTr("Loads it from the internet")
                onClicked: root.pictureWanted = true
            }
        }

        Image {
            id: picture

            Layout.fillWidth: true
            Layout.preferredHeight: visible ? Theme.listHeight / 2 : 0
            visible: root.pictureWanted && root.isPicture
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize.width: Theme.dialogWidth * 2
            source: visible ? root.value : ""
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Preview")

            DeskLabel {
                anchors.centerIn: parent
                visible: picture.status !== Image.Ready
                text: picture.status === Image.Error ? qsTr("No picture could be loaded from there.") : qsTr("Loading…")
                color: Theme.textMuted
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// A place by latitude and longitude; a map's address or a pair of numbers can be pasted into either.
ValueEditor {
    id: root

    function take(text: string): bool {
        const found = root.edit.coordinatesOf(text);
        if (found.length !== 2)
            return false;
        latitude.text = found[0];
        longitude.text = found[1];
        root.value = root.edit.pointOf(found[0], found[1]);
        return true;
    }

    property int seen: 0

    /// A pair that is pasted is taken apart at once; one that is typed when it is whole.
    function typed(text: string) {
        const pasted = text.length - root.seen > 1;
        root.seen = text.length;
        if (!pasted || !root.take(text))
            root.value = root.edit.pointOf(latitude.text, longitude.text);
    }

    function accept(text: string) {
        root.take(text);
        root.taken();
    }

    implicitHeight: content.implicitHeight
    Component.onCompleted: {
        root.take(root.edit.text);
        root.value = root.edit.text;
        latitude.selectAll();
    }

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space2

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Latitude")
            labelWidth: Theme.numberFieldWidth

            DeskTextField {
                id: latitude

                objectName: "fieldLine"
                Layout.fillWidth: true
                focus: true
                label: qsTr("Latitude in degrees")
                errorText: root.problem
                placeholderText: qsTr("28.4595")
                font.family: Theme.numberFamily
                onTextEdited: root.typed(latitude.text)
                onEditingFinished: root.take(latitude.text)
                onActiveFocusChanged: root.seen = latitude.text.length
                onAccepted: root.accept(latitude.text)
            }
        }

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Longitude")
            labelWidth: Theme.numberFieldWidth

            DeskTextField {
                id: longitude

                Layout.fillWidth: true
                label: qsTr("Longitude in degrees")
                errorText: root.problem
                placeholderText: qsTr("77.0266")
                font.family: Theme.numberFamily
                onTextEdited: root.typed(longitude.text)
                onEditingFinished: root.take(longitude.text)
                onActiveFocusChanged: root.seen = longitude.text.length
                onAccepted: root.accept(longitude.text)
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            text: qsTr("You can paste “28.4595, 77.0266” or the address of a map.")
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// A day, or a day and a time in this computer's zone.
ValueEditor {
    id: root

    readonly property bool hasTime: root.edit.editor === FieldEdit.TimeEditor

    function dayOf(text: string): string {
        return /^\d{4}-\d\d-\d\d/.test(text) ? text.substring(0, 10) : "";
    }

    function put(text: string) {
        line.text = text;
        root.value = text;
    }

    implicitHeight: content.implicitHeight
    Component.onCompleted: {
        root.put(root.edit.text);
        line.selectAll();
    }

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space3

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
                placeholderText: root.hasTime ? qsTr("2026-11-30 18:05") : qsTr("2026-11-30")
                font.family: Theme.numberFamily
                onTextEdited: root.value = line.text
                onAccepted: root.taken()
            }

            DeskButton {
                text: root.hasTime ? qsTr("Now") : qsTr("Today")
                onClicked: root.put(Qt.formatDateTime(new Date(), root.hasTime ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd"))
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: root.hasTime
            text: qsTr("In local time, %1. It is stored in UTC.").arg(Qt.formatDateTime(new Date(), "t"))
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }

        DeskCalendar {
            Layout.alignment: Qt.AlignHCenter
            day: root.dayOf(root.value)
            onPicked: day => {
                root.put(root.hasTime ? day + (root.value.length > 10 ? root.value.substring(10) : " 00:00") : day);
                line.forceActiveFocus(Qt.OtherFocusReason);
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// Texts in an order. Return adds the text in the field below; in the list, Delete takes an entry out and Alt with the
/// arrows moves it.
ValueEditor {
    id: root

    property var entries: []

    function put(entries) {
        root.entries = entries;
        root.value = root.edit.jsonOfEntries(entries);
    }

    function add() {
        if (field.text === "") {
            root.taken();
            return;
        }
        root.put(root.entries.concat([field.text]));
        field.text = "";
        list.positionViewAtEnd();
    }

    function removeAt(index: int) {
        const left = root.entries.slice();
        left.splice(index, 1);
        root.put(left);
    }

    function move(from: int, to: int) {
        if (from < 0 || to < 0 || to >= root.entries.length)
            return;
        const moved = root.entries.slice();
        moved.splice(to, 0, moved.splice(from, 1)[0]);
        root.put(moved);
        list.currentIndex = to;
    }

    implicitHeight: content.implicitHeight
    Component.onCompleted: {
        root.entries = root.edit.entriesOf(root.edit.text);
        root.value = root.edit.text;
    }

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space2

        ListView {
            id: list

            objectName: "entryList"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(Math.max(root.entries.length, 1), 8) * Theme.rowHeight
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.entries
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: root.edit.label
            Keys.onDeletePressed: root.removeAt(list.currentIndex)
            Keys.onPressed: event => {
                if ((event.modifiers & Qt.AltModifier) && (event.key === Qt.Key_Up || event.key === Qt.Key_Down)) {
                    root.move(list.currentIndex, list.currentIndex + (event.key === Qt.Key_Up ? -1 : 1));
                    event.accepted = true;
                }
            }

            delegate: Rectangle {
                id: entry

                required property int index
                required property string modelData

                width: list.width
                height: Theme.rowHeight
                radius: Theme.radiusSmall
                color: list.activeFocus && list.currentIndex === entry.index ? Theme.selection : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: entry.modelData

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.space2
                    spacing: Theme.space2

                    DeskLabel {
                        Layout.fillWidth: true
                        text: entry.modelData === "" ? qsTr("(empty text)") : entry.modelData
                        color: entry.modelData === "" ? Theme.placeholder : Theme.text
                    }

                    DeskIconButton {
                        small: true
                        focusPolicy: Qt.NoFocus
                        label: qsTr("Take “%1” out").arg(entry.modelData)
                        iconName: "x"
                        onClicked: root.removeAt(entry.index)
                    }
                }
            }

            DeskLabel {
                anchors.centerIn: parent
                visible: root.entries.length === 0
                text: qsTr("The list is empty.")
                color: Theme.textMuted
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            DeskTextField {
                id: field

                objectName: "fieldLine"
                Layout.fillWidth: true
                focus: true
                label: qsTr("New entry")
                placeholderText: qsTr("New entry")
                errorText: root.problem
                onAccepted: root.add()
            }

            DeskButton {
                text: qsTr("Add")
                enabled: field.text !== ""
                onClicked: root.add()
            }
        }
    }
}

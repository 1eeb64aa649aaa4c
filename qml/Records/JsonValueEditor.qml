// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// JSON as text, and beside it the tree that it makes; Ctrl+Return takes it.
ValueEditor {
    id: root

    tall: true
    implicitHeight: Theme.listHeight
    Component.onCompleted: {
        area.text = root.edit.text;
        root.value = area.text;
        tree.json = root.value;
    }
    onValueChanged: later.restart()

    Timer {
        id: later

        interval: Theme.typingRest
        onTriggered: tree.json = root.value
    }

    RowLayout {
        anchors.fill: parent
        spacing: Theme.space3

        DeskTextArea {
            id: area

            objectName: "fieldArea"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            label: root.edit.label
            monospaced: true
            errorText: root.problem
            onTextEdited: root.value = area.text
            focus: true
            Keys.onPressed: event => {
                if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier)) {
                    event.accepted = true;
                    root.taken();
                }
            }
        }

        Flickable {
            id: view

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 2
            clip: true
            contentHeight: tree.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: DeskScrollBar {}

            JsonTree {
                id: tree

                width: view.width - Theme.space2
                json: ""
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls
import Ghar.Theme

/// A text of many lines; Ctrl+Return takes it.
ValueEditor {
    id: root

    tall: true
    implicitHeight: Theme.listHeight
    Component.onCompleted: {
        area.text = root.edit.text;
        root.value = area.text;
    }

    DeskTextArea {
        id: area

        objectName: "fieldArea"
        anchors.fill: parent
        label: root.edit.label
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
}

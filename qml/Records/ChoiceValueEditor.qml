// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls
import Ghar.Views

/// One of the labels that the column can have.
ValueEditor {
    id: root

    readonly property var stored: root.edit.editor === FieldEdit.BooleanEditor ? ["true", "false"] : root.edit.choices

    implicitHeight: choice.implicitHeight
    Component.onCompleted: {
        choice.currentIndex = root.stored.indexOf(root.edit.text);
        root.value = root.edit.text;
    }

    DeskComboBox {
        id: choice

        objectName: "fieldChoice"
        anchors.left: parent.left
        anchors.right: parent.right
        focus: true
        label: root.edit.label
        errorText: root.problem
        placeholderText: qsTr("NULL")
        model: root.edit.editor === FieldEdit.BooleanEditor ? [qsTr("Yes"), qsTr("No")] : root.stored
        onActivated: root.value = root.stored[choice.currentIndex] ?? ""
        onCurrentIndexChanged: if (choice.currentIndex >= 0)
            root.value = root.stored[choice.currentIndex]
        Keys.onReturnPressed: event => {
            event.accepted = !choice.popup.visible;
            if (event.accepted)
                root.taken();
        }
    }
}

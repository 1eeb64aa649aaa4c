// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls

/// One of the labels that the column can have.
ValueEditor {
    id: root

    implicitHeight: choice.implicitHeight
    Component.onCompleted: {
        choice.currentIndex = root.edit.choiceIndex;
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
        model: root.edit.choiceLabels
        onActivated: root.value = root.edit.choices[choice.currentIndex] ?? ""
        onCurrentIndexChanged: if (choice.currentIndex >= 0)
            root.value = root.edit.choices[choice.currentIndex]
        Keys.onReturnPressed: event => {
            event.accepted = !choice.popup.visible;
            if (event.accepted)
                root.taken();
        }
    }
}

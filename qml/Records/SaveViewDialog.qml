// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Views

/// Asks for the name of a view.
DeskDialog {
    id: root

    required property TableBrowser browser

    title: qsTr("Save this view")
    iconName: "bookmark"
    acceptText: qsTr("Save")
    acceptEnabled: nameField.text.trim() !== ""
    onOpened: {
        nameField.text = root.browser.viewName;
        nameField.forceActiveFocus(Qt.PopupFocusReason);
        nameField.selectAll();
    }
    onAccepted: root.browser.saveView(nameField.text)

    // The field in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        FormRow {
            Layout.fillWidth: true
            label: qsTr("Name")
            hint: root.browser.hasView(nameField.text) ? qsTr("The view of this name is replaced.") : qsTr("Columns, order and conditions are kept.")

            DeskTextField {
                id: nameField

                objectName: "viewNameField"
                Layout.fillWidth: true
                label: qsTr("Name of the view")
                onAccepted: if (root.acceptEnabled)
                    root.accept()
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Asks for the password of the server that is being opened.
StatePanel {
    id: root

    required property Desk desk

    iconName: "key-round"
    title: qsTr("Password for %1").arg(root.desk.connectionText)
    text: root.desk.errorText
    onVisibleChanged: {
        passwordField.clear();
        if (visible)
            passwordField.forceActiveFocus(Qt.OtherFocusReason);
    }

    DeskTextField {
        id: passwordField

        objectName: "passwordField"
        Layout.preferredWidth: Theme.fieldWidth + Theme.space12
        Layout.alignment: Qt.AlignHCenter
        label: qsTr("Password")
        placeholderText: qsTr("Password")
        echoMode: TextInput.Password
        onAccepted: if (text !== "")
            root.desk.enterPassword(text, keepBox.checked)
    }

    DeskCheckBox {
        id: keepBox

        Layout.alignment: Qt.AlignHCenter
        visible: root.desk.saved
        text: qsTr("Let the system keep it")
        checked: true
    }

    DeskButton {
        objectName: "connectButton"
        Layout.alignment: Qt.AlignHCenter
        variant: DeskButton.Variant.Primary
        text: qsTr("Connect")
        enabled: passwordField.text !== ""
        onClicked: root.desk.enterPassword(passwordField.text, keepBox.checked)
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Where a database is and how to get in.
ColumnLayout {
    id: root

    required property ProfileEditor editor

    readonly property var environments: ["production", "staging", "local", "demo"]

    function focusName() {
        nameField.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space1

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        label: qsTr("Name")
        errorText: root.editor.nameProblem

        DeskTextField {
            id: nameField

            objectName: "profileName"
            Layout.fillWidth: true
            label: qsTr("Name of the connection")
            placeholderText: qsTr("e.g. Production")
            text: root.editor.name
            errorText: root.editor.nameProblem
            onTextEdited: root.editor.name = text
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        label: qsTr("Kind")

        DeskSegmentedControl {
            objectName: "profileKind"
            label: qsTr("Kind of database")
            texts: [qsTr("PostgreSQL server"), qsTr("SQLite file")]
            currentIndex: root.editor.postgres ? 0 : 1
            onActivated: index => root.editor.postgres = index === 0
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        visible: !root.editor.postgres
        label: qsTr("File")
        errorText: root.editor.placeProblem

        DeskTextField {
            objectName: "profileFile"
            Layout.fillWidth: true
            label: qsTr("File of the database")
            text: root.editor.file
            errorText: root.editor.placeProblem
            onTextEdited: root.editor.file = text
        }

        DeskIconButton {
            label: qsTr("Choose a file")
            iconName: "folder"
            onClicked: fileDialog.open()
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        visible: root.editor.postgres
        label: qsTr("Host")
        hint: qsTr("A whole postgresql:// address can be pasted here. Empty: this computer.")
        errorText: root.editor.portProblem

        DeskTextField {
            objectName: "profileHost"
            Layout.fillWidth: true
            label: qsTr("Host of the server")
            placeholderText: qsTr("db.example.org")
            text: root.editor.host
            onTextEdited: root.editor.host = text
            onEditingFinished: root.editor.takeApart()
        }

        DeskTextField {
            objectName: "profilePort"
            implicitWidth: Theme.numberFieldWidth / 2
            label: qsTr("Port")
            placeholderText: "5432"
            text: root.editor.port
            errorText: root.editor.portProblem
            inputMethodHints: Qt.ImhDigitsOnly
            onTextEdited: root.editor.port = text
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        visible: root.editor.postgres
        label: qsTr("Database")

        DeskTextField {
            objectName: "profileDatabase"
            Layout.fillWidth: true
            label: qsTr("Name of the database")
            placeholderText: qsTr("postgres")
            text: root.editor.database
            onTextEdited: root.editor.database = text
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        visible: root.editor.postgres
        label: qsTr("User")

        DeskTextField {
            objectName: "profileUser"
            Layout.fillWidth: true
            label: qsTr("User of the database")
            text: root.editor.user
            onTextEdited: root.editor.user = text
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        visible: root.editor.postgres
        label: qsTr("Password")
        hint: root.editor.keepPassword ? qsTr("Kept by your system, not in a file of the desk.") : qsTr("You are asked when you connect.")

        DeskTextField {
            objectName: "profilePassword"
            Layout.fillWidth: true
            label: qsTr("Password")
            echoMode: TextInput.Password
            enabled: root.editor.keepPassword
            text: root.editor.password
            onTextEdited: root.editor.password = text
        }

        DeskCheckBox {
            objectName: "profileKeepPassword"
            text: qsTr("keep")
            checked: root.editor.keepPassword
            onToggled: root.editor.keepPassword = checked
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        visible: root.editor.postgres
        label: qsTr("Encryption")
        hint: root.editor.tlsMode === "" ? qsTr("Server and name are checked for every host but this computer.") : ""
        errorText: root.editor.tlsWarning

        DeskComboBox {
            objectName: "profileTls"
            Layout.fillWidth: true
            label: qsTr("Encryption of the connection")
            model: root.editor.tlsModeTexts
            currentIndex: root.editor.tlsChoice
            onActivated: index => root.editor.tlsChoice = index
        }

        DeskIconButton {
            label: root.editor.rootCertificate === "" ? qsTr("Choose the authority's certificate") : qsTr("Certificate: %1").arg(root.editor.rootCertificate)
            iconName: "shield-check"
            onClicked: certificateDialog.open()
        }
    }

    FormRow {
        Layout.fillWidth: true
        labelWidth: Theme.labelWidth - Theme.space8
        label: qsTr("Environment")
        hint: root.editor.environment === "production" ? qsTr("Opens read-only; personal values are masked.") : root.editor.environment === "demo" ? qsTr("Everybody in it is made up: nothing is masked.") : qsTr("Personal values are masked.")

        DeskComboBox {
            objectName: "profileEnvironment"
            Layout.fillWidth: true
            label: qsTr("Environment")
            model: [qsTr("Production"), qsTr("Staging"), qsTr("Local"), qsTr("Demo")]
            currentIndex: root.environments.indexOf(root.editor.environment)
            onActivated: index => root.editor.environment = root.environments[index]
        }

        EnvironmentBadge {
            environment: root.editor.environment
        }
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        spacing: Theme.space2

        DeskButton {
            objectName: "testConnectionButton"
            text: qsTr("Test")
            iconName: "plug"
            busy: root.editor.testState === ProfileEditor.TestState.Testing
            onClicked: root.editor.test()
        }

        DeskButton {
            objectName: "saveConnectionButton"
            text: qsTr("Save")
            enabled: root.editor.canSave && root.editor.modified
            onClicked: root.editor.save()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        // Kept free, so that nothing moves when the answer comes.
        Layout.minimumHeight: 3 * Theme.space4
        Layout.maximumHeight: 3 * Theme.space4
        spacing: Theme.space2

        Icon {
            Layout.alignment: Qt.AlignTop
            visible: root.editor.testState === ProfileEditor.TestState.Good || root.editor.testState === ProfileEditor.TestState.Bad
            name: root.editor.testState === ProfileEditor.TestState.Good ? "circle-check" : "circle-alert"
            color: root.editor.testState === ProfileEditor.TestState.Good ? Theme.good : Theme.bad
        }

        DeskLabel {
            objectName: "testText"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            text: root.editor.testText
            color: root.editor.testState === ProfileEditor.TestState.Bad ? Theme.badText : Theme.textMuted
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
    }

    FileDialog {
        id: fileDialog

        title: qsTr("Choose an SQLite file")
        nameFilters: [qsTr("SQLite files (*.sqlite *.sqlite3 *.db)"), qsTr("All files (*)")]
        onAccepted: root.editor.file = selectedFile
    }

    FileDialog {
        id: certificateDialog

        title: qsTr("Choose the certificate of the authority")
        nameFilters: [qsTr("Certificates (*.crt *.pem *.cer)"), qsTr("All files (*)")]
        onAccepted: root.editor.rootCertificate = selectedFile
    }
}

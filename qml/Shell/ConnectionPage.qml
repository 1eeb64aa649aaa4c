// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// What is seen while no database is open.
Item {
    id: root

    required property Desk desk

    signal connectionsWanted

    Column {
        anchors.centerIn: parent
        spacing: Theme.space3
        visible: root.desk.connection === Desk.Connection.Connecting || root.desk.connection === Desk.Connection.Preparing

        Spinner {
            anchors.horizontalCenter: parent.horizontalCenter
            size: Theme.iconLarge
        }

        DeskLabel {
            text: root.desk.connection === Desk.Connection.Preparing ? qsTr("Making the demo database…") : qsTr("Connecting to %1…").arg(root.desk.connectionText)
            color: Theme.textMuted
        }
    }

    Column {
        anchors.centerIn: parent
        visible: root.desk.connection === Desk.Connection.Failed || root.desk.connection === Desk.Connection.NeedsPassword
        spacing: Theme.space2

        ErrorState {
            visible: root.desk.connection === Desk.Connection.Failed
            title: qsTr("%1 cannot be opened").arg(root.desk.connectionText)
            kept: root.desk.errorText
            details: root.desk.errorDetail
            onRetried: root.desk.retry()
        }

        PasswordPanel {
            visible: root.desk.connection === Desk.Connection.NeedsPassword
            desk: root.desk
        }

        DeskButton {
            objectName: "chooseConnectionButton"
            anchors.horizontalCenter: parent.horizontalCenter
            variant: DeskButton.Variant.Quiet
            text: qsTr("Open another database")
            iconName: "database"
            onClicked: root.connectionsWanted()
        }
    }
}

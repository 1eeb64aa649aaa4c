// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Asks for what changing the open database still needs: a word about production, or consent to a journal.
DeskDialog {
    id: root

    required property Desk desk

    readonly property WriteAccess access: root.desk.access
    /// What it was opened for; the obstacle itself is another one as soon as this one is out of the way.
    property int asked: WriteAccess.Obstacle.None
    readonly property bool production: root.asked === WriteAccess.Obstacle.Production
    readonly property bool making: root.asked === WriteAccess.Obstacle.NoJournal

    title: root.production ? qsTr("Allow changes to production?") : root.making ? qsTr("Create the journal in this database?") : qsTr("Keep the journal on this computer?")
    iconName: root.production ? "shield-alert" : "scroll-text"
    tone: root.production ? Tone.Bad : Tone.Neutral
    destructive: root.production
    acceptText: root.production ? qsTr("Allow changes") : root.making ? qsTr("Create the journal") : qsTr("Keep it here")
    acceptEnabled: !root.production || sure.checked
    busy: root.access.working
    implicitWidth: Theme.dialogWidth + (root.making ? Theme.space12 * 2 : 0)

    onAboutToShow: {
        root.asked = root.access.obstacle;
        sure.checked = false;
        statementsShown.checked = false;
    }

    Connections {
        target: root.access

        function onJournalMade() {
            root.close();
        }
    }

    // Making tables takes time and may fail: the dialog stays until it is done and says so.
    function accept() {
        if (root.production) {
            root.access.allowProduction();
            root.close();
        } else if (root.making) {
            root.access.createJournal();
        } else {
            root.access.keepJournalHere();
        }
    }

    // The boxes in it are set by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        DeskLabel {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.readingWidth
            wrapMode: Text.Wrap
            lineHeight: Theme.proseLineHeight
            color: Theme.textMuted
            text: root.production ? qsTr("%1 is production: people use these rows while you work. Edits are still staged and reviewed first. It ends when you leave this connection or the program.").arg(root.desk.connectionText) : root.making ? qsTr("The journal keeps who changed what, when and why, and lets you take it back. It gets tables of its own beside the platform's, which are not touched:") : qsTr("You may not make the journal in this database. It can be kept in a file that only you can read; it then holds only what is changed from this computer, and colleagues do not see it.")
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: !root.production
            wrapMode: Text.WrapAnywhere
            font.family: Theme.monoFamily
            font.pixelSize: Theme.captionSize
            text: root.making ? root.access.objects : root.access.journalPlace
        }

        DeskCheckBox {
            id: statementsShown

            objectName: "statementsBox"
            visible: root.making
            text: qsTr("Show the statements")
        }

        DeskTextArea {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.listHeight / 2
            Layout.minimumHeight: Theme.rowHeight * 2
            visible: root.making && statementsShown.checked
            readOnly: true
            monospaced: true
            label: qsTr("Statements that will run")
            text: root.access.statements
        }

        DeskCheckBox {
            id: sure

            objectName: "productionBox"
            visible: root.production
            text: qsTr("I mean to change production")
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.access.errorText !== ""
            tone: Tone.Bad
            title: qsTr("Nothing was made.")
            text: root.access.errorText
        }
    }
}

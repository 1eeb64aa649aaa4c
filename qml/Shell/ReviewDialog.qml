// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Everything that is staged, before it is committed: by value and by statement, with one reason for all.
DeskDialog {
    id: root

    required property StagedChanges changes
    readonly property DeletionPlanModel plan: root.changes.plan
    property bool journalIsLocal: false

    /// What was just staged, said once.
    property string news
    /// What the reason was filled with; a reason that the person has typed is another one, and stays.
    property string suggested

    /// A member of staff has to be chosen first.
    signal staffWanted

    function openWith(news) {
        root.news = news;
        root.open();
    }

    function suggest() {
        if (reasonField.text === root.suggested)
            reasonField.text = root.changes.suggestedReason;
        root.suggested = root.changes.suggestedReason;
    }

    title: root.changes.count === 0 ? qsTr("Nothing is staged") : qsTr("Review %1").arg(root.changes.countText)
    iconName: "list-checks"
    acceptText: qsTr("Commit")
    rejectText: qsTr("Close")
    readonly property bool reasonMissing: root.changes.reasonTables !== "" && reasonField.text.trim() === ""
    acceptEnabled: root.changes.count > 0 && !root.changes.staffMissing && !root.reasonMissing
    busy: root.changes.committing
    implicitWidth: Theme.dialogWidth * 1.8
    // The same for all views: it does not jump while one looks from one to the other.
    implicitHeight: Theme.listHeight * 2
    onClosed: {
        root.plan.cancel();
        root.news = "";
    }
    onOpened: {
        views.currentIndex = 0;
        root.changes.readPlan();
        root.suggest();
        reasonField.forceActiveFocus(Qt.PopupFocusReason);
        // What was written for a commit that did not happen is kept, and typing replaces it.
        reasonField.selectAll();
    }

    Connections {
        target: root.changes

        function onChanged() {
            root.suggest();
        }

        function onCommitted() {
            reasonField.text = "";
            root.close();
        }
    }

    // Committing takes time, and what stands in its way is shown here: the dialog closes itself when it is done.
    function accept() {
        root.changes.commit(reasonField.text);
    }

    // The field in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        DeskTabBar {
            id: views

            objectName: "reviewTabs"
            Layout.fillWidth: true
            onCurrentIndexChanged: if (views.currentIndex === 1)
                root.changes.readStatements()

            DeskTab {
                text: qsTr("Values")
            }

            DeskTab {
                text: qsTr("Statements")
            }

            // Only where there is something to say about them.
            Repeater {
                model: root.changes.deletionCount > 0 ? 1 : 0

                DeskTab {
                    text: qsTr("Deletions")
                }
            }
        }

        InlineNotice {
            objectName: "newsNotice"
            Layout.fillWidth: true
            visible: root.news !== "" && root.changes.count > 0
            tone: Tone.Info
            text: root.news
            closable: true
            onClosed: root.news = ""
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.changes.errorText !== ""
            tone: Tone.Bad
            title: qsTr("Nothing was committed.")
            text: root.changes.errorText
        }

        InlineNotice {
            objectName: "staffNotice"
            Layout.fillWidth: true
            visible: root.changes.staffMissing && root.changes.count > 0
            tone: Tone.Warning
            text: qsTr("On a server a change names who makes it.")
            actionText: qsTr("Choose who you are…")
            onTriggered: {
                root.close();
                root.staffWanted();
            }
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.changes.hasProblems
            tone: Tone.Warning
            text: qsTr("Nothing was committed. What stands in the way is marked below; all changes are still here.")
        }

        InlineNotice {
            objectName: "findingsNotice"
            Layout.fillWidth: true
            visible: root.changes.findingCount > 0 && !root.changes.hasProblems && views.currentIndex === 0
            tone: Tone.Warning
            text: qsTr("%n value(s) break(s) a rule, as marked below. The database may refuse the change.", "", root.changes.findingCount)
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.plan.summary !== "" && views.currentIndex === 0
            tone: root.plan.blocked ? Tone.Bad : Tone.Warning
            title: root.plan.blocked ? qsTr("The database would refuse a deletion.") : qsTr("Deleting takes more along.")
            text: root.plan.summary
            actionText: qsTr("Show")
            onTriggered: views.currentIndex = 2
        }

        ListView {
            id: entries

            objectName: "reviewList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.listHeight
            // In a small window the list gives way, not what is below it.
            Layout.minimumHeight: Theme.rowHeight * 2
            visible: views.currentIndex === 0
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.changes.review
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Staged changes")
            Keys.onDeletePressed: root.changes.revert(entries.currentIndex)

            delegate: ReviewDelegate {
                width: entries.width - Theme.space3
                current: entries.activeFocus && entries.currentIndex === index
                onReverted: root.changes.revert(index)
                onValueReverted: root.changes.revertValue(index)
                onKept: root.changes.keepMine(index)
            }

            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.space4
                visible: entries.count === 0
                iconName: "list-checks"
                title: qsTr("Nothing is staged")
                text: qsTr("Edit a value in the details of a row; it waits here until you commit it.")
            }
        }

        DeletionPlanView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.listHeight
            Layout.minimumHeight: Theme.rowHeight * 2
            visible: views.currentIndex === 2
            plan: root.plan
            cleaning: root.changes.cleaning
            onCleaningWanted: root.changes.cleanReferences()
        }

        DeskTextArea {
            objectName: "statementArea"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.listHeight
            Layout.minimumHeight: Theme.rowHeight * 2
            visible: views.currentIndex === 1
            readOnly: true
            monospaced: true
            label: qsTr("Statements that will run")
            text: root.changes.statements
        }

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Reason")
            mandatory: root.changes.reasonTables !== ""
            hint: root.changes.reasonTables !== "" ? qsTr("Changes of %1 need one.").arg(root.changes.reasonTables) : root.journalIsLocal ? qsTr("Kept in the journal on this computer.") : qsTr("Kept in the journal with every change.")

            DeskTextField {
                id: reasonField

                objectName: "reasonField"
                Layout.fillWidth: true
                label: qsTr("Reason")
                onAccepted: if (root.acceptEnabled && !root.busy)
                    root.accept()
            }
        }

        RowLayout {
            DeskButton {
                variant: DeskButton.Variant.Quiet
                enabled: root.changes.count > 0 && !root.busy
                iconName: "trash-2"
                text: qsTr("Discard all")
                onClicked: root.changes.discard()
            }
        }
    }
}

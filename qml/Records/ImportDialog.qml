// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// A file on its way into a table: where its columns go, what would happen, and then the import.
DeskDialog {
    id: root

    required property RowImport rowImport

    readonly property bool tried: root.rowImport.step === RowImport.Step.Tried
    readonly property bool running: root.rowImport.step === RowImport.Step.Trying || root.rowImport.step === RowImport.Step.Importing
    readonly property bool reasonMissing: root.rowImport.needsReason && reasonField.text.trim() === ""
    readonly property bool ready: root.tried && root.rowImport.importable && !root.rowImport.staffMissing

    /// A member of staff has to be chosen first.
    signal staffWanted
    signal fileWanted

    title: qsTr("Import %1 into %2").arg(root.rowImport.fileName).arg(root.rowImport.tableLabel)
    iconName: "upload"
    acceptText: root.ready ? qsTr("Import") : qsTr("Try it out")
    rejectText: qsTr("Close")
    acceptEnabled: root.ready ? !root.reasonMissing : root.rowImport.mappingProblem === "" && (root.tried || root.rowImport.step === RowImport.Step.Mapping)
    busy: root.running
    implicitWidth: Theme.dialogWidth * 1.9
    implicitHeight: Theme.listHeight * 2
    onAboutToShow: {
        reasonField.text = "";
        views.currentIndex = 0;
    }
    onClosed: root.rowImport.close()

    // Trying and importing take time, and what they find is shown here: the dialog closes when it is done.
    function accept() {
        if (root.ready)
            root.rowImport.importNow(reasonField.text);
        else
            root.rowImport.tryOut();
    }

    Connections {
        target: root.rowImport

        function onImported() {
            root.close();
        }

        function onChanged() {
            // What stands in the way is shown without being asked for.
            views.currentIndex = root.tried && root.rowImport.problems.count > 0 ? 1 : 0;
        }
    }

    // The fields in it are named when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space3
            visible: root.rowImport.mapping.count > 0

            DeskComboBox {
                objectName: "importMode"
                enabled: !root.running
                label: qsTr("What happens with the rows")
                model: root.rowImport.modeLabels
                currentIndex: root.rowImport.modeIndex
                onActivated: index => root.rowImport.modeIndex = index
            }

            DeskComboBox {
                objectName: "importKey"
                visible: root.rowImport.keyed
                enabled: !root.running
                label: qsTr("Rows are found by")
                model: root.rowImport.keyLabels
                currentIndex: root.rowImport.keyIndex
                displayText: qsTr("found by %1").arg(currentText)
                onActivated: index => root.rowImport.keyIndex = index
            }

            DeskComboBox {
                objectName: "importDates"
                enabled: !root.running
                label: qsTr("Order of dates such as 05/06/2025")
                model: root.rowImport.dateLabels
                currentIndex: root.rowImport.dateIndex
                displayText: qsTr("Dates: %1").arg(currentText)
                onActivated: index => root.rowImport.dateIndex = index
            }
        }

        InlineNotice {
            objectName: "importError"
            Layout.fillWidth: true
            visible: root.rowImport.errorText !== ""
            tone: Tone.Bad
            text: root.rowImport.errorText
            actionText: root.rowImport.mapping.count === 0 ? qsTr("Choose another file…") : ""
            onTriggered: {
                root.close();
                root.fileWanted();
            }
        }

        InlineNotice {
            objectName: "importMappingProblem"
            Layout.fillWidth: true
            visible: root.rowImport.mappingProblem !== ""
            tone: Tone.Warning
            text: root.rowImport.mappingProblem
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.tried && root.rowImport.staffMissing
            tone: Tone.Warning
            text: qsTr("On a server a change names who makes it.")
            actionText: qsTr("Choose who you are…")
            onTriggered: root.staffWanted()
        }

        InlineNotice {
            objectName: "importSummary"
            Layout.fillWidth: true
            visible: root.tried
            tone: root.rowImport.problems.count > 0 ? Tone.Warning : Tone.Good
            title: qsTr("Tried out; nothing is written yet.")
            text: root.rowImport.notices === "" ? root.rowImport.summary : root.rowImport.summary + "\n" + root.rowImport.notices
        }

        BackgroundWork {
            objectName: "importWork"
            running: root.running
            text: root.rowImport.progressText
            progress: root.rowImport.progress
            onCancelled: root.rowImport.cancel()
        }

        DeskTabBar {
            id: views

            Layout.fillWidth: true
            visible: root.rowImport.problems.count > 0

            DeskTab {
                text: qsTr("Columns")
            }

            DeskTab {
                text: qsTr("Problems")
            }
        }

        ListView {
            id: columns

            objectName: "importColumns"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.rowHeight * 2
            visible: views.currentIndex === 0
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.rowImport.mapping
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Columns of the file")

            delegate: ImportColumnDelegate {
                width: columns.width - Theme.space3
                choices: root.rowImport.mapping.choices
                enabled: !root.running
                current: columns.activeFocus && columns.currentIndex === index
                onChosen: choice => root.rowImport.setColumn(index, choice)
            }

            LoadingBar {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                running: root.rowImport.step === RowImport.Step.Reading && root.rowImport.errorText === ""
            }
        }

        ListView {
            id: problems

            objectName: "importProblems"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.rowHeight * 2
            visible: views.currentIndex === 1
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.rowImport.problems
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Rows with problems")

            delegate: ImportProblemDelegate {
                width: problems.width - Theme.space3
                current: problems.activeFocus && problems.currentIndex === index
            }
        }

        DeskCheckBox {
            objectName: "importKeepsGood"
            visible: root.tried && root.rowImport.problems.count > 0
            text: qsTr("Leave out the rows with problems and import the others")
            checked: root.rowImport.keepsGood
            onToggled: root.rowImport.keepsGood = checked
        }

        FormRow {
            Layout.fillWidth: true
            visible: root.ready
            label: qsTr("Reason")
            mandatory: root.rowImport.needsReason
            hint: root.rowImport.needsReason ? qsTr("Changes of %1 need one.").arg(root.rowImport.tableLabel) : qsTr("Kept in the journal with every change.")

            DeskTextField {
                id: reasonField

                objectName: "importReason"
                Layout.fillWidth: true
                label: qsTr("Reason")
                onAccepted: if (root.acceptEnabled && !root.busy)
                    root.accept()
            }
        }
    }
}

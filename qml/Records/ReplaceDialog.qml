// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Find and replace in one column of the rows that are shown; what would change is shown before it is staged.
DeskDialog {
    id: root

    required property TableBrowser browser
    property string column
    property string columnLabel

    readonly property BulkEditor bulk: root.browser.bulk
    readonly property ReplacementListModel found: root.bulk.replacements

    function openFor(column: string, label: string) {
        root.column = column;
        root.columnLabel = label;
        root.found.clear();
        root.open();
    }

    function search() {
        root.bulk.search(root.column, findField.text, replaceField.text, caseBox.checked, wholeBox.checked, patternBox.checked);
    }

    title: qsTr("Find and replace in %1").arg(root.columnLabel)
    iconName: "text-search"
    acceptText: qsTr("Stage")
    acceptEnabled: root.found.count > root.found.refusedCount && !root.bulk.running
    implicitWidth: Theme.dialogWidth * 1.6
    onOpened: findField.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: root.bulk.cancel()
    onAccepted: root.bulk.stageReplacements()

    // The field in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Find")
            errorText: root.found.errorText

            DeskTextField {
                id: findField

                objectName: "findField"
                Layout.fillWidth: true
                label: qsTr("Find")
                errorText: root.found.errorText
                onAccepted: root.search()
            }
        }

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Replace with")

            DeskTextField {
                id: replaceField

                objectName: "replaceField"
                Layout.fillWidth: true
                label: qsTr("Replace with")
                onAccepted: root.search()
            }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space4

            DeskCheckBox {
                id: caseBox

                text: qsTr("Match case")
            }

            DeskCheckBox {
                id: wholeBox

                text: qsTr("Whole value")
            }

            DeskCheckBox {
                id: patternBox

                text: qsTr("Regular expression")
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            DeskButton {
                objectName: "previewButton"
                text: root.bulk.running ? qsTr("Stop") : qsTr("Preview")
                iconName: root.bulk.running ? "x" : "search"
                onClicked: root.bulk.running ? root.bulk.cancel() : root.search()
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.bulk.running ? root.bulk.progressText : root.found.summary
                color: Theme.textMuted
                wrapMode: Text.Wrap
            }
        }

        ListView {
            id: list

            objectName: "replacementList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.listHeight * 0.75
            Layout.minimumHeight: Theme.rowHeight * 2
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.found
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What would change")

            delegate: Item {
                id: entry

                required property int index
                required property string rowLabel
                required property string before
                required property string after
                required property string problem

                width: list.width - Theme.space3
                height: content.implicitHeight + Theme.space2
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1: %2 becomes %3").arg(entry.rowLabel).arg(entry.before).arg(entry.after) + (entry.problem === "" ? "" : ". " + entry.problem)

                GridLayout {
                    id: content

                    anchors.left: parent.left
                    anchors.right: parent.right
                    columns: 4
                    columnSpacing: Theme.space2
                    rowSpacing: 0

                    DeskLabel {
                        Layout.preferredWidth: Theme.labelWidth
                        text: entry.rowLabel
                        color: Theme.textMuted
                    }

                    DeskLabel {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        text: entry.before
                    }

                    Icon {
                        name: entry.problem === "" ? "arrow-right" : "circle-alert"
                        size: Theme.iconTiny
                        color: entry.problem === "" ? Theme.textFaint : Theme.bad
                    }

                    DeskLabel {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        text: entry.after
                        font.weight: Theme.mediumWeight
                        color: entry.problem === "" ? Theme.text : Theme.badText
                    }

                    DeskLabel {
                        Layout.columnSpan: 4
                        Layout.fillWidth: true
                        visible: entry.problem !== ""
                        text: entry.problem
                        color: Theme.badText
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                    }
                }
            }

            DeskLabel {
                anchors.centerIn: parent
                visible: list.count === 0
                text: root.found.searched ? qsTr("No value has it.") : qsTr("The preview shows every value that would change.")
                color: Theme.textMuted
            }
        }
    }
}

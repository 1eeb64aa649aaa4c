// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// How the rows of the grid are written to a file; where is asked last.
DeskDialog {
    id: root

    required property TableBrowser browser
    property bool revealed: false
    property int stagedCount: 0

    readonly property RowExport rowExport: root.browser.rowExport
    readonly property string format: root.rowExport.formats[formatBox.currentIndex] ?? ""

    title: qsTr("Export %1").arg(root.browser.tableLabel)
    iconName: "download"
    acceptText: qsTr("Choose a file…")
    acceptEnabled: !root.rowExport.running
    implicitWidth: Theme.dialogWidth * 1.2
    onOpened: formatBox.forceActiveFocus(Qt.PopupFocusReason)
    onAccepted: fileDialog.open()

    FileDialog {
        id: fileDialog

        title: qsTr("Export %1").arg(root.browser.tableLabel)
        fileMode: FileDialog.SaveFile
        nameFilters: ["%1 (*.%2)".arg(formatBox.currentText).arg(root.format)]
        defaultSuffix: root.format
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: root.rowExport.start(fileDialog.selectedFile, root.format, columnsChoice.currentIndex === 1, markBox.checked, guardBox.checked)
    }

    // The field in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Rows")

            DeskLabel {
                objectName: "exportRowsLabel"
                Layout.fillWidth: true
                text: root.browser.filters.count > 0 || root.browser.text !== "" ? qsTr("%1 that fit the conditions, in the order of the grid").arg(root.browser.countText) : qsTr("%1, in the order of the grid").arg(root.browser.countText)
                wrapMode: Text.Wrap
            }
        }

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Format")

            DeskComboBox {
                id: formatBox

                objectName: "exportFormat"
                Layout.fillWidth: true
                label: qsTr("Format")
                model: root.rowExport.formatLabels
            }
        }

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Columns")

            DeskSegmentedControl {
                id: columnsChoice

                objectName: "exportColumns"
                label: qsTr("Columns")
                texts: [qsTr("As shown"), qsTr("All")]
            }
        }

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Formulas")
            visible: root.format === "csv"
            hint: qsTr("Texts that a spreadsheet would run as a formula get an apostrophe before them. Importing takes it off again.")

            DeskCheckBox {
                id: guardBox

                objectName: "exportGuard"
                checked: true
                text: qsTr("Guard against formulas")
            }
        }

        FormRow {
            Layout.fillWidth: true
            label: qsTr("Encoding")
            visible: root.format === "csv"

            DeskCheckBox {
                id: markBox

                objectName: "exportMark"
                text: qsTr("UTF-8 with a byte order mark, for Excel")
            }
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: !root.revealed
            tone: Tone.Info
            text: qsTr("Personal values are masked in the file, as they are on the screen.")
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.stagedCount > 0
            tone: Tone.Warning
            text: qsTr("The file holds what is in the database. Staged edits are not in it.")
        }
    }
}

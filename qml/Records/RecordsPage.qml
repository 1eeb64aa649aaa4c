// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Models
import Ghar.Theme
import Ghar.Views

/// Any table: conditions above, rows in the middle, the selected row at the right.
FocusScope {
    id: root

    required property Desk desk

    readonly property TableBrowser browser: root.desk.browser
    readonly property var keys: [[qsTr("Search in this table"), "Ctrl+F"], [qsTr("Add a condition"), "Ctrl+Shift+F"], [qsTr("Choose columns"), "Ctrl+Shift+C"], [qsTr("Menu of the column"), "Alt+Down"], [qsTr("Menu of the row"), "Shift+F10"], [qsTr("Column wider or narrower"), "Alt+Shift+Right"], [qsTr("Open the linked record"), "Ctrl+O"], [qsTr("Edit the value, of all selected rows"), "F2"], [qsTr("Edit the value in a dialog"), "Shift+F2"], [qsTr("New row"), "Ctrl+N"], [qsTr("Duplicate the selected rows"), "Ctrl+D"], [qsTr("Paste a block"), "Ctrl+V"], [qsTr("Find and replace in the column"), "Ctrl+H"], [qsTr("Delete the rows, or keep it"), "Delete"], [qsTr("Export"), "Ctrl+E"], [qsTr("Import a file"), "Ctrl+Shift+E"], [qsTr("Review and commit"), "Ctrl+S"], [qsTr("Undo"), "Ctrl+Z"], [qsTr("Redo"), "Ctrl+Y"], [qsTr("Copy the selection"), "Ctrl+C"], [qsTr("Select everything"), "Ctrl+A"], [qsTr("First row"), "Ctrl+Home"], [qsTr("Last row"), "Ctrl+End"], [qsTr("Details of the row"), "Ctrl+I"]]

    property bool inspectorShown: root.width > 900

    signal toastWanted(string text, int tone)
    signal staffWanted

    function openLink(row, column) {
        const link = root.browser.linkOf(row, column);
        if (link.length === 2)
            root.desk.showRecord(link[0], link[1]);
    }

    /// Says why when nothing can be changed in this database.
    function mayWrite(): bool {
        if (!root.desk.changes.writable)
            root.toastWanted(root.desk.changes.whyNot, Tone.Info);
        return root.desk.changes.writable;
    }

    /// Edits one column of all selected rows, or a cell once its whole row is read: the grid shows long texts cut.
    function editCell(row, column, inPlace, typed) {
        if (!root.mayWrite())
            return;
        if (recordGrid.selectedRows() > 1 && typed === "") {
            root.browser.bulk.beginFill(recordGrid.selectedRanges(), column);
            return;
        }
        // Further keys that come before the row is here belong to the value too.
        if (inspector.pending && typed !== "") {
            cellEditor.typed += typed;
            return;
        }
        cellEditor.typed = typed;
        const name = root.browser.columnName(column);
        inspector.pending = () => {
            const field = root.browser.inspector;
            if (field.removed || !field.beginEdit(name))
                return;
            if (inPlace && cellEditor.fits(field.edit.editor))
                cellEditor.openAt(recordGrid.grid.cellRect(row, column));
            else
                inspector.editField(name);
        };
        root.browser.inspect(row);
    }

    function removeRows(row) {
        if (!root.mayWrite())
            return;
        if (recordGrid.selectedRows() > 1) {
            root.browser.bulk.removeRows(recordGrid.selectedRanges());
            return;
        }
        inspector.pending = () => root.browser.inspector.toggleRemoval();
        root.browser.inspect(row);
    }

    function addRow() {
        if (!root.mayWrite())
            return;
        const before = root.browser.newRows;
        root.browser.bulk.addRow();
        const column = root.browser.bulk.firstColumnToFill(recordGrid.grid.columnOrder);
        if (root.browser.newRows > before && column >= 0)
            recordGrid.grid.setCurrentCell(recordGrid.currentRow(), column);
    }

    function duplicateRows() {
        if (root.mayWrite())
            root.browser.bulk.duplicate(recordGrid.selectedRanges());
    }

    function pasteBlock() {
        if (root.mayWrite())
            root.browser.bulk.pasteClipboard(recordGrid.currentRow(), recordGrid.grid.currentColumn, recordGrid.grid.columnOrder, recordGrid.selectedRanges());
    }

    function openReplace() {
        const column = Math.max(0, recordGrid.grid.currentColumn);
        if (root.mayWrite())
            replaceDialog.openFor(root.browser.columnName(column), root.browser.columnLabel(column));
    }

    function importFile() {
        if (root.mayWrite())
            importFileDialog.open();
    }

    function openFilterMenu(from) {
        filterColumns.popup(from, 0, from.height + Theme.space1);
    }

    function placeUnder(popup, from) {
        const point = from.mapToItem(root, 0, from.height + Theme.space1);
        popup.parent = root;
        popup.x = Math.max(Theme.space2, Math.min(point.x, root.width - popup.width - Theme.space2));
        popup.y = point.y;
    }

    Shortcut {
        sequence: "Ctrl+F"
        enabled: root.visible
        onActivated: filterBar.focusSearch()
    }

    Shortcut {
        sequence: "Ctrl+Shift+F"
        enabled: root.visible
        onActivated: root.openFilterMenu(filterBar)
    }

    Shortcut {
        sequence: "Ctrl+Shift+C"
        enabled: root.visible
        onActivated: {
            root.placeUnder(columnChooser, filterBar);
            columnChooser.open();
        }
    }

    Shortcut {
        sequence: "Ctrl+I"
        enabled: root.visible
        onActivated: root.inspectorShown = !root.inspectorShown
    }

    Shortcut {
        sequence: "Ctrl+N"
        enabled: root.visible
        onActivated: root.addRow()
    }

    Shortcut {
        sequence: "Ctrl+D"
        enabled: root.visible
        onActivated: root.duplicateRows()
    }

    Shortcut {
        sequence: "Ctrl+H"
        enabled: root.visible
        onActivated: root.openReplace()
    }

    Shortcut {
        sequence: "Ctrl+E"
        enabled: root.visible && root.browser.absence === TableBrowser.Absence.None
        onActivated: exportDialog.open()
    }

    Shortcut {
        sequence: "Ctrl+Shift+E"
        enabled: root.visible && root.browser.absence === TableBrowser.Absence.None
        onActivated: root.importFile()
    }

    FileDialog {
        id: importFileDialog

        title: qsTr("Import into %1").arg(root.browser.tableLabel)
        fileMode: FileDialog.OpenFile
        nameFilters: [qsTr("Tables (*.csv *.tsv *.txt *.xlsx *.json *.jsonl)"), qsTr("All files (*)")]
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: root.beginImport(importFileDialog.selectedFile)
    }

    /// A file that was chosen, or dropped on the grid.
    function beginImport(file: url) {
        root.desk.rowImport.openFile(file, root.browser.tableName);
        importDialog.open();
    }

    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        enabled: root.browser.absence === TableBrowser.Absence.None
        onDropped: drop => {
            if (drop.urls.length > 0 && root.mayWrite())
                root.beginImport(drop.urls[0]);
        }
    }

    Connections {
        target: root.browser.rowExport

        function onEnded(sentence, failed) {
            root.toastWanted(sentence, failed ? Tone.Bad : Tone.Good);
        }
    }

    Connections {
        target: root.browser.bulk

        function onStaged(sentence) {
            root.toastWanted(sentence, Tone.Info);
        }

        function onRefused(sentence) {
            refusal.text = sentence;
            refusal.open();
        }

        function onRowsAdded(row) {
            recordGrid.grid.setCurrentCell(row, Math.max(0, recordGrid.grid.currentColumn));
            recordGrid.grid.forceActiveFocus(Qt.OtherFocusReason);
        }

        function onFillReady() {
            fillEditor.returnTo = recordGrid.grid;
            fillEditor.open();
        }
    }

    Connections {
        target: root.browser

        function onCopied(rows, error) {
            if (error !== "")
                root.toastWanted(error, Tone.Warning);
            else
                root.toastWanted(qsTr("%n row(s) copied", "", rows), Tone.Good);
        }
    }

    FilterBar {
        id: filterBar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: root.browser.absence === TableBrowser.Absence.None
        height: visible ? implicitHeight : 0
        browser: root.browser
        inspectorShown: root.inspectorShown
        writable: root.desk.changes.writable
        onRowWanted: root.addRow()
        onExportWanted: exportDialog.open()
        onImportWanted: root.importFile()
        onInspectorToggled: root.inspectorShown = !root.inspectorShown
        onColumnsWanted: from => {
            root.placeUnder(columnChooser, from);
            columnChooser.open();
        }
        onViewsWanted: from => viewMenu.popup(from, 0, from.height + Theme.space1)
        onFilterWanted: from => root.openFilterMenu(from)
        onFilterEdited: (column, label, from) => {
            root.placeUnder(filterPopup, from);
            filterPopup.openFor(column, label);
        }
    }

    InlineNotice {
        id: slowNotice

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: filterBar.bottom
        visible: root.browser.slowOrder && filterBar.visible
        height: visible ? implicitHeight : 0
        tone: Tone.Info
        text: qsTr("No index delivers this order, so the database sorts the whole table once. You can scroll as far as it has got.")
    }

    T.SplitView {
        id: split

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: slowNotice.bottom
        anchors.bottom: parent.bottom
        visible: root.browser.absence === TableBrowser.Absence.None
        orientation: Qt.Horizontal
        handle: DeskSplitHandle {
            orientation: Qt.Horizontal
        }

        Item {
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.readingWidth

            RecordGrid {
                id: recordGrid

                anchors.fill: parent
                focus: true
                browser: root.browser
                visible: root.browser.records.state !== RecordTableModel.State.Failed || root.browser.records.count > 0
                onLinkOpened: (row, column) => root.openLink(row, column)
                onEditWanted: (row, column, inPlace, typed) => root.editCell(row, column, inPlace, typed)
                onRemovalWanted: row => root.removeRows(row)
                onPasteWanted: root.pasteBlock()
                onRowActivated: row => {
                    root.inspectorShown = true;
                    root.browser.inspect(row);
                }
                onColumnMenuWanted: (column, x, y) => {
                    columnMenu.column = column;
                    columnMenu.popup(recordGrid, x, y);
                }
                onRowMenuWanted: (row, column, x, y) => {
                    rowMenu.row = row;
                    rowMenu.column = column;
                    rowMenu.popup(recordGrid, x, y);
                }
            }

            LoadingBar {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                running: root.browser.records.state === RecordTableModel.State.Loading
            }

            EmptyState {
                anchors.centerIn: parent
                visible: root.browser.records.state === RecordTableModel.State.Ready && root.browser.records.count === 0 && root.browser.newRows === 0
                iconName: root.browser.filters.count > 0 || root.browser.text !== "" ? "funnel-x" : "inbox"
                title: root.browser.filters.count > 0 || root.browser.text !== "" ? qsTr("No row meets the conditions") : qsTr("%1 has no rows").arg(root.browser.tableLabel)
                text: root.browser.filters.count > 0 || root.browser.text !== "" ? qsTr("Remove a condition, or search for something else.") : qsTr("Rows appear here once the platform writes them.")
                actionText: root.browser.filters.count > 0 || root.browser.text !== "" ? qsTr("Clear the conditions") : ""
                actionIconName: "funnel-x"
                onTriggered: root.browser.clearFilters()
            }

            ErrorState {
                anchors.centerIn: parent
                visible: root.browser.records.state === RecordTableModel.State.Failed && root.browser.records.count === 0
                title: qsTr("%1 cannot be read").arg(root.browser.tableLabel)
                kept: root.browser.records.errorText
                onRetried: root.desk.reload()
            }

            InlineNotice {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                visible: root.browser.records.state === RecordTableModel.State.Failed && root.browser.records.count > 0
                tone: Tone.Bad
                title: qsTr("Some rows could not be read.")
                text: root.browser.records.errorText
                actionText: qsTr("Try again")
                onTriggered: root.desk.reload()
            }
        }

        Inspector {
            id: inspector

            T.SplitView.preferredWidth: Theme.inspectorWidth
            T.SplitView.minimumWidth: Theme.inspectorWidth - Theme.space12
            T.SplitView.maximumWidth: root.width / 2
            visible: root.inspectorShown
            desk: root.desk
            inspector: root.browser.inspector
        }
    }

    EmptyState {
        anchors.centerIn: parent
        visible: root.browser.absence === TableBrowser.Absence.Missing
        iconName: "unlink"
        title: qsTr("%1 is not in this database").arg(root.browser.tableLabel)
        text: qsTr("The platform knows a table %1, but the database you are connected to has none. It may not have been migrated yet. Whatever else is in the database can be opened.").arg(root.browser.tableName)
    }

    NoPermissionState {
        anchors.centerIn: parent
        visible: root.browser.absence === TableBrowser.Absence.NoRights
        title: qsTr("You may not read %1").arg(root.browser.tableLabel)
        text: root.browser.hiddenBecause !== "" ? root.browser.hiddenBecause : qsTr("Ask the owner of the database for the right to read the table %1.").arg(root.browser.tableName)
    }

    ColumnMenu {
        id: columnMenu

        objectName: "columnMenu"
        browser: root.browser
        onFilterWanted: column => {
            root.placeUnder(filterPopup, filterBar);
            filterPopup.openFor(column, root.browser.columnLabel(columnMenu.column));
        }
    }

    RowMenu {
        id: rowMenu

        objectName: "rowMenu"
        browser: root.browser
        onCopyWanted: format => root.browser.copy(recordGrid.selectedRanges(), recordGrid.grid.columnOrder, format)
        onLinkWanted: root.openLink(rowMenu.row, rowMenu.column)
        onEditWanted: root.editCell(rowMenu.row, rowMenu.column, false, "")
        onRemovalWanted: root.removeRows(rowMenu.row)
        onAddWanted: root.addRow()
        onDuplicateWanted: root.duplicateRows()
        onPasteWanted: root.pasteBlock()
        onReplaceWanted: root.openReplace()
        markText: root.desk.comparison.markText
        onHistoryWanted: root.desk.showHistory(root.browser.tableName, root.browser.keyAt(rowMenu.row))
        onPersonHistoryWanted: root.desk.showHistoryOfPerson(root.browser.keyAt(rowMenu.row))
        onMarkWanted: root.desk.comparison.markRow(root.browser.tableName, root.browser.keyAt(rowMenu.row))
        onCompareWanted: root.desk.comparison.compareRow(root.browser.tableName, root.browser.keyAt(rowMenu.row))
    }

    CellEditor {
        id: cellEditor

        objectName: "cellEditor"
        parent: recordGrid.grid
        edit: root.browser.inspector.edit
        onTaken: (columns, rows) => recordGrid.moveCurrent(columns, rows)
        onClosed: recordGrid.grid.forceActiveFocus(Qt.OtherFocusReason)
    }

    FieldEditor {
        id: fillEditor

        objectName: "fillEditor"
        edit: root.browser.bulk.edit
        picker: root.browser.picker
        onClosed: if (fillEditor.returnTo)
            fillEditor.returnTo.forceActiveFocus(Qt.OtherFocusReason)
    }

    ReplaceDialog {
        id: replaceDialog

        objectName: "replaceDialog"
        browser: root.browser
        onClosed: recordGrid.grid.forceActiveFocus(Qt.OtherFocusReason)
    }

    ImportDialog {
        id: importDialog

        objectName: "importDialog"
        rowImport: root.desk.rowImport
        onStaffWanted: root.staffWanted()
        onFileWanted: root.importFile()
        onClosed: recordGrid.grid.forceActiveFocus(Qt.OtherFocusReason)
    }

    ExportDialog {
        id: exportDialog

        objectName: "exportDialog"
        browser: root.browser
        revealed: root.desk.revealed
        stagedCount: root.desk.changes.count
        onClosed: recordGrid.grid.forceActiveFocus(Qt.OtherFocusReason)
    }

    DeskDialog {
        id: refusal

        objectName: "refusalDialog"
        title: qsTr("Nothing was staged")
        iconName: "circle-alert"
        tone: Tone.Warning
        rejectText: ""
        onClosed: recordGrid.grid.forceActiveFocus(Qt.OtherFocusReason)
    }

    ViewMenu {
        id: viewMenu

        objectName: "viewMenu"
        browser: root.browser
        onSaveWanted: saveViewDialog.open()
    }

    SaveViewDialog {
        id: saveViewDialog

        objectName: "saveViewDialog"
        browser: root.browser
    }

    ColumnChooser {
        id: columnChooser

        objectName: "columnChooser"
        browser: root.browser
    }

    FilterPopup {
        id: filterPopup

        objectName: "filterPopup"
        browser: root.browser
    }

    DeskMenu {
        id: filterColumns

        Instantiator {
            model: root.browser.columns
            onObjectAdded: (index, object) => filterColumns.insertItem(index, object as DeskMenuItem)
            onObjectRemoved: (index, object) => filterColumns.removeItem(object as DeskMenuItem)

            DeskMenuItem {
                required property string columnName
                required property string columnLabel
                required property string columnIcon

                text: columnLabel
                iconName: columnIcon
                onTriggered: {
                    root.placeUnder(filterPopup, filterBar);
                    filterPopup.openFor(columnName, columnLabel);
                }
            }
        }
    }
}

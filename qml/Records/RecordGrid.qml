// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Headings, rows and scroll bars of one table.
FocusScope {
    id: root

    required property TableBrowser browser
    readonly property alias grid: grid

    signal columnMenuWanted(int column, real x, real y)
    signal rowMenuWanted(int row, int column, real x, real y)
    signal linkOpened(int row, int column)
    signal rowActivated(int row)
    /// A value is to be edited, in its place or in a dialog of its own; what was typed replaces it.
    signal editWanted(int row, int column, bool inPlace, string typed)
    signal removalWanted(int row)
    signal pasteWanted

    function applyLook() {
        for (let i = 0; i < grid.visualColumnCount; ++i)
            grid.setColumnWidth(i, root.browser.columnWidth(i));
        grid.pinnedColumns = root.browser.pinnedColumns;
    }

    /// The view comes untyped: qmllint of Qt 6.4 does not know 64-bit properties.
    function inspectCurrent(view) {
        root.browser.inspect(view.currentRow);
    }

    /// Whether a key writes something: typing on a cell edits it, as in a spreadsheet.
    function isTyped(event): bool {
        const held = event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier);
        return !held && event.text.length > 0 && event.text > " " && event.key !== Qt.Key_Delete && event.key !== Qt.Key_Backspace;
    }

    /// Goes on from the current cell, as after an edit.
    function moveCurrent(columns: int, rows: int) {
        const visual = Math.max(0, Math.min(grid.visualColumnCount - 1, grid.visualColumn(grid.currentColumn) + columns));
        grid.setCurrentCell(root.rowBeside(grid, rows), grid.logicalColumn(visual));
    }

    /// The view comes untyped: qmllint of Qt 6.4 does not know 64-bit properties.
    function rowBeside(view, rows: int): int {
        return Math.max(0, Math.min(view.rowCount - 1, view.currentRow + rows));
    }

    /// What the view says of its selection. It comes untyped here, see rowBeside().
    function ofView(view, property: string): var {
        return view[property];
    }

    function selectedRanges(): var {
        return root.ofView(grid, "selectedRanges");
    }

    function selectedRows(): int {
        return root.ofView(grid, "selectedRowCount");
    }

    function currentRow(): int {
        return root.ofView(grid, "currentRow");
    }

    function openColumnMenu() {
        const column = Math.max(0, grid.currentColumn);
        root.columnMenuWanted(column, grid.columnX(grid.visualColumn(column)), header.height);
    }

    GridHeader {
        id: header

        anchors.left: grid.left
        anchors.right: grid.right
        anchors.top: parent.top
        grid: grid
        browser: root.browser
        onMenuWanted: (column, position) => root.columnMenuWanted(column, position, header.height)
    }

    TableGrid {
        id: grid

        objectName: "recordGrid"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        focus: true
        activeFocusOnTab: true
        model: root.browser.grid
        rowHeight: Theme.rowHeight
        rowNumbersVisible: true
        Accessible.role: Accessible.Table
        Accessible.name: root.browser.tableLabel
        style.background: Theme.surface
        style.alternate: Theme.rowAlternate
        style.gutter: Theme.headerBackground
        style.gridLine: Theme.gridLine
        style.text: Theme.text
        style.muted: Theme.textFaint
        style.placeholder: Theme.placeholder
        style.link: Theme.accentInk
        style.selection: Qt.rgba(Theme.accent.r, Theme.accent.g, Theme.accent.b, 0.16)
        style.selectionBorder: grid.activeFocus ? Theme.focusRing : Theme.borderStrong
        style.hover: Qt.rgba(Theme.text.r, Theme.text.g, Theme.text.b, 0.04)
        style.chipNeutralText: Theme.textMuted
        style.chipNeutralBackground: Theme.neutralSoft
        style.chipAccentText: Theme.accentInk
        style.chipAccentBackground: Theme.accentSoft
        style.chipGoodText: Theme.goodText
        style.chipGoodBackground: Theme.goodSoft
        style.chipWarningText: Theme.warningText
        style.chipWarningBackground: Theme.warningSoft
        style.chipBadText: Theme.badText
        style.chipBadBackground: Theme.badSoft
        style.edited: Theme.warningSoft
        style.inserted: Theme.goodSoft
        style.deleted: Theme.badSoft
        style.font: Qt.font({family: Theme.textFamily, pixelSize: Theme.bodySize})
        style.numberFont: Qt.font({family: Theme.numberFamily, pixelSize: Theme.bodySize})
        style.cellPadding: Theme.space2
        onVisibleRowsChanged: (first, last) => root.browser.setVisibleRange(first, last)
        onCurrentChanged: inspectLater.restart()
        onActivated: (row, column) => root.rowActivated(row)
        onLinkActivated: (row, column) => root.linkOpened(row, column)
        onContextMenuRequested: (row, column, position) => root.rowMenuWanted(row, column, position.x, position.y + header.height)
        Keys.onPressed: event => {
            if (event.matches(StandardKey.Copy)) {
                root.browser.copy(grid.selectedRanges, grid.columnOrder, "tsv");
                event.accepted = true;
            } else if (event.key === Qt.Key_Down && (event.modifiers & Qt.AltModifier)) {
                root.openColumnMenu();
                event.accepted = true;
            } else if ((event.key === Qt.Key_Left || event.key === Qt.Key_Right) && (event.modifiers & Qt.AltModifier) && (event.modifiers & Qt.ShiftModifier)) {
                root.browser.resizeColumn(grid.currentColumn, event.key === Qt.Key_Right ? Theme.space6 : -Theme.space6);
                event.accepted = true;
            } else if (event.matches(StandardKey.Paste)) {
                root.pasteWanted();
                event.accepted = true;
            } else if (event.key === Qt.Key_F2 && grid.currentRow >= 0) {
                root.editWanted(grid.currentRow, grid.currentColumn, !(event.modifiers & Qt.ShiftModifier), "");
                event.accepted = true;
            } else if (root.isTyped(event) && grid.currentRow >= 0) {
                root.editWanted(grid.currentRow, grid.currentColumn, true, event.text);
                event.accepted = true;
            } else if (event.key === Qt.Key_Delete && grid.currentRow >= 0) {
                root.removalWanted(grid.currentRow);
                event.accepted = true;
            } else if (event.key === Qt.Key_O && (event.modifiers & Qt.ControlModifier)) {
                root.linkOpened(grid.currentRow, grid.currentColumn);
                event.accepted = true;
            }
        }

        Timer {
            id: lookLater

            interval: 0
            onTriggered: root.applyLook()
        }

        Timer {
            id: inspectLater

            // A held arrow key passes many rows; only the one it stops at is read in full.
            interval: Theme.typingRest / 2
            onTriggered: root.inspectCurrent(grid)
        }

        Connections {
            target: root.browser

            function onColumnsReplaced() {
                lookLater.restart();
            }

            function onRecordFound(row) {
                if (row >= 0) {
                    grid.setCurrentCell(row, Math.max(0, grid.currentColumn));
                    grid.positionAtRow(Math.max(0, row - Math.floor(grid.visibleRowCount / 3)));
                }
            }
        }

        /// The first row is the current one; a record that was asked for is in the details already.
        readonly property bool undetailed: root.browser.records.state === RecordTableModel.State.Ready && root.browser.inspector.state === RecordInspector.State.Empty

        onUndetailedChanged: if (grid.undetailed)
            inspectLater.restart()

        Connections {
            target: root.browser.grid

            function onModelReset() {
                // After the grid itself has taken notice of the new columns.
                lookLater.restart();
            }
        }
    }

    DeskScrollBar {
        anchors.right: grid.right
        anchors.top: grid.top
        anchors.bottom: grid.bottom
        orientation: Qt.Vertical
        size: grid.verticalSize
        position: grid.verticalPosition * (1 - grid.verticalSize)
        onPositionChanged: if (pressed && size < 1)
            grid.verticalPosition = Math.min(1, Math.max(0, position / (1 - size)))
    }

    DeskScrollBar {
        anchors.left: grid.left
        anchors.leftMargin: grid.gutterWidth + grid.pinnedWidth
        anchors.right: grid.right
        anchors.bottom: grid.bottom
        orientation: Qt.Horizontal
        size: grid.horizontalSize
        position: grid.horizontalPosition * (1 - grid.horizontalSize)
        onPositionChanged: if (pressed && size < 1)
            grid.horizontalPosition = Math.min(1, Math.max(0, position / (1 - size)))
    }
}

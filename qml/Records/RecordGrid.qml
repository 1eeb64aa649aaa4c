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
    signal editWanted(int row, int column)
    signal removalWanted(int row)

    function applyLook() {
        for (let i = 0; i < grid.visualColumnCount; ++i)
            grid.setColumnWidth(i, root.browser.columnWidth(i));
        grid.pinnedColumns = root.browser.pinnedColumns;
    }

    /// The view comes untyped: qmllint of Qt 6.4 does not know 64-bit properties.
    function inspectCurrent(view) {
        root.browser.inspect(view.currentRow);
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
        style.font: Qt.font({family: Theme.textFamily, pixelSize: Theme.bodySize})
        style.numberFont: Qt.font({family: Theme.numberFamily, pixelSize: Theme.bodySize})
        style.cellPadding: Theme.space2
        onVisibleRowsChanged: (first, last) => root.browser.records.setVisibleRange(first, last)
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
            } else if (event.key === Qt.Key_F2 && grid.currentRow >= 0) {
                root.editWanted(grid.currentRow, grid.currentColumn);
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
                    grid.setCurrentCell(row, 0);
                    grid.positionAtRow(Math.max(0, row - Math.floor(grid.visibleRowCount / 3)));
                }
            }
        }

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

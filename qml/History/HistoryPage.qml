// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Who changed what, when and why; and the way back.
FocusScope {
    id: root

    required property Desk desk

    readonly property HistoryBrowser history: root.desk.history
    readonly property var keys: [[qsTr("Next panel"), "Tab"], [qsTr("Open the row"), "Return"], [qsTr("Values, in a small window"), "Space"], [qsTr("Undo the change, or restore"), "Ctrl+Backspace"], [qsTr("Mark this version"), "M"], [qsTr("Compare with the marked one"), "C"], [qsTr("Search the reasons"), "Ctrl+F"], [qsTr("Export"), "Ctrl+E"]]
    /// Room for both parts side by side; otherwise one stands below the other.
    readonly property bool wide: root.width > 2 * Theme.readingWidth

    readonly property bool exportable: root.history.state === HistoryBrowser.State.Ready && list.count > 0 && !root.history.exporting
    /// Where there is no room for both, the entry takes the place of the list.
    property bool detailShown: false

    signal accessWanted

    function openRow() {
        if (root.history.key !== "" && !root.history.deleted)
            root.desk.showRecord(root.history.table, root.history.key);
    }

    Shortcut {
        sequence: "Ctrl+F"
        enabled: root.visible
        onActivated: filters.focusReason()
    }

    Shortcut {
        sequence: "Ctrl+E"
        enabled: root.visible && root.exportable
        onActivated: exportDialog.open()
    }

    Shortcut {
        sequence: "Ctrl+Backspace"
        enabled: root.visible && root.history.current >= 0
        onActivated: root.history.undoChange()
    }

    Keys.onEscapePressed: event => {
        event.accepted = root.detailShown && !root.wide;
        root.detailShown = false;
        if (event.accepted)
            list.forceActiveFocus(Qt.OtherFocusReason);
    }

    FileDialog {
        id: exportDialog

        title: qsTr("Export the journal as CSV. Texts that a spreadsheet would take for a formula get an apostrophe before them, and personal values are masked as on the screen.")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("CSV (*.csv)")]
        defaultSuffix: "csv"
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: root.history.exportTo(exportDialog.selectedFile)
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space3
        spacing: Theme.space3
        visible: root.history.state !== HistoryBrowser.State.NoJournal

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            HistoryFilters {
                id: filters

                Layout.fillWidth: true
                history: root.history
            }

            BackgroundWork {
                objectName: "exportWork"
                Layout.alignment: Qt.AlignTop
                running: root.history.exporting
                text: root.history.exportText
                onCancelled: root.history.cancelExport()
            }

            DeskButton {
                objectName: "exportButton"
                Layout.alignment: Qt.AlignTop
                visible: root.wide && !root.history.exporting
                enabled: root.exportable
                iconName: "download"
                text: qsTr("Export…")
                toolTipText: qsTr("Export what is listed as CSV")
                shortcutText: "Ctrl+E"
                onClicked: exportDialog.open()
            }

            DeskIconButton {
                objectName: "smallExportButton"
                Layout.alignment: Qt.AlignTop
                visible: !root.wide && !root.history.exporting
                enabled: root.exportable
                iconName: "download"
                label: qsTr("Export what is listed as CSV")
                shortcutText: "Ctrl+E"
                onClicked: exportDialog.open()
            }
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.history.local
            tone: Tone.Info
            text: qsTr("This journal is kept on this computer. What colleagues changed is not in it.")
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.space4
            rowSpacing: Theme.space3

            ListView {
                id: list

                objectName: "journalList"
                visible: root.wide || !root.detailShown || root.history.current < 0
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Theme.rowHeight * 2
                focus: true
                clip: true
                activeFocusOnTab: true
                keyNavigationEnabled: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.history.entries
                currentIndex: root.history.current
                T.ScrollBar.vertical: DeskScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Entries of the journal")
                onCurrentIndexChanged: if (list.currentIndex !== root.history.current)
                    root.history.select(list.currentIndex)
                Keys.onReturnPressed: root.openRow()
                Keys.onEnterPressed: root.openRow()
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_M && event.modifiers === Qt.NoModifier)
                        root.history.markVersion();
                    else if (event.key === Qt.Key_C && event.modifiers === Qt.NoModifier)
                        root.history.compareVersion();
                    else if (event.key === Qt.Key_Space && !root.wide)
                        root.detailShown = true;
                    else
                        return;
                    event.accepted = true;
                }

                delegate: EntryDelegate {
                    width: list.width - Theme.space3
                    highlighted: root.history.current === index
                    focused: list.activeFocus
                    onClicked: {
                        list.forceActiveFocus(Qt.MouseFocusReason);
                        root.history.select(index);
                        root.detailShown = true;
                    }
                    onDoubleClicked: root.openRow()
                }

                LoadingBar {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    running: root.history.state === HistoryBrowser.State.Loading
                }

                EmptyState {
                    anchors.centerIn: parent
                    width: parent.width
                    visible: list.count === 0 && root.history.state === HistoryBrowser.State.Ready
                    iconName: "history"
                    title: root.history.filtered ? qsTr("No entry fits") : qsTr("Nothing has been changed yet")
                    text: root.history.filtered ? qsTr("Choose other conditions, or clear them.") : qsTr("Everything that is committed from the desk is listed here, with its reason and a way back.")
                }

                ErrorState {
                    anchors.centerIn: parent
                    width: parent.width
                    visible: root.history.state === HistoryBrowser.State.Failed
                    title: qsTr("The journal could not be read")
                    text: root.history.errorText
                    onRetried: root.history.reload()
                }
            }

            EntryDetail {
                Layout.fillHeight: true
                Layout.fillWidth: !root.wide
                Layout.preferredWidth: root.wide ? Theme.readingWidth : -1
                visible: root.history.current >= 0 && (root.wide || root.detailShown)
                closable: !root.wide
                history: root.history
                comparison: root.desk.comparison
                writable: root.desk.changes.writable
                onOpened: root.openRow()
                onClosed: {
                    root.detailShown = false;
                    list.forceActiveFocus(Qt.OtherFocusReason);
                }
            }
        }
    }

    EmptyState {
        anchors.centerIn: parent
        visible: root.history.state === HistoryBrowser.State.NoJournal
        iconName: "history"
        title: qsTr("This database has no journal")
        text: qsTr("With a journal the desk keeps who changed what, and can take it back. %1").arg(root.desk.access.offerText === "" ? root.desk.access.sentence : "")

        DeskButton {
            objectName: "makeJournalButton"
            Layout.alignment: Qt.AlignHCenter
            visible: root.desk.access.offerText !== ""
            variant: DeskButton.Variant.Primary
            text: root.desk.access.offerText
            onClicked: root.accessWanted()
        }
    }
}

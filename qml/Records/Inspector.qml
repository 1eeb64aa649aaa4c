// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The selected row in full: fields, linked rows, and the rows that refer to it.
Rectangle {
    id: root

    required property Desk desk
    required property RecordInspector inspector

    readonly property bool filled: root.inspector.state === RecordInspector.State.Ready || (root.inspector.state === RecordInspector.State.Loading && root.inspector.title !== "")

    /// What is to be done with the row as soon as it is read, or null.
    property var pending: null

    readonly property alias editor: editor

    /// What was looked for among the fields of one table says nothing about those of another.
    readonly property string table: root.desk.browser.tableName
    onTableChanged: {
        fieldSearch.clear();
        fieldSearch.searchNow();
    }

    /// Opens the editor of a field of the row that is shown.
    function editField(column) {
        if (!root.desk.changes.writable || root.inspector.removed || !root.inspector.beginEdit(column))
            return;
        editor.returnTo = root.Window.activeFocusItem;
        editor.open();
    }

    Connections {
        target: root.inspector

        function onRecordChanged() {
            historyView.read();
            if (!root.pending || root.inspector.state !== RecordInspector.State.Ready)
                return;
            const action = root.pending;
            root.pending = null;
            action();
        }
    }

    color: Theme.surface

    ColumnLayout {
        anchors.fill: parent
        visible: root.filled
        spacing: 0

        ColumnLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space3
            spacing: Theme.space1

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space2

                DeskLabel {
                    Layout.fillWidth: true
                    text: root.inspector.isNew ? root.inspector.tableLabel : qsTr("%1 #%2").arg(root.inspector.tableLabel).arg(root.inspector.keyText)
                    color: Theme.textFaint
                    font.pixelSize: Theme.captionSize
                }

                DeskIconButton {
                    objectName: "removeButton"
                    small: true
                    visible: root.desk.changes.writable
                    label: root.inspector.removed ? qsTr("Keep the row") : root.inspector.isNew ? qsTr("Drop the new row") : qsTr("Delete the row")
                    iconName: root.inspector.removed ? "undo-2" : "trash-2"
                    onClicked: root.inspector.toggleRemoval()
                }

                DeskIconButton {
                    small: true
                    label: qsTr("Copy as JSON")
                    iconName: "braces"
                    onClicked: root.desk.copyText(root.inspector.asJson())
                }
            }

            DeskLabel {
                objectName: "inspectorTitle"
                Layout.fillWidth: true
                text: root.inspector.title
                font.pixelSize: Theme.titleSize
                font.weight: Theme.strongWeight
                wrapMode: Text.Wrap
                maximumLineCount: 3
                Accessible.role: Accessible.Heading
            }

            InlineNotice {
                Layout.fillWidth: true
                visible: root.inspector.isNew
                tone: Tone.Info
                text: qsTr("This row is written when you commit.")
            }

            InlineNotice {
                Layout.fillWidth: true
                visible: root.inspector.removed
                tone: Tone.Bad
                text: qsTr("This row is deleted when you commit.")
            }
        }

        DeskTabBar {
            id: tabs

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space3
            Layout.rightMargin: Theme.space3

            DeskTab {
                text: qsTr("Fields")
            }

            DeskTab {
                text: qsTr("Related")
            }

            DeskTab {
                text: qsTr("History")
            }
        }

        Separator {
            Layout.fillWidth: true
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space2
            visible: tabs.currentIndex === 0
            spacing: Theme.space2

            DeskSearchField {
                id: fieldSearch

                objectName: "fieldSearch"
                Layout.fillWidth: true
                label: qsTr("Find a field")
                placeholderText: qsTr("Find a field")
                onSearched: text => root.inspector.fields.filter = text
            }

            DeskIconButton {
                label: qsTr("Hide empty fields")
                iconName: "eye-off"
                checkable: true
                checked: root.inspector.fields.hideEmpty
                onClicked: root.inspector.fields.hideEmpty = !root.inspector.fields.hideEmpty
            }
        }

        ListView {
            id: fieldView

            objectName: "fieldList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.space1
            visible: tabs.currentIndex === 0
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.inspector.fields
            reuseItems: false
            cacheBuffer: Theme.listHeight
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Fields")
            Keys.onReturnPressed: fieldView.openLink()
            Keys.onPressed: event => {
                if (event.key === Qt.Key_F2) {
                    root.editField((fieldView.currentItem as FieldDelegate)?.fieldName ?? "");
                    event.accepted = true;
                    return;
                }
                const field = fieldView.currentItem as FieldDelegate;
                if (field && event.matches(StandardKey.Copy)) {
                    root.desk.copyText(field.fieldExact);
                    event.accepted = true;
                }
            }

            function openLink() {
                const field = fieldView.currentItem as FieldDelegate;
                if (field && field.fieldKind === FieldListModel.Link)
                    root.desk.showLinked(field.linkTable, root.inspector.tableName, field.fieldName, field.fieldExact);
                else if (field && field.fieldKind === FieldListModel.Url)
                    root.desk.openUrl(field.fieldExact);
            }

            delegate: FieldDelegate {
                width: fieldView.width - Theme.space2
                current: fieldView.activeFocus && fieldView.currentIndex === index
                editable: root.desk.changes.writable && !root.inspector.removed
                onChosen: {
                    fieldView.currentIndex = index;
                    fieldView.forceActiveFocus(Qt.MouseFocusReason);
                }
                onEditWanted: {
                    fieldView.currentIndex = index;
                    root.editField(fieldName);
                }
                onLinkOpened: root.desk.showLinked(linkTable, root.inspector.tableName, fieldName, fieldExact)
                onUrlOpened: root.desk.openUrl(fieldExact)
                onRevealed: root.inspector.fields.reveal(fieldName)
            }
        }

        ListView {
            id: historyView

            /// Only when it is looked at: most rows are passed by.
            function read() {
                if (historyView.visible && root.inspector.state === RecordInspector.State.Ready)
                    root.inspector.readHistory();
            }

            objectName: "historyList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.space1
            visible: tabs.currentIndex === 2
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.inspector.history
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("History")
            onVisibleChanged: historyView.read()

            delegate: HistoryDelegate {
                width: historyView.width - Theme.space2
                current: historyView.activeFocus && historyView.currentIndex === index
                revertable: root.desk.changes.writable && !root.inspector.removed
                onReverted: {
                    root.inspector.revertTo(index);
                    tabs.currentIndex = 0;
                }
            }

            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.space4
                visible: historyView.count === 0
                iconName: root.inspector.historyError === "" ? "history" : "circle-alert"
                title: root.inspector.historyError === "" ? qsTr("No change is on record") : qsTr("The journal cannot be read")
                text: root.inspector.historyError === "" ? qsTr("Changes made with the desk appear here, with who made them and why.") : root.inspector.historyError
            }
        }

        ListView {
            id: relationView

            objectName: "relationList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.space1
            visible: tabs.currentIndex === 1
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.inspector.relations
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.Tree
            Accessible.name: qsTr("Related rows")
            Keys.onReturnPressed: (relationView.currentItem as RelationDelegate)?.clicked()

            delegate: RelationDelegate {
                width: relationView.width
                highlighted: relationView.activeFocus && relationView.currentIndex === index
                onClicked: {
                    relationView.currentIndex = index;
                    if (entryIsRelation)
                        root.inspector.toggleRelation(index);
                    else
                        root.desk.showRecord(entryTable, entryKey);
                }
                onAllWanted: root.desk.showRows(entryTable, entryColumn, root.inspector.keyText)
            }
        }
    }

    FieldEditor {
        id: editor

        objectName: "fieldEditor"
        edit: root.inspector.edit
        picker: root.desk.browser.picker
        onClosed: if (editor.returnTo)
            editor.returnTo.forceActiveFocus(Qt.OtherFocusReason)
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.space4
        visible: root.inspector.state === RecordInspector.State.Empty
        iconName: "panel-right"
        title: qsTr("No row is selected")
        text: qsTr("Choose a row with the arrow keys or a click to see all its fields and what belongs to it.")
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.space4
        visible: root.inspector.state === RecordInspector.State.Gone
        iconName: "circle-x"
        title: qsTr("This row is gone")
        text: qsTr("Somebody has deleted it. Reload the table to see what is there now.")
    }

    ErrorState {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.space4
        visible: root.inspector.state === RecordInspector.State.Failed
        title: qsTr("The row cannot be read")
        kept: root.inspector.errorText
        retryVisible: false
    }

    Rectangle {
        width: Theme.hairline
        height: parent.height
        color: Theme.border
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The databases this person can open: choose one, or write down where another is.
DeskDialog {
    id: root

    required property Desk desk

    readonly property ProfileEditor editor: root.desk.profileEditor
    readonly property bool demoChosen: list.currentIndex === 0 && !root.isNew
    property bool isNew: false

    title: qsTr("Connections")
    iconName: "database"
    implicitWidth: Theme.dialogWidth + Theme.inspectorWidth
    acceptText: root.demoChosen || !root.editor.modified ? qsTr("Open") : qsTr("Save and open")
    acceptEnabled: root.demoChosen || root.editor.canSave
    rejectText: qsTr("Close")

    onOpened: {
        root.isNew = false;
        list.currentIndex = Math.max(0, root.desk.connections.rowOf(root.desk.connectionText));
        root.load();
        list.forceActiveFocus(Qt.PopupFocusReason);
    }
    onAccepted: {
        if (root.demoChosen) {
            root.desk.openDemo();
            return;
        }
        if (root.editor.modified)
            root.editor.save();
        root.desk.openProfile(root.editor.name);
    }

    function load() {
        root.isNew = false;
        if (list.currentIndex > 0)
            root.editor.load(root.desk.connections.nameAt(list.currentIndex));
    }

    function startNew() {
        root.editor.startNew();
        root.isNew = true;
        form.focusName();
    }

    // The parts in it are reached by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: RowLayout {
        spacing: Theme.space5

        ColumnLayout {
            Layout.preferredWidth: Theme.railWidth + Theme.space12
            Layout.maximumWidth: Theme.railWidth + Theme.space12
            Layout.fillHeight: true
            spacing: Theme.space2

            ListView {
                id: list

                objectName: "connectionList"
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                activeFocusOnTab: true
                keyNavigationEnabled: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.desk.connections
                T.ScrollBar.vertical: DeskScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Saved connections")
                Keys.onUpPressed: {
                    list.decrementCurrentIndex();
                    root.load();
                }
                Keys.onDownPressed: {
                    list.incrementCurrentIndex();
                    root.load();
                }
                Keys.onReturnPressed: if (root.acceptEnabled)
                    root.accept()
                Keys.onDeletePressed: if (list.currentIndex > 0)
                    removeDialog.open()

                delegate: ConnectionDelegate {
                    width: list.width
                    highlighted: list.currentIndex === index && !root.isNew
                    focused: list.activeFocus
                    onClicked: {
                        list.currentIndex = index;
                        list.forceActiveFocus(Qt.MouseFocusReason);
                        root.load();
                    }
                    onDoubleClicked: if (root.acceptEnabled)
                        root.accept()
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space2

                DeskButton {
                    objectName: "newConnectionButton"
                    Layout.fillWidth: true
                    text: qsTr("New connection")
                    iconName: "plus"
                    onClicked: root.startNew()
                }

                DeskIconButton {
                    objectName: "removeConnectionButton"
                    label: qsTr("Remove the connection")
                    iconName: "trash-2"
                    shortcutText: "Del"
                    enabled: list.currentIndex > 0 && !root.isNew
                    onClicked: removeDialog.open()
                }
            }
        }

        Separator {
            orientation: Qt.Vertical
            Layout.fillHeight: true
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: form.implicitHeight

            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: root.demoChosen
                iconName: "box"
                title: qsTr("Demo database")
                text: qsTr("A made-up platform in Delhi and around, in a file of your own. Nothing in it is real, so look around freely.")
            }

            ProfileForm {
                id: form

                anchors.fill: parent
                visible: !root.demoChosen
                editor: root.editor
            }
        }
    }

    DeskDialog {
        id: removeDialog

        objectName: "removeConnectionDialog"
        title: qsTr("Remove “%1”?").arg(root.editor.formerName)
        text: qsTr("The desk forgets where this database is, and its password. The database itself is not touched.")
        iconName: "trash-2"
        tone: Tone.Bad
        destructive: true
        acceptText: qsTr("Remove")
        onAccepted: {
            root.desk.removeProfile(root.editor.formerName);
            list.currentIndex = 0;
            root.load();
        }
    }
}

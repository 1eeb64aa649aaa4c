// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Chooses the member of staff whose name stands in the journal, and whose role says what is seen.
DeskDialog {
    id: root

    required property StaffChoice staff

    title: qsTr("Who works here?")
    iconName: "user"
    acceptText: qsTr("Work as this person")
    acceptEnabled: list.currentIndex >= 0 && list.count > 0
    implicitWidth: Theme.dialogWidth + Theme.space12

    onOpened: {
        searchField.text = "";
        root.staff.search("");
        searchField.forceActiveFocus(Qt.PopupFocusReason);
    }
    onAccepted: root.staff.choose(list.currentIndex)

    // The field in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        DeskLabel {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.readingWidth
            wrapMode: Text.Wrap
            color: Theme.textMuted
            text: qsTr("The name stands beside every change in the journal. Agents see and change their own users only.")
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.staff.problem !== ""
            tone: Tone.Warning
            text: root.staff.problem
        }

        DeskSearchField {
            id: searchField

            objectName: "staffSearch"
            Layout.fillWidth: true
            label: qsTr("Find by name, phone or email")
            placeholderText: qsTr("Find by name, phone or email")
            onSearched: text => root.staff.search(text)
            onAccepted: if (root.acceptEnabled)
                root.accept()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
        }

        ListView {
            id: list

            objectName: "staffList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.listHeight - Theme.space12
            Layout.minimumHeight: Theme.rowHeight * 2
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.staff
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Members of staff")
            Keys.onReturnPressed: if (root.acceptEnabled)
                root.accept()
            onCountChanged: list.currentIndex = list.count > 0 ? 0 : -1

            delegate: StaffDelegate {
                width: list.width - Theme.space3
                highlighted: list.currentIndex === index
                focused: list.activeFocus || searchField.activeFocus
                onClicked: list.currentIndex = index
                onDoubleClicked: {
                    list.currentIndex = index;
                    root.accept();
                }
            }

            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0 && !root.staff.searching
                iconName: root.staff.errorText !== "" ? "circle-alert" : "users"
                title: root.staff.errorText !== "" ? qsTr("Nobody can be chosen") : qsTr("Nobody found")
                text: root.staff.errorText !== "" ? root.staff.errorText : qsTr("Staff are the active users whose role is admin or agent.")
            }
        }

        RowLayout {
            visible: root.staff.chosen || root.staff.problem !== ""

            DeskButton {
                objectName: "nobodyButton"
                variant: DeskButton.Variant.Quiet
                iconName: "x"
                text: qsTr("Work without a name")
                onClicked: {
                    root.close();
                    root.staff.chooseNobody();
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Two rows, or two versions of one, side by side.
DeskDialog {
    id: root

    required property Comparison comparison

    title: qsTr("Compare")
    iconName: "git-compare"
    acceptText: ""
    rejectText: qsTr("Close")
    implicitWidth: Theme.dialogWidth * 1.8
    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)

    // The list in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            DeskCheckBox {
                objectName: "differencesBox"
                Layout.preferredWidth: Theme.labelWidth + Theme.space2
                text: qsTr("Only differences")
                checked: root.comparison.values.differencesOnly
                onToggled: root.comparison.values.differencesOnly = checked
            }

            DeskLabel {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: root.comparison.leftTitle
                font.weight: Theme.strongWeight
                wrapMode: Text.Wrap
            }

            DeskLabel {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: root.comparison.rightTitle
                font.weight: Theme.strongWeight
                wrapMode: Text.Wrap
            }

            DeskIconButton {
                small: true
                label: qsTr("Exchange the sides")
                iconName: "arrow-up-down"
                onClicked: root.comparison.swap()
            }
        }

        Separator {
            Layout.fillWidth: true
        }

        ListView {
            id: list

            objectName: "compareList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Theme.listHeight
            Layout.minimumHeight: Theme.rowHeight * 3
            clip: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            spacing: Theme.hairline
            boundsBehavior: Flickable.StopAtBounds
            model: root.comparison.values
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Columns side by side")

            delegate: CompareDelegate {
                width: list.width - Theme.space3
                current: list.activeFocus && list.currentIndex === index
            }

            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0 && !root.comparison.loading
                iconName: root.comparison.errorText !== "" ? "circle-alert" : "circle-check"
                title: root.comparison.errorText !== "" ? qsTr("This cannot be compared") : qsTr("No difference")
                text: root.comparison.errorText !== "" ? root.comparison.errorText : qsTr("All values are the same.")
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: list.count > 0
            text: qsTr("%n column(s) differ", "", root.comparison.values.differing)
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }
    }
}

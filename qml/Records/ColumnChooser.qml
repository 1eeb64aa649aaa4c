// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// All columns of the table to tick and untick.
DeskPopup {
    id: root

    required property TableBrowser browser

    width: Theme.menuWidth + Theme.space12 * 2
    height: Math.min(Theme.listHeight + Theme.space12 * 2, parent ? parent.height - 2 * Theme.space4 : Theme.listHeight)
    onOpened: columnView.forceActiveFocus(Qt.PopupFocusReason)

    // The list in it is focused by name when the panel opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space2

        SectionHeader {
            Layout.fillWidth: true
            text: qsTr("Columns")

            DeskButton {
                variant: DeskButton.Variant.Quiet
                text: qsTr("Usual ones")
                enabled: root.browser.changedLook
                onClicked: root.browser.resetLook()
            }
        }

        ListView {
            id: columnView

            objectName: "columnChooserList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.browser.columns
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Columns")
            Keys.onSpacePressed: (columnView.currentItem as DeskCheckBox)?.toggled()

            delegate: DeskCheckBox {
                required property int index
                required property string columnName
                required property string columnLabel
                required property bool columnShown

                width: columnView.width
                height: Theme.rowHeight
                text: columnLabel
                checked: columnShown
                onToggled: root.browser.setColumnShown(columnName, !columnShown)
            }
        }
    }
}

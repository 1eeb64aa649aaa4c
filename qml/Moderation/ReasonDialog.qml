// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls

/// Asks for the reason of a decision that people will read.
DeskDialog {
    id: root

    property string hint

    signal given(string reason)

    iconName: "pencil"
    acceptText: qsTr("Decide")
    acceptEnabled: field.text.trim() !== ""
    onAboutToShow: field.text = ""
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)
    onAccepted: root.given(field.text.trim())

    // The field in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: FormRow {
        stacked: true
        label: qsTr("Reason")
        hint: root.hint
        mandatory: true

        DeskTextField {
            id: field

            objectName: "whyField"
            Layout.fillWidth: true
            label: qsTr("Reason")
            onAccepted: if (root.acceptEnabled)
                root.accept()
        }
    }
}

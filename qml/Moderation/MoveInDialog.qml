// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Approves a listing whose move-in date has passed: with a new date, or without one.
DeskDialog {
    id: root

    required property ModerationDesk moderation
    property string problem

    function approve(date: string) {
        root.problem = root.moderation.approveFrom(date);
        if (root.problem === "")
            root.close();
    }

    title: qsTr("The move-in date has passed")
    iconName: "calendar-clock"
    acceptText: qsTr("Approve with this date")
    acceptEnabled: field.text.trim() !== ""
    onAboutToShow: {
        field.text = "";
        root.problem = "";
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    /// The dialog stays open when the date cannot be used.
    function accept() {
        root.approve(field.text);
    }

    // The field in it is focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        FormRow {
            Layout.fillWidth: true
            stacked: true
            label: qsTr("New move-in date")
            hint: qsTr("Otherwise the platform pauses the listing again when somebody looks next.")
            errorText: root.problem

            DeskTextField {
                id: field

                objectName: "moveInField"
                Layout.fillWidth: true
                label: qsTr("New move-in date")
                placeholderText: qsTr("31 Dec 2026")
                onAccepted: if (root.acceptEnabled)
                    root.accept()
            }
        }

        DeskButton {
            objectName: "withoutDateButton"
            text: qsTr("Approve without a date")
            onClicked: root.approve("")
        }
    }
}

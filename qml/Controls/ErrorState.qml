// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// A failure in place of content: what happened (title), what was kept, what to do; the driver's words on demand.
StatePanel {
    id: root

    property string kept
    property string advice
    property string details
    property bool retryVisible: true
    property bool busy: false
    property bool detailsShown: false

    signal retried

    iconName: "circle-alert"
    iconColor: Theme.bad
    text: root.kept !== "" && root.advice !== "" ? root.kept + "\n" + root.advice : root.kept + root.advice

    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space1
        spacing: Theme.space2

        DeskButton {
            objectName: "retryButton"
            visible: root.retryVisible
            text: qsTr("Try again")
            iconName: "refresh-cw"
            busy: root.busy
            enabled: !root.busy
            onClicked: root.retried()
        }

        DeskButton {
            objectName: "detailsButton"
            visible: root.details !== ""
            variant: DeskButton.Variant.Quiet
            text: root.detailsShown ? qsTr("Hide details") : qsTr("Show details")
            iconName: root.detailsShown ? "chevron-up" : "chevron-down"
            onClicked: root.detailsShown = !root.detailsShown
        }
    }

    DeskTextArea {
        objectName: "detailsText"
        Layout.fillWidth: true
        visible: root.detailsShown && root.details !== ""
        label: qsTr("Details of the error")
        monospaced: true
        readOnly: true
        text: root.details
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// Something that was decided and has not run yet: what, how long it can be called back, and how.
Rectangle {
    id: root

    property string text
    property int secondsLeft: 0
    /// How many more wait beside the one that is named.
    property int others: 0
    property string shortcutText

    signal undone
    signal hastened

    implicitHeight: Theme.controlHeight + Theme.space2
    radius: Theme.radius
    color: Theme.infoSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("%1. Runs in %2 s.").arg(root.text).arg(root.secondsLeft)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space1
        spacing: Theme.space2

        NumberLabel {
            Layout.minimumWidth: Theme.space6
            text: qsTr("%1 s").arg(root.secondsLeft)
            color: Theme.infoText
            font.weight: Theme.strongWeight
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.others > 0 ? qsTr("%1, and %2 more").arg(root.text).arg(root.others) : root.text
            color: Theme.infoText
        }

        DeskButton {
            objectName: "undoWaitingButton"
            variant: DeskButton.Variant.Quiet
            iconName: "undo-2"
            text: qsTr("Undo")
            shortcutText: root.shortcutText
            showShortcut: true
            focusPolicy: Qt.NoFocus
            onClicked: root.undone()
        }

        DeskButton {
            objectName: "runNowButton"
            variant: DeskButton.Variant.Quiet
            text: qsTr("Do it now")
            focusPolicy: Qt.NoFocus
            onClicked: root.hastened()
        }
    }
}

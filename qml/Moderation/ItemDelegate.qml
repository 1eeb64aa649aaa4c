// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// One item of a queue: whom it is about, why it is here, since when and how urgent it is.
T.ItemDelegate {
    id: root

    required property int index
    required property string subject
    required property string reasonText
    required property int reasonTone
    required property string ageText
    required property string dueText
    required property bool overdue
    required property string detail
    required property int score
    required property string scoreText
    required property string claimedBy
    required property string stateText
    required property bool marked
    property bool focused: false
    /// The reason is a sentence and not a word.
    property bool wordy: false

    /// The evidence is to be turned a page, forwards or back.
    signal readOnWanted(int step)
    signal pressedWith(bool control, bool shift)

    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.space2
    focusPolicy: Qt.NoFocus
    hoverEnabled: !Theme.still
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(root.subject).arg(root.reasonText)
    Accessible.checkable: true
    Accessible.checked: root.marked
    Accessible.description: root.claimedBy === "" ? qsTr("%1, %2").arg(root.detail).arg(root.dueText) : qsTr("%1, %2, claimed by %3").arg(root.detail).arg(root.dueText).arg(root.claimedBy)
    Accessible.onPressAction: root.clicked()
    // Space would press it, but it is in hand already.
    Keys.onSpacePressed: event => root.readOnWanted(event.modifiers & Qt.ShiftModifier ? -1 : 1)

    contentItem: ColumnLayout {
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Icon {
                Layout.preferredWidth: root.marked ? implicitWidth : 0
                visible: root.marked
                name: "square-check"
                color: Theme.accentInk
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.subject
                color: root.marked ? Theme.accentInk : Theme.text
                font.weight: Theme.mediumWeight
            }

            NumberLabel {
                text: root.dueText === "" ? root.ageText : root.dueText
                color: root.overdue ? Theme.badText : Theme.textMuted
                font.pixelSize: Theme.captionSize
                font.weight: root.overdue ? Theme.strongWeight : Theme.regularWeight
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Chip {
                visible: !root.wordy
                text: root.reasonText
                tone: root.reasonTone
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.claimedBy !== "" ? qsTr("%1 works on it").arg(root.claimedBy) : root.wordy ? root.reasonText : root.detail
                color: root.claimedBy !== "" ? Theme.warningText : Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            NumberLabel {
                visible: root.score !== 0
                text: String(root.score)
                color: Theme.textFaint
                font.pixelSize: Theme.captionSize
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: root.wordy
            text: root.stateText === "" ? root.detail : qsTr("%1 · %2").arg(root.detail).arg(root.stateText)
            color: root.stateText === "" ? Theme.textMuted : Theme.warningText
            font.pixelSize: Theme.captionSize
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? (root.focused ? Theme.selection : Theme.selectionInactive) : root.hovered ? Theme.hover : "transparent"
    }

    TapHandler {
        onTapped: root.pressedWith((point.modifiers & Qt.ControlModifier) !== 0, (point.modifiers & Qt.ShiftModifier) !== 0)
    }

    HoverTip {
        text: root.scoreText
        wanted: root.hovered && root.scoreText !== ""
    }
}

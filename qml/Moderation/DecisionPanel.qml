// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The words of a decision, its consequences, and a button with its key for each that can be made.
ColumnLayout {
    id: root

    required property ModerationDesk moderation
    readonly property bool decidable: actions.count > 0
    readonly property bool wide: root.width > Theme.readingWidth
    readonly property bool previewed: root.moderation.previewAction !== ""

    signal reviseWanted
    signal staffWanted
    /// The keys belong to the list again.
    signal wordsDone

    function focusNote() {
        note.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function focusReason() {
        reason.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    spacing: Theme.space2

    Separator {
        Layout.fillWidth: true
    }

    InlineNotice {
        objectName: "whyNotNotice"
        Layout.fillWidth: true
        visible: root.moderation.whyNot !== ""
        tone: Tone.Info
        text: root.moderation.whyNot
    }

    InlineNotice {
        objectName: "markedNotice"
        Layout.fillWidth: true
        visible: root.moderation.items.markedCount > 0
        tone: Tone.Accent
        text: qsTr("Decisions are about the %n marked item(s).", "", root.moderation.items.markedCount)
        actionText: qsTr("Unmark")
        onTriggered: root.moderation.clearMarks()
    }

    RowLayout {
        Layout.fillWidth: true
        visible: root.previewed
        spacing: Theme.space2

        DeskLabel {
            Layout.fillWidth: true
            text: qsTr("What “%1” does").arg(root.moderation.previewLabel)
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
            font.weight: Theme.strongWeight
        }

        DeskIconButton {
            small: true
            focusPolicy: Qt.NoFocus
            iconName: "x"
            label: qsTr("Hide")
            onClicked: root.moderation.preview("")
        }
    }

    ListView {
        id: consequences

        objectName: "consequenceList"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, root.wide ? Theme.rowHeight * 5 : Theme.rowHeight * 2)
        Layout.minimumHeight: root.moderation.previewLoading ? Theme.rowHeight : 0
        visible: root.previewed && root.moderation.previewError === ""
        clip: true
        spacing: Theme.space1
        boundsBehavior: Flickable.StopAtBounds
        model: root.moderation.consequences
        T.ScrollBar.vertical: DeskScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Consequences")

        delegate: ConsequenceDelegate {
            width: consequences.width - Theme.space3
        }

        LoadingBar {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            running: root.moderation.previewLoading
        }
    }

    Flow {
        objectName: "effects"
        Layout.fillWidth: true
        visible: root.previewed && root.moderation.effects.count > 0
        spacing: Theme.space2

        Repeater {
            model: root.moderation.effects

            DeskCheckBox {
                required property int index
                required property string effectName
                required property string effectLabel
                required property bool effectOn

                objectName: "effect-" + effectName
                text: effectLabel
                checked: effectOn
                onToggled: root.moderation.effects.toggle(index)
            }
        }
    }

    InlineNotice {
        Layout.fillWidth: true
        visible: root.moderation.previewError !== ""
        tone: Tone.Warning
        text: root.moderation.previewError
    }

    GridLayout {
        Layout.fillWidth: true
        visible: root.decidable
        columns: root.wide ? 3 : 2
        columnSpacing: Theme.space2
        rowSpacing: Theme.space2

        DeskTextField {
            id: reason

            objectName: "decisionReason"
            Layout.fillWidth: true
            Layout.columnSpan: root.wide ? 1 : 2
            Layout.preferredWidth: 3
            label: qsTr("Reason")
            placeholderText: qsTr("Reason, for the record and the person (I)")
            text: root.moderation.reason
            onTextEdited: root.moderation.reason = reason.text
            onAccepted: root.wordsDone()
            Keys.onEscapePressed: root.wordsDone()
        }

        DeskTextField {
            id: note

            objectName: "decisionNote"
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            label: qsTr("Note")
            placeholderText: qsTr("Note for staff (N)")
            text: root.moderation.note
            onTextEdited: root.moderation.note = note.text
            onAccepted: root.wordsDone()
            Keys.onEscapePressed: root.wordsDone()
        }

        DeskTextField {
            id: until

            objectName: "decisionUntil"
            Layout.preferredWidth: Theme.numberFieldWidth
            label: qsTr("Until")
            placeholderText: qsTr("Until")
            text: root.moderation.untilText
            errorText: root.moderation.untilProblem
            onTextEdited: root.moderation.untilText = until.text
            onAccepted: root.wordsDone()
            Keys.onEscapePressed: root.wordsDone()
        }
    }

    Flow {
        Layout.fillWidth: true
        visible: (root.decidable && root.moderation.current >= 0) || root.moderation.revisable || root.moderation.refusable
        spacing: Theme.space2

        Repeater {
            id: actions

            model: root.moderation.actions

            DeskButton {
                id: button

                required property string actionName
                required property string actionLabel
                required property int actionTone
                required property string keyText
                required iconName

                objectName: "decide-" + button.actionName
                text: button.actionLabel
                shortcutText: button.keyText
                showShortcut: true
                onClicked: root.moderation.decide(button.actionName)
                onActiveFocusChanged: if (button.activeFocus)
                    root.moderation.preview(button.actionName)

                HoverHandler {
                    id: hover
                }

                // Not at every passing of the pointer: what opens below moves the evidence.
                Timer {
                    interval: Theme.toolTipDelay * 2
                    running: hover.hovered && !Theme.still
                    onTriggered: root.moderation.preview(button.actionName)
                }
            }
        }

        DeskButton {
            objectName: "reviseButton"
            visible: root.moderation.revisable
            iconName: "undo-2"
            text: qsTr("Take back…")
            shortcutText: "T"
            showShortcut: true
            onClicked: root.reviseWanted()
        }

        DeskButton {
            objectName: "confirmButton"
            visible: root.moderation.confirmable
            variant: DeskButton.Variant.Primary
            iconName: "check"
            text: qsTr("Confirm")
            shortcutText: "Y"
            showShortcut: true
            onClicked: root.moderation.confirm()
        }

        DeskButton {
            objectName: "refuseButton"
            visible: root.moderation.refusable
            iconName: "x"
            text: qsTr("Refuse")
            shortcutText: "B"
            showShortcut: true
            onClicked: root.moderation.refuse()
        }
    }
}

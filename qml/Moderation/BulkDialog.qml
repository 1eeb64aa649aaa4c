// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// A decision about several items: what it does to each, the question, and how each ended.
DeskDialog {
    id: root

    required property BulkDecision bulk

    readonly property bool ready: root.bulk.step === BulkDecision.Step.Ready
    readonly property bool working: root.bulk.step === BulkDecision.Step.Trying || root.bulk.step === BulkDecision.Step.Running || root.bulk.step === BulkDecision.Step.TakingBack
    readonly property bool over: root.bulk.step === BulkDecision.Step.Finished || root.bulk.step === BulkDecision.Step.TakenBack
    readonly property bool writing: root.working && root.bulk.step !== BulkDecision.Step.Trying

    signal takeBackWanted

    title: root.bulk.title
    iconName: "list-checks"
    implicitWidth: Theme.dialogWidth * 1.8
    acceptText: root.bulk.undoable ? qsTr("Take all back…") : root.over ? "" : root.bulk.acceptText
    acceptShortcutText: "Ctrl+Return"
    acceptEnabled: root.bulk.runnable || root.bulk.undoable
    rejectText: root.writing ? qsTr("Stop") : root.over ? qsTr("Close") : qsTr("Cancel")
    closePolicy: root.writing ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape
    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: root.bulk.clear()

    /// Carries them out, and stays to tell how each ended.
    function accept() {
        if (root.bulk.undoable)
            root.takeBackWanted();
        else
            root.bulk.run();
    }

    function reject() {
        if (root.writing)
            root.bulk.stop();
        else
            root.close();
    }

    // The list in it is named for its rows.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        DeskLabel {
            Layout.fillWidth: true
            text: root.bulk.summary
            color: Theme.textMuted
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }

        ListView {
            id: list

            objectName: "bulkList"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, Theme.listHeight * 0.8)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.bulk
            currentIndex: root.bulk.current
            keyNavigationEnabled: true
            highlightMoveDuration: 0
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Items")
            onCurrentIndexChanged: root.bulk.current = list.currentIndex
            Keys.onPressed: event => {
                event.accepted = event.modifiers === Qt.ControlModifier && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && root.acceptEnabled;
                if (event.accepted)
                    root.accept();
            }

            delegate: T.ItemDelegate {
                id: line

                required property int index
                required property string subject
                required property string reasonText
                required property string stateText
                required property string stateIcon
                required property int stateTone

                width: list.width - Theme.space2
                implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
                padding: Theme.space1
                leftPadding: Theme.space2
                rightPadding: Theme.space2
                highlighted: ListView.isCurrentItem
                focusPolicy: Qt.NoFocus
                hoverEnabled: !Theme.still
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2: %3").arg(line.subject).arg(line.reasonText).arg(line.stateText)
                onClicked: list.currentIndex = line.index

                contentItem: RowLayout {
                    spacing: Theme.space2

                    Icon {
                        name: line.stateIcon
                        color: Theme.toneColor(line.stateTone)
                    }

                    DeskLabel {
                        Layout.preferredWidth: Theme.labelWidth + Theme.space6
                        text: line.subject
                        font.weight: Theme.mediumWeight
                    }

                    DeskLabel {
                        Layout.preferredWidth: Theme.labelWidth - Theme.space6
                        text: line.reasonText
                        color: Theme.textMuted
                        font.pixelSize: Theme.captionSize
                    }

                    DeskLabel {
                        Layout.fillWidth: true
                        text: line.stateText
                        color: line.stateTone === Tone.Neutral ? Theme.textMuted : Theme.toneText(line.stateTone)
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                    }
                }

                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: line.highlighted ? (list.activeFocus ? Theme.selection : Theme.selectionInactive) : line.hovered ? Theme.hover : "transparent"
                }
            }

            LoadingBar {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                running: root.working
            }
        }

        Separator {
            Layout.fillWidth: true
            visible: consequences.count > 0
        }

        ListView {
            id: consequences

            objectName: "bulkConsequences"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.rowHeight * 5
            clip: true
            spacing: Theme.space1
            boundsBehavior: Flickable.StopAtBounds
            model: root.bulk.consequences
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Consequences")

            delegate: ConsequenceDelegate {
                width: consequences.width - Theme.space3
            }
        }
    }
}

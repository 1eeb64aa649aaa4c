// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Media
import Ghar.Theme
import Ghar.Views

/// The moderators' cockpit: queues at the left, the item in hand with its evidence beside them, decisions below.
FocusScope {
    id: root

    required property Desk desk

    readonly property ModerationDesk moderation: root.desk.moderation
    readonly property bool decided: queue.decided
    readonly property var keys: [[qsTr("Queue"), "1 … 8"], [qsTr("Next, previous item"), "Down, Up"], [qsTr("Decide"), qsTr("the key on the button")], [qsTr("What it would do"), qsTr("Shift and its key")], [qsTr("Undo"), "Ctrl+Z"], [qsTr("Mark several"), "M, Shift+Down, Ctrl+A"], [qsTr("Reason"), "I"], [qsTr("Note"), "N"], [qsTr("Conversation"), "C"], [qsTr("Pictures"), "V"], [qsTr("Read on"), "Space"], [qsTr("Open the record"), "Return"], [qsTr("Take a decision back"), "T"], [qsTr("Confirm, refuse for somebody else"), "Y, B"], [qsTr("Search in decisions"), "Ctrl+F"], [qsTr("Filter decisions"), "F"], [qsTr("Checks"), "X"], [qsTr("Insight"), "L"], [qsTr("Rules, notices, keys"), ","]]

    property bool insightShown: false
    /// Of the words and buttons of a decision, at the lower edge.
    readonly property real panelHeight: root.insightShown ? 0 : panel.height

    signal staffWanted
    signal reviewWanted

    onActiveFocusChanged: if (root.activeFocus && !queue.hasKeys && root.Window.activeFocusItem === root)
        queue.takeKeys(Qt.OtherFocusReason)

    function openRecord(table: string, key: string) {
        root.desk.showRecord(table, key);
    }

    function openInHand() {
        if (root.moderation.itemTable !== "")
            root.desk.showRecord(root.moderation.itemTable, root.moderation.itemKey);
    }

    Shortcut {
        sequence: "Ctrl+Z"
        enabled: root.visible && root.moderation.waiting.count > 0
        onActivated: root.moderation.undo()
    }

    Shortcut {
        sequence: "Ctrl+F"
        enabled: root.visible && root.decided
        onActivated: queue.focusSearch()
    }

    /// After a dialog: the list has the keys again, unless another dialog has come up.
    function takeBackFocus() {
        if (!bulkDialog.visible && !moveInDialog.visible && !reasonDialog.visible)
            queue.takeKeys(Qt.OtherFocusReason);
    }

    function showInsight(shown: bool) {
        root.insightShown = shown;
        if (shown) {
            root.moderation.insight.reload();
            insightPage.takeFocus();
        } else {
            queue.takeKeys(Qt.OtherFocusReason);
        }
    }

    // Single keys come here only when no text field wants them.
    Keys.onPressed: event => {
        if (root.insightShown || event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier) || event.isAutoRepeat)
            return;
        if (event.key >= Qt.Key_1 && event.key <= Qt.Key_8) {
            root.moderation.queueIndex = event.key - Qt.Key_1;
            event.accepted = true;
            return;
        }
        const key = event.text.toUpperCase();
        const action = root.moderation.actions.actionOfKey(key);
        event.accepted = true;
        if (action !== "" && event.modifiers & Qt.ShiftModifier)
            root.moderation.preview(action);
        else if (action !== "")
            root.moderation.decide(action);
        else if (key === "I")
            panel.focusReason();
        else if (key === "N")
            panel.focusNote();
        else if (key === "C")
            root.moderation.openConversation();
        else if (key === "V" && root.moderation.evidence.pictures.length > 0)
            pictureViewer.show("");
        else if (key === "T" && root.moderation.revisable && event.modifiers & Qt.ShiftModifier)
            root.moderation.preview("revise");
        else if (key === "Y" && root.moderation.confirmable && event.modifiers & Qt.ShiftModifier)
            root.moderation.preview("confirm");
        else if (key === "T" && root.moderation.revisable)
            reviseDialog.open();
        else if (key === "Y" && root.moderation.confirmable)
            root.moderation.confirm();
        else if (key === "B" && root.moderation.refusable)
            root.moderation.refuse();
        else if (key === "M") {
            root.moderation.toggleMark(root.moderation.current);
            root.moderation.selectNext(1);
        } else if (key === "X")
            checksDialog.open();
        else if (key === ",")
            settingsDialog.open();
        else if (key === "F" && root.decided)
            queue.openFilters();
        else if (key === "L")
            root.showInsight(true);
        else if (key === "J")
            root.moderation.selectNext(1);
        else if (key === "K")
            root.moderation.selectNext(-1);
        else if (event.key === Qt.Key_Escape && root.moderation.previewAction !== "")
            root.moderation.preview("");
        else if (event.key === Qt.Key_Escape && root.moderation.items.markedCount > 0)
            root.moderation.clearMarks();
        else
            event.accepted = false;
    }

    Connections {
        target: root.moderation

        function onRowsShown() {
            root.showInsight(false);
        }

        function onMoveInDateWanted() {
            moveInDialog.open();
        }

        function onDecided(sentence) {
            queue.tell(sentence);
        }

        function onBulkWanted() {
            bulkDialog.open();
        }

        function onReasonWanted(action) {
            reasonDialog.action = action;
            reasonDialog.open();
        }
    }

    ReasonDialog {
        id: reasonDialog

        property string action

        objectName: "reasonDialog"
        title: qsTr("Why?")
        hint: qsTr("The person reads it.")
        onGiven: text => {
            root.moderation.reason = text;
            root.moderation.decide(reasonDialog.action);
        }
        onClosed: root.takeBackFocus()
    }

    BulkDialog {
        id: bulkDialog

        objectName: "bulkDialog"
        bulk: root.moderation.bulk
        onTakeBackWanted: takeAllBackDialog.open()
        onClosed: root.takeBackFocus()
    }

    ReasonDialog {
        id: takeAllBackDialog

        objectName: "takeAllBackDialog"
        title: qsTr("Take all of them back")
        hint: qsTr("Every value gets back what it was before. Notices that went out stay.")
        acceptText: qsTr("Take back")
        onGiven: text => root.moderation.bulk.takeBack(text)
    }

    ChecksDialog {
        id: checksDialog

        objectName: "checksDialog"
        checks: root.moderation.checks
        onClosed: root.takeBackFocus()
    }

    Connections {
        target: root.moderation.checks

        function onStaged() {
            root.reviewWanted();
        }
    }

    SettingsDialog {
        id: settingsDialog

        objectName: "settingsDialog"
        moderation: root.moderation
        onClosed: root.takeBackFocus()
    }

    MoveInDialog {
        id: moveInDialog

        objectName: "moveInDialog"
        moderation: root.moderation
        onClosed: root.takeBackFocus()
    }

    ReasonDialog {
        id: reviseDialog

        objectName: "reviseDialog"
        title: qsTr("Take the decision back")
        hint: qsTr("Every value gets back what it was before. Notices that went out stay.")
        acceptText: qsTr("Take back")
        onGiven: text => root.moderation.revise(text)
        onClosed: root.takeBackFocus()
    }

    InsightPage {
        id: insightPage

        objectName: "insightPage"
        anchors.fill: parent
        visible: root.insightShown
        insight: root.moderation.insight
        onBackWanted: root.showInsight(false)
    }

    PictureViewer {
        id: pictureViewer

        objectName: "pictureViewer"
        store: root.desk.pictures
        sources: root.moderation.evidence.pictures
        captions: root.moderation.evidence.pictureCaptions
        onClosed: root.takeBackFocus()
    }

    // The next items' rows of pictures are there when they come.
    PicturePreload {
        store: root.desk.pictures
        sources: root.moderation.picturesAhead
        cropped: true
        pixels: Math.ceil(Theme.thumbnailWidth * Screen.devicePixelRatio)
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        visible: !root.insightShown

        QueueColumn {
            id: queue

            // Of one width whatever stands beside it, so that nothing moves under the mouse.
            readonly property real wanted: Math.max(Theme.railWidth, Math.min(Theme.inspectorWidth, root.width / 3))

            Layout.preferredWidth: wanted
            Layout.minimumWidth: wanted
            Layout.maximumWidth: wanted
            Layout.fillHeight: true
            Layout.margins: Theme.space3
            moderation: root.moderation
            onRecordWanted: root.openInHand()
            onReadOnWanted: step => evidence.page(step)
            onChecksWanted: checksDialog.open()
            onInsightWanted: root.showInsight(true)
            onSettingsWanted: settingsDialog.open()
            onFiltersClosed: root.takeBackFocus()
        }

        Separator {
            Layout.fillHeight: true
            orientation: Qt.Vertical
        }

        ColumnLayout {
            id: column

            Layout.fillWidth: true
            Layout.minimumWidth: 0
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            Layout.margins: Theme.space3
            spacing: Theme.space2

            EvidencePane {
                id: evidence

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.moderation.current >= 0 || root.moderation.settledText !== ""
                moderation: root.moderation
                store: root.desk.pictures
                onPictureWanted: source => pictureViewer.show(source)
                onRecordWanted: (table, key) => root.openRecord(table, key)
            }

            EmptyState {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.moderation.current < 0 && root.moderation.settledText === ""
                iconName: "shield-check"
                title: qsTr("Nothing in hand")
                text: queue.count > 0 ? qsTr("Choose an item at the left, or another queue.") : qsTr("Choose another queue with 1 to 8.")
            }

            DecisionPanel {
                id: panel

                Layout.fillWidth: true
                moderation: root.moderation
                onReviseWanted: reviseDialog.open()
                onWordsDone: queue.takeKeys(Qt.OtherFocusReason)
                onStaffWanted: root.staffWanted()
            }
        }
    }

    // Over the rest, so that nothing moves when it comes and goes.
    UndoBar {
        objectName: "undoBar"
        x: column.x + Theme.space2
        y: root.height - panel.height - implicitHeight - Theme.space6
        width: column.width - Theme.space4
        visible: root.moderation.waiting.count > 0
        text: root.moderation.waiting.text
        secondsLeft: root.moderation.waiting.secondsLeft
        others: Math.max(0, root.moderation.waiting.count - 1)
        shortcutText: "Ctrl+Z"
        onUndone: root.moderation.undo()
        onHastened: root.moderation.finish()
    }
}

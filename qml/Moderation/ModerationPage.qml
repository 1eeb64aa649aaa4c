// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Media
import Ghar.Theme
import Ghar.Views

/// The moderators' cockpit: queues at the left, the item in hand with its evidence beside them, decisions below.
FocusScope {
    id: root

    required property Desk desk

    readonly property ModerationDesk moderation: root.desk.moderation
    readonly property bool decided: root.moderation.queueIndex === 7
    readonly property var keys: [[qsTr("Queue"), "1 … 8"], [qsTr("Next, previous item"), "Down, Up"], [qsTr("Decide"), qsTr("the key on the button")], [qsTr("What it would do"), qsTr("Shift and its key")], [qsTr("Undo"), "Ctrl+Z"], [qsTr("Mark several"), "M, Shift+Down, Ctrl+A"], [qsTr("Reason"), "I"], [qsTr("Note"), "N"], [qsTr("Conversation"), "C"], [qsTr("Pictures"), "V"], [qsTr("Read on"), "Space"], [qsTr("Open the record"), "Return"], [qsTr("Take a decision back"), "T"], [qsTr("Confirm, refuse for somebody else"), "Y, B"], [qsTr("Search in decisions"), "Ctrl+F"], [qsTr("Filter decisions"), "F"], [qsTr("Checks"), "X"], [qsTr("Insight"), "L"], [qsTr("Rules, notices, keys"), qsTr("the comma")]]

    property bool insightShown: false
    /// Of the words and buttons of a decision, at the lower edge.
    readonly property real panelHeight: root.insightShown ? 0 : panel.height

    signal staffWanted
    signal reviewWanted

    onActiveFocusChanged: if (root.activeFocus && !list.activeFocus && root.Window.activeFocusItem === root)
        list.forceActiveFocus(Qt.OtherFocusReason)

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
        onActivated: decidedSearch.forceActiveFocus(Qt.ShortcutFocusReason)
    }

    /// After a dialog: the list has the keys again, unless another dialog has come up.
    function takeBackFocus() {
        if (!bulkDialog.visible && !moveInDialog.visible && !reasonDialog.visible)
            list.forceActiveFocus(Qt.OtherFocusReason);
    }

    function step(by: int, marking: bool) {
        if (marking)
            root.moderation.markTo(root.moderation.current + by);
        else
            root.moderation.selectNext(by);
    }

    function showInsight(shown: bool) {
        root.insightShown = shown;
        if (shown) {
            root.moderation.insight.reload();
            insightPage.takeFocus();
        } else {
            list.forceActiveFocus(Qt.OtherFocusReason);
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
            decisionFilters.open();
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

    Timer {
        id: lastSentenceTime

        interval: Theme.toastTimeout * 2
        onTriggered: lastSentence.text = ""
    }

    Connections {
        target: root.moderation

        function onSearchChanged() {
            if (decidedSearch.text.trim() !== root.moderation.search)
                decidedSearch.text = root.moderation.search;
        }

        function onRowsShown() {
            root.showInsight(false);
        }

        function onCurrentChanged() {
            list.currentIndex = root.moderation.current;
        }

        function onMoveInDateWanted() {
            moveInDialog.open();
        }

        function onDecided(sentence) {
            lastSentence.text = sentence;
            lastSentenceTime.restart();
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

        ColumnLayout {
            id: queueColumn

            // Of one width whatever stands beside it, so that nothing moves under the mouse.
            readonly property real wanted: Math.max(Theme.railWidth, Math.min(Theme.inspectorWidth, root.width / 3))
            readonly property bool roomy: queueColumn.wanted > Theme.inspectorWidth * 0.9

            Layout.preferredWidth: wanted
            Layout.minimumWidth: wanted
            Layout.maximumWidth: wanted
            Layout.fillHeight: true
            Layout.margins: Theme.space3
            spacing: Theme.space2

            ListView {
                id: queues

                objectName: "queueList"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, root.height / 3)
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.moderation.queues
                currentIndex: root.moderation.queueIndex
                keyNavigationEnabled: true
                T.ScrollBar.vertical: DeskScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Queues")
                onCurrentIndexChanged: root.moderation.queueIndex = queues.currentIndex

                delegate: QueueDelegate {
                    width: queues.width - Theme.space2
                    highlighted: root.moderation.queueIndex === index
                    onClicked: {
                        root.moderation.queueIndex = index;
                        list.forceActiveFocus(Qt.MouseFocusReason);
                    }
                }
            }

            Separator {
                Layout.fillWidth: true
            }

            DeskLabel {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.moderation.queueDetail
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            RowLayout {
                Layout.fillWidth: true
                visible: root.decided
                spacing: Theme.space2

                DeskSearchField {
                    id: decidedSearch

                    objectName: "decidedSearch"
                    Layout.fillWidth: true
                    label: qsTr("Search in decisions")
                    placeholderText: qsTr("Person, reason, moderator…")
                    shortcutText: "Ctrl+F"
                    onSearched: text => root.moderation.search = text
                    onAccepted: list.forceActiveFocus(Qt.OtherFocusReason)
                    Keys.onDownPressed: list.forceActiveFocus(Qt.OtherFocusReason)
                    Keys.onPressed: event => {
                        event.accepted = event.key === Qt.Key_Escape && decidedSearch.text === "";
                        if (event.accepted)
                            list.forceActiveFocus(Qt.OtherFocusReason);
                    }
                }

                DeskIconButton {
                    id: filterButton

                    objectName: "filterButton"
                    iconName: "list-filter"
                    label: qsTr("Filter decisions")
                    shortcutText: "F"
                    onClicked: decisionFilters.open()

                    DecisionFilters {
                        id: decisionFilters

                        objectName: "decisionFilters"
                        y: filterButton.height + Theme.space1
                        choices: root.moderation.filterChoices
                        onClosed: root.takeBackFocus()
                    }
                }
            }

            Item {
                objectName: "filterRow"
                Layout.fillWidth: true
                visible: root.moderation.filterText !== ""
                implicitHeight: Theme.controlHeight

                Icon {
                    id: filterIcon

                    anchors.verticalCenter: parent.verticalCenter
                    name: "list-filter"
                    color: Theme.accentInk
                }

                DeskLabel {
                    anchors.left: filterIcon.right
                    anchors.leftMargin: Theme.space2
                    anchors.right: clearFilter.left
                    anchors.rightMargin: Theme.space2
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.moderation.filterText
                    color: Theme.accentInk
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                DeskIconButton {
                    id: clearFilter

                    objectName: "clearFilter"
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    small: true
                    focusPolicy: Qt.NoFocus
                    iconName: "x"
                    label: qsTr("Show the whole queue again")
                    onClicked: root.moderation.clearFilter()
                }
            }

            ListView {
                id: list

                objectName: "itemList"
                Layout.fillWidth: true
                Layout.fillHeight: true
                focus: true
                clip: true
                activeFocusOnTab: true
                // The list moves its own index when rows come and go; what is in hand is decided by the moderation.
                keyNavigationEnabled: false
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                model: root.moderation.items
                T.ScrollBar.vertical: DeskScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: root.moderation.queueLabel
                Keys.onReturnPressed: root.openInHand()
                Keys.onEnterPressed: root.openInHand()
                Keys.onDownPressed: event => root.step(1, (event.modifiers & Qt.ShiftModifier) !== 0)
                Keys.onUpPressed: event => root.step(-1, (event.modifiers & Qt.ShiftModifier) !== 0)
                Keys.onPressed: event => {
                    event.accepted = true;
                    if (event.key === Qt.Key_PageDown)
                        root.moderation.selectNext(10);
                    else if (event.key === Qt.Key_PageUp)
                        root.moderation.selectNext(-10);
                    else if (event.key === Qt.Key_Home)
                        root.moderation.select(0);
                    else if (event.key === Qt.Key_End)
                        root.moderation.select(list.count - 1);
                    else if (event.key === Qt.Key_A && event.modifiers === Qt.ControlModifier)
                        root.moderation.markAll();
                    else
                        event.accepted = false;
                }

                delegate: ItemDelegate {
                    width: list.width - Theme.space2
                    highlighted: root.moderation.current === index
                    focused: list.activeFocus
                    wordy: root.decided
                    onReadOnWanted: step => evidence.page(step)
                    onPressedWith: (control, shift) => {
                        list.forceActiveFocus(Qt.MouseFocusReason);
                        if (control)
                            root.moderation.toggleMark(index);
                        else if (shift)
                            root.moderation.markTo(index);
                        else
                            root.moderation.select(index);
                    }
                }

                LoadingBar {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    running: root.moderation.state === ModerationDesk.State.Loading
                }

                EmptyState {
                    anchors.centerIn: parent
                    width: parent.width
                    visible: list.count === 0 && root.moderation.state === ModerationDesk.State.Ready
                    iconName: root.decided ? "search" : "circle-check"
                    title: root.decided ? qsTr("No decisions") : qsTr("All done here")
                    text: root.moderation.emptyText
                }

                ErrorState {
                    anchors.centerIn: parent
                    width: parent.width
                    visible: root.moderation.state === ModerationDesk.State.Failed
                    title: qsTr("The queue could not be read")
                    kept: qsTr("Nothing was changed.")
                    advice: root.moderation.errorText
                    onRetried: root.moderation.reload()
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space2

                DeskIconButton {
                    visible: !queueColumn.roomy
                    iconName: "list-checks"
                    label: qsTr("States that should not be, and their repair")
                    shortcutText: "X"
                    focusPolicy: Qt.NoFocus
                    onClicked: checksDialog.open()
                }

                DeskIconButton {
                    visible: !queueColumn.roomy
                    iconName: "chart-column"
                    label: qsTr("What waits, what comes and goes, who decides what")
                    shortcutText: "L"
                    focusPolicy: Qt.NoFocus
                    onClicked: root.showInsight(true)
                }

                DeskButton {
                    objectName: "checksButton"
                    visible: queueColumn.roomy
                    variant: DeskButton.Variant.Quiet
                    iconName: "list-checks"
                    text: qsTr("Checks…")
                    toolTipText: qsTr("States that should not be, and their repair")
                    shortcutText: "X"
                    showShortcut: true
                    focusPolicy: Qt.NoFocus
                    onClicked: checksDialog.open()
                }

                DeskButton {
                    objectName: "insightButton"
                    visible: queueColumn.roomy
                    variant: DeskButton.Variant.Quiet
                    iconName: "chart-column"
                    text: qsTr("Insight")
                    toolTipText: qsTr("What waits, what comes and goes, who decides what")
                    shortcutText: "L"
                    showShortcut: true
                    focusPolicy: Qt.NoFocus
                    onClicked: root.showInsight(true)
                }

                Item {
                    Layout.fillWidth: true
                }

                DeskIconButton {
                    objectName: "settingsButton"
                    iconName: "settings"
                    label: qsTr("How the team moderates, notices, and your keys")
                    shortcutText: ","
                    focusPolicy: Qt.NoFocus
                    onClicked: settingsDialog.open()
                }
            }

            // Its place is kept, so that nothing moves under the mouse.
            DeskLabel {
                id: lastSentence

                Layout.fillWidth: true
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }

            DeskLabel {
                Layout.fillWidth: true
                visible: root.moderation.hasMore
                text: qsTr("More items follow as these are decided.")
                color: Theme.textFaint
                font.pixelSize: Theme.captionSize
            }
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
                text: list.count > 0 ? qsTr("Choose an item at the left, or another queue.") : qsTr("Choose another queue with 1 to 8.")
            }

            DecisionPanel {
                id: panel

                Layout.fillWidth: true
                moderation: root.moderation
                onReviseWanted: reviseDialog.open()
                onWordsDone: list.forceActiveFocus(Qt.OtherFocusReason)
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

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The queues, and the items of one of them: what somebody works through, with search and filters of decisions. Its list
/// has the keys of the page.
ColumnLayout {
    id: root

    required property ModerationDesk moderation
    readonly property bool decided: root.moderation.queueIndex === 7
    /// Buttons have room for their words.
    readonly property bool roomy: root.width > Theme.inspectorWidth * 0.9
    readonly property bool hasKeys: list.activeFocus
    readonly property int count: list.count

    /// The record of the item in hand.
    signal recordWanted
    /// The evidence is to be turned a page, forwards or back.
    signal readOnWanted(int step)
    signal checksWanted
    signal insightWanted
    signal settingsWanted
    signal filtersClosed

    function takeKeys(reason: int) {
        list.forceActiveFocus(reason);
    }

    function focusSearch() {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    function openFilters() {
        decisionFilters.open();
    }

    /// Says what happened last, for a while.
    function tell(sentence: string) {
        lastSentence.text = sentence;
        lastSentenceTime.restart();
    }

    function step(by: int, marking: bool) {
        if (marking)
            root.moderation.markTo(root.moderation.current + by);
        else
            root.moderation.selectNext(by);
    }

    spacing: Theme.space2

    Connections {
        target: root.moderation

        function onCurrentChanged() {
            list.currentIndex = root.moderation.current;
        }

        function onSearchChanged() {
            if (search.text.trim() !== root.moderation.search)
                search.text = root.moderation.search;
        }
    }

    Timer {
        id: lastSentenceTime

        interval: Theme.toastTimeout * 2
        onTriggered: lastSentence.text = ""
    }

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
            id: search

            objectName: "decidedSearch"
            Layout.fillWidth: true
            label: qsTr("Search in decisions")
            placeholderText: qsTr("Person, reason, moderator…")
            shortcutText: "Ctrl+F"
            onSearched: text => root.moderation.search = text
            onAccepted: list.forceActiveFocus(Qt.OtherFocusReason)
            Keys.onDownPressed: list.forceActiveFocus(Qt.OtherFocusReason)
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_Escape && search.text === "";
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
                onClosed: root.filtersClosed()
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
        Keys.onReturnPressed: root.recordWanted()
        Keys.onEnterPressed: root.recordWanted()
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
            onReadOnWanted: step => root.readOnWanted(step)
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
            visible: !root.roomy
            iconName: "list-checks"
            label: qsTr("States that should not be, and their repair")
            shortcutText: "X"
            focusPolicy: Qt.NoFocus
            onClicked: root.checksWanted()
        }

        DeskIconButton {
            visible: !root.roomy
            iconName: "chart-column"
            label: qsTr("What waits, what comes and goes, who decides what")
            shortcutText: "L"
            focusPolicy: Qt.NoFocus
            onClicked: root.insightWanted()
        }

        DeskButton {
            objectName: "checksButton"
            visible: root.roomy
            variant: DeskButton.Variant.Quiet
            iconName: "list-checks"
            text: qsTr("Checks…")
            toolTipText: qsTr("States that should not be, and their repair")
            shortcutText: "X"
            showShortcut: true
            focusPolicy: Qt.NoFocus
            onClicked: root.checksWanted()
        }

        DeskButton {
            objectName: "insightButton"
            visible: root.roomy
            variant: DeskButton.Variant.Quiet
            iconName: "chart-column"
            text: qsTr("Insight")
            toolTipText: qsTr("What waits, what comes and goes, who decides what")
            shortcutText: "L"
            showShortcut: true
            focusPolicy: Qt.NoFocus
            onClicked: root.insightWanted()
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
            onClicked: root.settingsWanted()
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

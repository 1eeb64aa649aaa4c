// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.History
import Ghar.Moderation
import Ghar.Overview
import Ghar.Records
import Ghar.Theme
import Ghar.Views

/// The window: rail, title row, the screen, status bar, and what lies over all of them.
T.ApplicationWindow {
    id: root

    required property Desk desk
    /// A fixed size for pictures; otherwise the window remembers its own.
    property size fixedSize: Qt.size(0, 0)

    property bool closesWhenDone: false
    readonly property bool open: root.desk.connection === Desk.Connection.Open
    readonly property Item page: root.desk.screen === "records" ? recordsPage : root.desk.screen === "history" ? historyPage : root.desk.screen === "moderation" ? moderationPage : overviewPage

    // Whoever goes to a screen, by whatever way, goes on in it with the keyboard.
    onPageChanged: root.page.forceActiveFocus(Qt.OtherFocusReason)

    width: root.fixedSize.width > 0 ? root.fixedSize.width : root.desk.remembered("width", 1280)
    height: root.fixedSize.height > 0 ? root.fixedSize.height : root.desk.remembered("height", 800)
    minimumWidth: 760
    minimumHeight: 480
    visible: true
    title: root.desk.screen === "records" && root.desk.browser.tableLabel !== "" ? qsTr("%1 – Ghar Desk").arg(root.desk.browser.tableLabel) : qsTr("Ghar Desk")
    color: Theme.background
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize

    onClosing: close => {
        if (root.fixedSize.width > 0)
            return;
        // A decision that was made is not dropped because the window is closed in the seconds in which it can be undone,
        // and the item in hand is free for colleagues. Who closes again does not wait for a server that is gone.
        if (root.desk.moderation.holding && !root.closesWhenDone) {
            close.accepted = false;
            root.closesWhenDone = true;
            root.desk.moderation.leave();
            return;
        }
        root.desk.remember("maximized", root.visibility === Window.Maximized);
        // The size of a maximized window is the screen's, not the person's choice.
        if (root.visibility === Window.Windowed) {
            root.desk.remember("width", root.width);
            root.desk.remember("height", root.height);
            root.desk.remember("x", root.x);
            root.desk.remember("y", root.y);
        }
        root.desk.remember("railCollapsed", rail.collapsed);
    }

    Binding {
        target: Theme
        property: "dark"
        value: root.desk.dark
    }

    Binding {
        target: Theme
        property: "still"
        value: root.fixedSize.width > 0
    }

    Binding {
        target: Theme
        property: "compact"
        value: root.desk.compact
    }

    Component.onCompleted: {
        if (root.fixedSize.width > 0)
            return;
        const place = root.desk.rememberedPlace();
        if (place.x >= 0) {
            root.x = place.x;
            root.y = place.y;
        }
        if (root.desk.remembered("maximized", "false") == "true")
            root.showMaximized();
    }

    function act(kind, target, key) {
        switch (kind) {
        case "screen":
            root.desk.screen = target;
            return;
        case "table":
            root.desk.showTable(target);
            return;
        case "view":
            root.desk.showView(target, key);
            return;
        case "record":
            root.desk.showRecord(target, key);
            return;
        }
        switch (target) {
        case "reload":
            root.desk.reload();
            break;
        case "theme-light":
        case "theme-dark":
        case "theme-system":
            root.desk.themeMode = target.substring(6);
            break;
        case "density":
            root.desk.compact = !root.desk.compact;
            break;
        case "reveal":
            root.desk.revealed = !root.desk.revealed;
            break;
        case "keys":
            keysHelp.open();
            break;
        case "connections":
            connectionsDialog.open();
            break;
        case "review":
            reviewDialog.open();
            break;
        case "staff":
            staffDialog.open();
            break;
        }
    }

    Shortcut {
        sequence: "Ctrl+K"
        onActivated: palette.open()
    }

    Shortcut {
        sequences: ["F1", "?"]
        onActivated: keysHelp.open()
    }

    Shortcut {
        sequence: "Ctrl+1"
        onActivated: root.desk.screen = "overview"
    }

    Shortcut {
        sequence: "Ctrl+2"
        onActivated: root.desk.screen = "records"
    }

    Shortcut {
        sequence: "Ctrl+3"
        onActivated: root.desk.screen = "history"
    }

    Shortcut {
        sequence: "Ctrl+4"
        onActivated: root.desk.screen = "moderation"
    }

    Shortcut {
        sequence: "Alt+Left"
        onActivated: root.desk.goBack()
    }

    Shortcut {
        sequence: "Alt+Right"
        onActivated: root.desk.goForward()
    }

    Shortcut {
        sequence: "Ctrl+T"
        onActivated: rail.focusSearch()
    }

    Shortcut {
        sequence: "Ctrl+B"
        onActivated: rail.collapsed = !rail.collapsed
    }

    Shortcut {
        sequence: "Ctrl+Shift+O"
        onActivated: connectionsDialog.open()
    }

    Shortcut {
        sequence: "Ctrl+Shift+U"
        enabled: root.open
        onActivated: staffDialog.open()
    }

    Shortcut {
        sequence: "Ctrl+S"
        enabled: root.desk.changes.writable
        onActivated: reviewDialog.open()
    }

    Shortcut {
        sequence: "Ctrl+Z"
        enabled: root.desk.changes.canUndo && !(moderationPage.visible && root.desk.moderation.waiting.count > 0)
        onActivated: root.desk.changes.undo()
    }

    Shortcut {
        sequences: ["Ctrl+Y", "Ctrl+Shift+Z"]
        enabled: root.desk.changes.canRedo
        onActivated: root.desk.changes.redo()
    }

    Shortcut {
        sequence: "F5"
        onActivated: root.desk.reload()
    }

    Shortcut {
        sequence: "Ctrl+Shift+M"
        onActivated: root.desk.revealed = !root.desk.revealed
    }

    Rail {
        id: rail

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: statusBar.top
        width: implicitWidth
        desk: root.desk
        collapsed: root.desk.remembered("railCollapsed", "false") == "true"
    }

    Rectangle {
        id: titleRow

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top
        height: Theme.titleBarHeight
        color: Theme.surface

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.space3
            anchors.rightMargin: Theme.space3
            spacing: Theme.space1

            DeskIconButton {
                objectName: "backButton"
                label: qsTr("Back")
                iconName: "arrow-left"
                shortcutText: "Alt+Left"
                enabled: root.desk.canGoBack
                onClicked: root.desk.goBack()
            }

            DeskIconButton {
                objectName: "forwardButton"
                label: qsTr("Forward")
                iconName: "arrow-right"
                shortcutText: "Alt+Right"
                enabled: root.desk.canGoForward
                onClicked: root.desk.goForward()
            }

            Icon {
                Layout.leftMargin: Theme.space2
                name: !root.open ? "database" : root.desk.screen === "records" ? root.desk.browser.tableIcon : root.desk.screen === "history" ? "history" : root.desk.screen === "moderation" ? "shield-check" : "layout-dashboard"
                color: Theme.textMuted
            }

            DeskLabel {
                Layout.leftMargin: Theme.space1
                Layout.maximumWidth: titleRow.width / 3
                text: !root.open ? root.desk.connectionText : root.desk.screen === "records" ? root.desk.browser.tableLabel : root.desk.screen === "history" ? qsTr("History") : root.desk.screen === "moderation" ? qsTr("Moderation") : qsTr("Overview")
                font.pixelSize: Theme.titleSize
                font.weight: Theme.strongWeight
                Accessible.role: Accessible.Heading
            }

            DeskLabel {
                Layout.leftMargin: Theme.space2
                Layout.fillWidth: true
                text: root.open && root.desk.screen === "records" ? root.desk.browser.tableDescription : ""
                color: Theme.textFaint
                font.pixelSize: Theme.captionSize
            }

            DeskIconButton {
                objectName: "undoButton"
                visible: root.desk.changes.count > 0 || root.desk.changes.canRedo
                enabled: root.desk.changes.canUndo
                label: qsTr("Undo")
                iconName: "undo-2"
                shortcutText: "Ctrl+Z"
                onClicked: root.desk.changes.undo()
            }

            DeskIconButton {
                objectName: "redoButton"
                visible: root.desk.changes.count > 0 || root.desk.changes.canRedo
                enabled: root.desk.changes.canRedo
                label: qsTr("Redo")
                iconName: "redo-2"
                shortcutText: "Ctrl+Y"
                onClicked: root.desk.changes.redo()
            }

            DeskButton {
                objectName: "reviewButton"
                visible: root.desk.changes.count > 0
                variant: DeskButton.Variant.Primary
                iconName: "list-checks"
                text: root.desk.changes.countText
                toolTipText: qsTr("Review and commit")
                shortcutText: "Ctrl+S"
                onClicked: reviewDialog.open()
            }

            DeskButton {
                objectName: "paletteButton"
                text: qsTr("Find")
                iconName: "search"
                shortcutText: "Ctrl+K"
                showShortcut: true
                onClicked: palette.open()
            }

            DeskIconButton {
                objectName: "reloadButton"
                label: qsTr("Reload")
                iconName: "refresh-cw"
                shortcutText: "F5"
                onClicked: root.desk.reload()
            }

            DeskIconButton {
                objectName: "keysButton"
                label: qsTr("Keys of this screen")
                iconName: "keyboard"
                shortcutText: "F1"
                onClicked: keysHelp.open()
            }
        }

        Separator {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    InlineNotice {
        id: notice

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: titleRow.bottom
        visible: root.open && root.desk.notice !== ""
        height: visible ? implicitHeight : 0
        tone: Tone.Info
        text: root.desk.notice
        closable: true
        onClosed: root.desk.dismissNotice()
    }

    InlineNotice {
        id: accessNotice

        /// Production is read-only every day; only a journal that is missing is worth a line of its own.
        readonly property bool wanted: root.desk.access.obstacle === WriteAccess.Obstacle.NoJournal || root.desk.access.obstacle === WriteAccess.Obstacle.NoRights
        property bool dismissed: false

        objectName: "accessNotice"
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: notice.bottom
        visible: root.open && accessNotice.wanted && !accessNotice.dismissed
        height: visible ? implicitHeight : 0
        radius: 0
        tone: Tone.Info
        text: qsTr("Opened read-only. %1").arg(root.desk.access.sentence)
        actionText: root.desk.access.offerText
        closable: true
        onTriggered: accessDialog.open()
        onClosed: accessNotice.dismissed = true
    }

    Connections {
        target: root.desk

        function onConnectionChanged() {
            accessNotice.dismissed = false;
        }
    }

    Item {
        id: stage

        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: accessNotice.bottom
        anchors.bottom: statusBar.top

        ConnectionPage {
            anchors.fill: parent
            visible: !root.open
            desk: root.desk
            onConnectionsWanted: connectionsDialog.open()
        }

        OverviewPage {
            id: overviewPage

            objectName: "overviewPage"
            anchors.fill: parent
            visible: root.open && root.desk.screen === "overview"
            focus: visible
            desk: root.desk
        }

        RecordsPage {
            id: recordsPage

            objectName: "recordsPage"
            anchors.fill: parent
            visible: root.open && root.desk.screen === "records"
            focus: visible
            desk: root.desk
            onToastWanted: (text, tone) => toasts.show(text, tone, "", "")
            onStaffWanted: staffDialog.open()
        }

        HistoryPage {
            id: historyPage

            objectName: "historyPage"
            anchors.fill: parent
            visible: root.open && root.desk.screen === "history"
            focus: visible
            desk: root.desk
            onAccessWanted: accessDialog.open()
        }

        ModerationPage {
            id: moderationPage

            objectName: "moderationPage"
            anchors.fill: parent
            visible: root.open && root.desk.screen === "moderation"
            focus: visible
            desk: root.desk
            onStaffWanted: staffDialog.open()
            onReviewWanted: reviewDialog.open()
        }
    }

    Connections {
        target: root.desk.moderation

        function onFinished() {
            if (root.closesWhenDone)
                root.close();
        }
    }

    Connections {
        target: root.desk.history

        function onStaged(sentence) {
            reviewDialog.openWith(sentence);
        }
    }

    Connections {
        target: root.desk.comparison

        function onCompared() {
            compareDialog.open();
        }
    }

    StatusBar {
        id: statusBar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        desk: root.desk
        onConnectionsWanted: connectionsDialog.open()
        onStaffWanted: staffDialog.open()
        onAccessWanted: accessDialog.open()
    }

    Connections {
        target: root.desk

        function onRemarked(text) {
            toasts.show(text, Tone.Info, "", "");
        }
    }

    ToastHost {
        id: toasts

        anchors.right: parent.right
        anchors.bottom: statusBar.top
        anchors.margins: Theme.space4
        // What is decided with stays free.
        anchors.bottomMargin: Theme.space4 + (root.page === moderationPage ? moderationPage.panelHeight : 0)
    }

    CommandPalette {
        id: palette

        objectName: "palette"
        desk: root.desk
        onChosen: (kind, target, key) => root.act(kind, target, key)
    }

    ReviewDialog {
        id: reviewDialog

        objectName: "reviewDialog"
        changes: root.desk.changes
        journalIsLocal: root.desk.access.journalIsLocal
        onStaffWanted: staffDialog.open()
    }

    CompareDialog {
        id: compareDialog

        objectName: "compareDialog"
        comparison: root.desk.comparison
    }

    StaffDialog {
        id: staffDialog

        objectName: "staffDialog"
        staff: root.desk.staff
    }

    AccessDialog {
        id: accessDialog

        objectName: "accessDialog"
        desk: root.desk
    }

    ConnectionsDialog {
        id: connectionsDialog

        objectName: "connectionsDialog"
        desk: root.desk
    }

    KeysHelp {
        id: keysHelp

        objectName: "keysHelp"
        screenKeys: root.page === recordsPage ? recordsPage.keys : root.page === historyPage ? historyPage.keys : root.page === moderationPage ? moderationPage.keys : overviewPage.keys
    }
}

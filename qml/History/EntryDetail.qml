// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The selected entry: who and why, its values before and after, and what can be done about it.
ColumnLayout {
    id: root

    required property HistoryBrowser history
    required property Comparison comparison
    property bool writable: false
    /// It stands in the place of the list.
    property bool closable: false

    signal opened
    signal closed

    readonly property bool empty: root.history.current < 0
    spacing: Theme.space2

    RowLayout {
        Layout.fillWidth: true
        visible: !root.empty
        spacing: Theme.space2

        DeskIconButton {
            objectName: "backToListButton"
            visible: root.closable
            label: qsTr("Back to the list")
            iconName: "arrow-left"
            shortcutText: "Esc"
            onClicked: root.closed()
        }

        Chip {
            text: root.history.actionText
            tone: root.history.actionTone
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.history.title
            font.weight: Theme.strongWeight
            Accessible.role: Accessible.Heading
        }
    }

    DeskLabel {
        Layout.fillWidth: true
        visible: !root.empty
        text: root.history.bylineText
        color: Theme.textMuted
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
    }

    DeskLabel {
        Layout.fillWidth: true
        visible: !root.empty && root.history.reasonText !== ""
        text: root.history.reasonText
        wrapMode: Text.Wrap
        maximumLineCount: 4
        elide: Text.ElideRight
    }

    Flow {
        Layout.fillWidth: true
        visible: !root.empty
        spacing: Theme.space2

        DeskButton {
            objectName: "undoChangeButton"
            enabled: root.writable && !root.history.undoing
            busy: root.history.undoing
            iconName: "rotate-ccw"
            text: root.history.deleted ? qsTr("Restore…") : qsTr("Undo this change…")
            toolTipText: root.writable ? qsTr("Stages what takes the whole change back; you review it before it is committed") : qsTr("This database is read-only")
            onClicked: root.history.undoChange()
        }

        DeskButton {
            objectName: "openRowButton"
            visible: !root.history.deleted && root.history.key !== ""
            variant: DeskButton.Variant.Quiet
            iconName: "table"
            text: qsTr("Open the row")
            onClicked: root.opened()
        }

        DeskButton {
            objectName: "markVersionButton"
            visible: root.history.key !== ""
            variant: DeskButton.Variant.Quiet
            iconName: "git-compare"
            text: qsTr("Mark")
            toolTipText: qsTr("Mark this version to compare another with it")
            onClicked: root.history.markVersion()
        }

        DeskButton {
            objectName: "compareVersionButton"
            visible: root.comparison.marked && root.history.key !== ""
            variant: DeskButton.Variant.Quiet
            iconName: "git-compare"
            text: qsTr("Compare")
            toolTipText: qsTr("Compare with %1").arg(root.comparison.markText)
            onClicked: root.history.compareVersion()
        }
    }

    InlineNotice {
        objectName: "conflictNotice"
        Layout.fillWidth: true
        visible: root.history.conflictText !== ""
        tone: Tone.Warning
        title: qsTr("It cannot be taken back whole.")
        text: root.history.conflictText
        actionText: root.history.possibleRows > 0 ? qsTr("Stage the other %n row(s)", "", root.history.possibleRows) : ""
        closable: true
        onTriggered: root.history.stagePossible()
        onClosed: root.history.forgetConflicts()
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space2
        Layout.rightMargin: Theme.space5
        visible: values.count > 0 && root.history.twoSided
        spacing: Theme.space3

        DeskLabel {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Before")
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }

        DeskLabel {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("After")
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }
    }

    ListView {
        id: values

        objectName: "entryValues"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: Theme.rowHeight
        clip: true
        spacing: Theme.hairline
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.history.values
        T.ScrollBar.vertical: DeskScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Values before and after")

        delegate: CompareDelegate {
            width: values.width - Theme.space3
            stacked: true
            plain: true
            current: values.activeFocus && values.currentIndex === index
        }
    }
}

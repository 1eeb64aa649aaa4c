// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// "Done", for a moment, with one action such as Undo. Waits while the pointer or the keyboard is on it; bad news stays.
Item {
    id: root

    property int tone: Tone.Good
    property string text
    property string actionText
    property string actionShortcutText

    signal triggered
    signal dismissed

    implicitWidth: Math.min(row.implicitWidth + Theme.space3 + Theme.space1, Theme.dialogWidth)
    implicitHeight: Math.max(row.implicitHeight, Theme.controlHeight) + Theme.space2
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Timer {
        interval: Theme.toastTimeout
        running: root.visible && root.tone !== Tone.Bad && !hover.hovered && !action.activeFocus && !close.activeFocus
        onTriggered: root.dismissed()
    }

    HoverHandler {
        id: hover
    }

    PanelSurface {
        anchors.fill: parent
    }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space1
        spacing: Theme.space2

        Icon {
            name: Theme.toneIcon(root.tone)
            color: Theme.toneColor(root.tone)
        }

        DeskLabel {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            Layout.bottomMargin: Theme.space1
            text: root.text
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }

        DeskButton {
            id: action

            objectName: "toastAction"
            visible: root.actionText !== ""
            variant: DeskButton.Variant.Quiet
            text: root.actionText
            shortcutText: root.actionShortcutText
            showShortcut: true
            onClicked: {
                root.triggered();
                root.dismissed();
            }
        }

        DeskIconButton {
            id: close

            objectName: "toastClose"
            iconName: "x"
            label: qsTr("Close")
            onClicked: root.dismissed()
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Theme

/// A question or a small form above the window. text or own content (contentItem); Escape and the reject button
/// reject; Return on the focused accept button accepts. The window behind cannot be used meanwhile.
T.Dialog {
    id: root

    property string text
    property string iconName
    property int tone: Tone.Neutral
    property string acceptText: qsTr("OK")
    property string acceptShortcutText
    property string rejectText: qsTr("Cancel")
    property bool destructive: false
    property bool acceptEnabled: true
    property bool busy: false

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    implicitWidth: Theme.dialogWidth
    implicitHeight: implicitHeaderHeight + contentItem.implicitHeight + topPadding + bottomPadding + implicitFooterHeight
    leftPadding: Theme.space5
    rightPadding: Theme.space5
    topPadding: Theme.space2
    bottomPadding: Theme.space4
    margins: Theme.space6
    modal: true
    focus: true
    closePolicy: root.busy ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape

    header: RowLayout {
        spacing: Theme.space2

        Icon {
            Layout.leftMargin: Theme.space5
            Layout.topMargin: Theme.space4
            visible: root.iconName !== ""
            name: root.iconName
            size: Theme.iconLarge
            color: Theme.toneColor(root.tone)
        }

        DeskLabel {
            Layout.fillWidth: true
            Layout.leftMargin: root.iconName === "" ? Theme.space5 : 0
            Layout.rightMargin: Theme.space5
            Layout.topMargin: Theme.space4
            text: root.title
            font.pixelSize: Theme.titleSize
            font.weight: Theme.strongWeight
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
    }

    contentItem: DeskLabel {
        text: root.text
        color: Theme.textMuted
        wrapMode: Text.Wrap
        lineHeight: Theme.proseLineHeight
        verticalAlignment: Text.AlignTop
    }

    footer: RowLayout {
        spacing: Theme.space2

        Item {
            Layout.fillWidth: true
        }

        DeskButton {
            objectName: "rejectButton"
            Layout.bottomMargin: Theme.space4
            Layout.rightMargin: acceptButton.visible ? 0 : Theme.space5
            visible: root.rejectText !== ""
            enabled: !root.busy
            text: root.rejectText
            onClicked: root.reject()
        }

        DeskButton {
            id: acceptButton

            objectName: "acceptButton"
            Layout.bottomMargin: Theme.space4
            Layout.rightMargin: Theme.space5
            visible: root.acceptText !== ""
            enabled: root.acceptEnabled && !root.busy
            busy: root.busy
            variant: root.destructive ? DeskButton.Variant.Danger : DeskButton.Variant.Primary
            text: root.acceptText
            shortcutText: root.acceptShortcutText
            showShortcut: root.acceptShortcutText !== ""
            // What destroys must not happen by a Return that was meant for something else.
            focus: !root.destructive
            onClicked: root.accept()
        }
    }

    background: PanelSurface {
        radius: Theme.radiusLarge
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
}

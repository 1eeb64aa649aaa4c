// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// Nothing to show, and what to do about it.
StatePanel {
    id: root

    property string actionText
    property string actionIconName
    property string actionShortcutText

    signal triggered

    iconName: "inbox"

    DeskButton {
        objectName: "emptyStateAction"
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space1
        visible: root.actionText !== ""
        text: root.actionText
        iconName: root.actionIconName
        shortcutText: root.actionShortcutText
        showShortcut: true
        onClicked: root.triggered()
    }
}

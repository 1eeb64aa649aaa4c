// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// Short explanation below its parent, with the key that does the same.
T.ToolTip {
    id: root

    property string shortcutText

    objectName: "toolTip"
    x: root.parent ? Math.round((root.parent.width - root.implicitWidth) / 2) : 0
    y: root.parent ? root.parent.height + Theme.space1 : 0
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    margins: Theme.space2
    delay: Theme.toolTipDelay
    timeout: Theme.toolTipTimeout
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: ToolTipContent {
        text: root.text
        keys: root.shortcutText
    }

    background: PanelSurface {}
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// Tabs of one record or screen, over a hairline. Holds DeskTab. Left and Right change the tab.
T.TabBar {
    id: root

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight + Theme.space2
    spacing: Theme.space1
    Accessible.role: Accessible.PageTabList

    contentItem: ListView {
        implicitWidth: contentWidth
        implicitHeight: Theme.controlHeight + Theme.space2
        model: root.contentModel
        currentIndex: root.currentIndex
        spacing: root.spacing
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.AutoFlickIfNeeded
        snapMode: ListView.SnapToItem
        highlightMoveDuration: 0
        clip: true
    }

    background: Item {
        Separator {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
        }
    }

    Keys.onLeftPressed: root.decrementCurrentIndex()
    Keys.onRightPressed: root.incrementCurrentIndex()
}

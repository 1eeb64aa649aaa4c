// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// A menu as wide as its longest line. Holds DeskMenuItem, DeskMenuSeparator, DeskMenu and Action.
T.Menu {
    id: root

    property string iconName

    readonly property real widestItem: {
        let widest = 0;
        for (let i = 0; i < root.count; ++i)
            widest = Math.max(widest, root.itemAt(i)?.implicitWidth ?? 0);
        return widest;
    }

    implicitWidth: Math.max(Theme.menuWidth, root.widestItem + leftPadding + rightPadding)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.space1
    margins: Theme.space2
    overlap: Theme.space1
    cascade: true

    delegate: DeskMenuItem {}

    contentItem: ListView {
        implicitHeight: contentHeight
        model: root.contentModel
        interactive: Window.window ? contentHeight > height : false
        clip: true
        currentIndex: root.currentIndex
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: DeskScrollBar {}
    }

    background: PanelSurface {}
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// Handle of a SplitView: a hairline that is easy to hit. Use as `handle: DeskSplitHandle { orientation: view.orientation }`.
Item {
    id: root

    property int orientation: Qt.Horizontal
    readonly property bool bright: T.SplitHandle.hovered || T.SplitHandle.pressed

    implicitWidth: Theme.hairline
    implicitHeight: Theme.hairline
    containmentMask: grip
    Accessible.ignored: true

    // Wider than the line, so that it can be caught.
    Item {
        id: grip

        x: root.orientation === Qt.Horizontal ? -Theme.space1 : 0
        y: root.orientation === Qt.Horizontal ? 0 : -Theme.space1
        width: root.orientation === Qt.Horizontal ? root.width + 2 * Theme.space1 : root.width
        height: root.orientation === Qt.Horizontal ? root.height : root.height + 2 * Theme.space1
    }

    Rectangle {
        anchors.centerIn: parent
        width: root.orientation === Qt.Horizontal ? (root.bright ? Theme.focusWidth : Theme.hairline) : parent.width
        height: root.orientation === Qt.Horizontal ? parent.height : (root.bright ? Theme.focusWidth : Theme.hairline)
        color: root.bright ? Theme.focusRing : Theme.border
    }
}

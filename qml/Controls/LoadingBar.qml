// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// A thin moving line at the upper edge of what is being loaded. Short waits stay quiet: it appears after 300 ms.
Item {
    id: root

    property bool running: false

    implicitHeight: Theme.focusWidth
    implicitWidth: Theme.readingWidth
    clip: true
    visible: false
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Loading")

    states: State {
        when: root.running && !delay.running

        PropertyChanges {
            root.visible: true
        }
    }

    onRunningChanged: if (running)
        delay.restart()

    Component.onCompleted: if (running)
        delay.restart()

    Timer {
        id: delay

        interval: Theme.loadingDelay
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.accentSoft
    }

    Rectangle {
        width: Theme.reducedMotion ? root.width : root.width * 0.3
        height: root.height
        radius: height / 2
        color: Theme.accentInk

        NumberAnimation on x {
            from: -root.width * 0.3
            to: root.width
            duration: Theme.durationLoop
            loops: Animation.Infinite
            running: root.visible && !Theme.reducedMotion
        }
    }
}

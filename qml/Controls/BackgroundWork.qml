// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// One line about work in the background: what it is, how far it is, and a way to stop it. Seen once it has run for a
/// while, so that short work does not flicker.
RowLayout {
    id: root

    property bool running: false
    property string text
    /// 0..1, or less than 0 when nobody knows.
    property real progress: -1
    property bool cancellable: true

    signal cancelled

    spacing: Theme.space2
    visible: false
    onRunningChanged: {
        if (!root.running)
            root.visible = false;
    }
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.text

    Timer {
        interval: Theme.loadingDelay
        running: root.running
        onTriggered: root.visible = true
    }

    Spinner {
        size: Theme.iconTiny
    }

    DeskLabel {
        text: root.progress < 0 ? root.text : qsTr("%1, %2 %").arg(root.text).arg(Math.floor(root.progress * 100))
        color: Theme.textMuted
        font.pixelSize: Theme.captionSize
        font.family: Theme.numberFamily
        Accessible.ignored: true
    }

    DeskIconButton {
        objectName: "cancelWorkButton"
        visible: root.cancellable
        small: true
        label: qsTr("Stop: %1").arg(root.text)
        iconName: "x"
        onClicked: root.cancelled()
    }
}

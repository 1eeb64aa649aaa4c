// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

T.ApplicationWindow {
    id: root

    required property bool darkSet
    required property int page
    required property list<string> iconNames

    width: 1600
    height: 1000
    visible: true
    title: "Gallery"
    color: Theme.background

    Component.onCompleted: Theme.dark = root.darkSet

    Loader {
        anchors.fill: parent
        anchors.margins: Theme.space6
        source: ["ControlsPage.qml", "FloatingPage.qml", "IconsPage.qml"][root.page]
        onLoaded: if (item.hasOwnProperty("iconNames"))
            item.iconNames = root.iconNames
    }
}

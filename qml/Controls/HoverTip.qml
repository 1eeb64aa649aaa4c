// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/// Gives its parent a tooltip that is only built once it is wanted: a screen has hundreds of controls.
Loader {
    id: root

    property string text
    property string shortcutText
    property bool wanted: false

    active: root.wanted && root.text !== ""
    sourceComponent: DeskToolTip {
        parent: root.parent
        text: root.text
        shortcutText: root.shortcutText
        visible: true
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Gives its parent a tooltip that is only built once it is wanted: a screen has hundreds of controls.
/// By URL, because the Loader of Qt 6.4 cannot create bound components.
Item {
    id: root

    property string text
    property string shortcutText
    property bool wanted: false
    readonly property bool shown: root.wanted && root.text !== "" && !Theme.still

    onShownChanged: {
        if (root.shown)
            loader.setSource("DeskToolTip.qml", { parent: root.parent, text: root.text, shortcutText: root.shortcutText, visible: true });
        else
            loader.source = "";
    }

    Loader {
        id: loader
    }
}

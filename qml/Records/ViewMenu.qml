// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Controls
import Ghar.Views

/// Saved views of the table.
DeskMenu {
    id: root

    required property TableBrowser browser

    signal saveWanted

    DeskMenuItem {
        text: qsTr("Save this view…")
        iconName: "save"
        onTriggered: root.saveWanted()
    }

    DeskMenuItem {
        text: qsTr("Delete “%1”").arg(root.browser.viewName)
        iconName: "trash-2"
        visible: root.browser.viewName !== ""
        onTriggered: root.browser.deleteView(root.browser.viewName)
    }

    DeskMenuItem {
        text: qsTr("Back to the usual view")
        iconName: "rotate-ccw"
        enabled: root.browser.changedLook
        onTriggered: root.browser.resetLook()
    }

    DeskMenuSeparator {
        visible: root.browser.viewNames.length > 0
    }

    Instantiator {
        model: root.browser.viewNames
        onObjectAdded: (index, object) => root.addItem(object as DeskMenuItem)
        onObjectRemoved: (index, object) => root.removeItem(object as DeskMenuItem)

        DeskMenuItem {
            required property string modelData

            text: modelData
            iconName: root.browser.viewName === modelData ? "check" : "bookmark"
            onTriggered: root.browser.applyView(modelData)
        }
    }
}

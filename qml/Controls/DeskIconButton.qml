// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// A button with an icon only; its label is the tooltip and what a screen reader says.
T.Button {
    id: root

    required property string label
    property string iconName: root.icon.name
    property string shortcutText
    property int iconSize: Theme.iconSmall
    property color iconColor: Theme.textMuted
    /// Small ones fit into fields and rows.
    property bool small: false

    text: root.label
    implicitWidth: implicitHeight
    implicitHeight: root.small ? Theme.iconLarge : Theme.controlHeight
    padding: 0
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: root.label

    Keys.onReturnPressed: root.pressByKey()
    Keys.onEnterPressed: root.pressByKey()

    /// Space is the template's; Return is expected on buttons as well.
    function pressByKey() {
        if (root.action) {
            root.action.trigger(root);
            return;
        }
        if (root.checkable)
            root.toggle();
        root.clicked();
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: root.iconSize
            color: !root.enabled ? Theme.textDisabled : root.checked ? Theme.accentInk : root.hovered ? Theme.text : root.iconColor
        }
    }

    background: Rectangle {
        radius: root.small ? Theme.radiusSmall : Theme.radius
        color: root.down ? Theme.pressed : root.checked ? Theme.accentSoft : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            active: root.visualFocus
            radius: parent.radius + Theme.focusWidth
        }
    }

    HoverTip {
        text: root.label
        shortcutText: root.shortcutText
        wanted: (root.hovered || root.visualFocus) && !root.down
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// A button with words. One Primary per screen; Danger for what cannot be undone or harms; Quiet beside other things.
T.Button {
    id: root

    enum Variant {
        Normal,
        Primary,
        Danger,
        Quiet
    }

    property int variant: DeskButton.Variant.Normal
    property string iconName: root.icon.name
    /// The key that does the same: shown in the tooltip, and inside the button with showShortcut.
    property string shortcutText
    property bool showShortcut: false
    property string toolTipText
    /// Work was started by this button: it turns, and cannot be pressed again.
    property bool busy: false

    readonly property bool filled: root.enabled && (root.variant === DeskButton.Variant.Primary || root.variant === DeskButton.Variant.Danger)
    readonly property color ink: !root.enabled ? Theme.textDisabled : root.variant === DeskButton.Variant.Primary ? Theme.accentText : root.variant === DeskButton.Variant.Danger ? Theme.badFillText : Theme.text

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.space3 - (root.iconName !== "" || root.busy ? Theme.space1 : 0)
    rightPadding: Theme.space3 - (root.showShortcut && root.shortcutText !== "" ? Theme.space1 : 0)
    focusPolicy: Qt.StrongFocus
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    font.weight: Theme.mediumWeight
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.toolTipText

    Keys.onSpacePressed: event => event.accepted = root.busy
    Keys.onReturnPressed: root.pressByKey()
    Keys.onEnterPressed: root.pressByKey()

    /// Space is the template's; Return is expected on buttons as well.
    function pressByKey() {
        if (root.busy)
            return;
        if (root.action) {
            root.action.trigger(root);
            return;
        }
        if (root.checkable)
            root.toggle();
        root.clicked();
    }

    contentItem: ButtonContent {
        text: root.text
        iconName: root.iconName
        keys: root.showShortcut ? root.shortcutText : ""
        ink: root.ink
        iconInk: root.filled || !root.enabled ? root.ink : Theme.textMuted
        busy: root.busy
        font: root.font
    }

    background: Rectangle {
        radius: Theme.radius
        color: {
            if (!root.enabled)
                return root.variant === DeskButton.Variant.Quiet ? "transparent" : Theme.fieldDisabled;
            if (root.variant === DeskButton.Variant.Primary)
                return root.down ? Theme.accentPressed : root.hovered ? Theme.accentHover : Theme.accent;
            if (root.variant === DeskButton.Variant.Danger)
                return root.down ? Theme.badFillPressed : root.hovered ? Theme.badFillHover : Theme.badFill;
            if (root.down || root.checked)
                return Theme.pressed;
            if (root.hovered)
                return Theme.hover;
            return root.variant === DeskButton.Variant.Quiet ? "transparent" : Theme.raised;
        }
        border.width: root.filled || root.variant === DeskButton.Variant.Quiet ? 0 : Theme.hairline
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        FocusRing {
            active: root.visualFocus
        }
    }

    // Keeps the focus, unlike a disabled button, but takes no second press.
    MouseArea {
        anchors.fill: parent
        visible: root.busy
    }

    HoverTip {
        text: root.toolTipText
        shortcutText: root.shortcutText
        wanted: root.hovered && !root.down
    }
}

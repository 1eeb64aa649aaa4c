// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Frame of everything one types into: hairline, accent when focused, red when the value is not accepted.
Rectangle {
    id: root

    property bool focused: false
    property bool hovered: false
    property bool invalid: false
    property bool readOnly: false

    radius: Theme.radius
    color: root.enabled && !root.readOnly ? Theme.field : Theme.fieldDisabled
    border.width: root.focused ? Theme.focusWidth : Theme.hairline
    border.color: !root.enabled ? Theme.border : root.invalid ? Theme.bad : root.focused ? Theme.focusRing : root.hovered ? Theme.borderControl : Theme.borderStrong
}

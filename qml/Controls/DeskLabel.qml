// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Text in the desk's type. Plain text always: words of users must not become markup.
Text {
    id: root

    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    color: root.enabled ? Theme.text : Theme.textDisabled
    linkColor: Theme.accentInk
    textFormat: Text.PlainText
    elide: root.wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
}

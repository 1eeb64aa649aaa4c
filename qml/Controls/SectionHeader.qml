// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// Heading inside a form or panel. What is put inside stands at the right: buttons, a count.
RowLayout {
    id: root

    property string text
    property string detail

    spacing: Theme.space2
    implicitHeight: Theme.controlHeight

    DeskLabel {
        text: root.text
        font.weight: Theme.strongWeight
        Accessible.role: Accessible.Heading
    }

    DeskLabel {
        Layout.fillWidth: true
        text: root.detail
        color: Theme.textFaint
        font.pixelSize: Theme.captionSize
    }
}

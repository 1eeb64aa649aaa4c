// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// A hairline that fills the layout it stands in.
Rectangle {
    id: root

    property int orientation: Qt.Horizontal

    implicitWidth: Theme.hairline
    implicitHeight: Theme.hairline
    color: Theme.border
    Layout.fillWidth: root.orientation === Qt.Horizontal
    Layout.fillHeight: root.orientation === Qt.Vertical
    Accessible.ignored: true
}

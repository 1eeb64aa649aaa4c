// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

T.MenuSeparator {
    id: root

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitHeight: Theme.hairline
        color: Theme.border
    }
}

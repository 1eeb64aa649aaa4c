// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// Icon, title and words in the middle of an empty place. Base of EmptyState, ErrorState and NoPermissionState; what is
/// put inside stands below the words.
Item {
    id: root

    default property alias content: below.data
    property string iconName
    property color iconColor: Theme.textFaint
    property string title
    property string text

    implicitWidth: Theme.readingWidth + 2 * Theme.space6
    implicitHeight: column.implicitHeight + 2 * Theme.space6
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title
    Accessible.description: root.text

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(Theme.readingWidth, root.width - 2 * Theme.space4)
        spacing: Theme.space2

        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.space1
            visible: root.iconName !== ""
            name: root.iconName
            size: Theme.iconHero
            color: root.iconColor
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.title
            font.pixelSize: Theme.titleSize
            font.weight: Theme.strongWeight
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.text
            color: Theme.textMuted
            lineHeight: Theme.proseLineHeight
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }

        ColumnLayout {
            id: below

            Layout.fillWidth: true
            // A layout of fixed children is not stretched but placed.
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.space1
            spacing: Theme.space2
        }
    }
}

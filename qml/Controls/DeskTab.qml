// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// One tab of a DeskTabBar, with an optional icon and count.
T.TabButton {
    id: root

    property string iconName
    property int count: 0

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight + Theme.space2
    width: implicitWidth
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    bottomPadding: Theme.space1
    topPadding: Theme.space1
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    font.weight: Theme.mediumWeight
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: root.count > 0 ? qsTr("%1, %2").arg(root.text).arg(root.count) : root.text

    contentItem: TabContent {
        text: root.text
        iconName: root.iconName
        count: root.count
        font: root.font
        ink: !root.enabled ? Theme.textDisabled : root.checked || root.hovered ? Theme.text : Theme.textMuted
        iconInk: !root.enabled ? Theme.textDisabled : root.checked ? Theme.accentInk : Theme.textMuted
    }

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.topMargin: Theme.space1
            anchors.bottomMargin: Theme.space1
            radius: Theme.radius
            color: root.down ? Theme.pressed : root.hovered && !root.checked ? Theme.hover : "transparent"

            FocusRing {
                active: root.visualFocus
                anchors.margins: 0
                radius: Theme.radius
            }
        }

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: Theme.focusWidth
            visible: root.checked
            color: root.enabled ? Theme.accentInk : Theme.textDisabled
        }
    }
}

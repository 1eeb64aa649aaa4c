// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// A relation with its count, or one of its rows beneath it.
T.ItemDelegate {
    id: root

    required property int index
    required property bool entryIsRelation
    required property string entryTable
    required property string entryColumn
    required property string entryText
    required property string entryDetail
    required property string entryIcon
    required property string entryCount
    required property string entryKey
    required property bool entryExpanded
    required property bool entryEmpty

    signal allWanted

    implicitHeight: Theme.rowHeight
    leftPadding: root.entryIsRelation ? Theme.space2 : Theme.space8
    rightPadding: Theme.space2
    hoverEnabled: true
    Accessible.role: Accessible.TreeItem
    Accessible.name: root.entryIsRelation ? root.entryText + " " + root.entryDetail + ", " + root.entryCount : root.entryText

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            visible: root.entryIsRelation
            name: root.entryEmpty ? "minus" : root.entryExpanded ? "chevron-down" : "chevron-right"
            size: Theme.iconTiny
            color: root.entryEmpty ? Theme.textDisabled : Theme.textMuted
        }

        Icon {
            visible: root.entryIsRelation
            name: root.entryIcon
            color: root.entryEmpty ? Theme.textDisabled : Theme.textMuted
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.entryDetail === "" ? root.entryText : root.entryText + " · " + root.entryDetail
            color: root.entryEmpty ? Theme.textDisabled : root.entryIsRelation ? Theme.text : Theme.accentInk
        }

        NumberLabel {
            visible: root.entryIsRelation
            text: root.entryCount
            color: root.entryEmpty ? Theme.textDisabled : Theme.textMuted
            font.pixelSize: Theme.captionSize
        }

        DeskIconButton {
            visible: root.entryIsRelation && !root.entryEmpty
            small: true
            label: qsTr("Show all in a table")
            iconName: "external-link"
            onClicked: root.allWanted()
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.highlighted ? Theme.selectionInactive : root.hovered ? Theme.hover : "transparent"
    }
}

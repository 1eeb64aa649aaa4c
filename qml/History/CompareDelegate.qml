// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// One column of two versions side by side. What differs is said by weight and mark, not by colour alone.
Item {
    id: root

    required property int index
    required property string columnLabel
    required property string columnName
    required property string leftText
    required property string rightText
    required property bool isDifferent
    /// Label above the values instead of beside them, for narrow panels.
    property bool stacked: false
    /// Everything that is listed differs, or only one side has a row: nothing stands out.
    property bool plain: false
    property bool current: false

    implicitHeight: grid.implicitHeight + 2 * Theme.space1
    Accessible.role: Accessible.ListItem
    Accessible.name: root.isDifferent ? qsTr("%1 differs: %2, %3").arg(root.columnLabel).arg(root.leftText).arg(root.rightText) : qsTr("%1: %2").arg(root.columnLabel).arg(root.leftText)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: root.current ? Theme.selectionInactive : root.isDifferent && !root.plain ? Theme.toneSoft(Tone.Warning) : "transparent"
    }

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space2
        columns: root.stacked ? 2 : 3
        columnSpacing: Theme.space3
        rowSpacing: 0

        /// The sides stand below one another in all rows, whatever is in them.
        readonly property real sideWidth: (grid.width - grid.columnSpacing - (root.stacked ? 0 : Theme.labelWidth + grid.columnSpacing)) / 2

        DeskLabel {
            Layout.columnSpan: root.stacked ? 2 : 1
            Layout.fillWidth: root.stacked
            Layout.preferredWidth: root.stacked ? -1 : Theme.labelWidth
            Layout.alignment: Qt.AlignTop
            text: root.columnLabel
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
            font.weight: root.isDifferent && !root.plain ? Theme.strongWeight : Theme.regularWeight
        }

        DeskLabel {
            Layout.fillWidth: root.plain
            Layout.preferredWidth: grid.sideWidth
            Layout.maximumWidth: root.plain ? grid.width : grid.sideWidth
            Layout.alignment: Qt.AlignTop
            visible: !root.plain || text !== ""
            text: root.leftText
            wrapMode: Text.Wrap
            maximumLineCount: 6
            elide: Text.ElideRight
        }

        DeskLabel {
            Layout.fillWidth: root.plain
            Layout.preferredWidth: grid.sideWidth
            Layout.maximumWidth: root.plain ? grid.width : grid.sideWidth
            Layout.alignment: Qt.AlignTop
            visible: !root.plain || text !== ""
            text: root.rightText
            wrapMode: Text.Wrap
            maximumLineCount: 6
            elide: Text.ElideRight
        }
    }
}

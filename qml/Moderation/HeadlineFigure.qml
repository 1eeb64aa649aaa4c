// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// A large number with its name; it opens its rows.
T.AbstractButton {
    id: root

    required property string label
    required property var figures

    readonly property bool opens: root.figures[0].opens

    signal opened

    text: root.label
    implicitWidth: Theme.labelWidth + Theme.space6
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space3
    hoverEnabled: !Theme.still
    focusPolicy: root.opens ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: root.opens ? Accessible.Link : Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.label).arg(root.figures[0].text)
    Accessible.onPressAction: root.opened()
    onClicked: root.opened()
    Keys.onReturnPressed: root.opened()
    Keys.onEnterPressed: root.opened()

    contentItem: ColumnLayout {
        spacing: 0

        DeskLabel {
            Layout.fillWidth: true
            text: root.figures[0].text
            font.family: Theme.numberFamily
            font.pixelSize: Theme.headingSize
            font.weight: Theme.strongWeight
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.label
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered && root.opens ? Theme.hover : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.border

        FocusRing {
            active: root.visualFocus
            radius: parent.radius + Theme.focusWidth
        }
    }
}

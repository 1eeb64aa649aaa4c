// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// One of a few choices, all visible. Left and Right choose; with icons only, texts are the names.
T.Control {
    id: root

    property list<string> texts
    property list<string> iconNames
    property bool iconsOnly: false
    property int currentIndex: 0
    /// What is chosen between, for a screen reader.
    property string label

    /// The user chose another segment.
    signal activated(int index)

    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    padding: Theme.focusWidth
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    font.weight: Theme.mediumWeight
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    Keys.onLeftPressed: root.choose(root.currentIndex - 1)
    Keys.onRightPressed: root.choose(root.currentIndex + 1)

    function choose(index: int) {
        if (index < 0 || index >= root.texts.length || index === root.currentIndex)
            return;
        root.currentIndex = index;
        root.activated(index);
    }

    contentItem: Row {
        Repeater {
            model: root.texts

            Segment {
                height: root.availableHeight
                current: index === root.currentIndex
                iconOnly: root.iconsOnly
                iconName: root.iconNames[index] ?? ""
                font: root.font
                onClicked: root.choose(index)
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.neutralSoft

        FocusRing {
            active: root.visualFocus
        }
    }
}

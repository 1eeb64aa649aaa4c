// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The buttons below a large picture, each with its key.
Flow {
    id: root

    required property PictureStore store
    required property bool zoomable
    required property bool several

    /// The width of all of them side by side.
    readonly property real oneLine: {
        let sum = -root.spacing;
        for (let i = 0; i < root.children.length; ++i)
            sum += root.children[i].implicitWidth + root.spacing;
        return sum;
    }

    signal stepped(int step)
    signal zoomedBy(real factor)
    signal fitted
    signal fullSizeWanted

    spacing: Theme.space1

    component Tool: DeskButton {
        required property string label

        variant: DeskButton.Variant.Quiet
        showShortcut: true
        toolTipText: label
        Accessible.name: label
    }

    Tool {
        objectName: "previousPicture"
        label: qsTr("Previous picture")
        text: qsTr("Previous")
        shortcutText: "←"
        enabled: root.several
        onClicked: root.stepped(-1)
    }

    Tool {
        objectName: "nextPicture"
        label: qsTr("Next picture")
        text: qsTr("Next")
        shortcutText: "→"
        enabled: root.several
        onClicked: root.stepped(1)
    }

    Tool {
        label: qsTr("Closer, around the middle")
        text: qsTr("Closer")
        shortcutText: "+"
        enabled: root.zoomable
        onClicked: root.zoomedBy(1.25)
    }

    Tool {
        label: qsTr("Further away")
        text: qsTr("Further")
        shortcutText: "-"
        enabled: root.zoomable
        onClicked: root.zoomedBy(0.8)
    }

    Tool {
        label: qsTr("The whole picture")
        text: qsTr("Fit")
        shortcutText: "0"
        enabled: root.zoomable
        onClicked: root.fitted()
    }

    Tool {
        label: qsTr("Every pixel of the picture")
        text: qsTr("100 %")
        shortcutText: "1"
        enabled: root.zoomable
        onClicked: root.fullSizeWanted()
    }

    Tool {
        objectName: "greyscaleButton"
        label: qsTr("Without colours, also in rows of pictures")
        text: qsTr("Grey")
        iconName: "contrast"
        shortcutText: "G"
        checkable: true
        checked: root.store.look.greyscale
        onToggled: root.store.look.greyscale = checked
    }

    Tool {
        objectName: "blurButton"
        label: qsTr("Blurred, also in rows of pictures")
        text: qsTr("Blur")
        iconName: "eye-off"
        shortcutText: "B"
        checkable: true
        checked: root.store.look.blurred
        onToggled: root.store.look.blurred = checked
    }
}

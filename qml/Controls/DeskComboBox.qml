// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// Choice from a list. Typing jumps to the entry that begins so.
T.ComboBox {
    id: root

    property string iconName
    property string label
    property string placeholderText
    property string errorText
    property bool invalid: root.errorText !== ""

    implicitWidth: Theme.fieldWidth
    implicitHeight: Theme.controlHeight
    leftPadding: root.iconName === "" ? Theme.space2 : Theme.space2 + Theme.iconSmall + Theme.space1 + Theme.hairline * 2
    rightPadding: Theme.space2 + Theme.iconSmall + Theme.space1
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    Accessible.role: Accessible.ComboBox
    Accessible.name: root.label !== "" ? root.label : root.displayText
    Accessible.description: root.errorText

    delegate: T.ItemDelegate {
        id: entry

        required property int index

        width: ListView.view?.width ?? 0
        implicitHeight: Theme.rowHeight
        leftPadding: Theme.space2
        rightPadding: Theme.space2 + Theme.iconSmall
        highlighted: root.highlightedIndex === entry.index
        hoverEnabled: root.hoverEnabled
        Accessible.name: root.textAt(entry.index)

        contentItem: DeskLabel {
            text: root.textAt(entry.index)
            font.weight: root.currentIndex === entry.index ? Theme.mediumWeight : Theme.regularWeight
            Accessible.ignored: true
        }

        background: Rectangle {
            radius: Theme.radiusSmall
            color: entry.highlighted ? Theme.hover : "transparent"

            Icon {
                anchors.right: parent.right
                anchors.rightMargin: Theme.space2
                anchors.verticalCenter: parent.verticalCenter
                visible: root.currentIndex === entry.index
                name: "check"
                color: Theme.accentInk
            }
        }
    }

    indicator: Icon {
        x: root.width - width - Theme.space2
        y: Math.round((root.height - height) / 2)
        name: "chevrons-up-down"
        color: root.enabled ? Theme.textMuted : Theme.textDisabled
    }

    contentItem: T.TextField {
        text: root.editable ? root.editText : root.displayText
        enabled: root.editable
        autoScroll: root.editable
        readOnly: root.down
        validator: root.validator
        inputMethodHints: root.inputMethodHints
        selectByMouse: true
        font: root.font
        color: root.enabled ? Theme.text : Theme.textDisabled
        selectionColor: Theme.textSelection
        selectedTextColor: Theme.text
        verticalAlignment: TextInput.AlignVCenter
        clip: true
        Accessible.ignored: true

        DeskLabel {
            anchors.fill: parent
            visible: parent.text === "" && root.placeholderText !== ""
            text: root.placeholderText
            color: Theme.placeholder
            Accessible.ignored: true
        }
    }

    background: FieldBackground {
        focused: root.editable ? root.activeFocus : root.visualFocus || root.popup.visible
        hovered: root.hovered
        invalid: root.invalid

        Icon {
            x: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: root.enabled ? Theme.textMuted : Theme.textDisabled
        }
    }

    popup: T.Popup {
        y: root.height + Theme.space1
        width: Math.max(root.width, Theme.menuWidth * 0.5)
        height: Math.min(contentItem.implicitHeight + topPadding + bottomPadding, Theme.listHeight)
        padding: Theme.space1
        margins: Theme.space2

        contentItem: ListView {
            implicitHeight: contentHeight
            clip: true
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds

            T.ScrollBar.vertical: DeskScrollBar {}
        }

        background: PanelSurface {}
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// One line of text. What is wrong with the value is said by errorText, shown by the FormRow around it.
T.TextField {
    id: root

    property string iconName
    property bool clearable: false
    property string errorText
    property bool invalid: root.errorText !== ""
    /// What a screen reader calls the field; a placeholder is not a name.
    property string label

    readonly property bool showsClear: root.clearable && root.enabled && !root.readOnly && root.text !== ""

    /// The user pressed the clear button; the text is already empty.
    signal cleared

    implicitWidth: Theme.fieldWidth
    implicitHeight: Theme.controlHeight
    leftPadding: root.iconName === "" ? Theme.space2 : Theme.space2 + Theme.iconSmall + Theme.space1 + Theme.hairline * 2
    rightPadding: root.showsClear ? Theme.space1 + Theme.iconLarge + Theme.space1 : Theme.space2
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.textFamily
    font.pixelSize: Theme.bodySize
    color: root.enabled ? Theme.text : Theme.textDisabled
    selectionColor: Theme.textSelection
    selectedTextColor: Theme.text
    placeholderTextColor: Theme.placeholder
    selectByMouse: true
    hoverEnabled: true
    Accessible.role: Accessible.EditableText
    Accessible.name: root.label !== "" ? root.label : root.placeholderText
    Accessible.description: root.errorText

    Keys.onMenuPressed: menuHost.open()

    background: FieldBackground {
        focused: root.activeFocus
        hovered: root.hovered
        invalid: root.invalid
        readOnly: root.readOnly
    }

    Icon {
        x: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        visible: root.iconName !== ""
        name: root.iconName
        color: root.enabled ? Theme.textMuted : Theme.textDisabled
    }

    DeskLabel {
        x: root.leftPadding
        width: root.width - root.leftPadding - root.rightPadding
        height: root.height
        visible: root.length === 0 && root.preeditText === ""
        text: root.placeholderText
        font: root.font
        color: root.enabled ? root.placeholderTextColor : Theme.textDisabled
        horizontalAlignment: root.horizontalAlignment
        Accessible.ignored: true
    }

    DeskIconButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        visible: root.showsClear
        small: true
        iconName: "x"
        label: qsTr("Clear")
        focusPolicy: Qt.NoFocus
        onClicked: {
            root.clear();
            root.textEdited();
            root.cleared();
            root.forceActiveFocus();
        }
    }

    EditMenuHost {
        id: menuHost

        editor: root
    }
}

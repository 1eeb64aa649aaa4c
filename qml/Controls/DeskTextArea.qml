// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// Several lines of plain text that scroll. Tab leaves the field: it is not an editor for code unless monospaced.
FocusScope {
    id: root

    property alias text: area.text
    property alias readOnly: area.readOnly
    property alias placeholderText: area.placeholderText
    property alias cursorPosition: area.cursorPosition
    property alias editor: area
    property bool monospaced: false
    property string errorText
    property bool invalid: root.errorText !== ""
    property string label

    signal textEdited

    implicitWidth: Theme.readingWidth
    implicitHeight: Theme.textAreaHeight

    FieldBackground {
        anchors.fill: parent
        focused: area.activeFocus
        hovered: hover.hovered
        invalid: root.invalid
        readOnly: area.readOnly
    }

    HoverHandler {
        id: hover
    }

    Flickable {
        id: flickable

        anchors.fill: parent
        anchors.margins: Theme.focusWidth
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: DeskScrollBar {}

        T.TextArea.flickable: T.TextArea {
            id: area

            leftPadding: Theme.space2 - Theme.focusWidth
            rightPadding: Theme.space3
            topPadding: Theme.space1
            bottomPadding: Theme.space1
            focus: true
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font.family: root.monospaced ? Theme.monoFamily : Theme.textFamily
            font.pixelSize: Theme.bodySize
            color: root.enabled ? Theme.text : Theme.textDisabled
            selectionColor: Theme.textSelection
            selectedTextColor: Theme.text
            placeholderTextColor: Theme.placeholder
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.name: root.label !== "" ? root.label : placeholderText
            Accessible.description: root.errorText
            Accessible.multiLine: true

            onTextChanged: if (activeFocus)
                root.textEdited()
            Keys.priority: Keys.BeforeItem
            Keys.onMenuPressed: menuHost.open()
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

            DeskLabel {
                x: area.leftPadding
                y: area.topPadding
                width: area.width - area.leftPadding - area.rightPadding
                visible: area.length === 0 && area.preeditText === ""
                text: area.placeholderText
                wrapMode: Text.Wrap
                color: root.enabled ? Theme.placeholder : Theme.textDisabled
                Accessible.ignored: true
            }

            EditMenuHost {
                id: menuHost

                editor: area
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Cut, copy, paste for the text field or text area given as editor.
DeskMenu {
    id: root

    /// A TextInput or TextEdit and their templates: they share no type.
    required property var editor

    objectName: "editMenu"

    DeskMenuItem {
        text: qsTr("Undo")
        iconName: "undo-2"
        shortcutText: "Ctrl+Z"
        enabled: root.editor.canUndo && !root.editor.readOnly
        onTriggered: root.editor.undo()
    }

    DeskMenuItem {
        text: qsTr("Redo")
        iconName: "redo-2"
        shortcutText: "Ctrl+Shift+Z"
        enabled: root.editor.canRedo && !root.editor.readOnly
        onTriggered: root.editor.redo()
    }

    DeskMenuSeparator {}

    DeskMenuItem {
        text: qsTr("Cut")
        shortcutText: "Ctrl+X"
        enabled: root.editor.selectedText !== "" && !root.editor.readOnly
        onTriggered: root.editor.cut()
    }

    DeskMenuItem {
        text: qsTr("Copy")
        iconName: "copy"
        shortcutText: "Ctrl+C"
        enabled: root.editor.selectedText !== ""
        onTriggered: root.editor.copy()
    }

    DeskMenuItem {
        text: qsTr("Paste")
        shortcutText: "Ctrl+V"
        enabled: root.editor.canPaste && !root.editor.readOnly
        onTriggered: root.editor.paste()
    }

    DeskMenuItem {
        text: qsTr("Select all")
        shortcutText: "Ctrl+A"
        enabled: root.editor.length > 0
        onTriggered: root.editor.selectAll()
    }
}

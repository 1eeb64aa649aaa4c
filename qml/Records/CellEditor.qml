// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Edits a value in its place in the grid. Return takes it and goes down, Tab goes on to the right, Escape leaves it as
/// it was.
T.Popup {
    id: root

    required property FieldEdit edit
    property string problem
    /// Typed before the editor was there; it replaces what was in the cell.
    property string typed

    readonly property bool chooses: root.edit.editor === FieldEdit.ChoiceEditor || root.edit.editor === FieldEdit.BooleanEditor

    /// The value was staged; the current cell is to move by so many columns and rows.
    signal taken(int columns, int rows)

    /// Whether a value of this editor is small enough for a cell.
    function fits(editor: int): bool {
        switch (editor) {
        case FieldEdit.LineEditor:
        case FieldEdit.NumberEditor:
        case FieldEdit.ChoiceEditor:
        case FieldEdit.BooleanEditor:
        case FieldEdit.DateEditor:
        case FieldEdit.TimeEditor:
        case FieldEdit.UuidEditor:
        case FieldEdit.UrlEditor:
            return true;
        }
        return false;
    }

    function openAt(cell: rect) {
        root.x = cell.x - Theme.hairline;
        root.y = cell.y - Theme.hairline;
        root.width = Math.max(cell.width + 2 * Theme.hairline, Theme.numberFieldWidth);
        root.open();
    }

    function stage(columns: int, rows: int) {
        root.problem = root.edit.stage(root.chooses ? (root.edit.choices[choice.currentIndex] ?? "") : line.text);
        if (root.problem !== "")
            return;
        root.close();
        root.taken(columns, rows);
    }

    function keyPressed(event) {
        if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
            event.accepted = true;
            root.stage(event.key === Qt.Key_Tab ? 1 : -1, 0);
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            event.accepted = !root.chooses || !choice.popup.visible;
            if (event.accepted)
                root.stage(0, 1);
        }
    }

    padding: 0
    margins: Theme.space1
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: {
        root.problem = "";
        choice.currentIndex = root.chooses ? root.edit.choiceIndex : -1;
        line.text = root.typed !== "" ? root.typed : root.edit.text;
        if (root.typed === "")
            line.selectAll();
        else
            line.cursorPosition = line.length;
        root.typed = "";
    }
    onOpened: {
        if (root.chooses)
            choice.forceActiveFocus(Qt.PopupFocusReason);
        else
            line.forceActiveFocus(Qt.PopupFocusReason);
    }

    // The fields in it are focused by name when it opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: 0

        DeskTextField {
            id: line

            objectName: "cellLine"
            Layout.fillWidth: true
            visible: !root.chooses
            label: root.edit.label
            errorText: root.problem
            placeholderText: root.edit.text === "" && root.edit.nullable ? qsTr("NULL") : ""
            font.family: root.edit.editor === FieldEdit.LineEditor || root.edit.editor === FieldEdit.UrlEditor ? Theme.textFamily : Theme.numberFamily
            onTextEdited: root.problem = ""
            Keys.onPressed: event => root.keyPressed(event)
        }

        DeskComboBox {
            id: choice

            objectName: "cellChoice"
            Layout.fillWidth: true
            visible: root.chooses
            label: root.edit.label
            errorText: root.problem
            placeholderText: qsTr("NULL")
            model: root.edit.choiceLabels
            Keys.onPressed: event => root.keyPressed(event)
        }

        DeskLabel {
            Layout.fillWidth: true
            Layout.margins: Theme.space2
            visible: root.problem !== ""
            text: root.problem
            color: Theme.badText
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
        }
    }

    background: PanelSurface {
        radius: Theme.radius
    }
}

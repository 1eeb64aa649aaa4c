// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Edits one field of the selected row with the means of its type. NULL, the empty text and DEFAULT are three things.
DeskDialog {
    id: root

    required property RecordInspector inspector
    property string column
    property string columnLabel
    property string hint
    property int editor: FieldListModel.LineEditor
    property bool nullable: true
    property bool changed: false
    property string problem
    /// What has the keys again when the editor closes.
    property Item returnTo: null

    readonly property bool chooses: root.editor === FieldListModel.ChoiceEditor || root.editor === FieldListModel.BooleanEditor
    readonly property bool tall: root.editor === FieldListModel.CodeEditor || root.editor === FieldListModel.TextEditor

    title: root.columnLabel
    iconName: "pencil"
    acceptText: qsTr("Stage")
    implicitWidth: root.tall ? Theme.dialogWidth + Theme.labelWidth : Theme.dialogWidth
    onOpened: {
        root.problem = "";
        const text = root.inspector.editText(root.column);
        if (root.chooses) {
            choice.model = root.editor === FieldListModel.BooleanEditor ? ["true", "false"] : root.inspector.choices(root.column);
            choice.currentIndex = choice.find(text);
            choice.forceActiveFocus(Qt.PopupFocusReason);
        } else if (root.tall) {
            area.text = text;
            area.editor.forceActiveFocus(Qt.PopupFocusReason);
        } else {
            line.text = text;
            line.forceActiveFocus(Qt.PopupFocusReason);
            line.selectAll();
        }
    }

    /// Stages what was typed; stays open when the value breaks a rule.
    function stage() {
        root.problem = root.inspector.setField(root.column, root.chooses ? choice.currentText : root.tall ? area.text : line.text);
        if (root.problem === "")
            root.close();
    }

    onAccepted: root.stage()

    // The fields in it are focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        FormRow {
            Layout.fillWidth: true
            stacked: true
            label: qsTr("New value")
            hint: root.hint
            errorText: root.problem

            DeskTextField {
                id: line

                objectName: "fieldLine"
                Layout.fillWidth: true
                visible: !root.tall && !root.chooses
                label: root.columnLabel
                errorText: root.problem
                onTextEdited: root.problem = ""
                onAccepted: root.stage()
            }

            DeskTextArea {
                id: area

                objectName: "fieldArea"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.listHeight
                visible: root.tall
                label: root.columnLabel
                monospaced: root.editor === FieldListModel.CodeEditor
                errorText: root.problem
                onTextEdited: root.problem = ""
                Keys.onPressed: event => {
                    if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier)) {
                        event.accepted = true;
                        root.stage();
                    }
                }
            }

            DeskComboBox {
                id: choice

                objectName: "fieldChoice"
                Layout.fillWidth: true
                visible: root.chooses
                label: root.columnLabel
                errorText: root.problem
                Keys.onReturnPressed: event => {
                    event.accepted = !choice.popup.visible;
                    if (event.accepted)
                        root.stage();
                }
            }
        }

        RowLayout {
            spacing: Theme.space2

            DeskButton {
                objectName: "nullButton"
                variant: DeskButton.Variant.Quiet
                enabled: root.nullable
                text: qsTr("Set NULL")
                onClicked: {
                    root.problem = root.inspector.setFieldNull(root.column);
                    if (root.problem === "")
                        root.close();
                }
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                text: qsTr("Set DEFAULT")
                onClicked: {
                    root.inspector.setFieldDefault(root.column);
                    root.close();
                }
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                visible: root.changed
                text: qsTr("Take back")
                onClicked: {
                    root.inspector.revertField(root.column);
                    root.close();
                }
            }
        }
    }
}

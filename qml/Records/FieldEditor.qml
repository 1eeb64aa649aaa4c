// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Edits one column of a row, or of many, with the means of its type. NULL, the empty text and DEFAULT are three things.
DeskDialog {
    id: root

    required property FieldEdit edit
    required property RowPickerModel picker
    property string problem
    /// What has the keys again when the editor closes.
    property Item returnTo: null

    readonly property ValueEditor field: loader.item as ValueEditor
    readonly property bool tall: root.field !== null && root.field.tall

    function fileOf(editor: int): string {
        switch (editor) {
        case FieldEdit.TextEditor:
            return "TextValueEditor.qml";
        case FieldEdit.JsonEditor:
            return "JsonValueEditor.qml";
        case FieldEdit.ListEditor:
            return "ListValueEditor.qml";
        case FieldEdit.ChoiceEditor:
        case FieldEdit.BooleanEditor:
            return "ChoiceValueEditor.qml";
        case FieldEdit.DateEditor:
        case FieldEdit.TimeEditor:
            return "DateValueEditor.qml";
        case FieldEdit.PointEditor:
            return "PointValueEditor.qml";
        case FieldEdit.LinkEditor:
            return "LinkValueEditor.qml";
        }
        return "LineValueEditor.qml";
    }

    /// Stages what was typed; stays open when the value breaks a rule.
    function stage() {
        root.finish(root.edit.stage(root.field.value));
    }

    function finish(problem: string) {
        root.problem = problem;
        if (problem === "")
            root.close();
    }

    title: root.edit.rows > 1 ? qsTr("%1 in %n row(s)", "", root.edit.rows).arg(root.edit.label) : root.edit.label
    iconName: "pencil"
    acceptText: qsTr("Stage")
    implicitWidth: root.tall ? Theme.dialogWidth * 1.6 : Theme.dialogWidth
    onAboutToShow: {
        root.problem = "";
        loader.setSource(root.fileOf(root.edit.editor), {
            "edit": root.edit,
            "picker": root.picker
        });
    }
    onOpened: loader.item?.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: loader.source = ""

    /// Return and the button stage, and the dialog stays open when they may not.
    function accept() {
        root.stage();
    }

    Connections {
        target: root.field

        function onValueChanged() {
            rest.restart();
        }

        function onTaken() {
            root.stage();
        }
    }

    // What is wrong is said while it is typed, once the hand rests.
    Timer {
        id: rest

        interval: Theme.typingRest
        onTriggered: if (root.field)
            root.problem = root.edit.check(root.field.value)
    }

    Binding {
        target: root.field
        property: "problem"
        value: root.problem
        when: root.field !== null
    }

    // The fields in it are focused by name when the dialog opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        FormRow {
            Layout.fillWidth: true
            Layout.fillHeight: root.tall
            stacked: true
            label: root.edit.rows > 1 ? qsTr("New value for all") : qsTr("New value")
            hint: root.edit.hint
            errorText: root.problem

            Loader {
                id: loader

                Layout.fillWidth: true
                Layout.fillHeight: root.tall
                focus: true
            }
        }

        RowLayout {
            spacing: Theme.space2

            DeskButton {
                objectName: "nullButton"
                variant: DeskButton.Variant.Quiet
                enabled: root.edit.nullable
                text: qsTr("Set NULL")
                onClicked: root.finish(root.edit.stageNull())
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                enabled: root.edit.defaultable
                text: qsTr("Set DEFAULT")
                onClicked: {
                    root.edit.stageDefault();
                    root.close();
                }
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                visible: root.edit.staged
                text: qsTr("Take back")
                onClicked: {
                    root.edit.takeBack();
                    root.close();
                }
            }
        }
    }
}

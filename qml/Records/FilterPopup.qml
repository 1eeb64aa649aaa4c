// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The condition of one column, asked for in the way its type suggests.
DeskPopup {
    id: root

    required property TableBrowser browser
    property string column
    property string columnLabel
    property string kind
    property string problem
    property var chosen: []

    readonly property bool isRange: root.kind === "number" || root.kind === "money" || root.kind === "date" || root.kind === "time"
    readonly property bool isChoice: root.kind === "enum" || root.kind === "boolean"
    readonly property var choices: root.kind === "boolean" ? ["true", "false"] : root.kind === "enum" ? root.browser.enumLabels(root.column) : []
    readonly property string example: root.kind === "date" ? "2026-11-30" : root.kind === "time" ? "2026-11-30 18:00" : ""

    width: Theme.menuWidth + Theme.space12 * 2

    function openFor(column, label) {
        root.column = column;
        root.columnLabel = label;
        root.kind = root.browser.columnKind(column);
        root.problem = "";
        const present = root.browser.filterOf(column);
        const op = present.length > 0 ? present[0] : "";
        const values = [];
        for (let i = 1; i < present.length; ++i)
            values.push(present[i]);
        root.chosen = root.isChoice ? values : [];
        fromField.text = root.isRange && present.length > 1 ? present[1] : "";
        toField.text = root.isRange && present.length > 2 ? present[2] : op === "atMost" ? present[1] : "";
        textField.text = !root.isRange && !root.isChoice && present.length > 1 ? present[1] : "";
        operatorBox.currentIndex = Math.max(0, operatorBox.operators.indexOf(op));
        root.open();
    }

    onOpened: {
        const first = root.isChoice ? choiceView : root.isRange ? fromField : textField;
        first.forceActiveFocus(Qt.PopupFocusReason);
    }

    function apply() {
        let problem = "";
        if (root.isChoice)
            problem = root.browser.setFilter(root.column, "anyOf", root.chosen);
        else if (root.isRange)
            problem = root.browser.setFilter(root.column, "between", [fromField.text, toField.text]);
        else
            problem = root.browser.setFilter(root.column, operatorBox.operators[operatorBox.currentIndex], operatorBox.needsValue ? [textField.text] : []);
        root.problem = problem;
        if (problem === "")
            root.close();
    }

    function applyEmpty(op) {
        root.browser.setFilter(root.column, op, []);
        root.close();
    }

    // The fields in it are filled by name when the panel opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        DeskLabel {
            Layout.fillWidth: true
            text: root.columnLabel
            font.weight: Theme.strongWeight
        }

        ListView {
            id: choiceView

            objectName: "filterChoices"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, Theme.listHeight)
            visible: root.isChoice
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.choices
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: root.columnLabel
            Keys.onSpacePressed: (choiceView.currentItem as DeskCheckBox)?.clicked()
            Keys.onReturnPressed: root.apply()

            delegate: DeskCheckBox {
                required property string modelData

                width: choiceView.width
                height: Theme.rowHeight
                text: root.kind === "boolean" ? (modelData === "true" ? qsTr("Yes") : qsTr("No")) : root.browser.humanLabel(modelData)
                checked: root.chosen.includes(modelData)
                onClicked: root.chosen = root.chosen.includes(modelData) ? root.chosen.filter(value => value !== modelData) : root.chosen.concat([modelData])
            }
        }

        RowLayout {
            visible: root.isRange
            spacing: Theme.space2

            DeskTextField {
                id: fromField

                objectName: "filterFrom"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("From")
                placeholderText: root.example === "" ? qsTr("from") : root.example
                invalid: root.problem !== ""
                onAccepted: root.apply()
            }

            DeskTextField {
                id: toField

                objectName: "filterTo"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                label: qsTr("To")
                placeholderText: root.example === "" ? qsTr("to") : root.example
                invalid: root.problem !== ""
                onAccepted: root.apply()
            }
        }

        Flow {
            Layout.fillWidth: true
            visible: root.kind === "date" || root.kind === "time"
            spacing: Theme.space1

            Repeater {
                model: root.kind === "date" || root.kind === "time" ? root.browser.dateRanges() : []

                DeskButton {
                    required property var modelData

                    text: modelData[0]
                    variant: DeskButton.Variant.Quiet
                    onClicked: {
                        fromField.text = modelData[1];
                        toField.text = modelData[2];
                        root.apply();
                    }
                }
            }
        }

        DeskComboBox {
            id: operatorBox

            readonly property var operators: root.kind === "key" ? ["equals", "notEquals"] : root.kind === "json" ? ["contains"] : ["contains", "startsWith", "equals", "notEquals"]
            readonly property bool needsValue: true
            readonly property var words: ({
                    contains: qsTr("contains"),
                    startsWith: qsTr("starts with"),
                    equals: qsTr("is exactly"),
                    notEquals: qsTr("is not")
                })

            Layout.fillWidth: true
            visible: !root.isRange && !root.isChoice
            label: qsTr("Kind of condition")
            model: operators.map(name => words[name])
        }

        DeskTextField {
            id: textField

            objectName: "filterText"
            Layout.fillWidth: true
            visible: !root.isRange && !root.isChoice
            label: qsTr("Value")
            placeholderText: root.kind === "key" ? qsTr("number of the row") : qsTr("text")
            invalid: root.problem !== ""
            onAccepted: root.apply()
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: root.problem !== ""
            text: root.problem
            color: Theme.badText
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
        }

        RowLayout {
            spacing: Theme.space2

            DeskButton {
                variant: DeskButton.Variant.Quiet
                text: qsTr("Empty")
                toolTipText: qsTr("Only rows without a value")
                onClicked: root.applyEmpty("isEmpty")
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                text: qsTr("Not empty")
                toolTipText: qsTr("Only rows with a value")
                onClicked: root.applyEmpty("isNotNull")
            }

            Item {
                Layout.fillWidth: true
            }

            DeskButton {
                objectName: "applyFilterButton"
                variant: DeskButton.Variant.Primary
                text: qsTr("Apply")
                onClicked: root.apply()
            }
        }
    }
}

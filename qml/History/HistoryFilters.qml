// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Which entries are listed. Breaks into lines where the window is narrow.
Flow {
    id: root

    required property HistoryBrowser history

    /// Two lines of fields are all that a small window can spare.
    readonly property int fieldWidth: root.width < 2 * Theme.readingWidth ? Theme.labelWidth : Theme.fieldWidth - Theme.space6

    spacing: Theme.space2

    function focusReason() {
        reasonField.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    DeskComboBox {
        objectName: "historyTable"
        width: root.fieldWidth
        label: qsTr("Table")
        model: root.history.tableLabels
        currentIndex: root.history.tableIndex
        onActivated: index => root.history.tableIndex = index
    }

    DeskComboBox {
        objectName: "historyPerson"
        width: root.fieldWidth
        label: qsTr("Person")
        model: root.history.peopleNames
        currentIndex: root.history.personIndex
        onActivated: index => root.history.personIndex = index
    }

    DeskComboBox {
        objectName: "historyAction"
        width: Math.min(root.fieldWidth, Theme.labelWidth)
        label: qsTr("Action")
        model: root.history.actionNames
        currentIndex: root.history.actionIndex
        onActivated: index => root.history.actionIndex = index
    }

    DeskComboBox {
        objectName: "historyPeriod"
        width: Math.min(root.fieldWidth, Theme.labelWidth)
        label: qsTr("Time")
        model: root.history.periodNames
        currentIndex: root.history.periodIndex
        onActivated: index => root.history.periodIndex = index
    }

    DeskTextField {
        objectName: "historyFrom"
        visible: root.history.between
        width: Theme.numberFieldWidth
        label: qsTr("First day")
        placeholderText: qsTr("from 2026-11-01")
        errorText: root.history.dateProblem
        text: root.history.fromText
        onEditingFinished: root.history.fromText = text
    }

    DeskTextField {
        objectName: "historyTo"
        visible: root.history.between
        width: Theme.numberFieldWidth
        label: qsTr("Last day")
        placeholderText: qsTr("to 2026-11-30")
        errorText: root.history.dateProblem
        text: root.history.toText
        onEditingFinished: root.history.toText = text
    }

    DeskSearchField {
        id: reasonField

        objectName: "historyReason"
        width: root.fieldWidth
        label: qsTr("Word of the reason")
        placeholderText: qsTr("Word of the reason")
        onSearched: text => root.history.reason = text
    }

    DeskButton {
        objectName: "historyClear"
        visible: root.history.filtered
        variant: DeskButton.Variant.Quiet
        iconName: "funnel-x"
        text: root.history.rowText === "" ? qsTr("Clear") : qsTr("Only %1").arg(root.history.rowText)
        toolTipText: qsTr("Show all entries")
        onClicked: {
            reasonField.text = "";
            root.history.clearFilters();
        }
    }
}

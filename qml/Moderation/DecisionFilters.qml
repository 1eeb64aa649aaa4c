// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// By whom, what, in which state, for what and when: which decisions are listed.
DeskPopup {
    id: root

    required property DecisionFilterChoices choices

    contentItem: ColumnLayout {
        spacing: Theme.space2

        DeskComboBox {
            objectName: "filterDecider"
            label: qsTr("Decided by")
            focus: true
            model: root.choices.deciders
            currentIndex: root.choices.decider
            onActivated: index => root.choices.decider = index
        }

        DeskComboBox {
            objectName: "filterAction"
            label: qsTr("Decision")
            model: root.choices.actions
            currentIndex: root.choices.action
            onActivated: index => root.choices.action = index
        }

        DeskComboBox {
            objectName: "filterState"
            label: qsTr("State")
            model: root.choices.states
            currentIndex: root.choices.state
            onActivated: index => root.choices.state = index
        }

        DeskComboBox {
            objectName: "filterCause"
            label: qsTr("For")
            model: root.choices.causes
            currentIndex: root.choices.cause
            onActivated: index => root.choices.cause = index
        }

        DeskComboBox {
            objectName: "filterPeriod"
            label: qsTr("When")
            model: root.choices.periods
            currentIndex: root.choices.period
            onActivated: index => root.choices.period = index
        }
    }
}

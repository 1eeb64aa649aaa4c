// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// What came in and what was settled on each day. A day is chosen with the mouse or with Left and Right; its two
/// numbers stand below and open their rows.
ColumnLayout {
    id: root

    required property DayFlowModel flow
    readonly property bool chosen: chart.currentIndex >= 0

    spacing: Theme.space2

    SectionHeader {
        Layout.fillWidth: true
        text: root.flow.title
        detail: root.flow.summary
    }

    Item {
        id: frame

        Layout.fillWidth: true
        implicitHeight: Theme.space12 * 3
        activeFocusOnTab: root.flow.count > 0
        Accessible.role: Accessible.Chart
        Accessible.name: root.flow.title
        Accessible.description: root.flow.summary
        Keys.onLeftPressed: chart.currentIndex = Math.max(0, chart.currentIndex < 0 ? chart.count - 1 : chart.currentIndex - 1)
        Keys.onRightPressed: chart.currentIndex = Math.min(chart.count - 1, chart.currentIndex + 1)
        Keys.onReturnPressed: root.flow.openSettled(chart.currentIndex)
        Keys.onEnterPressed: root.flow.openSettled(chart.currentIndex)

        FocusRing {
            active: frame.activeFocus
            radius: Theme.radiusSmall
        }

        NumberLabel {
            id: ceiling

            anchors.right: chart.left
            anchors.rightMargin: Theme.space1
            y: chart.y - height / 2
            text: Number(chart.ceiling).toLocaleString(Qt.locale(), "f", 0)
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }

        NumberLabel {
            anchors.right: chart.left
            anchors.rightMargin: Theme.space1
            y: chart.y + chart.height - height / 2
            text: "0"
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }

        Separator {
            anchors.left: chart.left
            anchors.right: chart.right
            y: chart.y
        }

        Separator {
            anchors.left: chart.left
            anchors.right: chart.right
            y: chart.y + chart.height
        }

        ColumnChart {
            id: chart

            anchors.fill: parent
            anchors.leftMargin: Theme.space8
            anchors.topMargin: Theme.space2
            anchors.bottomMargin: Theme.space2
            series: root.flow.series
            colors: [Theme.borderControl, Theme.accent]
            currentColor: Theme.selectionInactive

            TapHandler {
                onTapped: eventPoint => {
                    frame.forceActiveFocus(Qt.MouseFocusReason);
                    chart.currentIndex = chart.indexAt(eventPoint.position.x);
                }
            }

            HoverHandler {
                id: hover

                enabled: !Theme.still
            }

            HoverTip {
                readonly property int day: hover.hovered ? chart.indexAt(hover.point.position.x) : -1

                text: day < 0 ? "" : qsTr("%1: %2, %3").arg(root.flow.dayText(day)).arg(root.flow.arrivedText(day)).arg(root.flow.settledText(day))
                wanted: day >= 0
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.controlHeight
        spacing: Theme.space2

        Rectangle {
            Layout.preferredWidth: Theme.space2
            Layout.preferredHeight: Theme.space2
            radius: Theme.hairline
            color: Theme.borderControl
        }

        DeskLabel {
            visible: !root.chosen
            text: qsTr("came in")
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }

        DeskButton {
            objectName: "arrivedButton"
            visible: root.chosen
            variant: DeskButton.Variant.Quiet
            text: root.flow.arrivedText(chart.currentIndex)
            toolTipText: qsTr("Shows these rows")
            onClicked: root.flow.openArrived(chart.currentIndex)
        }

        Rectangle {
            Layout.preferredWidth: Theme.space2
            Layout.preferredHeight: Theme.space2
            radius: Theme.hairline
            color: Theme.accent
        }

        DeskLabel {
            visible: !root.chosen
            text: qsTr("settled")
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }

        DeskButton {
            objectName: "settledButton"
            visible: root.chosen
            variant: DeskButton.Variant.Quiet
            text: root.flow.settledText(chart.currentIndex)
            toolTipText: qsTr("Shows the decisions")
            onClicked: root.flow.openSettled(chart.currentIndex)
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.chosen ? root.flow.dayText(chart.currentIndex) : qsTr("Choose a day to see its rows.")
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
            horizontalAlignment: Text.AlignRight
        }
    }
}

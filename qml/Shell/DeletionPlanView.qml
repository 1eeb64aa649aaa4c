// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// What the staged deletions take along, as a tree with counts and a few of the rows.
FocusScope {
    id: root

    required property DeletionPlanModel plan
    property bool cleaning: false

    signal cleaningWanted

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space2

        RowLayout {
            Layout.fillWidth: true
            visible: root.plan.running
            spacing: Theme.space2

            Spinner {}

            DeskLabel {
                Layout.fillWidth: true
                text: qsTr("Following the references…")
                color: Theme.textMuted
            }

            DeskButton {
                text: qsTr("Stop")
                onClicked: root.plan.cancel()
            }
        }

        InlineNotice {
            objectName: "blockNotice"
            Layout.fillWidth: true
            visible: root.plan.blockText !== ""
            tone: Tone.Bad
            title: qsTr("The database would refuse a deletion.")
            text: root.plan.blockText
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: root.plan.errorText !== ""
            tone: Tone.Bad
            text: root.plan.errorText
        }

        InlineNotice {
            Layout.fillWidth: true
            visible: !root.plan.running && !root.plan.complete && root.plan.count > 0 && root.plan.errorText === ""
            tone: Tone.Warning
            text: qsTr("The plan was stopped: there may be more than is shown.")
        }

        InlineNotice {
            objectName: "cleanNotice"
            Layout.fillWidth: true
            visible: root.plan.danglingRows > 0
            tone: Tone.Warning
            text: qsTr("%n row(s) would keep a key that leads nowhere.", "", root.plan.danglingRows)
            actionText: root.cleaning ? "" : qsTr("Clean them in the same change")
            onTriggered: root.cleaningWanted()
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: money.count > 0
            spacing: Theme.space1

            DeskLabel {
                Layout.fillWidth: true
                text: qsTr("Money in rows that go")
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            ListView {
                id: money

                objectName: "moneyTable"
                Layout.fillWidth: true
                Layout.preferredHeight: money.contentHeight
                // The tree below it needs room too.
                Layout.maximumHeight: Math.max(Theme.rowCompact, root.height / 3 - Theme.rowCompact / 2)
                clip: true
                activeFocusOnTab: money.contentHeight > money.height
                boundsBehavior: Flickable.StopAtBounds
                model: root.plan.money
                T.ScrollBar.vertical: DeskScrollBar {}
                Accessible.role: Accessible.Table
                Accessible.name: qsTr("Money in rows that go")

                delegate: Item {
                    id: sum

                    required property var modelData
                    required property int index

                    width: money.width - Theme.space3
                    height: Theme.rowCompact - Theme.space1
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1, %2: %3").arg(sum.modelData.table).arg(sum.modelData.column).arg(sum.modelData.amount)

                    Separator {
                        anchors.left: parent.left
                        anchors.right: parent.right
                    }

                    RowLayout {
                        anchors.fill: parent
                        spacing: Theme.space3

                        DeskLabel {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            text: sum.modelData.table
                        }

                        DeskLabel {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            text: sum.modelData.column
                            color: Theme.textMuted
                        }

                        NumberLabel {
                            Layout.fillWidth: true
                            Layout.preferredWidth: 1
                            text: sum.modelData.amount
                            font.weight: Theme.mediumWeight
                        }
                    }
                }
            }
        }

        ListView {
            id: steps

            objectName: "planTree"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.rowHeight
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.plan
            T.ScrollBar.vertical: DeskScrollBar {}
            Accessible.role: Accessible.Tree
            Accessible.name: qsTr("What the deletions take along")

            delegate: Item {
                id: step

                required property int index
                required property int stepDepth
                required property string stepText
                required property string stepCount
                required property int stepEffect
                required property string stepSamples

                readonly property string effectText: [qsTr("deleted"), qsTr("set to NULL"), qsTr("refuses"), qsTr("leads nowhere")][step.stepEffect]
                readonly property int tone: [Tone.Bad, Tone.Warning, Tone.Bad, Tone.Warning][step.stepEffect]

                width: steps.width - Theme.space3
                height: line.implicitHeight + Theme.space1
                Accessible.role: Accessible.TreeItem
                Accessible.name: step.stepText + ", " + step.stepCount + ", " + step.effectText

                RowLayout {
                    id: line

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: step.stepDepth * Theme.space5
                    spacing: Theme.space2

                    Icon {
                        visible: step.stepDepth > 0
                        name: "corner-down-left"
                        size: Theme.iconTiny
                        color: Theme.textFaint
                        transform: Scale {
                            xScale: -1
                            origin.x: Theme.iconTiny / 2
                        }
                    }

                    DeskLabel {
                        text: step.stepCount
                        font.family: Theme.numberFamily
                        font.weight: Theme.strongWeight
                    }

                    DeskLabel {
                        Layout.maximumWidth: steps.width / 2
                        text: step.stepText
                        font.weight: step.stepDepth === 0 ? Theme.strongWeight : Theme.regularWeight
                    }

                    Chip {
                        text: step.effectText
                        tone: step.tone
                    }

                    DeskLabel {
                        Layout.fillWidth: true
                        text: step.stepSamples
                        color: Theme.textFaint
                        font.pixelSize: Theme.captionSize
                    }
                }
            }

            DeskLabel {
                anchors.centerIn: parent
                visible: steps.count === 0 && !root.plan.running
                text: qsTr("No deletion is staged.")
                color: Theme.textMuted
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: root.plan.notes !== ""
            text: root.plan.notes
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// How moderation goes. Every number that is a link opens the rows behind it.
FocusScope {
    id: root

    required property InsightBoard insight
    readonly property bool wide: root.width > 2 * Theme.readingWidth
    readonly property list<int> periods: [7, 30, 90]

    signal backWanted

    function takeFocus() {
        period.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    Keys.onEscapePressed: root.backWanted()

    FileDialog {
        id: exportDialog

        title: qsTr("Export the decisions of these days as CSV. People are told by their ids; texts that a spreadsheet would take for a formula get an apostrophe before them.")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("CSV (*.csv)")]
        defaultSuffix: "csv"
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        onAccepted: root.insight.exportTo(exportDialog.selectedFile)
    }

    Shortcut {
        sequence: "Ctrl+E"
        enabled: root.visible && !root.insight.exporting
        onActivated: exportDialog.open()
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space3

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            DeskIconButton {
                objectName: "insightBack"
                iconName: "arrow-left"
                label: qsTr("Back to the queue")
                shortcutText: "Esc"
                onClicked: root.backWanted()
            }

            DeskLabel {
                Layout.fillWidth: true
                text: qsTr("Insight")
                font.pixelSize: Theme.headingSize
                font.weight: Theme.strongWeight
                Accessible.role: Accessible.Heading
            }

            DeskSegmentedControl {
                id: period

                objectName: "insightPeriod"
                label: qsTr("Days")
                texts: [qsTr("7 days"), qsTr("30 days"), qsTr("90 days")]
                currentIndex: root.insight.days === 7 ? 0 : root.insight.days === 30 ? 1 : root.insight.days === 90 ? 2 : -1
                onActivated: index => root.insight.days = root.periods[index]
            }

            BackgroundWork {
                running: root.insight.exporting
                text: root.insight.exportText
                onCancelled: root.insight.cancelExport()
            }

            DeskButton {
                objectName: "insightExport"
                visible: !root.insight.exporting
                iconName: "download"
                text: qsTr("Export…")
                toolTipText: qsTr("The decisions of these days as CSV")
                shortcutText: "Ctrl+E"
                onClicked: exportDialog.open()
            }
        }

        ErrorState {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.insight.errorText !== ""
            title: qsTr("The numbers could not be read")
            kept: qsTr("Nothing was changed.")
            advice: root.insight.errorText
            onRetried: root.insight.reload()
        }

        Flickable {
            id: page

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.insight.errorText === ""
            contentWidth: width
            contentHeight: content.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: DeskScrollBar {}

            LoadingBar {
                anchors.left: parent.left
                anchors.right: parent.right
                running: root.insight.loading
            }

            ColumnLayout {
                id: content

                width: page.width - Theme.space3
                spacing: Theme.space4

                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.space3

                    Repeater {
                        model: root.insight.headline

                        HeadlineFigure {
                            required property int index

                            width: Math.min(implicitWidth, (content.width - 3 * Theme.space3) / 4)
                            onOpened: root.insight.headline.open(index, 0)
                        }
                    }
                }

                GridLayout {
                    Layout.fillWidth: true
                    columns: root.wide ? 2 : 1
                    columnSpacing: Theme.space6
                    rowSpacing: Theme.space4

                    FlowChart {
                        objectName: "reportFlow"
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        flow: root.insight.reports
                    }

                    FlowChart {
                        objectName: "listingFlow"
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        flow: root.insight.listings
                    }
                }

                InsightSection {
                    Layout.fillWidth: true
                    objectName: "backlogTable"
                    title: qsTr("Waiting, by age")
                    figures: root.insight.backlog
                }

                InsightSection {
                    Layout.fillWidth: true
                    objectName: "forecastTable"
                    title: qsTr("Overdue")
                    detail: qsTr("%1 at present").arg(root.insight.paceText)
                    figures: root.insight.forecast
                }

                InsightSection {
                    Layout.fillWidth: true
                    objectName: "moderatorTable"
                    title: qsTr("By moderator")
                    detail: qsTr("What the item was there for stands at the right.")
                    figures: root.insight.moderators
                    dense: true
                    emptyText: qsTr("Nothing was decided in these days.")
                }

                InsightSection {
                    Layout.fillWidth: true
                    objectName: "causeTable"
                    title: qsTr("By reason")
                    figures: root.insight.causes
                }

                InsightSection {
                    Layout.fillWidth: true
                    objectName: "actionTable"
                    title: qsTr("By decision")
                    figures: root.insight.actions
                }
            }
        }
    }
}

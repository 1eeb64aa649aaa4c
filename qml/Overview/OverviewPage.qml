// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The first page: what the database holds, and what changed lately. Later screens add their own numbers.
FocusScope {
    id: root

    required property Desk desk

    readonly property var keys: [[qsTr("Next panel"), "Tab"], [qsTr("Open"), "Return"]]

    /// Room for both parts side by side; otherwise one stands below the other.
    readonly property bool wide: root.width > 2 * Theme.readingWidth

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.wide ? Theme.space6 : Theme.space4
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.space6
        rowSpacing: Theme.space4

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumWidth: root.wide ? Theme.readingWidth : 0
            Layout.preferredHeight: 2
            spacing: Theme.space3

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space3

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    DeskLabel {
                        Layout.fillWidth: true
                        text: root.desk.totalRows === "" ? qsTr("Counting…") : root.desk.totalRows
                        font.pixelSize: Theme.displaySize
                        font.weight: Theme.strongWeight
                        Accessible.role: Accessible.Heading
                    }

                    DeskLabel {
                        Layout.fillWidth: true
                        text: qsTr("in %n table(s) of %1", "", root.desk.tableCount).arg(root.desk.connectionText)
                        color: Theme.textMuted
                    }
                }
            }

            InlineNotice {
                Layout.fillWidth: true
                visible: root.desk.missingTableCount > 0
                tone: Tone.Info
                text: qsTr("This database lacks %n table(s) of the platform; they are dimmed in the list.", "", root.desk.missingTableCount)
            }

            InlineNotice {
                Layout.fillWidth: true
                visible: root.desk.overviewError !== ""
                tone: Tone.Warning
                title: qsTr("Not everything could be counted.")
                text: root.desk.overviewError
                actionText: qsTr("Try again")
                onTriggered: root.desk.reload()
            }

            Flickable {
                id: moduleView

                objectName: "moduleView"
                Layout.fillWidth: true
                Layout.fillHeight: true
                contentHeight: moduleGrid.implicitHeight
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: DeskScrollBar {}

                Grid {
                    id: moduleGrid

                    width: moduleView.width - Theme.space3
                    columns: Math.max(1, Math.floor(width / Theme.railWidth))
                    spacing: Theme.space3

                    Repeater {
                        model: root.desk.modules

                        ModuleCard {
                            width: Math.floor((moduleGrid.width - (moduleGrid.columns - 1) * moduleGrid.spacing) / moduleGrid.columns)
                            onOpened: table => root.desk.showTable(table)
                        }
                    }
                }
            }
        }

        ColumnLayout {
            readonly property int column: root.width > 1400 ? Theme.readingWidth + Theme.space12 * 2 : Theme.readingWidth

            Layout.fillWidth: !root.wide
            Layout.preferredWidth: root.wide ? column : -1
            Layout.maximumWidth: root.wide ? column : root.width
            Layout.fillHeight: true
            Layout.preferredHeight: 1
            spacing: Theme.space2

            SectionHeader {
                Layout.fillWidth: true
                text: qsTr("Latest changes")
            }

            ListView {
                id: changesView

                objectName: "changesView"
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                focus: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.desk.latestChanges
                T.ScrollBar.vertical: DeskScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Latest changes")
                Keys.onReturnPressed: changesView.openCurrent()
                Keys.onEnterPressed: changesView.openCurrent()

                function openCurrent() {
                    const entry = changesView.currentItem as ChangeDelegate;
                    if (entry)
                        root.desk.showRecord(entry.changeTable, entry.changeKey);
                }

                delegate: ChangeDelegate {
                    width: changesView.width - Theme.space3
                    highlighted: changesView.activeFocus && changesView.currentIndex === index
                    onClicked: root.desk.showRecord(changeTable, changeKey)
                }

                EmptyState {
                    anchors.centerIn: parent
                    width: parent.width
                    visible: changesView.count === 0 && !root.desk.overviewLoading
                    iconName: "history"
                    title: qsTr("Nothing has changed yet")
                    text: qsTr("Rows appear here as soon as they are made or changed.")
                }
            }
        }
    }
}

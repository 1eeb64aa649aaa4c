// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The free-text box, the conditions as chips, and the ways to look at the table.
Rectangle {
    id: root

    required property TableBrowser browser
    property bool inspectorShown: true
    property bool writable: false
    /// In a small window the search gives way, and buttons go without words.
    readonly property bool narrow: root.width < Theme.readingWidth * 1.5

    signal columnsWanted(Item from)
    signal viewsWanted(Item from)
    signal filterWanted(Item from)
    signal filterEdited(string column, string label, Item from)
    signal inspectorToggled
    signal rowWanted
    signal exportWanted
    signal importWanted

    implicitHeight: Math.max(Theme.titleBarHeight, flow.implicitHeight + 2 * Theme.space2)
    color: Theme.surface

    function focusSearch() {
        searchField.forceActiveFocus(Qt.ShortcutFocusReason);
        searchField.selectAll();
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space3
        spacing: Theme.space2

        DeskSearchField {
            id: searchField

            objectName: "recordSearch"
            Layout.preferredWidth: root.narrow ? Theme.numberFieldWidth + Theme.space5 : Theme.fieldWidth + Theme.space8
            label: qsTr("Search in this table")
            placeholderText: root.narrow ? qsTr("Search") : qsTr("Search in this table")
            shortcutText: root.narrow ? "" : "Ctrl+F"
            onSearched: text => root.browser.text = text

            Connections {
                target: root.browser

                function onLookChanged() {
                    if (searchField.text !== root.browser.text && !searchField.activeFocus)
                        searchField.text = root.browser.text;
                }
            }
        }

        Flow {
            id: flow

            Layout.fillWidth: true
            spacing: Theme.space1

            Repeater {
                model: root.browser.filters

                FilterChip {
                    required property int index
                    required property string filterColumn
                    required property string filterLabel
                    required property string filterText

                    label: filterLabel
                    condition: filterText
                    onEdited: root.filterEdited(filterColumn, filterLabel, this)
                    onRemoved: root.browser.removeFilter(index)
                }
            }

            DeskButton {
                id: addFilterButton

                objectName: "addFilterButton"
                variant: DeskButton.Variant.Quiet
                text: qsTr("Filter")
                iconName: "list-filter"
                shortcutText: "Ctrl+Shift+F"
                toolTipText: qsTr("Add a condition")
                onClicked: root.filterWanted(addFilterButton)
            }

            DeskButton {
                objectName: "clearFiltersButton"
                visible: root.browser.filters.count > 0 || root.browser.text !== ""
                variant: DeskButton.Variant.Quiet
                text: qsTr("Clear")
                iconName: "funnel-x"
                onClicked: {
                    searchField.clear();
                    root.browser.clearFilters();
                }
            }
        }

        DeskButton {
            id: viewsButton

            objectName: "viewsButton"
            variant: DeskButton.Variant.Quiet
            text: root.narrow ? "" : root.browser.viewName === "" ? qsTr("Views") : root.browser.viewName
            toolTipText: root.narrow ? qsTr("Views") : ""
            Accessible.name: root.browser.viewName === "" ? qsTr("Views") : root.browser.viewName
            iconName: "bookmark"
            onClicked: root.viewsWanted(viewsButton)
        }

        DeskIconButton {
            objectName: "addRowButton"
            visible: root.writable
            label: qsTr("New row")
            iconName: "plus"
            shortcutText: "Ctrl+N"
            onClicked: root.rowWanted()
        }

        DeskIconButton {
            objectName: "importRowsButton"
            visible: root.writable
            label: qsTr("Import…")
            iconName: "upload"
            shortcutText: "Ctrl+Shift+E"
            onClicked: root.importWanted()
        }

        DeskIconButton {
            objectName: "exportRowsButton"
            label: qsTr("Export…")
            iconName: "download"
            shortcutText: "Ctrl+E"
            onClicked: root.exportWanted()
        }

        DeskIconButton {
            id: columnsButton

            objectName: "columnsButton"
            label: qsTr("Choose columns")
            iconName: "columns-3"
            shortcutText: "Ctrl+Shift+C"
            onClicked: root.columnsWanted(columnsButton)
        }

        DeskIconButton {
            objectName: "inspectorButton"
            label: root.inspectorShown ? qsTr("Hide the details") : qsTr("Show the details")
            iconName: "panel-right"
            shortcutText: "Ctrl+I"
            checked: root.inspectorShown
            onClicked: root.inspectorToggled()
        }
    }

    Separator {
        anchors.bottom: parent.bottom
        width: parent.width
    }

    component FilterChip: Rectangle {
        id: chip

        required property string label
        required property string condition

        signal edited
        signal removed

        implicitHeight: Theme.controlHeight
        implicitWidth: chipLine.implicitWidth + Theme.space2
        radius: Theme.radius
        color: Theme.accentSoft

        RowLayout {
            id: chipLine

            anchors.fill: parent
            spacing: 0

            DeskButton {
                variant: DeskButton.Variant.Quiet
                text: chip.label + " " + chip.condition
                toolTipText: qsTr("Change this condition")
                Layout.maximumWidth: Theme.readingWidth
                onClicked: chip.edited()
            }

            DeskIconButton {
                small: true
                label: qsTr("Remove the condition on %1").arg(chip.label)
                iconName: "x"
                onClicked: chip.removed()
            }
        }
    }
}

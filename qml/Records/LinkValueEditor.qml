// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// A row of another table, found by what it is called or by its key, with a card of the one that is looked at.
ValueEditor {
    id: root

    tall: true
    implicitHeight: Theme.listHeight
    Component.onCompleted: {
        root.picker.start(root.edit.linkTable, root.edit.text);
        root.value = root.edit.text;
    }

    /// The row that the list stands on becomes the value.
    function choose() {
        if (list.currentIndex >= 0)
            root.value = root.picker.keyAt(list.currentIndex);
    }

    /// The list stands on the present value; among rows that were searched for, the first is the best one.
    function showChosen() {
        list.currentIndex = root.picker.text === "" ? root.picker.rowOf(root.value) : -1;
        if (list.currentIndex >= 0)
            list.positionViewAtIndex(list.currentIndex, ListView.Center);
        else
            list.positionViewAtBeginning();
    }

    /// Takes what was found, as soon as it is.
    property bool takeFirst: false

    function takeFound() {
        root.takeFirst = false;
        if (list.currentIndex < 0 && list.count > 0 && field.text !== "")
            list.currentIndex = 0;
        root.choose();
        root.taken();
    }

    Connections {
        target: root.picker

        function onRowsChanged() {
            if (root.picker.searching)
                return;
            root.showChosen();
            if (root.takeFirst)
                root.takeFound();
        }
    }

    component PickEntry: T.ItemDelegate {
        id: entry

        required property int index
        required property string pickKey
        required property string pickLabel

        implicitHeight: Theme.rowComfortable
        leftPadding: Theme.space2
        rightPadding: Theme.space4
        Accessible.role: Accessible.ListItem
        Accessible.name: entry.pickLabel

        contentItem: RowLayout {
            spacing: Theme.space2

            DeskLabel {
                Layout.fillWidth: true
                text: entry.pickLabel
            }

            DeskLabel {
                text: "#" + (entry.pickKey.length > 10 ? entry.pickKey.substring(0, 8) + "…" : entry.pickKey)
                color: Theme.textFaint
                font.pixelSize: Theme.captionSize
            }
        }

        background: Rectangle {
            radius: Theme.radius
            color: entry.highlighted ? Theme.selection : entry.hovered ? Theme.hover : "transparent"
        }
    }

    RowLayout {
        anchors.fill: parent
        spacing: Theme.space4

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            spacing: Theme.space2

            DeskTextField {
                id: field

                objectName: "fieldLine"
                Layout.fillWidth: true
                focus: true
                iconName: "search"
                label: qsTr("Search in %1").arg(root.picker.tableLabel)
                placeholderText: qsTr("Name or key")
                errorText: root.problem
                onTextEdited: rest.restart()
                onAccepted: {
                    if (rest.running || root.picker.searching) {
                        root.takeFirst = true;
                        if (rest.running) {
                            rest.stop();
                            root.picker.text = field.text;
                        }
                        return;
                    }
                    root.takeFound();
                }
                Keys.onDownPressed: {
                    list.incrementCurrentIndex();
                    root.choose();
                }
                Keys.onUpPressed: {
                    list.decrementCurrentIndex();
                    root.choose();
                }

                Timer {
                    id: rest

                    interval: Theme.typingRest
                    onTriggered: root.picker.text = field.text
                }
            }

            LoadingBar {
                Layout.fillWidth: true
                running: root.picker.searching
            }

            ListView {
                id: list

                objectName: "pickList"
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.picker
                currentIndex: -1
                highlightMoveDuration: 0
                // Rows may be here before the list has got its place.
                onHeightChanged: if (list.currentIndex >= 0)
                    list.positionViewAtIndex(list.currentIndex, ListView.Contain)
                T.ScrollBar.vertical: DeskScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: root.picker.tableLabel

                delegate: PickEntry {
                    width: list.width
                    highlighted: root.value === pickKey
                    onClicked: {
                        list.currentIndex = index;
                        root.choose();
                    }
                    onDoubleClicked: root.taken()
                }

                DeskLabel {
                    anchors.centerIn: parent
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    visible: list.count === 0 && !root.picker.searching
                    text: root.picker.errorText !== "" ? root.picker.errorText : qsTr("No row of %1 is called so.").arg(root.picker.tableLabel)
                    color: Theme.textMuted
                }
            }
        }

        Rectangle {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.fieldWidth + Theme.space8
            radius: Theme.radius
            color: Theme.headerBackground
            border.width: Theme.hairline
            border.color: Theme.border

            Column {
                id: card

                anchors.fill: parent
                anchors.margins: Theme.space3
                spacing: Theme.space2

                DeskLabel {
                    width: card.width
                    text: root.picker.cardTitle === "" ? qsTr("No row is chosen") : root.picker.cardTitle
                    color: root.picker.cardTitle === "" ? Theme.textMuted : Theme.text
                    font.weight: Theme.strongWeight
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                Repeater {
                    model: root.picker.card

                    Column {
                        id: fact

                        required property var modelData

                        width: card.width

                        DeskLabel {
                            width: parent.width
                            text: fact.modelData.label
                            color: Theme.textFaint
                            font.pixelSize: Theme.captionSize
                        }

                        DeskLabel {
                            width: parent.width
                            text: fact.modelData.text
                        }
                    }
                }
            }
        }
    }

    onValueChanged: if (root.value !== "")
        root.picker.showCard(root.value)
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Theme

/// One month to choose a day from. Days are texts such as `2026-11-25`; the keys are those of spreadsheets: arrows for
/// days and weeks, Page Up and Page Down for months, Home for today.
FocusScope {
    id: root

    /// The chosen day, or empty.
    property string day
    /// The day that is marked as today.
    property string today: root.iso(new Date())

    signal picked(string day)

    /// The day that the keys stand on.
    property date cursor: root.dateOf(root.day !== "" ? root.day : root.today)
    readonly property int firstWeekday: Qt.locale().firstDayOfWeek
    readonly property int cell: Theme.controlHeight

    function iso(date: date): string {
        return Qt.formatDate(date, "yyyy-MM-dd");
    }

    // Noon, so that no change of the clock in the night makes it another day.
    function dateOf(text: string): date {
        const parts = text.split("-");
        const date = new Date(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2]), 12);
        return isNaN(date.getTime()) ? new Date() : date;
    }

    function moved(days: int): date {
        return new Date(root.cursor.getFullYear(), root.cursor.getMonth(), root.cursor.getDate() + days, 12);
    }

    function moveMonth(months: int) {
        const year = root.cursor.getFullYear();
        const month = root.cursor.getMonth() + months;
        const last = new Date(year, month + 1, 0, 12).getDate();
        root.cursor = new Date(year, month, Math.min(root.cursor.getDate(), last), 12);
    }

    /// The day in a cell of the six weeks that are shown.
    function dayAt(index: int): date {
        const first = new Date(root.cursor.getFullYear(), root.cursor.getMonth(), 1, 12);
        const before = (first.getDay() - root.firstWeekday + 7) % 7;
        return new Date(first.getFullYear(), first.getMonth(), 1 - before + index, 12);
    }

    onDayChanged: if (root.day !== "")
        root.cursor = root.dateOf(root.day)

    implicitWidth: 7 * root.cell
    implicitHeight: content.implicitHeight
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Calendar, %1").arg(Qt.formatDate(root.cursor, Qt.locale(), Locale.LongFormat))
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Left)
            root.cursor = root.moved(-1);
        else if (event.key === Qt.Key_Right)
            root.cursor = root.moved(1);
        else if (event.key === Qt.Key_Up)
            root.cursor = root.moved(-7);
        else if (event.key === Qt.Key_Down)
            root.cursor = root.moved(7);
        else if (event.key === Qt.Key_PageUp)
            root.moveMonth(-1);
        else if (event.key === Qt.Key_PageDown)
            root.moveMonth(1);
        else if (event.key === Qt.Key_Home)
            root.cursor = root.dateOf(root.today);
        else if (event.key === Qt.Key_Space)
            root.picked(root.iso(root.cursor));
        else
            event.accepted = false;
    }

    ColumnLayout {
        id: content

        anchors.fill: parent
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: 0

            DeskLabel {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space2
                text: Qt.formatDate(root.cursor, "MMMM yyyy")
                font.weight: Theme.mediumWeight
            }

            DeskIconButton {
                small: true
                focusPolicy: Qt.NoFocus
                label: qsTr("Month before")
                iconName: "chevron-left"
                onClicked: root.moveMonth(-1)
            }

            DeskIconButton {
                small: true
                focusPolicy: Qt.NoFocus
                label: qsTr("Next month")
                iconName: "chevron-right"
                onClicked: root.moveMonth(1)
            }
        }

        Grid {
            columns: 7

            Repeater {
                model: 7

                DeskLabel {
                    required property int index

                    width: root.cell
                    height: Theme.chipHeight
                    horizontalAlignment: Text.AlignHCenter
                    text: Qt.locale().dayName((root.firstWeekday + index) % 7, Locale.NarrowFormat)
                    color: Theme.textFaint
                    font.pixelSize: Theme.captionSize
                }
            }
        }

        Grid {
            columns: 7

            Repeater {
                model: 42

                T.AbstractButton {
                    id: dayButton

                    required property int index
                    readonly property date date: root.dayAt(dayButton.index)
                    readonly property string name: root.iso(dayButton.date)
                    readonly property bool chosen: dayButton.name === root.day
                    readonly property bool current: dayButton.name === root.iso(root.cursor)

                    width: root.cell
                    height: root.cell
                    focusPolicy: Qt.NoFocus
                    hoverEnabled: true
                    Accessible.name: Qt.formatDate(dayButton.date, Qt.locale(), Locale.LongFormat)
                    onClicked: root.picked(dayButton.name)

                    contentItem: DeskLabel {
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        text: dayButton.date.getDate()
                        font.family: Theme.numberFamily
                        font.weight: dayButton.name === root.today ? Theme.strongWeight : Theme.regularWeight
                        color: dayButton.chosen ? Theme.accentText : dayButton.date.getMonth() !== root.cursor.getMonth() ? Theme.placeholder : dayButton.name === root.today ? Theme.accentInk : Theme.text
                    }

                    background: Rectangle {
                        radius: Theme.radius
                        color: dayButton.chosen ? Theme.accent : dayButton.hovered ? Theme.hover : "transparent"
                        border.width: dayButton.current && root.activeFocus ? Theme.focusWidth : 0
                        border.color: Theme.focusRing
                    }
                }
            }
        }
    }
}

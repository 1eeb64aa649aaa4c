// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// Label, content and what is to be said about it: a hint, or the error that replaces the hint. The place for one line
/// below is kept with reserveHint, so that a form does not jump while it is typed in.
GridLayout {
    id: root

    default property alias content: holder.data
    property string label
    property string hint
    property string errorText
    property bool mandatory: false
    property bool changed: false
    property bool reserveHint: false
    property int labelWidth: Theme.labelWidth
    /// Label above instead of beside, for narrow panels.
    property bool stacked: false

    columns: root.stacked ? 1 : 2
    columnSpacing: Theme.space3
    rowSpacing: Theme.space1

    RowLayout {
        // The fields of a form stand below one another, whatever is in them.
        Layout.minimumWidth: root.stacked ? 0 : root.labelWidth
        Layout.preferredWidth: root.stacked ? -1 : root.labelWidth
        Layout.maximumWidth: root.stacked ? root.width : root.labelWidth
        Layout.minimumHeight: root.stacked ? 0 : Theme.controlHeight
        Layout.alignment: Qt.AlignTop
        spacing: Theme.space1

        DeskLabel {
            Layout.maximumWidth: root.labelWidth - Theme.space4
            text: root.label
            color: Theme.textMuted
        }

        DeskLabel {
            // Not hidden but empty: a layout on Qt 6.4 forgets to place what appears later.
            text: root.mandatory ? "*" : ""
            color: Theme.badText
            Accessible.ignored: !root.mandatory
            Accessible.name: qsTr("required")
        }

        Rectangle {
            implicitWidth: Theme.space1 + Theme.focusWidth
            implicitHeight: implicitWidth
            radius: width / 2
            visible: root.changed
            color: Theme.accentInk
            Accessible.role: Accessible.Indicator
            Accessible.name: qsTr("changed")
        }

        Item {
            Layout.fillWidth: true
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.space1

        RowLayout {
            id: holder

            Layout.fillWidth: true
            Layout.minimumHeight: Theme.controlHeight
            spacing: Theme.space2
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.space4
            visible: root.reserveHint || root.hint !== "" || root.errorText !== ""
            spacing: Theme.space1

            Icon {
                visible: root.errorText !== ""
                name: "circle-alert"
                size: Theme.iconTiny
                color: Theme.bad
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.errorText !== "" ? root.errorText : root.hint
                font.pixelSize: Theme.captionSize
                color: root.errorText !== "" ? Theme.badText : Theme.textFaint
                wrapMode: Text.Wrap
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// What people are told, each with its preview.
ListView {
    id: root

    required property NoticeTemplateModel notices

    clip: true
    spacing: Theme.space4
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 4000
    model: root.notices
    T.ScrollBar.vertical: DeskScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Notices")

    delegate: Item {
        id: notice

        required property int index
        required property string label
        required property string noticeTitle
        required property string noticeBody
        required property string placeholders
        required property string preview
        required property string problem
        required property bool changed

        width: root.width - Theme.space3
        implicitHeight: noticeContent.implicitHeight

        // Not itself the delegate: a layout that goes away with layouts inside crashes Qt 6.4.
        ColumnLayout {
            id: noticeContent

            width: parent.width
            spacing: Theme.space1

            SectionHeader {
                Layout.fillWidth: true
                text: notice.label
                detail: notice.placeholders

                DeskIconButton {
                    opacity: notice.changed ? 1 : 0
                    enabled: notice.changed
                    small: true
                    iconName: "rotate-ccw"
                    label: qsTr("The standard text again")
                    onClicked: root.notices.reset(notice.index)
                }
            }

            DeskTextField {
                id: title

                Layout.fillWidth: true
                label: qsTr("Title of “%1”").arg(notice.label)
                text: notice.noticeTitle
                onTextEdited: root.notices.setTitle(notice.index, title.text)
                onActiveFocusChanged: if (activeFocus)
                    root.positionViewAtIndex(notice.index, ListView.Contain)
            }

            DeskTextArea {
                id: body

                Layout.fillWidth: true
                Layout.preferredHeight: Theme.controlHeight * 1.8
                label: qsTr("Text of “%1”").arg(notice.label)
                text: notice.noticeBody
                onTextEdited: root.notices.setBody(notice.index, body.text)
            }

            DeskLabel {
                Layout.fillWidth: true
                text: notice.problem === "" ? qsTr("As in: %1").arg(notice.preview) : notice.problem
                color: notice.problem === "" ? Theme.textMuted : Theme.badText
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// One thing that a decision does: a value that changes, somebody who is told or not, or a warning.
RowLayout {
    id: root

    required property int kind
    required property string subject
    required property string what
    required property string oldText
    required property string newText

    readonly property bool change: root.kind === ConsequenceListModel.Kind.Change

    spacing: Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: root.change ? qsTr("%1, %2: %3 becomes %4").arg(root.subject).arg(root.what).arg(root.oldText).arg(root.newText) : qsTr("%1 %2 %3").arg(root.subject).arg(root.what).arg(root.newText)

    Icon {
        name: root.change ? "pencil" : root.kind === ConsequenceListModel.Kind.Notice ? "bell" : root.kind === ConsequenceListModel.Kind.Silence ? "info" : "triangle-alert"
        size: Theme.iconTiny
        color: root.kind === ConsequenceListModel.Kind.Warning ? Theme.warningText : Theme.textMuted
    }

    DeskLabel {
        Layout.preferredWidth: Theme.labelWidth
        visible: root.subject !== "" && root.width > 3 * Theme.labelWidth
        text: root.subject
        color: Theme.textMuted
        font.pixelSize: Theme.captionSize
    }

    DeskLabel {
        Layout.preferredWidth: Theme.labelWidth
        visible: root.what !== ""
        text: root.what
        font.pixelSize: Theme.captionSize
        font.weight: Theme.mediumWeight
    }

    DeskLabel {
        Layout.maximumWidth: root.width / 4
        visible: root.change && root.width > 3 * Theme.labelWidth
        text: root.oldText
        color: Theme.textFaint
        font.pixelSize: Theme.captionSize
        font.strikeout: true
    }

    Icon {
        visible: root.change && root.width > 2 * Theme.labelWidth
        name: "arrow-right"
        size: Theme.iconTiny
        color: Theme.textFaint
    }

    DeskLabel {
        Layout.fillWidth: true
        text: root.kind === ConsequenceListModel.Kind.Silence ? qsTr("is not told: %1").arg(root.newText) : root.newText
        color: root.kind === ConsequenceListModel.Kind.Warning ? Theme.warningText : Theme.text
        font.pixelSize: Theme.captionSize
        wrapMode: root.change ? Text.NoWrap : Text.Wrap
    }
}

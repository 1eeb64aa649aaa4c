// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// How the team moderates, and the person's own keys.
DeskDialog {
    id: root

    required property ModerationDesk moderation
    readonly property ModerationSettings settings: root.moderation.settings

    title: qsTr("How the team moderates")
    iconName: "settings"
    implicitWidth: Theme.dialogWidth * 1.7
    acceptText: qsTr("Save for everybody")
    acceptEnabled: root.settings.changed && root.settings.problem === "" && root.moderation.whyNot === ""
    busy: root.settings.busy
    rejectText: root.settings.changed ? qsTr("Discard") : qsTr("Close")
    onAboutToShow: {
        failure.text = "";
        reason.text = "";
        root.moderation.openSettings();
    }
    onOpened: tabs.forceActiveFocus(Qt.PopupFocusReason)

    /// Writes; the dialog closes once that is done.
    function accept() {
        failure.text = "";
        root.settings.save(reason.text.trim());
    }

    Connections {
        target: root.settings

        function onWritten() {
            root.close();
        }

        function onFailed(sentence) {
            failure.text = sentence;
        }
    }

    // What is in it is named.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: Theme.space3

        DeskTabBar {
            id: tabs

            objectName: "settingsTabs"
            Layout.fillWidth: true

            DeskTab {
                text: qsTr("Rules")
            }

            DeskTab {
                text: qsTr("Notices")
            }

            DeskTab {
                text: qsTr("Keys and undo")
            }
        }

        StackLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.listHeight
            currentIndex: tabs.currentIndex

            PolicyRuleView {
                rules: root.settings.rules
                enabled: root.moderation.whyNot === ""
            }

            NoticeTemplateView {
                notices: root.settings.notices
                enabled: root.moderation.whyNot === ""
            }

            DecisionKeyView {
                moderation: root.moderation
            }
        }

        InlineNotice {
            id: failure

            Layout.fillWidth: true
            visible: text !== ""
            tone: Tone.Bad
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: root.moderation.whyNot !== "" && tabs.currentIndex < 2
            text: root.moderation.whyNot
            color: Theme.textMuted
            wrapMode: Text.Wrap
        }

        RowLayout {
            Layout.fillWidth: true
            // Its place is kept, so that the dialog does not jump.
            opacity: tabs.currentIndex < 2 ? 1 : 0
            enabled: tabs.currentIndex < 2
            spacing: Theme.space2

            DeskTextField {
                id: reason

                objectName: "settingsReason"
                Layout.fillWidth: true
                label: qsTr("Reason")
                placeholderText: qsTr("Reason, for the journal")
            }

            DeskButton {
                variant: DeskButton.Variant.Quiet
                iconName: "rotate-ccw"
                text: qsTr("Standard")
                toolTipText: qsTr("Everything as the desk comes; it still has to be saved")
                enabled: root.moderation.whyNot === ""
                onClicked: root.settings.useStandard()
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.settings.problem
            visible: text !== ""
            color: Theme.badText
            wrapMode: Text.Wrap
        }
    }
}

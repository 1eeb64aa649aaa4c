// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Theme
import Ghar.Controls

Item {
    id: root

    DeskMenu {
        id: menu

        x: 20
        y: 20
        closePolicy: T.Popup.NoAutoClose

        DeskMenuItem {
            text: "Open in new tab"
            iconName: "external-link"
            shortcutText: "Ctrl+Return"
        }

        DeskMenuItem {
            text: "Copy किराया id"
            iconName: "copy"
            shortcutText: "Ctrl+C"
            highlighted: true
        }

        DeskMenuItem {
            text: "Show masked values"
            checkable: true
            checked: true
        }

        DeskMenuItem {
            text: "Not now"
            iconName: "undo-2"
            enabled: false
            shortcutText: "Ctrl+Z"
        }

        DeskMenuSeparator {}

        DeskMenu {
            title: "Move to"
            iconName: "folder"

            DeskMenuItem {
                text: "Archive"
            }
        }

        DeskMenuItem {
            text: "Delete…"
            iconName: "trash-2"
            danger: true
            shortcutText: "Del"
        }

        T.Action {
            text: "From an action"
            shortcut: "Ctrl+R"
            icon.name: "refresh-cw"
        }
    }

    DeskDialog {
        id: dialog

        parent: root
        anchors.centerIn: undefined
        x: 400
        y: 20
        modal: false
        closePolicy: T.Popup.NoAutoClose
        iconName: "triangle-alert"
        tone: Tone.Warning
        title: "Withdraw the listing “Green Park, B-14”?"
        text: "It leaves the site at once. The 3 planned visits stay, and their visitors are told. You can undo this for 10 minutes."
        acceptText: "Withdraw"
        destructive: true
    }

    DeskDialog {
        id: formDialog

        parent: root
        anchors.centerIn: undefined
        x: 400
        y: 240
        modal: false
        closePolicy: T.Popup.NoAutoClose
        title: "Save view"
        acceptText: "Save"

        contentItem: ColumnLayout {
            spacing: Theme.space1

            FormRow {
                label: "Name"
                mandatory: true
                Layout.fillWidth: true

                DeskTextField {
                    Layout.fillWidth: true
                    text: "Overdue, Gurugram"
                }
            }

            FormRow {
                label: "Rent limit"
                changed: true
                errorText: "Must be more than 0."
                Layout.fillWidth: true

                DeskTextField {
                    Layout.fillWidth: true
                    text: "0"
                    invalid: true
                }
            }

            FormRow {
                label: "A label that is far too long for its place"
                hint: "Only you can see a private view."
                Layout.fillWidth: true

                DeskCheckBox {
                    text: "Private"
                    checked: true
                }
            }
        }
    }

    DeskComboBox {
        id: combo

        x: 20
        y: 360
        label: "City"
        model: ["Gurugram", "New Delhi", "Noida", "A city with a very long name indeed"]
        popup.closePolicy: T.Popup.NoAutoClose
    }

    DeskButton {
        id: tipped

        x: 20
        y: 620
        text: "With a tooltip"

        DeskToolTip {
            visible: true
            delay: 0
            timeout: -1
            text: "Approve the listing"
            shortcutText: "Ctrl+Enter"
        }
    }

    DeskPopup {
        id: panel

        parent: root
        x: 20
        y: 720
        closePolicy: T.Popup.NoAutoClose

        contentItem: ColumnLayout {
            SectionHeader {
                text: "Columns"
                detail: "4 of 12"
            }

            DeskCheckBox {
                text: "Tenant"
                checked: true
            }

            DeskCheckBox {
                text: "Rent"
            }
        }
    }

    ToastHost {
        id: toasts

        x: 400
        y: 560
        width: 440
    }

    ColumnLayout {
        x: 900
        width: 600
        spacing: Theme.space3

        DeskTabBar {
            Layout.fillWidth: true

            DeskTab {
                text: "Details"
            }

            DeskTab {
                text: "Related"
                count: 12
            }

            DeskTab {
                text: "History"
                iconName: "history"
            }

            DeskTab {
                text: "Off"
                enabled: false
            }
        }

        RowLayout {
            spacing: Theme.space3

            DeskSegmentedControl {
                label: "Period"
                texts: ["Day", "Week", "Month"]
                currentIndex: 1
            }

            DeskSegmentedControl {
                label: "View"
                texts: ["Table", "List", "Map"]
                iconNames: ["table-2", "list", "map"]
                iconsOnly: true
            }

            EnvironmentBadge {}

            EnvironmentBadge {
                environment: "staging"
            }

            EnvironmentBadge {
                environment: "production"
            }
        }

        InlineNotice {
            Layout.fillWidth: true
            text: "These rows are 12 minutes old. किराया बकाया ₹1,23,456.00"
            actionText: "Refresh"
        }

        InlineNotice {
            Layout.fillWidth: true
            tone: Tone.Bad
            title: "The connection was lost"
            text: "Your 3 changes are kept on this computer. They can be saved as soon as the database answers again; the desk tries every few seconds."
            closable: true
        }

        InlineNotice {
            Layout.fillWidth: true
            tone: Tone.Warning
            text: "The lease ends in 12 days."
        }

        InlineNotice {
            Layout.fillWidth: true
            tone: Tone.Good
            text: "All 42 rows were imported."
        }

        LoadingBar {
            Layout.fillWidth: true
            running: true
        }

        RowLayout {
            Skeleton {}

            Skeleton {
                fraction: 0.4
            }

            TreeChevron {
                depth: 1
            }

            TreeChevron {
                expanded: true
            }

            Spinner {}
        }

        RowLayout {
            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: 220
                color: Theme.surface
                border.color: Theme.border
                radius: Theme.radius

                EmptyState {
                    anchors.fill: parent
                    title: "No leases match"
                    text: "Remove a filter, or look in another city."
                    actionText: "Clear filters"
                    actionIconName: "funnel-x"
                    actionShortcutText: "Esc"
                }
            }

            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: 220
                color: Theme.surface
                border.color: Theme.border
                radius: Theme.radius

                NoPermissionState {
                    anchors.fill: parent
                }
            }
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 310
            color: Theme.surface
            border.color: Theme.border
            radius: Theme.radius

            ErrorState {
                anchors.fill: parent
                title: "The leases could not be loaded"
                kept: "Nothing was changed."
                advice: "Check the network, then try again."
                details: "could not connect to server: Connection refused (111)"
                detailsShown: true
            }
        }
    }

    Component.onCompleted: {
        menu.open();
        dialog.open();
        formDialog.open();
        combo.popup.open();
        panel.open();
        toasts.show("12 listings approved", Tone.Good, "Undo", "Ctrl+Z");
        toasts.show("The export is ready: leases-2026-03.xlsx in Downloads, 12,402 rows in three sheets", Tone.Info, "", "");
        toasts.show("Not saved: the row was changed by someone else", Tone.Bad, "Compare", "");
    }
}

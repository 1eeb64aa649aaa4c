// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Theme
import Ghar.Controls

RowLayout {
    id: root

    spacing: Theme.space8

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 480
        spacing: Theme.space3

        DeskLabel {
            text: "₹1,23,456.00"
            font.pixelSize: Theme.displaySize
            font.weight: Theme.strongWeight
        }

        DeskLabel {
            text: "Heading: Green Park, B-14"
            font.pixelSize: Theme.headingSize
            font.weight: Theme.strongWeight
        }

        DeskLabel {
            text: "Title: किराया बकाया ₹1,23,456.00"
            font.pixelSize: Theme.titleSize
            font.weight: Theme.strongWeight
        }

        DeskLabel {
            text: "Body: किराया बकाया ₹1,23,456.00 since 12 March (->, 2x3, 10:30)"
        }

        DeskLabel {
            text: "क्षेत्र श्रीमती कृष्णा प्रॉपर्टी की स्थिति — द्वितीय तल, २ कमरे"
            font.pixelSize: Theme.headingSize
        }

        DeskLabel {
            Layout.fillWidth: true
            text: "A long text that does not fit into the width which this column has and is therefore cut with an ellipsis at its end"
        }

        DeskLabel {
            text: "Caption, muted: 12 minutes ago"
            font.pixelSize: Theme.captionSize
            color: Theme.textMuted
        }

        DeskLabel {
            text: "Caption, faint: NULL"
            font.pixelSize: Theme.captionSize
            color: Theme.textFaint
        }

        Repeater {
            model: ["₹1,11,111.11", "₹9,87,654.00", "₹2,48,900.50"]

            NumberLabel {
                required property string modelData

                Layout.preferredWidth: 120
                text: modelData
            }
        }

        Separator {}

        RowLayout {
            spacing: Theme.space2

            DeskButton {
                text: "Normal"
            }

            DeskButton {
                text: "Approve"
                iconName: "check"
                variant: DeskButton.Variant.Primary
            }

            DeskButton {
                text: "Delete"
                iconName: "trash-2"
                variant: DeskButton.Variant.Danger
            }

            DeskButton {
                text: "Quiet"
                variant: DeskButton.Variant.Quiet
            }

            DeskButton {
                text: "Save"
                shortcutText: "Ctrl+S"
                showShortcut: true
            }
        }

        RowLayout {
            spacing: Theme.space2

            DeskButton {
                text: "Normal"
                enabled: false
            }

            DeskButton {
                text: "Primary"
                enabled: false
                variant: DeskButton.Variant.Primary
            }

            DeskButton {
                text: "Delete"
                enabled: false
                iconName: "trash-2"
                variant: DeskButton.Variant.Danger
            }

            DeskButton {
                text: "Saving"
                busy: true
                variant: DeskButton.Variant.Primary
            }

            DeskButton {
                Layout.preferredWidth: 110
                text: "A very long label"
                iconName: "download"
            }
        }

        RowLayout {
            spacing: Theme.space2

            DeskIconButton {
                label: "Refresh"
                iconName: "refresh-cw"
            }

            DeskIconButton {
                label: "Columns"
                iconName: "columns-3"
                checkable: true
                checked: true
            }

            DeskIconButton {
                label: "More"
                iconName: "ellipsis"
                enabled: false
            }

            DeskButton {
                id: focused

                text: "Focused"
                Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
            }

            KeyCap {
                keys: "Ctrl+Shift+K"
            }

            KeyCap {
                keys: "?"
            }
        }

        RowLayout {
            spacing: Theme.space2

            Repeater {
                model: ["Draft", "Active", "Verified", "Due soon", "Overdue", "Info"]

                Chip {
                    required property string modelData
                    required property int index

                    text: modelData
                    tone: index
                }
            }
        }

        RowLayout {
            spacing: Theme.space2

            Repeater {
                model: 6

                Chip {
                    required property int index

                    text: "बकाया"
                    iconName: Theme.toneIcon(index)
                    tone: index
                }
            }

            Badge {
                count: 7
            }

            Badge {
                count: 128
                tone: Tone.Accent
            }

            Badge {
                count: 4211
                tone: Tone.Bad
            }
        }

        Chip {
            Layout.preferredWidth: 90
            text: "A chip that is cut"
            tone: Tone.Info
            iconName: "info"
        }
    }

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 480
        spacing: Theme.space3

        DeskTextField {
            Layout.fillWidth: true
            placeholderText: "Placeholder"
        }

        DeskTextField {
            Layout.fillWidth: true
            iconName: "mail"
            text: "asha@example.org"
            clearable: true
        }

        DeskTextField {
            Layout.fillWidth: true
            text: "12,3x"
            errorText: "Not a number"
        }

        DeskTextField {
            Layout.fillWidth: true
            text: "Read only"
            readOnly: true
        }

        DeskTextField {
            Layout.fillWidth: true
            text: "Disabled"
            enabled: false
        }

        DeskSearchField {
            Layout.fillWidth: true
            placeholderText: "Search tenants"
            shortcutText: "Ctrl+F"
        }

        DeskTextArea {
            Layout.fillWidth: true
            text: "किराया बकाया ₹1,23,456.00\nA note about the lease that is long enough to wrap in this area and shows more than one line.\n3\n4\n5\n6"
        }

        DeskTextArea {
            Layout.fillWidth: true
            Layout.preferredHeight: 56
            monospaced: true
            text: "{ \"rent\": 45000, \"city\": \"Gurugram\" }"
        }

        RowLayout {
            spacing: Theme.space4

            DeskCheckBox {
                text: "Unchecked"
            }

            DeskCheckBox {
                text: "Checked"
                checked: true
            }

            DeskCheckBox {
                text: "Partly"
                tristate: true
                checkState: Qt.PartiallyChecked
            }

            DeskCheckBox {
                text: "Disabled"
                checked: true
                enabled: false
            }
        }

        RowLayout {
            spacing: Theme.space4

            DeskRadioButton {
                text: "One"
                checked: true
            }

            DeskRadioButton {
                text: "Two"
            }

            DeskRadioButton {
                text: "Off"
                enabled: false
            }

            DeskSwitch {
                text: "Off"
            }

            DeskSwitch {
                text: "On"
                checked: true
            }

            DeskSwitch {
                text: "Disabled"
                enabled: false
                checked: true
            }
        }

        RowLayout {
            spacing: Theme.space2

            DeskComboBox {
                label: "City"
                model: ["Gurugram", "New Delhi", "Noida"]
            }

            DeskComboBox {
                iconName: "funnel"
                label: "City"
                model: ["Gurugram", "New Delhi"]
                currentIndex: -1
                placeholderText: "Any city"
            }
        }

        RowLayout {
            spacing: Theme.space2

            DeskSpinBox {
                label: "Rooms"
                value: 3
            }

            DeskSpinBox {
                label: "Rent"
                to: 100000000
                value: 123456
            }

            DeskSpinBox {
                label: "Off"
                enabled: false
            }

            DeskComboBox {
                label: "Off"
                enabled: false
                model: ["Disabled"]
            }
        }
    }

    Item {
        Layout.fillWidth: true
    }
}

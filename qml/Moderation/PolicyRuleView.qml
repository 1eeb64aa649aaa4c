// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The rules of the policy in sections: switches and numbers.
ListView {
    id: root

    required property PolicyRuleModel rules

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 4000
    model: root.rules
    T.ScrollBar.vertical: DeskScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Rules")

    delegate: Item {
        id: rule

        required property int index
        required property int kind
        required property string section
        required property string label
        required property string hint
        required property bool on
        required property int number
        required property bool changed
        readonly property bool isSwitch: rule.kind === PolicyRuleModel.Kind.Switch

        width: root.width - Theme.space3
        implicitHeight: ruleContent.implicitHeight

        // Not itself the delegate: a layout that goes away with layouts inside crashes Qt 6.4.
        ColumnLayout {
            id: ruleContent

            width: parent.width
            spacing: 0

            SectionHeader {
                Layout.fillWidth: true
                Layout.topMargin: rule.index > 0 ? Theme.space3 : 0
                visible: rule.section !== ""
                text: rule.section
            }

            RowLayout {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.controlHeight + Theme.space1
                spacing: Theme.space2

                DeskCheckBox {
                    visible: rule.isSwitch
                    text: rule.label
                    checked: rule.on
                    onToggled: root.rules.setOn(rule.index, checked)
                    onActiveFocusChanged: if (activeFocus)
                        root.positionViewAtIndex(rule.index, ListView.Contain)
                }

                DeskLabel {
                    Layout.preferredWidth: Theme.labelWidth * 1.8
                    visible: !rule.isSwitch
                    text: rule.label
                }

                DeskSpinBox {
                    visible: !rule.isSwitch
                    label: rule.label
                    from: 0
                    to: 9999
                    value: rule.number
                    onValueModified: root.rules.setNumber(rule.index, value)
                    onActiveFocusChanged: if (activeFocus)
                        root.positionViewAtIndex(rule.index, ListView.Contain)
                }

                DeskLabel {
                    Layout.fillWidth: true
                    text: rule.hint
                    color: Theme.textFaint
                    font.pixelSize: Theme.captionSize
                }

                Chip {
                    opacity: rule.changed ? 1 : 0
                    text: qsTr("not the standard")
                    tone: Tone.Accent
                    Accessible.ignored: !rule.changed
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// The person's own keys, and how long a decision can be called back. They count at once.
ColumnLayout {
    id: root

    required property ModerationDesk moderation
    readonly property DecisionKeyModel keys: root.moderation.settings.keys

    spacing: Theme.space2

    DeskLabel {
        Layout.fillWidth: true
        text: qsTr("These are yours alone and count at once.")
        color: Theme.textMuted
    }

    FormRow {
        Layout.fillWidth: true
        label: qsTr("Undo, seconds")
        hint: qsTr("How long a decision waits before it runs; 0 runs it at once.")
        labelWidth: Theme.labelWidth

        DeskSpinBox {
            label: qsTr("Undo, seconds")
            from: 0
            to: 60
            value: root.moderation.undoSeconds
            onValueModified: root.moderation.undoSeconds = value
        }
    }

    SectionHeader {
        Layout.fillWidth: true
        text: qsTr("Keys of decisions")

        DeskButton {
            variant: DeskButton.Variant.Quiet
            iconName: "rotate-ccw"
            text: qsTr("Standard keys")
            onClicked: root.keys.resetAll()
        }
    }

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 4000
        model: root.keys
        T.ScrollBar.vertical: DeskScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Keys")

        delegate: Item {
            id: entry

            required property int index
            required property string label
            required property string keyText
            required property bool changed

            width: list.width - Theme.space3
            implicitHeight: entryContent.implicitHeight

            // Not itself the delegate: a layout that goes away with layouts inside crashes Qt 6.4.
            RowLayout {
                id: entryContent

                width: parent.width
                height: Theme.controlHeight + Theme.space1
                spacing: Theme.space2

                DeskLabel {
                    Layout.preferredWidth: Theme.labelWidth
                    text: entry.label
                }

                DeskTextField {
                    id: field

                    objectName: "key-" + entry.index
                    Layout.preferredWidth: Theme.space12
                    label: qsTr("Key of “%1”").arg(entry.label)
                    maximumLength: 1
                    horizontalAlignment: Text.AlignHCenter
                    text: entry.keyText
                    onTextEdited: if (field.text !== "") {
                        problem.text = root.keys.setKey(entry.index, field.text);
                        field.text = entry.keyText;
                        field.selectAll();
                    }
                    onActiveFocusChanged: {
                        if (field.activeFocus) {
                            list.positionViewAtIndex(entry.index, ListView.Contain);
                            field.selectAll();
                        } else {
                            field.text = entry.keyText;
                            problem.text = "";
                        }
                    }
                }

                DeskLabel {
                    id: problem

                    Layout.fillWidth: true
                    color: Theme.badText
                    font.pixelSize: Theme.captionSize
                }

                Chip {
                    visible: entry.changed
                    text: qsTr("not the standard")
                    tone: Tone.Accent
                }
            }
        }
    }
}

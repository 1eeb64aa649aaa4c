// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// One field of the inspector: its label, and its value in the form of its type.
FocusScope {
    id: root

    required property int index
    required property string fieldName
    required property string fieldLabel
    required property int fieldKind
    required property string fieldText
    required property string fieldExact
    required property int fieldTone
    required property string fieldHint
    required property string linkTable
    required property string linkText
    required property bool fieldChanged
    required property string fieldOriginal
    required property bool fieldEditable
    required property string fieldProblem
    property bool current: false
    property bool editable: false

    readonly property bool stacked: root.fieldKind === FieldListModel.LongText || root.fieldKind === FieldListModel.Json

    signal linkOpened
    signal urlOpened
    signal revealed
    signal chosen
    signal editWanted

    implicitHeight: content.implicitHeight + Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: root.fieldLabel + ": " + (root.fieldKind === FieldListModel.Empty ? qsTr("empty") : root.fieldKind === FieldListModel.Default ? qsTr("filled in by the database") : root.fieldKind === FieldListModel.Missing ? qsTr("required") : root.fieldKind === FieldListModel.Masked ? qsTr("masked") : root.linkText !== "" ? root.linkText : root.fieldText) + (root.fieldChanged ? qsTr(", changed from %1").arg(root.fieldOriginal) : "") + (root.fieldProblem === "" ? "" : ", " + root.fieldProblem)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: root.current ? Theme.selectionInactive : hover.hovered ? Theme.hover : "transparent"
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        onTapped: root.chosen()
        onDoubleTapped: if (root.editable && root.fieldEditable)
            root.editWanted()
    }

    // A bar and the old value beside it: the colour alone would not do.
    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space1 / 2
        width: Theme.focusWidth
        radius: width / 2
        visible: root.fieldChanged || root.fieldProblem !== ""
        color: Theme.toneColor(root.fieldProblem !== "" ? Tone.Bad : Tone.Warning)
    }

    GridLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space2
        columns: root.stacked ? 1 : 2
        columnSpacing: Theme.space3
        rowSpacing: Theme.space1 / 2

        DeskLabel {
            Layout.row: 0
            Layout.column: 0
            Layout.preferredWidth: Theme.labelWidth - Theme.space4
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.space1 / 2
            text: root.fieldLabel
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize

            HoverHandler {
                id: labelHover
            }

            HoverTip {
                text: root.fieldHint
                wanted: labelHover.hovered
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            Layout.row: root.stacked ? 2 : 1
            Layout.column: root.stacked ? 0 : 1
            visible: root.fieldChanged
            text: qsTr("was %1").arg(root.fieldOriginal)
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
            font.strikeout: false
            elide: Text.ElideRight
        }

        DeskLabel {
            objectName: "fieldProblem"
            Layout.fillWidth: true
            Layout.row: root.stacked ? 3 : 2
            Layout.column: root.stacked ? 0 : 1
            visible: root.fieldProblem !== ""
            text: root.fieldProblem
            color: Theme.badText
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
        }

        Loader {
            Layout.fillWidth: true
            Layout.row: root.stacked ? 1 : 0
            Layout.column: root.stacked ? 0 : 1
            Layout.minimumHeight: Theme.chipHeight
            sourceComponent: {
                switch (root.fieldKind) {
                case FieldListModel.Chip:
                    return chipView;
                case FieldListModel.Link:
                    return linkView;
                case FieldListModel.Json:
                    return jsonView;
                case FieldListModel.Masked:
                    return maskedView;
                case FieldListModel.Url:
                    return urlView;
                default:
                    return textView;
                }
            }
        }
    }

    DeskIconButton {
        anchors.right: parent.right
        anchors.top: parent.top
        small: true
        visible: root.editable && root.fieldEditable && (hover.hovered || root.current)
        focusPolicy: Qt.NoFocus
        label: qsTr("Edit %1").arg(root.fieldLabel)
        iconName: "pencil"
        shortcutText: "F2"
        onClicked: root.editWanted()
    }

    // Bound components cannot be loaded inline with Qt 6.4, so the parts reach the delegate without the pragma.
    // qmllint disable unqualified
    Component {
        id: textView

        DeskLabel {
            text: root.fieldKind === FieldListModel.Empty ? qsTr("NULL") : root.fieldKind === FieldListModel.Default ? qsTr("DEFAULT") : root.fieldKind === FieldListModel.Missing ? qsTr("required") : root.fieldText === "" ? qsTr("(empty text)") : root.fieldText
            color: root.fieldKind === FieldListModel.Missing ? Theme.badText : root.fieldKind === FieldListModel.Empty || root.fieldText === "" ? Theme.placeholder : Theme.text
            wrapMode: Text.Wrap
            maximumLineCount: 12
            elide: Text.ElideRight
            font.family: root.fieldKind === FieldListModel.Number ? Theme.numberFamily : Theme.textFamily

            HoverHandler {
                id: textHover
            }

            HoverTip {
                text: root.fieldExact === root.fieldText ? "" : root.fieldExact
                wanted: textHover.hovered
            }
        }
    }

    Component {
        id: chipView

        Item {
            implicitHeight: Theme.chipHeight

            Chip {
                text: root.fieldText
                tone: root.fieldTone
            }
        }
    }

    Component {
        id: linkView

        DeskLink {
            label: root.linkText === "" ? root.fieldExact : root.linkText
            detail: root.linkText === "" ? "" : "#" + (root.fieldExact.length > 10 ? root.fieldExact.substring(0, 8) + "…" : root.fieldExact)
            iconName: "link"
            implicitHeight: Theme.chipHeight + Theme.space1
            leftPadding: 0
            onClicked: root.linkOpened()
        }
    }

    Component {
        id: urlView

        DeskLink {
            label: root.fieldExact
            iconName: "external-link"
            ink: Theme.accentInk
            wrap: true
            leftPadding: 0
            toolTipText: qsTr("Open in the browser")
            onClicked: root.urlOpened()
        }
    }

    Component {
        id: jsonView

        JsonTree {
            json: root.fieldExact
        }
    }

    Component {
        id: maskedView

        DeskLink {
            label: "••••••"
            detail: qsTr("show")
            iconName: "eye-off"
            implicitHeight: Theme.chipHeight + Theme.space1
            leftPadding: 0
            onClicked: root.revealed()
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// One box that finds screens, actions, tables, saved views, and rows by key or name.
DeskPopup {
    id: root

    required property Desk desk

    signal chosen(string kind, string target, string key)

    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.round(parent.height * 0.12)
    width: Math.min(640, parent.width - 2 * Theme.space6)
    padding: 0
    modal: true
    onAboutToShow: {
        field.text = "";
        root.desk.palette.text = "";
        results.currentIndex = 0;
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    function choose() {
        // By position, not by what the list shows: Return may come before the list has caught up with the typing.
        const entry = root.desk.palette.entryAt(Math.max(0, results.currentIndex));
        if (entry.length === 0)
            return;
        root.close();
        root.chosen(entry[0], entry[1], entry[2]);
    }

    component PaletteEntry: T.ItemDelegate {
        id: entryItem

        required property int index
        required property string paletteTitle
        required property string paletteDetail
        required property string paletteIcon
        required property string paletteSection
        required property string paletteKind
        required property string paletteTarget
        required property string paletteKey
        required property string paletteShortcut

        implicitHeight: Theme.rowComfortable
        leftPadding: Theme.space3
        rightPadding: Theme.space3
        Accessible.role: Accessible.ListItem
        Accessible.name: paletteSection + ": " + paletteTitle + (paletteDetail === "" ? "" : ", " + paletteDetail)

        contentItem: RowLayout {
            spacing: Theme.space3

            Icon {
                name: entryItem.paletteIcon
                color: Theme.textMuted
            }

            DeskLabel {
                Layout.fillWidth: true
                text: entryItem.paletteTitle
            }

            DeskLabel {
                Layout.maximumWidth: Theme.fieldWidth
                text: entryItem.paletteDetail === "" ? entryItem.paletteSection : entryItem.paletteDetail
                color: Theme.textFaint
                font.pixelSize: Theme.captionSize
            }

            KeyCap {
                visible: entryItem.paletteShortcut !== ""
                keys: entryItem.paletteShortcut
            }
        }

        background: Rectangle {
            radius: Theme.radius
            color: entryItem.highlighted ? Theme.selection : "transparent"
        }
    }

    // The field in it is focused by name when the box opens.
    // qmllint disable deferred-property-id
    contentItem: ColumnLayout {
        spacing: 0

        DeskTextField {
            id: field

            objectName: "paletteField"
            Layout.fillWidth: true
            Layout.margins: Theme.space3
            label: qsTr("Go to")
            iconName: "search"
            placeholderText: qsTr("Find a screen, a table, a saved view, or a row by its number or name")
            onTextEdited: {
                root.desk.palette.text = text;
                results.currentIndex = 0;
            }
            Keys.onDownPressed: results.incrementCurrentIndex()
            Keys.onUpPressed: results.decrementCurrentIndex()
            Keys.onReturnPressed: root.choose()
            Keys.onEnterPressed: root.choose()
        }

        LoadingBar {
            Layout.fillWidth: true
            running: root.desk.palette.searching
        }

        ListView {
            id: results

            objectName: "paletteResults"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(Math.max(count, 1), 12) * Theme.rowComfortable
            Layout.leftMargin: Theme.space2
            Layout.rightMargin: Theme.space2
            Layout.bottomMargin: Theme.space2
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.desk.palette
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Found")
            T.ScrollBar.vertical: DeskScrollBar {}
            onCountChanged: if (currentIndex < 0 && count > 0)
                currentIndex = 0

            delegate: PaletteEntry {
                width: results.width
                highlighted: results.currentIndex === index
                onClicked: {
                    results.currentIndex = index;
                    root.choose();
                }
            }

            DeskLabel {
                anchors.centerIn: parent
                visible: results.count === 0
                text: root.desk.palette.searching ? qsTr("Searching…") : qsTr("Nothing is called “%1”.").arg(field.text)
                color: Theme.textMuted
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// Opens an EditMenu for its parent on a right click or the menu key, and only then builds it.
Item {
    id: root

    /// The text field or text area, or a part of it that does the editing.
    required property var editor

    anchors.fill: parent

    function open() {
        loader.setSource("EditMenu.qml", { editor: root.editor });
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.open()
    }

    Loader {
        id: loader

        onLoaded: (loader.item as EditMenu).popup()
    }

    Connections {
        target: loader.item

        function onClosed() {
            loader.source = "";
        }
    }
}

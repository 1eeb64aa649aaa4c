// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Searches while one types, after a short rest; Return at once; Escape empties it.
DeskTextField {
    id: root

    /// Shown while the field is empty and unfocused. The screen owns the shortcut itself.
    property string shortcutText

    /// Ask for this text now.
    signal searched(string text)

    iconName: "search"
    clearable: true
    placeholderText: qsTr("Search")
    inputMethodHints: Qt.ImhNoPredictiveText

    onTextEdited: rest.restart()
    onCleared: root.searchNow()
    onAccepted: root.searchNow()
    // Escape empties the field first; on an empty field it belongs to whoever is around it.
    Keys.onEscapePressed: event => {
        event.accepted = root.text !== "";
        root.clear();
        if (event.accepted)
            root.searchNow();
    }

    function searchNow() {
        rest.stop();
        root.searched(root.text);
    }

    KeyCap {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2 - Theme.hairline * 3
        anchors.verticalCenter: parent.verticalCenter
        visible: root.text === "" && !root.activeFocus && root.shortcutText !== ""
        keys: root.shortcutText
    }

    Timer {
        id: rest

        interval: Theme.typingRest
        onTriggered: root.searched(root.text)
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Controls
import Ghar.Views

/// Which pictures may be fetched from the network.
DeskMenu {
    id: root

    required property MediaPolicy policy

    objectName: "picturePolicyMenu"

    DeskMenuItem {
        text: qsTr("Load pictures of allowed hosts")
        iconName: root.policy.mode === MediaPolicy.Mode.AllowedHosts ? "check" : ""
        onTriggered: root.policy.mode = MediaPolicy.Mode.AllowedHosts
    }

    DeskMenuItem {
        objectName: "allowAllItem"
        text: qsTr("Load pictures of every public host")
        iconName: root.policy.mode === MediaPolicy.Mode.Always ? "check" : ""
        onTriggered: root.policy.mode = MediaPolicy.Mode.Always
    }

    DeskMenuItem {
        text: qsTr("Never load pictures from the network")
        iconName: root.policy.mode === MediaPolicy.Mode.Never ? "check" : ""
        onTriggered: root.policy.mode = MediaPolicy.Mode.Never
    }

    DeskMenuSeparator {}

    DeskMenuItem {
        objectName: "forgetHostsItem"
        enabled: root.policy.hosts.length > 0
        text: qsTr("Forget %n allowed host(s)", "", root.policy.hosts.length)
        iconName: "trash-2"
        onTriggered: root.policy.forgetHosts()
    }
}

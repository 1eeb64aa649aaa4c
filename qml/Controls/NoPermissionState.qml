// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The place exists, but not for this user. text says who can give access.
EmptyState {
    iconName: "lock"
    title: qsTr("You have no access to this")
    text: qsTr("Ask an administrator for the role that includes it.")
}

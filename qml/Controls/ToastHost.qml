// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Theme

/// The toasts of a window, newest below. The shell anchors it to the lower edge; it takes no input beside the toasts.
Column {
    id: root

    /// The user pressed the action of the toast that show() gave this id.
    signal triggered(int toastId)

    property int lastId: 0

    spacing: Theme.space2

    /// Shows a message and returns its id. At most three stand at a time.
    function show(text: string, tone: int, actionText: string, actionShortcutText: string): int {
        root.lastId += 1;
        toasts.append({
            toastId: root.lastId,
            message: text,
            toastTone: tone,
            actionLabel: actionText ?? "",
            actionKey: actionShortcutText ?? ""
        });
        if (toasts.count > 3)
            toasts.remove(0);
        return root.lastId;
    }

    function dismiss(toastId: int) {
        for (let i = 0; i < toasts.count; ++i) {
            if (toasts.get(i).toastId === toastId) {
                toasts.remove(i);
                return;
            }
        }
    }

    Repeater {
        model: ListModel {
            id: toasts
        }

        Toast {
            id: toast

            required property int toastId
            required property string message
            required property int toastTone
            required property string actionLabel
            required property string actionKey

            anchors.horizontalCenter: parent?.horizontalCenter
            text: toast.message
            tone: toast.toastTone
            actionText: toast.actionLabel
            actionShortcutText: toast.actionKey
            onTriggered: root.triggered(toast.toastId)
            onDismissed: root.dismiss(toast.toastId)
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import QtTest
import Ghar.Theme
import Ghar.Controls

/// Every control comes up in both themes, has a name for screen readers, and works by keyboard alone.
TestCase {
    id: root

    name: "Controls"
    when: windowShown
    visible: true
    width: 800
    height: 600

    function cleanup() {
        Theme.dark = false;
        Theme.compact = true;
    }

    function make(source: string, properties: var): var {
        const component = Qt.createComponent("qrc:/qt/qml/Ghar/Controls/" + source + ".qml");
        verify(component.status === Component.Ready, component.errorString());
        const object = createTemporaryObject(component, root, properties ?? {});
        verify(object !== null, source);
        return object;
    }

    function test_comesUpWithoutWarnings_data() {
        const named = [
            ["DeskButton", { text: "Save" }], ["DeskIconButton", { label: "Refresh", iconName: "refresh-cw" }],
            ["DeskTextField", { label: "Name" }], ["DeskSearchField", {}], ["DeskCheckBox", { text: "On" }],
            ["DeskSwitch", { text: "On" }], ["DeskRadioButton", { text: "On" }], ["DeskComboBox", { label: "City", model: ["a", "b"] }],
            ["DeskSpinBox", { label: "Rooms" }], ["DeskTab", { text: "Details", count: 3 }],
            ["DeskSegmentedControl", { label: "Period", texts: ["Day", "Week"] }], ["DeskScrollBar", {}], ["Chip", { text: "Active", tone: Tone.Good }],
            ["Badge", { count: 4 }], ["KeyCap", { keys: "Ctrl+K" }], ["EmptyState", { title: "Nothing" }], ["NoPermissionState", {}],
            ["ErrorState", { title: "Failed" }], ["InlineNotice", { text: "Old rows" }], ["Toast", { text: "Done" }],
            ["LoadingBar", { running: true }], ["TreeChevron", {}], ["DeskLabel", { text: "Word" }], ["NumberLabel", { text: "1" }],
            ["EnvironmentBadge", { environment: "production" }]
        ];
        const unnamed = ["Icon", "Spinner", "FocusRing", "PanelSurface", "Separator", "Skeleton", "DeskTextArea", "DeskTabBar", "SectionHeader", "FormRow", "ToastHost", "DeskSplitHandle"];
        const rows = [];
        for (const dark of [false, true]) {
            for (const entry of named)
                rows.push({ tag: entry[0] + (dark ? " dark" : " light"), source: entry[0], properties: entry[1], dark: dark, named: true });
            for (const source of unnamed)
                rows.push({ tag: source + (dark ? " dark" : " light"), source: source, properties: {}, dark: dark, named: false });
        }
        return rows;
    }

    function test_comesUpWithoutWarnings(row) {
        failOnWarning(/.?/);
        Theme.dark = row.dark;
        const control = make(row.source, row.properties);
        waitForRendering(control);
        if (row.named)
            verify(control.Accessible.name !== "", row.source);
    }

    function test_sameHeightInOneLine_data() {
        return [
            { tag: "compact", compact: true, height: 28 },
            { tag: "comfortable", compact: false, height: 32 }
        ];
    }

    function test_sameHeightInOneLine(row) {
        Theme.compact = row.compact;
        for (const source of ["DeskButton", "DeskTextField", "DeskSearchField", "DeskComboBox", "DeskSpinBox", "DeskSegmentedControl", "DeskCheckBox"])
            compare(make(source).implicitHeight, row.height, source);
    }

    function test_buttonByKey_data() {
        return [
            { tag: "button, Space", source: "DeskButton", key: Qt.Key_Space },
            { tag: "button, Return", source: "DeskButton", key: Qt.Key_Return },
            { tag: "button, Enter", source: "DeskButton", key: Qt.Key_Enter },
            { tag: "icon button, Space", source: "DeskIconButton", key: Qt.Key_Space },
            { tag: "icon button, Return", source: "DeskIconButton", key: Qt.Key_Return }
        ];
    }

    function test_buttonByKey(row) {
        const button = make(row.source, row.source === "DeskIconButton" ? { label: "Refresh" } : { text: "Save" });
        clicks.target = button;
        clicks.clear();
        button.forceActiveFocus(Qt.TabFocusReason);
        verify(button.visualFocus);
        keyClick(row.key);
        compare(clicks.count, 1);
        button.enabled = false;
        keyClick(row.key);
        compare(clicks.count, 1);
    }

    function test_returnTriggersActionOnceAndToggles() {
        const button = make("DeskButton", { action: toggleAction });
        triggers.clear();
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(triggers.count, 1);
        compare(toggleAction.checked, true);
        keyClick(Qt.Key_Space);
        compare(triggers.count, 2);
        compare(toggleAction.checked, false);
    }

    function test_busyButtonCannotBePressed() {
        const button = make("DeskButton", { text: "Save", busy: true });
        clicks.target = button;
        clicks.clear();
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Return);
        mouseClick(button);
        compare(clicks.count, 0);
    }

    function test_longWordsAreCutAndNotPainted() {
        const button = make("DeskButton", { text: "A very long label that cannot fit", iconName: "download", width: 90 });
        const label = findChild(button, "buttonLabel");
        verify(label.truncated);
        verify(label.width <= 90);
    }

    function test_toolTipSaysLabelAndKey() {
        failOnWarning(/.?/);
        const button = make("DeskIconButton", { label: "Refresh", shortcutText: "F5" });
        verify(root.openToolTip(button) === null);
        button.forceActiveFocus(Qt.TabFocusReason);
        tryVerify(() => root.openToolTip(button) !== null);
        compare(root.openToolTip(button).text, "Refresh");
        compare(root.openToolTip(button).shortcutText, "F5");
    }

    function openToolTip(button: Item): var {
        const tip = findChild(button, "toolTip");
        return tip !== null && tip.opened ? tip : null;
    }

    function test_rightClickOffersPaste() {
        failOnWarning(/.?/);
        const field = make("DeskTextField", { text: "abc", width: 200 });
        mouseClick(field, 40, 10, Qt.RightButton);
        tryVerify(() => findChild(field, "editMenu")?.opened ?? false);
        keyClick(Qt.Key_Escape);
        tryVerify(() => findChild(field, "editMenu") === null);
        compare(field.text, "abc");
    }

    function test_searchWaitsForRest() {
        const field = make("DeskSearchField");
        searches.target = field;
        searches.clear();
        field.forceActiveFocus();
        keyClick("a");
        keyClick("b");
        compare(searches.count, 0);
        tryCompare(searches, "count", 1);
        compare(searches.signalArguments[0][0], "ab");
        keyClick("c");
        keyClick(Qt.Key_Return);
        compare(searches.count, 2);
        keyClick(Qt.Key_Escape);
        compare(field.text, "");
        compare(searches.count, 3);
        compare(searches.signalArguments[2][0], "");
    }

    function test_clearButtonEmptiesField() {
        const field = make("DeskTextField", { clearable: true, text: "abc" });
        verify(field.showsClear);
        mouseClick(field, field.width - 12, field.height / 2);
        compare(field.text, "");
        verify(!field.showsClear);
        verify(field.activeFocus);
    }

    function test_tabLeavesTextArea() {
        const area = make("DeskTextArea", { text: "abc" });
        const next = make("DeskTextField");
        area.forceActiveFocus();
        verify(area.editor.activeFocus);
        keyClick(Qt.Key_Tab);
        verify(!area.editor.activeFocus);
        verify(next.activeFocus);
        compare(area.text, "abc");
    }

    function test_segmentsByArrow() {
        const control = createTemporaryObject(segments, root);
        control.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(control.currentIndex, 1);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        compare(control.currentIndex, 2);
        keyClick(Qt.Key_Left);
        compare(control.currentIndex, 1);
    }

    function test_tabsByArrow() {
        const bar = createTemporaryObject(tabs, root);
        bar.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(bar.currentIndex, 1);
        keyClick(Qt.Key_Left);
        compare(bar.currentIndex, 0);
    }

    function test_dialogByKey_data() {
        return [
            { tag: "Escape rejects", key: Qt.Key_Escape, accepted: 0, rejected: 1, destructive: false },
            { tag: "Return accepts", key: Qt.Key_Return, accepted: 1, rejected: 0, destructive: false },
            { tag: "Return does not destroy", key: Qt.Key_Return, accepted: 0, rejected: 0, destructive: true }
        ];
    }

    function test_dialogByKey(row) {
        const dialog = createTemporaryObject(dialogs, root, { destructive: row.destructive });
        dialog.open();
        tryCompare(dialog, "opened", true);
        keyClick(row.key);
        compare(dialog.acceptedCount, row.accepted);
        compare(dialog.rejectedCount, row.rejected);
        compare(dialog.visible, row.accepted + row.rejected === 0);
    }

    function test_menuIsAsWideAsItsLongestLine() {
        const menu = createTemporaryObject(menus, root);
        menu.popup(root, 10, 10);
        tryCompare(menu, "opened", true);
        for (let i = 0; i < menu.count; ++i)
            verify(menu.itemAt(i).width >= menu.itemAt(i).implicitWidth, String(i));
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(menu.chosen, 1);
    }

    function test_loadingBarWaits() {
        const bar = make("LoadingBar", { running: true });
        verify(!bar.visible);
        tryCompare(bar, "visible", true);
        bar.running = false;
        verify(!bar.visible);
    }

    function test_errorShowsDetailsOnDemand() {
        const panel = make("ErrorState", { title: "Failed", kept: "Nothing was changed.", advice: "Try again.", details: "code 7" });
        verify(!findChild(panel, "detailsText").visible);
        findChild(panel, "detailsButton").clicked();
        verify(findChild(panel, "detailsText").visible);
        retries.target = panel;
        findChild(panel, "retryButton").clicked();
        compare(retries.count, 1);
    }

    function test_toastsAreFewAndAnswerable() {
        const host = make("ToastHost");
        const ids = [1, 2, 3, 4].map(number => host.show("Message " + number, Tone.Good, "Undo", ""));
        compare(new Set(ids).size, 4);
        toastActions.target = host;
        const action = findChild(host, "toastAction");
        action.clicked();
        compare(toastActions.count, 1);
        compare(toastActions.signalArguments[0][0], ids[1]);
    }

    function test_badgeStaysShort() {
        compare(make("Badge", { count: 12345 }).text, "999+");
        verify(!make("Badge", { count: 0 }).visible);
    }

    function test_keyCapOfPlus() {
        compare(make("KeyCap", { keys: "Ctrl++" }).children.length, 3);
        compare(make("KeyCap", { keys: "+" }).children.length, 2);
    }

    T.Action {
        id: toggleAction

        text: "Wrap"
        checkable: true
    }

    Component {
        id: segments

        DeskSegmentedControl {
            texts: ["Day", "Week", "Month"]
        }
    }

    Component {
        id: tabs

        DeskTabBar {
            DeskTab {
                text: "One"
            }

            DeskTab {
                text: "Two"
            }
        }
    }

    Component {
        id: dialogs

        DeskDialog {
            id: dialog

            property int acceptedCount: 0
            property int rejectedCount: 0

            title: "Sure?"
            text: "Really?"
            onAccepted: dialog.acceptedCount += 1
            onRejected: dialog.rejectedCount += 1
        }
    }

    Component {
        id: menus

        DeskMenu {
            id: menu

            property int chosen: 0

            DeskMenuItem {
                text: "A line that is certainly longer than the usual width of a menu of this program"
                shortcutText: "Ctrl+Shift+K"
                onTriggered: menu.chosen = 1
            }

            DeskMenuSeparator {}

            DeskMenuItem {
                text: "Short"
            }
        }
    }

    SignalSpy {
        id: clicks

        signalName: "clicked"
    }

    SignalSpy {
        id: triggers

        target: toggleAction
        signalName: "triggered"
    }

    SignalSpy {
        id: searches

        signalName: "searched"
    }

    SignalSpy {
        id: retries

        signalName: "retried"
    }

    SignalSpy {
        id: toastActions

        signalName: "triggered"
    }
}

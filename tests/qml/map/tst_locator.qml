// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Ghar.Map
import Ghar.Theme

/// The map around a place, small and over the window, by keyboard and pointer.
TestCase {
    id: root

    name: "Locator"
    when: windowShown
    visible: true
    width: 800
    height: 600

    Component {
        id: locatorComponent

        LocatorMap {
            width: 700
            label: "Map of the address"
            latitude: 28.4595
            longitude: 77.0266
        }
    }

    function initTestCase() {
        Theme.reducedMotion = true;
    }

    function cleanupTestCase() {
        Theme.reducedMotion = false;
    }

    function make(properties: var): var {
        failOnWarning(/.?/);
        const map = createTemporaryObject(locatorComponent, root, properties);
        verify(map !== null);
        tryCompare(map.view, "ready", true);
        return map;
    }

    function test_thePinsTipIsOnThePlace() {
        const map = make({});
        const pin = findChild(map, "mapPin");
        const tip = () => Qt.point(pin.x + pin.width / 2, pin.y + pin.height);
        fuzzyCompare(tip().x, map.view.width / 2, 1);
        fuzzyCompare(tip().y, map.view.height / 2, 1);
        map.view.panBy(100, -20);
        fuzzyCompare(tip().x, map.view.width / 2 - 100, 1);
        fuzzyCompare(tip().y, map.view.height / 2 + 20, 1);
    }

    function test_anotherPlaceIsShown() {
        const map = make({});
        map.latitude = 12.97;
        map.longitude = 77.59;
        const place = map.view.pointOf(12.97, 77.59);
        fuzzyCompare(place.x, map.view.width / 2, 1);
        fuzzyCompare(place.y, map.view.height / 2, 1);
    }

    function test_theAttributionIsAlwaysWhole_data() {
        return [{ tag: "wide", width: 780, coordinates: true }, { tag: "narrow", width: 300, coordinates: false }];
    }

    function test_theAttributionIsAlwaysWhole(row) {
        const map = make({ width: row.width });
        const words = findChild(map, "mapAttribution");
        verify(words.visible);
        verify(words.text.includes("GeoNames") && words.text.includes("CC BY 4.0") && words.text.includes("schematic"));
        verify(!words.truncated);
        verify(words.contentWidth <= words.width);
        verify(words.mapToItem(map, 0, words.height).y <= map.height);
        compare(findChild(map, "mapCoordinates").visible, row.coordinates);
    }

    function test_theCoordinatesFollowThePointer() {
        const map = make({ width: 780 });
        const words = findChild(map, "mapCoordinates");
        mouseMove(map.view, map.view.width / 2, map.view.height / 2);
        tryVerify(() => words.text.startsWith("28.45") && words.text.includes("77.02"), 5000, words.text);
    }

    function test_returnShowsItLargeAndEscapeCloses() {
        const map = make({});
        const overlay = findChild(map, "locatorOverlay");
        map.view.forceActiveFocus();
        keyClick(Qt.Key_Plus);
        compare(map.view.zoomLevel, 11);
        keyClick(Qt.Key_Return);
        tryCompare(overlay, "opened", true);
        const large = findChild(overlay.contentItem, "map");
        tryCompare(large, "activeFocus", true);
        compare(large.zoomLevel, 11);
        keyClick(Qt.Key_0);
        verify(large.zoomLevel < 6);
        keyClick(Qt.Key_P);
        compare(large.zoomLevel, 11);
        keyClick(Qt.Key_Escape);
        tryCompare(overlay, "opened", false);
        tryCompare(map.view, "activeFocus", true);
    }

    function test_buttons() {
        const map = make({});
        mouseClick(findChild(map, "zoomIn"));
        compare(map.view.zoomLevel, 11);
        mouseClick(findChild(map, "zoomOut"));
        mouseClick(findChild(map, "zoomOut"));
        compare(map.view.zoomLevel, 9);
        mouseClick(findChild(map, "mapHome"));
        verify(map.view.zoomLevel < 5);
        mouseClick(findChild(map, "enlargeMap"));
        tryCompare(findChild(map, "locatorOverlay"), "opened", true);
    }
}

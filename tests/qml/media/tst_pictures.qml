// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Ghar.Media
import Ghar.Test
import Ghar.Views

/// Pictures in a row and over the window, by keyboard. What is allowed here leads to a port where nobody listens.
TestCase {
    id: root

    readonly property var shipped: ["ghar-demo:/photos/bed.jpg", "ghar-demo:/photos/dining.jpg", "ghar-demo:/photos/wardrobe.jpg"]
    readonly property string foreign: "http://127.0.0.1:1/a.jpg"

    name: "Media"
    when: windowShown
    visible: true
    width: 800
    height: 600

    Component {
        id: stripComponent

        PictureStrip {
            width: 700
            store: TestPictures.store
        }
    }

    Component {
        id: viewerComponent

        PictureViewer {
            store: TestPictures.store
        }
    }

    SignalSpy {
        id: chosen

        signalName: "chosen"
    }

    function cleanup() {
        TestPictures.store.policy.forgetHosts();
        TestPictures.store.policy.mode = MediaPolicy.Mode.AllowedHosts;
        TestPictures.store.look.blurred = false;
        TestPictures.store.look.greyscale = false;
    }

    function makeStrip(sources: var, captions: var): var {
        failOnWarning(/.?/);
        const strip = createTemporaryObject(stripComponent, root, { sources: sources, captions: captions ?? [] });
        verify(strip !== null);
        chosen.target = strip;
        chosen.clear();
        return strip;
    }

    function makeViewer(sources: var): var {
        failOnWarning(/.?/);
        const viewer = createTemporaryObject(viewerComponent, root, { sources: sources });
        viewer.show(sources[0]);
        tryCompare(viewer, "opened", true);
        tryCompare(pictureOf(viewer), "status", Picture.Status.Ready);
        return viewer;
    }

    function pictureOf(viewer: var): var {
        return findChild(viewer.contentItem, "largePicture");
    }

    function thumbnail(strip: var, index: int): var {
        return findChild(strip, "pictureRow").itemAtIndex(index);
    }

    function test_rowWalksAndOpensByKeys() {
        const strip = makeStrip(shipped);
        const row = findChild(strip, "pictureRow");
        tryCompare(thumbnail(strip, 0), "status", Picture.Status.Ready);
        row.forceActiveFocus(Qt.TabFocusReason);
        verify(thumbnail(strip, 0).current);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(chosen.count, 1);
        compare(chosen.signalArguments[0][0], shipped[1]);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Space);
        compare(chosen.signalArguments[1][0], shipped[2]);
    }

    function test_rowKeepsItsPlaces() {
        const strip = makeStrip([root.foreign, shipped[0], "nonsense"], ["", "Floor plan", ""]);
        const height = findChild(strip, "pictureRow").height;
        tryCompare(thumbnail(strip, 1), "status", Picture.Status.Ready);
        compare(thumbnail(strip, 0).status, Picture.Status.Blocked);
        tryCompare(thumbnail(strip, 2), "status", Picture.Status.Failed);
        for (let i = 0; i < 3; ++i)
            compare(thumbnail(strip, i).width, thumbnail(strip, 0).width);
        compare(findChild(strip, "pictureRow").height, height);
        compare(thumbnail(strip, 0).badge, "1");
        compare(thumbnail(strip, 1).badge, "Floor plan");
        verify(thumbnail(strip, 2).Accessible.name.includes("not the address of a picture"));
    }

    function test_emptyRowTakesNoRoom() {
        compare(makeStrip([]).visible, false);
    }

    function test_rowSaysWhosePicturesAreMissingAndLoadsThem() {
        const strip = makeStrip([shipped[0], root.foreign, "http://[::1]:1/b.jpg"]);
        const notice = findChild(strip, "blockedNotice");
        verify(notice.visible);
        compare(strip.blockedHost, "127.0.0.1");
        compare(TestPictures.store.policy.hosts, []);
        const button = findChild(strip, "allowHostButton");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(TestPictures.store.policy.hosts, ["127.0.0.1"]);
        tryCompare(thumbnail(strip, 1), "status", Picture.Status.Failed);
        verify(thumbnail(strip, 1).Accessible.name.includes("cannot be reached"));
        // The next host is asked for in its turn.
        compare(strip.blockedHost, "::1");
        keyClick(Qt.Key_Return);
        compare(strip.blockedHost, "");
        verify(!notice.visible);
    }

    function test_everyHostCanBeAllowed() {
        const strip = makeStrip([root.foreign]);
        findChild(strip, "allowAllButton").clicked();
        compare(TestPictures.store.policy.mode, MediaPolicy.Mode.Always);
        // Not this computer, though: it is asked for by name.
        compare(strip.blockedHost, "127.0.0.1");
    }

    function test_viewerWalksByKeys() {
        const viewer = makeViewer(shipped);
        const counter = findChild(viewer.contentItem, "pictureCounter");
        compare(counter.text, "1 of 3");
        keyClick(Qt.Key_Left);
        compare(counter.text, "1 of 3");
        keyClick(Qt.Key_Right);
        compare(counter.text, "2 of 3");
        compare(pictureOf(viewer).source, shipped[1]);
        tryCompare(pictureOf(viewer), "status", Picture.Status.Ready);
        verify(findChild(viewer.contentItem, "pictureDetail").text.includes("960 × 720"));
        keyClick(Qt.Key_End);
        compare(counter.text, "3 of 3");
        keyClick(Qt.Key_PageUp);
        compare(counter.text, "2 of 3");
        keyClick(Qt.Key_Home);
        compare(counter.text, "1 of 3");
        keyClick(Qt.Key_Escape);
        tryCompare(viewer, "visible", false);
    }

    function test_viewerZoomsAndMovesByKeys() {
        const viewer = makeViewer(shipped);
        const picture = pictureOf(viewer);
        compare(picture.zoom, 1);
        keyClick(Qt.Key_Plus);
        fuzzyCompare(picture.zoom, 1.25, 0.001);
        keyClick(Qt.Key_Minus);
        compare(picture.zoom, 1);
        keyClick(Qt.Key_1);
        compare(picture.percent, 100);
        keyClick(Qt.Key_Plus);
        keyClick(Qt.Key_Plus);
        keyClick(Qt.Key_Plus);
        const x = picture.centre.x;
        const y = picture.centre.y;
        keyClick(Qt.Key_Right);
        verify(picture.centre.x > x);
        compare(viewer.currentIndex, 0); // moves the picture, not to the next
        keyClick(Qt.Key_Down);
        verify(picture.centre.y > y);
        keyClick(Qt.Key_PageDown);
        compare(viewer.currentIndex, 1);
        compare(picture.zoom, 1);
        keyClick(Qt.Key_Plus);
        keyClick(Qt.Key_0);
        compare(picture.zoom, 1);
    }

    function test_viewerZoomsWhereThePointerIs() {
        const viewer = makeViewer(shipped);
        const picture = pictureOf(viewer);
        mouseWheel(picture, picture.width * 0.75, picture.height / 2, 0, 480);
        verify(picture.zoom > 1.5);
        verify(picture.centre.x > 0.52);
        const before = picture.centre.x;
        mouseDrag(picture, picture.width / 2, picture.height / 2, 100, 0);
        verify(picture.centre.x < before);
    }

    function test_lookStaysAsItWasLeft() {
        const viewer = makeViewer(shipped);
        keyClick(Qt.Key_B);
        keyClick(Qt.Key_G);
        verify(TestPictures.store.look.blurred && TestPictures.store.look.greyscale);
        verify(pictureOf(viewer).blurred && pictureOf(viewer).greyscale);
        verify(findChild(viewer.contentItem, "blurButton").checked);
        keyClick(Qt.Key_Escape);
        tryCompare(viewer, "visible", false);
        const strip = makeStrip(shipped);
        verify(findChild(thumbnail(strip, 0), "thumbnailPicture").blurred);
        const other = makeViewer(shipped);
        verify(pictureOf(other).blurred);
        findChild(other.contentItem, "blurButton").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(!TestPictures.store.look.blurred);
        keyClick(Qt.Key_B);
        verify(findChild(other.contentItem, "blurButton").checked);
    }

    function test_viewerAsksForPermissionAndTellsOfFailures() {
        const viewer = makeViewer([shipped[0], root.foreign]);
        keyClick(Qt.Key_Right);
        const picture = pictureOf(viewer);
        compare(picture.status, Picture.Status.Blocked);
        verify(findChild(viewer.contentItem, "pictureBlocked").visible);
        compare(findChild(viewer.contentItem, "pictureBlocked").title, "Pictures of 127.0.0.1 are not loaded.");
        keyClick(Qt.Key_L);
        tryCompare(picture, "status", Picture.Status.Failed);
        verify(findChild(viewer.contentItem, "pictureFailed").visible);
        verify(!findChild(viewer.contentItem, "pictureBlocked").visible);
        keyClick(Qt.Key_R);
        compare(picture.status, Picture.Status.Loading);
        tryCompare(picture, "status", Picture.Status.Failed);
    }

    function test_viewerClosesWhenThereIsNothingLeft() {
        const viewer = makeViewer(shipped);
        keyClick(Qt.Key_End);
        viewer.sources = [shipped[0]];
        compare(viewer.currentIndex, 0);
        verify(viewer.visible);
        viewer.sources = [];
        tryCompare(viewer, "visible", false);
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Ghar.Theme

TestCase {
    id: root

    readonly property real leastContrast: 4.5
    readonly property real leastShapeContrast: 3.0

    name: "Theme"

    function cleanup() {
        Theme.dark = false;
    }

    function luminance(shade: color): real {
        const linear = part => part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(shade.r) + 0.7152 * linear(shade.g) + 0.0722 * linear(shade.b);
    }

    function contrast(one: color, other: color): real {
        const a = luminance(one);
        const b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    function check(words: string, ground: string, least: real) {
        verify(Theme[words] !== undefined, words);
        verify(Theme[ground] !== undefined, ground);
        const found = contrast(Theme[words], Theme[ground]);
        verify(found >= least, "%1 on %2 (%3): %4".arg(words).arg(ground).arg(Theme.dark ? "dark" : "light").arg(found.toFixed(2)));
    }

    function test_blackOnWhiteIsKnown() {
        fuzzyCompare(contrast(Qt.color("#000000"), Qt.color("#ffffff")), 21, 0.01);
        fuzzyCompare(contrast(Qt.color("#777777"), Qt.color("#ffffff")), 4.48, 0.01);
    }

    function test_words_data() {
        return [
            { tag: "light", dark: false },
            { tag: "dark", dark: true }
        ];
    }

    function test_words(row) {
        Theme.dark = row.dark;
        const surfaces = ["background", "surface", "raised", "headerBackground", "rowAlternate", "hover", "pressed", "selection", "selectionInactive", "field", "fieldDisabled"];
        for (const words of ["text", "textMuted", "textFaint", "accentInk", "goodText", "warningText", "badText", "infoText"]) {
            for (const ground of surfaces)
                check(words, ground, leastContrast);
        }
        for (const words of ["mapLabel", "mapLabelMuted"]) {
            for (const ground of ["mapLand", "mapHome", "mapUrban", "mapWater"])
                check(words, ground, leastContrast);
        }
        for (const ground of ["surface", "raised", "field"])
            check("placeholder", ground, leastContrast);
        for (const tone of ["good", "warning", "bad", "info"]) {
            check(tone + "Text", tone + "Soft", leastContrast);
            check("text", tone + "Soft", leastContrast);
            check("textMuted", tone + "Soft", leastContrast);
        }
        for (const words of ["text", "textMuted", "textFaint"])
            check(words, "neutralSoft", leastContrast);
        for (const ground of ["accent", "accentHover", "accentPressed"])
            check("accentText", ground, leastContrast);
        for (const ground of ["badFill", "badFillHover", "badFillPressed"])
            check("badFillText", ground, leastContrast);
        for (const ground of ["accentSoft", "textSelection"])
            check("text", ground, leastContrast);
        check("accentInk", "accentSoft", leastContrast);
        check("text", "segment", leastContrast);
        for (const place of ["Demo", "Staging", "Production"])
            check("environment" + place + "Text", "environment" + place, leastContrast);
    }

    function test_shapes_data() {
        return test_words_data();
    }

    // WCAG 1.4.11: what one must see to use a control, and disabled words as far as they can be read at all.
    function test_shapes(row) {
        Theme.dark = row.dark;
        for (const shape of ["focusRing", "borderControl", "good", "warning", "bad", "info", "textDisabled"]) {
            for (const ground of ["background", "surface", "raised"])
                check(shape, ground, leastShapeContrast);
        }
    }

    function test_tonesHaveWords_data() {
        return test_words_data();
    }

    function test_tonesHaveWords(row) {
        Theme.dark = row.dark;
        for (const tone of [Tone.Neutral, Tone.Accent, Tone.Good, Tone.Warning, Tone.Bad, Tone.Info]) {
            verify(contrast(Theme.toneText(tone), Theme.toneSoft(tone)) >= leastContrast, String(tone));
            verify(Theme.toneIcon(tone) !== "");
        }
    }

    function test_reducedMotionStopsMotion() {
        Theme.reducedMotion = true;
        compare(Theme.durationNormal, 0);
        Theme.reducedMotion = false;
        verify(Theme.durationNormal > 0);
    }

    function test_figuresAreEquallyWide() {
        const widths = new Set("0123456789".split("").map(digit => metrics.advanceWidth(digit.repeat(20))));
        compare(widths.size, 1);
        compare(metrics.font.family, "Inter Tabular");
    }

    FontMetrics {
        id: metrics

        font.family: Theme.numberFamily
        font.pixelSize: Theme.bodySize
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

/// Every colour, size and duration of the desk. The shell sets dark, compact, reducedMotion and still; nothing else is set.
/// Text colours reach 4.5:1 on every surface they are named for (see textPairs, checked by a test).
QtObject {
    id: root


    property bool dark: false
    property bool compact: true
    property bool reducedMotion: false
    /// Pictures are being made: no tooltip of what happens to be under the pointer.
    property bool still: false

    // Surfaces, from the window up.
    readonly property color background: root.dark ? "#151619" : "#f5f5f7"
    readonly property color surface: root.dark ? "#1b1c20" : "#ffffff"
    readonly property color raised: root.dark ? "#25262b" : "#ffffff"
    readonly property color headerBackground: root.dark ? "#202126" : "#f7f7f9"
    readonly property color rowAlternate: root.dark ? "#1e1f23" : "#fafafb"
    readonly property color hover: root.dark ? "#2f3138" : "#eeeff2"
    readonly property color pressed: root.dark ? "#383b43" : "#e4e5ea"
    readonly property color selection: root.dark ? "#2f3058" : "#e2e3fa"
    readonly property color selectionInactive: root.dark ? "#2d2f35" : "#e8e9ed"
    readonly property color textSelection: root.dark ? "#43459a" : "#c5c7f5"
    readonly property color field: root.dark ? "#17181b" : "#ffffff"
    readonly property color fieldDisabled: root.dark ? "#1f2024" : "#f1f1f4"
    readonly property color scrim: root.dark ? "#a6000000" : "#4d15161c"
    readonly property color shadow: root.dark ? "#0c000000" : "#04101223"

    // Lines.
    readonly property color border: root.dark ? "#303238" : "#e2e3e8"
    readonly property color borderStrong: root.dark ? "#4a4d56" : "#c8cad2"
    readonly property color borderControl: root.dark ? "#757a86" : "#868b98"
    readonly property color gridLine: root.dark ? "#26282d" : "#ebecf0"
    readonly property color focusRing: root.dark ? "#8f8bff" : "#5b57e0"
    readonly property color segment: root.dark ? "#3c3f47" : "#ffffff"
    readonly property color skeleton: root.dark ? "#2a2c31" : "#e9eaee"
    readonly property color scrollThumb: root.dark ? "#565a64" : "#b4b8c2"
    readonly property color scrollThumbHover: root.dark ? "#7a7f8c" : "#868b98"

    // Words.
    readonly property color text: root.dark ? "#e8e9ec" : "#1a1c21"
    readonly property color textMuted: root.dark ? "#b0b4bd" : "#51565f"
    readonly property color textFaint: root.dark ? "#a6abb6" : "#5e636d"
    readonly property color textDisabled: root.dark ? "#757a84" : "#868b96"
    readonly property color placeholder: root.dark ? "#8f949f" : "#6b707b"

    // The one accent: a fill with its text, an ink for words and icons on surfaces, a tint.
    readonly property color accent: root.dark ? "#5f5be0" : "#514dd0"
    readonly property color accentHover: root.dark ? "#6662e3" : "#4642bd"
    readonly property color accentPressed: root.dark ? "#514dcf" : "#3b37a8"
    readonly property color accentText: "#ffffff"
    readonly property color accentInk: root.dark ? "#b3b0ff" : "#4541bd"
    readonly property color accentSoft: root.dark ? "#29294a" : "#ececfc"

    // Meanings: the plain colour is for icons, dots and lines, ...Text for words, ...Soft for the ground below them.
    readonly property color good: root.dark ? "#4fbf7c" : "#1c8548"
    readonly property color goodText: root.dark ? "#79d69d" : "#14663a"
    readonly property color goodSoft: root.dark ? "#17301f" : "#e3f5ea"
    readonly property color warning: root.dark ? "#dfa53b" : "#b06f00"
    readonly property color warningText: root.dark ? "#edbf68" : "#7d4c00"
    readonly property color warningSoft: root.dark ? "#382a10" : "#fdf1d8"
    readonly property color bad: root.dark ? "#f0716c" : "#cb3a35"
    readonly property color badText: root.dark ? "#ff9f9a" : "#a8231f"
    readonly property color badSoft: root.dark ? "#3e1c1c" : "#fdeaea"
    readonly property color badFill: root.dark ? "#c93f3a" : "#c4322d"
    readonly property color badFillHover: root.dark ? "#bd3833" : "#ab2823"
    readonly property color badFillPressed: root.dark ? "#a82f2b" : "#94201c"
    readonly property color badFillText: "#ffffff"
    readonly property color info: root.dark ? "#58aede" : "#1879ab"
    readonly property color infoText: root.dark ? "#8ecbf0" : "#0f5a82"
    readonly property color infoSoft: root.dark ? "#142c3b" : "#e3f2fb"
    readonly property color neutralSoft: root.dark ? "#2c2e34" : "#ebecf0"

    // Where the rows come from: always shown with its word.
    readonly property color environmentDemo: root.dark ? "#2c2e34" : "#ebecf0"
    readonly property color environmentDemoText: root.textMuted
    readonly property color environmentStaging: root.dark ? "#4a3610" : "#fbe3b0"
    readonly property color environmentStagingText: root.dark ? "#f5cd80" : "#6b4000"
    readonly property color environmentProduction: root.dark ? "#c93f3a" : "#c4322d"
    readonly property color environmentProductionText: "#ffffff"

    // The base map: quiet, so that what is put onto it stands out; India lies a little above its neighbours.
    readonly property color mapWater: root.dark ? "#14191f" : "#d9e6ef"
    readonly property color mapLand: root.dark ? "#1f2126" : "#efeeeb"
    readonly property color mapHome: root.dark ? "#2a2c32" : "#fbfaf8"
    readonly property color mapUrban: root.dark ? "#35363d" : "#ece6dd"
    readonly property color mapRiver: root.dark ? "#24405a" : "#b4cfe2"
    readonly property color mapCoast: root.dark ? "#3b4c5b" : "#a7c0d2"
    readonly property color mapBorder: root.dark ? "#42454d" : "#c8c5bf"
    readonly property color mapHomeBorder: root.dark ? "#807c9c" : "#8d88a0"
    readonly property color mapStateBorder: root.dark ? "#474a53" : "#d3cec6"
    readonly property color mapLabel: root.dark ? "#dcdee3" : "#34373f"
    readonly property color mapLabelMuted: root.dark ? "#a6aab6" : "#686472"
    readonly property color mapHalo: root.dark ? "#d023252a" : "#e0fbfaf8"

    // Type.
    readonly property string textFamily: "Inter Desk"
    readonly property string numberFamily: "Inter Tabular"
    readonly property string monoFamily: Qt.platform.os === "windows" ? "Consolas" : Qt.platform.os === "osx" ? "Menlo" : "monospace"
    readonly property int captionSize: 12
    readonly property int bodySize: 13
    readonly property int titleSize: 15
    readonly property int headingSize: 20
    readonly property int displaySize: 28
    readonly property real proseLineHeight: 1.25
    readonly property int regularWeight: Font.Normal
    readonly property int mediumWeight: Font.Medium
    readonly property int strongWeight: Font.DemiBold

    // The 4-pixel grid.
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 20
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int space12: 48

    readonly property int hairline: 1
    readonly property int focusWidth: 2
    readonly property int radius: 6
    readonly property int radiusSmall: 4
    readonly property int radiusLarge: 10
    readonly property int iconTiny: 12
    readonly property int iconSmall: 16
    readonly property int iconLarge: 20
    readonly property int iconHero: 32
    readonly property int rowCompact: 28
    readonly property int rowComfortable: 34
    readonly property int rowHeight: root.compact ? root.rowCompact : root.rowComfortable
    readonly property int controlHeight: root.compact ? 28 : 32
    readonly property int chipHeight: 20
    readonly property int chipPadding: 7
    readonly property int badgeHeight: 18
    readonly property int keyCapHeight: 18
    readonly property int shadowLayers: 8
    readonly property int titleBarHeight: 48
    readonly property int statusBarHeight: 28
    readonly property int railWidth: 208
    readonly property int railCollapsedWidth: 48
    readonly property int inspectorWidth: 340
    readonly property int dialogWidth: 440
    readonly property int menuWidth: 200
    readonly property int readingWidth: 420
    readonly property int fieldWidth: 200
    readonly property int numberFieldWidth: 112
    readonly property int switchWidth: 32
    readonly property int textAreaHeight: 88
    readonly property int listHeight: 360
    readonly property int labelWidth: 144
    readonly property int locatorHeight: 200
    readonly property int thumbnailWidth: 128
    readonly property int thumbnailHeight: 96
    readonly property int scrollBarWidth: 6
    readonly property int scrollBarWidthHover: 10

    // Durations in milliseconds; with reduced motion things change at once.
    readonly property int durationFast: root.reducedMotion ? 0 : 90
    readonly property int durationNormal: root.reducedMotion ? 0 : 160
    readonly property int durationLoop: 1200
    readonly property int loadingDelay: 300
    readonly property int typingRest: 200
    readonly property int toolTipDelay: 600
    readonly property int toolTipTimeout: 12000
    readonly property int toastTimeout: 6000

    /// Colour of icons, dots and lines of a tone.
    function toneColor(tone: int): color {
        switch (tone) {
        case Tone.Accent:
            return root.accentInk;
        case Tone.Good:
            return root.good;
        case Tone.Warning:
            return root.warning;
        case Tone.Bad:
            return root.bad;
        case Tone.Info:
            return root.info;
        }
        return root.textMuted;
    }

    /// Colour of words on toneSoft() and on every surface.
    function toneText(tone: int): color {
        switch (tone) {
        case Tone.Accent:
            return root.accentInk;
        case Tone.Good:
            return root.goodText;
        case Tone.Warning:
            return root.warningText;
        case Tone.Bad:
            return root.badText;
        case Tone.Info:
            return root.infoText;
        }
        return root.textMuted;
    }

    /// The tint below toneText().
    function toneSoft(tone: int): color {
        switch (tone) {
        case Tone.Accent:
            return root.accentSoft;
        case Tone.Good:
            return root.goodSoft;
        case Tone.Warning:
            return root.warningSoft;
        case Tone.Bad:
            return root.badSoft;
        case Tone.Info:
            return root.infoSoft;
        }
        return root.neutralSoft;
    }

    /// The icon that says a tone without colour.
    function toneIcon(tone: int): string {
        switch (tone) {
        case Tone.Good:
            return "circle-check";
        case Tone.Warning:
            return "triangle-alert";
        case Tone.Bad:
            return "circle-alert";
        }
        return "info";
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// A small table of a report. The model's roles are label, toolTip, isTotal and figures: a list with text, tone and
/// opens. Figures that open something are links; arrow keys walk over them, Return opens. It is as high as its rows and
/// scrolls sideways where it is wider than its place.
FocusScope {
    id: root

    /// Texts, one for each figure of a row.
    property var headings: []
    property alias model: rows.model
    property string label
    property int figureWidth: Theme.space12 * 2
    property int labelWidth: Theme.labelWidth + Theme.space8

    property int currentRow: 0
    property int currentColumn: 0
    readonly property int rowCount: rows.count
    readonly property real innerWidth: Math.max(root.width, root.labelWidth + root.headings.length * root.figureWidth)

    signal opened(int row, int column)

    implicitHeight: column.implicitHeight + (flickable.interactive ? Theme.space3 : 0)
    activeFocusOnTab: root.rowCount > 0
    Accessible.role: Accessible.Table
    Accessible.name: root.label

    function step(rowStep: int, columnStep: int) {
        root.currentRow = Math.max(0, Math.min(root.rowCount - 1, root.currentRow + rowStep));
        root.currentColumn = Math.max(0, Math.min(root.headings.length - 1, root.currentColumn + columnStep));
        const right = root.innerWidth - (root.headings.length - root.currentColumn - 1) * root.figureWidth;
        if (right > flickable.contentX + flickable.width)
            flickable.contentX = right - flickable.width;
        else if (right - root.figureWidth < flickable.contentX + root.labelWidth)
            flickable.contentX = Math.max(0, right - root.figureWidth - root.labelWidth);
    }

    Keys.onUpPressed: event => {
        event.accepted = root.currentRow > 0;
        root.step(-1, 0);
    }
    Keys.onDownPressed: event => {
        event.accepted = root.currentRow < root.rowCount - 1;
        root.step(1, 0);
    }
    Keys.onLeftPressed: root.step(0, -1)
    Keys.onRightPressed: root.step(0, 1)
    Keys.onReturnPressed: root.opened(root.currentRow, root.currentColumn)
    Keys.onEnterPressed: root.opened(root.currentRow, root.currentColumn)

    Flickable {
        id: flickable

        anchors.fill: parent
        contentWidth: root.innerWidth
        contentHeight: column.implicitHeight
        clip: true
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        T.ScrollBar.horizontal: DeskScrollBar {}

        Column {
            id: column

            width: root.innerWidth

            Item {
                width: column.width
                height: Theme.rowHeight
                visible: root.headings.length > 1

                Repeater {
                    model: root.headings

                    DeskLabel {
                        required property int index
                        required property string modelData

                        x: column.width - (root.headings.length - index) * root.figureWidth
                        width: root.figureWidth - Theme.space2
                        height: Theme.rowHeight
                        text: modelData
                        color: Theme.textMuted
                        font.pixelSize: Theme.captionSize
                        horizontalAlignment: Text.AlignRight
                        verticalAlignment: Text.AlignVCenter
                    }
                }

                Separator {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                }
            }

            Repeater {
                id: rows

                Item {
                    id: row

                    required property int index
                    required property string label
                    required property string toolTip
                    required property bool isTotal
                    required property var figures

                    width: column.width
                    height: Theme.rowHeight
                    Accessible.role: Accessible.Row
                    Accessible.name: row.label

                    DeskLabel {
                        id: rowLabel

                        width: column.width - root.headings.length * root.figureWidth - Theme.space2
                        height: parent.height
                        text: row.label
                        color: row.isTotal ? Theme.textMuted : Theme.text
                        font.weight: row.isTotal ? Theme.mediumWeight : Theme.regularWeight
                        verticalAlignment: Text.AlignVCenter

                        HoverHandler {
                            id: labelHover

                            enabled: row.toolTip !== ""
                        }

                        HoverTip {
                            text: row.toolTip
                            wanted: labelHover.hovered
                        }
                    }

                    Repeater {
                        model: row.figures

                        Item {
                            id: figure

                            required property int index
                            required property var modelData
                            readonly property bool current: root.activeFocus && root.currentRow === row.index && root.currentColumn === figure.index

                            x: column.width - (root.headings.length - figure.index) * root.figureWidth
                            width: root.figureWidth
                            height: row.height
                            Accessible.role: figure.modelData.opens ? Accessible.Link : Accessible.Cell
                            Accessible.name: qsTr("%1, %2: %3").arg(row.label).arg(root.headings[figure.index] ?? "").arg(figure.modelData.text)
                            Accessible.onPressAction: root.opened(row.index, figure.index)

                            Rectangle {
                                anchors.fill: parent
                                anchors.leftMargin: Theme.space2
                                anchors.topMargin: Theme.hairline
                                anchors.bottomMargin: Theme.hairline
                                radius: Theme.radiusSmall
                                color: hover.hovered && figure.modelData.opens ? Theme.hover : "transparent"

                                FocusRing {
                                    active: figure.current
                                    radius: parent.radius
                                }
                            }

                            NumberLabel {
                                anchors.fill: parent
                                anchors.rightMargin: Theme.space2
                                text: figure.modelData.text
                                color: figure.modelData.opens ? (figure.modelData.tone === Tone.Neutral ? Theme.accentInk : Theme.toneText(figure.modelData.tone)) : row.isTotal ? Theme.text : Theme.textFaint
                                font.weight: row.isTotal ? Theme.mediumWeight : Theme.regularWeight
                                verticalAlignment: Text.AlignVCenter
                            }

                            HoverHandler {
                                id: hover

                                enabled: !Theme.still
                                cursorShape: figure.modelData.opens ? Qt.PointingHandCursor : Qt.ArrowCursor
                            }

                            TapHandler {
                                onTapped: {
                                    root.currentRow = row.index;
                                    root.currentColumn = figure.index;
                                    root.forceActiveFocus(Qt.MouseFocusReason);
                                    root.opened(row.index, figure.index);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

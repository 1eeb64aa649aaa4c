// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Ghar {

enum class CellTone;

/// Colours and fonts of a TableGrid, bound to the theme in QML. Any change repaints the grid.
///
/// Background colours are expected to be opaque. `selection` and `hover` are tints that lie over the text, so that
/// moving them repaints no row: they are drawn with at most 40 % opacity, whatever their alpha says.
class GridStyle : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(GridStyle)
    QML_UNCREATABLE("Part of a TableGrid")
    Q_PROPERTY(QColor background MEMBER background NOTIFY changed FINAL)
    Q_PROPERTY(QColor alternate MEMBER alternate NOTIFY changed FINAL)
    Q_PROPERTY(QColor gutter MEMBER gutter NOTIFY changed FINAL)
    Q_PROPERTY(QColor gridLine MEMBER gridLine NOTIFY changed FINAL)
    Q_PROPERTY(QColor text MEMBER text NOTIFY changed FINAL)
    Q_PROPERTY(QColor muted MEMBER muted NOTIFY changed FINAL)
    Q_PROPERTY(QColor placeholder MEMBER placeholder NOTIFY changed FINAL)
    Q_PROPERTY(QColor link MEMBER link NOTIFY changed FINAL)
    Q_PROPERTY(QColor selection MEMBER selection NOTIFY changed FINAL)
    Q_PROPERTY(QColor selectionBorder MEMBER selectionBorder NOTIFY changed FINAL)
    Q_PROPERTY(QColor hover MEMBER hover NOTIFY changed FINAL)
    Q_PROPERTY(QColor edited MEMBER edited NOTIFY changed FINAL)
    Q_PROPERTY(QColor inserted MEMBER inserted NOTIFY changed FINAL)
    Q_PROPERTY(QColor deleted MEMBER deleted NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipNeutralText MEMBER chipNeutralText NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipNeutralBackground MEMBER chipNeutralBackground NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipAccentText MEMBER chipAccentText NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipAccentBackground MEMBER chipAccentBackground NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipGoodText MEMBER chipGoodText NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipGoodBackground MEMBER chipGoodBackground NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipWarningText MEMBER chipWarningText NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipWarningBackground MEMBER chipWarningBackground NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipBadText MEMBER chipBadText NOTIFY changed FINAL)
    Q_PROPERTY(QColor chipBadBackground MEMBER chipBadBackground NOTIFY changed FINAL)
    Q_PROPERTY(QFont font MEMBER font NOTIFY changed FINAL)
    Q_PROPERTY(QFont numberFont MEMBER numberFont NOTIFY changed FINAL)
    Q_PROPERTY(qreal cellPadding MEMBER cellPadding NOTIFY changed FINAL)

public:
    explicit GridStyle(QObject *parent = nullptr);

    QColor chipText(CellTone tone) const;
    QColor chipBackground(CellTone tone) const;

    QColor background{255, 255, 255};
    QColor alternate{250, 250, 251};
    QColor gutter{247, 247, 248}; ///< behind the row numbers
    QColor gridLine{233, 233, 236};
    QColor text{28, 28, 32};
    QColor muted{112, 112, 122};       ///< row numbers, masks, line-break marks
    QColor placeholder{160, 160, 170}; ///< the word NULL; Loading bars take it at a quarter of its opacity
    QColor link{36, 92, 208};
    QColor selection{36, 92, 208, 38};   ///< over selected cells
    QColor selectionBorder{36, 92, 208}; ///< around the current cell
    QColor hover{20, 24, 40, 10};        ///< over the row under the pointer
    QColor edited{255, 244, 204};        ///< staged change of a value
    QColor inserted{221, 244, 226};      ///< staged new row
    QColor deleted{251, 224, 224};       ///< staged removal
    QColor chipNeutralText{70, 70, 80};
    QColor chipNeutralBackground{236, 236, 240};
    QColor chipAccentText{30, 72, 168};
    QColor chipAccentBackground{224, 233, 252};
    QColor chipGoodText{22, 101, 52};
    QColor chipGoodBackground{220, 243, 227};
    QColor chipWarningText{133, 77, 14};
    QColor chipWarningBackground{252, 240, 208};
    QColor chipBadText{159, 30, 30};
    QColor chipBadBackground{252, 226, 226};
    QFont font;
    /// Figures get equal advances whatever the font says: Qt 6.4 cannot switch on `tnum`.
    QFont numberFont;
    qreal cellPadding = 8.0; ///< logical pixels left and right of a text

signals:
    void changed();
};

} // namespace Ghar

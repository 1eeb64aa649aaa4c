// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridstyle.h"

#include "cellroles.h"

namespace Ghar {

GridStyle::GridStyle(QObject *parent) : QObject(parent)
{
    font.setPixelSize(13);
    numberFont.setPixelSize(13);
}

QColor GridStyle::chipText(CellTone tone) const
{
    switch (tone) {
    case CellTone::Neutral:
        break;
    case CellTone::Accent:
        return chipAccentText;
    case CellTone::Good:
        return chipGoodText;
    case CellTone::Warning:
        return chipWarningText;
    case CellTone::Bad:
        return chipBadText;
    }
    return chipNeutralText;
}

QColor GridStyle::chipBackground(CellTone tone) const
{
    switch (tone) {
    case CellTone::Neutral:
        break;
    case CellTone::Accent:
        return chipAccentBackground;
    case CellTone::Good:
        return chipGoodBackground;
    case CellTone::Warning:
        return chipWarningBackground;
    case CellTone::Bad:
        return chipBadBackground;
    }
    return chipNeutralBackground;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturelook.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

const auto greyscaleKey = u"media/greyscale"_s;
const auto blurredKey = u"media/blurred"_s;

} // namespace

PictureLook::PictureLook(QObject *parent) : QObject(parent)
{
    const QSettings settings;
    m_effects.greyscale = settings.value(greyscaleKey, false).toBool();
    m_effects.blurred = settings.value(blurredKey, false).toBool();
}

void PictureLook::setGreyscale(bool greyscale)
{
    if (m_effects.greyscale == greyscale)
        return;
    m_effects.greyscale = greyscale;
    QSettings().setValue(greyscaleKey, greyscale);
    emit changed();
}

void PictureLook::setBlurred(bool blurred)
{
    if (m_effects.blurred == blurred)
        return;
    m_effects.blurred = blurred;
    QSettings().setValue(blurredKey, blurred);
    emit changed();
}

} // namespace Ghar

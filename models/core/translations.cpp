// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Ghar {

bool installTranslations()
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    return translator->load(u":/ghar/i18n/ghar_en.qm"_s) && QCoreApplication::installTranslator(translator);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvtext.h"

#include "core/formulaguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

bool needsCsvQuotes(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
}

QString csvQuoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString csvField(QString text)
{
    text = guardedText(std::move(text));
    return needsCsvQuotes(text) ? csvQuoted(std::move(text)) : text;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plaintext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Ghar {

QString withoutEntities(const QString &text)
{
    if (!text.contains(u'&'))
        return text;
    QString plain = text;
    // The ampersand last: what it stood for must not be taken for the start of another.
    for (const auto &[entity, character] :
         {std::pair("&lt;"_L1, u'<'), std::pair("&gt;"_L1, u'>'), std::pair("&quot;"_L1, u'"'),
          std::pair("&#x27;"_L1, u'\''), std::pair("&#39;"_L1, u'\''), std::pair("&amp;"_L1, u'&')})
        plain.replace(entity, QString(QChar(character)));
    return plain;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulaguard.h"

using namespace Qt::StringLiterals;

namespace Ghar {

bool looksLikeFormula(QStringView text)
{
    // Apostrophes at the start are looked behind, so that a guarded text can be told from one that had an apostrophe.
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    // The characters by which spreadsheets know a formula, those of full width included.
    static const QString starters = u"=+-@\t\r\n＝＋－＠"_s;
    if (text.isEmpty())
        return false;
    if (!starters.contains(text.front())) {
        text = text.trimmed();
        if (text.isEmpty() || !starters.contains(text.front()))
            return false;
    }
    bool isNumber = false;
    (void)text.toDouble(&isNumber);
    return !isNumber;
}

QString guardedText(QString text)
{
    if (looksLikeFormula(text))
        text.prepend(u'\'');
    return text;
}

QString unguardedText(QString text)
{
    if (text.startsWith(u'\'') && looksLikeFormula(text))
        text.remove(0, 1);
    return text;
}

} // namespace Ghar

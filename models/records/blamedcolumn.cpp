// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/blamedcolumn.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

QString columnBlamedBy(const LiveTable &table, const Error &error)
{
    const QString text = error.userText + u' ' + error.detail;
    static const QRegularExpression word(u"[\\w]+"_s);
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();)
        words.append(found.next().captured());
    for (const UniqueKey &key : table.table.uniqueKeys) {
        if (words.contains(key.name))
            return key.columns.first();
    }
    for (const LiveIndex &index : table.indexes) {
        if (index.unique && words.contains(index.name))
            return index.columns.value(0);
    }
    for (const Check &check : table.table.checks) {
        if (!words.contains(check.name))
            continue;
        for (const Column &column : table.table.columns) {
            if (check.expression.contains(QRegularExpression(u"\\b"_s + column.name + u"\\b"_s)))
                return column.name;
        }
    }
    // `column "x"` and `Key (x)=(…)` of PostgreSQL, `table.column` of SQLite.
    static const QRegularExpression named(u"(?:column \"|Key \\()(\\w+)"_s);
    if (const auto match = named.match(text); match.hasMatch() && table.table.column(match.captured(1)))
        return match.captured(1);
    static const QRegularExpression dotted(u"(\\w+)\\.(\\w+)"_s);
    for (auto found = dotted.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (match.captured(1) == table.table.name && table.table.column(match.captured(2)))
            return match.captured(2);
    }
    return {};
}

} // namespace Ghar

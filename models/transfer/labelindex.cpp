// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/labelindex.h"

#include "records/rowlabels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelIndex)
};

QString plainLabel(const QString &label)
{
    return label.simplified().toCaseFolded();
}

} // namespace

void LabelIndex::add(const QString &label, const QString &key, bool isWhole)
{
    const QString plain = plainLabel(label);
    if (plain.isEmpty())
        return;
    Found &found = m_rows[plain];
    if (found.key.isNull() || (isWhole && !found.isWhole))
        found = {key, isWhole, false};
    else if (found.isWhole == isWhole && found.key != key)
        found.isAmbiguous = true;
}

Result<LabelIndex> LabelIndex::build(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                     const QString &keyColumn)
{
    LabelIndex index;
    qint64 rows = 0;
    const Result<void> read =
        forEachRowLabel(connection, live, table, keyColumn, [&](const Value &key, const RowLabel &label) {
            index.add(label.text, key.text(), true);
            const QStringList parts = label.text.split(u" · "_s);
            for (const QString &part : parts) {
                if (parts.size() > 1)
                    index.add(part, key.text(), false);
            }
            return ++rows <= mostRows;
        });
    if (!read)
        return read.error();
    if (rows > mostRows)
        return Error{ErrorKind::Refused,
                     Text::tr("%1 has too many rows to find them by label. Name them by key. Nothing was written.")
                         .arg(table.table.label),
                     {}};
    return index;
}

LabelIndex::Match LabelIndex::find(const QString &label, Value &key) const
{
    const auto found = m_rows.constFind(plainLabel(label));
    if (found == m_rows.cend())
        return Match::None;
    if (found->isAmbiguous)
        return Match::Several;
    key = Value(found->key);
    return Match::One;
}

} // namespace Ghar

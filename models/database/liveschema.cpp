// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/liveschema.h"

#include "database/dialect.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

QString LiveTable::from(const QString &alias) const
{
    const QString name = Dialect::quote(table.name);
    if (rowCondition.isEmpty())
        return alias.isEmpty() ? name : name + u" AS "_s + alias;
    // Both databases merge such a query into the one around it, so that indexes serve as they do without it.
    return u"(SELECT * FROM "_s + name + u" WHERE "_s + rowCondition + u") AS "_s + (alias.isEmpty() ? name : alias);
}

bool LiveTable::hasIndexOn(const QString &column) const
{
    return table.primaryKey.value(0) == column
        || std::any_of(indexes.cbegin(), indexes.cend(), [&column](const LiveIndex &index) {
               return !index.partial && index.columns.value(0) == column;
           });
}

const LiveTable *LiveSchema::table(QStringView name) const
{
    for (const LiveTable &candidate : tables) {
        if (candidate.table.name == name)
            return &candidate;
    }
    return nullptr;
}

QStringList LiveSchema::enumLabels(const Column &column) const
{
    QStringList labels;
    if (const EnumType *type = catalogue->enumType(column.enumName))
        labels = type->labels;
    for (const QString &label : serverEnums.value(column.serverType)) {
        if (!labels.contains(label))
            labels.append(label);
    }
    return labels;
}

QList<LiveSchema::Referrer> LiveSchema::referrersOf(QStringView tableName) const
{
    QList<Referrer> referrers;
    for (const LiveTable &candidate : tables) {
        for (const ForeignKey &key : candidate.table.foreignKeys) {
            if (key.refTable == tableName)
                referrers.append({&candidate, key.columns, key.refColumns, true});
        }
        for (const LooseReference &reference : candidate.table.looseReferences) {
            if (reference.refTable == tableName && !reference.refColumn.contains(u' '))
                referrers.append({&candidate, {reference.column}, {reference.refColumn}, false});
        }
    }
    return referrers;
}

} // namespace Ghar

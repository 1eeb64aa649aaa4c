// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importmapping.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportMapping)
};

QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    return plain;
}

} // namespace

QStringList importableColumns(const LiveTable &table)
{
    QStringList names;
    for (const Column &column : table.table.columns) {
        if (column.type != ColumnType::TextSearchVector)
            names.append(column.name);
    }
    return names;
}

ImportMapping mappingByName(const LiveTable &table, const QStringList &names)
{
    const QStringList columns = importableColumns(table);
    QSet<QString> taken;
    ImportMapping mapping;
    for (const QString &name : names) {
        const bool isExact = columns.contains(name);
        mapping.append({name, isExact ? name : QString(), false});
        if (isExact)
            taken.insert(name);
    }
    // What is spelled exactly comes first; a label is second to a name.
    for (const bool byLabel : {false, true}) {
        for (MappedColumn &mapped : mapping) {
            for (const QString &column : columns) {
                const QString candidate = byLabel ? table.table.column(column)->label : column;
                if (mapped.column.isEmpty() && !taken.contains(column)
                    && plainName(mapped.name) == plainName(candidate)) {
                    mapped.column = column;
                    taken.insert(column);
                }
            }
        }
    }
    return mapping;
}

Result<void> checkMapping(const LiveTable &table, const ImportMapping &mapping)
{
    const auto wrong = [](const QString &sentence) { return Error{ErrorKind::BadInput, sentence, {}}; };
    const QStringList columns = importableColumns(table);
    QHash<QString, QString> given;
    for (const MappedColumn &mapped : mapping) {
        if (mapped.column.isEmpty())
            continue;
        if (!columns.contains(mapped.column))
            return wrong(Text::tr("%1 has no column %2 that a file can give. Nothing was written.")
                             .arg(table.table.name, mapped.column));
        if (given.contains(mapped.column))
            return wrong(
                Text::tr("“%1” and “%2” of the file are both for %3. Leave one of them out. Nothing was written.")
                    .arg(given.value(mapped.column), mapped.name, mapped.column));
        if (mapped.isByLabel && !table.table.foreignKeyOf(mapped.column))
            return wrong(
                Text::tr("%1 leads to no other table, so nothing in it can be named by label. Nothing was written.")
                    .arg(mapped.column));
        given.insert(mapped.column, mapped.name);
    }
    if (given.isEmpty())
        return wrong(
            Text::tr("No column of the file belongs to a column of %1. Nothing was written.").arg(table.table.name));
    return {};
}

} // namespace Ghar

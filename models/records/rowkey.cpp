// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/rowkey.h"

#include "database/dialect.h"
#include "records/valuecheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowKey)
};

} // namespace

QString rowKeyText(const Row &primaryKey)
{
    if (primaryKey.size() == 1)
        return primaryKey.first().text();
    QStringList parts;
    for (const Value &value : primaryKey)
        parts.append(QString(value.text()).replace(u'%', "%25"_L1).replace(u'/', "%2F"_L1));
    return parts.join(u'/');
}

QString rowKeyCondition(const Dialect &dialect, const LiveTable &table, const Row &key, Sql &sql)
{
    QStringList conditions;
    for (qsizetype i = 0; i < table.table.primaryKey.size(); ++i) {
        const Column &column = *table.table.column(table.table.primaryKey.at(i));
        conditions.append(Dialect::quote(column.name) + u" = "_s + dialect.bind(sql, column, key.value(i)));
    }
    return conditions.join(u" AND "_s);
}

Result<Row> rowKeyFromText(const LiveTable &table, const QString &text)
{
    const QStringList &names = table.table.primaryKey;
    if (names.isEmpty())
        return Error{ErrorKind::Refused,
                     Text::tr("%1 has no primary key, so none of its rows can be named.").arg(table.table.name),
                     {}};
    const QStringList parts = names.size() == 1 ? QStringList{text} : text.split(u'/');
    if (parts.size() != names.size())
        return Error{ErrorKind::BadInput,
                     Text::tr("“%1” is no key of %2. It takes %3, separated by “/”.")
                         .arg(text, table.table.name, names.join(u", "_s)),
                     {}};
    Row key;
    for (qsizetype i = 0; i < names.size(); ++i) {
        QString part = parts.at(i);
        if (names.size() > 1)
            part.replace("%2F"_L1, "/"_L1).replace("%25"_L1, "%"_L1);
        const Result<Value> value = valueFromInput(*table.table.column(names.at(i)), part);
        if (!value)
            return value.error();
        if (value->isNull())
            return Error{ErrorKind::BadInput, Text::tr("The key of %1 must not be empty.").arg(table.table.name), {}};
        key.append(*value);
    }
    return key;
}

} // namespace Ghar

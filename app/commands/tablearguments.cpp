// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/tablearguments.h"

#include "records/valuecheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableArguments)
};

} // namespace

Result<const Column *> columnNamed(const LiveTable &table, const QString &name)
{
    if (const Column *column = table.table.column(name))
        return column;
    return Error{ErrorKind::NotFound,
                 Text::tr("The table %1 has no column %2. Nothing was read.").arg(table.table.name, name),
                 {}};
}

Result<TableQuery> tableQueryOf(const CommandContext &context, const LiveSchema &live, const LiveTable &table)
{
    TableQuery query;
    for (const QString &condition : context.arguments().values(u"where"_s)) {
        const qsizetype equals = condition.indexOf(u'=');
        if (equals < 1)
            return Error{
                ErrorKind::BadInput, Text::tr("--where %1 is not of the form COLUMN=VALUE.").arg(condition), {}};
        const Result<const Column *> column = columnNamed(table, condition.first(equals));
        if (!column)
            return column.error();
        const Result<Value> value = valueFromInput(**column, condition.mid(equals + 1));
        if (!value)
            return value.error();
        // A server refuses labels that its type does not have; a file holds them as text.
        if (const QStringList labels = live.serverEnums.value((*column)->serverType);
            !labels.isEmpty() && !value->isNull() && !labels.contains(value->text()))
            return Error{ErrorKind::BadInput,
                         Text::tr("“%1” is no value of %2. It takes %3.")
                             .arg(value->text(), (*column)->name, labels.join(u", "_s)),
                         {}};
        query.filters.append({(*column)->name, Filter::Op::Equals, {*value}});
    }
    for (const QString &sort : context.arguments().values(u"sort"_s)) {
        QString name = sort;
        bool descending = false;
        if (!table.table.column(name)) {
            if (name.endsWith(":desc"_L1)) {
                descending = true;
                name.chop(5);
            } else if (name.endsWith(":asc"_L1)) {
                name.chop(4);
            }
        }
        const Result<const Column *> column = columnNamed(table, name);
        if (!column)
            return column.error();
        if (!Dialect::isSortable(**column))
            return Error{ErrorKind::BadInput, Text::tr("Rows cannot be ordered by %1.").arg(name), {}};
        query.sort.append({name, descending});
    }
    return query;
}

Result<const LiveTable *> tableNamed(const LiveSchema &live, const QString &name)
{
    if (const LiveTable *table = live.table(name)) {
        if (!table->hiddenBecause.isEmpty())
            return Error{ErrorKind::Permission, table->hiddenBecause, {}};
        return table;
    }
    return Error{
        ErrorKind::NotFound, Text::tr("The database has no table %1. See “ghar-desk db tables”.").arg(name), {}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/deletedmoney.h"

#include "database/connection.h"
#include "records/deleteplandraft.h"
#include "records/deletequery.h"
#include "records/doomedrows.h"

using namespace Qt::StringLiterals;

namespace Ghar {

QStringList moneyColumns(const LiveTable &table)
{
    QStringList columns;
    for (const Column &column : table.table.columns) {
        if (column.isMoney && (column.type == ColumnType::Numeric || column.type == ColumnType::Float))
            columns.append(column.name);
    }
    return columns;
}

QString sumOfPaise(const QString &column)
{
    return u"CAST(sum(CAST(round(CAST("_s + Dialect::quote(column) + u" AS numeric) * 100) AS bigint)) AS text)"_s;
}

Result<void> sumDeletedMoney(Connection &connection, const LiveSchema &live, const DoomedRows &doomed,
                             DeletePlanDraft &draft)
{
    for (const LiveTable &table : live.tables) {
        const DoomedTable *going = doomed.find(&table);
        const QStringList columns = moneyColumns(table);
        if (!going || columns.isEmpty())
            continue;
        QStringList sums;
        for (const QString &column : columns)
            sums.append(sumOfPaise(column));
        QMap<QString, qint64> paise = going->paise;
        for (qsizetype from = 0; from < going->rows.size(); from += deletePlanChunk) {
            const QList<DoomedRow> chunk = going->rows.mid(from, deletePlanChunk);
            QList<Row> keys;
            for (const DoomedRow &row : chunk)
                keys.append(going->keyOf(row.kept));
            Sql sql;
            const QString condition = conditionOn(connection.dialect(), sql, table, table.table.primaryKey, keys);
            if (condition.isEmpty())
                continue;
            sql.text = selectFrom(table, sums, condition);
            const Result<std::optional<Row>> summed = connection.firstRow(sql);
            if (!summed)
                return summed.error();
            for (qsizetype column = 0; column < columns.size(); ++column)
                paise[columns.at(column)] += (*summed)->at(column).text().toLongLong();
            if (const Result<void> reported = draft.report(); !reported)
                return reported;
        }
        for (const QString &column : columns) {
            if (paise.value(column) != 0)
                draft.plan().money.append({table.table.name, column, paise.value(column)});
        }
    }
    return {};
}

} // namespace Ghar

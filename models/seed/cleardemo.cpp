// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/cleardemo.h"

#include "database/deskmeta.h"
#include "database/transaction.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClearDemo)
};

QString q(const QString &name)
{
    return Dialect::quote(name);
}

/// The flagged rows that go. Demo users with a real listing stay (properties.owner_id blocks their deletion).
QString doomedCondition(const QString &table, bool isPostgres)
{
    const QString yes = isPostgres ? u"true"_s : u"1"_s;
    const QString flagged = u"is_seed_data = "_s + yes;
    if (table != "users"_L1)
        return flagged;
    return flagged + u" AND id NOT IN (SELECT owner_id FROM properties WHERE is_seed_data <> "_s + yes
        + u" AND owner_id IS NOT NULL)"_s;
}

/// Tables whose rows go with their demo owner although no rule of the database says so.
const QStringList goWithTheirOwner{u"documents"_s, u"rental_application_forms"_s};

using Counts = QHash<QString, qint64>;

Result<Counts> countAll(Connection &connection, const LiveSchema &live)
{
    Counts counts;
    for (const LiveTable &table : live.tables) {
        if (table.isView || !table.readable)
            continue;
        const Result<Value> count = connection.scalar({u"SELECT count(*) FROM "_s + q(table.table.name), {}});
        if (!count)
            return count.error();
        counts.insert(table.table.name, count->text().toLongLong());
    }
    return counts;
}

/// Makes way for the deletion: what blocks it is set to null, or goes too where NULL is not allowed.
Result<void> releaseReferences(Connection &connection, const LiveSchema &live, const QString &target,
                               ClearDemoPlan &plan)
{
    const QString doomed = doomedCondition(target, connection.dialect().isPostgres());
    for (const LiveTable &table : live.tables) {
        for (const ForeignKey &key : table.table.foreignKeys) {
            if (key.refTable != target || key.onDelete != DeleteRule::NoAction || key.columns.size() != 1)
                continue;
            const QString &column = key.columns.first();
            if (table.table.name == "properties"_L1 && column == "owner_id"_L1)
                continue; // those owners are not doomed
            const QString condition = u" WHERE "_s + q(column) + u" IN (SELECT "_s + q(key.refColumns.first())
                + u" FROM "_s + q(target) + u" WHERE "_s + doomed + u')';
            const bool nullable = table.table.column(column)->nullable;
            if (!nullable && !goWithTheirOwner.contains(table.table.name)) {
                const Result<Value> blocking =
                    connection.scalar({u"SELECT count(*) FROM "_s + q(table.table.name) + condition, {}});
                if (!blocking)
                    return blocking.error();
                if (blocking->text() == "0"_L1)
                    continue;
                return Error{ErrorKind::Refused,
                             Text::tr("%n row(s) of %1 refer to demo rows of %2 by %3 and cannot do without. Nothing "
                                      "was changed; let them refer to other rows, or delete them, first.",
                                      nullptr, blocking->text().toInt())
                                 .arg(table.table.name, target, column),
                             {}};
            }
            const Result<qint64> done = connection.execute(
                {nullable ? u"UPDATE "_s + q(table.table.name) + u" SET "_s + q(column) + u" = NULL"_s + condition
                          : u"DELETE FROM "_s + q(table.table.name) + condition,
                 {}});
            if (!done)
                return done.error();
            if (nullable && *done > 0)
                plan.clearedReferences.append({table.table.name, column, *done});
        }
    }
    return {};
}

Result<ClearDemoPlan> carryOut(Connection &connection, const LiveSchema &live)
{
    ClearDemoPlan plan;
    for (const QString &name : {u"users"_s, u"agents"_s, u"properties"_s}) {
        const LiveTable *table = live.table(name);
        if (!table || !table->table.column(u"is_seed_data"_s))
            return Error{
                ErrorKind::Refused,
                Text::tr("The table %1 has no column is_seed_data, so demo rows cannot be told from real ones. "
                         "Nothing was changed.")
                    .arg(name),
                {}};
    }
    const Result<Counts> before = countAll(connection, live);
    if (!before)
        return before.error();
    const QString yes = connection.dialect().isPostgres() ? u"true"_s : u"1"_s;
    const Result<QList<Row>> owners = connection.rows(
        {u"SELECT CAST(p.id AS text), p.title, CAST(u.id AS text), coalesce(u.full_name, u.phone, u.email) "
         "FROM properties AS p JOIN users AS u ON u.id = p.owner_id WHERE p.is_seed_data <> "_s
             + yes + u" AND u.is_seed_data = "_s + yes + u" ORDER BY p.id"_s,
         {}});
    if (!owners)
        return owners.error();
    for (const Row &row : *owners)
        plan.keptOwners.append({row.at(0), row.at(1).text(), row.at(2), row.at(3).text()});
    // Listings first: what goes with them no longer needs to be released from users and agents.
    for (const QString &name : {u"properties"_s, u"users"_s, u"agents"_s}) {
        if (const Result<void> released = releaseReferences(connection, live, name, plan); !released)
            return released.error();
        const Result<qint64> deleted = connection.execute(
            {u"DELETE FROM "_s + q(name) + u" WHERE "_s + doomedCondition(name, connection.dialect().isPostgres()),
             {}});
        if (!deleted)
            return deleted.error();
    }
    const Result<Counts> after = countAll(connection, live);
    if (!after)
        return after.error();
    for (const LiveTable &table : live.tables) {
        const QString &name = table.table.name;
        if (const qint64 gone = before->value(name) - after->value(name); gone > 0)
            plan.deletedRows.append({name, gone});
    }
    return plan;
}

} // namespace

Result<ClearDemoPlan> planClearDemo(Connection &connection, const LiveSchema &live)
{
    Transaction transaction(connection);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    return carryOut(connection, live);
}

Result<void> clearDemoData(Connection &connection, const LiveSchema &live, const ClearDemoPlan &plan)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    const Result<ClearDemoPlan> done = carryOut(connection, live);
    if (!done)
        return done.error();
    if (*done != plan)
        return Error{
            ErrorKind::Refused,
            Text::tr("Somebody has changed the database since the plan was made. Nothing was changed; make the plan "
                     "again."),
            {}};
    // What is left is nobody's demo.
    if (live.deskVersion > 0) {
        if (Result<void> marked = writeMeta(connection, u"demo_today"_s, QString()); !marked)
            return marked;
    }
    return transaction.commit();
}

QStringList describe(const ClearDemoPlan &plan)
{
    QStringList lines;
    if (plan.deletedRows.isEmpty())
        return {Text::tr("There is no demo data here; nothing is to be deleted.")};
    lines.append(Text::tr("Rows that go:"));
    qint64 total = 0;
    for (const auto &[table, count] : plan.deletedRows) {
        lines.append(u"  "_s + table.leftJustified(32) + QString::number(count).rightJustified(10));
        total += count;
    }
    lines.append(u"  "_s + Text::tr("in all").leftJustified(32) + QString::number(total).rightJustified(10));
    for (const ClearDemoPlan::ClearedReference &reference : plan.clearedReferences)
        lines.append(Text::tr("%1.%2 is set to null in %n row(s) that stay.", nullptr, int(reference.rows))
                         .arg(reference.table, reference.column));
    for (const ClearDemoPlan::KeptOwner &owner : plan.keptOwners)
        lines.append(Text::tr("The demo user %1 (%2) stays: the real listing %3 (%4) is theirs.")
                         .arg(owner.ownerId.text(), owner.ownerLabel, owner.propertyId.text(), owner.propertyLabel));
    return lines;
}

} // namespace Ghar

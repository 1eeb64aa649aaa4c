// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationclaim.h"

#include "core/instant.h"
#include "database/connection.h"
#include "database/deskmeta.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

Result<std::optional<ModerationClaim>> readClaim(Connection &connection, const ModerationItem &item)
{
    Sql sql;
    sql.text = u"SELECT holder, staff_id, staff_name, claimed_at, expires_at FROM "_s
        + deskTable(connection.dialect(), u"claims"_s) + u" WHERE item = "_s
        + connection.dialect().bindText(sql, item.text());
    const Result<std::optional<Row>> row = connection.firstRow(sql);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<ModerationClaim>();
    const Row &found = **row;
    return std::optional(ModerationClaim{item, found.at(0).text(), found.at(1), found.at(2).text(),
                                         instantFromText(found.at(3).text()).value_or(QDateTime()),
                                         instantFromText(found.at(4).text()).value_or(QDateTime())});
}

} // namespace

Result<ModerationClaim> claimItem(Connection &connection, const ModerationClaim &wanted)
{
    const Dialect &dialect = connection.dialect();
    const QString table = deskTable(dialect, u"claims"_s);
    Sql sql;
    QStringList values;
    values.append(dialect.bindText(sql, wanted.item.text()));
    values.append(dialect.bindText(sql, wanted.holder));
    values.append(wanted.staffId.isNull() ? u"NULL"_s : dialect.bindInteger(sql, wanted.staffId.text().toLongLong()));
    values.append(dialect.bindText(sql, wanted.staffName));
    values.append(dialect.bindText(sql, instantText(wanted.claimedAt)));
    values.append(dialect.bindText(sql, instantText(wanted.expiresAt)));
    const QString now = dialect.bindText(sql, instantText(wanted.claimedAt));
    // Times of one fixed width compare as texts do.
    sql.text = u"INSERT INTO "_s + table
        + u" AS held (item, holder, staff_id, staff_name, claimed_at, expires_at) VALUES ("_s + values.join(u", "_s)
        + u") ON CONFLICT (item) DO UPDATE SET holder = excluded.holder, staff_id = excluded.staff_id, "
          "staff_name = excluded.staff_name, claimed_at = excluded.claimed_at, expires_at = excluded.expires_at "
          "WHERE held.holder = excluded.holder OR held.staff_id = excluded.staff_id OR held.expires_at <= "_s
        + now;
    const Result<qint64> taken = connection.execute(sql);
    if (!taken)
        return taken.error();
    if (*taken == 1)
        return wanted;
    const Result<std::optional<ModerationClaim>> held = readClaim(connection, wanted.item);
    if (!held)
        return held.error();
    // Given back between the two statements: then it is as good as ours, and the next call takes it.
    return *held ? **held : wanted;
}

Result<void> releaseItem(Connection &connection, const ModerationItem &item, const QString &holder)
{
    Sql sql;
    const QString name = connection.dialect().bindText(sql, item.text());
    const QString mine = connection.dialect().bindText(sql, holder);
    sql.text = u"DELETE FROM "_s + deskTable(connection.dialect(), u"claims"_s) + u" WHERE item = "_s + name
        + u" AND holder = "_s + mine;
    const Result<qint64> done = connection.execute(sql);
    if (!done)
        return done.error();
    return {};
}

Result<void> endClaims(Connection &connection, const QList<ModerationItem> &items)
{
    for (const ModerationItem &item : items) {
        Sql sql;
        sql.text = u"DELETE FROM "_s + deskTable(connection.dialect(), u"claims"_s) + u" WHERE item = "_s
            + connection.dialect().bindText(sql, item.text());
        if (const Result<qint64> done = connection.execute(sql); !done)
            return done.error();
    }
    return {};
}

Result<std::optional<ModerationClaim>> claimOfOthers(Connection &connection, const ModerationItem &item,
                                                     const QString &holder, const QDateTime &now)
{
    const Result<std::optional<ModerationClaim>> held = readClaim(connection, item);
    if (!held)
        return held.error();
    if (!*held || (*held)->holder == holder || (*held)->expiresAt <= now)
        return std::optional<ModerationClaim>();
    return held;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/deskmeta.h"

#include "database/connection.h"

using namespace Qt::StringLiterals;

namespace Ghar {

QString deskTable(const Dialect &dialect, const QString &name)
{
    // Names of ours, which need no quotes.
    return (dialect.isPostgres() ? u"ghar_desk."_s : u"desk_"_s) + name;
}

Result<QString> readMeta(Connection &connection, const QString &key)
{
    Sql sql;
    sql.text = u"SELECT value FROM "_s + deskTable(connection.dialect(), u"meta"_s) + u" WHERE key = "_s
        + connection.dialect().bindText(sql, key);
    const Result<Value> value = connection.scalar(sql);
    if (!value)
        return value.error();
    return value->text();
}

Result<void> writeMeta(Connection &connection, const QString &key, const QString &value)
{
    Sql sql;
    const QString boundKey = connection.dialect().bindText(sql, key);
    const QString boundValue = connection.dialect().bindText(sql, value);
    sql.text = u"INSERT INTO "_s + deskTable(connection.dialect(), u"meta"_s) + u" (key, value) VALUES ("_s + boundKey
        + u", "_s + boundValue + u") ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s;
    const Result<qint64> done = connection.execute(sql);
    if (!done)
        return done.error();
    return {};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/staffmember.h"

#include "database/connection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StaffMember)
};

const QString adminRole = u"admin"_s;
const QString agentRole = u"agent"_s;

/// The columns that tell who somebody is, in the order in which they are read.
const QStringList &staffColumns()
{
    static const QStringList names{u"id"_s,   u"full_name"_s, u"phone"_s,   u"email"_s,
                                   u"role"_s, u"is_active"_s, u"agent_id"_s};
    return names;
}

/// Reads staffColumns() of `users`, also where they are kept from the one who works.
class StaffSelect
{
public:
    StaffSelect(Connection &connection, const LiveSchema &live)
        : m_connection(connection), m_users(live.all().table(u"users"))
    { }

    Result<void> check() const
    {
        if (m_users && m_users->readable
            && std::all_of(staffColumns().cbegin(), staffColumns().cend(),
                           [this](const QString &name) { return m_users->table.column(name); }))
            return {};
        return Error{ErrorKind::NotFound,
                     Text::tr("This database has no table of users that tells who is staff, so nobody can be chosen."),
                     {}};
    }

    const Column &column(const QString &name) const { return *m_users->table.column(name); }
    QString enumTerm(Sql &sql, const QString &role) const
    {
        return m_connection.dialect().bind(sql, column(u"role"_s), Value(role));
    }

    Result<QList<Row>> rows(Sql sql, const QString &rest) const
    {
        const Dialect &dialect = m_connection.dialect();
        QStringList columns;
        for (const QString &name : staffColumns())
            columns.append(dialect.read(column(name)));
        sql.text = u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + m_users->from() + u" WHERE "_s + rest;
        Result<QList<Row>> found = m_connection.rows(sql);
        if (!found)
            return found;
        for (Row &row : *found) {
            for (qsizetype i = 0; i < row.size(); ++i)
                row[i] = dialect.decode(column(staffColumns().at(i)), row.at(i));
        }
        return found;
    }

private:
    Connection &m_connection;
    const LiveTable *m_users;
};

StaffMember memberOf(const Row &row)
{
    StaffMember member;
    member.id = row.at(0).text().toLongLong();
    member.phone = row.at(2).text();
    member.email = row.at(3).text();
    for (const QString &name : {row.at(1).text().simplified(), member.email, member.phone}) {
        if (member.name.isEmpty())
            member.name = name;
    }
    if (member.name.isEmpty())
        member.name = u'#' + row.at(0).text();
    member.isAgent = row.at(4).text() == agentRole;
    if (!row.at(6).isNull())
        member.agentId = row.at(6).text().toLongLong();
    return member;
}

} // namespace

Result<StaffMember> readStaffMember(Connection &connection, const LiveSchema &live, qint64 id)
{
    const StaffSelect select(connection, live);
    if (const Result<void> ready = select.check(); !ready)
        return ready.error();
    Sql sql;
    const QString key = connection.dialect().bind(sql, select.column(u"id"_s), Value::integer(id));
    const Result<QList<Row>> rows = select.rows(sql, Dialect::quote(u"id"_s) + u" = "_s + key);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{ErrorKind::NotFound,
                     Text::tr("There is no user %1 in this database. Choose a member of staff: an active user whose "
                              "role is admin or agent.")
                         .arg(id),
                     {}};
    const Row &row = rows->first();
    const StaffMember member = memberOf(row);
    const QString role = row.at(4).text();
    if (role != adminRole && role != agentRole)
        return Error{ErrorKind::Permission,
                     Text::tr("%1 (user %2) is no member of staff: the role is “%3”. Choose a user whose role is admin "
                              "or agent.")
                         .arg(member.name)
                         .arg(id)
                         .arg(role),
                     {}};
    // As the platform has it, only an account that was switched off is turned away.
    if (!row.at(5).isNull() && row.at(5).text() != "true"_L1)
        return Error{ErrorKind::Permission,
                     Text::tr("The account of %1 (user %2) is not active, so nothing can be done in that name. Choose "
                              "somebody else.")
                         .arg(member.name)
                         .arg(id),
                     {}};
    return member;
}

Result<QList<StaffMember>> searchStaff(Connection &connection, const LiveSchema &live, const QString &text, int limit)
{
    const StaffSelect select(connection, live);
    if (const Result<void> ready = select.check(); !ready)
        return ready.error();
    const Dialect &dialect = connection.dialect();
    Sql sql;
    const QString admin = select.enumTerm(sql, adminRole);
    const QString agent = select.enumTerm(sql, agentRole);
    QString condition = Dialect::quote(u"role"_s) + u" IN ("_s + admin + u", "_s + agent + u')';
    const QString no = dialect.bind(sql, select.column(u"is_active"_s), Value(u"false"_s));
    condition += u" AND ("_s + Dialect::quote(u"is_active"_s) + u" IS NULL OR "_s + Dialect::quote(u"is_active"_s)
        + u" <> "_s + no + u')';
    const QString wanted = text.simplified();
    if (!wanted.isEmpty()) {
        QStringList ways;
        for (const QString &name : {u"full_name"_s, u"phone"_s, u"email"_s})
            ways.append(dialect.contains(sql, select.column(name), wanted));
        bool isNumber = false;
        const qint64 id = wanted.toLongLong(&isNumber);
        if (isNumber)
            ways.append(Dialect::quote(u"id"_s) + u" = "_s
                        + dialect.bind(sql, select.column(u"id"_s), Value::integer(id)));
        condition += u" AND ("_s + ways.join(u" OR "_s) + u')';
    }
    const Result<QList<Row>> rows = select.rows(sql,
                                                condition + u" ORDER BY "_s + Dialect::quote(u"full_name"_s) + u", "_s
                                                    + Dialect::quote(u"id"_s) + u" LIMIT "_s + QString::number(limit));
    if (!rows)
        return rows.error();
    QList<StaffMember> members;
    for (const Row &row : *rows)
        members.append(memberOf(row));
    return members;
}

} // namespace Ghar

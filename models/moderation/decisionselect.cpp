// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisionselect.h"

#include "core/instant.h"
#include "database/deskmeta.h"
#include "moderation/moderationitem.h"

using namespace Qt::StringLiterals;

namespace Ghar {

static const LiveTable *readable(const LiveSchema &live, const QString &name)
{
    const LiveTable *table = live.table(name);
    return table && table->readable ? table : nullptr;
}

QString fromDecisions(const Dialect &dialect)
{
    return u" FROM "_s + deskTable(dialect, u"decisions"_s) + u" AS d"_s;
}

QString itemOfDecision(const Dialect &dialect)
{
    return u"(SELECT min(i.item) FROM "_s + deskTable(dialect, u"decision_items"_s)
        + u" AS i WHERE i.decision_id = d.id)"_s;
}

QString causeOfDecision(const Dialect &dialect, const LiveSchema &live)
{
    QString text = u"(SELECT CASE"_s;
    for (const ItemKind kind : {ItemKind::Report, ItemKind::Listing, ItemKind::Profile}) {
        const QString name = nameOf(kind);
        QString cause = Dialect::literal(name);
        const LiveTable *reports = kind == ItemKind::Report ? readable(live, u"user_reports"_s) : nullptr;
        if (reports)
            cause = u"(SELECT CAST(r.reason AS text) FROM "_s + reports->from(u"r"_s)
                + u" WHERE r.id = CAST(substr(f.item, "_s + QString::number(name.size() + 2) + u") AS bigint))"_s;
        text += u" WHEN f.item LIKE "_s + Dialect::literal(name + u":%"_s) + u" THEN "_s + cause;
    }
    return text + u" END FROM (SELECT "_s + itemOfDecision(dialect) + u" AS item) AS f)"_s;
}

QString carriedOutStates()
{
    return u"('done', 'revised')"_s;
}

/// Condition that a decision has the text that is searched for.
static QString searched(Sql &sql, const Dialect &dialect, const LiveSchema &live, const QString &search)
{
    const auto contains = [&](const QString &name, const QString &prefix) {
        Column column;
        column.name = name;
        return dialect.contains(sql, column, search, prefix);
    };
    QString text;
    for (const char *name : {"reason", "note", "action", "staff_name"})
        text += contains(QString::fromLatin1(name), u"d."_s) + u" OR "_s;
    text += u"EXISTS (SELECT 1 FROM "_s + deskTable(dialect, u"decision_items"_s)
        + u" AS i WHERE i.decision_id = d.id AND "_s;
    text += contains(u"item"_s, u"i."_s) + u')';
    if (const LiveTable *users = readable(live, u"users"_s)) {
        QStringList names;
        for (const char *name : {"full_name", "phone", "email"}) {
            if (const Column *column = users->table.column(QString::fromLatin1(name)))
                names.append(dialect.contains(sql, *column, search, u"u."_s));
        }
        if (!names.isEmpty())
            text += u" OR EXISTS (SELECT 1 FROM "_s + users->from(u"u"_s) + u" WHERE u.id = d.subject_id AND ("_s
                + names.join(u" OR "_s) + u"))"_s;
    }
    return text;
}

QString decisionCondition(Sql &sql, const Dialect &dialect, const LiveSchema &live, const QueueFilter &filter)
{
    QStringList conditions{u"1 = 1"_s};
    if (!filter.reason.isEmpty())
        conditions.append(causeOfDecision(dialect, live) + u" = "_s + dialect.bindText(sql, filter.reason));
    if (filter.kind)
        conditions.append(itemOfDecision(dialect) + u" LIKE "_s
                          + dialect.bindText(sql, nameOf(*filter.kind) + u":%"_s));
    if (!filter.action.isEmpty())
        conditions.append(u"d.action = "_s + dialect.bindText(sql, filter.action));
    if (filter.state == carriedOut())
        conditions.append(u"d.state IN "_s + carriedOutStates());
    else if (!filter.state.isEmpty())
        conditions.append(u"d.state = "_s + dialect.bindText(sql, filter.state));
    if (filter.decider)
        conditions.append(filter.decider->isNull()
                              ? u"d.staff_id IS NULL"_s
                              : u"d.staff_id = "_s + dialect.bindInteger(sql, filter.decider->text().toLongLong()));
    if (filter.decidedFrom)
        conditions.append(u"d.decided_at >= "_s + dialect.bindText(sql, instantText(*filter.decidedFrom)));
    if (filter.decidedBefore)
        conditions.append(u"d.decided_at < "_s + dialect.bindText(sql, instantText(*filter.decidedBefore)));
    if (!filter.search.isEmpty())
        conditions.append(u'(' + searched(sql, dialect, live, filter.search) + u')');
    return conditions.join(u" AND "_s);
}

} // namespace Ghar

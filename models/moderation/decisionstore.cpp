// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisionstore.h"

#include "core/instant.h"
#include "database/connection.h"
#include "database/deskmeta.h"
#include "database/liveschema.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionStore)
};

constexpr int firstVersionWithDecisions = 3;

const QStringList &stateNames()
{
    static const QStringList names{u"pending"_s, u"done"_s, u"revised"_s, u"refused"_s};
    return names;
}

const QString &columns()
{
    static const QString names =
        u"id, subject_id, action, reason, note, until, state, staff_id, staff_name, opened_at, "
        "decided_at, confirmed_by, confirmed_name, revises, revised_by, request, changes"_s;
    return names;
}

QJsonValue jsonOrNull(const Value &value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value.text());
}

Value valueOf(const QJsonValue &value)
{
    return value.isNull() ? Value::null() : Value(value.toString());
}

/// Binds texts and NULLs to a statement one after the other. All of the desk's own columns are text or integers.
class Binder
{
public:
    Binder(const Dialect &dialect, Sql &sql) : m_dialect(dialect), m_sql(sql) { }
    QString text(const QString &value) { return m_dialect.bindText(m_sql, value); }
    QString textOrNull(const QString &value) { return value.isEmpty() ? u"NULL"_s : text(value); }
    QString numberOrNull(const Value &value)
    {
        return value.isNull() ? u"NULL"_s : m_dialect.bindInteger(m_sql, value.text().toLongLong());
    }

private:
    const Dialect &m_dialect;
    Sql &m_sql;
};

StoredDecision decisionOf(const Row &row)
{
    StoredDecision decision;
    decision.id = row.at(0).text();
    decision.subject = row.at(1);
    decision.action = row.at(2).text();
    decision.reason = row.at(3).text();
    decision.note = row.at(4).text();
    if (const QDate until = QDate::fromString(row.at(5).text(), Qt::ISODate); until.isValid())
        decision.until = until;
    decision.state = DecisionState(qMax<qsizetype>(0, stateNames().indexOf(row.at(6).text())));
    decision.staffId = row.at(7);
    decision.staffName = row.at(8).text();
    decision.openedAt = instantFromText(row.at(9).text());
    decision.decidedAt = instantFromText(row.at(10).text()).value_or(QDateTime());
    decision.confirmedBy = row.at(11);
    decision.confirmedName = row.at(12).text();
    decision.revises = row.at(13).text();
    decision.revisedBy = row.at(14).text();
    decision.request = QJsonDocument::fromJson(row.at(15).text().toUtf8()).object();
    decision.changes = columnChangesFromJson(QJsonDocument::fromJson(row.at(16).text().toUtf8()).array());
    return decision;
}

Result<std::optional<StoredDecision>> readFirst(Connection &connection, const Sql &sql)
{
    const Result<std::optional<Row>> row = connection.firstRow(sql);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<StoredDecision>();
    StoredDecision decision = decisionOf(**row);
    Sql items;
    items.text = u"SELECT item FROM "_s + deskTable(connection.dialect(), u"decision_items"_s)
        + u" WHERE decision_id = "_s + connection.dialect().bindText(items, decision.id) + u" ORDER BY item"_s;
    const Result<void> read = connection.forEach(items, [&decision](const Row &found) {
        if (const Result<ModerationItem> item = itemFromText(found.first().text()))
            decision.items.append(*item);
        return true;
    });
    if (!read)
        return read.error();
    return std::optional(std::move(decision));
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString textOf(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

QJsonArray toJson(const QList<ColumnChange> &changes)
{
    QJsonArray array;
    for (const ColumnChange &change : changes)
        array.append(QJsonObject{{u"table"_s, change.table},
                                 {u"key"_s, change.key},
                                 {u"column"_s, change.column},
                                 {u"before"_s, jsonOrNull(change.before)},
                                 {u"after"_s, jsonOrNull(change.after)}});
    return array;
}

QList<ColumnChange> columnChangesFromJson(const QJsonArray &array)
{
    QList<ColumnChange> changes;
    for (const QJsonValue &value : array)
        changes.append({value[u"table"_s].toString(), value[u"key"_s].toString(), value[u"column"_s].toString(),
                        valueOf(value[u"before"_s]), valueOf(value[u"after"_s])});
    return changes;
}

bool keepsDecisions(const LiveSchema &live)
{
    return live.all().deskVersion >= firstVersionWithDecisions;
}

Error noRoomForDecisions()
{
    return {
        ErrorKind::Refused,
        Text::tr(
            "This database has no tables for decisions, and nothing is decided without a record of it. Let the desk "
            "make them (“ghar-desk db init” where an older desk made some, otherwise “ghar-desk journal create”), or "
            "ask the database's owner to."),
        {}};
}

Result<void> insertDecision(Connection &connection, const StoredDecision &decision)
{
    Sql sql;
    Binder bind(connection.dialect(), sql);
    QStringList values;
    values.append(bind.text(decision.id));
    values.append(bind.numberOrNull(decision.subject));
    values.append(bind.text(decision.action));
    values.append(bind.text(decision.reason));
    values.append(bind.text(decision.note));
    values.append(bind.textOrNull(decision.until ? decision.until->toString(Qt::ISODate) : QString()));
    values.append(bind.text(stateNames().at(int(decision.state))));
    values.append(bind.numberOrNull(decision.staffId));
    values.append(bind.text(decision.staffName));
    values.append(bind.textOrNull(decision.openedAt ? instantText(*decision.openedAt) : QString()));
    values.append(bind.text(instantText(decision.decidedAt)));
    values.append(bind.numberOrNull(decision.confirmedBy));
    values.append(bind.textOrNull(decision.confirmedName));
    values.append(bind.textOrNull(decision.revises));
    values.append(bind.textOrNull(decision.revisedBy));
    values.append(bind.text(textOf(decision.request)));
    values.append(bind.text(textOf(toJson(decision.changes))));
    sql.text = u"INSERT INTO "_s + deskTable(connection.dialect(), u"decisions"_s) + u" ("_s + columns()
        + u") VALUES ("_s + values.join(u", "_s) + u')';
    if (const Result<qint64> done = connection.execute(sql); !done)
        return done.error();
    for (const ModerationItem &item : decision.items) {
        Sql line;
        const QString id = connection.dialect().bindText(line, decision.id);
        const QString name = connection.dialect().bindText(line, item.text());
        line.text = u"INSERT INTO "_s + deskTable(connection.dialect(), u"decision_items"_s)
            + u" (decision_id, item) VALUES ("_s + id + u", "_s + name + u')';
        if (const Result<qint64> done = connection.execute(line); !done)
            return done.error();
    }
    return {};
}

Result<void> settleDecision(Connection &connection, const StoredDecision &decision)
{
    Sql sql;
    Binder bind(connection.dialect(), sql);
    QStringList sets;
    sets.append(u"state = "_s + bind.text(stateNames().at(int(decision.state))));
    sets.append(u"confirmed_by = "_s + bind.numberOrNull(decision.confirmedBy));
    sets.append(u"confirmed_name = "_s + bind.textOrNull(decision.confirmedName));
    sets.append(u"decided_at = "_s + bind.text(instantText(decision.decidedAt)));
    sets.append(u"changes = "_s + bind.text(textOf(toJson(decision.changes))));
    const QString id = bind.text(decision.id);
    const QString pending = bind.text(stateNames().at(int(DecisionState::Pending)));
    sql.text = u"UPDATE "_s + deskTable(connection.dialect(), u"decisions"_s) + u" SET "_s + sets.join(u", "_s)
        + u" WHERE id = "_s + id + u" AND state = "_s + pending;
    const Result<qint64> done = connection.execute(sql);
    if (!done)
        return done.error();
    if (*done != 1)
        return Error{ErrorKind::Refused,
                     Text::tr("Decision %1 waits no longer: somebody else has settled it. Nothing was changed.")
                         .arg(decision.id),
                     {}};
    return {};
}

Result<void> markRevised(Connection &connection, const QString &id, const QString &by, bool isWhole)
{
    Sql sql;
    Binder bind(connection.dialect(), sql);
    const QString revisedBy = bind.text(by);
    const QString state = bind.text(stateNames().at(int(isWhole ? DecisionState::Revised : DecisionState::Done)));
    const QString decision = bind.text(id);
    const QString done = bind.text(stateNames().at(int(DecisionState::Done)));
    sql.text = u"UPDATE "_s + deskTable(connection.dialect(), u"decisions"_s) + u" SET revised_by = "_s + revisedBy
        + u", state = "_s + state + u" WHERE id = "_s + decision + u" AND state = "_s + done;
    const Result<qint64> changed = connection.execute(sql);
    if (!changed)
        return changed.error();
    if (*changed != 1)
        return Error{ErrorKind::Refused,
                     Text::tr("Decision %1 was taken back by somebody else meanwhile. Nothing was changed.").arg(id),
                     {}};
    return {};
}

Result<void> markStanding(Connection &connection, const QString &id)
{
    Sql sql;
    Binder bind(connection.dialect(), sql);
    const QString state = bind.text(stateNames().at(int(DecisionState::Done)));
    const QString decision = bind.text(id);
    sql.text = u"UPDATE "_s + deskTable(connection.dialect(), u"decisions"_s) + u" SET revised_by = NULL, state = "_s
        + state + u" WHERE id = "_s + decision;
    const Result<qint64> changed = connection.execute(sql);
    if (!changed)
        return changed.error();
    return {};
}

Result<std::optional<StoredDecision>> readDecision(Connection &connection, const QString &id)
{
    Sql sql;
    sql.text = u"SELECT "_s + columns() + u" FROM "_s + deskTable(connection.dialect(), u"decisions"_s)
        + u" WHERE id = "_s + connection.dialect().bindText(sql, id);
    return readFirst(connection, sql);
}

Result<std::optional<StoredDecision>> latestDecisionOf(Connection &connection, const ModerationItem &item)
{
    Sql sql;
    const QString name = connection.dialect().bindText(sql, item.text());
    sql.text = u"SELECT "_s + columns() + u" FROM "_s + deskTable(connection.dialect(), u"decisions"_s)
        + u" WHERE state IN ('done', 'pending') AND id IN (SELECT decision_id FROM "_s
        + deskTable(connection.dialect(), u"decision_items"_s) + u" WHERE item = "_s + name
        + u") ORDER BY decided_at DESC, id LIMIT 1"_s;
    return readFirst(connection, sql);
}

Result<QList<StoredDecision>> decisionsAbout(Connection &connection, qint64 userId)
{
    Sql sql;
    sql.text = u"SELECT "_s + columns() + u" FROM "_s + deskTable(connection.dialect(), u"decisions"_s)
        + u" WHERE subject_id = "_s + connection.dialect().bindInteger(sql, userId)
        + u" ORDER BY decided_at DESC, id LIMIT 50"_s;
    QList<StoredDecision> decisions;
    const Result<void> read = connection.forEach(sql, [&decisions](const Row &row) {
        decisions.append(decisionOf(row));
        return true;
    });
    if (!read)
        return read.error();
    return decisions;
}

namespace {

Result<std::optional<StoredDecision>> standing(Connection &connection, ModerationAction action, qint64 userId,
                                               const QString &itemCondition, Sql sql)
{
    const QString person = connection.dialect().bindInteger(sql, userId);
    const QString name = connection.dialect().bindText(sql, nameOf(action));
    sql.text = u"SELECT "_s + columns() + u" FROM "_s + deskTable(connection.dialect(), u"decisions"_s) + u" WHERE "_s
        + itemCondition + u"subject_id = "_s + person + u" AND action = "_s + name
        + u" AND state = 'done' AND revised_by IS NULL ORDER BY decided_at DESC, id LIMIT 1"_s;
    return readFirst(connection, sql);
}

} // namespace

Result<QList<Decider>> readDeciders(Connection &connection)
{
    Sql sql;
    // Names change; the latest in the alphabet stands for all of them, so that it stays the same.
    sql.text = u"SELECT staff_id, max(staff_name) FROM "_s + deskTable(connection.dialect(), u"decisions"_s)
        + u" GROUP BY staff_id ORDER BY 2, 1"_s;
    QList<Decider> deciders;
    const Result<void> read = connection.forEach(sql, [&deciders](const Row &row) {
        deciders.append({row.at(0), row.at(1).text()});
        return true;
    });
    if (!read)
        return read.error();
    return deciders;
}

Result<std::optional<StoredDecision>> standingSuspension(Connection &connection, qint64 userId)
{
    return standing(connection, ModerationAction::Suspend, userId, {}, {});
}

Result<std::optional<StoredDecision>> standingPause(Connection &connection, const ModerationItem &item, qint64 userId)
{
    Sql sql;
    const QString items = deskTable(connection.dialect(), u"decision_items"_s);
    // A listing is paused for itself; a profile is the person's, whichever report led to it.
    const QString condition = item.kind == ItemKind::Listing ? u"id IN (SELECT decision_id FROM "_s + items
            + u" WHERE item = "_s + connection.dialect().bindText(sql, item.text()) + u") AND "_s
                                                             : u"NOT EXISTS (SELECT 1 FROM "_s + items
            + u" AS i WHERE i.decision_id = id AND i.item LIKE 'listing:%') AND "_s;
    return standing(connection, ModerationAction::Pause, userId, condition, sql);
}

} // namespace Ghar

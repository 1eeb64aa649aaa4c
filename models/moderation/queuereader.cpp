// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/queuereader.h"

#include "core/instant.h"
#include "database/deskmeta.h"
#include "moderation/decisionstore.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationQueue)
};

struct AgePoints
{
    int days;
    int points;
};
constexpr AgePoints agePoints[] = {{14, 20}, {7, 15}, {3, 10}, {1, 5}};

} // namespace

QueueReader::QueueReader(Connection &connection, const LiveSchema &live, const QueueQuery &query)
    : m_connection(connection), m_dialect(connection.dialect()), m_live(live), m_query(query)
{ }

QueueReader::~QueueReader() = default;

Result<QueuePage> QueueReader::page()
{
    Result<void> done = read();
    for (const auto &step : {&QueueReader::labelSubjects, &QueueReader::markClaims}) {
        if (done)
            done = (this->*step)();
    }
    if (!done)
        return done.error();
    m_page.hasMore = m_page.items.size() > m_query.limit;
    if (m_page.hasMore)
        m_page.items.resize(m_query.limit);
    return m_page;
}

const LiveTable *QueueReader::readable(const QString &name) const
{
    const LiveTable *table = m_live.table(name);
    return table && table->readable ? table : nullptr;
}

QString QueueReader::readTime(const QString &expression) const
{
    return m_dialect.isPostgres() ? u"CAST("_s + expression + u" AS text)"_s : expression;
}

std::optional<QDateTime> QueueReader::timeOf(const Value &raw)
{
    return raw.isNull() ? std::nullopt : instantFromText(canonicalInstant(raw.text()));
}

QString QueueReader::bindTime(Sql &sql, const QDateTime &time) const
{
    static const Column column = [] {
        Column made;
        made.name = u"at"_s;
        made.type = ColumnType::DateTime;
        made.serverType = u"timestamp with time zone"_s;
        return made;
    }();
    return m_dialect.bind(sql, column, Value(instantText(time)));
}

QString QueueReader::jsonText(const QString &column, const QString &key) const
{
    if (m_dialect.isPostgres())
        return column + u" ->> "_s + Dialect::literal(key);
    return u"CASE WHEN json_valid("_s + column + u") THEN json_extract("_s + column + u", "_s
        + Dialect::literal(u"$."_s + key) + u") END"_s;
}

QString QueueReader::jsonTextIn(const QString &column, const QString &object, const QString &key) const
{
    if (m_dialect.isPostgres())
        return column + u" -> "_s + Dialect::literal(object) + u" ->> "_s + Dialect::literal(key);
    return jsonText(column, object + u'.' + key);
}

QString QueueReader::enumText(const QString &column) const
{
    return m_dialect.isPostgres() ? u"CAST("_s + column + u" AS text)"_s : column;
}

QString QueueReader::agePointsSql(Sql &sql, const QString &time) const
{
    QString text = u"CASE"_s;
    for (const AgePoints &age : agePoints)
        text += u" WHEN "_s + time + u" <= "_s + bindTime(sql, m_query.now.addDays(-age.days)) + u" THEN "_s
            + QString::number(age.points);
    return text + u" ELSE 0 END"_s;
}

Result<QueueCount> QueueReader::counted(const Sql &sql, const QString &dueKey)
{
    const Result<std::optional<Row>> row = m_connection.firstRow(sql);
    if (!row)
        return row.error();
    QueueCount count;
    count.items = (*row)->at(0).text().toLongLong();
    count.oldest = timeOf((*row)->at(1));
    if (count.oldest && m_query.policy.dueHours.contains(dueKey))
        count.due = count.oldest->addSecs(m_query.policy.dueHours.value(dueKey) * 3600);
    return count;
}

QString QueueReader::itemsSql(Sql &) const
{
    return {};
}

QList<QueueReader::DueColumn> QueueReader::dueColumns() const
{
    return {};
}

bool QueueReader::hasTimes(const QueueFilter &filter)
{
    return filter.waitsFrom || filter.waitsBefore || filter.dueBy;
}

QString QueueReader::accepted(Sql &sql, const QueueFilter &filter) const
{
    QStringList conditions;
    if (filter.waitsFrom)
        conditions.append(u"since >= "_s + bindTime(sql, *filter.waitsFrom));
    if (filter.waitsBefore)
        conditions.append(u"since < "_s + bindTime(sql, *filter.waitsBefore));
    if (filter.dueBy) {
        QStringList due;
        for (const DueColumn &column : dueColumns())
            due.append(column.since + u" <= "_s + bindTime(sql, filter.dueBy->addSecs(-column.hours * 3600)));
        conditions.append(due.isEmpty() ? u"1 = 0"_s : u'(' + due.join(u" OR "_s) + u')');
    }
    return conditions.isEmpty() ? u"1 = 1"_s : conditions.join(u" AND "_s);
}

Result<QList<qint64>> QueueReader::countAll(const QList<QueueFilter> &filters)
{
    QList<qint64> counts(filters.size(), 0);
    Sql sql;
    QStringList sums;
    for (const QueueFilter &filter : filters)
        sums.append(u"sum(CASE WHEN "_s + accepted(sql, filter) + u" THEN 1 ELSE 0 END)"_s);
    const QString items = itemsSql(sql);
    if (items.isEmpty() || filters.isEmpty())
        return counts;
    sql.text = u"SELECT "_s + sums.join(u", "_s) + u" FROM ("_s + items + u") AS items"_s;
    const Result<std::optional<Row>> row = m_connection.firstRow(sql);
    if (!row)
        return row.error();
    for (qsizetype i = 0; i < counts.size(); ++i)
        counts[i] = (*row)->at(i).text().toLongLong(); // of no rows it is NULL
    return counts;
}

Result<QueueCount> QueueReader::countWaiting(const QString &dueKey)
{
    Sql sql;
    sql.text = u"SELECT count(*), "_s + readTime(u"min(since)"_s) + u" FROM ("_s + itemsSql(sql) + u") AS items"_s;
    return counted(sql, dueKey);
}

QList<QueueReader::DueColumn> QueueReader::dueAfter(const QString &dueKey) const
{
    const QMap<QString, int> &hours = m_query.policy.dueHours;
    return hours.contains(dueKey) ? QList<DueColumn>{{u"since"_s, hours.value(dueKey)}} : QList<DueColumn>();
}

Result<void> QueueReader::readWaiting(ItemKind kind, const QString &dueKey)
{
    Sql sql;
    sql.text =
        u"SELECT id, subject, "_s + readTime(u"since"_s) + u", why FROM ("_s + itemsSql(sql) + u") AS items WHERE "_s;
    sql.text +=
        accepted(sql, m_query.filter) + u" ORDER BY items.since, id LIMIT "_s + QString::number(m_query.limit + 1);
    return m_connection.forEach(sql, [&](const Row &row) {
        QueueItem item;
        item.item = {kind, row.at(0).text().toLongLong()};
        item.subjectId = row.at(1);
        item.createdAt = timeOf(row.at(2));
        item.reason = row.at(3).text();
        setDue(item, dueKey);
        addAge(item);
        add(item);
        return true;
    });
}

void QueueReader::setDue(QueueItem &item, const QString &key) const
{
    if (item.createdAt && m_query.policy.dueHours.contains(key))
        item.dueAt = item.createdAt->addSecs(m_query.policy.dueHours.value(key) * 3600);
}

void QueueReader::addAge(QueueItem &item) const
{
    if (!item.createdAt)
        return;
    for (const AgePoints &age : agePoints) {
        if (*item.createdAt <= m_query.now.addDays(-age.days)) {
            item.parts.append({Text::tr("Waiting"), age.points});
            return;
        }
    }
}

void QueueReader::add(QueueItem item)
{
    item.parts.removeIf([](const ScorePart &part) { return part.points == 0; });
    for (const ScorePart &part : std::as_const(item.parts))
        item.score += part.points;
    if (item.group.isEmpty())
        item.group = {item.item};
    m_page.items.append(item);
}

Result<void> QueueReader::labelSubjects()
{
    const bool areListings = m_query.queue == ModerationQueue::Listings || m_query.queue == ModerationQueue::Waiting
        || m_query.queue == ModerationQueue::Bypassed;
    const LiveTable *table = readable(areListings ? u"properties"_s : u"users"_s);
    if (!table)
        return {};
    QList<Value> keys;
    for (const QueueItem &item : std::as_const(m_page.items)) {
        const Value key = areListings ? Value::integer(item.item.id) : item.subjectId;
        if (!key.isNull() && !keys.contains(key))
            keys.append(key);
    }
    const Result<QHash<Value, RowLabel>> labels = readRowLabels(m_connection, m_live, *table, u"id"_s, keys);
    if (!labels)
        return labels.error();
    for (QueueItem &item : m_page.items) {
        const Value key = areListings ? Value::integer(item.item.id) : item.subjectId;
        item.subject = labels->value(key, RowLabel{{key}, u'#' + key.text(), u'#' + key.text()});
    }
    return {};
}

Result<void> QueueReader::markClaims()
{
    if (!keepsDecisions(m_live) || m_page.items.isEmpty())
        return {};
    Sql sql;
    QString text = u"SELECT item, staff_name FROM "_s + deskTable(m_dialect, u"claims"_s) + u" WHERE expires_at > "_s;
    text += m_dialect.bindText(sql, instantText(m_query.now)) + u" AND holder <> "_s;
    sql.text = text + m_dialect.bindText(sql, m_query.holder);
    QHash<QString, QString> holders;
    const Result<void> read = m_connection.forEach(sql, [&holders](const Row &row) {
        holders.insert(row.at(0).text(), row.at(1).text().isEmpty() ? Text::tr("Somebody else") : row.at(1).text());
        return true;
    });
    if (!read)
        return read;
    for (QueueItem &item : m_page.items) {
        for (const ModerationItem &one : std::as_const(item.group)) {
            if (holders.contains(one.text()))
                item.claimedBy = holders.value(one.text());
        }
    }
    return markPending();
}

Result<void> QueueReader::markPending()
{
    if (m_query.queue == ModerationQueue::Decided)
        return {};
    QSet<QString> waiting;
    Sql sql;
    sql.text = u"SELECT i.item FROM "_s + deskTable(m_dialect, u"decision_items"_s) + u" AS i JOIN "_s
        + deskTable(m_dialect, u"decisions"_s) + u" AS d ON d.id = i.decision_id WHERE d.state = 'pending'"_s;
    const Result<void> read = m_connection.forEach(sql, [&waiting](const Row &row) {
        waiting.insert(row.first().text());
        return true;
    });
    if (!read)
        return read;
    for (QueueItem &item : m_page.items) {
        for (const ModerationItem &one : std::as_const(item.group)) {
            if (waiting.contains(one.text()))
                item.state = u"pending"_s;
        }
    }
    return {};
}

} // namespace Ghar

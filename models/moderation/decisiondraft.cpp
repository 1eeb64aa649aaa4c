// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisiondraft.h"

#include "core/instant.h"
#include "database/connection.h"
#include "moderation/decisionreversal.h"
#include "moderation/moderationnotice.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionPlan)
};

QString dayText(QDate day)
{
    return QLocale(QLocale::English, QLocale::India).toString(day, u"d MMMM yyyy"_s);
}

} // namespace

Error refusedDecision(const QString &sentence)
{
    return {ErrorKind::Refused, sentence, {}};
}

DecisionDraft::DecisionDraft(Connection &connection, const LiveSchema &live, const DecisionRequest &request)
    : m_connection(connection), m_live(live.all()), m_request(request)
{ }

Result<OriginalRow> DecisionDraft::read(const QString &tableName, const Value &key)
{
    const LiveTable *table = m_live.table(tableName);
    if (!table)
        return Error{ErrorKind::NotFound, Text::tr("The database has no table %1.").arg(tableName), {}};
    const Result<std::optional<OriginalRow>> row = readOriginal(m_connection, *table, {key});
    if (!row)
        return row.error();
    if (!*row)
        return Error{
            ErrorKind::NotFound,
            Text::tr("%1 %2 is not there any more. Nothing was changed.").arg(table->table.labelOne, key.text()),
            {}};
    return **row;
}

void DecisionDraft::stage(const OriginalRow &original, const QMap<QString, Value> &values)
{
    const QString id = stagedIdOf(original.key);
    const LiveTable &table = *m_live.table(original.table);
    auto row = std::find_if(m_plan.rows.begin(), m_plan.rows.end(), [&](const StagedRow &staged) {
        return staged.table() == original.table && staged.id == id;
    });
    if (row == m_plan.rows.end())
        row = m_plan.rows.insert(m_plan.rows.end(), {id, StagedKind::Update, original, {}});
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!isSameValue(*table.table.column(it.key()), *it, original.values.value(it.key())))
            row->values.insert(it.key(), {*it, false});
    }
    if (row->values.isEmpty())
        m_plan.rows.erase(row);
}

void DecisionDraft::opened(const OriginalRow &row)
{
    const auto at = instantFromText(row.values.value(u"created_at"_s).text());
    if (at && (!m_plan.openedAt || *at < *m_plan.openedAt))
        m_plan.openedAt = at;
}

Result<QString> DecisionDraft::decidedBy(const ModerationItem &item)
{
    const Result<std::optional<StoredDecision>> decision = latestDecisionOf(m_connection, item);
    if (!decision)
        return decision.error();
    if (!*decision || (*decision)->staffName.isEmpty())
        return Text::tr("Who decided it is not recorded.");
    return Text::tr("%1 decided “%2” at %3 UTC, as decision %4.")
        .arg((*decision)->staffName, (*decision)->action, instantText((*decision)->decidedAt).left(16),
             (*decision)->id);
}

Result<bool> DecisionDraft::undoPause(const ModerationItem &item, const Value &userId)
{
    if (userId.isNull())
        return false;
    const Result<std::optional<StoredDecision>> pause = standingPause(m_connection, item, userId.text().toLongLong());
    if (!pause)
        return pause.error();
    if (!*pause)
        return false;
    QStringList skipped;
    const Result<QList<StagedRow>> rows = reversalOf(m_connection, m_live, (*pause)->changes, &skipped);
    if (!rows)
        return rows.error();
    // Somebody has decided something else since: then there is no pause to end.
    if (rows->isEmpty())
        return false;
    m_plan.warnings += skipped;
    m_plan.revises = (*pause)->id;
    m_plan.rows += *rows;
    return true;
}

Result<void> DecisionDraft::tell(const Value &userId, const QString &kindName)
{
    if (userId.isNull())
        return {};
    const Result<OriginalRow> user = read(u"users"_s, userId);
    if (!user)
        return user.error();
    const NoticeTemplate text = m_request.policy.notices.value(kindName);
    QMap<QString, QString> words = m_words;
    words.insert(u"name"_s, user->values.value(u"full_name"_s).text());
    words.insert(u"reason"_s, m_request.reason);
    if (m_request.until)
        words.insert(u"until"_s, dayText(*m_request.until));
    PlannedNotice notice{userId.text().toLongLong(), words.value(u"name"_s), text.title, {}, {}};
    const LiveTable *table = m_live.table(u"notifications"_s);
    if (!m_request.policy.writesNotices)
        notice.whyNot = Text::tr("notices are switched off");
    else if (!table)
        notice.whyNot = Text::tr("this database has no table of notifications");
    else
        notice.whyNot = whyNotTold(user->values);
    if (m_request.policy.writesNotices) {
        const Result<QMap<QString, Value>> row = noticeRow(noticeKind(kindName), text, words, user->values);
        if (!row)
            return row.error();
        notice.title = row->value(u"title"_s).text();
        notice.body = row->value(u"body"_s).text();
        if (notice.whyNot.isEmpty())
            stageNotice(*row);
    }
    m_plan.notices.append(notice);
    return {};
}

void DecisionDraft::stageNotice(const QMap<QString, Value> &values)
{
    StagedRow row;
    row.id = u'+' + values.value(u"id"_s).text();
    row.kind = StagedKind::Insert;
    row.original.table = u"notifications"_s;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        row.values.insert(it.key(), {*it, false});
    row.values.insert(u"created_at"_s, {Value(instantText(m_request.now)), false});
    m_plan.rows.append(row);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/queuereader.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationQueue)
};

// How much each part of a score counts. Severity comes from the policy (0 to 100).
constexpr int pointsPerReporter = 8; ///< for each distinct one after the first
constexpr int mostReporterPoints = 32;
constexpr int accuracyRange = 10; ///< from -10 for reporters who were always dismissed to 10
constexpr int fewestForAccuracy = 3;
constexpr int severityOfUnknown = 10;
constexpr int hoursOfUnknown = 72;

QDateTime earliest(const QDateTime &a, const QDateTime &b)
{
    return a.isValid() && (!b.isValid() || a < b) ? a : b;
}

/// Reports of one status, one item for each reported person.
class ReportQueue final : public QueueReader
{
public:
    ReportQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
        : QueueReader(connection, live, query)
    { }

    Result<QueueCount> count() override
    {
        QueueCount count;
        const LiveTable *table = readable(u"user_reports"_s);
        if (!table)
            return count;
        Sql sql;
        QStringList oldest;
        const QStringList all = reasons();
        for (const QString &reason : all)
            oldest.append(readTime(u"min(CASE WHEN r.reason = "_s + m_dialect.bindText(sql, reason)
                                   + u" THEN r.created_at END)"_s));
        sql.text = u"SELECT count(DISTINCT r.reported_user_id), "_s + readTime(u"min(r.created_at)"_s)
            + (oldest.isEmpty() ? QString() : u", "_s + oldest.join(u", "_s)) + u" FROM "_s + table->from(u"r"_s);
        sql.text += u" WHERE "_s + reportCondition(sql);
        const Result<std::optional<Row>> row = m_connection.firstRow(sql);
        if (!row)
            return row.error();
        count.items = (*row)->at(0).text().toLongLong();
        count.oldest = timeOf((*row)->at(1));
        QDateTime due;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (const auto since = timeOf((*row)->at(i + 2)))
                due = earliest(since->addSecs(hoursOf(all.at(i)) * 3600), due);
        }
        if (due.isValid())
            count.due = due;
        return count;
    }

private:
    Result<void> read() override
    {
        const LiveTable *table = readable(u"user_reports"_s);
        if (!table)
            return {};
        QList<QString> people;
        Result<void> read = m_connection.forEach(candidatesSql(*table, reasons()), [&people](const Row &row) {
            people.append(row.first().text());
            return true;
        });
        if (!read || people.isEmpty())
            return read;
        Sql sql;
        QStringList bound;
        for (const QString &person : std::as_const(people))
            bound.append(m_dialect.bindInteger(sql, person.toLongLong()));
        sql.text = u"SELECT r.reported_user_id, r.id, r.reporter_user_id, r.reason, "_s + readTime(u"r.created_at"_s)
            + u" FROM "_s + table->from(u"r"_s) + u" WHERE r.reported_user_id IN ("_s + bound.join(u", "_s)
            + u") AND "_s;
        sql.text += reportCondition(sql);
        sql.text += u" ORDER BY r.created_at, r.id"_s;
        QHash<QString, QList<OpenReport>> reports;
        QSet<QString> reporters;
        read = m_connection.forEach(sql, [&](const Row &row) {
            reports[row.at(0).text()].append({row.at(1).text().toLongLong(), row.at(2).text(), row.at(3).text(),
                                              timeOf(row.at(4)).value_or(m_query.now)});
            reporters.insert(row.at(2).text());
            return true;
        });
        if (!read)
            return read;
        if (reporters.isEmpty())
            return {};
        const Result<QHash<QString, Past>> pasts = readPasts(reporters);
        if (!pasts)
            return pasts.error();
        for (const QString &person : std::as_const(people)) {
            // Decided between the two statements.
            if (reports.contains(person))
                add(itemOf(person, reports.value(person), *pasts));
        }
        std::stable_sort(m_page.items.begin(), m_page.items.end(), [this](const QueueItem &a, const QueueItem &b) {
            const auto isOverdue = [this](const QueueItem &item) { return item.dueAt && *item.dueAt <= m_query.now; };
            if (isOverdue(a) != isOverdue(b))
                return isOverdue(a);
            if (a.score != b.score)
                return a.score > b.score;
            return a.createdAt != b.createdAt ? a.createdAt < b.createdAt : a.item.id < b.item.id;
        });
        return {};
    }

    QString reportStatus() const { return m_query.queue == ModerationQueue::Reports ? u"open"_s : u"reviewed"_s; }
    int severityOf(const QString &reason) const { return m_query.policy.severity.value(reason, severityOfUnknown); }
    int hoursOf(const QString &reason) const { return m_query.policy.dueHours.value(reason, hoursOfUnknown); }

    QStringList reasons() const
    {
        const LiveTable *table = readable(u"user_reports"_s);
        const Column *column = table ? table->table.column(u"reason"_s) : nullptr;
        return column ? m_live.enumLabels(*column) : QStringList();
    }

    QString reportCondition(Sql &sql) const
    {
        QString condition = u"r.status = "_s + m_dialect.bindText(sql, reportStatus());
        if (!m_query.filter.reason.isEmpty())
            condition += u" AND r.reason = "_s + m_dialect.bindText(sql, m_query.filter.reason);
        return condition;
    }

    /// One row for each reported person: since when, and the same for each reason, on which the due time depends.
    QString itemsSql(Sql &sql) const override
    {
        const LiveTable *table = readable(u"user_reports"_s);
        if (!table)
            return {};
        QString text = u"SELECT r.reported_user_id AS subject, min(r.created_at) AS since"_s;
        const QStringList all = reasons();
        for (qsizetype i = 0; i < all.size(); ++i)
            text += u", min(CASE WHEN r.reason = "_s + m_dialect.bindText(sql, all.at(i))
                + u" THEN r.created_at END) AS since"_s + QString::number(i);
        text += u" FROM "_s + table->from(u"r"_s) + u" WHERE "_s;
        return text + reportCondition(sql) + u" GROUP BY r.reported_user_id"_s;
    }

    QList<DueColumn> dueColumns() const override
    {
        QList<DueColumn> columns;
        const QStringList all = reasons();
        for (qsizetype i = 0; i < all.size(); ++i)
            columns.append({u"since"_s + QString::number(i), hoursOf(all.at(i))});
        return columns;
    }

    /// Reported people whose items may come first. A page of them is found by what one pass over the reports tells:
    /// overdue, severity, how many reports (at least as many as reporters) and the oldest. The rest of the score is
    /// told by their reports themselves, and the order is made of that; half as many again are read for it.
    Sql candidatesSql(const LiveTable &table, const QStringList &all) const
    {
        Sql sql;
        // Placeholders are counted in the order of the text, so it grows from its start.
        sql.text = u"SELECT r.reported_user_id FROM "_s + table.from(u"r"_s) + u" WHERE "_s;
        sql.text += reportCondition(sql);
        if (hasTimes(m_query.filter)) {
            sql.text += u" AND r.reported_user_id IN (SELECT subject FROM ("_s + itemsSql(sql) + u") AS items WHERE "_s;
            sql.text += accepted(sql, m_query.filter) + u')';
        }
        sql.text += u" GROUP BY r.reported_user_id ORDER BY max(CASE"_s;
        for (const QString &reason : all) {
            sql.text += u" WHEN r.reason = "_s + m_dialect.bindText(sql, reason);
            sql.text +=
                u" AND r.created_at <= "_s + bindTime(sql, m_query.now.addSecs(-hoursOf(reason) * 3600)) + u" THEN 1"_s;
        }
        sql.text += (all.isEmpty() ? u" WHEN 1 = 0 THEN 1"_s : QString()) + u" ELSE 0 END) DESC, max(CASE r.reason"_s;
        for (const QString &reason : all)
            sql.text +=
                u" WHEN "_s + m_dialect.bindText(sql, reason) + u" THEN "_s + QString::number(severityOf(reason));
        sql.text += all.isEmpty() ? u" WHEN '' THEN 0 ELSE "_s : u" ELSE "_s;
        sql.text += QString::number(severityOfUnknown) + u" END) + CASE WHEN count(*) > "_s
            + QString::number(mostReporterPoints / pointsPerReporter) + u" THEN "_s
            + QString::number(mostReporterPoints) + u" ELSE (count(*) - 1) * "_s + QString::number(pointsPerReporter)
            + u" END + "_s;
        sql.text += agePointsSql(sql, u"min(r.created_at)"_s) + u" DESC, min(r.created_at), min(r.id) LIMIT "_s
            + QString::number(m_query.limit + m_query.limit / 2 + 1);
        return sql;
    }

    /// An open report of a candidate.
    struct OpenReport
    {
        qint64 id = 0;
        QString reporter;
        QString reason;
        QDateTime createdAt;
    };
    /// How often a reporter was right.
    struct Past
    {
        int kept = 0;
        int decided = 0;
    };
    Result<QHash<QString, Past>> readPasts(const QSet<QString> &reporters)
    {
        QHash<QString, Past> pasts;
        Sql sql;
        QStringList bound;
        for (const QString &reporter : reporters)
            bound.append(m_dialect.bindInteger(sql, reporter.toLongLong()));
        // Their own reports, whoever may see those: accuracy is no secret of a person.
        sql.text =
            u"SELECT reporter_user_id, sum(CASE status WHEN 'actioned' THEN 1 ELSE 0 END), count(*) FROM user_reports "
            "WHERE reporter_user_id IN ("_s
            + bound.join(u", "_s) + u") AND status IN ('actioned', 'dismissed') GROUP BY reporter_user_id"_s;
        const Result<void> read = m_connection.forEach(sql, [&pasts](const Row &row) {
            pasts.insert(row.at(0).text(), {row.at(1).text().toInt(), row.at(2).text().toInt()});
            return true;
        });
        if (!read)
            return read.error();
        return pasts;
    }

    /// The item of a person with the parts of its score; the reports are in the order in which they came.
    QueueItem itemOf(const QString &person, const QList<OpenReport> &reports, const QHash<QString, Past> &pasts) const
    {
        QueueItem item;
        item.item = {ItemKind::Report, reports.first().id};
        item.subjectId = Value(person);
        item.createdAt = reports.first().createdAt;
        QSet<QString> reporters;
        QDateTime due;
        Past past;
        int worst = -1;
        for (const OpenReport &report : reports) {
            item.group.append({ItemKind::Report, report.id});
            reporters.insert(report.reporter);
            past.kept += pasts.value(report.reporter).kept;
            past.decided += pasts.value(report.reporter).decided;
            due = earliest(report.createdAt.addSecs(hoursOf(report.reason) * 3600), due);
            if (severityOf(report.reason) > worst) {
                worst = severityOf(report.reason);
                item.reason = report.reason;
            }
        }
        item.dueAt = due;
        item.reporters = int(reporters.size());
        const int severalPoints = qMin(mostReporterPoints, (item.reporters - 1) * pointsPerReporter);
        const int pastPoints =
            past.decided < fewestForAccuracy ? 0 : past.kept * 2 * accuracyRange / past.decided - accuracyRange;
        item.parts = {{Text::tr("Severity"), worst},
                      {Text::tr("Several people report"), severalPoints},
                      {Text::tr("Reporters were right before"), pastPoints}};
        addAge(item);
        return item;
    }
};

} // namespace

std::unique_ptr<QueueReader> makeReportQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return std::make_unique<ReportQueue>(connection, live, query);
}

} // namespace Ghar

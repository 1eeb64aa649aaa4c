// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/reportplan.h"

#include "core/instant.h"
#include "moderation/decisionstore.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionPlan)
};

} // namespace

Result<void> ReportPlan::planReport(const ModerationItem &item)
{
    const Result<OriginalRow> report = m_draft.read(u"user_reports"_s, Value::integer(item.id));
    if (!report)
        return report.error();
    const QMap<QString, Value> &values = report->values;
    const Value reported = values.value(u"reported_user_id"_s);
    const bool isFirst = m_draft.plan().subject.isNull();
    if (!isFirst && reported != m_draft.plan().subject)
        return Error{
            ErrorKind::BadInput, Text::tr("The reports are about different people; decide them one by one."), {}};
    m_draft.plan().subject = reported;
    m_draft.opened(*report);
    const QString status = values.value(u"status"_s).text();
    const bool isOpen = status == "open"_L1 || status == "reviewed"_L1;
    const bool isAboutReport = m_draft.isAction(ModerationAction::Dismiss) || m_draft.isAction(ModerationAction::Warn)
        || m_draft.isAction(ModerationAction::Suspend) || m_draft.isAction(ModerationAction::Escalate);
    if (isAboutReport && (!isOpen || (status == "reviewed"_L1 && m_draft.isAction(ModerationAction::Escalate)))) {
        const Result<std::optional<StoredDecision>> decision = latestDecisionOf(m_draft.connection(), item);
        if (!decision)
            return decision.error();
        const Result<QString> who = m_draft.decidedBy(item);
        if (!who)
            return who.error();
        if (*decision || isOpen)
            return refusedDecision(
                Text::tr("Report %1 is “%2” already. %3 Nothing was changed; revise that decision instead.")
                    .arg(item.id)
                    .arg(status, *who));
        // Closed outside of the desk there is nothing to revise, and the platform lets it be decided anew (1.8).
        // Who saw it open does not know of it, though.
        if (!m_draft.request().isAgain)
            return refusedDecision(Text::tr("Report %1 was closed as “%2” outside of the desk. Nothing was changed.")
                                       .arg(item.id)
                                       .arg(status));
        m_draft.plan().warnings.append(
            Text::tr("Report %1 was closed as “%2” outside of the desk before.").arg(item.id).arg(status));
    }
    QMap<QString, Value> changed;
    if (isAboutReport)
        changed.insert(u"status"_s, Value(reportStatus()));
    if (!m_draft.request().note.trimmed().isEmpty())
        changed.insert(u"notes"_s, Value(withNote(values.value(u"notes"_s).text())));
    m_draft.stage(*report, changed);
    if (isFirst) {
        if (const Result<void> done = m_people.planPerson(reported); !done)
            return done;
    }
    return tellReporter(values.value(u"reporter_user_id"_s));
}

QString ReportPlan::reportStatus() const
{
    switch (m_draft.request().action) {
    case ModerationAction::Dismiss:
        return u"dismissed"_s;
    case ModerationAction::Escalate:
        return u"reviewed"_s;
    default:
        return u"actioned"_s;
    }
}

QString ReportPlan::withNote(const QString &notes) const
{
    const QString stamp =
        Text::tr("[%1, %2 UTC, %3]")
            .arg(m_draft.request().moderatorName.isEmpty() ? Text::tr("Staff") : m_draft.request().moderatorName,
                 instantText(m_draft.request().now).left(16), nameOf(m_draft.request().action));
    return (notes.isEmpty() ? QString() : notes + u"\n\n"_s) + stamp + u' ' + m_draft.request().note.trimmed();
}

Result<void> ReportPlan::tellReporter(const Value &reporter)
{
    switch (m_draft.request().action) {
    case ModerationAction::Dismiss:
        return m_draft.tell(reporter, u"flatmate_report_dismissed"_s);
    case ModerationAction::Warn:
    case ModerationAction::Suspend:
        return m_draft.tell(reporter, u"flatmate_report_actioned"_s);
    default:
        return {};
    }
}

} // namespace Ghar

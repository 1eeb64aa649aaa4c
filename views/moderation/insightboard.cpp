// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insightboard.h"

#include "core/instant.h"
#include "database/databasesession.h"
#include "moderation/decisionexport.h"
#include "moderation/decisionstore.h"
#include "moderation/listingmoderation.h"
#include "moderationwords.h"
#include "support/indianformat.h"
#include "support/workprogress.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int standardDays = 30;
constexpr int mostDays = 366;
const auto daysKey = u"moderation/insightDays"_s;

QString percent(int part, int whole)
{
    return whole == 0 ? u"–"_s : InsightBoard::tr("%1 %").arg(qRound(100.0 * part / whole));
}

QString ageText(qsizetype place)
{
    const QList<int> &bounds = ageBounds();
    if (place == 0)
        return InsightBoard::tr("up to %n day(s)", nullptr, bounds.first());
    if (place == bounds.size())
        return InsightBoard::tr("over %n day(s)", nullptr, bounds.last());
    return InsightBoard::tr("%1 to %2 days").arg(bounds.at(place - 1)).arg(bounds.at(place));
}

/// Those that were decided most come first.
QStringList byFrequency(const QMap<QString, DecisionTally> &tallies)
{
    QStringList names = tallies.keys();
    std::stable_sort(names.begin(), names.end(), [&tallies](const QString &a, const QString &b) {
        return tallies.value(a).decided > tallies.value(b).decided;
    });
    return names;
}

} // namespace

InsightBoard::InsightBoard(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_days(qBound(1, QSettings().value(daysKey, standardDays).toInt(), mostDays))
    , m_reports(ItemKind::Report, tr("Reports"))
    , m_listings(ItemKind::Listing, tr("Listings"))
{
    for (FigureTableModel *table :
         {&m_headline, &m_backlogTable, &m_forecastTable, &m_moderatorTable, &m_causeTable, &m_actionTable})
        connect(table, &FigureTableModel::opened, this, &InsightBoard::open);
    for (DayFlowModel *flow : {&m_reports, &m_listings}) {
        connect(flow, &DayFlowModel::arrivedWanted, this, &InsightBoard::showArrived);
        connect(flow, &DayFlowModel::settledWanted, this, &InsightBoard::showSettled);
    }
}

void InsightBoard::setSession(DatabaseSession *session)
{
    if (session == m_session)
        return;
    m_session = session;
    ++m_generation;
    m_jobs = 0;
    m_errorText.clear();
    m_backlogs.clear();
    m_insight = {};
    m_targets.clear();
    m_export.reset();
    for (FigureTableModel *table :
         {&m_headline, &m_backlogTable, &m_forecastTable, &m_moderatorTable, &m_causeTable, &m_actionTable})
        table->setContent({}, {});
    m_reports.setDays({});
    m_listings.setDays({});
    emit changed();
    emit exportChanged();
}

InsightPeriod InsightBoard::period() const
{
    return {m_clock.today().addDays(1 - m_days), m_clock.today()};
}

void InsightBoard::setDays(int days)
{
    const int wanted = qBound(1, days, mostDays);
    if (wanted == m_days)
        return;
    m_days = wanted;
    QSettings().setValue(daysKey, wanted);
    emit changed();
    reload();
}

void InsightBoard::reload()
{
    if (!m_session)
        return;
    ++m_generation;
    m_jobs = 0;
    m_errorText.clear();
    m_now = m_clock.now();
    readBacklogs();
    readDecisions();
    emit changed();
}

void InsightBoard::readBacklogs()
{
    QueueQuery query;
    query.policy = m_policy;
    query.now = m_now;
    ++m_jobs;
    m_session->counter()
        .run([live = m_session->schema(), query](Connection &connection) mutable -> Result<QList<Backlog>> {
            QList<Backlog> backlogs;
            for (const ModerationQueue queue : backlogQueues()) {
                query.queue = queue;
                const Result<Backlog> backlog = readBacklog(connection, *live, query);
                if (!backlog)
                    return backlog.error();
                backlogs.append(*backlog);
            }
            return backlogs;
        })
        .then(this, [this, generation = m_generation](const Result<QList<Backlog>> &backlogs) {
            if (generation != m_generation)
                return;
            if (backlogs)
                m_backlogs = *backlogs;
            ended(backlogs ? std::nullopt : std::optional(backlogs.error()));
        });
}

void InsightBoard::readDecisions()
{
    ++m_jobs;
    m_session->details()
        .run([live = m_session->schema(), period = period(), policy = m_policy](Connection &connection) {
            return readDecisionInsight(connection, *live, period, policy);
        })
        .then(this, [this, generation = m_generation, period = period()](const Result<DecisionInsight> &insight) {
            if (generation != m_generation)
                return;
            if (insight) {
                m_insight = *insight;
                m_shownPeriod = period;
            }
            ended(insight ? std::nullopt : std::optional(insight.error()));
        });
}

/// Both parts are shown together, since the forecast needs the pace.
void InsightBoard::ended(const std::optional<Error> &error)
{
    --m_jobs;
    if (error && m_errorText.isEmpty())
        m_errorText = error->userText;
    if (m_jobs == 0 && m_errorText.isEmpty()) {
        m_targets.clear();
        showBacklogs();
        showDecisions();
    }
    emit changed();
}

Figure InsightBoard::figure(qint64 number, ModerationQueue queue, const QueueFilter &filter, CellTone tone)
{
    Figure made;
    made.text = groupedIndian(QString::number(number));
    if (number == 0)
        return made;
    made.tone = int(tone);
    made.target = int(m_targets.size());
    m_targets.append({queue, filter});
    return made;
}

void InsightBoard::showBacklogs()
{
    const QList<QueueFilter> ages = ageFilters(m_now);
    const QList<QueueFilter> dues = dueFilters(m_now);
    QStringList ageHeadings{tr("Waiting")};
    for (qsizetype i = 0; i < ages.size(); ++i)
        ageHeadings.append(ageText(i));
    QStringList dueHeadings;
    for (const int days : forecastDays())
        dueHeadings.append(days == 0 ? tr("now") : tr("in %n day(s)", nullptr, days));
    QList<FigureRow> byAge;
    QList<FigureRow> byDue;
    FigureRow all{tr("All, if nothing is decided"), {}, true, {}};
    FigureRow paced{tr("All, at this pace"),
                    tr("As many are decided each day as on average in these %n day(s), those that are due first first.",
                       nullptr, m_days),
                    true,
                    {}};
    QList<qint64> sums(dues.size(), 0);
    for (const Backlog &backlog : std::as_const(m_backlogs)) {
        FigureRow waiting{queueLabel(backlog.queue), {}, false, {figure(backlog.items, backlog.queue, {})}};
        for (qsizetype i = 0; i < ages.size(); ++i)
            waiting.figures.append(figure(backlog.byAge.at(i), backlog.queue, ages.at(i)));
        byAge.append(waiting);
        FigureRow due{queueLabel(backlog.queue), {}, false, {}};
        for (qsizetype i = 0; i < dues.size(); ++i) {
            due.figures.append(figure(backlog.dueBy.at(i), backlog.queue, dues.at(i),
                                      forecastDays().at(i) == 0 ? CellTone::Bad : CellTone::Neutral));
            sums[i] += backlog.dueBy.at(i);
        }
        byDue.append(due);
    }
    const double pace = double(m_insight.all.decided) / m_days;
    for (qsizetype i = 0; i < sums.size(); ++i) {
        const qint64 left = overdueAtPace(sums.at(i), pace, forecastDays().at(i));
        all.figures.append({groupedIndian(QString::number(sums.at(i))), int(CellTone::Neutral), -1});
        paced.figures.append({groupedIndian(QString::number(left)), int(CellTone::Neutral), -1});
    }
    m_backlogTable.setContent(ageHeadings, byAge);
    m_forecastTable.setContent(dueHeadings, byDue + QList<FigureRow>{all, paced});
}

QList<Figure> InsightBoard::tallyFigures(const DecisionTally &tally, const QueueFilter &filter)
{
    QueueFilter revised = filter;
    revised.state = u"revised"_s;
    Figure median = figure(tally.decided, ModerationQueue::Decided, filter);
    median.text = tally.medianSeconds ? durationText(*tally.medianSeconds) : u"–"_s;
    Figure inTime = median;
    inTime.text = percent(tally.inTime, tally.timed);
    Figure takenBack = figure(tally.revised, ModerationQueue::Decided, revised);
    takenBack.text =
        tally.revised == 0 ? u"0"_s : tr("%1 (%2)").arg(takenBack.text, percent(tally.revised, tally.decided));
    return {figure(tally.decided, ModerationQueue::Decided, filter), median, inTime, takenBack};
}

void InsightBoard::showDecisions()
{
    const QueueFilter all = m_shownPeriod.filter();
    const QStringList tallyHeadings{tr("Decided"), tr("Median time"), tr("In time"), tr("Taken back")};
    const QList<Figure> sums = tallyFigures(m_insight.all, all);
    QList<FigureRow> headline;
    for (qsizetype i = 0; i < sums.size(); ++i)
        headline.append({tallyHeadings.at(i), {}, false, {sums.at(i)}});
    m_headline.setContent({QString()}, headline);

    const QStringList causes = byFrequency(m_insight.byCause);
    QStringList moderatorHeadings = tallyHeadings;
    for (const QString &cause : causes)
        moderatorHeadings.append(causeLabel(cause));
    QList<FigureRow> moderators;
    for (const ModeratorTally &moderator : std::as_const(m_insight.moderators)) {
        QueueFilter theirs = all;
        theirs.decider = moderator.staffId;
        FigureRow row{moderator.name.isEmpty() ? tr("Nobody’s name") : moderator.name,
                      {},
                      false,
                      tallyFigures(moderator.all, theirs)};
        for (const QString &cause : causes) {
            QueueFilter caused = theirs;
            caused.reason = cause;
            Figure number = figure(moderator.byCause.value(cause), ModerationQueue::Decided, caused);
            if (cause.isEmpty()) // nothing to ask for
                number.target = -1;
            row.figures.append(number);
        }
        moderators.append(row);
    }
    m_moderatorTable.setContent(moderatorHeadings, moderators);

    QList<FigureRow> byCause;
    for (const QString &cause : causes) {
        QueueFilter caused = all;
        caused.reason = cause;
        FigureRow row{causeLabel(cause), {}, false, tallyFigures(m_insight.byCause.value(cause), caused)};
        if (cause.isEmpty()) {
            for (Figure &number : row.figures)
                number.target = -1;
        }
        const int hours = m_policy.dueHours.value(cause);
        row.figures.append({hours > 0 ? durationText(qint64(hours) * 3600) : u"–"_s, int(CellTone::Neutral), -1});
        byCause.append(row);
    }
    m_causeTable.setContent(tallyHeadings + QStringList{tr("Due after")}, byCause);

    QList<FigureRow> byAction;
    for (const QString &action : byFrequency(m_insight.byAction)) {
        QueueFilter acted = all;
        acted.action = action;
        byAction.append({actionLabelNamed(action), {}, false, tallyFigures(m_insight.byAction.value(action), acted)});
    }
    m_actionTable.setContent(tallyHeadings, byAction);
    m_reports.setDays(m_insight.reports);
    m_listings.setDays(m_insight.listings);
}

QString InsightBoard::paceText() const
{
    return tr("%1 decisions a day").arg(QString::number(double(m_insight.all.decided) / m_days, 'f', 1));
}

void InsightBoard::open(int target)
{
    if (target >= 0 && target < m_targets.size())
        emit rowsWanted(m_targets.at(target).queue, m_targets.at(target).filter);
}

void InsightBoard::showSettled(ItemKind kind, QDate day)
{
    QueueFilter filter = InsightPeriod{day, day}.filter();
    filter.kind = kind;
    emit rowsWanted(ModerationQueue::Decided, filter);
}

void InsightBoard::showArrived(ItemKind kind, QDate day)
{
    // Up to the last microsecond of the day, as both ends are in the range.
    QList<Filter> filters{
        {u"created_at"_s,
         Filter::Op::Between,
         {Value(instantText(Clock::startOf(day))),
          Value(instantText(Clock::startOf(day.addDays(1)).addMSecs(-1)).replace(u".999000"_s, u".999999"_s))}}};
    if (kind == ItemKind::Listing) {
        Filter types{u"property_type"_s, Filter::Op::AnyOf, {}};
        for (const QString &type : moderatedTypes())
            types.values.append(Value(type));
        filters.append(types);
        filters.append({u"purpose"_s, Filter::Op::Equals, {Value(moderatedPurpose())}});
    }
    emit recordsWanted(tableOf(kind), filters);
}

void InsightBoard::exportTo(const QUrl &file)
{
    if (!m_session || m_export)
        return;
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.toString();
    m_export = std::make_shared<WorkToken>();
    m_exported = 0;
    emit exportChanged();
    const auto progress = progressFor<qint64>(this, m_export, [this, token = m_export](qint64 decisions) {
        if (m_export != token)
            return;
        m_exported = decisions;
        emit exportChanged();
    });
    m_session->transfer()
        .run([live = m_session->schema(), path, progress,
              filter =
                  [this] {
                      // All of the period, also what waits or was refused: a file is for whoever looks closer.
                      QueueFilter all = period().filter();
                      all.state.clear();
                      return all;
                  }()](
                 Connection &connection) { return exportDecisionsToFile(connection, *live, filter, path, progress); },
             m_export)
        .then(this, [this, token = m_export](const Result<qint64> &written) {
            if (token != m_export)
                return;
            m_export.reset();
            emit exportChanged();
            if (written)
                emit remarked(tr("%n decision(s) exported.", nullptr, int(*written)));
            else if (written.error().kind != ErrorKind::Cancelled)
                emit remarked(written.error().userText);
        });
}

void InsightBoard::cancelExport()
{
    if (m_session && m_export)
        m_session->transfer().cancel(m_export);
}

QString InsightBoard::exportText() const
{
    return tr("Exporting, %n decision(s) so far", nullptr, int(m_exported));
}

} // namespace Ghar

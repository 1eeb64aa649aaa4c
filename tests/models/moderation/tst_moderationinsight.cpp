// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/instant.h"
#include "moderation/decisionexport.h"
#include "moderation/decisionstore.h"
#include "moderation/moderationinsight.h"
#include "support/platformfixture.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What waits, what came and went, who decided what and how fast, in both databases; and that every number is that of
/// the rows which its filter finds.
class tst_ModerationInsight : public PlatformFixture
{
    Q_OBJECT

    Value m_asha;
    Value m_bina;
    Value m_person;
    int m_made = 0;

    static QDateTime now() { return {QDate(2026, 11, 22), QTime(6, 30), Qt::UTC}; }
    static InsightPeriod period() { return {QDate(2026, 11, 16), QDate(2026, 11, 22)}; }

    Value user(const QString &name)
    {
        return m_rows->id(u"users"_s,
                          {{u"full_name"_s, Value(name)},
                           {u"flatmates_profile_status"_s, Value(u"draft"_s)},
                           {u"created_at"_s, Value(instantText(now().addDays(-90)))}});
    }

    Value report(const QString &reason, const QDateTime &at, const Value &about = {}, const QString &status = u"open"_s)
    {
        return m_rows->id(u"user_reports"_s,
                          {{u"reporter_user_id"_s, m_person},
                           {u"reported_user_id"_s, about.isNull() ? user(u"Somebody"_s) : about},
                           {u"reason"_s, Value(reason)},
                           {u"status"_s, Value(status)},
                           {u"created_at"_s, Value(instantText(at))}});
    }

    Value listing(const QDateTime &at, const QString &type = u"pg"_s, const QString &purpose = u"rent"_s)
    {
        return m_rows->id(u"properties"_s,
                          {{u"owner_id"_s, m_person},
                           {u"property_type"_s, Value(type)},
                           {u"purpose"_s, Value(purpose)},
                           {u"is_available"_s, Value::boolean(false)},
                           {u"available_from"_s, Value::null()},
                           {u"created_at"_s, Value(instantText(at))},
                           {u"listing_preferences"_s, Value(u"{\"moderation_status\": \"pending_review\"}"_s)}});
    }

    struct Made
    {
        QList<ModerationItem> items;
        QString action;
        Value staff;
        QString name;
        QDateTime openedAt;
        QDateTime decidedAt;
        DecisionState state = DecisionState::Done;
        QString reason = u"Because"_s;
    };

    QString decision(const Made &made)
    {
        StoredDecision decision;
        decision.id = u"decision-%1"_s.arg(++m_made);
        decision.items = made.items;
        decision.subject = m_person;
        decision.action = made.action;
        decision.reason = made.reason;
        decision.state = made.state;
        decision.staffId = made.staff;
        decision.staffName = made.name;
        if (made.openedAt.isValid())
            decision.openedAt = made.openedAt;
        decision.decidedAt = made.decidedAt;
        if (const Result<void> done = insertDecision(*m_connection, decision); !done)
            qFatal("%s", qPrintable(done.error().userText + done.error().detail));
        return decision.id;
    }

    static ModerationItem itemOf(ItemKind kind, const Value &id) { return {kind, id.text().toLongLong()}; }

    QueueQuery query(ModerationQueue queue, const QueueFilter &filter = {}) const
    {
        QueueQuery query;
        query.queue = queue;
        query.now = now();
        query.filter = filter;
        return query;
    }

    qint64 rows(ModerationQueue queue, const QueueFilter &filter)
    {
        const Result<QueuePage> page = readQueue(*m_connection, *m_live, query(queue, filter));
        if (!page)
            qFatal("%s", qPrintable(whyNot(page)));
        return page->items.size();
    }

    Backlog backlog(ModerationQueue queue)
    {
        const Result<Backlog> read = readBacklog(*m_connection, *m_live, query(queue));
        if (!read)
            qFatal("%s", qPrintable(whyNot(read)));
        return *read;
    }

    DecisionInsight insight()
    {
        const Result<DecisionInsight> read =
            readDecisionInsight(*m_connection, *m_live, period(), ModerationPolicy::standard());
        if (!read)
            qFatal("%s", qPrintable(whyNot(read)));
        return *read;
    }

    void prepare() override
    {
        m_made = 0;
        m_asha = user(u"Asha"_s);
        m_bina = user(u"Bina"_s);
        m_person = user(u"Kavya"_s);
    }

private slots:
    void nothingIsCountedInAnEmptyDatabase()
    {
        for (const ModerationQueue queue : backlogQueues()) {
            const Backlog empty = backlog(queue);
            QCOMPARE(empty.items, 0);
            QCOMPARE(empty.byAge, QList<qint64>(5, 0));
            QCOMPARE(empty.dueBy, QList<qint64>(forecastDays().size(), 0));
        }
        const DecisionInsight none = insight();
        QCOMPARE(none.all, DecisionTally());
        QVERIFY(none.moderators.isEmpty());
        QCOMPARE(none.reports.size(), 7);
        QCOMPARE(none.reports.first(), (DayFlow{QDate(2026, 11, 16), 0, 0}));
    }

    void aBacklogIsCountedByAgeAndByWhenItIsDue()
    {
        const auto hoursAgo = [](int hours) { return now().addSecs(-hours * 3600); };
        // Standard hours: abuse 4, spam 48, other 72. An item is as old as its oldest report and due with its first.
        const Value both = user(u"Both"_s);
        (void)report(u"spam"_s, hoursAgo(30), both);
        (void)report(u"abuse"_s, hoursAgo(2), both);   // due in 2 hours
        (void)report(u"abuse"_s, hoursAgo(5));         // overdue
        (void)report(u"spam"_s, hoursAgo(24));         // due in a day exactly; a day old exactly
        (void)report(u"other"_s, hoursAgo(24 * 20));   // overdue
        (void)report(u"spam"_s, hoursAgo(24 * 3 - 1)); // overdue by a day less an hour
        (void)report(u"spam"_s, hoursAgo(300), {}, u"dismissed"_s);
        const Backlog reports = backlog(ModerationQueue::Reports);
        QCOMPARE(reports.items, 5);
        QCOMPARE(reports.byAge, (QList<qint64>{2, 2, 0, 0, 1}));
        QCOMPARE(forecastDays(), (QList<int>{0, 1, 2, 3, 5, 7}));
        QCOMPARE(reports.dueBy, (QList<qint64>{3, 5, 5, 5, 5, 5}));
        (void)listing(hoursAgo(1));
        (void)listing(hoursAgo(24 * 8));
        const Backlog listings = backlog(ModerationQueue::Listings);
        QCOMPARE(listings.items, 2);
        QCOMPARE(listings.byAge, (QList<qint64>{1, 0, 0, 1, 0}));
        // Every number is that of the rows which its filter finds.
        for (const ModerationQueue queue : backlogQueues()) {
            const Backlog counted = backlog(queue);
            const QList<QueueFilter> ages = ageFilters(now());
            for (qsizetype i = 0; i < ages.size(); ++i)
                QCOMPARE(rows(queue, ages.at(i)), counted.byAge.at(i));
            const QList<QueueFilter> dues = dueFilters(now());
            for (qsizetype i = 0; i < dues.size(); ++i)
                QCOMPARE(rows(queue, dues.at(i)), counted.dueBy.at(i));
        }
    }

    void theForecastGoesDownWithThePace()
    {
        QCOMPARE(overdueAtPace(100, 12.5, 0), 100);
        QCOMPARE(overdueAtPace(100, 12.5, 3), 63);
        QCOMPARE(overdueAtPace(100, 50, 3), 0);
    }

    void decisionsAreTalliedByModeratorReasonAndAction()
    {
        const QDateTime noon(QDate(2026, 11, 20), QTime(6, 30), Qt::UTC);
        const auto after = [&](int hours) { return noon.addSecs(-hours * 3600); };
        const ModerationItem spam = itemOf(ItemKind::Report, report(u"spam"_s, after(60), {}, u"dismissed"_s));
        const ModerationItem more = itemOf(ItemKind::Report, report(u"spam"_s, after(50), {}, u"dismissed"_s));
        const ModerationItem abuse = itemOf(ItemKind::Report, report(u"abuse"_s, after(3), {}, u"actioned"_s));
        const ModerationItem pg = itemOf(ItemKind::Listing, listing(after(10)));
        const ModerationItem gone{ItemKind::Report, 999'999'999};
        // Two reports in one decision, which took 60 hours: late, as spam has 48.
        decision({{spam, more}, u"dismiss"_s, m_asha, u"Asha"_s, after(60), noon});
        decision({{abuse}, u"suspend"_s, m_asha, u"Asha Rao"_s, after(3), noon.addSecs(1), DecisionState::Revised});
        decision({{pg}, u"approve"_s, m_bina, u"Bina"_s, after(10), noon});
        decision({{pg}, u"pause"_s, Value::null(), QString(), {}, noon}); // no name, and no time is known
        decision({{gone}, u"warn"_s, m_asha, u"Asha"_s, after(1), noon.addSecs(-60)});
        // None of these counts: waiting, refused, a revision, before and after the period.
        decision({{spam}, u"suspend"_s, m_asha, u"Asha"_s, after(1), noon, DecisionState::Pending});
        decision({{spam}, u"suspend"_s, m_asha, u"Asha"_s, after(1), noon, DecisionState::Refused});
        decision({{abuse}, u"revise"_s, m_bina, u"Bina"_s, after(1), noon});
        const QDateTime begin(QDate(2026, 11, 15), QTime(18, 30), Qt::UTC); // midnight in India
        decision({{pg}, u"reject"_s, m_bina, u"Bina"_s, begin.addDays(-1), begin.addMSecs(-1)});
        decision({{pg}, u"reject"_s, m_bina, u"Bina"_s, begin, begin.addDays(7)});
        const DecisionInsight read = insight();
        // 60 h, 3 h, 10 h, 1 h: the mean of 3 and 10.
        constexpr qint64 hour = 3600;
        QCOMPARE(read.all.decided, 5);
        QCOMPARE(read.all.revised, 1);
        QCOMPARE(read.all.timed, 3);
        QCOMPARE(read.all.inTime, 2);
        QCOMPARE(*read.all.medianSeconds, (3 * hour + 1 + 10 * hour) / 2);
        QCOMPARE(read.moderators.size(), 3);
        const ModeratorTally &asha = read.moderators.first();
        QCOMPARE(asha.staffId, m_asha);
        QCOMPARE(asha.name, u"Asha Rao"_s);
        QCOMPARE(asha.all.decided, 3);
        QCOMPARE(asha.all.revised, 1);
        QCOMPARE(*asha.all.medianSeconds, 3 * hour + 1);
        QCOMPARE(asha.byCause, (QMap<QString, int>{{u"spam"_s, 1}, {u"abuse"_s, 1}, {QString(), 1}}));
        QCOMPARE(asha.byAction, (QMap<QString, int>{{u"dismiss"_s, 1}, {u"suspend"_s, 1}, {u"warn"_s, 1}}));
        QCOMPARE(read.byCause.value(u"listing"_s).decided, 2);
        QCOMPARE(*read.byCause.value(u"listing"_s).medianSeconds, 10 * hour);
        QCOMPARE(read.byAction.keys(), (QStringList{u"approve"_s, u"dismiss"_s, u"pause"_s, u"suspend"_s, u"warn"_s}));
        // Flow counts what was settled, so two reports.
        const DayFlow friday{QDate(2026, 11, 20), 2, 4};
        QCOMPARE(read.reports.at(4).settled, friday.settled);
        QCOMPARE(read.listings.at(4).settled, 2);

        // Every number is that of the rows which its filter finds.
        const QueueFilter all = period().filter();
        const auto decided = [this](QueueFilter filter) { return rows(ModerationQueue::Decided, filter); };
        QueueFilter named = all;
        named.decider = m_asha;
        QCOMPARE(decided(named), 3);
        named.state = u"revised"_s;
        QCOMPARE(decided(named), 1);
        QueueFilter unnamed = all;
        unnamed.decider = Value::null();
        QCOMPARE(decided(unnamed), 1);
        QueueFilter caused = all;
        caused.reason = u"spam"_s;
        QCOMPARE(decided(caused), 1);
        caused.reason = u"listing"_s;
        QCOMPARE(decided(caused), 2);
        QueueFilter acted = all;
        acted.action = u"warn"_s;
        QCOMPARE(decided(acted), 1);
        const Result<QueueCount> counted = countQueue(*m_connection, *m_live, query(ModerationQueue::Decided, acted));
        GHAR_VERIFY(counted);
        QCOMPARE(counted->items, 1);
    }

    void whatCameInIsCountedByTheDayInIndia()
    {
        const QDateTime midnight(QDate(2026, 11, 17), QTime(18, 30), Qt::UTC); // begin of the 18th
        (void)report(u"spam"_s, midnight.addMSecs(-1));
        (void)report(u"spam"_s, midnight);
        (void)report(u"abuse"_s, midnight.addDays(1).addMSecs(-1));
        (void)listing(midnight);
        (void)listing(midnight, u"office"_s);       // not moderated
        (void)listing(midnight, u"pg"_s, u"buy"_s); // neither
        const DecisionInsight read = insight();
        QCOMPARE(read.reports.at(1).arrived, 1);
        QCOMPARE(read.reports.at(2).arrived, 2);
        QCOMPARE(read.reports.at(3).arrived, 0);
        QCOMPARE(read.listings.at(2).arrived, 1);
        QCOMPARE(read.listings.at(2).day, QDate(2026, 11, 18));
    }

    void decisionsAreExportedAsCsv()
    {
        const QDateTime at(QDate(2026, 11, 20), QTime(6, 30), Qt::UTC);
        const ModerationItem one = itemOf(ItemKind::Report, report(u"spam"_s, at.addSecs(-90), m_person));
        const ModerationItem two = itemOf(ItemKind::Report, report(u"spam"_s, at, m_person));
        decision({{one, two},
                  u"dismiss"_s,
                  m_asha,
                  u"Asha"_s,
                  at.addSecs(-90),
                  at,
                  DecisionState::Done,
                  u"=cmd, \"x\"\nnext line"_s});
        decision({{one}, u"suspend"_s, Value::null(), QString(), {}, at.addDays(-1)});
        decision({{one}, u"warn"_s, m_bina, u"Bina"_s, {}, at.addDays(-30)}); // outside
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        const Result<qint64> written = exportDecisions(*m_connection, *m_live, period().filter(), out);
        GHAR_VERIFY(written);
        QCOMPARE(*written, 2);
        const QString text = QString::fromUtf8(out.data());
        const QString heading =
            u"id,decided_at,action,state,reason,note,until,subject_id,staff_id,staff_name,confirmed_by,"
            "confirmed_name,opened_at,revises,revised_by,items,cause,seconds_to_decide\r\n"_s;
        const QString first = u"decision-1,2026-11-20 06:30:00.000000+00:00,dismiss,done,\"'=cmd, \"\"x\"\"\nnext "
                              "line\",,,%1,%2,Asha,,,2026-11-20 06:28:30.000000+00:00,,,%3 %4,spam,90\r\n"_s;
        const QString second =
            u"decision-2,2026-11-19 06:30:00.000000+00:00,suspend,done,Because,,,%1,,,,,,,,%2,spam,\r\n"_s;
        QCOMPARE(text,
                 heading + first.arg(m_person.text(), m_asha.text(), one.text(), two.text())
                     + second.arg(m_person.text(), one.text()));

        // Stopped, an older file is as it was.
        QTemporaryDir folder;
        const QString path = folder.filePath(u"decisions.csv"_s);
        GHAR_VERIFY(exportDecisionsToFile(*m_connection, *m_live, period().filter(), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), text);
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const Result<qint64> stopped =
            exportDecisionsToFile(*m_connection, *m_live, {}, path, [](qint64) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(file.size(), text.toUtf8().size());
    }
};

QTEST_GUILESS_MAIN(tst_ModerationInsight)
#include "tst_moderationinsight.moc"

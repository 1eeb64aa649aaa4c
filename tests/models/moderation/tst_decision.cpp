// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseimage.h"
#include "moderation/decision.h"
#include "moderation/decisioneffect.h"
#include "moderation/moderationclaim.h"
#include "records/changeauthor.h"
#include "support/platformfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What each decision changes, column by column, and what it leaves alone (core-and-moderation.md 1.3, 1.4, 1.8), in
/// both databases.
class tst_Decision : public PlatformFixture
{
    Q_OBJECT

    Value m_admin;
    Value m_other; ///< a second admin
    Value m_reporter;
    Value m_reported;
    Value m_report;
    int m_changes = 0;

    static QDateTime at() { return {QDate(2026, 11, 22), QTime(6, 30), Qt::UTC}; }
    static QString stamp() { return u"2026-11-22T06:30:00.000000+00:00"_s; }

    Value user(const QString &name, const RowMaker::Values &more = {})
    {
        RowMaker::Values values{{u"full_name"_s, Value(name)},
                                {u"supabase_user_id"_s, Value(QUuid::createUuid().toString(QUuid::WithoutBraces))},
                                {u"role"_s, Value(u"user"_s)},
                                {u"is_active"_s, Value::boolean(true)},
                                {u"flatmates_profile_status"_s, Value(u"active"_s)},
                                {u"notification_settings"_s, Value(u"{}"_s)},
                                {u"preferences"_s, Value(u"{}"_s)}};
        for (auto it = more.cbegin(); it != more.cend(); ++it)
            values.insert(it.key(), it.value());
        return m_rows->id(u"users"_s, values);
    }

    Value report(const Value &reporter, const QString &status = u"open"_s, const Value &notes = Value(u"He shouted."_s))
    {
        return m_rows->id(u"user_reports"_s,
                          {{u"reporter_user_id"_s, reporter},
                           {u"reported_user_id"_s, m_reported},
                           {u"reason"_s, Value(u"abuse"_s)},
                           {u"status"_s, Value(status)},
                           {u"notes"_s, notes}});
    }

    Value listing(const QString &preferences, bool isAvailable, const QString &type = u"pg"_s,
                  const Value &from = Value::null())
    {
        return m_rows->id(u"properties"_s,
                          {{u"owner_id"_s, m_reported},
                           {u"title"_s, Value(u"Room in Sector 45"_s)},
                           {u"property_type"_s, Value(type)},
                           {u"purpose"_s, Value(u"rent"_s)},
                           {u"is_available"_s, Value::boolean(isAvailable)},
                           {u"available_from"_s, from},
                           {u"listing_preferences"_s, Value(preferences)}});
    }

    ChangeHeader header(const Value &staff = Value::null())
    {
        ChangeHeader header;
        header.changeId = u"decision-%1"_s.arg(++m_changes);
        header.writerId = u"test"_s;
        header.madeAt = at();
        header.origin = u"moderation"_s;
        header.reason = u"test"_s;
        header.staffId = staff.isNull() ? m_admin : staff;
        header.staffName = Value(u"Asha"_s);
        return header;
    }

    DecisionRequest request(const QString &items, ModerationAction action, const QString &reason = u"Rude"_s) const
    {
        DecisionRequest request;
        for (const QString &text : items.split(u',')) {
            const Result<ModerationItem> item = itemFromText(text);
            if (!item)
                qFatal("%s", qPrintable(item.error().userText));
            request.items.append(*item);
        }
        request.action = action;
        request.reason = reason;
        request.moderator = m_admin.text().toLongLong();
        request.moderatorName = u"Asha"_s;
        request.now = at();
        return request;
    }

    static QString item(const char *kind, const Value &id) { return QString::fromLatin1(kind) + u':' + id.text(); }

    Result<DecisionOutcome> run(const DecisionRequest &wanted)
    {
        return decide(*m_connection, *m_live, wanted, header(), u"window"_s);
    }

    DatabaseImage image() { return DatabaseImage::take(*m_connection, *m_live); }

    /// Notices that were written: type, title and whom they are to.
    QStringList notices() const
    {
        QStringList lines;
        const Result<QList<Row>> rows = m_connection->rows(
            {m_database->isPostgres()
                 ? u"SELECT n.data -> '_meta' ->> 'type_key', n.data ->> 'route', n.title, u.full_name FROM notifications AS n JOIN users AS u ON u.supabase_user_id = CAST(n.target_user_id AS text) WHERE n.audience_type = 'user'"_s
                 : u"SELECT json_extract(n.data, '$._meta.type_key'), json_extract(n.data, '$.route'), n.title, u.full_name FROM notifications AS n JOIN users AS u ON u.supabase_user_id = n.target_user_id WHERE n.audience_type = 'user'"_s,
             {}});
        if (!rows)
            qFatal("%s", qPrintable(whyNot(rows)));
        for (const Row &row : *rows)
            lines.append(row.at(0).text() + u' ' + row.at(1).text() + u' ' + row.at(2).text() + u" to "_s
                         + row.at(3).text());
        lines.sort();
        return lines;
    }

    /// Differences without the notices, which have a test of their own.
    QStringList touched(const DatabaseImage &before)
    {
        QStringList lines = before.differencesTo(image());
        lines.removeIf([](const QString &line) { return line.startsWith("+ notifications"_L1); });
        return lines;
    }

    void prepare() override
    {
        m_admin = user(u"Asha"_s, {{u"role"_s, Value(u"admin"_s)}});
        m_other = user(u"Bina"_s, {{u"role"_s, Value(u"admin"_s)}});
        m_reporter = user(u"Rita"_s);
        m_reported = user(u"Ravi"_s);
        m_report = report(m_reporter);
    }

private slots:
    // --- 1.8 --------------------------------------------------------------------------------------------------------

    void decidesReports_data()
    {
        QTest::addColumn<ModerationAction>("action");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QStringList>("person");
        QTest::addColumn<QStringList>("told");
        const QString reporterTold = u"flatmate_report_actioned /chats Report Actioned to Rita"_s;
        QTest::newRow("dismiss") << ModerationAction::Dismiss << u"dismissed"_s << QStringList()
                                 << QStringList{u"flatmate_report_dismissed /chats Report Dismissed to Rita"_s};
        QTest::newRow("warn") << ModerationAction::Warn << u"actioned"_s << QStringList()
                              << QStringList{u"flatmate_account_warned /profile Account Warning to Ravi"_s,
                                             reporterTold};
        QTest::newRow("suspend") << ModerationAction::Suspend << u"actioned"_s
                                 << QStringList{u"flatmates_profile_status: active -> paused"_s,
                                                u"is_active: true -> false"_s}
                                 << QStringList{u"flatmate_account_suspended /profile Account Suspended to Ravi"_s,
                                                reporterTold};
        QTest::newRow("escalate") << ModerationAction::Escalate << u"reviewed"_s << QStringList() << QStringList();
    }
    void decidesReports()
    {
        QFETCH(ModerationAction, action);
        QFETCH(QString, status);
        QFETCH(QStringList, person);
        QFETCH(QStringList, told);
        // Others' rows, which must stay as they are.
        (void)m_rows->id(u"user_conversations"_s, {{u"user_one_id"_s, m_reporter}, {u"user_two_id"_s, m_reported}});
        (void)m_rows->id(u"user_matches"_s, {{u"user_one_id"_s, m_reporter}, {u"user_two_id"_s, m_reported}});
        const DatabaseImage before = image();
        const Result<DecisionOutcome> outcome = run(request(item("report", m_report), action));
        GHAR_VERIFY(outcome);
        QStringList expected{u"user_reports #%1 status: open -> %2"_s.arg(m_report.text(), status)};
        for (const QString &line : std::as_const(person))
            expected.append(u"users #"_s + m_reported.text() + u' ' + line);
        expected.sort();
        QCOMPARE(touched(before), expected);
        QCOMPARE(notices(), told);
        // The same is in the answer, in the record and in the journal.
        QVERIFY(outcome->changes.contains(
            {u"user_reports"_s, m_report.text(), u"status"_s, Value(u"open"_s), Value(status)}));
        const Result<std::optional<StoredDecision>> stored = readDecision(*m_connection, outcome->id);
        GHAR_VERIFY(stored);
        QVERIFY(stored->has_value());
        QCOMPARE((*stored)->changes, outcome->changes);
        QCOMPARE((*stored)->action, nameOf(action));
        QCOMPARE((*stored)->subject, m_reported);
        QCOMPARE((*stored)->staffId, m_admin);
        JournalQuery query;
        query.changeId = outcome->id;
        const Result<QList<JournalEntry>> entries = readJournal(*m_connection, query);
        GHAR_VERIFY(entries);
        QCOMPARE(entries->size(), 1 + (person.isEmpty() ? 0 : 1) + told.size());
    }

    void keepsTheReportersWords()
    {
        DecisionRequest wanted = request(item("report", m_report), ModerationAction::Dismiss);
        wanted.note = u"Seen both sides."_s;
        GHAR_VERIFY(run(wanted));
        QCOMPARE(scalar(*m_connection, u"SELECT notes FROM user_reports WHERE id = "_s + m_report.text()),
                 u"He shouted.\n\n[Asha, 2026-11-22 06:30 UTC, dismiss] Seen both sides."_s);
        const Value silent = report(m_reporter, u"open"_s, Value::null());
        wanted.items = {{ItemKind::Report, silent.text().toLongLong()}};
        GHAR_VERIFY(run(wanted));
        QCOMPARE(scalar(*m_connection, u"SELECT notes FROM user_reports WHERE id = "_s + silent.text()),
                 u"[Asha, 2026-11-22 06:30 UTC, dismiss] Seen both sides."_s);
    }

    void suspendingTakesListingsDownAndRestoringBringsThemBack()
    {
        const Value live = listing(u"{\"moderation_status\":\"live\",\"pets\":\"no\",\"n\":1.50}"_s, true);
        const Value unmarked = listing(u"{}"_s, true, u"flatmate"_s);
        (void)listing(u"{\"moderation_status\":\"pending_review\"}"_s, false);
        (void)listing(u"{\"moderation_status\":\"rejected\"}"_s, false);
        (void)listing(u"{}"_s, true, u"apartment"_s);
        const DatabaseImage before = image();
        DecisionRequest wanted = request(item("report", m_report), ModerationAction::Suspend);
        wanted.until = QDate(2026, 12, 31);
        const Result<DecisionOutcome> outcome = run(wanted);
        GHAR_VERIFY(outcome);
        const QString text = u"properties #"_s;
        QStringList expected{text + live.text() + u" is_available: true -> false"_s,
                             text + live.text() + u" listing_preferences.moderation_status: \"live\" -> \"paused\""_s,
                             text + unmarked.text() + u" is_available: true -> false"_s,
                             text + unmarked.text() + u" listing_preferences.moderation_status: - -> \"paused\""_s,
                             u"user_reports #%1 status: open -> actioned"_s.arg(m_report.text()),
                             u"users #%1 flatmates_profile_status: active -> paused"_s.arg(m_reported.text()),
                             u"users #%1 is_active: true -> false"_s.arg(m_reported.text())};
        expected.sort();
        QCOMPARE(touched(before), expected);

        // Lifted: all but the report goes back.
        const Result<DecisionOutcome> restored =
            run(request(item("profile", m_reported), ModerationAction::Restore, u"Appeal"_s));
        GHAR_VERIFY(restored);
        QCOMPARE(touched(before), QStringList{u"user_reports #%1 status: open -> actioned"_s.arg(m_report.text())});
        // And the lifting can be taken back as well.
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, restored->id, header()));
        QCOMPARE(touched(before), expected);
        // Restored again, then the whole decision revised: as if nothing had been.
        GHAR_VERIFY(run(request(item("report", m_report), ModerationAction::Restore)));
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
        QCOMPARE(touched(before), QStringList());
        const Result<QList<JournalChain>> chains = verifyJournal(*m_connection);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().brokenAt, 0);
    }

    void thePolicySwitchesWhatComesWithASuspension()
    {
        const Value live = listing(u"{\"moderation_status\":\"live\"}"_s, true);
        const Value talk = m_rows->id(
            u"user_conversations"_s,
            {{u"user_one_id"_s, m_reporter}, {u"user_two_id"_s, m_reported}, {u"status"_s, Value(u"active"_s)}});
        const Value archived = m_rows->id(
            u"user_conversations"_s,
            {{u"user_one_id"_s, m_other}, {u"user_two_id"_s, m_reported}, {u"status"_s, Value(u"archived"_s)}});
        const Value match = m_rows->id(
            u"user_matches"_s,
            {{u"user_one_id"_s, m_reporter}, {u"user_two_id"_s, m_reported}, {u"status"_s, Value(u"active"_s)}});
        Q_UNUSED(live)
        Q_UNUSED(archived)
        const DatabaseImage before = image();
        DecisionRequest wanted = request(item("report", m_report), ModerationAction::Suspend);
        wanted.policy.pausesProfile = false;
        wanted.policy.pausesListings = false;
        wanted.policy.writesNotices = false;
        wanted.policy.closesConversations = true;
        wanted.policy.closesMatches = true;
        const Result<DecisionOutcome> outcome = run(wanted);
        GHAR_VERIFY(outcome);
        QStringList expected{u"user_conversations #%1 status: active -> closed"_s.arg(talk.text()),
                             u"user_matches #%1 status: active -> unmatched"_s.arg(match.text()),
                             u"user_reports #%1 status: open -> actioned"_s.arg(m_report.text()),
                             u"users #%1 is_active: true -> false"_s.arg(m_reported.text())};
        QCOMPARE(before.differencesTo(image()), expected);
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
        QCOMPARE(before.differencesTo(image()), QStringList());
    }

    /// Without a suspension each is asked for by itself, whatever the policy says of suspensions.
    void listingsAndConversationsCanGoWithAWarningOrAPause()
    {
        const Value talk = m_rows->id(
            u"user_conversations"_s,
            {{u"user_one_id"_s, m_reported}, {u"user_two_id"_s, m_other}, {u"status"_s, Value(u"active"_s)}});
        const Value pg = listing(u"{\"moderation_status\":\"live\"}"_s, true);
        for (const ModerationAction action : {ModerationAction::Warn, ModerationAction::Pause}) {
            const DatabaseImage before = image();
            DecisionRequest wanted = request(item("report", m_report), action);
            wanted.policy.writesNotices = false;
            wanted.policy.closesConversations = true;
            wanted.policy.closesMatches = true;
            QVERIFY(wanted.policy.pausesListings);
            QVERIFY(!hasEffect(wanted, DecisionEffect::Listings));
            QVERIFY(!hasEffect(wanted, DecisionEffect::Conversations));
            setEffect(wanted, DecisionEffect::Listings, true);
            setEffect(wanted, DecisionEffect::Conversations, true);
            // As it waits for a second person, it is kept and read again.
            const Result<DecisionRequest> kept = DecisionRequest::fromJson(wanted.toJson());
            GHAR_VERIFY(kept);
            QVERIFY(kept->takesListingsDown && kept->closesConversations && !kept->closesMatches);
            const Result<DecisionOutcome> outcome = run(wanted);
            GHAR_VERIFY(outcome);
            QStringList expected{
                u"properties #%1 is_available: true -> false"_s.arg(pg.text()),
                u"properties #%1 listing_preferences.moderation_status: \"live\" -> \"paused\""_s.arg(pg.text()),
                u"user_conversations #%1 status: active -> closed"_s.arg(talk.text())};
            // A pause is of the profile; the report stays open.
            expected.append(action == ModerationAction::Pause
                                ? u"users #%1 flatmates_profile_status: active -> paused"_s.arg(m_reported.text())
                                : u"user_reports #%1 status: open -> actioned"_s.arg(m_report.text()));
            QCOMPARE(before.differencesTo(image()), expected);
            GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
            QCOMPARE(before.differencesTo(image()), QStringList());
        }
        QVERIFY(!effectsOf(ItemKind::Listing, ModerationAction::Pause).contains(DecisionEffect::Listings));
        QVERIFY(effectsOf(ItemKind::Report, ModerationAction::Escalate).isEmpty());
    }

    void decidesAllReportsAboutOnePersonTogether()
    {
        const Value second = report(m_other);
        const DatabaseImage before = image();
        GHAR_VERIFY(run(request(item("report", m_report) + u',' + item("report", second), ModerationAction::Warn)));
        QCOMPARE(touched(before),
                 (QStringList{u"user_reports #%1 status: open -> actioned"_s.arg(m_report.text()),
                              u"user_reports #%1 status: open -> actioned"_s.arg(second.text())}));
        // Both reporters are told, and the person once.
        QCOMPARE(notices(),
                 (QStringList{u"flatmate_account_warned /profile Account Warning to Ravi"_s,
                              u"flatmate_report_actioned /chats Report Actioned to Bina"_s,
                              u"flatmate_report_actioned /chats Report Actioned to Rita"_s}));
    }

    void reportsAboutDifferentPeopleAreNoGroup()
    {
        const Value stranger = m_rows->id(
            u"user_reports"_s,
            {{u"reporter_user_id"_s, m_reporter}, {u"reported_user_id"_s, m_other}, {u"status"_s, Value(u"open"_s)}});
        const DatabaseImage before = image();
        const Result<DecisionOutcome> outcome =
            run(request(item("report", m_report) + u',' + item("report", stranger), ModerationAction::Dismiss));
        QVERIFY(!outcome);
        QCOMPARE(before.differencesTo(image()), QStringList());
    }

    void anEscalatedReportCanBeDecided()
    {
        GHAR_VERIFY(run(request(item("report", m_report), ModerationAction::Escalate)));
        QVERIFY(!run(request(item("report", m_report), ModerationAction::Escalate)));
        GHAR_VERIFY(run(request(item("report", m_report), ModerationAction::Dismiss)));
    }

    void aDecidedReportTellsWhoWasFaster()
    {
        GHAR_VERIFY(run(request(item("report", m_report), ModerationAction::Dismiss)));
        const DatabaseImage before = image();
        const Result<DecisionOutcome> late = run(request(item("report", m_report), ModerationAction::Suspend));
        QVERIFY(!late);
        QVERIFY2(late.error().userText.contains(u"Asha decided “dismiss”"_s), qPrintable(late.error().userText));
        QCOMPARE(before.differencesTo(image()), QStringList());
    }

    void aDeletedAccountIsLeftAlone()
    {
        must(*m_connection,
             u"UPDATE users SET supabase_user_id = '__deleted__%1', is_active = false WHERE id = %1"_s.arg(
                 m_reported.text()));
        QVERIFY(!run(request(item("report", m_report), ModerationAction::Suspend)));
        QVERIFY(!run(request(item("profile", m_reported), ModerationAction::Restore)));
        GHAR_VERIFY(run(request(item("report", m_report), ModerationAction::Dismiss)));
    }

    void restoringWithoutARecordOpensTheAccountAlone()
    {
        must(*m_connection, u"UPDATE users SET is_active = false WHERE id = "_s + m_reported.text());
        const DatabaseImage before = image();
        const Result<DecisionOutcome> outcome = run(request(item("profile", m_reported), ModerationAction::Restore));
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->warnings.size(), 1);
        QCOMPARE(touched(before), QStringList{u"users #%1 is_active: false -> true"_s.arg(m_reported.text())});
        QVERIFY(!run(request(item("profile", m_reported), ModerationAction::Restore)));
    }

    // --- Profiles (1.9) ---------------------------------------------------------------------------------------------

    void decidesProfiles_data()
    {
        QTest::addColumn<ModerationAction>("action");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("approve") << ModerationAction::Approve << u"pending_review"_s << u"active"_s;
        QTest::newRow("reject") << ModerationAction::Reject << u"pending_review"_s << u"rejected"_s;
        QTest::newRow("pause") << ModerationAction::Pause << u"active"_s << u"paused"_s;
        QTest::newRow("unpause") << ModerationAction::Unpause << u"paused"_s << u"active"_s;
    }
    void decidesProfiles()
    {
        QFETCH(ModerationAction, action);
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString kept = u"{\"purpose\":\"rent\",\"flatmates\":{\"age\":\"27\"%1}}"_s;
        const bool opens = to == "active"_L1;
        const Value person = user(
            u"Ravi"_s,
            {{u"flatmates_profile_status"_s, Value(from)},
             {u"preferences"_s, Value(kept.arg(opens ? u",\"auto_paused_reason\":\"repeat_reports\""_s : QString()))}});
        const DatabaseImage before = image();
        const Result<DecisionOutcome> outcome = run(request(item("profile", person), action));
        GHAR_VERIFY(outcome);
        QStringList expected{u"users #%1 flatmates_profile_status: %2 -> %3"_s.arg(person.text(), from, to)};
        if (opens)
            expected.append(
                u"users #%1 preferences.flatmates.auto_paused_reason: \"repeat_reports\" -> -"_s.arg(person.text()));
        QCOMPARE(touched(before), expected);
        QVERIFY(!run(request(item("profile", person), action))); // it is so already
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
        QCOMPARE(touched(before), QStringList());
    }

    void unpausingReturnsToWhatWasBefore()
    {
        const Value draft = user(u"Ravi"_s, {{u"flatmates_profile_status"_s, Value(u"rejected"_s)}});
        const Value id = listing(u"{\"moderation_status\":\"rejected\"}"_s, false);
        for (const QString &name : {item("profile", draft), item("listing", id)}) {
            const DatabaseImage before = image();
            GHAR_VERIFY(run(request(name, ModerationAction::Pause)));
            GHAR_VERIFY(run(request(name, ModerationAction::Unpause)));
            QCOMPARE(touched(before), QStringList());
        }
        // What was never approved does not go live by the way of a pause.
        const Value fresh = listing(u"{\"moderation_status\":\"paused\"}"_s, false);
        QVERIFY(!run(request(item("listing", fresh), ModerationAction::Unpause)));
        const Value approved = listing(
            u"{\"moderation_status\":\"paused\",\"approval_boost_granted_at\":\"2026-01-01T00:00:00+00:00\"}"_s, false);
        GHAR_VERIFY(run(request(item("listing", approved), ModerationAction::Unpause)));
    }

    void restoringOpensTheAccountWhateverElseHasChanged()
    {
        const Value live = listing(u"{\"moderation_status\":\"live\"}"_s, true);
        const Value other = listing(u"{\"moderation_status\":\"live\"}"_s, true);
        GHAR_VERIFY(run(request(item("report", m_report), ModerationAction::Suspend)));
        GHAR_VERIFY(run(request(item("listing", live), ModerationAction::Reject)));
        const Result<DecisionOutcome> restored = run(request(item("profile", m_reported), ModerationAction::Restore));
        GHAR_VERIFY(restored);
        QVERIFY(!restored->warnings.isEmpty());
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM users WHERE NOT is_active"_s), u"0"_s);
        QVERIFY(scalar(*m_connection,
                       u"SELECT CAST(listing_preferences AS text) FROM properties WHERE id = "_s + live.text())
                    .contains(u"rejected"_s));
        QCOMPARE(
            scalar(*m_connection, u"SELECT count(*) FROM properties WHERE is_available AND id = "_s + other.text()),
            u"1"_s);
    }

    void optionsOfOtherActionsAreRefused()
    {
        DecisionRequest dismissed = request(item("report", m_report), ModerationAction::Dismiss);
        dismissed.until = QDate(2026, 12, 1);
        QCOMPARE(run(dismissed).error().kind, ErrorKind::BadInput);
        const Value id = listing(u"{}"_s, false);
        DecisionRequest rejected = request(item("listing", id), ModerationAction::Reject);
        rejected.availableFrom = Value(u"2026-12-01 00:00:00.000000+00:00"_s);
        QCOMPARE(run(rejected).error().kind, ErrorKind::BadInput);
        DecisionRequest approved = request(item("listing", id), ModerationAction::Approve);
        approved.availableFrom = Value(u"2026-11-01 00:00:00.000000+00:00"_s);
        QCOMPARE(run(approved).error().kind, ErrorKind::BadInput);
        const Value self = report(m_reporter);
        must(*m_connection,
             u"UPDATE user_reports SET reported_user_id = %1 WHERE id = %2"_s.arg(m_admin.text(), self.text()));
        QVERIFY(!run(request(item("report", self), ModerationAction::Suspend)));
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM users WHERE NOT is_active"_s), u"0"_s);
    }

    void aReportThatWasClosedElsewhereCanBeDecidedAnew()
    {
        const Value closed = report(m_reporter, u"dismissed"_s);
        DecisionRequest wanted = request(item("report", closed), ModerationAction::Warn);
        QVERIFY(!run(wanted)); // who saw it open does not know
        wanted.isAgain = true;
        const Result<DecisionOutcome> outcome = run(wanted);
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->warnings.size(), 1);
        QVERIFY(!run(wanted)); // by the desk this time
    }

    // --- Listings (1.3, 1.4) ----------------------------------------------------------------------------------------

    void decidesListings_data()
    {
        QTest::addColumn<ModerationAction>("action");
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("isAvailable");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("approve") << ModerationAction::Approve << u"live"_s << true
                                 << QStringList{u"flatmate_listing_approved /post Listing Approved to Ravi"_s};
        QTest::newRow("reject") << ModerationAction::Reject << u"rejected"_s << false
                                << QStringList{u"flatmate_listing_rejected /post Listing Rejected to Ravi"_s};
        QTest::newRow("request-edit") << ModerationAction::RequestEdit << u"pending_review"_s << false << QStringList();
        QTest::newRow("pause") << ModerationAction::Pause << u"paused"_s << false << QStringList();
    }
    void decidesListings()
    {
        QFETCH(ModerationAction, action);
        QFETCH(QString, status);
        QFETCH(bool, isAvailable);
        QFETCH(QStringList, told);
        const Value id = listing(u"{\"sharing_type\":\"private_room\",\"approval_boost_granted_at\":\"x\"}"_s, false);
        (void)listing(u"{}"_s, true); // of the same owner
        const DatabaseImage before = image();
        const Result<DecisionOutcome> outcome = run(request(item("listing", id), action, u"Blurred photos"_s));
        GHAR_VERIFY(outcome);
        const QString place = u"properties #"_s + id.text() + u' ';
        QStringList expected{place + u"listing_preferences.moderation_status: - -> \""_s + status + u'"',
                             place + u"listing_preferences.moderated_by: - -> "_s + m_admin.text(),
                             place + u"listing_preferences.moderated_at: - -> \""_s + stamp() + u'"',
                             place + u"listing_preferences.moderation_reason: - -> \"Blurred photos\""_s};
        if (isAvailable)
            expected.append(place + u"is_available: false -> true"_s);
        expected.sort();
        QCOMPARE(touched(before), expected);
        QCOMPARE(notices(), told);
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
        QCOMPARE(touched(before), QStringList());
    }

    void theFirstApprovalIsAnnouncedWithItsBoost()
    {
        const Value id = listing(u"{}"_s, false);
        const Result<DecisionOutcome> outcome = run(request(item("listing", id), ModerationAction::Approve, {}));
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->notices.size(), 1);
        QCOMPARE(outcome->notices.first().body,
                 u"Your listing “Room in Sector 45” is live. It gets a 24-hour boost."_s);
        QVERIFY(!run(request(item("listing", id), ModerationAction::Approve)));
    }

    void approvesAnExpiredListingWithANewDate()
    {
        const Value id = listing(u"{}"_s, false, u"pg"_s, Value(u"2026-11-01 00:00:00.000000+00:00"_s));
        const Result<DecisionOutcome> plain =
            tryDecision(*m_connection, *m_live, request(item("listing", id), ModerationAction::Approve), header());
        GHAR_VERIFY(plain);
        QCOMPARE(plain->warnings.size(), 1);
        DecisionRequest wanted = request(item("listing", id), ModerationAction::Approve);
        // Who would have asked for the date had they known that it passed.
        wanted.needsMoveInDate = true;
        const Result<DecisionOutcome> late = run(wanted);
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Refused);
        wanted.availableFrom = Value(u"2026-12-01 00:00:00.000000+00:00"_s);
        const Result<DecisionOutcome> outcome = run(wanted);
        GHAR_VERIFY(outcome);
        QVERIFY(outcome->warnings.isEmpty());
        QVERIFY(outcome->changes.contains({u"properties"_s, id.text(), u"available_from"_s,
                                           Value(u"2026-11-01 00:00:00.000000+00:00"_s),
                                           Value(u"2026-12-01 00:00:00.000000+00:00"_s)}));
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
        wanted.availableFrom = Value::null();
        GHAR_VERIFY(run(wanted));
        QCOMPARE(scalar(*m_connection,
                        u"SELECT count(*) FROM properties WHERE available_from IS NULL AND id = "_s + id.text()),
                 u"1"_s);
    }

    void onlyPgAndFlatmateListingsAreModerated()
    {
        const Value flat = listing(u"{}"_s, true, u"apartment"_s);
        QVERIFY(!run(request(item("listing", flat), ModerationAction::Reject)));
    }

    void brokenPreferencesAreNotWrittenOver()
    {
        if (m_database->isPostgres())
            QSKIP("jsonb holds no broken text.");
        const Value id = listing(u"{}"_s, true);
        // As an older program might have left it, past the CHECK of the desk's own files.
        must(*m_connection, u"PRAGMA ignore_check_constraints = ON"_s);
        must(*m_connection, u"UPDATE properties SET listing_preferences = '{\"a\":' WHERE id = "_s + id.text());
        must(*m_connection, u"PRAGMA ignore_check_constraints = OFF"_s);
        const DatabaseImage before = image();
        const Result<DecisionOutcome> outcome = run(request(item("listing", id), ModerationAction::Approve));
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().userText.contains(u"preferences"_s), qPrintable(outcome.error().userText));
        QCOMPARE(before.differencesTo(image()), QStringList());
    }

    // --- Notices ----------------------------------------------------------------------------------------------------

    void tellsWhyNobodyIsTold()
    {
        must(*m_connection,
             u"UPDATE users SET notification_settings = '{\"push_notifications\": false}' WHERE id = "_s
                 + m_reported.text());
        must(*m_connection, u"UPDATE users SET supabase_user_id = 'seed-rita' WHERE id = "_s + m_reporter.text());
        const Result<DecisionOutcome> outcome = run(request(item("report", m_report), ModerationAction::Warn));
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->notices.size(), 2);
        for (const PlannedNotice &notice : outcome->notices)
            QVERIFY(!notice.whyNot.isEmpty());
        QCOMPARE(notices(), QStringList());
    }

    void aHalfFilledNoticeStopsTheDecision()
    {
        DecisionRequest wanted = request(item("report", m_report), ModerationAction::Warn);
        wanted.policy.notices[u"flatmate_account_warned"_s].body = u"Rule {rule} was broken.[ Until {until}.]"_s;
        const DatabaseImage before = image();
        const Result<DecisionOutcome> outcome = run(wanted);
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().userText.contains(u"{rule}"_s), qPrintable(outcome.error().userText));
        QCOMPARE(before.differencesTo(image()), QStringList());
        wanted.policy.writesNotices = false;
        GHAR_VERIFY(run(wanted));
    }

    // --- Trying, revising, several people ---------------------------------------------------------------------------

    void aTrialTellsEveryChangeAndMakesNone()
    {
        (void)listing(u"{\"moderation_status\":\"live\"}"_s, true);
        const DatabaseImage before = image();
        const DecisionRequest wanted = request(item("report", m_report), ModerationAction::Suspend);
        const Result<DecisionOutcome> tried = tryDecision(*m_connection, *m_live, wanted, header());
        GHAR_VERIFY(tried);
        QCOMPARE(before.differencesTo(image()), QStringList());
        QVERIFY(!readDecision(*m_connection, tried->id)->has_value());
        const Result<DecisionOutcome> done = run(wanted);
        GHAR_VERIFY(done);
        const auto platform = [](const QList<ColumnChange> &changes) {
            QStringList lines;
            for (const ColumnChange &change : changes) {
                // Notices have keys of their own each time.
                if (change.table != "notifications"_L1 && change.column != "updated_at"_L1)
                    lines.append(change.table + change.key + change.column + change.after.text());
            }
            return lines;
        };
        QCOMPARE(platform(tried->changes), platform(done->changes));
    }

    void aRevisionKeepsWhatOthersWroteBesideIt()
    {
        const Value id = listing(u"{\"pets\":\"no\"}"_s, false);
        const Result<DecisionOutcome> outcome = run(request(item("listing", id), ModerationAction::Approve));
        GHAR_VERIFY(outcome);
        // Somebody votes meanwhile: another key of the same column.
        must(
            *m_connection,
            m_database->isPostgres()
                ? u"UPDATE properties SET listing_preferences = listing_preferences || '{\"votes\": 3}' WHERE id = "_s
                    + id.text()
                : u"UPDATE properties SET listing_preferences = json_set(listing_preferences, '$.votes', 3) WHERE id = "_s
                    + id.text());
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
        const QString text = scalar(
            *m_connection, u"SELECT CAST(listing_preferences AS text) FROM properties WHERE id = "_s + id.text());
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), (QJsonObject{{u"pets"_s, u"no"_s}, {u"votes"_s, 3}}));
    }

    void aRevisionStopsWhereTheSameValueWasChangedSince()
    {
        const Result<DecisionOutcome> outcome = run(request(item("report", m_report), ModerationAction::Suspend));
        GHAR_VERIFY(outcome);
        must(*m_connection,
             u"UPDATE users SET flatmates_profile_status = 'rejected' WHERE id = "_s + m_reported.text());
        const DatabaseImage before = image();
        const Result<DecisionOutcome> revised = reviseDecision(*m_connection, *m_live, outcome->id, header());
        QVERIFY(!revised);
        QCOMPARE(before.differencesTo(image()), QStringList());
        QCOMPARE((*readDecision(*m_connection, outcome->id))->state, DecisionState::Done);
    }

    void aRevisionKeepsTheNote()
    {
        DecisionRequest wanted = request(item("report", m_report), ModerationAction::Dismiss);
        wanted.note = u"Seen."_s;
        const Result<DecisionOutcome> outcome = run(wanted);
        GHAR_VERIFY(outcome);
        GHAR_VERIFY(reviseDecision(*m_connection, *m_live, outcome->id, header()));
        QCOMPARE(scalar(*m_connection, u"SELECT status FROM user_reports WHERE id = "_s + m_report.text()), u"open"_s);
        QVERIFY(scalar(*m_connection, u"SELECT notes FROM user_reports WHERE id = "_s + m_report.text())
                    .endsWith(u"Seen."_s));
        QCOMPARE((*readDecision(*m_connection, outcome->id))->state, DecisionState::Revised);
        QVERIFY(!reviseDecision(*m_connection, *m_live, outcome->id, header()));
    }

    void waitsForASecondPersonWhereThePolicySaysSo()
    {
        DecisionRequest wanted = request(item("report", m_report), ModerationAction::Suspend);
        wanted.policy.secondPerson = {u"suspend-without-end"_s};
        const DatabaseImage before = image();
        const Result<DecisionOutcome> pending = run(wanted);
        GHAR_VERIFY(pending);
        QCOMPARE(pending->state, DecisionOutcome::State::Pending);
        QCOMPARE(before.differencesTo(image()), QStringList());
        QVERIFY(!confirmDecision(*m_connection, *m_live, pending->id, header())); // the same person
        QVERIFY(!run(wanted));                                                    // it waits already
        // What it would do is seen before.
        QVERIFY(!tryConfirmation(*m_connection, *m_live, pending->id, header()));
        const Result<DecisionOutcome> seen = tryConfirmation(*m_connection, *m_live, pending->id, header(m_other));
        GHAR_VERIFY(seen);
        QVERIFY(!seen->changes.isEmpty());
        QCOMPARE(before.differencesTo(image()), QStringList());
        const Result<DecisionOutcome> confirmed = confirmDecision(*m_connection, *m_live, pending->id, header(m_other));
        GHAR_VERIFY(confirmed);
        QCOMPARE(confirmed->changes.size(), seen->changes.size());
        const DatabaseImage done = image();
        const Result<DecisionOutcome> back = tryRevision(*m_connection, *m_live, pending->id, header());
        GHAR_VERIFY(back);
        QVERIFY(!back->changes.isEmpty());
        QCOMPARE(done.differencesTo(image()), QStringList());
        QCOMPARE(confirmed->id, pending->id);
        QCOMPARE(scalar(*m_connection, u"SELECT status FROM user_reports WHERE id = "_s + m_report.text()),
                 u"actioned"_s);
        const auto stored = readDecision(*m_connection, pending->id);
        QCOMPARE((*stored)->state, DecisionState::Done);
        QCOMPARE((*stored)->staffId, m_admin);
        QCOMPARE((*stored)->confirmedBy, m_other);
        QVERIFY(!confirmDecision(*m_connection, *m_live, pending->id, header(m_other)));
        // With an end nobody has to be asked.
        const Value second = report(m_other);
        wanted = request(item("report", second), ModerationAction::Suspend);
        wanted.policy.secondPerson = {u"suspend-without-end"_s};
        wanted.until = QDate(2026, 12, 1);
        QCOMPARE(run(wanted)->state, DecisionOutcome::State::Done);
    }

    void theSecondPersonCanSayNo()
    {
        DecisionRequest wanted = request(item("report", m_report), ModerationAction::Dismiss);
        wanted.policy.secondPerson = {u"dismiss"_s};
        const Result<DecisionOutcome> pending = run(wanted);
        GHAR_VERIFY(pending);
        GHAR_VERIFY(refuseDecision(*m_connection, *m_live, pending->id, header(m_other)));
        QVERIFY(!confirmDecision(*m_connection, *m_live, pending->id, header(m_other)));
        QCOMPARE(scalar(*m_connection, u"SELECT status FROM user_reports WHERE id = "_s + m_report.text()), u"open"_s);
    }

    void nobodyDecidesWhatAColleagueHolds()
    {
        const ModerationItem held{ItemKind::Report, m_report.text().toLongLong()};
        const auto claim = [&](const QString &holder, const QDateTime &now) {
            const bool isColleague = holder == "colleague"_L1 || holder == "other window"_L1;
            return claimItem(*m_connection,
                             {held, holder, isColleague ? m_other : m_admin, isColleague ? u"Bina"_s : u"Asha"_s, now,
                              now.addSecs(claimMinutes * 60)});
        };
        GHAR_VERIFY(claim(u"colleague"_s, at().addSecs(-60)));
        QCOMPARE(claim(u"window"_s, at())->holder, u"colleague"_s);
        const Result<DecisionOutcome> refused = run(request(item("report", m_report), ModerationAction::Dismiss));
        QVERIFY(!refused);
        QVERIFY2(refused.error().userText.contains(u"Bina"_s), qPrintable(refused.error().userText));
        // What one has in a window that is gone comes to one's other window.
        QCOMPARE(claim(u"other window"_s, at())->holder, u"other window"_s);
        QCOMPARE(claim(u"colleague"_s, at())->holder, u"colleague"_s);
        // Renewed by its holder, it goes on; given back, it is free; expired, it is as well.
        QCOMPARE(claim(u"colleague"_s, at())->holder, u"colleague"_s);
        QCOMPARE(claim(u"window"_s, at().addSecs(claimMinutes * 60))->holder, u"window"_s);
        GHAR_VERIFY(releaseItem(*m_connection, held, u"colleague"_s)); // not theirs any more
        QCOMPARE(claim(u"colleague"_s, at())->holder, u"window"_s);
        GHAR_VERIFY(releaseItem(*m_connection, held, u"window"_s));
        GHAR_VERIFY(run(request(item("report", m_report), ModerationAction::Dismiss)));
    }

    void agentsDoNotModerate()
    {
        const Value agent = user(u"Chetan"_s, {{u"role"_s, Value(u"agent"_s)}});
        const Result<DecisionOutcome> outcome =
            decide(*m_connection, *m_live, request(item("report", m_report), ModerationAction::Dismiss), header(agent),
                   u"w"_s);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Permission);
    }

    void needsRoomForItsRecord()
    {
        LiveSchema without = *m_live;
        without.deskVersion = 2;
        const Result<DecisionOutcome> outcome = decide(
            *m_connection, without, request(item("report", m_report), ModerationAction::Dismiss), header(), u"w"_s);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    }

    void thePolicyIsKeptInTheDatabase()
    {
        ModerationPolicy policy = ModerationPolicy::standard();
        QCOMPARE(*readModerationPolicy(*m_connection), policy);
        policy.closesMatches = true;
        policy.dueHours[u"spam"_s] = 5;
        policy.secondPerson = {u"suspend"_s};
        policy.notices[u"flatmate_report_dismissed"_s].body = u"Thanks."_s;
        GHAR_VERIFY(writeModerationPolicy(*m_connection, policy));
        QCOMPARE(*readModerationPolicy(*m_connection), policy);
        QVERIFY(!ModerationPolicy::fromJson({{u"due_hours"_s, QJsonObject{{u"spam"_s, u"soon"_s}}}}));
        // What holds a decision back must not be lost by a slip of the pen.
        QVERIFY(!ModerationPolicy::fromJson({{u"second_person"_s, u"suspend"_s}}));
        QVERIFY(!ModerationPolicy::fromJson({{u"second_person"_s, QJsonArray{u"suspends"_s}}}));
        must(*m_connection,
             u"UPDATE %1 SET value = '{bad' WHERE key = 'moderation_policy'"_s.arg(
                 m_database->isPostgres() ? u"ghar_desk.meta"_s : u"desk_meta"_s));
        QVERIFY(!readModerationPolicy(*m_connection));
    }
};

QTEST_GUILESS_MAIN(tst_Decision)
#include "tst_decision.moc"

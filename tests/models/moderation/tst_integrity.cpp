// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseimage.h"
#include "moderation/integrity.h"
#include "records/changecommit.h"
#include "support/platformfixture.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Checks 1 to 9 of core-and-moderation.md section 11: each finds its rows and no others, and its repair leaves none.
class tst_Integrity : public PlatformFixture
{
    Q_OBJECT

    int m_changes = 0;

    static QDateTime now() { return {QDate(2026, 11, 22), QTime(6, 30), Qt::UTC}; }
    static constexpr int forgottenDays = 7;

    Value user(bool isActive = true, const QString &profile = u"draft"_s, const QString &preferences = u"{}"_s)
    {
        return m_rows->id(u"users"_s,
                          {{u"is_active"_s, Value::boolean(isActive)},
                           {u"flatmates_profile_status"_s, Value(profile)},
                           {u"preferences"_s, Value(preferences)}});
    }

    Value listing(const QString &preferences, bool isAvailable, const QString &purpose = u"rent"_s,
                  const Value &from = Value::null(), const Value &owner = Value::null(), const QString &type = u"pg"_s)
    {
        return m_rows->id(u"properties"_s,
                          {{u"owner_id"_s, owner.isNull() ? user() : owner},
                           {u"property_type"_s, Value(type)},
                           {u"purpose"_s, Value(purpose)},
                           {u"is_available"_s, Value::boolean(isAvailable)},
                           {u"available_from"_s, from},
                           {u"listing_preferences"_s, Value(preferences)}});
    }

    Value report(const Value &reported, const QString &status, const QString &at)
    {
        return m_rows->id(u"user_reports"_s,
                          {{u"reporter_user_id"_s, user()},
                           {u"reported_user_id"_s, reported},
                           {u"status"_s, Value(status)},
                           {u"created_at"_s, Value(at)},
                           {u"updated_at"_s, Value::null()}});
    }

    QStringList found(int number)
    {
        const auto findings = findIntegrity(*m_connection, *m_live, number, forgottenDays, now());
        if (!findings)
            qFatal("%s", qPrintable(whyNot(findings)));
        QStringList lines;
        for (const IntegrityFinding &finding : *findings)
            lines.append(finding.table + u' ' + finding.key.first().text());
        return lines;
    }

    static QString line(const char *table, const Value &id) { return QString::fromLatin1(table) + u' ' + id.text(); }

private slots:
    void findsItsRowsAndRepairsThem()
    {
        const QString decided = u",\"moderated_at\":\"2026-11-20T06:30:00+00:00\""_s;
        const Value past(u"2026-11-21 00:00:00.000000+00:00"_s);
        const QString live = u"{\"moderation_status\":\"live\"%1}"_s;
        const Value unreviewed = listing(live.arg(QString()), true);
        const Value limbo = listing(live.arg(QString()), false);
        const Value missing = listing(u"{\"pets\":\"no\"}"_s, true);
        const Value sale = listing(u"{\"moderation_status\":\"pending_review\"}"_s, false, u"buy"_s);
        const Value expired = listing(live.arg(decided), true, u"rent"_s, past);
        const Value gone = user(false, u"active"_s);
        const Value ofGone = listing(live.arg(decided), true, u"rent"_s, Value::null(), gone);
        const Value opened =
            user(true, u"active"_s, u"{\"flatmates\":{\"auto_paused_reason\":\"repeat_reports\",\"age\":\"30\"}}"_s);
        for (int i = 0; i < 3; ++i)
            (void)report(opened, u"open"_s, u"2026-11-21 06:30:00.000000+00:00"_s);
        const Value forgotten = report(user(), u"reviewed"_s, u"2026-11-10 06:30:00.000000+00:00"_s);
        Value one = user();
        Value two = user();
        if (one.text().toInt() > two.text().toInt())
            std::swap(one, two);
        (void)m_rows->id(u"user_blocks"_s, {{u"blocker_user_id"_s, two}, {u"blocked_user_id"_s, one}});
        const RowMaker::Values pair{
            {u"user_one_id"_s, one}, {u"user_two_id"_s, two}, {u"status"_s, Value(u"active"_s)}};
        const Value talk = m_rows->id(u"user_conversations"_s, pair);
        const Value match = m_rows->id(u"user_matches"_s, pair);
        // In order.
        (void)listing(live.arg(decided), true, u"rent"_s, Value(u"2026-11-22 00:00:00.000000+00:00"_s));
        (void)listing(u"{}"_s, true, u"buy"_s, past, Value::null(), u"apartment"_s);
        (void)listing(u"{\"moderation_status\":\"paused\"}"_s, false, u"rent"_s, past, gone);
        const Value once = user(true, u"active"_s, u"{\"flatmates\":{\"auto_paused_reason\":\"repeat_reports\"}}"_s);
        (void)report(once, u"open"_s, u"2026-11-21 06:30:00.000000+00:00"_s);
        (void)report(once, u"reviewed"_s, u"2026-11-20 06:30:00.000000+00:00"_s);
        (void)m_rows->id(u"user_matches"_s,
                         {{u"user_one_id"_s, one}, {u"user_two_id"_s, gone}, {u"status"_s, Value(u"active"_s)}});

        const QMap<int, QStringList> expected{{1, {line("properties", unreviewed)}},
                                              {2, {line("properties", limbo)}},
                                              {3, {line("properties", missing)}},
                                              {4, {line("properties", sale)}},
                                              {5, {line("properties", expired)}},
                                              {6, {line("users", gone), line("properties", ofGone)}},
                                              {7, {line("users", opened)}},
                                              {8, {line("user_reports", forgotten)}},
                                              {9, {line("user_conversations", talk), line("user_matches", match)}}};
        QCOMPARE(integrityChecks().size(), expected.size());
        for (const IntegrityCheck &check : integrityChecks()) {
            QCOMPARE(found(check.number), expected.value(check.number));
            QVERIFY(!check.title.isEmpty() && !check.why.isEmpty() && !check.repair.isEmpty());
        }
        for (const IntegrityCheck &check : integrityChecks()) {
            const auto findings = findIntegrity(*m_connection, *m_live, check.number, forgottenDays, now());
            GHAR_VERIFY(findings);
            const auto rows = repairIntegrity(*m_connection, *m_live, check.number, *findings, now());
            GHAR_VERIFY(rows);
            const DatabaseImage before = DatabaseImage::take(*m_connection, *m_live);
            ChangeHeader header;
            header.changeId = u"repair-%1"_s.arg(++m_changes);
            header.writerId = u"test"_s;
            header.madeAt = now();
            header.origin = u"moderation"_s;
            header.reason = check.title;
            const Result<CommitOutcome> outcome = commitChanges(*m_connection, *m_live, *rows, header);
            GHAR_VERIFY(outcome);
            QCOMPARE(outcome->state, CommitOutcome::State::Committed);
            QCOMPARE(found(check.number), QStringList());
            // Only the rows that were found.
            for (const QString &difference : before.differencesTo(DatabaseImage::take(*m_connection, *m_live))) {
                const QString row = difference.section(u' ', 0, 1).replace(u" #"_s, u" "_s);
                QVERIFY2(expected.value(check.number).contains(row), qPrintable(difference));
            }
        }
        // The rest of the preferences stays.
        QVERIFY(scalar(*m_connection,
                       u"SELECT CAST(listing_preferences AS text) FROM properties WHERE id = "_s + missing.text())
                    .contains(u"\"pets\""_s));
    }
};

QTEST_GUILESS_MAIN(tst_Integrity)
#include "tst_integrity.moc"

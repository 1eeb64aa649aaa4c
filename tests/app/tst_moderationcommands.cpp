// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandfixture.h"
#include "support/rowmaker.h"

#include <QHash>
#include <QJsonArray>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Works through the queues of the moderators by the moderation commands.
class tst_ModerationCommands : public CommandFixture
{
    Q_OBJECT

private slots:
    void moderatesFromTheQueueToTheRevision()
    {
        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        RowMaker rows(*connection, database.introspected());
        const auto person = [&rows](const QString &name, const QString &role) {
            return rows.id(u"users"_s,
                           {{u"full_name"_s, Value(name)},
                            {u"role"_s, Value(role)},
                            {u"is_active"_s, Value(u"true"_s)},
                            {u"flatmates_profile_status"_s, Value(u"active"_s)}});
        };
        const Value admin = person(u"Asha"_s, u"admin"_s);
        const Value second = person(u"Bina"_s, u"admin"_s);
        const Value agent = person(u"Chetan"_s, u"agent"_s);
        const Value reported = person(u"Ravi Kumar"_s, u"user"_s);
        const Value report = rows.id(u"user_reports"_s,
                                     {{u"reporter_user_id"_s, second},
                                      {u"reported_user_id"_s, reported},
                                      {u"reason"_s, Value(u"abuse"_s)},
                                      {u"status"_s, Value(u"open"_s)},
                                      {u"created_at"_s, Value(u"2026-11-22 01:30:00.000000+00:00"_s)}});
        const auto moderation = [&](const QStringList &words, const Value &staff = Value::null()) {
            QStringList arguments = database.arguments() + QStringList{u"moderation"_s} + words
                + QStringList{u"--today"_s, u"2026-11-22"_s, u"--json"_s};
            if (!staff.isNull())
                arguments += {u"--as"_s, staff.text()};
            return runDesk(arguments);
        };
        const auto status = [&] {
            return scalar(*connection, u"SELECT status FROM user_reports WHERE id = "_s + report.text());
        };
        const QString name = u"report:"_s + report.text();
        const Outcome queue = moderation({u"queue"_s, u"reports"_s});
        QVERIFY2(queue.code == 0, qPrintable(queue.err));
        const QJsonObject item = queue.json().value(u"items"_s).toArray().first().toObject();
        QCOMPARE(item.value(u"item"_s).toString(), name);
        QCOMPARE(item.value(u"subject_id"_s).toInt(), reported.text().toInt());
        QCOMPARE(item.value(u"reason"_s).toString(), u"abuse"_s);
        QCOMPARE(item.value(u"created_at"_s).toString(), u"2026-11-22 01:30:00.000000+00:00"_s);
        QCOMPARE(item.value(u"due_at"_s).toString(), u"2026-11-22 05:30:00.000000+00:00"_s);
        QCOMPARE(item.value(u"age_s"_s).toInt(), 5 * 3600);
        QCOMPARE(item.value(u"score"_s).toInt(), 50);
        const Outcome text =
            runDesk(database.arguments() + QStringList{u"moderation"_s, u"queue"_s, u"--today"_s, u"2026-11-22"_s});
        QVERIFY(text.out.contains(name.toUtf8()) && text.out.contains("overdue"));
        QVERIFY2(!text.out.contains("Ravi"), "names of persons are masked");

        const QStringList suspend{u"decide"_s,  name,        u"suspend"_s, u"--reason"_s,
                                  u"Threats"_s, u"--note"_s, u"Seen."_s};
        const Outcome trial = moderation(suspend + QStringList{u"--dry-run"_s}, admin);
        QVERIFY2(trial.code == 0, qPrintable(trial.err));
        QVERIFY(trial.json().value(u"decision"_s).isNull());
        QCOMPARE(status(), u"open"_s);
        QCOMPARE(moderation(suspend, agent).code, 1);
        if (database.isPostgres()) // a change on a server has a name
            QCOMPARE(moderation(suspend).code, 2);
        QCOMPARE(status(), u"open"_s);
        const Outcome done = moderation(suspend, admin);
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(status(), u"actioned"_s);
        const QJsonArray changes = done.json().value(u"changes"_s).toArray();
        QVERIFY(changes.contains(QJsonObject{{u"table"_s, u"users"_s},
                                             {u"key"_s, reported.text()},
                                             {u"column"_s, u"is_active"_s},
                                             {u"before"_s, u"true"_s},
                                             {u"after"_s, u"false"_s}}));
        QCOMPARE(moderation(suspend, admin).code, 1); // decided already
        const QString decision = done.json().value(u"decision"_s).toString();
        // Looked at first: the same changes, and none is made.
        const Outcome tried =
            moderation({u"revise"_s, decision, u"--reason"_s, u"Appeal"_s, u"--dry-run"_s, u"--json"_s}, admin);
        QVERIFY2(tried.code == 0, qPrintable(tried.err));
        QVERIFY(!tried.json().value("changes"_L1).toArray().isEmpty());
        const Outcome revised = moderation({u"revise"_s, decision, u"--reason"_s, u"Appeal"_s}, admin);
        QVERIFY2(revised.code == 0, qPrintable(revised.err));
        QCOMPARE(status(), u"open"_s);
        QVERIFY(
            scalar(*connection, u"SELECT notes FROM user_reports WHERE id = "_s + report.text()).endsWith(u"Seen."_s));

        // What the policy leaves to two people waits for the second.
        must(*connection,
             u"INSERT INTO %1 (key, value) VALUES ('moderation_policy', '{\"second_person\":[\"suspend\"]}')"_s.arg(
                 database.isPostgres() ? u"ghar_desk.meta"_s : u"desk_meta"_s));
        const Outcome pending = moderation(suspend, admin);
        QCOMPARE(pending.code, 4);
        const QString waiting = pending.json().value(u"pending"_s).toString();
        QVERIFY(!waiting.isEmpty());
        QCOMPARE(status(), u"open"_s);
        QCOMPARE(moderation({u"confirm"_s, waiting}, admin).code, 1);
        QCOMPARE(moderation({u"confirm"_s, waiting}, second).code, 0);
        QCOMPARE(status(), u"actioned"_s);
        QCOMPARE(moderation({u"queue"_s, u"decided"_s}).json().value(u"items"_s).toArray().size(), 3);
    }

    void moderationNamesWhatItCannotUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const QStringList reason{u"--reason"_s, u"x"_s};
        QTest::newRow("queue") << QStringList{u"queue"_s, u"all"_s} << 2;
        QTest::newRow("limit") << QStringList{u"queue"_s, u"reports"_s, u"--limit"_s, u"-1"_s} << 2;
        QTest::newRow("no item") << QStringList{u"decide"_s} + reason << 2;
        QTest::newRow("kind") << QStringList{u"decide"_s, u"user:1"_s, u"warn"_s} + reason << 2;
        QTest::newRow("id") << QStringList{u"decide"_s, u"report:x"_s, u"warn"_s} + reason << 2;
        QTest::newRow("action") << QStringList{u"decide"_s, u"report:1"_s, u"ban"_s} + reason << 2;
        QTest::newRow("reason") << QStringList{u"decide"_s, u"report:1"_s, u"warn"_s} << 2;
        QTest::newRow("until") << QStringList{u"decide"_s, u"report:1"_s, u"suspend"_s, u"--until"_s, u"soon"_s}
                + reason << 2;
        QTest::newRow("past") << QStringList{u"decide"_s, u"report:1"_s, u"suspend"_s, u"--until"_s, u"2020-01-01"_s}
                + reason << 2;
        QTest::newRow("effect") << QStringList{u"decide"_s, u"report:1"_s, u"suspend"_s, u"--with"_s, u"fire"_s}
                + reason << 2;
        QTest::newRow("date") << QStringList{u"decide"_s, u"listing:1"_s, u"approve"_s, u"--available-from"_s, u"x"_s}
                + reason << 2;
        QTest::newRow("gone") << QStringList{u"decide"_s, u"report:999999"_s, u"warn"_s} + reason << 1;
        QTest::newRow("misfit") << QStringList{u"decide"_s, u"report:1"_s, u"approve"_s} + reason << 2;
        QTest::newRow("revise") << QStringList{u"revise"_s, u"nothing"_s} + reason << 1;
        QTest::newRow("confirm") << QStringList{u"confirm"_s, u"nothing"_s} << 1;
        QTest::newRow("refuse") << QStringList{u"refuse"_s, u"nothing"_s} << 1;
    }
    void moderationNamesWhatItCannotUse()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const std::unique_ptr<Connection> connection = m_database->open();
        RowMaker rows(*connection, m_database->introspected());
        static QHash<Backend, QString> admins;
        QString &admin = admins[m_database->backend()];
        if (admin.isEmpty())
            admin = rows.id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value(u"true"_s)}}).text();
        const QString before = fingerprint();
        const Outcome outcome = desk(QStringList{u"moderation"_s} + words + QStringList{u"--as"_s, admin});
        QVERIFY2(outcome.code == code, qPrintable(outcome.err));
        QVERIFY(!outcome.err.trimmed().isEmpty());
        QCOMPARE(fingerprint(), before);
    }
};

QTEST_GUILESS_MAIN(tst_ModerationCommands)
#include "tst_moderationcommands.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/transaction.h"
#include "records/changecommit.h"
#include "records/changestatement.h"
#include "records/originalrow.h"
#include "records/rowkey.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Staged rows become real together with their journal, or not at all, and nobody's change is overwritten unseen.
class tst_ChangeCommit : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Connection> m_colleague;
    LiveSchemaPtr m_live;
    std::unique_ptr<RowMaker> m_maker;
    int m_changes = 0;

    ChangeHeader header()
    {
        return {u"change-%1"_s.arg(++m_changes),
                u"desk-1"_s,
                QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC),
                u"ghar"_s,
                Value::null(),
                Value::null(),
                u"records"_s,
                u"Wrong rent"_s,
                Value::null()};
    }

    OriginalRow read(const QString &table, const Value &id)
    {
        const Result<std::optional<OriginalRow>> row = readOriginal(*m_connection, *m_live->table(table), {id});
        if (!row || !*row)
            qFatal("%s", qPrintable(table + u' ' + id.text() + u' ' + whyNot(row)));
        return **row;
    }

    static StagedRow update(const OriginalRow &row, const QMap<QString, StagedValue> &values)
    {
        return {stagedIdOf(row.key), StagedKind::Update, row, values};
    }

    static StagedRow removal(const OriginalRow &row) { return {stagedIdOf(row.key), StagedKind::Delete, row, {}}; }

    StagedRow insertion(const QString &table, QMap<QString, StagedValue> values)
    {
        const QMap<QString, StagedValue> start = startOfRow(*m_live->table(table), header().madeAt);
        for (auto it = start.cbegin(); it != start.cend(); ++it) {
            if (!values.contains(it.key()))
                values.insert(it.key(), *it);
        }
        StagedRow row{u"+1"_s, StagedKind::Insert, {}, values};
        row.original.table = table;
        return row;
    }

    static StagedValue to(const QString &text) { return {Value(text), false}; }

    Result<CommitOutcome> commit(const QList<StagedRow> &rows, const std::function<bool(qsizetype)> &progress = {})
    {
        return commitChanges(*m_connection, *m_live, rows, header(), progress);
    }

    QString text(const QString &statement) { return scalar(*m_colleague, statement); }

    QList<JournalEntry> journal()
    {
        const Result<QList<JournalEntry>> entries = readJournal(*m_colleague, {});
        if (!entries)
            qFatal("%s", qPrintable(whyNot(entries)));
        return *entries;
    }

    static QJsonObject json(const Value &image) { return QJsonDocument::fromJson(image.text().toUtf8()).object(); }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
        m_colleague = m_database->open();
        m_live = m_database->introspected();
        m_maker = std::make_unique<RowMaker>(*m_connection, m_live);
        m_changes = 0;
    }

    void cleanup()
    {
        m_maker.reset();
        m_connection.reset();
        m_colleague.reset();
        m_database.reset();
    }

    void writesRowsAndJournalTogether()
    {
        const Value lease = m_maker->id(u"leases"_s, {{u"monthly_rent"_s, Value(u"25000.00"_s)}});
        const Value gone = m_maker->id(u"faqs"_s);
        const Result<CommitOutcome> outcome =
            commit({update(read(u"leases"_s, lease), {{u"monthly_rent"_s, to(u"26500.5"_s)}}),
                    insertion(u"faqs"_s, {{u"question"_s, to(u"किराया कब देना है?"_s)}, {u"answer"_s, to(u"5"_s)}}),
                    removal(read(u"faqs"_s, gone))});
        GHAR_VERIFY(outcome);
        QVERIFY2(outcome->state == CommitOutcome::State::Committed,
                 outcome->problems.isEmpty() ? "" : qPrintable(outcome->problems.first().sentence));
        QCOMPARE(text(u"SELECT CAST(monthly_rent * 10 AS integer) FROM leases"_s), u"265005"_s);
        QCOMPARE(text(u"SELECT question FROM faqs"_s), u"किराया कब देना है?"_s);
        const QList<JournalEntry> entries = journal();
        QCOMPARE(entries.size(), 3);
        for (const JournalEntry &entry : entries) {
            QCOMPARE(entry.header.changeId, u"change-%1"_s.arg(m_changes));
            QCOMPARE(entry.header.reason, u"Wrong rent"_s);
            if (entry.note.action == JournalAction::Update) {
                QCOMPARE(entry.note.table, u"leases"_s);
                QCOMPARE(entry.note.rowKey.text(), lease.text());
                QCOMPARE(json(entry.note.before).value(u"monthly_rent"_s), u"25000.00"_s);
                QCOMPARE(json(entry.note.after).value(u"monthly_rent"_s).toString().toDouble(), 26500.5);
            } else if (entry.note.action == JournalAction::Delete) {
                QCOMPARE(entry.note.rowKey.text(), gone.text());
                QVERIFY(json(entry.note.before).contains(u"question"_s));
                QVERIFY(entry.note.after.isNull());
            } else {
                QVERIFY(entry.note.before.isNull());
                QCOMPARE(json(entry.note.after).value(u"answer"_s), u"5"_s);
            }
        }
        const Result<QList<JournalChain>> chains = verifyJournal(*m_colleague);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->size(), 1);
        QCOMPARE(chains->first().brokenAt, 0);
    }

    void readsBackWhatTriggersMadeOfIt()
    {
        const Value owner = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        const Value listing = m_maker->id(u"properties"_s,
                                          {{u"owner_id"_s, owner},
                                           {u"latitude"_s, Value(u"28.5"_s)},
                                           {u"longitude"_s, Value(u"77.25"_s)},
                                           {u"location"_s, Value::null()}});
        // Both in one commit: the name's trigger writes to the listing behind the desk's back.
        const Result<CommitOutcome> outcome =
            commit({update(read(u"users"_s, owner), {{u"full_name"_s, to(u"Asha Rao"_s)}}),
                    update(read(u"properties"_s, listing), {{u"latitude"_s, to(u"28.75"_s)}})});
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(outcome->rows.size(), 2);
        QCOMPARE(outcome->rows.at(0).followed, QStringList{u"updated_at"_s});
        const CommittedRow &second = outcome->rows.at(1);
        for (const QString &name : {u"location"_s, u"owner_name"_s, u"updated_at"_s})
            QVERIFY2(second.followed.contains(name), qPrintable(second.followed.join(u", "_s)));
        QCOMPARE(second.now.values.value(u"owner_name"_s).text(), u"Asha Rao"_s);
        QVERIFY(second.now.values.value(u"location"_s).text().contains(u"77.25 28.75"_s));
        QVERIFY(second.differing.isEmpty());
    }

    void saysWhatIsNotAsItWasSent()
    {
        const Value owner = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        const Value listing = m_maker->id(u"properties"_s, {{u"owner_id"_s, owner}});
        const Value other = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Ravi Rao"_s)}});
        const Result<CommitOutcome> outcome = commit({update(
            read(u"properties"_s, listing), {{u"owner_id"_s, to(other.text())}, {u"owner_name"_s, to(u"Nobody"_s)}})});
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(outcome->rows.first().differing, QStringList{u"owner_name"_s});
        QCOMPARE(outcome->rows.first().now.values.value(u"owner_name"_s).text(), u"Ravi Rao"_s);
    }

    void overwritesNobody()
    {
        const Value first = m_maker->id(u"leases"_s, {{u"monthly_rent"_s, Value(u"25000.00"_s)}});
        const Value second = m_maker->id(u"leases"_s, {{u"monthly_rent"_s, Value(u"30000.00"_s)}});
        const Value third = m_maker->id(u"faqs"_s);
        const OriginalRow mine = read(u"leases"_s, first);
        const OriginalRow untouched = read(u"leases"_s, second);
        const OriginalRow lost = read(u"faqs"_s, third);
        must(*m_colleague, u"UPDATE leases SET monthly_rent = 27000 WHERE id = "_s + first.text());
        must(*m_colleague, u"DELETE FROM faqs WHERE id = "_s + third.text());
        const Result<CommitOutcome> outcome =
            commit({update(mine, {{u"monthly_rent"_s, to(u"26000.00"_s)}}),
                    update(untouched, {{u"monthly_rent"_s, to(u"31000.00"_s)}}), removal(lost)});
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Problems);
        QCOMPARE(outcome->problems.size(), 2); // both are told at once
        for (const CommitProblem &problem : outcome->problems) {
            if (problem.table == "leases"_L1) {
                QCOMPARE(problem.kind, CommitProblem::Kind::Conflict);
                QCOMPARE(problem.id, u'=' + first.text());
                QCOMPARE(problem.now.values.value(u"monthly_rent"_s).text().toDouble(), 27000.0);
            } else {
                QCOMPARE(problem.kind, CommitProblem::Kind::Gone);
            }
            QVERIFY(problem.sentence.contains(u"Nothing was changed"_s));
        }
        QCOMPARE(text(u"SELECT count(*) FROM leases WHERE monthly_rent IN (26000, 31000)"_s), u"0"_s);
        QVERIFY(journal().isEmpty());
        // Against the row as it is now it goes through.
        const Result<CommitOutcome> again =
            commit({update(read(u"leases"_s, first), {{u"monthly_rent"_s, to(u"26000.00"_s)}})});
        GHAR_VERIFY(again);
        QCOMPARE(again->state, CommitOutcome::State::Committed);
    }

    void leavesNothingHalfDone_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("namesColumn");
        QTest::newRow("unique") << u"phone"_s << u"+919999012345"_s << true;
        QTest::newRow("check") << u"last_auth_method"_s << u"pigeon"_s << true;
        QTest::newRow("enum") << u"role"_s << u"emperor"_s << false;
        QTest::newRow("foreign key") << u"agent_id"_s << u"999999"_s << false;
        QTest::newRow("not null") << u"is_active"_s << QString() << true;
    }
    void leavesNothingHalfDone()
    {
        QFETCH(QString, column);
        QFETCH(QString, value);
        QFETCH(bool, namesColumn);
        (void)m_maker->id(u"users"_s, {{u"phone"_s, Value(u"+919999012345"_s)}});
        const Value first = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Before"_s)}});
        const Value second = m_maker->id(u"users"_s);
        const Result<CommitOutcome> outcome = commit(
            {update(read(u"users"_s, first), {{u"full_name"_s, to(u"After"_s)}}),
             update(read(u"users"_s, second), {{column, {value.isNull() ? Value::null() : Value(value), false}}})});
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Problems);
        QCOMPARE(outcome->problems.size(), 1);
        const CommitProblem &problem = outcome->problems.first();
        QCOMPARE(problem.kind, CommitProblem::Kind::Refused);
        QCOMPARE(problem.id, u'=' + second.text());
        if (namesColumn)
            QCOMPARE(problem.column, column);
        QVERIFY(problem.sentence.contains(u"Nothing was changed"_s));
        QCOMPARE(text(u"SELECT full_name FROM users WHERE id = "_s + first.text()), u"Before"_s);
        QVERIFY(journal().isEmpty());
        // The connection goes on.
        GHAR_VERIFY(commit({update(read(u"users"_s, first), {{u"full_name"_s, to(u"After"_s)}})}));
    }

    void keepsImagesOfEverythingThatADeletionTouches()
    {
        const Value user = m_maker->id(u"users"_s);
        const Value search = m_maker->id(u"user_search_history"_s, {{u"user_id"_s, user}});
        const Value document = m_maker->id(u"documents"_s, {{u"created_by_user_id"_s, user}});
        const Result<CommitOutcome> outcome = commit({removal(read(u"users"_s, user))});
        GHAR_VERIFY(outcome);
        QVERIFY2(outcome->state == CommitOutcome::State::Committed,
                 outcome->problems.isEmpty() ? "" : qPrintable(outcome->problems.first().sentence));
        QCOMPARE(outcome->alsoDeleted, 1);
        QMap<QString, JournalEntry> byTable;
        for (const JournalEntry &entry : journal())
            byTable.insert(entry.note.table, entry);
        QCOMPARE(byTable.size(), 3);
        QCOMPARE(byTable[u"user_search_history"_s].note.action, JournalAction::Delete);
        QCOMPARE(byTable[u"user_search_history"_s].note.rowKey.text(), search.text());
        QCOMPARE(json(byTable[u"user_search_history"_s].note.before).value(u"user_id"_s), user.text());
        QCOMPARE(byTable[u"documents"_s].note.action, JournalAction::Update);
        QCOMPARE(byTable[u"documents"_s].note.rowKey.text(), document.text());
        QCOMPARE(json(byTable[u"documents"_s].note.before).value(u"created_by_user_id"_s), user.text());
        QVERIFY(json(byTable[u"documents"_s].note.after).value(u"created_by_user_id"_s).isNull());
        QCOMPARE(byTable[u"users"_s].note.action, JournalAction::Delete);
    }

    /// users.agent_id refers to agents and would refuse, although the catalogue names agents after users.
    void deletesFirstWhatWouldRefuseTheRest()
    {
        const Value agent = m_maker->id(u"agents"_s);
        const Value user = m_maker->id(u"users"_s, {{u"agent_id"_s, agent}});
        const Value home = m_maker->id(u"properties"_s, {{u"owner_id"_s, user}});
        const Result<CommitOutcome> outcome = commit(
            {removal(read(u"agents"_s, agent)), removal(read(u"users"_s, user)), removal(read(u"properties"_s, home))});
        GHAR_VERIFY(outcome);
        QVERIFY2(outcome->state == CommitOutcome::State::Committed,
                 outcome->problems.isEmpty() ? "" : qPrintable(outcome->problems.first().sentence));
        QCOMPARE(text(u"SELECT count(*) FROM users"_s), u"0"_s);
        QCOMPARE(text(u"SELECT count(*) FROM agents"_s), u"0"_s);
    }

    void deletesRowsThatGoWithEachOther()
    {
        const Value user = m_maker->id(u"users"_s);
        const Value search = m_maker->id(u"user_search_history"_s, {{u"user_id"_s, user}});
        const Result<CommitOutcome> outcome =
            commit({removal(read(u"users"_s, user)), removal(read(u"user_search_history"_s, search))});
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(journal().size(), 2);
        QCOMPARE(text(u"SELECT count(*) FROM users WHERE id = "_s + user.text()), u"0"_s);
    }

    void refusesWhatBlocks()
    {
        const Value user = m_maker->id(u"users"_s);
        (void)m_maker->id(u"properties"_s, {{u"owner_id"_s, user}});
        const Result<CommitOutcome> outcome = commit({removal(read(u"users"_s, user))});
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Problems);
        QCOMPARE(outcome->problems.first().kind, CommitProblem::Kind::Refused);
        QVERIFY(journal().isEmpty());
    }

    void defaultIsTheDatabasesOwn()
    {
        const Value faq = m_maker->id(u"faqs"_s, {{u"is_active"_s, Value::boolean(false)}});
        const Result<CommitOutcome> outcome =
            commit({update(read(u"faqs"_s, faq), {{u"is_active"_s, {Value::null(), true}}})});
        GHAR_VERIFY(outcome);
        QVERIFY2(outcome->problems.isEmpty(), qPrintable(outcome->problems.value(0).sentence));
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(outcome->rows.first().now.values.value(u"is_active"_s).text(), u"true"_s);
    }

    void editsAKey()
    {
        const LiveTable *table = nullptr;
        for (const LiveTable &candidate : m_live->tables) {
            if (candidate.table.primaryKey == QStringList{u"key"_s})
                table = &candidate;
        }
        QVERIFY(table);
        const Value key = m_maker->id(table->table.name);
        const OriginalRow row = read(table->table.name, key);
        const Result<CommitOutcome> outcome = commit({update(row, {{u"key"_s, to(u"other-key"_s)}})});
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(outcome->rows.first().id, u'=' + key.text());
        QCOMPARE(outcome->rows.first().now.values.value(u"key"_s).text(), u"other-key"_s);
    }

    void canBeStopped()
    {
        const Value first = m_maker->id(u"faqs"_s, {{u"answer"_s, Value(u"old"_s)}});
        const Value second = m_maker->id(u"faqs"_s, {{u"answer"_s, Value(u"old"_s)}});
        const Result<CommitOutcome> outcome = commit({update(read(u"faqs"_s, first), {{u"answer"_s, to(u"new"_s)}}),
                                                      update(read(u"faqs"_s, second), {{u"answer"_s, to(u"new"_s)}})},
                                                     [](qsizetype done) { return done < 2; });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
        QCOMPARE(text(u"SELECT count(*) FROM faqs WHERE answer = 'new'"_s), u"0"_s);
        QVERIFY(journal().isEmpty());
    }

    void saysWhenSomebodyHoldsTheRow()
    {
        const Value lease = m_maker->id(u"leases"_s);
        const OriginalRow row = read(u"leases"_s, lease);
        if (m_database->isPostgres())
            must(*m_connection, u"SET lock_timeout = '200ms'"_s);
        else
            must(*m_connection, u"PRAGMA busy_timeout = 200"_s);
        Transaction holding(*m_colleague);
        GHAR_VERIFY(holding.begin());
        must(*m_colleague, u"UPDATE leases SET monthly_rent = 1 WHERE id = "_s + lease.text());
        const Result<CommitOutcome> outcome = commit({update(row, {{u"monthly_rent"_s, to(u"2.00"_s)}})});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Busy);
    }

    void neverGuessesAfterALostConnection()
    {
        if (!m_database->isPostgres())
            QSKIP("A file has no connection to lose.");
        const Value faq = m_maker->id(u"faqs"_s, {{u"answer"_s, Value(u"old"_s)}});
        const OriginalRow row = read(u"faqs"_s, faq);
        // Killed in the middle: an error, nothing changed.
        const QString pid = scalar(*m_connection, u"SELECT pg_backend_pid()"_s);
        const Result<CommitOutcome> killed = commit({update(row, {{u"answer"_s, to(u"new"_s)}})}, [&](qsizetype) {
            must(*m_colleague, u"SELECT pg_terminate_backend("_s + pid + u')');
            return true;
        });
        QVERIFY(!killed);
        QCOMPARE(killed.error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(text(u"SELECT answer FROM faqs"_s), u"old"_s);
        // Killed during COMMIT itself: not known, and asked by the change's id.
        m_connection = m_database->open();
        must(*m_colleague,
             u"CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM "
             "pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$"_s);
        must(*m_colleague,
             u"CREATE CONSTRAINT TRIGGER die AFTER UPDATE ON faqs DEFERRABLE INITIALLY DEFERRED FOR EACH "
             "ROW EXECUTE FUNCTION die()"_s);
        const Result<CommitOutcome> unknown = commit({update(row, {{u"answer"_s, to(u"new"_s)}})});
        GHAR_VERIFY(unknown);
        QCOMPARE(unknown->state, CommitOutcome::State::Unknown);
        const Result<bool> happened = isInJournal(*m_colleague, u"change-%1"_s.arg(m_changes));
        GHAR_VERIFY(happened);
        QCOMPARE(*happened, false);
        QCOMPARE(text(u"SELECT answer FROM faqs"_s), u"old"_s);
    }

    void needsAJournal()
    {
        const Value faq = m_maker->id(u"faqs"_s);
        const OriginalRow row = read(u"faqs"_s, faq);
        LiveSchema without = *m_live;
        without.deskVersion = 0;
        const Result<CommitOutcome> outcome =
            commitChanges(*m_connection, without, {update(row, {{u"answer"_s, to(u"new"_s)}})}, header());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    }

    void showsTheStatementThatRuns()
    {
        const Value faq = m_maker->id(u"faqs"_s);
        StagedRow row = update(read(u"faqs"_s, faq), {{u"answer"_s, to(u"it's $1 or \"?\""_s)}});
        row.values.insert(u"question"_s, to(u"?"_s));
        const Result<Sql> sql = statementFor(*m_connection, *m_live->table(u"faqs"_s), row, header().madeAt);
        GHAR_VERIFY(sql);
        QVERIFY(sql->text.startsWith(u"UPDATE \"faqs\" SET \"answer\" = "_s));
        QVERIFY(!sql->text.contains(u"it's"_s));
        const QString readable = readableStatement(*sql);
        QVERIFY2(readable.contains(u"'it''s $1 or \"?\"'"_s), qPrintable(readable));
        QVERIFY2(readable.contains(u"'?'"_s) && readable.contains(u'\'' + faq.text() + u'\''), qPrintable(readable));
    }

    void comparesValuesAndNotTheirTexts()
    {
        Column column;
        column.type = ColumnType::Numeric;
        QVERIFY(isSameValue(column, Value(u"+5"_s), Value(u"5.00"_s)));
        QVERIFY(isSameValue(column, Value(u"-0.50"_s), Value(u"-.5"_s)));
        QVERIFY(isSameValue(column, Value(u"-0"_s), Value(u"0.00"_s)));
        QVERIFY(!isSameValue(column, Value(u"100"_s), Value(u"10"_s)));
        QVERIFY(!isSameValue(column, Value::null(), Value(u"0"_s)));
        column.type = ColumnType::Json;
        QVERIFY(isSameValue(column, Value(u"{\"a\":1,\"b\":[2]}"_s), Value(u"{\"b\": [2], \"a\": 1}"_s)));
        QVERIFY(!isSameValue(column, Value(u"{\"a\":1}"_s), Value(u"{\"a\":\"1\"}"_s)));
        column.type = ColumnType::Text;
        QVERIFY(!isSameValue(column, Value(u"a"_s), Value(u"a "_s)));
    }
};

QTEST_GUILESS_MAIN(tst_ChangeCommit)
#include "tst_changecommit.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/introspection.h"
#include "database/journalsetup.h"
#include "database/transaction.h"
#include "records/changecommit.h"
#include "records/localjournal.h"
#include "records/openeddatabase.h"
#include "records/originalrow.h"
#include "records/undochange.h"
#include "schema/schemareader.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The journal on this computer: an intent before COMMIT, entries after it, and what is found out about intents that
/// were left open.
class tst_LocalJournal : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QTemporaryDir> m_folder;
    LiveSchemaPtr m_live;
    Value m_faq;

    QString path() const { return m_folder->filePath(u"journal.sqlite"_s); }

    static ChangeHeader header(const QString &changeId)
    {
        return {changeId,
                u"desk-1"_s,
                QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC),
                u"narrow"_s,
                Value(u"7"_s),
                Value(u"Asha \"A\" Verma"_s),
                u"records"_s,
                u"Wrong answer, ठीक"_s,
                Value::null()};
    }

    JournalNote note(const QString &from, const QString &to) const
    {
        return {JournalAction::Update, u"faqs"_s, m_faq, Value(u"{\"answer\":\"%1\"}"_s.arg(from)),
                Value(u"{\"answer\":\"%1\"}"_s.arg(to))};
    }

    std::unique_ptr<LocalJournal> journal(bool create = false)
    {
        Result<std::unique_ptr<LocalJournal>> opened = LocalJournal::open(path(), create);
        if (!opened)
            qFatal("%s", qPrintable(whyNot(opened)));
        return std::move(opened).value();
    }

    QList<JournalEntry> entries()
    {
        const Result<QList<JournalEntry>> read = readJournal(journal()->reader(*m_connection), {});
        if (!read)
            qFatal("%s", qPrintable(whyNot(read)));
        return *read;
    }

    QString answer() { return scalar(*m_database->open(), u"SELECT answer FROM faqs WHERE id = "_s + m_faq.text()); }

    /// Writes and keeps a change in a transaction of the connection that is left open.
    void begin(Connection &connection, Transaction &transaction, const QString &changeId)
    {
        GHAR_VERIFY(transaction.begin());
        must(connection, u"UPDATE faqs SET answer = 'new' WHERE id = "_s + m_faq.text());
        GHAR_VERIFY(journal()->keep(connection, header(changeId), {note(u"old"_s, u"new"_s)}));
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_localjournal"_s);
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
    }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
        RowMaker maker(*m_connection, m_database->introspected());
        m_faq = maker.id(u"faqs"_s, {{u"answer"_s, Value(u"old"_s)}});
        auto live = std::make_shared<LiveSchema>(*m_database->introspected());
        live->localJournal = path();
        m_live = live;
        (void)journal(true);
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void keepsEntriesOfCommittedChangesOnly()
    {
        const Result<std::optional<OriginalRow>> row = readOriginal(*m_connection, *m_live->table(u"faqs"_s), {m_faq});
        GHAR_VERIFY(row);
        const StagedRow edit{stagedIdOf({m_faq}), StagedKind::Update, **row, {{u"answer"_s, {Value(u"new"_s), false}}}};
        const Result<CommitOutcome> done = commitChanges(*m_connection, *m_live, {edit}, header(u"first"_s));
        // The header names a member of staff who is not in this database.
        QVERIFY(!done);
        QCOMPARE(entries().size(), 0);
        ChangeHeader nobody = header(u"second"_s);
        nobody.staffId = Value::null();
        const Result<CommitOutcome> outcome = commitChanges(*m_connection, *m_live, {edit}, nobody);
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(answer(), u"new"_s);
        QCOMPARE(entries().size(), 1);
        QCOMPARE(entries().first().header.reason, u"Wrong answer, ठीक"_s);
        QCOMPARE(journal()->openIntents()->size(), 0);
        const QString own = m_database->isPostgres() ? u"ghar_desk.journal"_s : u"desk_journal"_s;
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM "_s + own), u"0"_s);
        const Result<QList<JournalChain>> chains = verifyJournal(journal()->reader(*m_connection));
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().brokenAt, 0);
        // It is taken back from there too.
        const Result<UndoPlan> back = planUndoOf(*m_connection, *m_live, u"second"_s);
        GHAR_VERIFY(back);
        QCOMPARE(back->rows.size(), 1);
        nobody.changeId = u"third"_s;
        GHAR_VERIFY(commitChanges(*m_connection, *m_live, back->rows, nobody));
        QCOMPARE(answer(), u"old"_s);
        QCOMPARE(entries().size(), 2);
    }

    void isReadableByItsOwnerOnly()
    {
#ifdef Q_OS_UNIX
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY((QFileInfo(path()).permissions() & others) == 0);
#else
        QVERIFY(QFileInfo(path()).isReadable()); // the folder of the user keeps others out there
#endif
        QVERIFY(!LocalJournal::open(m_folder->filePath(u"no/such.sqlite"_s)));
    }

    void neverArrivedIsDropped()
    {
        // The connection goes before COMMIT.
        auto lost = m_database->open();
        {
            Transaction transaction(*lost);
            begin(*lost, transaction, u"lost"_s);
            QCOMPARE(*journal()->openIntents(), QStringList{u"lost"_s});
        }
        lost.reset();
        const Result<bool> committed = journal()->wasCommitted(*m_connection, *m_live, u"lost"_s);
        GHAR_VERIFY(committed);
        QVERIFY(!*committed);
        QCOMPARE(answer(), u"old"_s);
        QCOMPARE(journal()->openIntents()->size(), 0);
        QCOMPARE(entries().size(), 0);
        QCOMPARE(*journal()->wasCommitted(*m_connection, *m_live, u"lost"_s), false);
    }

    void committedButNotMarkedIsFound()
    {
        {
            Transaction transaction(*m_connection);
            begin(*m_connection, transaction, u"arrived"_s);
            GHAR_VERIFY(transaction.commit());
        }
        // Somebody changes the row again before the desk comes back.
        if (m_database->isPostgres())
            must(*m_connection, u"UPDATE faqs SET answer = 'newer' WHERE id = "_s + m_faq.text());
        const Result<ResolvedIntents> resolved = journal()->resolveAll(*m_connection, *m_live);
        GHAR_VERIFY(resolved);
        QCOMPARE(resolved->committed, 1);
        QCOMPARE(resolved->dropped + resolved->open, 0);
        QCOMPARE(entries().size(), 1);
        QCOMPARE(entries().first().header.staffName.text(), u"Asha \"A\" Verma"_s);
        QCOMPARE(entries().first().note.after.text(), u"{\"answer\":\"new\"}"_s);
        QCOMPARE(*journal()->wasCommitted(*m_connection, *m_live, u"arrived"_s), true);
        QCOMPARE(verifyJournal(journal()->reader(*m_connection))->first().brokenAt, 0);
    }

    void waitsForATransactionThatStillRuns()
    {
        QFETCH_GLOBAL(Backend, backend);
        if (backend == Backend::Sqlite)
            QSKIP("A transaction of an SQLite file ends with its program.");
        auto slow = m_database->open();
        Transaction transaction(*slow);
        begin(*slow, transaction, u"slow"_s);
        const Result<bool> committed = journal()->wasCommitted(*m_connection, *m_live, u"slow"_s);
        QVERIFY(!committed);
        QCOMPARE(committed.error().kind, ErrorKind::Busy);
        QCOMPARE(journal()->resolveAll(*m_connection, *m_live)->open, 1);
        GHAR_VERIFY(transaction.commit());
        QCOMPARE(*journal()->wasCommitted(*m_connection, *m_live, u"slow"_s), true);
    }

    void looksAtTheRowsWhereTheServerHasForgotten()
    {
        for (const bool commits : {false, true}) {
            const QString change = commits ? u"yes"_s : u"no"_s;
            {
                Transaction transaction(*m_connection);
                begin(*m_connection, transaction, change);
                if (commits)
                    GHAR_VERIFY(transaction.commit());
            }
            must(journal()->reader(*m_connection), u"UPDATE desk_intents SET transaction_id = ''"_s);
            QCOMPARE(*journal()->wasCommitted(*m_connection, *m_live, change), commits);
        }
    }

    void losesNothingWhenTheServerDiesInCommit()
    {
        QFETCH_GLOBAL(Backend, backend);
        if (backend == Backend::Sqlite)
            QSKIP("An SQLite file has no server that could die.");
        // A deferred trigger ends its own session in the middle of COMMIT.
        must(*m_database->open(),
             u"CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM "
             "pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$"_s);
        must(*m_database->open(),
             u"CREATE CONSTRAINT TRIGGER dies AFTER UPDATE ON faqs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE "
             "FUNCTION die()"_s);
        const Result<std::optional<OriginalRow>> row = readOriginal(*m_connection, *m_live->table(u"faqs"_s), {m_faq});
        const StagedRow edit{stagedIdOf({m_faq}), StagedKind::Update, **row, {{u"answer"_s, {Value(u"new"_s), false}}}};
        ChangeHeader nobody = header(u"died"_s);
        nobody.staffId = Value::null();
        const Result<CommitOutcome> outcome = commitChanges(*m_connection, *m_live, {edit}, nobody);
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Unknown);
        QCOMPARE(*journal()->openIntents(), QStringList{u"died"_s});
        m_connection = m_database->open();
        QCOMPARE(*journal()->wasCommitted(*m_connection, *m_live, u"died"_s), false);
        QCOMPARE(answer(), u"old"_s);
    }

    void servesARoleThatMayNotMakeTables()
    {
        QFETCH_GLOBAL(Backend, backend);
        if (backend == Backend::Sqlite)
            QSKIP("SQLite has no roles; a file that may not be written is read-only as a whole.");
        must(*m_connection,
             u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ghar_narrow') THEN CREATE ROLE "
             "ghar_narrow LOGIN; END IF; END $$"_s);
        must(*m_connection, u"DROP SCHEMA ghar_desk CASCADE"_s);
        must(*m_connection, u"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ghar_narrow"_s);
        must(*m_connection, u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s);
        const Profile narrow = m_database->profileOf(u"ghar_narrow"_s);
        const Result<std::unique_ptr<Connection>> connection = Connection::open(narrow, Access::ReadWrite);
        GHAR_VERIFY(connection);
        Result<OpenedDatabase> opened = lookIntoDatabase(**connection, {});
        GHAR_VERIFY(opened);
        QCOMPARE(opened->journal, JournalRoom::NoRights);
        QVERIFY(!opened->schema->hasJournal());
        const Result<void> refused = createJournal(**connection, QDateTime(QDate(2026, 11, 22), QTime(), Qt::UTC));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Permission);

        GHAR_VERIFY(LocalJournal::open(localJournalPath(narrow), true));
        opened = lookIntoDatabase(**connection, {});
        GHAR_VERIFY(opened);
        QCOMPARE(opened->schema->localJournal, localJournalPath(narrow));
        const Result<std::optional<OriginalRow>> row =
            readOriginal(**connection, *opened->schema->table(u"faqs"_s), {m_faq});
        const StagedRow edit{stagedIdOf({m_faq}), StagedKind::Update, **row, {{u"answer"_s, {Value(u"new"_s), false}}}};
        ChangeHeader nobody = header(u"narrow"_s);
        nobody.staffId = Value::null();
        const Result<CommitOutcome> outcome = commitChanges(**connection, *opened->schema, {edit}, nobody);
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(answer(), u"new"_s);

        // A journal that a colleague made meanwhile, but that this role may not add to, changes nothing.
        GHAR_VERIFY(createJournal(*m_connection, QDateTime(QDate(2026, 11, 22), QTime(), Qt::UTC)));
        QCOMPARE(*journalRoom(**connection), JournalRoom::NoRights);
        must(*m_connection, u"GRANT USAGE ON SCHEMA ghar_desk TO ghar_narrow"_s);
        must(*m_connection, u"GRANT SELECT, INSERT ON ghar_desk.journal TO ghar_narrow"_s);
        must(*m_connection, u"GRANT SELECT ON ghar_desk.meta TO ghar_narrow"_s);
        QCOMPARE(*journalRoom(**connection), JournalRoom::There);
        QVERIFY(lookIntoDatabase(**connection, {})->schema->localJournal.isEmpty());
    }
};

QTEST_MAIN(tst_LocalJournal)
#include "tst_localjournal.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/transaction.h"
#include "records/journal.h"
#include "support/temporarydatabase.h"

#include <QUuid>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The journal is only added to, in the transaction of the change, and tells when somebody laid a hand on it.
class tst_Journal : public QObject
{
    Q_OBJECT

    static ChangeHeader header(const QString &changeId, const QString &writer = u"desk-1"_s)
    {
        return {changeId,
                writer,
                QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC),
                u"ghar"_s,
                Value::integer(7),
                Value(u"आशा वर्मा"_s),
                u"records"_s,
                u"Wrong rent"_s,
                Value::null()};
    }

    static JournalNote update(int lease, const QString &before, const QString &after)
    {
        return {JournalAction::Update, u"leases"_s, Value::integer(lease), Value(before), Value(after)};
    }

    void append(const ChangeHeader &change, const QList<JournalNote> &notes)
    {
        Transaction transaction(*m_connection);
        GHAR_VERIFY(transaction.begin());
        GHAR_VERIFY(appendToJournal(*m_connection, change, notes));
        GHAR_VERIFY(transaction.commit());
    }

    QString journal() const { return m_database->isPostgres() ? u"ghar_desk.journal"_s : u"desk_journal"_s; }

    /// What somebody with every right can do to the table, past its triggers.
    void tamper(const QString &statement)
    {
        if (m_database->isPostgres()) {
            must(*m_connection, u"ALTER TABLE ghar_desk.journal DISABLE TRIGGER USER"_s);
            must(*m_connection, statement);
            return;
        }
        for (const QString &name : {u"desk_journal_no_update"_s, u"desk_journal_no_delete"_s})
            must(*m_connection, u"DROP TRIGGER IF EXISTS "_s + name);
        must(*m_connection, statement);
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void hashesAsItIsWrittenDown()
    {
        // Worked by hand with sha256sum over the bytes that the header describes.
        JournalEntry entry;
        entry.header = header(u"c1"_s);
        entry.sequence = 1;
        entry.note = update(3, u"{\"monthly_rent\":\"20000.00\"}"_s, u"{\"monthly_rent\":\"21000.00\"}"_s);
        entry.previousHash = QString(64, u'0');
        QCOMPARE(hashOf(entry), u"b8cfc3341812c8be3544b9d933ecfd17f0836be345c72cb3f19c3d904c3be9c1"_s);
        entry.note.after = Value::null();
        QVERIFY(hashOf(entry) != u"b8cfc3341812c8be3544b9d933ecfd17f0836be345c72cb3f19c3d904c3be9c1"_s);
    }

    void keepsWhatWasWritten()
    {
        append(header(u"c1"_s),
               {update(3, u"{\"notes\":null}"_s, u"{\"notes\":\"घर 🏠 'quoted'\"}"_s),
                {JournalAction::Insert, u"leases"_s, Value::integer(4), Value::null(), Value(u"{}"_s)}});
        append(header(u"c2"_s), {{JournalAction::Delete, u"users"_s, Value(u"a/b"_s), Value(u"{}"_s), Value::null()}});
        const Result<QList<JournalEntry>> all = readJournal(*m_connection, {});
        GHAR_VERIFY(all);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->first().sequence, 3);
        QCOMPARE(all->first().note.action, JournalAction::Delete);
        QVERIFY(all->first().note.after.isNull());
        QCOMPARE(all->last().note.after.text(), u"{\"notes\":\"घर 🏠 'quoted'\"}"_s);
        QCOMPARE(all->last().header.staffName.text(), u"आशा वर्मा"_s);
        QCOMPARE(all->last().header.madeAt, header({}).madeAt);
        QCOMPARE(all->last().previousHash, QString(64, u'0'));
        QCOMPARE(all->at(1).previousHash, all->last().hash);

        JournalQuery ofOneRow;
        ofOneRow.table = u"leases"_s;
        ofOneRow.rowKey = u"4"_s;
        QCOMPARE(readJournal(*m_connection, ofOneRow)->size(), 1);
        JournalQuery ofOnePerson;
        ofOnePerson.staffId = Value::integer(8);
        QCOMPARE(readJournal(*m_connection, ofOnePerson)->size(), 0);
    }

    void isWrittenWithTheChangeOrNotAtAll()
    {
        {
            Transaction transaction(*m_connection);
            GHAR_VERIFY(transaction.begin());
            GHAR_VERIFY(appendToJournal(*m_connection, header(u"given-up"_s), {update(1, u"{}"_s, u"{}"_s)}));
        }
        QCOMPARE(*isInJournal(*m_connection, u"given-up"_s), false);
        append(header(u"kept"_s), {update(1, u"{}"_s, u"{}"_s)});
        QCOMPARE(*isInJournal(*m_connection, u"kept"_s), true);
        // The place that was given up is taken by the next one.
        QCOMPARE(readJournal(*m_connection, {})->first().sequence, 1);
    }

    void countsOnAfterTheNinthEntry()
    {
        // Numbers in the order of numbers: as texts, 9 would be the last for ever.
        for (int i = 1; i <= 12; ++i)
            append(header(u"c%1"_s.arg(i)), {update(i, u"{}"_s, u"{}"_s)});
        const Result<QList<JournalEntry>> all = readJournal(*m_connection, {});
        GHAR_VERIFY(all);
        for (int i = 0; i < 12; ++i)
            QCOMPARE(all->at(i).sequence, 12 - i);
        const Result<QList<JournalChain>> chains = verifyJournal(*m_connection);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().entries, 12);
        QCOMPARE(chains->first().brokenAt, 0);
    }

    void cannotBeChangedOrEmptied()
    {
        append(header(u"c1"_s), {update(1, u"{}"_s, u"{}"_s)});
        QStringList attempts{u"UPDATE %1 SET reason = 'none'"_s, u"DELETE FROM %1"_s};
        if (m_database->isPostgres())
            attempts.append(u"TRUNCATE %1"_s);
        else
            attempts.append(
                u"INSERT OR REPLACE INTO %1 SELECT writer_id, sequence, change_id, made_at, role, staff_id, "
                "staff_name, origin, 'none', reverts, action, table_name, row_key, before, after, "
                "previous_hash, hash FROM %1"_s);
        for (const QString &attempt : std::as_const(attempts)) {
            const Result<qint64> done = m_connection->execute({attempt.arg(journal()), {}});
            QVERIFY2(!done, qPrintable(attempt));
        }
        QCOMPARE(scalar(*m_connection, u"SELECT reason FROM "_s + journal()), u"Wrong rent"_s);
    }

    void tellsWhatIsBroken_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("brokenAt");
        QTest::newRow("a word changed")
            << u"UPDATE %1 SET reason = 'other' WHERE writer_id = 'desk-1' AND sequence = 3"_s << 3;
        QTest::newRow("NULL made empty") << u"UPDATE %1 SET reverts = '' WHERE writer_id = 'desk-1' AND sequence = 2"_s
                                         << 2;
        QTest::newRow("an entry gone") << u"DELETE FROM %1 WHERE writer_id = 'desk-1' AND sequence = 2"_s << 3;
        QTest::newRow("the first gone") << u"DELETE FROM %1 WHERE writer_id = 'desk-1' AND sequence = 1"_s << 2;
        QTest::newRow("a hash replaced") << u"UPDATE %1 SET hash = 'ff' WHERE writer_id = 'desk-1' AND sequence = 4"_s
                                         << 4;
    }
    void tellsWhatIsBroken()
    {
        QFETCH(QString, statement);
        QFETCH(int, brokenAt);
        for (int i = 1; i <= 5; ++i) {
            append(header(u"c%1"_s.arg(i)), {update(i, u"{}"_s, u"{}"_s)});
            append(header(u"d%1"_s.arg(i), u"desk-2"_s), {update(i, u"{}"_s, u"{}"_s)});
        }
        const Result<QList<JournalChain>> sound = verifyJournal(*m_connection);
        GHAR_VERIFY(sound);
        QCOMPARE(sound->size(), 2);
        for (const JournalChain &chain : *sound) {
            QCOMPARE(chain.entries, 5);
            QCOMPARE(chain.brokenAt, 0);
        }
        tamper(statement.arg(journal()));
        const Result<QList<JournalChain>> broken = verifyJournal(*m_connection);
        GHAR_VERIFY(broken);
        QCOMPARE(broken->first().writerId, u"desk-1"_s);
        QCOMPARE(broken->first().brokenAt, brokenAt);
        QVERIFY(!broken->first().problem.isEmpty());
        QCOMPARE(broken->last().brokenAt, 0); // the other desk's chain is its own
    }

    void writersDoNotWaitForEachOther()
    {
        if (!m_database->isPostgres())
            return; // a file has one writer at a time
        const std::unique_ptr<Connection> other = m_database->open();
        Transaction first(*m_connection);
        GHAR_VERIFY(first.begin());
        GHAR_VERIFY(appendToJournal(*m_connection, header(u"c1"_s), {update(1, u"{}"_s, u"{}"_s)}));
        Transaction second(*other);
        GHAR_VERIFY(second.begin());
        must(*other, u"SET LOCAL lock_timeout = '200ms'"_s);
        GHAR_VERIFY(appendToJournal(*other, header(u"d1"_s, u"desk-2"_s), {update(1, u"{}"_s, u"{}"_s)}));
        // The same installation in a second window has to.
        const Result<void> sameWriter = appendToJournal(*other, header(u"c2"_s), {update(2, u"{}"_s, u"{}"_s)});
        QVERIFY(!sameWriter);
        QCOMPARE(sameWriter.error().kind, ErrorKind::Busy);
    }

private:
    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_journal.moc"

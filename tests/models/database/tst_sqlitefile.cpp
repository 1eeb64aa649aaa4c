// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connection.h"
#include "database/sqlitefile.h"
#include "database/transaction.h"
#include "support/permissions.h"
#include "support/temporarydatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What is wrong with a file is said by name, whatever it is.
class tst_SqliteFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void cleanup()
    {
        QFile::setPermissions(m_folder->path(), openFolder); // else it cannot be removed
        m_folder.reset();
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("missing") << u"missing"_s << int(ErrorKind::NotFound) << u"no file"_s;
        QTest::newRow("folder") << u"folder"_s << int(ErrorKind::BadInput) << u"folder"_s;
        QTest::newRow("text") << u"text"_s << int(ErrorKind::CannotOpen) << u"not an SQLite database"_s;
        QTest::newRow("one byte") << u"byte"_s << int(ErrorKind::CannotOpen) << u"not an SQLite database"_s;
        QTest::newRow("encrypted") << u"encrypted"_s << int(ErrorKind::CannotOpen) << u"encrypted"_s;
        QTest::newRow("half") << u"half"_s << int(ErrorKind::CannotOpen) << u"shorter"_s;
        QTest::newRow("header") << u"header"_s << int(ErrorKind::CannotOpen) << u"shorter"_s;
        QTest::newRow("part of the header") << u"stub"_s << int(ErrorKind::CannotOpen) << u"shorter"_s;
        QTest::newRow("last byte") << u"last"_s << int(ErrorKind::CannotOpen) << u"shorter"_s;
        QTest::newRow("garbage inside") << u"garbage"_s << int(ErrorKind::CannotOpen) << u"damaged"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, what);
        QFETCH(int, kind);
        QFETCH(QString, word);
        const QString path = m_folder->filePath(u"the file.sqlite"_s);
        const QByteArray good = goodFile();
        QVERIFY(good.size() > 100'000);
        QByteArray bytes = good;
        if (what == u"text"_s)
            bytes = "This is a letter to the owner, not a database.\n";
        else if (what == u"byte"_s)
            bytes = "S";
        else if (what == u"encrypted"_s) {
            QRandomGenerator random(360);
            for (char &byte : bytes)
                byte = char(random.generate());
        } else if (what == u"half"_s)
            bytes.truncate(good.size() / 2);
        else if (what == u"header"_s)
            bytes.truncate(100);
        else if (what == u"stub"_s)
            bytes.truncate(50);
        else if (what == u"last"_s)
            bytes.chop(1);
        else if (what == u"garbage"_s)
            bytes.replace(100, 3000, QByteArray(3000, '\xff'));
        if (what == u"folder"_s)
            QVERIFY(QDir().mkpath(path));
        else if (what != u"missing"_s)
            QVERIFY(write(path, bytes));

        for (const Access access : {Access::ReadOnly, Access::ReadWrite}) {
            if (what == u"missing"_s && access == Access::ReadWrite)
                continue; // it would be made
            Profile profile;
            profile.file = path;
            const auto opened = Connection::open(profile, access);
            QVERIFY(!opened);
            QCOMPARE(int(opened.error().kind), kind);
            QVERIFY2(opened.error().userText.contains(path), qPrintable(opened.error().userText));
            QVERIFY2(opened.error().userText.contains(word), qPrintable(opened.error().userText));
        }
        if (what == u"missing"_s)
            QVERIFY(!QFile::exists(path));
        else if (what != u"folder"_s)
            QVERIFY(contents(path) == bytes); // nothing was changed
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(),
                 what == u"missing"_s ? 0 : 1);
    }

    void saysThatTheFolderIsMissing()
    {
        Profile profile;
        profile.file = m_folder->filePath(u"no/such/folder/new.sqlite"_s);
        const auto opened = Connection::open(profile, Access::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
        QVERIFY(opened.error().userText.contains(u"no/such/folder"_s));
        profile.file.clear();
        QCOMPARE(Connection::open(profile, Access::ReadOnly).error().kind, ErrorKind::BadInput);
    }

    void emptyFileIsAnEmptyDatabase()
    {
        Profile profile;
        profile.file = m_folder->filePath(u"empty.sqlite"_s);
        QVERIFY(write(profile.file, {}));
        const auto opened = Connection::open(profile, Access::ReadOnly);
        GHAR_VERIFY(opened);
        QCOMPARE(scalar(**opened, u"SELECT count(*) FROM sqlite_master"_s), u"0"_s);
    }

    void takesAnyFileName_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"with blank.sqlite", "question?mode=memory.sqlite", "hash#tag.sqlite",
                                 "per%41cent.sqlite", "amp&immutable=1.sqlite", "quote'\".sqlite", "घर 🏠.sqlite",
                                 "semi;colon.sqlite", "-dash.sqlite", "file:colon.sqlite"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void takesAnyFileName()
    {
        QFETCH(QString, name);
        Profile profile;
        profile.file = m_folder->filePath(name);
        {
            const auto writer = Connection::open(profile, Access::ReadWrite);
            GHAR_VERIFY(writer);
            must(**writer, u"CREATE TABLE t (a INTEGER)"_s);
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{name});
        const auto reader = Connection::open(profile, Access::ReadOnly);
        GHAR_VERIFY(reader);
        QCOMPARE(scalar(**reader, u"SELECT count(*) FROM t"_s), u"0"_s);
    }

    void fullDiskChangesNothing()
    {
        Profile profile;
        profile.file = m_folder->filePath(u"full.sqlite"_s);
        const auto opened = Connection::open(profile, Access::ReadWrite);
        GHAR_VERIFY(opened);
        Connection &connection = **opened;
        must(connection, u"CREATE TABLE t (a TEXT)"_s);
        must(connection, u"INSERT INTO t VALUES ('before')"_s);
        // SQLite's own limit gives the same error as a disk without room.
        must(connection, u"PRAGMA max_page_count = 4"_s);
        {
            Transaction transaction(connection);
            GHAR_VERIFY(transaction.begin());
            const Result<qint64> refused =
                connection.execute({u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 10000) "
                                    "INSERT INTO t SELECT 'row ' || n FROM c"_s,
                                    {}});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::DiskFull);
            QVERIFY(refused.error().userText.contains(profile.file));
        }
        QCOMPARE(scalar(connection, u"SELECT group_concat(a) FROM t"_s), u"before"_s);
    }

    void tellsFilesWithALog()
    {
        Profile profile;
        profile.file = m_folder->filePath(u"log.sqlite"_s);
        {
            const auto opened = Connection::open(profile, Access::ReadWrite);
            GHAR_VERIFY(opened);
            must(**opened, u"CREATE TABLE t (a TEXT)"_s);
            QVERIFY(!usesWriteAheadLog(profile.file)); // opening leaves the mode as it is
            must(**opened, u"PRAGMA journal_mode = WAL"_s);
            QVERIFY(usesWriteAheadLog(profile.file));
            must(**opened, u"PRAGMA journal_mode = DELETE"_s);
        }
        QVERIFY(!usesWriteAheadLog(profile.file));
        QVERIFY(!usesWriteAheadLog(m_folder->filePath(u"nowhere"_s)));
    }

    // --- What root is allowed and others are not. As root these run again as another user.

    void unreadableFile()
    {
        if (runsAsAnotherUser())
            return;
        Profile profile;
        profile.file = m_folder->filePath(u"secret.sqlite"_s);
        QVERIFY(write(profile.file, goodFile()));
        QVERIFY(QFile::setPermissions(profile.file, QFileDevice::Permissions()));
        QVERIFY2(!QFile(profile.file).open(QIODevice::ReadOnly), "this user can read everything");
        for (const Access access : {Access::ReadOnly, Access::ReadWrite}) {
            const auto opened = Connection::open(profile, access);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::Permission);
            QVERIFY(opened.error().userText.contains(profile.file));
        }
    }

    /// Run by the next function in a process of its own.
    void writesAndCloses()
    {
        const QString file = qEnvironmentVariable("GHAR_OTHER_FILE");
        if (file.isEmpty())
            return; // nothing of its own to test
        Profile profile;
        profile.file = file;
        const auto opened = Connection::open(profile, Access::ReadWrite);
        GHAR_VERIFY(opened);
        GHAR_VERIFY((*opened)->run(u"INSERT INTO shared VALUES ('more')"_s));
    }

    void anotherProgramThatClosesTakesNothingAway()
    {
        Profile profile;
        profile.file = m_folder->filePath(u"shared.sqlite"_s);
        QVERIFY(write(profile.file, goodFile()));
        const auto first = Connection::open(profile, Access::ReadWrite);
        GHAR_VERIFY(first);
        GHAR_VERIFY((*first)->run(u"PRAGMA journal_mode = WAL"_s));
        GHAR_VERIFY((*first)->run(u"CREATE TABLE shared (a TEXT)"_s));
        const QString begun = scalar(**first, u"SELECT count(*) FROM shared"_s);
        // Others of our own come and go; the locks of the first have to stay.
        for (int i = 0; i < 3; ++i)
            GHAR_VERIFY(Connection::open(profile, i == 0 ? Access::ReadOnly : Access::ReadWrite));
        const auto reader = Connection::open(profile, Access::ReadOnly);
        GHAR_VERIFY(reader);
        QCOMPARE(scalar(**reader, u"SELECT count(*) FROM shared"_s), begun);

        QProcess other;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GHAR_OTHER_FILE"_s, profile.file);
        other.setProcessEnvironment(environment);
        other.start(QCoreApplication::applicationFilePath(), {u"writesAndCloses"_s});
        QVERIFY(other.waitForFinished());
        QVERIFY2(other.exitCode() == 0, other.readAllStandardOutput().constData());

        // The last to close cleans up: that was not the other program, as long as we have the file open.
        QVERIFY2(QFileInfo::exists(profile.file + u"-wal"_s), "the other program took the log away");
        const QString theirs = scalar(**reader, u"SELECT count(*) FROM shared"_s);
        QVERIFY(theirs != begun);
        GHAR_VERIFY((*first)->run(u"INSERT INTO shared VALUES ('more')"_s));
        const QString ours = scalar(**first, u"SELECT count(*) FROM shared"_s);
        const auto fresh = Connection::open(profile, Access::ReadOnly);
        GHAR_VERIFY(fresh);
        QCOMPARE(scalar(**fresh, u"SELECT count(*) FROM shared"_s), ours);
        QVERIFY(ours != theirs);
    }

    void unwritableFileAndFolder()
    {
        if (runsAsAnotherUser())
            return;
        Profile profile;
        profile.file = m_folder->filePath(u"fixed.sqlite"_s);
        QVERIFY(write(profile.file, goodFile()));
        QVERIFY(!usesWriteAheadLog(profile.file)); // as other programs make it
        const QByteArray before = contents(profile.file);
        QVERIFY(QFile::setPermissions(m_folder->path(), readOnlyFolder));
        QVERIFY2(!canWriteIn(m_folder->path()), "this user can write everywhere");

        // The file may be written, its folder may not: there is no place for a log.
        const auto writer = Connection::open(profile, Access::ReadWrite);
        QVERIFY(!writer);
        QCOMPARE(writer.error().kind, ErrorKind::Permission);
        QVERIFY(writer.error().userText.contains(profile.file));

        QVERIFY(QFile::setPermissions(profile.file, readOnlyFile));
        const auto again = Connection::open(profile, Access::ReadWrite);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Permission);

        const auto reader = Connection::open(profile, Access::ReadOnly);
        GHAR_VERIFY(reader);
        QVERIFY((*reader)->notice().isEmpty());
        QCOMPARE(scalar(**reader, u"SELECT count(*) FROM t"_s), u"1000"_s);

        Profile unmade;
        unmade.file = m_folder->filePath(u"new.sqlite"_s);
        const auto made = Connection::open(unmade, Access::ReadWrite);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Permission);
        QVERIFY(made.error().userText.contains(m_folder->path()));
        QVERIFY(contents(profile.file) == before);
    }

    void fileWithALogInAnUnwritableFolder()
    {
        if (runsAsAnotherUser())
            return;
        Profile profile;
        profile.file = m_folder->filePath(u"copied.sqlite"_s);
        {
            QTemporaryDir elsewhere;
            Profile original;
            original.file = elsewhere.filePath(u"original.sqlite"_s);
            const auto opened = Connection::open(original, Access::ReadWrite);
            GHAR_VERIFY(opened);
            must(**opened, u"PRAGMA journal_mode = WAL"_s);
            must(**opened, u"CREATE TABLE t (a INTEGER)"_s);
            must(**opened, u"INSERT INTO t VALUES (1)"_s);
            must(**opened, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
            must(**opened, u"INSERT INTO t VALUES (2)"_s); // in the log only
            QVERIFY(QFile::copy(original.file, profile.file));
            QVERIFY(QFile::copy(original.file + u"-wal"_s, profile.file + u"-wal"_s));
        }
        QVERIFY(QFile::setPermissions(profile.file, readOnlyFile));
        QVERIFY(QFile::setPermissions(profile.file + u"-wal"_s, readOnlyFile));
        QVERIFY(QFile::setPermissions(m_folder->path(), readOnlyFolder));
        QVERIFY2(!canWriteIn(m_folder->path()), "this user can write everywhere");

        const auto reader = Connection::open(profile, Access::ReadOnly);
        GHAR_VERIFY(reader);
        QCOMPARE(scalar(**reader, u"SELECT group_concat(a) FROM t"_s), u"1"_s);
        QVERIFY2((*reader)->notice().contains(profile.file), qPrintable((*reader)->notice()));
        QVERIFY((*reader)->notice().contains(u"copied.sqlite-wal"_s));
        QVERIFY(!(*reader)->execute({u"INSERT INTO t VALUES (3)"_s, {}}));
        const auto writer = Connection::open(profile, Access::ReadWrite);
        QVERIFY(!writer);
        QCOMPARE(writer.error().kind, ErrorKind::Permission);

        // Without a log nothing is left out, so nothing is said.
        QVERIFY(QFile::setPermissions(m_folder->path(), openFolder));
        QVERIFY(QFile::remove(profile.file + u"-wal"_s));
        QVERIFY(QFile::setPermissions(m_folder->path(), readOnlyFolder));
        const auto quiet = Connection::open(profile, Access::ReadOnly);
        GHAR_VERIFY(quiet);
        QVERIFY((*quiet)->notice().isEmpty());
        QCOMPARE(scalar(**quiet, u"SELECT group_concat(a) FROM t"_s), u"1"_s);
    }

private:
    /// A sound database of some hundred pages.
    static QByteArray goodFile()
    {
        static const QByteArray bytes = [] {
            QTemporaryDir folder;
            Profile profile;
            profile.file = folder.filePath(u"good.sqlite"_s);
            {
                const auto opened = Connection::open(profile, Access::ReadWrite);
                must(**opened, u"CREATE TABLE t (a INTEGER, b TEXT)"_s);
                must(**opened,
                     u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000) INSERT INTO t "
                     "SELECT n, hex(zeroblob(200)) FROM c"_s);
            }
            return contents(profile.file);
        }();
        return bytes;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_SqliteFile)
#include "tst_sqlitefile.moc"

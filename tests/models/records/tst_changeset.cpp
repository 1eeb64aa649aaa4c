// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/changeset.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Staged edits: what they are, undo and redo, and that they outlive the program however it ends.
class tst_ChangeSet : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static OriginalRow lease(int id)
    {
        return {u"leases"_s,
                {Value::integer(id)},
                {{u"id"_s, Value::integer(id)},
                 {u"monthly_rent"_s, Value(u"25000.00"_s)},
                 {u"notes"_s, Value::null()},
                 {u"status"_s, Value(u"active"_s)}},
                Value(u"771"_s)};
    }

    static QMap<QString, StagedValue> rent(const QString &text) { return {{u"monthly_rent"_s, {Value(text), false}}}; }

    QString newFile() { return m_folder.filePath(u"staged-%1.jsonl"_s.arg(++m_files)); }
    int m_files = 0;

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    template <typename T> static bool holds(const Result<T> &result) { return result.hasValue(); }

private slots:
    void valuesComeAndGo()
    {
        ChangeSet set;
        QSignalSpy changed(&set, &ChangeSet::changed);
        set.setValues(u"edit"_s, {lease(7)}, rent(u"26000.00"_s));
        QCOMPARE(set.count(), 1);
        QCOMPARE(changed.count(), 1);
        const StagedRow *row = set.find(u"leases"_s, u"=7"_s);
        QVERIFY(row);
        QCOMPARE(row->kind, StagedKind::Update);
        QCOMPARE(row->values.value(u"monthly_rent"_s).value.text(), u"26000.00"_s);
        QCOMPARE(row->original.version.text(), u"771"_s);
        // The original value again is no change any more.
        set.setValues(u"edit"_s, {lease(7)}, rent(u"25000.00"_s));
        QVERIFY(set.isEmpty());
        // The same value twice is no action.
        set.setValues(u"edit"_s, {lease(7)}, rent(u"25000.00"_s));
        QCOMPARE(changed.count(), 2);
    }

    void nullEmptyAndDefaultAreThreeThings()
    {
        ChangeSet set;
        const OriginalRow row = lease(7);
        set.setValues(u"null"_s, {row}, {{u"notes"_s, {Value::null(), false}}});
        QVERIFY2(set.isEmpty(), "it is NULL already");
        set.setValues(u"empty"_s, {row}, {{u"notes"_s, {Value(u""_s), false}}});
        QCOMPARE(set.count(), 1);
        QVERIFY(!set.rows().first().values.value(u"notes"_s).value.isNull());
        set.setValues(u"default"_s, {row}, {{u"notes"_s, {Value::null(), true}}});
        QCOMPARE(set.count(), 1);
        QVERIFY(set.rows().first().values.value(u"notes"_s).isDefault);
    }

    void walksBackAndForth()
    {
        ChangeSet set;
        set.setValues(u"first"_s, {lease(1), lease(2)}, rent(u"1.00"_s));
        const QString added = set.insert(u"second"_s, u"users"_s, {{u"full_name"_s, {Value(u"आशा"_s), false}}});
        set.setNewValues(u"third"_s, u"users"_s, added, {{u"phone"_s, {Value(u"+919999000000"_s), false}}});
        set.remove(u"fourth"_s, {lease(1)});
        const QList<StagedRow> all = set.rows();
        QCOMPARE(all.size(), 3);
        QCOMPARE(set.find(u"leases"_s, u"=1"_s)->kind, StagedKind::Delete);
        QCOMPARE(set.undoLabel(), u"fourth"_s);
        set.undo();
        QCOMPARE(set.find(u"leases"_s, u"=1"_s)->values.value(u"monthly_rent"_s).value.text(), u"1.00"_s);
        set.undo();
        QVERIFY(!set.find(u"users"_s, added)->values.contains(u"phone"_s));
        set.undo();
        QCOMPARE(set.count(), 2);
        set.undo();
        QVERIFY(set.isEmpty());
        QVERIFY(!set.canUndo());
        for (int i = 0; i < 4; ++i)
            set.redo();
        QVERIFY(!set.canRedo());
        QCOMPARE(set.rows(), all);
        set.discard(u"all"_s);
        QVERIFY(set.isEmpty());
        set.undo();
        QCOMPARE(set.count(), 3);
        // A new action ends what could be redone.
        set.revert(u"one"_s, u"users"_s, added);
        QVERIFY(!set.canRedo());
        QCOMPARE(set.count(), 2);
    }

    void keepsTheBaseThatWasReadFirst()
    {
        ChangeSet set;
        set.setValues(u"a"_s, {lease(7)}, rent(u"1.00"_s));
        OriginalRow later = lease(7);
        later.version = Value(u"800"_s);
        later.values[u"status"_s] = Value(u"terminated"_s);
        set.setValues(u"b"_s, {later}, rent(u"2.00"_s));
        QCOMPARE(set.rows().first().original.version.text(), u"771"_s);
        set.rebase(u"c"_s, u"=7"_s, later);
        QCOMPARE(set.rows().first().original.version.text(), u"800"_s);
        QCOMPARE(set.rows().first().values.value(u"monthly_rent"_s).value.text(), u"2.00"_s);
        // Somebody else did the same: nothing is left to do.
        later.values[u"monthly_rent"_s] = Value(u"2.00"_s);
        set.rebase(u"d"_s, u"=7"_s, later);
        QVERIFY(set.isEmpty());
    }

    void comesBackFromTheFile()
    {
        const QString path = newFile();
        QList<StagedRow> staged;
        {
            ChangeSet set;
            const Result<QString> kept = set.keepIn(path);
            QVERIFY(holds(kept) && kept->isEmpty());
            set.setValues(u"rent"_s, {lease(1), lease(2)}, rent(u"30000.00"_s));
            set.setValues(u"note"_s, {lease(1)}, {{u"notes"_s, {Value(u"“पट्टा”\nसमाप्त 🏠"_s), false}}});
            set.setValues(u"default"_s, {lease(2)}, {{u"status"_s, {Value::null(), true}}});
            set.remove(u"remove"_s, {lease(3)});
            (void)set.insert(u"new"_s, u"users"_s, {{u"full_name"_s, {Value::null(), false}}});
            set.undo();
            staged = set.rows();
            QCOMPARE(staged.size(), 3);
        }
        ChangeSet again;
        QVERIFY(holds(again.keepIn(path)));
        QCOMPARE(again.rows(), staged);
        QCOMPARE(again.undoLabel(), u"remove"_s);
        again.redo();
        QCOMPARE(again.count(), 4);
        // Numbers of new rows are not given twice.
        const QString id = again.insert(u"new"_s, u"users"_s, {});
        QCOMPARE(again.rowsOf(u"users"_s).size(), 2);
        QVERIFY(again.rowsOf(u"users"_s).constFirst().id != id);
        for (int i = 0; i < 6; ++i)
            again.undo();
        QVERIFY(again.isEmpty());
    }

    void dropsALineThatWasCut()
    {
        const QString path = newFile();
        {
            ChangeSet set;
            QVERIFY(holds(set.keepIn(path)));
            set.setValues(u"one"_s, {lease(1)}, rent(u"1.00"_s));
            set.setValues(u"two"_s, {lease(2)}, rent(u"2.00"_s));
        }
        const QByteArray whole = contents(path);
        const qsizetype firstEnd = whole.indexOf('\n') + 1;
        // Cut at every place: each whole line counts, half of one does not, and what follows can be read again.
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            write(path, whole.first(cut));
            {
                ChangeSet set;
                const Result<QString> kept = set.keepIn(path);
                QVERIFY(holds(kept));
                QVERIFY(kept->isEmpty());
                QCOMPARE(set.count(), cut == whole.size() ? 2 : cut >= firstEnd ? 1 : 0);
                set.setValues(u"three"_s, {lease(3)}, rent(u"3.00"_s));
            }
            ChangeSet after;
            QVERIFY(holds(after.keepIn(path)));
            QVERIFY(after.find(u"leases"_s, u"=3"_s));
        }
    }

    void keepsACopyOfWhatItCannotRead()
    {
        const QString path = newFile();
        {
            ChangeSet set;
            QVERIFY(holds(set.keepIn(path)));
            set.setValues(u"one"_s, {lease(1)}, rent(u"1.00"_s));
        }
        const QByteArray damaged = contents(path) + "{\"do\": [\n" + contents(path);
        write(path, damaged);
        ChangeSet set;
        const Result<QString> kept = set.keepIn(path);
        QVERIFY(holds(kept));
        QVERIFY2(kept->contains(u".damaged"_s), qPrintable(*kept));
        QCOMPARE(set.count(), 1);
        QCOMPARE(contents(path + u".damaged"_s), damaged);
        QSignalSpy failed(&set, &ChangeSet::savingFailed);
        set.setValues(u"two"_s, {lease(2)}, rent(u"2.00"_s));
        QVERIFY(failed.isEmpty());
        QVERIFY(contents(path).contains("2.00"));
    }

    void isReadableByItsOwnerOnly()
    {
#ifdef Q_OS_UNIX
        const QString path = newFile();
        ChangeSet set;
        QVERIFY(holds(set.keepIn(path)));
        set.setValues(u"one"_s, {lease(1)}, rent(u"1.00"_s));
        const QFileDevice::Permissions others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QCOMPARE(QFileInfo(path).permissions() & others, QFileDevice::Permissions());
#else
        QSKIP("Windows keeps the folder of a user to the user by its own rights.");
#endif
    }

    void twoWindowsKeepTwoFiles()
    {
        const QString path = newFile();
        ChangeSet first;
        ChangeSet second;
        QVERIFY(holds(first.keepIn(path)));
        QVERIFY(holds(second.keepIn(path)));
        first.setValues(u"one"_s, {lease(1)}, rent(u"1.00"_s));
        second.setValues(u"two"_s, {lease(2)}, rent(u"2.00"_s));
        QCOMPARE(first.count(), 1);
        QCOMPARE(second.count(), 1);
        QVERIFY(contents(path).contains("1.00") && !contents(path).contains("2.00"));
    }

    void takesOverWhatAKilledWindowLeft()
    {
        const QString path = newFile();
        {
            ChangeSet first;
            ChangeSet second;
            QVERIFY(holds(first.keepIn(path)));
            QVERIFY(holds(second.keepIn(path)));
            first.setValues(u"one"_s, {lease(1)}, rent(u"1.00"_s));
            second.setValues(u"two"_s, {lease(2)}, rent(u"2.00"_s));
            second.setValues(u"three"_s, {lease(3)}, rent(u"3.00"_s));
            second.undo();
            // What a window that is still there has is its own.
            ChangeSet third;
            QVERIFY(holds(third.keepIn(path)));
            QVERIFY(third.isEmpty());
        }
        for (int start = 0; start < 2; ++start) {
            ChangeSet only;
            QVERIFY(holds(only.keepIn(path)));
            QCOMPARE(only.count(), 2);
            QVERIFY(only.find(u"leases"_s, u"=1"_s) && only.find(u"leases"_s, u"=2"_s));
        }
    }

    void remembersACommitWhoseEndIsUnknown()
    {
        const QString path = newFile();
        {
            ChangeSet set;
            QVERIFY(holds(set.keepIn(path)));
            set.setValues(u"one"_s, {lease(1)}, rent(u"1.00"_s));
            QVERIFY(holds(set.beginCommit(u"change-1"_s)));
        }
        {
            ChangeSet set;
            QVERIFY(holds(set.keepIn(path)));
            QCOMPARE(set.openCommit(), u"change-1"_s);
            QCOMPARE(set.count(), 1);
            set.abandonCommit();
        }
        {
            ChangeSet set;
            QVERIFY(holds(set.keepIn(path)));
            QCOMPARE(set.openCommit(), QString());
            QCOMPARE(set.count(), 1);
            QVERIFY(holds(set.beginCommit(u"change-2"_s)));
            set.finishCommit();
            QVERIFY(set.isEmpty() && !set.canUndo());
        }
        ChangeSet set;
        QVERIFY(holds(set.keepIn(path)));
        QVERIFY(set.isEmpty());
        QCOMPARE(set.openCommit(), QString());
    }

    void saysWhenItCannotSave()
    {
        ChangeSet set;
        const QString inAFile = newFile();
        write(inAFile, "x");
        const Result<QString> kept = set.keepIn(inAFile + u"/staged.jsonl"_s);
        QVERIFY(!holds(kept));
        QVERIFY(kept.error().userText.contains(u"until the window is closed"_s));
        set.setValues(u"one"_s, {lease(1)}, rent(u"1.00"_s));
        QCOMPARE(set.count(), 1);
    }

    /// Another process stages edits and is killed while it does.
    void survivesKilling()
    {
#ifdef Q_OS_UNIX
        const QString path = newFile();
        const int kills = qEnvironmentVariableIsSet("GHAR_TEST_FULL") ? 1000 : 20;
        int before = 0;
        for (int i = 0; i < kills; ++i) {
            QProcess process;
            process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            process.start(QStringLiteral(GHAR_STAGER), {path});
            QVERIFY(process.waitForReadyRead());
            int told = 0;
            const int wanted = before + 1 + i % 7;
            while (told < wanted) {
                if (!process.canReadLine())
                    QVERIFY(process.waitForReadyRead());
                while (process.canReadLine())
                    told = process.readLine().trimmed().toInt();
            }
            ::kill(pid_t(process.processId()), SIGKILL);
            QVERIFY(process.waitForFinished());
            while (process.canReadLine())
                told = process.readLine().trimmed().toInt();
            ChangeSet set;
            const Result<QString> kept = set.keepIn(path);
            QVERIFY(holds(kept));
            QVERIFY2(kept->isEmpty(), qPrintable(*kept));
            // Everything that was told is there; one more may have been written and not told.
            QVERIFY2(set.count() == told || set.count() == told + 1,
                     qPrintable(u"%1 told, %2 kept"_s.arg(told).arg(set.count())));
            before = int(set.count());
            if (before > 200) {
                set.finishCommit();
                before = 0;
            }
        }
#else
        QSKIP("Killing without notice is done with a signal of Unix.");
#endif
    }
};

QTEST_GUILESS_MAIN(tst_ChangeSet)
#include "tst_changeset.moc"

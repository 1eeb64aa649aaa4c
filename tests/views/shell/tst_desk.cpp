// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/initializer.h"
#include "database/profilestore.h"
#include "schema/schemareader.h"
#include "shell/desk.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView rightPassword("open sesame");

/// What a keychain keeps; shared, so that it outlives a desk as the system's does.
struct Drawer
{
    QHash<QString, QString> passwords;
    bool broken = false;
};

class FakeKeychain final : public Keychain
{
public:
    explicit FakeKeychain(Drawer &drawer) : m_drawer(drawer) { }
    void read(const QString &profile, std::function<void(const Result<QString> &)> answer) override
    {
        later([this, profile, answer] {
            answer(m_drawer.broken ? Result<QString>(no()) : Result<QString>(m_drawer.passwords.value(profile)));
        });
    }
    void write(const QString &profile, const QString &password,
               std::function<void(const Result<void> &)> answer) override
    {
        later([this, profile, password, answer] {
            if (!m_drawer.broken)
                m_drawer.passwords.insert(profile, password);
            answer(m_drawer.broken ? Result<void>(no()) : Result<void>());
        });
    }
    void remove(const QString &profile, std::function<void(const Result<void> &)> answer) override
    {
        later([this, profile, answer] {
            m_drawer.passwords.remove(profile);
            answer({});
        });
    }

private:
    static Error no() { return {ErrorKind::Unknown, u"No keychain."_s, {}}; }
    void later(std::function<void()> answer)
    {
        QMetaObject::invokeMethod(&m_here, std::move(answer), Qt::QueuedConnection);
    }

    Drawer &m_drawer;
    QObject m_here;
};

} // namespace

/// Opening databases: saved ones, the demo, with and without a password.
class tst_Desk : public QObject
{
    Q_OBJECT

    std::unique_ptr<Desk> newDesk()
    {
        auto desk =
            std::make_unique<Desk>(Clock::pinned(QDate(2026, 11, 22)), std::make_unique<FakeKeychain>(m_drawer));
        Profile demo;
        demo.name = u"Demo database"_s;
        demo.file = m_folder->filePath(u"data/demo.sqlite"_s);
        desk->setDemo(demo);
        return desk;
    }

    /// Waits for the end of opening.
    static bool settles(const Desk &desk)
    {
        return QTest::qWaitFor(
            [&desk] {
                return desk.connection() != Desk::Connection::Connecting
                    && desk.connection() != Desk::Connection::Preparing && !desk.isBusy();
            },
            20'000);
    }

    QString saveFile(const QString &name, bool withTables)
    {
        Profile profile;
        profile.name = name;
        profile.file = m_folder->filePath(name + u".sqlite"_s);
        const auto connection = Ghar::Connection::open(profile, Access::ReadWrite);
        if (!connection || (withTables && !initializeDatabase(**connection, platformSchema(), std::nullopt)))
            qFatal("The file could not be made.");
        ProfileStore::save(profile);
        return name;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_desk"_s);
    }

    void init()
    {
        QSettings().clear();
        m_drawer = {};
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void makesTheDemoAtTheFirstStart()
    {
        const auto desk = newDesk();
        desk->openLast();
        QCOMPARE(desk->connection(), Desk::Connection::Preparing);
        QVERIFY(settles(*desk));
        QCOMPARE(desk->connection(), Desk::Connection::Open);
        QCOMPARE(desk->environment(), u"demo"_s);
        QVERIFY(desk->isRevealed());
        QVERIFY(desk->totalRows().size() > 3);
    }

    void aFileOfOnesOwnIsNoDemo()
    {
        const auto desk = newDesk();
        desk->openProfile(saveFile(u"own"_s, true));
        QVERIFY(settles(*desk));
        QCOMPARE(desk->connection(), Desk::Connection::Open);
        QCOMPARE(desk->environment(), u"local"_s);
        QVERIFY(!desk->isRevealed()); // persons are masked until asked for
        QCOMPARE(desk->connectionText(), u"own"_s);
        QVERIFY(desk->isSaved());
    }

    void opensWhatWasOpenLast()
    {
        const QString name = saveFile(u"own"_s, true);
        {
            const auto desk = newDesk();
            desk->openProfile(name);
            QVERIFY(settles(*desk));
        }
        {
            const auto desk = newDesk();
            desk->openLast();
            QVERIFY(settles(*desk));
            QCOMPARE(desk->connectionText(), name);
            QCOMPARE(desk->connections()->data(desk->connections()->index(desk->connections()->rowOf(name)),
                                               ConnectionListModel::IsCurrentRole),
                     QVariant(true));
        }
        ProfileStore::remove(name);
        const auto desk = newDesk();
        desk->openLast();
        QVERIFY(settles(*desk));
        QCOMPARE(desk->environment(), u"demo"_s);
    }

    void asksForThePasswordAndLetsTheSystemKeepIt()
    {
        GHAR_NEEDS_DATABASE(Backend::Postgres);
        const TemporaryDatabase database(Backend::Postgres);
        if (scalar(*database.open(), u"SELECT count(*) FROM pg_roles WHERE rolname = 'ghar_password'"_s) == "0"_L1)
            QSKIP("This server has no role with a password; tests/run starts one that has.");
        must(*database.open(), u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO ghar_password"_s);
        Profile profile = database.profileOf(u"ghar_password"_s);
        profile.name = u"Team"_s;
        ProfileStore::save(profile);
        {
            const auto desk = newDesk();
            desk->openProfile(u"Team"_s);
            QVERIFY(settles(*desk));
            QCOMPARE(desk->connection(), Desk::Connection::NeedsPassword);
            desk->enterPassword(u"wrong"_s, true);
            QVERIFY(settles(*desk));
            QCOMPARE(desk->connection(), Desk::Connection::NeedsPassword);
            QVERIFY(m_drawer.passwords.isEmpty()); // what the server did not take is not kept
            QVERIFY(!desk->errorText().contains(u"wrong"_s));
            desk->enterPassword(rightPassword, true);
            QVERIFY(settles(*desk));
            QCOMPARE(desk->connection(), Desk::Connection::Open);
            QTRY_COMPARE(m_drawer.passwords.value(u"Team"_s), QString(rightPassword));
        }
        {
            const auto desk = newDesk();
            desk->openLast();
            QVERIFY(settles(*desk));
            QCOMPARE(desk->connection(), Desk::Connection::Open);
        }
        // A keychain that fails costs the comfort, not the work.
        m_drawer.broken = true;
        const auto desk = newDesk();
        QSignalSpy remarks(desk.get(), &Desk::remarked);
        desk->openLast();
        QVERIFY(settles(*desk));
        QCOMPARE(desk->connection(), Desk::Connection::NeedsPassword);
        desk->enterPassword(rightPassword, true);
        QVERIFY(settles(*desk));
        QCOMPARE(desk->connection(), Desk::Connection::Open);
        QTRY_COMPARE(remarks.size(), 1);
    }

    void editsTestsAndSavesAConnection()
    {
        const auto desk = newDesk();
        const QAbstractItemModelTester tester(desk->connections(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        saveFile(u"first"_s, true);
        desk->connections()->reload();
        ProfileEditor &editor = *desk->profileEditor();
        editor.startNew();
        QVERIFY(!editor.canSave());
        editor.setName(u"first"_s);
        QVERIFY(editor.nameProblem().contains(u"already"_s));
        editor.setName(u"second"_s);
        editor.setPostgres(false);
        editor.setFile(m_folder->filePath(u"nowhere.sqlite"_s));
        QVERIFY(!editor.placeProblem().isEmpty());
        QVERIFY(!editor.canSave());
        editor.setFile(QUrl::fromLocalFile(m_folder->filePath(u"first.sqlite"_s)).toString());
        QCOMPARE(editor.file(), m_folder->filePath(u"first.sqlite"_s));
        QVERIFY(editor.canSave());
        editor.test();
        QTRY_COMPARE(editor.testState(), ProfileEditor::TestState::Good);
        QVERIFY2(editor.testText().contains(u"76"_s), qPrintable(editor.testText()));
        editor.setEnvironment(u"staging"_s);
        editor.save();
        QCOMPARE(desk->connections()->count(), 3);
        QCOMPARE(ProfileStore::profile(u"second"_s)->environment, std::optional(Environment::Staging));

        // A database that answers but holds something else is no success.
        saveFile(u"empty"_s, false);
        editor.setFile(m_folder->filePath(u"empty.sqlite"_s));
        editor.test();
        QTRY_COMPARE(editor.testState(), ProfileEditor::TestState::Bad);

        desk->removeProfile(u"second"_s);
        QVERIFY(!ProfileStore::profile(u"second"_s).has_value());
        QCOMPARE(desk->connections()->count(), 3); // the demo, first and empty
    }

    void takesAWholeAddressApart()
    {
        const auto desk = newDesk();
        ProfileEditor &editor = *desk->profileEditor();
        editor.startNew();
        editor.setName(u"Team"_s);
        editor.setHost(u"postgresql://asha:s3cret@db.example.org:6543/ghar?sslmode=require"_s);
        editor.takeApart();
        QCOMPARE(editor.host(), u"db.example.org"_s);
        QCOMPARE(editor.port(), u"6543"_s);
        QCOMPARE(editor.database(), u"ghar"_s);
        QCOMPARE(editor.user(), u"asha"_s);
        QVERIFY(!editor.tlsWarning().isEmpty());
        editor.save();
        QTRY_COMPARE(m_drawer.passwords.value(u"Team"_s), u"s3cret"_s);
        QVERIFY(!ProfileStore::profile(u"Team"_s)->connInfo.contains(u"s3cret"_s));
        editor.setPort(u"70000"_s);
        QVERIFY(!editor.portProblem().isEmpty());
        QVERIFY(!editor.canSave());
        // The password comes back with the profile, and goes when it is no longer wanted.
        editor.load(u"Team"_s);
        QTRY_COMPARE(editor.password(), u"s3cret"_s);
        editor.setKeepPassword(false);
        editor.save();
        QTRY_VERIFY(m_drawer.passwords.isEmpty());
    }

    void aFileWithoutJournalIsReadOnlyUntilItGetsOne()
    {
        Profile profile;
        profile.name = u"foreign"_s;
        profile.file = m_folder->filePath(u"foreign.sqlite"_s);
        {
            const auto connection = Ghar::Connection::open(profile, Access::ReadWrite);
            must(**connection, u"CREATE TABLE faqs (id INTEGER PRIMARY KEY, question TEXT)"_s);
        }
        ProfileStore::save(profile);
        const auto desk = newDesk();
        desk->openProfile(u"foreign"_s);
        QVERIFY(settles(*desk));
        WriteAccess &access = *desk->access();
        QCOMPARE(access.obstacle(), WriteAccess::Obstacle::NoJournal);
        QVERIFY(!desk->changes()->isWritable());
        QCOMPARE(desk->changes()->whyNot(), access.sentence());
        QVERIFY(access.objects().contains(u"desk_journal"_s));
        QVERIFY(access.statements().contains(u"CREATE TABLE desk_journal"_s));
        access.createJournal();
        QTRY_COMPARE_WITH_TIMEOUT(access.obstacle(), WriteAccess::Obstacle::None, 10'000);
        QVERIFY(settles(*desk));
        QVERIFY(desk->changes()->isWritable());
        QVERIFY(!desk->changes()->isStaffMissing());
    }

    void productionIsChangedOnPurposeAndForThisConnectionOnly()
    {
        const QString name = saveFile(u"real"_s, true);
        Profile profile = *ProfileStore::profile(name);
        profile.environment = Environment::Production;
        ProfileStore::save(profile, name);
        const auto desk = newDesk();
        desk->openProfile(name);
        QVERIFY(settles(*desk));
        WriteAccess &access = *desk->access();
        QCOMPARE(access.obstacle(), WriteAccess::Obstacle::Production);
        QVERIFY(!desk->changes()->isWritable());
        access.allowProduction();
        QVERIFY(access.isProductionAllowed());
        QVERIFY(desk->changes()->isWritable());
        // Reconnecting is the same connection, another profile or another start is not.
        desk->retry();
        QVERIFY(settles(*desk));
        QVERIFY(desk->changes()->isWritable());
        desk->openProfile(saveFile(u"own"_s, true));
        QVERIFY(settles(*desk));
        desk->openProfile(name);
        QVERIFY(settles(*desk));
        QVERIFY(!access.isProductionAllowed());
        QVERIFY(!desk->changes()->isWritable());
    }

    void remembersWhoWorksInEachDatabase()
    {
        const auto desk = newDesk();
        desk->openDemo();
        QVERIFY(settles(*desk));
        StaffChoice &staff = *desk->staff();
        const QAbstractItemModelTester tester(&staff, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!staff.isChosen());
        staff.search({});
        QTRY_VERIFY(staff.count() > 1);
        int agent = -1;
        for (int i = 0; i < staff.count(); ++i) {
            if (staff.index(i).data(StaffChoice::IsAgentRole).toBool())
                agent = i;
        }
        QVERIFY(agent >= 0);
        const QString name = staff.index(agent).data(StaffChoice::MemberNameRole).toString();
        const int tables = desk->tree()->rowCount();
        staff.choose(agent);
        QVERIFY(settles(*desk));
        QCOMPARE(staff.name(), name);
        QCOMPARE(staff.roleText(), u"Agent"_s);
        QVERIFY(desk->tree()->rowCount() < tables / 2);
        desk->showTable(u"leases"_s);
        QVERIFY(desk->browser()->hiddenBecause().contains(u"for admins"_s));
        {
            const auto next = newDesk();
            next->openDemo();
            QVERIFY(settles(*next));
            QCOMPARE(next->staff()->name(), name);
            next->openProfile(saveFile(u"own"_s, true));
            QVERIFY(settles(*next));
            QVERIFY(!next->staff()->isChosen());
        }
        staff.chooseNobody();
        QVERIFY(settles(*desk));
        QVERIFY(!staff.isChosen());
        QCOMPARE(desk->tree()->rowCount(), tables);
    }

    void aServerWantsToKnowWhoCommits()
    {
        GHAR_NEEDS_DATABASE(Backend::Postgres);
        const TemporaryDatabase database(Backend::Postgres);
        const auto desk = newDesk();
        desk->open(database.profile());
        QVERIFY(settles(*desk));
        QVERIFY(desk->changes()->isWritable());
        QVERIFY(desk->staff()->isNeeded());
        QVERIFY(desk->changes()->isStaffMissing());
        desk->changes()->set()->insert(
            u"new"_s, u"faqs"_s, {{u"question"_s, {Value(u"Q?"_s), false}}, {u"answer"_s, {Value(u"A"_s), false}}});
        desk->changes()->commit(u"why not"_s);
        QVERIFY(desk->changes()->errorText().contains(u"Choose who you are"_s));
        QCOMPARE(scalar(*database.open(), u"SELECT count(*) FROM faqs"_s), u"0"_s);
        desk->changes()->discard();
    }

    void opensWebPagesOnly()
    {
        const auto desk = newDesk();
        QSignalSpy remarks(desk.get(), &Desk::remarked);
        for (const QString &address :
             {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"smb://host/share"_s, u"plain"_s})
            desk->openUrl(address);
        QCOMPARE(remarks.size(), 4);
    }

private:
    Drawer m_drawer;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(tst_Desk)
#include "tst_desk.moc"

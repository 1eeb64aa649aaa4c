// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"
#include "database/connection.h"
#include "database/initializer.h"
#include "schema/schemareader.h"
#include "shell/desk.h"
#include "support/fonts.h"
#include "support/iconprovider.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The whole window on demo data, one after the other in both databases: every screen loads without a warning, can be
/// reached by keys, and names its controls.
class tst_Screens : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    QStringList m_warnings;

    int columnNamed(const QString &name) const
    {
        TableBrowser *browser = m_desk->browser();
        for (int column = 0; column < browser->records()->columnCount(); ++column) {
            if (browser->columnName(column) == name)
                return column;
        }
        return -1;
    }

    QString stagedValue(const QString &column) const
    {
        for (const StagedRow &row : m_desk->changes()->set()->rows()) {
            if (row.values.contains(column))
                return row.values.value(column).value.text();
        }
        return {};
    }

    /// Controls without a name, as `role class objectName`.
    static void collectUnnamed(QAccessibleInterface *node, QStringList &unnamed, int &seen)
    {
        static const QSet<QAccessible::Role> controls{
            QAccessible::Button,      QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
            QAccessible::ComboBox,    QAccessible::SpinBox,  QAccessible::MenuItem,    QAccessible::PageTab,
            QAccessible::Link,        QAccessible::List,     QAccessible::ListItem,    QAccessible::Table,
            QAccessible::Tree,        QAccessible::TreeItem, QAccessible::ScrollBar,   QAccessible::Slider,
            QAccessible::ColumnHeader};
        if (!node || !node->isValid() || node->state().invisible)
            return;
        if (controls.contains(node->role())) {
            ++seen;
            if (node->text(QAccessible::Name).trimmed().isEmpty()) {
                const QObject *object = node->object();
                unnamed.append(
                    QString::number(node->role()) + u' '
                    + (object ? QString::fromLatin1(object->metaObject()->className()) + u' ' + object->objectName()
                              : u"?"_s));
            }
        }
        for (int i = 0; i < node->childCount(); ++i)
            collectUnnamed(node->child(i), unnamed, seen);
    }

    void waitForData()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->connection() == Desk::Connection::Open && !m_desk->isBusy(), 20'000);
    }

    QQuickItem *item(const QString &name) const { return m_window->findChild<QQuickItem *>(name); }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_screens"_s);
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
        QQuickStyle::setStyle(u"Basic"_s);
        QCOMPARE(installFonts(), QStringList());
        QVERIFY(installTranslations());
        QAccessible::setActive(true);
        m_desk = std::make_unique<Desk>(Clock::pinned(QDate(2026, 11, 22)));
        // They watch through the whole test, from before anything is in the models.
        for (QAbstractItemModel *model :
             std::initializer_list<QAbstractItemModel *>{m_desk->tree(),
                                                         m_desk->palette(),
                                                         m_desk->latestChanges(),
                                                         m_desk->modules(),
                                                         m_desk->connections(),
                                                         m_desk->browser()->records(),
                                                         m_desk->browser()->grid(),
                                                         m_desk->browser()->filters(),
                                                         m_desk->browser()->columns(),
                                                         m_desk->history()->entries(),
                                                         m_desk->history()->values(),
                                                         m_desk->comparison()->values(),
                                                         m_desk->staff(),
                                                         m_desk->moderation()->queues(),
                                                         m_desk->moderation()->items(),
                                                         m_desk->moderation()->evidence(),
                                                         m_desk->moderation()->actions(),
                                                         m_desk->moderation()->consequences(),
                                                         m_desk->moderation()->insight()->backlog(),
                                                         m_desk->moderation()->insight()->moderators()})
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_desk.get());
        m_engine = std::make_unique<QQmlApplicationEngine>();
        connect(m_engine.get(), &QQmlApplicationEngine::warnings, this, [this](const QList<QQmlError> &list) {
            for (const QQmlError &error : list)
                m_warnings.append(error.toString());
        });
        m_engine->addImportPath(u":/qt/qml"_s);
        m_engine->addImageProvider(IconProvider::id(), new IconProvider);
        m_engine->setInitialProperties(
            {{u"desk"_s, QVariant::fromValue(m_desk.get())}, {u"fixedSize"_s, QSizeF(1280, 800)}});
        m_engine->load(QUrl(u"qrc:/qt/qml/Ghar/Shell/Main.qml"_s));
        QVERIFY2(!m_engine->rootObjects().isEmpty(), qPrintable(m_warnings.join(u'\n')));
        m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        if (m_database && m_database->backend() == backend)
            return;
        auto database = std::make_unique<TemporaryDatabase>(backend, TemporaryDatabase::Content::Empty);
        {
            const auto connection = database->open();
            GHAR_VERIFY(initializeDatabase(*connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)}));
        }
        m_desk->open(database->profile());
        waitForData();
        m_database = std::move(database); // the one before is let go only now that nobody reads it
    }

    void cleanupTestCase()
    {
        m_engine.reset();
        m_desk.reset();
        m_database.reset();
    }

    void namesEveryControlOfEachScreen_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("overview") << u"overview"_s << 20;
        QTest::newRow("records") << u"records"_s << 25;
        QTest::newRow("history") << u"history"_s << 20;
        QTest::newRow("moderation") << u"moderation"_s << 40;
    }
    void namesEveryControlOfEachScreen()
    {
        QFETCH(QString, screen);
        QFETCH(int, atLeast);
        m_desk->setScreen(screen);
        waitForData();
        if (screen == "records"_L1) {
            m_desk->showRecord(u"properties"_s, u"5"_s);
            waitForData();
        }
        QStringList unnamed;
        int seen = 0;
        // Delegates that are still being made get their names with their row.
        const bool named = QTest::qWaitFor([&] {
            unnamed.clear();
            seen = 0;
            collectUnnamed(QAccessible::queryAccessibleInterface(m_window), unnamed, seen);
            return unnamed.isEmpty();
        });
        QVERIFY2(seen >= atLeast, qPrintable(u"only %1 controls were found"_s.arg(seen)));
        QVERIFY2(named, qPrintable(unnamed.join(u'\n')));
    }

    void namesEveryControlOfWhatLiesAbove_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("palette") << u"palette"_s << int(Qt::Key_K) << int(Qt::ControlModifier);
        QTest::newRow("keys") << u"keysHelp"_s << int(Qt::Key_F1) << int(Qt::NoModifier);
        QTest::newRow("columns") << u"columnChooser"_s << int(Qt::Key_C)
                                 << int(Qt::ControlModifier | Qt::ShiftModifier);
        QTest::newRow("review") << u"reviewDialog"_s << int(Qt::Key_S) << int(Qt::ControlModifier);
        QTest::newRow("export") << u"exportDialog"_s << int(Qt::Key_E) << int(Qt::ControlModifier);
        QTest::newRow("staff") << u"staffDialog"_s << int(Qt::Key_U) << int(Qt::ControlModifier | Qt::ShiftModifier);
        QTest::newRow("access") << u"accessDialog"_s << 0 << 0;
        QTest::newRow("comparison") << u"compareDialog"_s << 0 << 0;
        QTest::newRow("checks") << u"checksDialog"_s << 0 << 0;
        QTest::newRow("settings of moderation") << u"settingsDialog"_s << 0 << 0;
        QTest::newRow("filters of decisions") << u"decisionFilters"_s << 0 << 0;
        QTest::newRow("several decisions") << u"bulkDialog"_s << 0 << 0;
        QTest::newRow("move-in date") << u"moveInDialog"_s << 0 << 0;
        QTest::newRow("reason") << u"reasonDialog"_s << 0 << 0;
        QTest::newRow("pictures") << u"pictureViewer"_s << 0 << 0;
        QTest::newRow("condition") << u"filterPopup"_s << 0 << 0;
        QTest::newRow("save a view") << u"saveViewDialog"_s << 0 << 0;
        QTest::newRow("menu of a column") << u"columnMenu"_s << 0 << 0;
        QTest::newRow("menu of a row") << u"rowMenu"_s << 0 << 0;
        QTest::newRow("menu of views") << u"viewMenu"_s << 0 << 0;
    }
    void namesEveryControlOfWhatLiesAbove()
    {
        QFETCH(QString, name);
        QFETCH(int, key);
        QFETCH(int, modifiers);
        m_desk->showTable(u"leases"_s);
        waitForData();
        QObject *popup = m_window->findChild<QObject *>(name);
        QVERIFY2(popup, qPrintable(name));
        if (key != 0)
            QTest::keyClick(m_window, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        else
            QVERIFY(QMetaObject::invokeMethod(popup, "open"));
        QTRY_VERIFY(popup->property("opened").toBool());
        QStringList unnamed;
        int seen = 0;
        // Delegates that are still being made get their names with their row.
        const bool named = QTest::qWaitFor([&] {
            unnamed.clear();
            collectUnnamed(QAccessible::queryAccessibleInterface(m_window), unnamed, seen);
            return unnamed.isEmpty();
        });
        QTest::keyClick(m_window, Qt::Key_Escape);
        QVERIFY2(named, qPrintable(unnamed.join(u'\n')));
        QTRY_VERIFY(!popup->property("visible").toBool());
    }

    void resizesColumnsByKeys()
    {
        m_desk->showTable(u"leases"_s);
        waitForData();
        QQuickItem *grid = item(u"recordGrid"_s);
        grid->forceActiveFocus();
        QTest::keyClick(m_window, Qt::Key_Home, Qt::ControlModifier);
        const qreal before = m_desk->browser()->columnWidth(0);
        QTest::keyClick(m_window, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE_GT(m_desk->browser()->columnWidth(0), before);
        QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(m_desk->browser()->columnWidth(0), before);
    }

    void hostileTextIsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("statement") << u"'); DROP TABLE users;--"_s;
        QTest::newRow("quotes") << u"\"' OR ''='"_s;
        QTest::newRow("wildcards") << u"%_\\"_s;
        QTest::newRow("markup") << u"<img src=x onerror=alert(1)><b>Hindi हिन्दी</b>"_s;
    }
    void hostileTextIsText()
    {
        QFETCH(QString, text);
        m_desk->showTable(u"users"_s);
        waitForData();
        m_desk->palette()->setText(text);
        m_desk->tree()->setFilter(text);
        m_desk->browser()->setText(text);
        m_desk->browser()->inspector()->fields()->setFilter(text);
        (void)m_desk->browser()->setFilter(u"full_name"_s, u"contains"_s, {text});
        (void)m_desk->browser()->setFilter(u"id"_s, u"between"_s, {text, text});
        (void)m_desk->browser()->setFilter(u"created_at"_s, u"between"_s, {text, text});
        m_desk->browser()->saveView(text);
        QVERIFY(m_desk->browser()->viewNames().contains(text.trimmed()));
        m_desk->browser()->deleteView(text.trimmed());
        waitForData();
        QTRY_VERIFY(m_desk->browser()->records()->state() != RecordTableModel::State::Loading);
        QCOMPARE(m_desk->browser()->records()->errorText(), QString());
        QCOMPARE(m_desk->browser()->records()->count(), 0);
        m_desk->palette()->setText({});
        m_desk->tree()->setFilter({});
        m_desk->browser()->inspector()->fields()->setFilter({});
        m_desk->browser()->clearFilters();
        QTRY_COMPARE(m_desk->browser()->records()->count(), 220);
        waitForData();
    }

    void reachesScreensTablesAndRowsByKeys()
    {
        QTest::keyClick(m_window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_desk->screen(), u"overview"_s);
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(item(u"paletteField"_s) && item(u"paletteField"_s)->hasActiveFocus());
        for (const char letter : QByteArray("rent charges"))
            QTest::keyClick(m_window, letter);
        QTRY_VERIFY(m_desk->palette()->count() > 0);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(m_desk->browser()->tableName(), u"rent_charges"_s);
        QCOMPARE(m_desk->screen(), u"records"_s);
        waitForData();
        QQuickItem *grid = item(u"recordGrid"_s);
        QVERIFY(grid);
        grid->forceActiveFocus();
        QTest::keyClick(m_window, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(m_window, Qt::Key_Down);
        QTRY_COMPARE(m_desk->browser()->inspector()->state(), RecordInspector::State::Ready);
        QTest::keyClick(m_window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_desk->screen(), u"overview"_s);
    }

    /// A moderator's shift without the mouse: thirty decisions over several queues, one of them called back.
    void decidesAShiftByKeys()
    {
        ModerationDesk &moderation = *m_desk->moderation();
        QTest::keyClick(m_window, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(m_desk->screen(), u"moderation"_s);
        waitForData();
        QTRY_VERIFY(item(u"itemList"_s)->hasActiveFocus() || item(u"itemList"_s)->findChild<QObject *>());
        moderation.setUndoSeconds(6);
        moderation.setBounce(0);
        QTest::keyClick(m_window, Qt::Key_1);
        waitForData();
        const QString first = moderation.evidence()->title();
        QTest::keyClick(m_window, Qt::Key_S, Qt::ShiftModifier);
        QTRY_VERIFY(moderation.consequences()->count() > 0);
        QTest::keyClick(m_window, Qt::Key_S);
        // Whoever is suspended reads why.
        QTRY_VERIFY(item(u"whyField"_s) && item(u"whyField"_s)->hasActiveFocus());
        for (const char letter : QByteArray("rude"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Return);
        QCOMPARE(moderation.waiting()->count(), 1);
        QTRY_VERIFY(item(u"undoBar"_s)->isVisible());
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(moderation.waiting()->count(), 0);
        QTRY_COMPARE(moderation.evidence()->title(), first);

        moderation.setUndoSeconds(0);
        int decided = 0;
        const auto work = [&](Qt::Key queue, Qt::Key decision, const char *words) {
            QTest::keyClick(m_window, queue);
            waitForData();
            while (decided < 30 && moderation.items()->count() > 0) {
                const int before = moderation.items()->count();
                QTest::keyClick(m_window, decision);
                if (words) {
                    QTRY_VERIFY(item(u"whyField"_s) && item(u"whyField"_s)->hasActiveFocus());
                    for (const char letter : QByteArray(words))
                        QTest::keyClick(m_window, letter);
                    QTest::keyClick(m_window, Qt::Key_Return);
                }
                QTRY_COMPARE(moderation.items()->count(), before - 1);
                waitForData();
                ++decided;
            }
        };
        work(Qt::Key_1, Qt::Key_W, nullptr);
        work(Qt::Key_3, Qt::Key_A, nullptr);
        work(Qt::Key_6, Qt::Key_R, "no");
        QCOMPARE(decided, 30);
        QTest::keyClick(m_window, Qt::Key_8);
        waitForData();
        QCOMPARE(moderation.items()->count(), 30);
        QTest::keyClick(m_window, Qt::Key_T);
        QTRY_VERIFY(item(u"whyField"_s));
        QObject *dialog = m_window->findChild<QObject *>(u"reviseDialog"_s);
        QTRY_VERIFY(dialog->property("opened").toBool());
        for (const char letter : QByteArray("slip"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(moderation.items()->count(), 31);
        waitForData();
    }

    /// Several items at once, and the team's rules, without the mouse.
    void decidesSeveralAndChangesARuleByKeys()
    {
        ModerationDesk &moderation = *m_desk->moderation();
        QTest::keyClick(m_window, Qt::Key_4, Qt::ControlModifier);
        waitForData();
        QTRY_VERIFY(item(u"itemList"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_5);
        waitForData();
        const int before = moderation.items()->count();
        QVERIFY(before > 3);
        QTest::keyClick(m_window, Qt::Key_M);
        QTest::keyClick(m_window, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(moderation.items()->markedCount(), 3);
        QTRY_VERIFY(item(u"markedNotice"_s)->isVisible());
        // An action that wants words asks for them first; the dialog has the keys afterwards.
        QObject *dialog = m_window->findChild<QObject *>(u"bulkDialog"_s);
        QTest::keyClick(m_window, Qt::Key_Q);
        QTRY_VERIFY(item(u"whyField"_s) && item(u"whyField"_s)->hasActiveFocus());
        for (const char letter : QByteArray("photo"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_VERIFY(dialog->property("opened").toBool());
        QTRY_VERIFY(item(u"bulkList"_s)->hasActiveFocus());
        QTRY_COMPARE(moderation.bulk()->step(), BulkDecision::Step::Ready);
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_VERIFY(!dialog->property("visible").toBool());
        QCOMPARE(moderation.items()->markedCount(), 3);
        QTRY_VERIFY(item(u"itemList"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_P);
        QTRY_VERIFY(dialog->property("opened").toBool());
        QTRY_COMPARE(moderation.bulk()->step(), BulkDecision::Step::Ready);
        QTRY_VERIFY(item(u"bulkList"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_Down);
        QCOMPARE(moderation.bulk()->current(), 1);
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(moderation.bulk()->step(), BulkDecision::Step::Finished);
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_VERIFY(!dialog->property("visible").toBool());
        waitForData();
        QCOMPARE(moderation.items()->count(), before - 3);
        QTRY_VERIFY(item(u"itemList"_s)->hasActiveFocus());

        QTest::keyClick(m_window, Qt::Key_Comma);
        QObject *settings = m_window->findChild<QObject *>(u"settingsDialog"_s);
        QTRY_VERIFY(settings->property("opened").toBool());
        const auto isFirstRule = [this] {
            const QQuickItem *focused = m_window->activeFocusItem();
            return focused && focused->property("text").toString() == u"Pause the profile"_s;
        };
        for (int i = 0; i < 6 && !isFirstRule(); ++i)
            QTest::keyClick(m_window, Qt::Key_Tab);
        QVERIFY(isFirstRule());
        QTest::keyClick(m_window, Qt::Key_Space);
        QVERIFY(moderation.settings()->isChanged());
        QVERIFY(!moderation.settings()->edit().pausesProfile);
        QSignalSpy written(moderation.settings(), &ModerationSettings::written);
        item(u"settingsReason"_s)->forceActiveFocus();
        for (const char letter : QByteArray("agreed"))
            QTest::keyClick(m_window, letter);
        moderation.settings()->save(u"agreed"_s);
        QTRY_COMPARE(written.count(), 1);
        QTRY_VERIFY(!settings->property("visible").toBool());
        waitForData();
    }

    /// The numbers of moderation, and the rows behind one of them, without the mouse.
    void opensTheRowsBehindANumberByKeys()
    {
        ModerationDesk &moderation = *m_desk->moderation();
        QTest::keyClick(m_window, Qt::Key_4, Qt::ControlModifier);
        waitForData();
        QTRY_VERIFY(item(u"itemList"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_L);
        waitForData();
        QVERIFY(item(u"insightPage"_s)->isVisible());
        QVERIFY(!item(u"itemList"_s)->isVisible());
        QTRY_VERIFY(item(u"insightPeriod"_s)->hasActiveFocus());
        // Keys of the queue decide nothing here.
        QTest::keyClick(m_window, Qt::Key_D);
        QTest::keyClick(m_window, Qt::Key_1);
        QCOMPARE(moderation.waiting()->count(), 0);
        QVERIFY(item(u"insightPage"_s)->isVisible());
        QQuickItem *table = item(u"backlogTable"_s)->findChild<QQuickItem *>(u"figureTable"_s);
        QVERIFY(table);
        for (int i = 0; i < 30 && !table->hasActiveFocus(); ++i)
            QTest::keyClick(m_window, Qt::Key_Tab);
        QVERIFY(table->hasActiveFocus());
        // The last queue has profiles; its first number is all of them.
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(m_window, Qt::Key_Down);
        const int profiles = moderation.insight()->backlog()->rows().last().figures.first().text.toInt();
        QVERIFY(profiles > 0);
        QTest::keyClick(m_window, Qt::Key_Return);
        QVERIFY(!item(u"insightPage"_s)->isVisible());
        waitForData();
        QCOMPARE(moderation.queueIndex(), int(ModerationQueue::Profiles));
        QCOMPARE(moderation.items()->count(), profiles);
        QTRY_VERIFY(item(u"itemList"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_L);
        QVERIFY(item(u"insightPage"_s)->isVisible());
        waitForData();
        QTest::keyClick(m_window, Qt::Key_Escape);
        QVERIFY(!item(u"insightPage"_s)->isVisible());
        waitForData();
    }

    void looksAtPicturesByKeys()
    {
        ModerationDesk &moderation = *m_desk->moderation();
        QTest::keyClick(m_window, Qt::Key_4, Qt::ControlModifier);
        QTest::keyClick(m_window, Qt::Key_5); // somebody has decided all that waited
        waitForData();
        const auto showsShipped = [&moderation] {
            const QStringList pictures = moderation.evidence()->pictures();
            return !pictures.isEmpty() && pictures.constFirst().startsWith("ghar-demo:"_L1);
        };
        for (int row = 0; row < moderation.items()->count() && !showsShipped(); ++row) {
            moderation.select(row);
            waitForData();
        }
        QVERIFY(showsShipped());
        QObject *viewer = m_window->findChild<QObject *>(u"pictureViewer"_s);
        QTest::keyClick(m_window, Qt::Key_V);
        QTRY_VERIFY(viewer->property("opened").toBool());
        QTRY_COMPARE(item(u"largePicture"_s)->property("naturalSize").toSize(), QSize(960, 720));
        QStringList unnamed;
        int seen = 0;
        collectUnnamed(QAccessible::queryAccessibleInterface(m_window), unnamed, seen);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_VERIFY(!viewer->property("visible").toBool());
        QTRY_VERIFY(item(u"itemList"_s)->hasActiveFocus());
        waitForData();
    }

    void editsReviewsAndUndoesByKeys()
    {
        m_desk->showTable(u"faqs"_s);
        waitForData();
        QQuickItem *grid = item(u"recordGrid"_s);
        grid->forceActiveFocus();
        QTest::keyClick(m_window, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(m_window, Qt::Key_F2, Qt::ShiftModifier);
        QObject *editor = m_window->findChild<QObject *>(u"fieldEditor"_s);
        QTRY_VERIFY(editor->property("opened").toBool());
        QStringList unnamed;
        int seen = 0;
        collectUnnamed(QAccessible::queryAccessibleInterface(m_window), unnamed, seen);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        QTest::keyClick(m_window, Qt::Key_A, Qt::ControlModifier);
        for (const char letter : QByteArray("When is rent due"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(m_desk->changes()->count(), 1);
        QTRY_VERIFY(!editor->property("visible").toBool());
        QTRY_VERIFY(grid->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_Down);
        QTest::keyClick(m_window, Qt::Key_Delete);
        QTRY_COMPARE(m_desk->changes()->count(), 2);
        // The tab of deletions is there as long as one is staged.
        QQuickItem *tabs = item(u"reviewTabs"_s);
        QVERIFY(tabs);
        QTRY_COMPARE(tabs->property("count").toInt(), 3);
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_desk->changes()->count(), 1);
        QTRY_COMPARE(tabs->property("count").toInt(), 2);
        QTest::keyClick(m_window, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(item(u"reasonField"_s)->hasActiveFocus());
        for (const char letter : QByteArray("clearer"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(m_desk->changes()->count(), 0);
        QTRY_VERIFY(!m_window->findChild<QObject *>(u"reviewDialog"_s)->property("visible").toBool());
        const auto connection = m_database->open();
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs WHERE question = 'When is rent due'"_s), u"1"_s);
        waitForData();
    }

    void choosesALinkedRowAndWritesLongTextByKeys()
    {
        const auto connection = m_database->open();
        m_desk->showRecord(u"expenses"_s, scalar(*connection, u"SELECT CAST(min(id) AS text) FROM expenses"_s));
        waitForData();
        QTRY_COMPARE(m_desk->browser()->inspector()->state(), RecordInspector::State::Ready);
        QObject *editor = m_window->findChild<QObject *>(u"fieldEditor"_s);
        const auto edit = [this, editor](const QString &field) {
            const int column = columnNamed(field);
            QVERIFY(column >= 0);
            QQuickItem *grid = item(u"recordGrid"_s);
            grid->forceActiveFocus();
            QMetaObject::invokeMethod(grid, "setCurrentCell", Q_ARG(qlonglong, 0), Q_ARG(int, column));
            waitForData();
            QTest::keyClick(m_window, Qt::Key_F2, Qt::ShiftModifier);
            QTRY_VERIFY(editor->property("opened").toBool());
        };
        m_desk->browser()->setColumnShown(u"description"_s, true);
        waitForData();
        edit(u"description"_s);
        QTest::keyClick(m_window, Qt::Key_A, Qt::ControlModifier);
        for (const char letter : QByteArray("Painted"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->changes()->count(), 1);
        QTRY_VERIFY(!editor->property("visible").toBool());
        QCOMPARE(stagedValue(u"description"_s), u"Painted"_s);

        edit(u"property_id"_s);
        // The list stands on the present value.
        QQuickItem *pickList = item(u"pickList"_s);
        QTRY_VERIFY(pickList->property("currentIndex").toInt() >= 0);
        QCOMPARE(m_desk->browser()->picker()->keyAt(pickList->property("currentIndex").toInt()),
                 m_desk->browser()->inspector()->edit()->text());
        const QString before = m_desk->browser()->inspector()->edit()->text();
        const QString wanted = before == "3"_L1 ? u"4"_s : u"3"_s;
        for (const QChar digit : wanted)
            QTest::keyClick(m_window, digit.toLatin1());
        QTest::keyClick(m_window, Qt::Key_Return); // at once, before anything was found
        QTRY_VERIFY(!editor->property("visible").toBool());
        QCOMPARE(stagedValue(u"property_id"_s), wanted);
        m_desk->changes()->discard();
        waitForData();
    }

    void beginsANewRowAtItsFirstColumn()
    {
        m_desk->showTable(u"expenses"_s);
        waitForData();
        m_desk->browser()->setColumnShown(u"id"_s, true);
        waitForData();
        QQuickItem *grid = item(u"recordGrid"_s);
        grid->forceActiveFocus();
        QTest::keyClick(m_window, Qt::Key_End);
        QTest::keyClick(m_window, Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->changes()->count(), 1);
        const int current = grid->property("currentColumn").toInt();
        QCOMPARE(current,
                 m_desk->browser()->bulk()->firstColumnToFill(grid->property("columnOrder").value<QList<int>>()));
        QVERIFY(m_desk->browser()->columnName(current) != "id"_L1);
        m_desk->changes()->discard();
        waitForData();
    }

    void forgetsTheSoughtFieldInAnotherTable()
    {
        m_desk->showRecord(u"faqs"_s, u"1"_s);
        waitForData();
        QQuickItem *field = item(u"fieldSearch"_s);
        QTRY_VERIFY(field->isVisible());
        field->forceActiveFocus();
        for (const char letter : QByteArray("answer"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Return);
        QCOMPARE(m_desk->browser()->inspector()->fields()->filter(), u"answer"_s);
        m_desk->showTable(u"users"_s);
        QCOMPARE(field->property("text").toString(), QString());
        QCOMPARE(m_desk->browser()->inspector()->fields()->filter(), QString());
        waitForData();
    }

    void takesAChangeBackFromTheHistoryByKeys()
    {
        m_desk->showRecord(u"faqs"_s, u"1"_s);
        waitForData();
        QTRY_COMPARE(m_desk->browser()->inspector()->state(), RecordInspector::State::Ready);
        QCOMPARE(m_desk->browser()->inspector()->setField(u"question"_s, u"When is rent due"_s), QString());
        m_desk->changes()->commit(u"clearer"_s);
        QTRY_COMPARE(m_desk->changes()->count(), 0);
        waitForData();
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(item(u"paletteField"_s) && item(u"paletteField"_s)->hasActiveFocus());
        for (const char letter : QByteArray("history"))
            QTest::keyClick(m_window, letter);
        QTRY_VERIFY(m_desk->palette()->count() > 0);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(m_desk->screen(), u"history"_s);
        waitForData();
        QTRY_COMPARE(m_desk->history()->state(), HistoryBrowser::State::Ready);
        QCOMPARE(m_desk->history()->entries()->count(), 1);
        QTRY_VERIFY(item(u"journalList"_s)->hasActiveFocus());
        QStringList unnamed;
        int seen = 0;
        collectUnnamed(QAccessible::queryAccessibleInterface(m_window), unnamed, seen);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        QTest::keyClick(m_window, Qt::Key_M);
        QVERIFY(m_desk->comparison()->isMarked());
        QTest::keyClick(m_window, Qt::Key_C);
        QObject *compare = m_window->findChild<QObject *>(u"compareDialog"_s);
        QTRY_VERIFY(compare->property("opened").toBool());
        QTRY_VERIFY(m_desk->comparison()->values()->count() > 0);
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_VERIFY(!compare->property("visible").toBool());
        QTRY_VERIFY(item(u"journalList"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_Backspace, Qt::ControlModifier);
        QQuickItem *reason = item(u"reasonField"_s);
        QTRY_VERIFY(reason->hasActiveFocus());
        QVERIFY(item(u"newsNotice"_s)->isVisible());
        QVERIFY(item(u"newsNotice"_s)->property("text").toString().startsWith(u"1 row of the change of "_s));
        QVERIFY(reason->property("text").toString().startsWith(u"Takes back the change of "_s));
        // What the person types is theirs, also when the same is staged once more.
        for (const char letter : QByteArray("not clearer"))
            QTest::keyClick(m_window, letter);
        QTest::keyClick(m_window, Qt::Key_Escape);
        QObject *review = m_window->findChild<QObject *>(u"reviewDialog"_s);
        QTRY_VERIFY(!review->property("visible").toBool());
        m_desk->changes()->undo();
        m_desk->history()->undoChange();
        QTRY_VERIFY(reason->hasActiveFocus());
        QCOMPARE(reason->property("text").toString(), u"not clearer"_s);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(m_desk->changes()->count(), 0);
        const auto connection = m_database->open();
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs WHERE question = 'When is rent due'"_s), u"0"_s);
        QTRY_COMPARE(m_desk->history()->entries()->count(), 2);
        waitForData();
    }

    void choosesWhoWorksByKeys()
    {
        QTest::keyClick(m_window, Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(item(u"staffSearch"_s) && item(u"staffSearch"_s)->hasActiveFocus());
        QTRY_VERIFY(m_desk->staff()->count() > 1);
        const QString second = m_desk->staff()->index(1).data(StaffChoice::MemberNameRole).toString();
        QTest::keyClick(m_window, Qt::Key_Down);
        QTest::keyClick(m_window, Qt::Key_Return);
        QTRY_COMPARE(m_desk->staff()->name(), second);
        waitForData();
        m_desk->staff()->chooseNobody();
        waitForData();
        QVERIFY(!m_desk->staff()->isChosen());
    }

    void remembersWhereThePersonHasBeen()
    {
        m_desk->showTable(u"users"_s);
        m_desk->showRows(u"leases"_s, u"owner_id"_s, u"1"_s);
        QCOMPARE(m_desk->browser()->filters()->count(), 1);
        m_desk->goBack();
        QCOMPARE(m_desk->browser()->tableName(), u"users"_s);
        QVERIFY(m_desk->canGoForward());
        m_desk->goForward();
        QCOMPARE(m_desk->browser()->tableName(), u"leases"_s);
        QCOMPARE(m_desk->browser()->filters()->count(), 1);
        waitForData();
    }

    void countsInWholeWords()
    {
        m_desk->showRows(u"users"_s, u"id"_s, u"1"_s);
        QTRY_COMPARE(m_desk->browser()->countText(), u"1 row"_s);
        m_desk->showTable(u"users"_s);
        QTRY_COMPARE(m_desk->browser()->countText(), u"220 rows"_s);
        waitForData();
    }

    void connectionsAreReachedAndNamed()
    {
        QTest::keyClick(m_window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(item(u"connectionList"_s) && item(u"connectionList"_s)->hasActiveFocus());
        QStringList unnamed;
        int seen = 0;
        collectUnnamed(QAccessible::queryAccessibleInterface(m_window), unnamed, seen);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        // To the button for a new one, and back out again, by keys alone.
        QTest::keyClick(m_window, Qt::Key_Tab);
        QTRY_VERIFY(item(u"newConnectionButton"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_Space);
        QTRY_VERIFY(item(u"profileName"_s)->hasActiveFocus());
        QTest::keyClick(m_window, Qt::Key_Escape);
        QTRY_VERIFY(!item(u"connectionList"_s)->isVisible());
    }

    void opensEveryTable()
    {
        for (const LiveTable &table : m_desk->browser()->records()->source()->live->tables) {
            m_desk->showTable(table.table.name);
            QTRY_VERIFY2(m_desk->browser()->records()->state() == RecordTableModel::State::Ready,
                         qPrintable(table.table.name + u": "_s + m_desk->browser()->records()->errorText()));
        }
        waitForData();
    }

    void saysWhyADatabaseCannotBeOpened()
    {
        Desk desk(Clock::pinned(QDate(2026, 11, 22)));
        Profile profile;
        profile.file = QDir::temp().filePath(u"no such file.sqlite"_s);
        desk.open(profile);
        QTRY_COMPARE(desk.connection(), Desk::Connection::Failed);
        QVERIFY(desk.errorText().contains(u"no such file.sqlite"_s));
    }

    void loadsWithoutAWarning() { QVERIFY2(m_warnings.isEmpty(), qPrintable(m_warnings.join(u'\n'))); }
};

QTEST_MAIN(tst_Screens)
#include "tst_screens.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "database/profilestore.h"
#include "support/indianformat.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

Desk::Desk(Clock clock, std::unique_ptr<Keychain> keychain, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_opener(clock, std::move(keychain))
    , m_screen(u"overview"_s)
    , m_pictures(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/pictures"_s)
    , m_access(clock)
    , m_changes(clock)
    , m_journal(clock, m_changes, m_comparison)
    , m_moderation(clock, m_changes)
    , m_import(clock)
    , m_browser(clock)
{
    connect(&m_opener, &DatabaseOpener::profileChanged, this, &Desk::takeProfile);
    connect(&m_opener, &DatabaseOpener::closing, this, &Desk::leaveDatabase);
    connect(&m_opener, &DatabaseOpener::opened, this, &Desk::takeDatabase);
    connect(&m_opener, &DatabaseOpener::remarked, this, &Desk::remarked);
    connect(&m_opener, &DatabaseOpener::stateChanged, this, [this] {
        emit connectionChanged();
        if (m_opener.state() == DatabaseOpener::State::Open)
            startWork();
    });
    connect(&m_staff, &StaffChoice::choiceMade, this, [this] {
        m_opener.setStaff({});
        m_opener.retry();
    });
    connect(&m_journal, &HistoryBrowser::remarked, this, &Desk::remarked);
    connect(&m_access, &WriteAccess::permissionChanged, this, &Desk::applyAccess);
    connect(&m_access, &WriteAccess::journalMade, &m_opener, &DatabaseOpener::retry);
    m_profileEditor.setKeychain(m_opener.keychain());
    connect(&m_profileEditor, &ProfileEditor::saved, &m_connections, &ConnectionListModel::reload);
    connect(&m_profileEditor, &ProfileEditor::keychainFailed, this, &Desk::remarked);
    m_browser.setChanges(m_changes.set());
    connect(&m_changes, &StagedChanges::remarked, this, &Desk::remarked);
    connect(&m_changes, &StagedChanges::committed, this, [this](const QString &sentence) {
        reload();
        emit remarked(sentence);
    });
    connect(&m_import, &RowImport::imported, this, [this](const QString &sentence) {
        reload();
        emit remarked(sentence);
    });
    connect(&m_moderation, &ModerationDesk::failed, this, &Desk::remarked);
    connect(m_moderation.insight(), &InsightBoard::remarked, this, &Desk::remarked);
    connect(m_moderation.insight(), &InsightBoard::recordsWanted, this, &Desk::showFiltered);
    const QSettings settings;
    m_themeMode = settings.value(u"window/theme"_s, u"system"_s).toString();
    m_compact = settings.value(u"window/compact"_s, true).toBool();
    m_palette.setCommands({
        {u"screen"_s, u"overview"_s, tr("Overview"), u"layout-dashboard"_s, u"Ctrl+1"_s},
        {u"screen"_s, u"records"_s, tr("Records"), u"table"_s, u"Ctrl+2"_s},
        {u"screen"_s, u"history"_s, tr("History"), u"history"_s, u"Ctrl+3"_s},
        {u"screen"_s, u"moderation"_s, tr("Moderation"), u"shield-check"_s, u"Ctrl+4"_s},
        {u"action"_s, u"connections"_s, tr("Connections…"), u"database"_s, u"Ctrl+Shift+O"_s},
        {u"action"_s, u"staff"_s, tr("Who works here…"), u"user"_s, u"Ctrl+Shift+U"_s},
        {u"action"_s, u"review"_s, tr("Review changes"), u"list-checks"_s, u"Ctrl+S"_s},
        {u"action"_s, u"reload"_s, tr("Reload"), u"refresh-cw"_s, u"F5"_s},
        {u"action"_s, u"theme-light"_s, tr("Light theme"), u"sun"_s, {}},
        {u"action"_s, u"theme-dark"_s, tr("Dark theme"), u"moon"_s, {}},
        {u"action"_s, u"theme-system"_s, tr("Follow the system's theme"), u"monitor"_s, {}},
        {u"action"_s, u"density"_s, tr("Change row height"), u"list"_s, {}},
        {u"action"_s, u"reveal"_s, tr("Show or mask personal values"), u"eye"_s, u"Ctrl+Shift+M"_s},
        {u"action"_s, u"keys"_s, tr("Keys of this screen"), u"keyboard"_s, u"F1"_s},
    });
    qApp->installEventFilter(this);
}

Desk::~Desk()
{
    m_changes.setSession(nullptr, {});
    m_import.setSession(nullptr, {});
    m_moderation.setSession(nullptr, {});
    m_journal.setDatabase(nullptr, nullptr);
    m_comparison.setSession(nullptr);
    m_browser.setSession(nullptr);
    m_palette.setSession(nullptr);
}

bool Desk::eventFilter(QObject *watched, QEvent *event)
{
    // Qt 6.4 tells a change of the system's colours only by its palette.
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && m_themeMode == "system"_L1)
        emit themeChanged();
    return QObject::eventFilter(watched, event);
}

void Desk::takeProfile()
{
    m_access.forgetPermission();
    m_environment = environmentOf(m_opener.profile(), m_opener.isDemo());
    const QString &name = m_opener.profile().name;
    m_connections.setCurrent(m_opener.isDemo()                 ? std::optional(QString())
                                 : ProfileStore::profile(name) ? std::optional(name)
                                                               : std::nullopt);
}

LiveSchemaPtr Desk::schema() const
{
    return session() ? session()->schema() : nullptr;
}

void Desk::openDemo()
{
    forgetPlaces();
    m_opener.openDemo();
}

void Desk::openProfile(const QString &name)
{
    if (!ProfileStore::profile(name)) {
        emit remarked(tr("There is no connection %1 any more.").arg(name));
        return;
    }
    forgetPlaces();
    (void)m_opener.openProfile(name);
}

void Desk::forgetPlaces()
{
    // Where this person has been is of another database.
    m_history.clear();
    m_place = -1;
    emit historyChanged();
}

void Desk::enterPassword(const QString &password, bool keep)
{
    m_opener.enterPassword(password, keep);
}

void Desk::removeProfile(const QString &name)
{
    m_opener.forget(name);
    m_connections.reload();
}

void Desk::leaveDatabase()
{
    ++m_generation;
    m_changes.setSession(nullptr, {});
    m_import.setSession(nullptr, {});
    m_moderation.setSession(nullptr, {});
    m_staff.setDatabase(nullptr, nullptr);
    m_access.setDatabase(nullptr, nullptr, m_environment);
    m_journal.setDatabase(nullptr, nullptr);
    m_comparison.setSession(nullptr);
    m_browser.setSession(nullptr);
    m_palette.setSession(nullptr);
    m_tree.setSchema({});
    m_modules.setSchema({});
    m_latestChanges.setChanges({}, {}, {});
    m_notice.clear();
}

void Desk::takeDatabase(const OpenedDatabase &opened)
{
    QStringList notices = opened.notices;
    if (!opened.staffProblem.isEmpty())
        notices.append(opened.staffProblem);
    m_notice = notices.join(u' ');
    m_environment = environmentOf(m_opener.profile(), opened.schema->isDemo);
    // In a demo everybody is made up; elsewhere values of persons are shown on purpose only.
    m_revealed = m_environment == Environment::Demo;
    emit revealedChanged();
    m_tree.setSchema(opened.schema);
    m_modules.setSchema(opened.schema);
    m_palette.setSession(session());
    m_browser.setSession(session());
    m_staff.setDatabase(session(), &opened);
    m_access.setDatabase(session(), &opened, m_environment);
    m_journal.setDatabase(session(), &opened);
    m_comparison.setSession(session());
    applyAccess();
    applyPrivacy();
}

void Desk::startWork()
{
    if (m_history.isEmpty())
        visit(placeOn(m_screen));
    else
        go(m_history.at(m_place));
    readOverview();
}

void Desk::readOverview()
{
    if (!schema())
        return;
    m_overviewJobs = 2;
    m_overviewError.clear();
    emit overviewChanged();
    const quint64 generation = m_generation;
    session()
        ->counter()
        .run([live = schema()](Ghar::Connection &connection) { return readTableCounts(connection, *live); })
        .then(this, [this, generation](const Result<QHash<QString, TableCount>> &counts) {
            if (generation != m_generation)
                return;
            --m_overviewJobs;
            if (counts) {
                m_counts = *counts;
                m_tree.setCounts(*counts);
                m_modules.setCounts(*counts);
            } else {
                m_overviewError = counts.error().userText;
            }
            emit overviewChanged();
        });
    session()
        ->details()
        .run([live = schema()](Ghar::Connection &connection) { return readLatestChanges(connection, *live, 40); })
        .then(this, [this, generation](const Result<QList<LatestChange>> &changes) {
            if (generation != m_generation)
                return;
            --m_overviewJobs;
            if (changes)
                m_latestChanges.setChanges(schema(), *changes, m_clock.now());
            else
                m_overviewError = changes.error().userText;
            emit overviewChanged();
        });
}

void Desk::reload()
{
    if (connection() == Connection::Failed) {
        retry();
        return;
    }
    m_browser.reload();
    // Read when it is looked at, or anew where it was read before.
    if (m_screen == "history"_L1 || m_journal.state() == HistoryBrowser::State::Ready)
        m_journal.reload();
    if (m_screen == "moderation"_L1 || m_moderation.state() == ModerationDesk::State::Ready)
        m_moderation.reload();
    readOverview();
}

void Desk::visit(const Place &place)
{
    go(place);
    if (m_place >= 0 && m_history.at(m_place) == place)
        return;
    m_history.resize(m_place + 1);
    m_history.append(place);
    ++m_place;
    emit historyChanged();
}

void Desk::go(const Place &place)
{
    m_screen = place.screen;
    if (m_screen == "history"_L1)
        m_journal.activate();
    if (m_screen == "moderation"_L1)
        m_moderation.activate();
    else
        m_moderation.deactivate();
    m_palette.setCurrentTable(place.table);
    if (!place.table.isEmpty()) {
        if (!place.key.isEmpty())
            m_browser.openRecord(place.table, place.key);
        else if (!place.filters.isEmpty())
            m_browser.openWhere(place.table, place.filters);
        else if (m_browser.tableName() != place.table || m_browser.filters()->count() > 0)
            m_browser.open(place.table);
    }
    emit screenChanged();
}

void Desk::setScreen(const QString &screen)
{
    if (screen == m_screen)
        return;
    visit(placeOn(screen));
}

Desk::Place Desk::placeOn(const QString &screen) const
{
    QString table;
    if (screen == "records"_L1) {
        table = m_browser.tableName();
        if (table.isEmpty())
            table = QSettings().value(u"window/lastTable"_s, u"users"_s).toString();
    }
    return {screen, table, {}, {}};
}

void Desk::showTable(const QString &table)
{
    QSettings().setValue(u"window/lastTable"_s, table);
    visit({u"records"_s, table, {}, {}});
}

void Desk::showRows(const QString &table, const QString &column, const QString &value)
{
    showFiltered(table, {{column, Filter::Op::Equals, {Value(value)}}});
}

void Desk::showFiltered(const QString &table, const QList<Filter> &filters)
{
    visit({u"records"_s, table, filters, {}});
}

void Desk::showRecord(const QString &table, const QString &key)
{
    visit({u"records"_s, table, {}, key});
}

void Desk::showLinked(const QString &table, const QString &fromTable, const QString &fromColumn, const QString &value)
{
    const LiveTable *from = schema() ? schema()->table(fromTable) : nullptr;
    const LiveTable *to = schema() ? schema()->table(table) : nullptr;
    if (!from || !to)
        return;
    QString target;
    if (const ForeignKey *key = from->table.foreignKeyOf(fromColumn))
        target = key->refColumns.value(0);
    for (const LooseReference &reference : from->table.looseReferences) {
        if (reference.column == fromColumn)
            target = reference.refColumn;
    }
    if (to->table.primaryKey == QStringList{target})
        showRecord(table, value);
    else
        showRows(table, target, value);
}

void Desk::showHistory(const QString &table, const QString &key)
{
    m_journal.showRow(table, key);
    visit({u"history"_s, {}, {}, {}});
}

void Desk::showHistoryOfPerson(const QString &userId)
{
    m_journal.showPerson(userId);
    visit({u"history"_s, {}, {}, {}});
}

void Desk::showView(const QString &table, const QString &view)
{
    visit({u"records"_s, table, {}, {}});
    m_browser.applyView(view);
}

void Desk::goBack()
{
    if (!canGoBack())
        return;
    go(m_history.at(--m_place));
    emit historyChanged();
}

void Desk::goForward()
{
    if (!canGoForward())
        return;
    go(m_history.at(++m_place));
    emit historyChanged();
}

void Desk::copyText(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
}

void Desk::dismissNotice()
{
    m_notice.clear();
    emit connectionChanged();
}

void Desk::openUrl(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const bool isWebPage = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (!isWebPage || !QDesktopServices::openUrl(url))
        emit remarked(tr("This address cannot be opened: %1").arg(address.left(120)));
}

QVariant Desk::remembered(const QString &key, const QVariant &fallback) const
{
    return QSettings().value(u"window/"_s + key, fallback);
}

QPoint Desk::rememberedPlace() const
{
    const QSettings settings;
    const QPoint place(settings.value(u"window/x"_s, -1).toInt(), settings.value(u"window/y"_s, -1).toInt());
    // A screen that was taken away must not take the window with it: some of the title row has to be within reach.
    const bool isReachable = place.x() >= 0 && place.y() >= 0 && QGuiApplication::screenAt(place + QPoint(100, 20));
    return isReachable ? place : QPoint(-1, -1);
}

void Desk::remember(const QString &key, const QVariant &value)
{
    QSettings().setValue(u"window/"_s + key, value);
}

bool Desk::isBusy() const
{
    if (connection() == Connection::Preparing || connection() == Connection::Connecting || m_overviewJobs > 0)
        return true;
    if (m_pictures.isBusy())
        return true;
    if (!session())
        return false;
    if (m_journal.isBusy() || m_moderation.isBusy())
        return true;
    return session()->reader().pendingCount() + session()->counter().pendingCount()
        + session()->details().pendingCount()
        > 0;
}

void Desk::overrideTheme(bool dark)
{
    m_darkOverride = dark;
    emit themeChanged();
}

bool Desk::isDark() const
{
    if (m_darkOverride)
        return *m_darkOverride;
    if (m_themeMode == "system"_L1)
        return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return m_themeMode == "dark"_L1;
}

void Desk::setThemeMode(const QString &mode)
{
    m_darkOverride.reset();
    m_themeMode = mode;
    QSettings().setValue(u"window/theme"_s, mode);
    emit themeChanged();
}

void Desk::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    QSettings().setValue(u"window/compact"_s, compact);
    emit themeChanged();
}

void Desk::setRevealed(bool revealed)
{
    if (revealed == m_revealed)
        return;
    m_revealed = revealed;
    applyPrivacy();
    emit revealedChanged();
}

void Desk::applyPrivacy()
{
    const Privacy privacy = m_revealed ? Privacy::Revealed : Privacy::Masked;
    m_browser.setPrivacy(privacy);
    m_palette.setPrivacy(privacy);
    m_changes.setPrivacy(privacy);
    m_journal.setPrivacy(privacy);
    m_moderation.setPrivacy(privacy);
    m_staff.setPrivacy(privacy);
    m_comparison.setPrivacy(privacy);
    m_latestChanges.setPrivacy(privacy);
}

void Desk::applyAccess()
{
    m_changes.setStaff(m_staff.member(), m_staff.isNeeded());
    m_changes.setSession(session(), m_access.sentence());
    m_import.setStaff(m_staff.member(), m_staff.isNeeded());
    m_import.setSession(session(), m_access.sentence());
    m_moderation.setStaff(m_staff.member(), m_staff.isNeeded());
    m_moderation.setSession(session(), m_access.sentence());
}

QString Desk::connectionText() const
{
    if (m_opener.profile().kind == Profile::Kind::Sqlite && !m_opener.isDemo()
        && m_opener.profile().name == m_opener.profile().file)
        return QFileInfo(m_opener.profile().file).fileName();
    return m_opener.profile().name;
}

QString Desk::environment() const
{
    return environmentName(m_environment);
}

QString Desk::server() const
{
    return schema() ? schema()->server : QString();
}

QString Desk::totalRows() const
{
    TableCount total;
    for (const TableCount &count : m_counts) {
        total.rows += count.rows;
        total.exact = total.exact && count.exact;
    }
    if (m_counts.isEmpty())
        return {};
    // The number is put in here, because %n knows neither lakhs nor estimates.
    return tr("%n row(s)", nullptr, int(qMin<qint64>(total.rows, std::numeric_limits<int>::max())))
        .replace(QString::number(total.rows), rowCountText(total.rows, total.exact));
}

int Desk::tableCount() const
{
    return schema() ? int(schema()->tables.size()) : 0;
}

int Desk::missingTableCount() const
{
    if (!schema())
        return 0;
    const LiveSchema &live = *schema();
    return int(std::count_if(live.missingTables.cbegin(), live.missingTables.cend(),
                             [&live](const QString &name) { return !live.catalogue->table(name)->beyondOrm; }));
}

} // namespace Ghar

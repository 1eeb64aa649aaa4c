// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "database/initializer.h"
#include "database/profilestore.h"
#include "schema/schemareader.h"
#include "support/indianformat.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QPointer>
#include <QScreen>
#include <QSettings>
#include <QUrl>
#include <QtConcurrent>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

Desk::Desk(Clock clock, std::unique_ptr<Keychain> keychain, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_keychain(keychain ? std::move(keychain) : Keychain::system())
    , m_screen(u"overview"_s)
    , m_changes(clock)
    , m_browser(clock)
{
    m_profileEditor.setKeychain(m_keychain.get());
    connect(&m_profileEditor, &ProfileEditor::saved, &m_connections, &ConnectionListModel::reload);
    connect(&m_profileEditor, &ProfileEditor::keychainFailed, this, &Desk::remarked);
    m_browser.setChanges(m_changes.set());
    connect(&m_changes, &StagedChanges::remarked, this, &Desk::remarked);
    connect(&m_changes, &StagedChanges::committed, this, [this](const QString &sentence) {
        reload();
        emit remarked(sentence);
    });
    const QSettings settings;
    m_themeMode = settings.value(u"window/theme"_s, u"system"_s).toString();
    m_compact = settings.value(u"window/compact"_s, true).toBool();
    m_palette.setCommands({
        {u"screen"_s, u"overview"_s, tr("Overview"), u"layout-dashboard"_s, u"Ctrl+1"_s},
        {u"screen"_s, u"records"_s, tr("Records"), u"table"_s, u"Ctrl+2"_s},
        {u"action"_s, u"connections"_s, tr("Connections…"), u"database"_s, u"Ctrl+Shift+O"_s},
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

void Desk::open(const Profile &profile)
{
    m_profile = profile;
    m_passwordToKeep.clear();
    m_environment = environmentOf(profile, isDemo());
    m_connections.setCurrent(isDemo()                                  ? std::optional(QString())
                                 : ProfileStore::profile(profile.name) ? std::optional(profile.name)
                                                                       : std::nullopt);
    retry();
}

bool Desk::isDemo() const
{
    return m_profile.kind == Profile::Kind::Sqlite && !m_demo.file.isEmpty() && m_profile.file == m_demo.file;
}

void Desk::openDemo()
{
    QSettings().remove(u"window/lastProfile"_s);
    forgetPlaces();
    open(m_demo);
}

void Desk::openProfile(const QString &name)
{
    const std::optional<Profile> saved = ProfileStore::profile(name);
    if (!saved) {
        emit remarked(tr("There is no connection %1 any more.").arg(name));
        return;
    }
    QSettings().setValue(u"window/lastProfile"_s, name);
    forgetPlaces();
    open(*saved);
}

void Desk::forgetPlaces()
{
    // Where this person has been is of another database.
    m_history.clear();
    m_place = -1;
    emit historyChanged();
}

void Desk::openLast()
{
    const QString last = QSettings().value(u"window/lastProfile"_s).toString();
    if (!last.isEmpty() && ProfileStore::profile(last))
        openProfile(last);
    else
        openDemo();
}

void Desk::enterPassword(const QString &password, bool keep)
{
    m_profile.password = password;
    m_passwordToKeep = keep ? password : QString();
    retry();
}

void Desk::removeProfile(const QString &name)
{
    ProfileStore::remove(name);
    m_keychain->remove(name, [](const Result<void> &) {});
    m_connections.reload();
}

void Desk::retry()
{
    const quint64 generation = ++m_generation;
    m_changes.setSession(nullptr, {});
    m_browser.setSession(nullptr);
    m_palette.setSession(nullptr);
    m_tree.setSchema({});
    m_modules.setSchema({});
    m_latestChanges.setChanges({}, {}, {});
    m_session.reset();
    m_notice.clear();
    if (isDemo() && !QFileInfo::exists(m_profile.file)) {
        makeDemo();
        return;
    }
    const bool asksKeychain = m_profile.kind == Profile::Kind::Postgres && m_profile.password.isEmpty() && isSaved();
    if (!asksKeychain) {
        connectSession();
        return;
    }
    setConnection(Connection::Connecting);
    m_keychain->read(m_profile.name, [self = QPointer(this), generation](const Result<QString> &password) {
        if (!self || self->m_generation != generation)
            return;
        if (password)
            self->m_profile.password = *password;
        self->connectSession();
    });
}

void Desk::makeDemo()
{
    setConnection(Connection::Preparing);
    const quint64 generation = m_generation;
    Answer<Result<InitReport>> made(
        QtConcurrent::run([profile = m_profile, today = m_clock.today()]() -> Result<InitReport> {
            QDir().mkpath(QFileInfo(profile.file).absolutePath());
            Result<std::unique_ptr<Ghar::Connection>> connection = Ghar::Connection::open(profile, Access::ReadWrite);
            if (!connection)
                return connection.error();
            return initializeDatabase(**connection, platformSchema(), DemoRequest{1, today});
        }));
    made.then(this, [this, generation](const Result<InitReport> &report) {
        if (generation != m_generation)
            return;
        if (!report) {
            QFile::remove(m_profile.file);
            setConnection(Connection::Failed, report.error());
            return;
        }
        connectSession();
    });
}

void Desk::connectSession()
{
    setConnection(Connection::Connecting);
    m_session = std::make_unique<DatabaseSession>(m_profile);
    m_session->open(m_clock.now()).then(this, [this, generation = m_generation](const Result<OpenedDatabase> &opened) {
        if (generation == m_generation)
            takeDatabase(opened);
    });
}

void Desk::takeDatabase(const Result<OpenedDatabase> &opened)
{
    if (!opened) {
        const bool wantsPassword =
            opened.error().kind == ErrorKind::Authentication && m_profile.kind == Profile::Kind::Postgres;
        m_passwordToKeep.clear();
        setConnection(wantsPassword ? Connection::NeedsPassword : Connection::Failed, opened.error());
        return;
    }
    if (!m_passwordToKeep.isEmpty() && isSaved()) {
        m_keychain->write(m_profile.name, std::exchange(m_passwordToKeep, {}),
                          [self = QPointer(this)](const Result<void> &done) {
                              if (self && !done)
                                  emit self->remarked(done.error().userText);
                          });
    }
    m_notice = opened->notices.join(u' ');
    const LiveSchemaPtr &schema = opened->schema;
    m_environment = environmentOf(m_profile, schema->isDemo);
    // In a demo everybody is made up; elsewhere values of persons are shown on purpose only.
    m_revealed = m_environment == Environment::Demo;
    emit revealedChanged();
    m_session->setSchema(schema);
    m_tree.setSchema(schema);
    m_modules.setSchema(schema);
    m_palette.setSession(m_session.get());
    m_browser.setSession(m_session.get());
    m_changes.setSession(m_session.get(), whyReadOnly());
    applyPrivacy();
    setConnection(Connection::Open);
    if (m_history.isEmpty())
        visit(placeOn(m_screen));
    else
        go(m_history.at(m_place));
    readOverview();
}

void Desk::setConnection(Connection state, const Error &error)
{
    m_connection = state;
    m_error = error;
    emit connectionChanged();
}

void Desk::readOverview()
{
    if (!m_session || !m_session->schema())
        return;
    m_overviewJobs = 2;
    m_overviewError.clear();
    emit overviewChanged();
    const quint64 generation = m_generation;
    m_session->counter()
        .run([live = m_session->schema()](Ghar::Connection &connection) { return readTableCounts(connection, *live); })
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
    m_session->details()
        .run([live = m_session->schema()](Ghar::Connection &connection) {
            return readLatestChanges(connection, *live, 40);
        })
        .then(this, [this, generation](const Result<QList<LatestChange>> &changes) {
            if (generation != m_generation)
                return;
            --m_overviewJobs;
            if (changes)
                m_latestChanges.setChanges(m_session->schema(), *changes, m_clock.now());
            else
                m_overviewError = changes.error().userText;
            emit overviewChanged();
        });
}

void Desk::reload()
{
    if (m_connection == Connection::Failed) {
        retry();
        return;
    }
    m_browser.reload();
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
    m_palette.setCurrentTable(place.table);
    if (!place.table.isEmpty()) {
        if (!place.key.isEmpty())
            m_browser.openRecord(place.table, place.key);
        else if (!place.column.isEmpty())
            m_browser.openWhere(place.table, place.column, place.value);
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
    return {screen, table, {}, {}, {}};
}

void Desk::showTable(const QString &table)
{
    QSettings().setValue(u"window/lastTable"_s, table);
    visit({u"records"_s, table, {}, {}, {}});
}

void Desk::showRows(const QString &table, const QString &column, const QString &value)
{
    visit({u"records"_s, table, column, value, {}});
}

void Desk::showRecord(const QString &table, const QString &key)
{
    visit({u"records"_s, table, {}, {}, key});
}

void Desk::showLinked(const QString &table, const QString &fromTable, const QString &fromColumn, const QString &value)
{
    const LiveTable *from = m_session && m_session->schema() ? m_session->schema()->table(fromTable) : nullptr;
    const LiveTable *to = m_session && m_session->schema() ? m_session->schema()->table(table) : nullptr;
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

void Desk::showView(const QString &table, const QString &view)
{
    visit({u"records"_s, table, {}, {}, {}});
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
    if (m_connection == Connection::Preparing || m_connection == Connection::Connecting || m_overviewJobs > 0)
        return true;
    if (!m_session)
        return false;
    return m_session->reader().pendingCount() + m_session->counter().pendingCount()
        + m_session->details().pendingCount()
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
    m_latestChanges.setPrivacy(privacy);
}

QString Desk::whyReadOnly() const
{
    if (m_environment == Environment::Production)
        return tr("Production is opened read-only.");
    if (m_session->schema()->deskVersion == 0)
        return tr("This database has no journal of the desk, and nothing is changed without one.");
    if (m_profile.kind == Profile::Kind::Sqlite && !QFileInfo(m_profile.file).isWritable())
        return tr("You may not write to this file.");
    return {};
}

QString Desk::connectionText() const
{
    if (m_profile.kind == Profile::Kind::Sqlite && !isDemo() && m_profile.name == m_profile.file)
        return QFileInfo(m_profile.file).fileName();
    return m_profile.name;
}

bool Desk::isSaved() const
{
    return ProfileStore::profile(m_profile.name).has_value();
}

QString Desk::environment() const
{
    return environmentName(m_environment);
}

QString Desk::server() const
{
    return m_session && m_session->schema() ? m_session->schema()->server : QString();
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
    return m_session && m_session->schema() ? int(m_session->schema()->tables.size()) : 0;
}

int Desk::missingTableCount() const
{
    if (!m_session || !m_session->schema())
        return 0;
    const LiveSchema &live = *m_session->schema();
    return int(std::count_if(live.missingTables.cbegin(), live.missingTables.cend(),
                             [&live](const QString &name) { return !live.catalogue->table(name)->beyondOrm; }));
}

} // namespace Ghar

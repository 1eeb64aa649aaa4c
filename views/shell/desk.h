// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectionlistmodel.h"
#include "core/clock.h"
#include "core/result.h"
#include "databaseopener.h"
#include "history/comparison.h"
#include "history/historybrowser.h"
#include "latestchangesmodel.h"
#include "media/picturestore.h"
#include "moderation/moderationdesk.h"
#include "moduleoverviewmodel.h"
#include "palettemodel.h"
#include "profileeditor.h"
#include "records/stagedchanges.h"
#include "records/tablebrowser.h"
#include "staffchoice.h"
#include "tabletreemodel.h"
#include "transfer/rowimport.h"
#include "writeaccess.h"

#include <QObject>
#include <QPoint>
#include <QQmlEngine>

#include <memory>

namespace Ghar {

/// The program behind the window: the open database, the screen that is shown, where the person has been, and what
/// all screens share. Created by main() and given to the shell.
class Desk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Created by the program")
    Q_PROPERTY(Connection connection READ connection NOTIFY connectionChanged)
    Q_PROPERTY(QString connectionText READ connectionText NOTIFY connectionChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY connectionChanged)
    Q_PROPERTY(QString errorDetail READ errorDetail NOTIFY connectionChanged)
    Q_PROPERTY(QString environment READ environment NOTIFY connectionChanged)
    Q_PROPERTY(QString server READ server NOTIFY connectionChanged)
    Q_PROPERTY(QString notice READ notice NOTIFY connectionChanged)
    Q_PROPERTY(bool saved READ isSaved NOTIFY connectionChanged)
    Q_PROPERTY(QString screen READ screen WRITE setScreen NOTIFY screenChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY historyChanged)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY historyChanged)
    Q_PROPERTY(bool revealed READ isRevealed WRITE setRevealed NOTIFY revealedChanged)
    Q_PROPERTY(QString themeMode READ themeMode WRITE setThemeMode NOTIFY themeChanged)
    Q_PROPERTY(bool dark READ isDark NOTIFY themeChanged)
    Q_PROPERTY(bool compact READ isCompact WRITE setCompact NOTIFY themeChanged)
    Q_PROPERTY(bool overviewLoading READ isOverviewLoading NOTIFY overviewChanged)
    Q_PROPERTY(QString overviewError READ overviewError NOTIFY overviewChanged)
    Q_PROPERTY(QString totalRows READ totalRows NOTIFY overviewChanged)
    Q_PROPERTY(int tableCount READ tableCount NOTIFY connectionChanged)
    Q_PROPERTY(int missingTableCount READ missingTableCount NOTIFY connectionChanged)
    Q_PROPERTY(Ghar::TableBrowser *browser READ browser CONSTANT)
    Q_PROPERTY(Ghar::StagedChanges *changes READ changes CONSTANT)
    Q_PROPERTY(Ghar::HistoryBrowser *history READ history CONSTANT)
    Q_PROPERTY(Ghar::ModerationDesk *moderation READ moderation CONSTANT)
    Q_PROPERTY(Ghar::PictureStore *pictures READ pictures CONSTANT)
    Q_PROPERTY(Ghar::RowImport *rowImport READ rowImport CONSTANT)
    Q_PROPERTY(Ghar::Comparison *comparison READ comparison CONSTANT)
    Q_PROPERTY(Ghar::StaffChoice *staff READ staff CONSTANT)
    Q_PROPERTY(Ghar::WriteAccess *access READ access CONSTANT)
    Q_PROPERTY(Ghar::TableTreeModel *tree READ tree CONSTANT)
    Q_PROPERTY(Ghar::PaletteModel *palette READ palette CONSTANT)
    Q_PROPERTY(Ghar::LatestChangesModel *latestChanges READ latestChanges CONSTANT)
    Q_PROPERTY(Ghar::ModuleOverviewModel *modules READ modules CONSTANT)
    Q_PROPERTY(Ghar::ConnectionListModel *connections READ connections CONSTANT)
    Q_PROPERTY(Ghar::ProfileEditor *profileEditor READ profileEditor CONSTANT)

public:
    /// The states of the opener, for QML.
    enum class Connection {
        Closed = int(DatabaseOpener::State::Closed),
        Preparing = int(DatabaseOpener::State::Preparing),
        Connecting = int(DatabaseOpener::State::Connecting),
        NeedsPassword = int(DatabaseOpener::State::NeedsPassword),
        Open = int(DatabaseOpener::State::Open),
        Failed = int(DatabaseOpener::State::Failed)
    };
    Q_ENUM(Connection)

    /// Without a keychain the system's is used.
    explicit Desk(Clock clock, std::unique_ptr<Keychain> keychain = nullptr, QObject *parent = nullptr);
    ~Desk() override;

    /// Where the demo database is; it is made when it is opened for the first time.
    void setDemo(const Profile &profile) { m_opener.setDemo(profile); }
    /// Works as this member of staff instead of the remembered one.
    void setStaff(const Value &staffId) { m_opener.setStaff(staffId); }
    /// Opens the database of the profile; closes the present one first.
    void open(const Profile &profile) { m_opener.open(profile); }
    Q_INVOKABLE void openDemo();
    /// Opens a saved profile; the keychain is asked for its password.
    Q_INVOKABLE void openProfile(const QString &name);
    /// Opens the profile that was open last, or the demo.
    void openLast() { m_opener.openLast(); }
    /// Answers Connection::NeedsPassword. With `keep` the password goes to the keychain once the server has taken it.
    Q_INVOKABLE void enterPassword(const QString &password, bool keep);
    Q_INVOKABLE void removeProfile(const QString &name);
    Q_INVOKABLE void retry() { m_opener.retry(); }

    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goForward();
    /// Shows a table on the Records screen.
    Q_INVOKABLE void showTable(const QString &table);
    /// Shows the rows of a table that have a value in a column.
    Q_INVOKABLE void showRows(const QString &table, const QString &column, const QString &value);
    /// Shows the rows of a table that all filters let through.
    void showFiltered(const QString &table, const QList<Filter> &filters);
    /// Shows one row of a table, selected, with the inspector.
    Q_INVOKABLE void showRecord(const QString &table, const QString &key);
    /// Shows the row that a field of another row refers to; `value` need not be the primary key there.
    Q_INVOKABLE void showLinked(const QString &table, const QString &fromTable, const QString &fromColumn,
                                const QString &value);
    /// Shows what the journal has of one row; of all rows of the table without a key.
    Q_INVOKABLE void showHistory(const QString &table, const QString &key);
    /// Shows what a user did as a member of staff, and what was done to the user's own row.
    Q_INVOKABLE void showHistoryOfPerson(const QString &userId);
    Q_INVOKABLE void showView(const QString &table, const QString &view);
    /// Reads everything that is shown again.
    Q_INVOKABLE void reload();
    /// The person has read the notice.
    Q_INVOKABLE void dismissNotice();
    Q_INVOKABLE void copyText(const QString &text) const;
    /// Opens an address from a record in the browser: web pages only, and only because the person asked for it.
    Q_INVOKABLE void openUrl(const QString &address);
    /// A remembered value of the window's arrangement.
    Q_INVOKABLE QVariant remembered(const QString &key, const QVariant &fallback) const;
    /// Where the window was, when that is still on a screen; otherwise -1, -1.
    Q_INVOKABLE QPoint rememberedPlace() const;
    Q_INVOKABLE void remember(const QString &key, const QVariant &value);

    /// True while anything is being read, for pictures.
    [[nodiscard]] bool isBusy() const;
    /// Pins the theme for this run without remembering it.
    void overrideTheme(bool dark);

    [[nodiscard]] Connection connection() const { return Connection(m_opener.state()); }
    [[nodiscard]] QString connectionText() const;
    [[nodiscard]] QString errorText() const { return m_opener.error().userText; }
    [[nodiscard]] QString errorDetail() const { return m_opener.error().detail; }
    [[nodiscard]] QString environment() const;
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString notice() const { return m_notice; }
    /// True when the database that is open is a saved connection.
    [[nodiscard]] bool isSaved() const { return m_opener.isSaved(); }
    [[nodiscard]] QString screen() const { return m_screen; }
    void setScreen(const QString &screen);
    [[nodiscard]] bool canGoBack() const { return m_place > 0; }
    [[nodiscard]] bool canGoForward() const { return m_place + 1 < m_history.size(); }
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    void setRevealed(bool revealed);
    [[nodiscard]] QString themeMode() const { return m_themeMode; }
    void setThemeMode(const QString &mode);
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] bool isCompact() const { return m_compact; }
    void setCompact(bool compact);
    [[nodiscard]] bool isOverviewLoading() const { return m_overviewJobs > 0; }
    [[nodiscard]] QString overviewError() const { return m_overviewError; }
    [[nodiscard]] QString totalRows() const;
    [[nodiscard]] int tableCount() const;
    [[nodiscard]] int missingTableCount() const;
    [[nodiscard]] TableBrowser *browser() { return &m_browser; }
    [[nodiscard]] StagedChanges *changes() { return &m_changes; }
    [[nodiscard]] HistoryBrowser *history() { return &m_journal; }
    [[nodiscard]] ModerationDesk *moderation() { return &m_moderation; }
    [[nodiscard]] PictureStore *pictures() { return &m_pictures; }
    [[nodiscard]] RowImport *rowImport() { return &m_import; }
    [[nodiscard]] Comparison *comparison() { return &m_comparison; }
    [[nodiscard]] StaffChoice *staff() { return &m_staff; }
    [[nodiscard]] WriteAccess *access() { return &m_access; }
    [[nodiscard]] TableTreeModel *tree() { return &m_tree; }
    [[nodiscard]] PaletteModel *palette() { return &m_palette; }
    [[nodiscard]] LatestChangesModel *latestChanges() { return &m_latestChanges; }
    [[nodiscard]] ModuleOverviewModel *modules() { return &m_modules; }
    [[nodiscard]] ConnectionListModel *connections() { return &m_connections; }
    [[nodiscard]] ProfileEditor *profileEditor() { return &m_profileEditor; }

signals:
    void connectionChanged();
    void screenChanged();
    void historyChanged();
    void revealedChanged();
    void themeChanged();
    void overviewChanged();
    /// Something to tell in passing, e.g. that the keychain kept no password.
    void remarked(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Somewhere the person has been.
    struct Place
    {
        QString screen;
        QString table;
        QList<Filter> filters;
        QString key;
        bool operator==(const Place &) const = default;
    };

    void forgetPlaces();
    void leaveDatabase();
    void takeProfile();
    void takeDatabase(const OpenedDatabase &opened);
    /// Shows the place where the person was, now that it can be read.
    void startWork();
    [[nodiscard]] DatabaseSession *session() const { return m_opener.session(); }
    /// What the open database has; null without one.
    [[nodiscard]] LiveSchemaPtr schema() const;
    /// Takes up or ends staging, as the access allows.
    void applyAccess();
    /// The screen as it was left, or as it begins.
    [[nodiscard]] Place placeOn(const QString &screen) const;
    void go(const Place &place);
    void visit(const Place &place);
    void readOverview();
    void applyPrivacy();

    const Clock m_clock;
    DatabaseOpener m_opener;
    Environment m_environment = Environment::Demo;
    QString m_notice;
    QString m_screen;
    QList<Place> m_history;
    qsizetype m_place = -1;
    bool m_revealed = false;
    QString m_themeMode;
    std::optional<bool> m_darkOverride;
    bool m_compact = true;
    int m_overviewJobs = 0;
    QString m_overviewError;
    QHash<QString, TableCount> m_counts;
    quint64 m_generation = 0;

    PictureStore m_pictures;
    StaffChoice m_staff;
    WriteAccess m_access;
    StagedChanges m_changes;
    Comparison m_comparison;
    HistoryBrowser m_journal;
    ModerationDesk m_moderation;
    RowImport m_import;
    TableBrowser m_browser;
    TableTreeModel m_tree;
    PaletteModel m_palette;
    LatestChangesModel m_latestChanges;
    ModuleOverviewModel m_modules;
    ConnectionListModel m_connections;
    ProfileEditor m_profileEditor;
};

} // namespace Ghar

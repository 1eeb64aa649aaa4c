// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparelistmodel.h"
#include "comparison.h"
#include "core/clock.h"
#include "database/databaseworker.h"
#include "journallistmodel.h"
#include "records/openeddatabase.h"
#include "records/undochange.h"

#include <QObject>
#include <QQmlEngine>
#include <QUrl>

namespace Ghar {

class DatabaseSession;
class StagedChanges;

/// The journal of the open database for the History screen: entries by table, person, action, time and reason; one of
/// them with its values before and after; the way back of a change, staged for review; and the export of what is
/// listed. Owned by the Desk.
class HistoryBrowser : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(bool local READ isLocal NOTIFY changed)
    Q_PROPERTY(bool filtered READ isFiltered NOTIFY filterChanged)
    Q_PROPERTY(QStringList tableLabels READ tableLabels NOTIFY choicesChanged)
    Q_PROPERTY(QStringList peopleNames READ peopleNames NOTIFY choicesChanged)
    Q_PROPERTY(QStringList actionNames READ actionNames CONSTANT)
    Q_PROPERTY(QStringList periodNames READ periodNames CONSTANT)
    Q_PROPERTY(int tableIndex READ tableIndex WRITE setTableIndex NOTIFY filterChanged)
    Q_PROPERTY(int personIndex READ personIndex WRITE setPersonIndex NOTIFY filterChanged)
    Q_PROPERTY(int actionIndex READ actionIndex WRITE setActionIndex NOTIFY filterChanged)
    Q_PROPERTY(int periodIndex READ periodIndex WRITE setPeriodIndex NOTIFY filterChanged)
    Q_PROPERTY(bool between READ isBetween NOTIFY filterChanged)
    Q_PROPERTY(QString fromText READ fromText WRITE setFromText NOTIFY filterChanged)
    Q_PROPERTY(QString toText READ toText WRITE setToText NOTIFY filterChanged)
    Q_PROPERTY(QString dateProblem READ dateProblem NOTIFY filterChanged)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY filterChanged)
    Q_PROPERTY(QString rowText READ rowText NOTIFY filterChanged)
    Q_PROPERTY(int current READ current NOTIFY currentChanged)
    Q_PROPERTY(QString title READ title NOTIFY currentChanged)
    Q_PROPERTY(QString actionText READ actionText NOTIFY currentChanged)
    Q_PROPERTY(int actionTone READ actionTone NOTIFY currentChanged)
    Q_PROPERTY(QString bylineText READ bylineText NOTIFY currentChanged)
    Q_PROPERTY(QString reasonText READ reasonText NOTIFY currentChanged)
    Q_PROPERTY(QString table READ table NOTIFY currentChanged)
    Q_PROPERTY(QString key READ key NOTIFY currentChanged)
    Q_PROPERTY(bool deleted READ isDeleted NOTIFY currentChanged)
    Q_PROPERTY(bool twoSided READ isTwoSided NOTIFY currentChanged)
    Q_PROPERTY(bool takesBack READ takesBack NOTIFY currentChanged)
    Q_PROPERTY(bool undoing READ isUndoing NOTIFY undoChanged)
    Q_PROPERTY(QString conflictText READ conflictText NOTIFY undoChanged)
    Q_PROPERTY(int possibleRows READ possibleRows NOTIFY undoChanged)
    Q_PROPERTY(bool exporting READ isExporting NOTIFY exportChanged)
    Q_PROPERTY(QString exportText READ exportText NOTIFY exportChanged)
    Q_PROPERTY(Ghar::JournalListModel *entries READ entries CONSTANT)
    Q_PROPERTY(Ghar::CompareListModel *values READ values CONSTANT)

public:
    enum class State { Idle, NoJournal, Loading, Ready, Failed };
    Q_ENUM(State)

    HistoryBrowser(const Clock &clock, StagedChanges &changes, Comparison &comparison, QObject *parent = nullptr);
    ~HistoryBrowser() override;

    /// What opening the database found; nullptr when it is closed. The session must outlive this or be replaced before.
    void setDatabase(DatabaseSession *session, const OpenedDatabase *opened);
    void setPrivacy(Privacy privacy);

    /// Reads the list when it was never read, or anew; called when the screen is shown.
    Q_INVOKABLE void activate();
    Q_INVOKABLE void reload();
    Q_INVOKABLE void select(int row);
    Q_INVOKABLE void clearFilters();
    /// Shows the entries of one row, of a table, or by and about a person (users.id).
    void showRow(const QString &table, const QString &key);
    void showPerson(const QString &userId);
    /// Stages what takes the selected entry's whole change back; staged() follows, or conflictText says why not.
    Q_INVOKABLE void undoChange();
    /// Stages what can be taken back although the rest cannot.
    Q_INVOKABLE void stagePossible();
    Q_INVOKABLE void forgetConflicts();
    Q_INVOKABLE void markVersion();
    Q_INVOKABLE void compareVersion();
    /// Writes everything that is listed, not only what was read, as CSV; values of persons are masked as on the screen.
    Q_INVOKABLE void exportTo(const QUrl &file);
    Q_INVOKABLE void cancelExport();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    /// The journal is on this computer and knows nothing of colleagues.
    [[nodiscard]] bool isLocal() const;
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] QStringList tableLabels() const;
    [[nodiscard]] QStringList peopleNames() const;
    [[nodiscard]] QStringList actionNames() const;
    [[nodiscard]] QStringList periodNames() const;
    [[nodiscard]] int tableIndex() const { return m_tableIndex; }
    void setTableIndex(int index);
    [[nodiscard]] int personIndex() const { return m_personIndex; }
    void setPersonIndex(int index);
    [[nodiscard]] int actionIndex() const { return m_actionIndex; }
    void setActionIndex(int index);
    [[nodiscard]] int periodIndex() const { return m_periodIndex; }
    void setPeriodIndex(int index);
    [[nodiscard]] bool isBetween() const;
    [[nodiscard]] QString fromText() const { return m_fromText; }
    void setFromText(const QString &text);
    [[nodiscard]] QString toText() const { return m_toText; }
    void setToText(const QString &text);
    [[nodiscard]] QString dateProblem() const;
    [[nodiscard]] QString reason() const { return m_reason; }
    void setReason(const QString &reason);
    /// The row that the list is limited to, in words; or empty.
    [[nodiscard]] QString rowText() const;
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString actionText() const;
    [[nodiscard]] int actionTone() const;
    [[nodiscard]] QString whenText() const;
    [[nodiscard]] QString whoText() const;
    /// When and by whom, and how many other listed entries belong to the same change.
    [[nodiscard]] QString bylineText() const;
    [[nodiscard]] QString reasonText() const;
    [[nodiscard]] QString table() const;
    [[nodiscard]] QString key() const;
    [[nodiscard]] bool isDeleted() const;
    /// The row was there before and after.
    [[nodiscard]] bool isTwoSided() const;
    [[nodiscard]] bool takesBack() const;
    [[nodiscard]] bool isUndoing() const { return m_undoing; }
    [[nodiscard]] QString conflictText() const;
    [[nodiscard]] int possibleRows() const { return int(m_undo.rows.size()); }
    [[nodiscard]] bool isExporting() const { return m_export != nullptr; }
    [[nodiscard]] QString exportText() const;
    [[nodiscard]] JournalListModel *entries() { return &m_entries; }
    [[nodiscard]] CompareListModel *values() { return &m_values; }
    /// True while the list is being read, for pictures.
    [[nodiscard]] bool isBusy() const { return m_state == State::Loading; }

signals:
    void changed();
    void choicesChanged();
    void filterChanged();
    void currentChanged();
    void undoChanged();
    void exportChanged();
    /// The way back is staged and waits for its review; the sentence says how much of it.
    void staged(const QString &sentence);
    void remarked(const QString &sentence);

private:
    [[nodiscard]] JournalQuery query() const;
    [[nodiscard]] const JournalEntry *entry() const;
    [[nodiscard]] QString titleOf(const JournalEntry &entry) const;
    [[nodiscard]] RowMoment momentOf(const JournalEntry &entry) const;
    void refilter();
    void readPeople();
    void readMore();
    void setState(State state, const QString &errorText = {});
    void takeExport(const Result<qint64> &written);

    const Clock m_clock;
    StagedChanges &m_changes;
    Comparison &m_comparison;
    DatabaseSession *m_session = nullptr;
    LiveSchemaPtr m_live;
    QString m_visible;
    State m_state = State::Idle;
    QString m_errorText;
    QStringList m_tables; ///< names, in the order of tableLabels() from 1 on
    QList<JournalPerson> m_people;
    int m_tableIndex = 0;
    int m_personIndex = 0;
    QString m_personId; ///< wanted before the people were read
    int m_actionIndex = 0;
    int m_periodIndex = 0;
    QString m_fromText;
    QString m_toText;
    QString m_reason;
    QString m_rowKey;
    JournalListModel m_entries;
    RowLabelCache m_labels; ///< outlives the values that ask it
    CompareListModel m_values;
    int m_current = -1;
    bool m_readingMore = false;
    bool m_undoing = false;
    UndoPlan m_undo;
    Privacy m_privacy = Privacy::Masked;
    WorkTokenPtr m_export;
    qint64 m_exported = 0;
    quint64 m_generation = 0;
};

} // namespace Ghar

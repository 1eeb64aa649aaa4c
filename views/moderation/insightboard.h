// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "database/databaseworker.h"
#include "dayflowmodel.h"
#include "moderation/moderationinsight.h"
#include "records/tablequery.h"
#include "support/figuretablemodel.h"

#include <QObject>
#include <QQmlEngine>
#include <QUrl>

namespace Ghar {

class DatabaseSession;

/// How moderation goes: what waits and for how long, what comes and goes, who decides what and how fast, and what will
/// be overdue. Every number leads to its rows. Owned by the ModerationDesk.
class InsightBoard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    /// How many days up to today the decisions are of.
    Q_PROPERTY(int days READ days WRITE setDays NOTIFY changed)
    Q_PROPERTY(QString paceText READ paceText NOTIFY changed)
    Q_PROPERTY(bool exporting READ isExporting NOTIFY exportChanged)
    Q_PROPERTY(QString exportText READ exportText NOTIFY exportChanged)
    Q_PROPERTY(Ghar::FigureTableModel *headline READ headline CONSTANT)
    Q_PROPERTY(Ghar::FigureTableModel *backlog READ backlog CONSTANT)
    Q_PROPERTY(Ghar::FigureTableModel *forecast READ forecast CONSTANT)
    Q_PROPERTY(Ghar::FigureTableModel *moderators READ moderators CONSTANT)
    Q_PROPERTY(Ghar::FigureTableModel *causes READ causes CONSTANT)
    Q_PROPERTY(Ghar::FigureTableModel *actions READ actions CONSTANT)
    Q_PROPERTY(Ghar::DayFlowModel *reports READ reports CONSTANT)
    Q_PROPERTY(Ghar::DayFlowModel *listings READ listings CONSTANT)

public:
    explicit InsightBoard(const Clock &clock, QObject *parent = nullptr);

    void setSession(DatabaseSession *session);
    void setPolicy(const ModerationPolicy &policy) { m_policy = policy; }
    Q_INVOKABLE void reload();
    /// Writes the decisions of the period as CSV.
    Q_INVOKABLE void exportTo(const QUrl &file);
    Q_INVOKABLE void cancelExport();

    [[nodiscard]] bool isLoading() const { return m_jobs > 0; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] int days() const { return m_days; }
    void setDays(int days);
    [[nodiscard]] QString paceText() const;
    [[nodiscard]] bool isExporting() const { return m_export != nullptr; }
    [[nodiscard]] QString exportText() const;
    [[nodiscard]] FigureTableModel *headline() { return &m_headline; }
    [[nodiscard]] FigureTableModel *backlog() { return &m_backlogTable; }
    [[nodiscard]] FigureTableModel *forecast() { return &m_forecastTable; }
    [[nodiscard]] FigureTableModel *moderators() { return &m_moderatorTable; }
    [[nodiscard]] FigureTableModel *causes() { return &m_causeTable; }
    [[nodiscard]] FigureTableModel *actions() { return &m_actionTable; }
    [[nodiscard]] DayFlowModel *reports() { return &m_reports; }
    [[nodiscard]] DayFlowModel *listings() { return &m_listings; }

signals:
    void changed();
    void exportChanged();
    void remarked(const QString &sentence);
    /// Items of a queue are to be shown.
    void rowsWanted(Ghar::ModerationQueue queue, const Ghar::QueueFilter &filter);
    /// Rows of a table are to be shown.
    void recordsWanted(const QString &table, const QList<Ghar::Filter> &filters);

private:
    struct Target
    {
        ModerationQueue queue;
        QueueFilter filter;
    };

    [[nodiscard]] InsightPeriod period() const;
    void readBacklogs();
    void readDecisions();
    void ended(const std::optional<Error> &error);
    void showBacklogs();
    void showDecisions();
    void showArrived(ItemKind kind, QDate day);
    void showSettled(ItemKind kind, QDate day);
    /// A number that leads to its rows; one of nothing leads nowhere.
    [[nodiscard]] Figure figure(qint64 number, ModerationQueue queue, const QueueFilter &filter,
                                CellTone tone = CellTone::Neutral);
    [[nodiscard]] QList<Figure> tallyFigures(const DecisionTally &tally, const QueueFilter &filter);
    void open(int target);

    const Clock m_clock;
    DatabaseSession *m_session = nullptr;
    ModerationPolicy m_policy = ModerationPolicy::standard();
    int m_days = 30;
    int m_jobs = 0;
    quint64 m_generation = 0;
    QString m_errorText;
    QDateTime m_now; ///< of the numbers that are shown
    QList<Backlog> m_backlogs;
    DecisionInsight m_insight;
    InsightPeriod m_shownPeriod;
    QList<Target> m_targets;
    WorkTokenPtr m_export;
    qint64 m_exported = 0;

    FigureTableModel m_headline;
    FigureTableModel m_backlogTable;
    FigureTableModel m_forecastTable;
    FigureTableModel m_moderatorTable;
    FigureTableModel m_causeTable;
    FigureTableModel m_actionTable;
    DayFlowModel m_reports;
    DayFlowModel m_listings;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databaseworker.h"
#include "records/deleteplan.h"
#include "records/stagedrow.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QVariantList>

namespace Ghar {

class DatabaseSession;

/// What the staged deletions take along, as a tree in the order in which it is read: each entry is a step of the plan
/// with its count and a few of its rows. Branches in which the database would refuse come first. It grows while it is
/// being found out, and can be stopped.
class DeletionPlanModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of StagedChanges")
    Q_PROPERTY(int count READ count NOTIFY planChanged)
    Q_PROPERTY(bool running READ isRunning NOTIFY planChanged)
    Q_PROPERTY(bool complete READ isComplete NOTIFY planChanged)
    Q_PROPERTY(bool blocked READ isBlocked NOTIFY planChanged)
    Q_PROPERTY(int danglingRows READ danglingRows NOTIFY planChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY planChanged)
    Q_PROPERTY(QString blockText READ blockText NOTIFY planChanged)
    Q_PROPERTY(QVariantList money READ money NOTIFY planChanged)
    Q_PROPERTY(QString notes READ notes NOTIFY planChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY planChanged)

public:
    enum Role {
        StepDepthRole = Qt::UserRole + 1, ///< 0 for the named rows
        StepTextRole,                     ///< table, column and what happens
        StepCountRole,                    ///< rows, in Indian grouping
        StepEffectRole,                   ///< DeleteEffect as int
        StepSamplesRole                   ///< a few of the rows
    };

    explicit DeletionPlanModel(QObject *parent = nullptr);
    ~DeletionPlanModel() override;

    /// The session must outlive the model or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy);
    /// Plans the deletions among these rows; without any the plan is empty.
    void read(const QList<StagedRow> &rows);
    Q_INVOKABLE void cancel();

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] bool isRunning() const { return m_work != nullptr; }
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// The database would refuse a deletion.
    [[nodiscard]] bool isBlocked() const;
    /// Rows that would be left with a key that leads nowhere.
    [[nodiscard]] int danglingRows() const;
    /// All of it in a few sentences; empty when nothing goes but the named rows.
    [[nodiscard]] QString summary() const;
    /// What the database would refuse a deletion for; empty when nothing blocks.
    [[nodiscard]] QString blockText() const;
    /// Money in rows that go: maps of `table`, `column` (labels) and `amount`, in the order of the tables' labels.
    [[nodiscard]] QVariantList money() const;
    /// Missing indexes and tables that may not be read.
    [[nodiscard]] QString notes() const;
    [[nodiscard]] QString errorText() const { return m_error; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void planChanged();

private:
    struct Entry
    {
        int depth = 0;
        DeleteStep step;
    };

    void take(const QList<DeletePlan> &plans, bool complete);
    void addSteps(const DeletePlan &plan, const QList<bool> &blocked, int parent, int depth);
    [[nodiscard]] QString labelOf(const QString &table, const QString &column) const;
    [[nodiscard]] QString listed(QMap<QString, qint64> DeletePlan::*counts) const;

    DatabaseSession *m_session = nullptr;
    LiveSchemaPtr m_live;
    QList<DeletePlan> m_plans;
    QHash<QString, qint64> m_named; ///< rows that were named, by table: they are no news
    QList<Entry> m_entries;
    QString m_error;
    bool m_complete = false;
    WorkTokenPtr m_work;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace Ghar

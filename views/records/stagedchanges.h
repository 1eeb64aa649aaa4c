// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "database/databaseworker.h"
#include "deletionplanmodel.h"
#include "records/changecommit.h"
#include "records/changeset.h"
#include "records/staffmember.h"
#include "reviewlistmodel.h"
#include "rowlabelcache.h"

#include <QObject>
#include <QQmlEngine>
#include <QTimer>

namespace Ghar {

class DatabaseSession;

/// The edits that are staged in the open database, for the window: their number, undo and redo, the review, and the
/// commit with what it came to. Owned by the Desk.
class StagedChanges : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(bool writable READ isWritable NOTIFY sessionChanged)
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(int deletionCount READ deletionCount NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(bool committing READ isCommitting NOTIFY changed)
    Q_PROPERTY(bool hasProblems READ hasProblems NOTIFY changed)
    Q_PROPERTY(int findingCount READ findingCount NOTIFY findingsChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
    Q_PROPERTY(QString statements READ statements NOTIFY changed)
    Q_PROPERTY(QString reasonTables READ reasonTables NOTIFY changed)
    Q_PROPERTY(QString suggestedReason READ suggestedReason NOTIFY changed)
    Q_PROPERTY(bool staffMissing READ isStaffMissing NOTIFY sessionChanged)
    Q_PROPERTY(Ghar::DeletionPlanModel *plan READ plan CONSTANT)
    Q_PROPERTY(bool cleaning READ isCleaning NOTIFY findingsChanged)
    Q_PROPERTY(Ghar::ReviewListModel *review READ review CONSTANT)

public:
    explicit StagedChanges(const Clock &clock, QObject *parent = nullptr);
    ~StagedChanges() override;

    /// Takes up what is staged for this database. `whyNot` says why nothing can be changed in it; empty when it can.
    /// The session must outlive this or be replaced by nullptr before.
    void setSession(DatabaseSession *session, const QString &whyNot);
    /// Who makes the changes; `needed` says that nothing is committed without somebody. Set it before the session.
    void setStaff(const std::optional<StaffMember> &staff, bool needed);
    void setPrivacy(Privacy privacy);
    [[nodiscard]] ChangeSet *set() { return &m_set; }
    /// Stages what takes a committed change back, and suggests `reason` for it.
    void stageUndo(const QString &label, const QList<StagedRow> &rows, const QString &changeId, const QString &reason);

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// Takes back everything; undo brings it back.
    Q_INVOKABLE void discard();
    /// Takes back the row that an entry of the review belongs to; in a conflict that is to take theirs.
    Q_INVOKABLE void revert(int entry);
    /// Takes back one value of an entry of the review.
    Q_INVOKABLE void revertValue(int entry);
    /// In a conflict: my values stay and are put on the row as it is now.
    Q_INVOKABLE void keepMine(int entry);
    /// Plans the staged deletions: what they take along comes to plan().
    Q_INVOKABLE void readPlan();
    /// Stages the emptying of references that the staged deletions would leave behind, where nothing is lost by it.
    Q_INVOKABLE void cleanReferences();
    /// Reads the statements that would run; they come with changed().
    Q_INVOKABLE void readStatements();
    Q_INVOKABLE void commit(const QString &reason);

    [[nodiscard]] bool isWritable() const { return m_session && m_whyNot.isEmpty(); }
    [[nodiscard]] QString whyNot() const { return m_whyNot; }
    [[nodiscard]] int count() const { return int(m_set.count()); }
    [[nodiscard]] QString countText() const;
    /// Staged rows that are to be deleted.
    [[nodiscard]] int deletionCount() const { return m_deletionCount; }
    [[nodiscard]] bool canUndo() const { return m_set.canUndo() && !m_committing; }
    [[nodiscard]] bool canRedo() const { return m_set.canRedo() && !m_committing; }
    [[nodiscard]] bool isCommitting() const { return m_committing; }
    [[nodiscard]] bool hasProblems() const { return !m_problems.isEmpty(); }
    /// Values of which it is known before anything is sent that they break a rule.
    [[nodiscard]] int findingCount() const { return int(m_set.problems().size()); }
    /// True while staged rows are being checked.
    [[nodiscard]] bool isChecking() const { return m_checkTimer.isActive() || m_check; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString statements() const { return m_statements; }
    /// Labels of staged tables that want a reason; empty when none does.
    [[nodiscard]] QString reasonTables() const;
    /// A reason that tells what is staged, where that is the way back of one change; otherwise empty.
    [[nodiscard]] QString suggestedReason() const { return m_undoReasons.value(m_set.reverts().text()); }
    /// A member of staff has to be chosen before the commit.
    [[nodiscard]] bool isStaffMissing() const { return m_staffNeeded && !m_staff; }
    /// What the staged deletions take along; after readPlan().
    [[nodiscard]] DeletionPlanModel *plan() { return &m_plan; }
    /// True while references that would dangle are being looked up.
    [[nodiscard]] bool isCleaning() const { return m_clean != nullptr; }
    [[nodiscard]] ReviewListModel *review() { return &m_review; }

signals:
    void sessionChanged();
    void changed();
    void findingsChanged();
    /// Everything staged is in the database now. The sentence tells also what became other than it was sent.
    void committed(const QString &sentence);
    void remarked(const QString &sentence);

private:
    void refresh();
    void showReview();
    /// Looks at the staged rows in the background; what is wrong with them comes to the set.
    void checkRows();
    void cancelCheck();
    void takeOutcome(const Result<CommitOutcome> &outcome);
    /// Asks the database whether the open commit happened, and ends it either way.
    void resolveOpenCommit();
    [[nodiscard]] static QString describe(const CommitOutcome &outcome, const LiveSchema &live,
                                          const QList<StagedRow> &rows);

    const Clock m_clock;
    DatabaseSession *m_session = nullptr;
    QString m_whyNot;
    std::optional<StaffMember> m_staff;
    bool m_staffNeeded = false;
    ChangeSet m_set;
    int m_deletionCount = 0;
    RowLabelCache m_labels; ///< outlives the review that asks it
    ReviewListModel m_review;
    QHash<QString, QString> m_undoReasons; ///< by the id of the change that is taken back
    QList<CommitProblem> m_problems;
    QString m_errorText;
    QString m_statements;
    DeletionPlanModel m_plan;
    WorkTokenPtr m_clean;
    QTimer m_checkTimer;
    WorkTokenPtr m_check;
    bool m_committing = false;
    quint64 m_generation = 0;
};

} // namespace Ghar

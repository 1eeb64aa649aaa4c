// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/rowcheck.h"
#include "records/stagedrow.h"
#include "records/stagingfile.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace Ghar {

/// Edits that a person has made but not committed, over all tables of one database. They do not depend on what is
/// shown: sorting, filtering, paging and reconnecting leave them as they are, and with a file they survive the end of
/// the program. Every action can be undone and redone. GUI thread only.
class ChangeSet : public QObject
{
    Q_OBJECT

public:
    explicit ChangeSet(QObject *parent = nullptr);
    ~ChangeSet() override;

    /// Takes up the edits of an earlier run from the file and keeps all that follow there. The result is a sentence for
    /// the person, or empty. Without a file (or when it fails) edits live as long as the object.
    [[nodiscard]] Result<QString> keepIn(const QString &path);

    /// Forgets what is staged here; the file keeps it. For another database.
    void leaveFile();

    [[nodiscard]] bool isEmpty() const { return m_order.isEmpty(); }
    /// In the order in which they were first touched.
    [[nodiscard]] QList<StagedRow> rows() const;
    /// Rows that are staged in this table.
    [[nodiscard]] QList<StagedRow> rowsOf(const QString &table) const;
    [[nodiscard]] qsizetype count() const { return m_order.size(); }
    /// The staged row with this id, or nullptr.
    [[nodiscard]] const StagedRow *find(const QString &table, const QString &id) const;

    /// One action: columns of rows get new values. A value that is the original one again is no longer a change, and a
    /// row without changes is no longer staged. A staged deletion of the row is taken back.
    void setValues(const QString &label, const QList<OriginalRow> &rows, const QMap<QString, StagedValue> &values);
    /// The same with values of their own for each row, new ones among them, as when a block is pasted. Returns the ids
    /// of the rows in their order.
    QStringList stage(const QString &label, const QList<RowEdit> &edits);
    /// A new row; returns its id.
    QString insert(const QString &label, const QString &table, const QMap<QString, StagedValue> &values);
    /// Changes values of a new row.
    void setNewValues(const QString &label, const QString &table, const QString &id,
                      const QMap<QString, StagedValue> &values);
    /// Rows of the database are to be deleted; new ones of this table are just dropped.
    void remove(const QString &label, const QList<OriginalRow> &rows, const QStringList &newIds = {});
    /// What takes a committed change back: rows of several tables as one action; new ones get ids of their own.
    void stageUndo(const QString &label, const QList<StagedRow> &rows, const QString &reverts);
    /// The one committed change that what is staged takes back; NULL when there is none or more than one.
    [[nodiscard]] Value reverts() const;
    /// Takes back what is staged for a row.
    void revert(const QString &label, const QString &table, const QString &id);
    /// Takes back everything; can be undone.
    void discard(const QString &label);
    /// After a conflict: the row as it is now becomes the original, the person's values stay.
    void rebase(const QString &label, const QString &id, const OriginalRow &now);

    /// What is known to be wrong with staged rows, for everybody who shows them. Belongs to the rows as they are now:
    /// the next action forgets what it says of the rows that it touches.
    void setProblems(const QList<RowProblem> &problems);
    [[nodiscard]] const QList<RowProblem> &problems() const { return m_problems; }
    /// What the last commit was refused for. `column` may be empty where the database names none. Kept apart from what
    /// setProblems() is told, because looking at the rows again does not find it; forgotten in the same way.
    void setRefusals(const QList<RowProblem> &refusals);
    /// Everything that is wrong with a staged row, by column; under an empty name what is not about one of them.
    [[nodiscard]] QHash<QString, QString> problemsOf(const QString &table, const QString &id) const;

    [[nodiscard]] bool canUndo() const { return !m_done.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.isEmpty(); }
    [[nodiscard]] QString undoLabel() const { return canUndo() ? m_done.last().label : QString(); }
    [[nodiscard]] QString redoLabel() const { return canRedo() ? m_undone.last().label : QString(); }
    void undo();
    void redo();

    /// Notes that a commit is about to run: after a crash its outcome is looked up by this id. The note outlives the
    /// program; syncStagedEdits() of file(), on the thread that commits, makes it outlive the machine.
    [[nodiscard]] Result<void> beginCommit(const QString &changeId);
    /// Where the edits are kept; empty when they are not.
    [[nodiscard]] QString file() const { return m_file ? m_file->path() : QString(); }
    /// The commit did not happen; everything stays staged.
    void abandonCommit();
    /// The commit happened: nothing is staged any more, and nothing can be undone here.
    void finishCommit();
    /// The commit whose outcome is not known yet, from this run or the one before; or empty.
    [[nodiscard]] const QString &openCommit() const { return m_openCommit; }

signals:
    void changed();
    void problemsChanged();
    /// Edits could not be saved in the file; the sentence says what that means.
    void savingFailed(const QString &sentence);

private:
    [[nodiscard]] static QHash<QString, QHash<QString, QString>> byRow(const QList<RowProblem> &problems);

    /// A row's state before and after an action; nothing means not staged.
    struct Step
    {
        QString name; ///< table and id
        std::optional<StagedRow> before;
        std::optional<StagedRow> after;
    };
    struct Action
    {
        QString label;
        QList<Step> steps;
        QString reverts; ///< id of a committed change; or empty
    };

    [[nodiscard]] static QString nameOf(const QString &table, const QString &id);
    [[nodiscard]] std::optional<StagedRow> stateOf(const QString &name) const;
    void put(const QString &name, const std::optional<StagedRow> &row);
    void apply(Action action);
    void save(const QJsonObject &line);
    [[nodiscard]] QJsonObject lineOf(const Action &action) const;
    [[nodiscard]] bool replay(const QJsonObject &line);
    [[nodiscard]] static StagedRow edited(const std::optional<StagedRow> &before, const OriginalRow &row,
                                          const QMap<QString, StagedValue> &values);

    QHash<QString, StagedRow> m_rows;
    QStringList m_order;
    QList<RowProblem> m_problems;
    QHash<QString, QHash<QString, QString>> m_found;   ///< m_problems by row and column
    QHash<QString, QHash<QString, QString>> m_refused; ///< likewise
    QList<Action> m_done;
    QList<Action> m_undone;
    QString m_openCommit;
    std::optional<StagingFile> m_file;
};

} // namespace Ghar

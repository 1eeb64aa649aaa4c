// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/changecommit.h"
#include "records/rowcheck.h"
#include "records/stagedrow.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

class RowLabelCache;

/// What is staged, value by value: a heading for each row, below it one entry for each column with the old and the new
/// value. Deletions come first. After a commit that did not go through, headings carry what is wrong, and entries in
/// conflict what the others have written.
class ReviewListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of StagedChanges")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        IsRowRole = Qt::UserRole + 1, ///< true for the heading of a row
        TableLabelRole,
        RowTextRole,    ///< the row's key
        RowLabelRole,   ///< what the row is called; empty while that is not known
        ChangeKindRole, ///< StagedKind as int
        ColumnLabelRole,
        OldTextRole,
        NewTextRole,
        TheirTextRole,  ///< what somebody else wrote meanwhile; empty without a conflict
        ProblemRole,    ///< sentence; empty when nothing is wrong
        IsConflictRole, ///< somebody else has changed the row meanwhile
        ChangedRole     ///< the person has staged this value; false for one that only somebody else changed
    };

    explicit ReviewListModel(QObject *parent = nullptr);

    void setRows(const LiveSchemaPtr &live, const QList<StagedRow> &rows, const QList<CommitProblem> &problems,
                 const QList<RowProblem> &findings = {});
    void setPrivacy(Privacy privacy);
    /// Where rows get their labels from; it must outlive the model.
    void setLabels(RowLabelCache *labels);
    /// The column of an entry; empty for the heading of a row.
    [[nodiscard]] QString columnAt(int entry) const;
    /// The staged row that an entry belongs to; nullptr when there is no such entry.
    [[nodiscard]] const StagedRow *rowAt(int entry) const;
    [[nodiscard]] const CommitProblem *problemAt(int entry) const;

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Entry
    {
        qsizetype row = 0;
        QString column; ///< empty for the heading
    };

    void allChanged(const QList<int> &roles = {});
    [[nodiscard]] QString labelOf(const LiveTable *table, const StagedRow &row) const;
    [[nodiscard]] QString shown(const LiveTable *table, const QString &column, const Value &value) const;
    [[nodiscard]] const CommitProblem *problemOf(const StagedRow &row) const;
    /// What is wrong with a value, or (without a column) with the row as a whole.
    [[nodiscard]] QString sentencesOf(const StagedRow &row, const QString &column) const;

    LiveSchemaPtr m_live;
    QList<StagedRow> m_rows;
    QList<CommitProblem> m_problems;
    QHash<QString, QHash<QString, QString>> m_findings; ///< by table and id, then by column
    QList<Entry> m_entries;
    RowLabelCache *m_labels = nullptr;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/recordtablemodel.h"
#include "records/stagedrow.h"
#include "support/cellformatter.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace Ghar {

class ChangeSet;
class DatabaseSession;

/// A RecordTableModel as the grid shows it: formatted texts, kinds and tones, staged values in the place of those that
/// were read, and foreign keys by the label of the row they lead to, which is fetched once per visible key. New rows of
/// the table stand above all others, whatever the order and the conditions, until they are committed.
class RecordGridModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RecordGridModel(RecordTableModel *records, QObject *parent = nullptr);

    /// Forgets labels; the session must outlive the model or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy);
    /// Where values and new rows are staged; the set must outlive the model.
    void setChanges(ChangeSet *changes);
    /// The label of the row a foreign key value leads to, or empty while it is not known.
    [[nodiscard]] QString linkLabel(const QString &table, const Value &key) const;

    /// How many new rows stand above the records.
    [[nodiscard]] int newRowCount() const { return int(m_newIds.size()); }
    /// The staged id of a new row, empty for a record.
    [[nodiscard]] QString newIdAt(int row) const;
    /// The row of the grid where a new row stands; -1 when it is not here.
    [[nodiscard]] int rowOfNew(const QString &id) const { return int(m_newIds.indexOf(id)); }
    /// The row of the RecordTableModel that stands in a row of the grid; -1 for a new row.
    [[nodiscard]] int recordRow(int row) const;
    /// Puts what is staged for a record of a table over values of these columns, as read from the database.
    void putStaged(const QString &table, const Row &key, const QStringList &columns, Row &values) const;
    [[nodiscard]] int gridRow(int recordRow) const { return recordRow < 0 ? -1 : recordRow + newRowCount(); }
    /// The first of these columns (all where none is named) that a person fills in of a new row: neither a key that the
    /// database makes nor a stamp of the platform. -1 when there is none.
    [[nodiscard]] int firstColumnToFill(const QList<int> &columns) const;
    /// The value as it is going to be, or nothing while it is not here or left to the database.
    [[nodiscard]] std::optional<Value> value(int row, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using LabelKey = std::pair<QString, QString>; ///< table and key text

    /// What stands in a cell.
    struct Cell
    {
        std::optional<Value> value; ///< nothing while it is not here
        CellChange change = CellChange::None;
        bool isDefault = false; ///< left to the database
        bool isMissing = false; ///< required, and not given
    };

    void forwardRecords();
    void fetchLabels();
    void noteChanges();
    [[nodiscard]] QStringList stagedNewIds() const;
    [[nodiscard]] const StagedRow *stagedRow(int row) const;
    [[nodiscard]] Cell cellAt(int row, int column) const;
    /// What is wrong with this value of a staged row; empty when nothing is known.
    [[nodiscard]] QString faultOf(const StagedRow &staged, int column) const;
    [[nodiscard]] QString displayed(const Column &column, const Value &value, const CellText &cell) const;
    void allChanged(const QList<int> &roles = {});
    const ForeignKey *linkOf(const Column &column) const;

    RecordTableModel *m_records;
    ChangeSet *m_changes = nullptr;
    QStringList m_newIds;
    bool m_hasStaged = false; ///< rows of this table are staged
    DatabaseSession *m_session = nullptr;
    Privacy m_privacy = Privacy::Masked;
    QHash<LabelKey, RowLabel> m_labels;
    mutable QSet<LabelKey> m_wanted;
    QSet<LabelKey> m_asked;
    quint64 m_generation = 0;
    mutable QTimer m_fetchTimer;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databaseworker.h"
#include "fieldedit.h"
#include "grid/gridselection.h"
#include "records/stagedrow.h"
#include "replacementlistmodel.h"

#include <QObject>
#include <QQmlEngine>

#include <functional>

namespace Ghar {

class ChangeSet;
class Clock;
class DatabaseSession;
class RecordGridModel;
class RecordTableModel;

/// Edits of more than one value of the table that is shown: new and duplicated rows, one value for many rows, a pasted
/// block, find and replace. Each is one action of the change set, all of it or nothing. Rows are named by their places
/// in the grid and read whole on a worker first. Part of a TableBrowser.
class BulkEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a TableBrowser")
    Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged)
    Q_PROPERTY(QString progressText READ progressText NOTIFY runningChanged)
    Q_PROPERTY(Ghar::FieldEdit *edit READ edit CONSTANT)
    Q_PROPERTY(Ghar::ReplacementListModel *replacements READ replacements CONSTANT)

public:
    BulkEditor(const Clock &clock, RecordTableModel *records, RecordGridModel *grid, QObject *parent = nullptr);
    ~BulkEditor() override;

    /// The session must outlive the editor or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    /// Where edits are staged; it must outlive the editor.
    void setChanges(ChangeSet *changes) { m_changes = changes; }
    void setPrivacy(Privacy privacy) { m_replacements.setPrivacy(privacy); }

    /// The first of these columns of the grid (all where none is named) that a person fills in of a new row; -1 when
    /// there is none.
    Q_INVOKABLE int firstColumnToFill(const QList<int> &columns) const;
    /// Stages a new row; rowsAdded() says where it stands.
    Q_INVOKABLE void addRow();
    /// Stages new rows that are like those of the ranges.
    Q_INVOKABLE void duplicate(const QList<Ghar::GridRange> &ranges);
    /// Stages the deletion of the rows; new ones are dropped.
    Q_INVOKABLE void removeRows(const QList<Ghar::GridRange> &ranges);
    /// Reads the rows and gives edit() one column of all of them; fillReady() says when.
    Q_INVOKABLE void beginFill(const QList<Ghar::GridRange> &ranges, int modelColumn);
    /// Stages a block of cells, from this cell on to the right and down; rows that are not there become new ones. One
    /// cell is given to all selected ones. `columnOrder` as in TableGrid.
    Q_INVOKABLE void paste(const QString &block, int row, int modelColumn, const QList<int> &columnOrder,
                           const QList<Ghar::GridRange> &ranges);
    /// Pastes the clipboard.
    Q_INVOKABLE void pasteClipboard(int row, int modelColumn, const QList<int> &columnOrder,
                                    const QList<Ghar::GridRange> &ranges);
    /// Searches the rows that are shown; what would be replaced is in replacements().
    Q_INVOKABLE void search(const QString &column, const QString &find, const QString &replace, bool matchCase,
                            bool wholeValue, bool isPattern);
    Q_INVOKABLE void stageReplacements();
    Q_INVOKABLE void cancel();

    [[nodiscard]] bool isRunning() const { return m_work != nullptr; }
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] FieldEdit *edit() { return &m_edit; }
    [[nodiscard]] ReplacementListModel *replacements() { return &m_replacements; }

signals:
    void runningChanged();
    /// Something was staged, with a sentence that says what.
    void staged(const QString &sentence);
    /// Nothing was staged, and why.
    void refused(const QString &sentence);
    void rowsAdded(int row);
    void fillReady();

private:
    struct Rows
    {
        QList<OriginalRow> originals;
        QStringList newIds;
        [[nodiscard]] qsizetype count() const { return originals.size() + newIds.size(); }
    };

    [[nodiscard]] const LiveTable *table() const;
    /// Whether rows of the table can be changed one by one; says so when not.
    [[nodiscard]] bool isEditable();
    [[nodiscard]] QString rowsText(qsizetype count) const;
    /// Reads the rows of the ranges whole and goes on with them on the GUI thread.
    void withRows(const QList<GridRange> &ranges, const std::function<void(const Rows &)> &then);
    [[nodiscard]] QList<RowEdit> editsOf(const Rows &rows, const QMap<QString, StagedValue> &values) const;
    void pasteOnto(const Rows &rows, const QList<QStringList> &cells, const QList<const Column *> &columns);
    /// What was found in the database, as it is seen: staged values are searched instead of those below them, and rows
    /// that are to be deleted are left out. Rows of which only the staged value fits are not found.
    [[nodiscard]] ReplacementList withStaged(ReplacementList list, const Column &column, const ReplaceRule &rule) const;
    void begin(const WorkTokenPtr &work);
    void end();

    const Clock &m_clock;
    RecordTableModel *m_records;
    RecordGridModel *m_grid;
    DatabaseSession *m_session = nullptr;
    ChangeSet *m_changes = nullptr;
    FieldEdit m_edit;
    ReplacementListModel m_replacements;
    WorkTokenPtr m_work;
    qint64 m_progress = 0;
    quint64 m_generation = 0;
};

} // namespace Ghar

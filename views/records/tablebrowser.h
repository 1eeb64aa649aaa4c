// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkeditor.h"
#include "columnlistmodel.h"
#include "core/clock.h"
#include "filterlistmodel.h"
#include "grid/gridselection.h"
#include "recordgridmodel.h"
#include "recordinspector.h"
#include "records/recordtablemodel.h"
#include "records/tabletext.h"
#include "rowpickermodel.h"
#include "tablelook.h"
#include "transfer/rowexport.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

class ChangeSet;
class DatabaseSession;

/// One table on the Records screen: its rows, how they are looked at, the row that is selected, and saved views. Looks
/// are remembered per table.
class TableBrowser : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(QString tableName READ tableName NOTIFY tableChanged)
    Q_PROPERTY(QString tableLabel READ tableLabel NOTIFY tableChanged)
    Q_PROPERTY(QString tableIcon READ tableIcon NOTIFY tableChanged)
    Q_PROPERTY(QString tableDescription READ tableDescription NOTIFY tableChanged)
    Q_PROPERTY(QString moduleLabel READ moduleLabel NOTIFY tableChanged)
    Q_PROPERTY(Absence absence READ absence NOTIFY tableChanged)
    Q_PROPERTY(QString hiddenBecause READ hiddenBecause NOTIFY tableChanged)
    Q_PROPERTY(Ghar::RecordTableModel *records READ records CONSTANT)
    Q_PROPERTY(QAbstractItemModel *grid READ grid CONSTANT)
    Q_PROPERTY(Ghar::FilterListModel *filters READ filters CONSTANT)
    Q_PROPERTY(Ghar::ColumnListModel *columns READ columns CONSTANT)
    Q_PROPERTY(Ghar::RecordInspector *inspector READ inspector CONSTANT)
    Q_PROPERTY(Ghar::BulkEditor *bulk READ bulk CONSTANT)
    Q_PROPERTY(Ghar::RowExport *rowExport READ rowExport CONSTANT)
    Q_PROPERTY(Ghar::RowPickerModel *picker READ picker CONSTANT)
    Q_PROPERTY(int newRows READ newRows NOTIFY newRowsChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY lookChanged)
    Q_PROPERTY(int pinnedColumns READ pinnedColumns NOTIFY lookChanged)
    Q_PROPERTY(QStringList viewNames READ viewNames NOTIFY viewsChanged)
    Q_PROPERTY(QString viewName READ viewName NOTIFY viewsChanged)
    Q_PROPERTY(bool changedLook READ hasChangedLook NOTIFY lookChanged)
    Q_PROPERTY(QString countText READ countText NOTIFY countTextChanged)
    Q_PROPERTY(bool slowOrder READ isSlowOrder NOTIFY lookChanged)

public:
    enum class Absence {
        None,
        Missing, ///< the catalogue knows the table, this database lacks it
        NoRights
    };
    Q_ENUM(Absence)

    explicit TableBrowser(const Clock &clock = Clock(), QObject *parent = nullptr);

    /// The session must outlive the browser or be replaced by nullptr before.
    void setSession(DatabaseSession *session);
    void setPrivacy(Privacy privacy);
    /// Where edits are staged; it must outlive the browser.
    void setChanges(ChangeSet *changes);
    /// Reads rows and the selected row again.
    void reload();

    /// Opens a table as it was looked at last.
    Q_INVOKABLE void open(const QString &table);
    /// Opens a table with one condition only, e.g. the rows of a relation.
    void openWhere(const QString &table, const QList<Filter> &filters);
    /// Opens a table and selects the row with this key.
    Q_INVOKABLE void openRecord(const QString &table, const QString &key);

    Q_INVOKABLE QString columnName(int modelColumn) const;
    Q_INVOKABLE QString columnLabel(int modelColumn) const;
    Q_INVOKABLE QString columnKind(const QString &column) const;
    Q_INVOKABLE qreal columnWidth(int modelColumn) const;
    Q_INVOKABLE void setColumnWidth(int modelColumn, qreal width);
    /// Makes a column wider or narrower by some pixels, within what can be read.
    Q_INVOKABLE void resizeColumn(int modelColumn, qreal by);
    Q_INVOKABLE bool isSortable(int modelColumn) const;
    /// Whether its values are figures, which stand at the right.
    Q_INVOKABLE bool isFigure(int modelColumn) const;
    /// 1 ascending, -1 descending, 0 not an order column.
    Q_INVOKABLE int sortDirection(int modelColumn) const;
    /// Place among several order columns, from 1; 0 when there is only one.
    Q_INVOKABLE int sortPlace(int modelColumn) const;
    /// Ascending, then descending, then not at all. With `additional` the other order columns stay.
    Q_INVOKABLE void toggleSort(int modelColumn, bool additional);
    Q_INVOKABLE void sortBy(const QString &column, bool descending);

    Q_INVOKABLE void setColumnShown(const QString &column, bool shown);
    /// Moves a visible column to another place among the visible ones.
    Q_INVOKABLE void moveColumn(int from, int to);
    Q_INVOKABLE void setPinned(int count);
    Q_INVOKABLE void resetLook();

    /// Sets the condition of one column: `op` is a name of Filter::Op in lower camel case; the values are as typed.
    /// Returns an empty text, or what is wrong with a value.
    Q_INVOKABLE QString setFilter(const QString &column, const QString &op, const QStringList &values);
    Q_INVOKABLE void removeFilter(int filter);
    Q_INVOKABLE void clearFilters();
    /// Labels an enum column can have, for its filter.
    Q_INVOKABLE QStringList enumLabels(const QString &column) const;
    Q_INVOKABLE QString humanLabel(const QString &storedLabel) const { return Ghar::humanLabel(storedLabel); }
    /// Usual ranges of days: label, first and last day of each.
    Q_INVOKABLE QVariantList dateRanges() const;
    /// The values of the column's present condition, and its operator as the first entry; empty without a condition.
    Q_INVOKABLE QStringList filterOf(const QString &column) const;
    /// Keeps only the rows that have this row's value in this column.
    Q_INVOKABLE void filterByCell(int row, int modelColumn);

    Q_INVOKABLE bool hasView(const QString &name) const { return viewNames().contains(name.trimmed()); }
    Q_INVOKABLE void saveView(const QString &name);
    Q_INVOKABLE void applyView(const QString &name);
    Q_INVOKABLE void deleteView(const QString &name);

    /// Says which rows of the grid are looked at.
    Q_INVOKABLE void setVisibleRange(int first, int last);
    /// True for a new row, which is in no database yet.
    Q_INVOKABLE bool isNewRow(int row) const { return !m_grid.newIdAt(row).isEmpty(); }
    /// Shows the row in the inspector.
    Q_INVOKABLE void inspect(int row);
    /// The table and key that a foreign key cell leads to, or an empty list.
    Q_INVOKABLE QStringList linkOf(int row, int modelColumn) const;
    /// The row's primary key as one text; empty while it is not read.
    Q_INVOKABLE QString keyAt(int row) const;
    /// Copies the cells of the ranges in a format: tsv, csv, json, markdown or sql. The answer comes by copied().
    Q_INVOKABLE void copy(const QList<Ghar::GridRange> &ranges, const QList<int> &columnOrder, const QString &format);

    [[nodiscard]] QString tableName() const { return m_tableName; }
    [[nodiscard]] QString tableLabel() const;
    [[nodiscard]] QString tableIcon() const;
    [[nodiscard]] QString tableDescription() const;
    [[nodiscard]] QString moduleLabel() const;
    [[nodiscard]] Absence absence() const;
    /// Why the staff member does not see the table; empty when it is the database that refuses.
    [[nodiscard]] QString hiddenBecause() const;
    [[nodiscard]] RecordTableModel *records() { return &m_records; }
    [[nodiscard]] QAbstractItemModel *grid() { return &m_grid; }
    [[nodiscard]] FilterListModel *filters() { return &m_filters; }
    [[nodiscard]] ColumnListModel *columns() { return &m_columns; }
    [[nodiscard]] RecordInspector *inspector() { return &m_inspector; }
    [[nodiscard]] BulkEditor *bulk() { return &m_bulk; }
    [[nodiscard]] RowExport *rowExport() { return &m_export; }
    [[nodiscard]] RowPickerModel *picker() { return &m_picker; }
    [[nodiscard]] int newRows() const { return m_grid.newRowCount(); }
    [[nodiscard]] QString text() const { return m_look.query.text; }
    void setText(const QString &text);
    [[nodiscard]] int pinnedColumns() const { return m_look.pinned; }
    [[nodiscard]] QStringList viewNames() const;
    [[nodiscard]] QString viewName() const { return m_viewName; }
    [[nodiscard]] bool hasChangedLook() const;
    [[nodiscard]] QString countText() const;
    /// True when the order has to be sorted by the database first, because no index delivers it.
    [[nodiscard]] bool isSlowOrder() const;

signals:
    void tableChanged();
    void lookChanged();
    void viewsChanged();
    void countTextChanged();
    /// The grid's columns are others now: widths and pinning are to be read again.
    void columnsReplaced();
    void newRowsChanged();
    /// The row to select after openRecord(), -1 when it is not among the rows.
    void recordFound(int row);
    void copied(int rows, const QString &error);
    /// The person went somewhere: for the history.
    void visited();

private:
    const LiveTable *live() const;
    const Table *catalogueTable() const;
    void useLook(const TableLook &look);
    void applyQuery();
    void remember();
    QString settingsKey() const;

    const Clock m_clock;
    DatabaseSession *m_session = nullptr;
    QString m_tableName;
    TableLook m_look;
    QString m_viewName;
    Privacy m_privacy = Privacy::Masked;
    QStringList m_pendingRecord;
    RecordTableModel m_records;
    RecordGridModel m_grid;
    FilterListModel m_filters;
    ColumnListModel m_columns;
    RecordInspector m_inspector;
    BulkEditor m_bulk;
    RowExport m_export;
    RowPickerModel m_picker;
};

} // namespace Ghar

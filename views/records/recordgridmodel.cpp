// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordgridmodel.h"

#include "database/databasesession.h"
#include "fieldedit.h"
#include "records/changeset.h"
#include "records/rowlabels.h"
#include "records/writecheck.h"

namespace Ghar {

// Labels of a few screens; more than that is only reached by scrolling on, when the old ones are not seen any more.
static constexpr qsizetype maximumLabels = 20'000;

RecordGridModel::RecordGridModel(RecordTableModel *records, QObject *parent)
    : QAbstractTableModel(parent), m_records(records)
{
    forwardRecords();
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &RecordGridModel::fetchLabels);
}

void RecordGridModel::forwardRecords()
{
    connect(m_records, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(m_records, &QAbstractItemModel::modelReset, this, [this] {
        m_newIds = stagedNewIds();
        m_hasStaged =
            m_changes && m_records->source() && !m_changes->rowsOf(m_records->source()->table.table.name).isEmpty();
        endResetModel();
    });
    connect(m_records, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertRows({}, gridRow(first), gridRow(last)); });
    connect(m_records, &QAbstractItemModel::rowsInserted, this, [this] { endInsertRows(); });
    connect(m_records, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveRows({}, gridRow(first), gridRow(last)); });
    connect(m_records, &QAbstractItemModel::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(m_records, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                emit dataChanged(index(gridRow(from.row()), from.column()), index(gridRow(to.row()), to.column()),
                                 roles);
            });
    connect(m_records, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
}

void RecordGridModel::setSession(DatabaseSession *session)
{
    m_session = session;
    ++m_generation;
    m_labels.clear();
    m_asked.clear();
    m_wanted.clear();
}

void RecordGridModel::setPrivacy(Privacy privacy)
{
    if (m_privacy == privacy)
        return;
    m_privacy = privacy;
    allChanged();
}

void RecordGridModel::setChanges(ChangeSet *changes)
{
    m_changes = changes;
    connect(changes, &ChangeSet::changed, this, &RecordGridModel::noteChanges);
    connect(changes, &ChangeSet::problemsChanged, this, [this] { allChanged({CellChangeRole}); });
}

void RecordGridModel::allChanged(const QList<int> &roles)
{
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), roles);
}

QStringList RecordGridModel::stagedNewIds() const
{
    QStringList ids;
    if (!m_changes || !m_records->source())
        return ids;
    for (const StagedRow &row : m_changes->rowsOf(m_records->source()->table.table.name)) {
        if (row.kind == StagedKind::Insert)
            ids.append(row.id);
    }
    return ids;
}

void RecordGridModel::noteChanges()
{
    const bool had = m_hasStaged;
    m_hasStaged = m_records->source() && !m_changes->rowsOf(m_records->source()->table.table.name).isEmpty();
    const QStringList ids = stagedNewIds();
    for (int row = newRowCount() - 1; row >= 0; --row) {
        if (ids.contains(m_newIds.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_newIds.removeAt(row);
        endRemoveRows();
    }
    // Those that are here keep their places; what undo brings back comes last.
    QStringList added = ids;
    added.removeIf([this](const QString &id) { return m_newIds.contains(id); });
    if (!added.isEmpty()) {
        beginInsertRows({}, newRowCount(), newRowCount() + int(added.size()) - 1);
        m_newIds.append(added);
        endInsertRows();
    }
    if (had || m_hasStaged)
        allChanged();
}

QString RecordGridModel::newIdAt(int row) const
{
    return m_newIds.value(row);
}

int RecordGridModel::recordRow(int row) const
{
    return row < newRowCount() ? -1 : row - newRowCount();
}

void RecordGridModel::putStaged(const QString &table, const Row &key, const QStringList &columns, Row &values) const
{
    const StagedRow *staged = m_changes && !key.isEmpty() ? m_changes->find(table, stagedIdOf(key)) : nullptr;
    for (qsizetype i = 0; staged && i < columns.size(); ++i) {
        if (const auto edited = staged->values.constFind(columns.at(i)); edited != staged->values.cend())
            values[i] = edited->value;
    }
}

const StagedRow *RecordGridModel::stagedRow(int row) const
{
    if (!m_hasStaged)
        return nullptr;
    const QString &table = m_records->source()->table.table.name;
    if (row < newRowCount())
        return m_changes->find(table, m_newIds.at(row));
    const std::optional<Row> key = m_records->primaryKey(recordRow(row));
    return key ? m_changes->find(table, stagedIdOf(*key)) : nullptr;
}

RecordGridModel::Cell RecordGridModel::cellAt(int row, int column) const
{
    const Column &known = *m_records->columnAt(column);
    const StagedRow *staged = stagedRow(row);
    const auto edited = staged ? staged->values.constFind(known.name) : QMap<QString, StagedValue>::const_iterator();
    const bool isEdited = staged && edited != staged->values.cend();
    Cell cell;
    if (isEdited) {
        cell.value = edited->value;
        cell.isDefault = edited->isDefault;
        cell.change = CellChange::Edited;
    } else if (row >= newRowCount()) {
        cell.value = m_records->value(recordRow(row), column);
    } else {
        cell.value = Value::null();
        cell.isDefault = !known.nullable || !known.serverDefault.isNull();
    }
    if (row < newRowCount()) {
        cell.change = CellChange::Inserted;
        cell.isMissing = cell.isDefault && needsValue(m_records->source()->table, known);
    }
    if (staged && staged->kind == StagedKind::Delete)
        cell.change = CellChange::Deleted;
    if (staged && !faultOf(*staged, column).isEmpty())
        cell.change = CellChange::Faulty;
    return cell;
}

QString RecordGridModel::faultOf(const StagedRow &staged, int column) const
{
    const QString &name = m_records->columnAt(column)->name;
    const QHash<QString, QString> problems = m_changes->problemsOf(staged.table(), staged.id);
    if (const auto own = problems.constFind(name); own != problems.cend())
        return *own;
    // What is said of the whole row stands at what was entered, or at its beginning where nothing was.
    const bool isPlace = staged.values.isEmpty() ? column == 0 : staged.values.contains(name);
    return isPlace ? problems.value(QString()) : QString();
}

std::optional<Value> RecordGridModel::value(int row, int column) const
{
    if (row < 0 || row >= rowCount() || !m_records->columnAt(column))
        return std::nullopt;
    const Cell cell = cellAt(row, column);
    return cell.isDefault ? std::nullopt : cell.value;
}

int RecordGridModel::firstColumnToFill(const QList<int> &columns) const
{
    if (!m_records->source())
        return -1;
    QList<int> order = columns;
    for (int column = 0; columns.isEmpty() && column < columnCount(); ++column)
        order.append(column);
    const LiveTable &table = m_records->source()->table;
    for (const int column : std::as_const(order)) {
        const Column *known = m_records->columnAt(column);
        if (!known || known->setOnUpdate
            || FieldEdit::editorOf(*m_records->source()->live, table, *known) == FieldEdit::Editor::NoEditor)
            continue;
        if (!table.table.primaryKey.contains(known->name) || needsValue(table, *known))
            return column;
    }
    return -1;
}

const ForeignKey *RecordGridModel::linkOf(const Column &column) const
{
    return m_records->source() ? m_records->source()->table.table.foreignKeyOf(column.name) : nullptr;
}

QString RecordGridModel::linkLabel(const QString &table, const Value &key) const
{
    return labelText(m_labels.value({table, key.text()}), m_privacy);
}

int RecordGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : newRowCount() + m_records->rowCount();
}

int RecordGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_records->columnCount();
}

QVariant RecordGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return m_records->headerData(section, orientation, role);
    if (role != Qt::DisplayRole)
        return {};
    return section < newRowCount() ? QVariant(tr("new")) : QVariant(recordRow(section) + 1);
}

QString RecordGridModel::displayed(const Column &column, const Value &value, const CellText &cell) const
{
    const ForeignKey *link = value.isNull() ? nullptr : linkOf(column);
    if (!link)
        return cell.text;
    const LabelKey key{link->refTable, value.text()};
    const auto label = m_labels.constFind(key);
    if (label != m_labels.cend())
        return labelText(*label, m_privacy);
    if (m_session && !m_asked.contains(key)) {
        m_wanted.insert(key);
        if (!m_fetchTimer.isActive())
            m_fetchTimer.start();
    }
    return value.text();
}

QVariant RecordGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::TextAlignmentRole && role != Qt::ToolTipRole && role != CellKindRole
        && role != CellToneRole && role != CellChangeRole) {
        const int row = recordRow(index.row());
        return row < 0 ? QVariant() : m_records->data(m_records->index(row, index.column()), role);
    }
    const Column *column = m_records->columnAt(index.column());
    if (!column)
        return {};
    const Cell cell = cellAt(index.row(), index.column());
    if (role == CellChangeRole)
        return int(cell.change);
    if (role == Qt::ToolTipRole && cell.change == CellChange::Faulty)
        return faultOf(*stagedRow(index.row()), index.column());
    if (cell.isDefault) {
        if (role == CellKindRole)
            return int(cell.isMissing ? CellKind::Missing : CellKind::Default);
        return role == Qt::DisplayRole && cell.isMissing ? tr("required") : QVariant();
    }
    if (!cell.value) {
        if (role == CellKindRole)
            return int(CellKind::Loading);
        return {};
    }
    const CellText text = formatCell(*column, *cell.value, m_privacy);
    const bool isLinkColumn = linkOf(*column);
    const bool isLink = !cell.value->isNull() && isLinkColumn;
    switch (role) {
    case Qt::DisplayRole:
        return displayed(*column, *cell.value, text);
    case Qt::ToolTipRole:
        return isLink ? cell.value->text() : text.exact;
    case Qt::TextAlignmentRole:
        return int((text.rightAligned && !isLinkColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellKindRole:
        return int(isLink ? CellKind::Link : text.kind);
    case CellToneRole:
        return int(text.tone);
    default:
        return {};
    }
}

void RecordGridModel::fetchLabels()
{
    const QSet<LabelKey> wanted = std::exchange(m_wanted, {});
    if (!m_session || !m_session->schema())
        return;
    if (m_labels.size() > maximumLabels) {
        m_labels.clear();
        m_asked.clear();
    }
    m_asked.unite(wanted);
    QHash<QString, QList<Value>> byTable;
    for (const LabelKey &key : wanted)
        byTable[key.first].append(Value(key.second));
    for (auto it = byTable.cbegin(); it != byTable.cend(); ++it) {
        const LiveTable *table = m_session->schema()->table(it.key());
        if (!table || table->table.primaryKey.size() != 1)
            continue;
        m_session->details()
            .run([live = m_session->schema(), table, keys = it.value()](Connection &connection) {
                return readRowLabels(connection, *live, *table, table->table.primaryKey.first(), keys);
            })
            .then(this,
                  [this, name = it.key(), generation = m_generation](const Result<QHash<Value, RowLabel>> &found) {
                      if (generation != m_generation || !found)
                          return;
                      for (auto label = found->cbegin(); label != found->cend(); ++label)
                          m_labels.insert({name, label.key().text()}, *label);
                      allChanged({Qt::DisplayRole});
                  });
    }
}

} // namespace Ghar

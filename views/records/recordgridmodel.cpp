// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordgridmodel.h"

#include "database/databasesession.h"
#include "records/changeset.h"
#include "records/rowlabels.h"

namespace Ghar {

// Labels of a few screens; more than that is only reached by scrolling on, when the old ones are not seen any more.
static constexpr qsizetype maximumLabels = 20'000;

RecordGridModel::RecordGridModel(RecordTableModel *records, QObject *parent)
    : QIdentityProxyModel(parent), m_records(records)
{
    setSourceModel(records);
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &RecordGridModel::fetchLabels);
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
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RecordGridModel::setChanges(ChangeSet *changes)
{
    m_changes = changes;
    connect(changes, &ChangeSet::changed, this, &RecordGridModel::noteChanges);
    connect(m_records, &QAbstractItemModel::modelReset, this, &RecordGridModel::noteChanges);
}

void RecordGridModel::noteChanges()
{
    const bool had = m_hasStaged;
    m_hasStaged = m_records->source() && !m_changes->rowsOf(m_records->source()->table.table.name).isEmpty();
    if ((had || m_hasStaged) && rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const StagedRow *RecordGridModel::stagedRow(int row) const
{
    if (!m_hasStaged)
        return nullptr;
    const std::optional<Row> key = m_records->primaryKey(row);
    return key ? m_changes->find(m_records->source()->table.table.name, stagedIdOf(*key)) : nullptr;
}

const ForeignKey *RecordGridModel::linkOf(const Column &column) const
{
    return m_records->source() ? m_records->source()->table.table.foreignKeyOf(column.name) : nullptr;
}

QString RecordGridModel::linkLabel(const QString &table, const Value &key) const
{
    return labelText(m_labels.value({table, key.text()}), m_privacy);
}

QVariant RecordGridModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::TextAlignmentRole && role != Qt::ToolTipRole && role != CellKindRole
        && role != CellToneRole && role != CellChangeRole)
        return QIdentityProxyModel::data(index, role);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column *column = m_records->columnAt(index.column());
    if (!column)
        return {};
    std::optional<Value> value = m_records->value(index.row(), index.column());
    const StagedRow *staged = stagedRow(index.row());
    const auto edited = staged ? staged->values.constFind(column->name) : QMap<QString, StagedValue>::const_iterator();
    const bool isEdited = staged && edited != staged->values.cend();
    if (role == CellChangeRole) {
        if (staged && staged->kind == StagedKind::Delete)
            return int(CellChange::Deleted);
        return int(isEdited ? CellChange::Edited : CellChange::None);
    }
    if (isEdited) {
        if (edited->isDefault && role == Qt::DisplayRole)
            return tr("DEFAULT");
        value = edited->value;
    }
    if (!value) {
        if (role == CellKindRole)
            return int(CellKind::Loading);
        return {};
    }
    const CellText cell = formatCell(*column, *value, m_privacy);
    const ForeignKey *link = value->isNull() ? nullptr : linkOf(*column);
    switch (role) {
    case Qt::DisplayRole:
        if (link) {
            const LabelKey key{link->refTable, value->text()};
            const auto label = m_labels.constFind(key);
            if (label != m_labels.cend())
                return labelText(*label, m_privacy);
            if (m_session && !m_asked.contains(key)) {
                m_wanted.insert(key);
                if (!m_fetchTimer.isActive())
                    m_fetchTimer.start();
            }
            return value->text();
        }
        return cell.text;
    case Qt::ToolTipRole:
        return link ? value->text() : cell.exact;
    case Qt::TextAlignmentRole:
        return int((cell.rightAligned && !link ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellKindRole:
        return int(link ? CellKind::Link : cell.kind);
    case CellToneRole:
        return int(cell.tone);
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
                      if (rowCount() > 0 && columnCount() > 0)
                          emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
                  });
    }
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journallistmodel.h"

#include "journalwords.h"
#include "records/importcontent.h"
#include "records/rowversion.h"
#include "support/indianformat.h"

using namespace Qt::StringLiterals;

namespace Ghar {

static constexpr int columnsNamed = 4;

JournalListModel::JournalListModel(QObject *parent) : QAbstractListModel(parent) { }

void JournalListModel::setEntries(const LiveSchemaPtr &live, const QList<JournalEntry> &entries, bool more)
{
    beginResetModel();
    m_live = live;
    m_entries = entries;
    m_groups.clear();
    m_groupOf.clear();
    groupFrom(0);
    m_endsOpen = more;
    m_more = false;
    endResetModel();
    m_more = more;
    emit countChanged();
}

void JournalListModel::append(const QList<JournalEntry> &entries, bool more)
{
    // Who is told of the new rows may ask for more at once, and before they are in would get these again.
    m_more = false;
    m_endsOpen = more;
    const int before = count();
    const int grown = m_groups.isEmpty() ? 0 : m_groups.last().first;
    if (!entries.isEmpty()) {
        beginInsertRows({}, before, before + int(entries.size()) - 1);
        m_entries += entries;
        groupFrom(before);
        endInsertRows();
    }
    // The last group may have grown, or have got a neighbour of the same minute.
    if (before > 0)
        emit dataChanged(index(grown), index(before - 1),
                         {WhenTextRole, IsGroupedRole, IsGroupHeadRole, IsGroupTailRole, GroupTextRole});
    m_more = more;
    emit countChanged();
}

void JournalListModel::groupFrom(int entry)
{
    const qsizetype known = std::max<qsizetype>(m_groups.size() - 1, 0);
    for (int i = entry; i < count(); ++i) {
        if (i > 0 && m_entries.at(i).header.changeId == m_entries.at(i - 1).header.changeId)
            ++m_groups.last().count;
        else
            m_groups.append({i, 1, false});
        m_groupOf.append(int(m_groups.size()) - 1);
    }
    for (qsizetype i = known + 1; i < m_groups.size(); ++i) {
        Group &above = m_groups[i - 1];
        Group &below = m_groups[i];
        const auto minuteOf = [this](const Group &group) {
            return m_entries.at(group.first).header.madeAt.toSecsSinceEpoch() / 60;
        };
        if (minuteOf(above) == minuteOf(below))
            above.sharesMinute = below.sharesMinute = true;
    }
}

int JournalListModel::groupSize(int entry) const
{
    return entry >= 0 && entry < count() ? groupOf(entry).count : 0;
}

QString JournalListModel::groupText(const Group &group) const
{
    if (group.count < 2)
        return {};
    if (m_entries.at(group.first).note.action == JournalAction::Import)
        return tr("%n part(s) of an import", nullptr, group.count);
    const bool isOpen = m_endsOpen && group.first + group.count == count();
    return isOpen ? tr("more than %n row(s)", nullptr, group.count) : tr("%n row(s)", nullptr, group.count);
}

QString JournalListModel::summaryOf(const JournalEntry &entry) const
{
    if (entry.note.action == JournalAction::Import && entry.note.rowKey.isNull())
        return tr("%n row(s)", nullptr, int(importContentOf(entry.note).keys.size()));
    if (entry.note.after.isNull() || entry.note.before.isNull())
        return {};
    const LiveTable *table = m_live ? m_live->table(entry.note.table) : nullptr;
    QStringList labels;
    const QStringList columns = valuesOfImage(entry.note.after).keys();
    for (const QString &name : columns) {
        const Column *column = table ? table->table.column(name) : nullptr;
        if (!column || !column->setOnUpdate)
            labels.append(column ? column->label : name);
    }
    const qsizetype left = labels.size() - columnsNamed;
    if (left > 0)
        labels = labels.first(columnsNamed) + QStringList{tr("%n more", nullptr, int(left))};
    return labels.join(u", "_s);
}

int JournalListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

bool JournalListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void JournalListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        emit moreWanted();
}

QVariant JournalListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JournalEntry &entry = m_entries.at(index.row());
    const LiveTable *table = m_live ? m_live->table(entry.note.table) : nullptr;
    switch (role) {
    case ActionTextRole:
        return actionText(entry.note.action);
    case ActionToneRole:
        return int(actionTone(entry.note.action));
    case WhenTextRole:
        return groupOf(index.row()).sharesMinute ? momentText(entry.header.madeAt) : localTimeText(entry.header.madeAt);
    case WhoTextRole:
        return whoText(entry.header);
    case TableLabelRole:
        return table ? table->table.labelOne : entry.note.table;
    case TableIconRole:
        return table && !table->table.icon.isEmpty() ? table->table.icon : u"table"_s;
    case RowKeyRole:
        return entry.note.rowKey.text();
    case ReasonRole:
        return entry.header.reason;
    case SummaryRole:
        return summaryOf(entry);
    case IsGroupedRole:
        return groupOf(index.row()).count > 1;
    case IsGroupHeadRole:
        return groupOf(index.row()).first == index.row();
    case IsGroupTailRole:
        return groupOf(index.row()).first + groupOf(index.row()).count - 1 == index.row();
    case GroupTextRole:
        return groupText(groupOf(index.row()));
    default:
        return {};
    }
}

QHash<int, QByteArray> JournalListModel::roleNames() const
{
    return {{ActionTextRole, "actionText"}, {ActionToneRole, "actionTone"}, {WhenTextRole, "whenText"},
            {WhoTextRole, "whoText"},       {TableLabelRole, "tableLabel"}, {TableIconRole, "tableIcon"},
            {RowKeyRole, "rowKey"},         {ReasonRole, "reason"},         {SummaryRole, "summary"},
            {IsGroupedRole, "isGrouped"},   {IsGroupHeadRole, "groupHead"}, {IsGroupTailRole, "groupTail"},
            {GroupTextRole, "groupText"}};
}

} // namespace Ghar

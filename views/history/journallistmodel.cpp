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
    m_more = false;
    endResetModel();
    m_more = more;
    emit countChanged();
}

void JournalListModel::append(const QList<JournalEntry> &entries, bool more)
{
    // Who is told of the new rows may ask for more at once, and before they are in would get these again.
    m_more = false;
    if (!entries.isEmpty()) {
        beginInsertRows({}, count(), count() + int(entries.size()) - 1);
        m_entries += entries;
        endInsertRows();
    }
    m_more = more;
    emit countChanged();
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
        return localTimeText(entry.header.madeAt);
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
    case SummaryRole: {
        if (entry.note.action == JournalAction::Import && entry.note.rowKey.isNull())
            return tr("%n row(s)", nullptr, int(importContentOf(entry.note).keys.size()));
        if (entry.note.after.isNull() || entry.note.before.isNull())
            return QString();
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
    default:
        return {};
    }
}

QHash<int, QByteArray> JournalListModel::roleNames() const
{
    return {{ActionTextRole, "actionText"}, {ActionToneRole, "actionTone"}, {WhenTextRole, "whenText"},
            {WhoTextRole, "whoText"},       {TableLabelRole, "tableLabel"}, {TableIconRole, "tableIcon"},
            {RowKeyRole, "rowKey"},         {ReasonRole, "reason"},         {SummaryRole, "summary"}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historylistmodel.h"

#include "history/journalwords.h"
#include "support/indianformat.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

Value valueIn(const QJsonObject &image, const QString &column)
{
    const QJsonValue value = image.value(column);
    return value.isString() ? Value(value.toString()) : Value::null();
}

QJsonObject objectOf(const Value &image)
{
    return QJsonDocument::fromJson(image.text().toUtf8()).object();
}

} // namespace

HistoryListModel::HistoryListModel(QObject *parent) : QAbstractListModel(parent) { }

void HistoryListModel::setEntries(const LiveSchemaPtr &live, const LiveTable *table, const QList<JournalEntry> &entries)
{
    beginResetModel();
    m_live = live;
    m_table = table;
    m_entries = entries;
    m_lines.clear();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        m_lines.append(Line{i, {}, {}, {}});
        if (entries.at(i).note.action != JournalAction::Update)
            continue; // the whole row came or went
        const QJsonObject before = objectOf(entries.at(i).note.before);
        const QJsonObject after = objectOf(entries.at(i).note.after);
        for (auto value = after.begin(); value != after.end(); ++value)
            m_lines.append(Line{i, value.key(), valueIn(before, value.key()), valueIn(after, value.key())});
    }
    endResetModel();
    emit countChanged();
}

void HistoryListModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (!m_lines.isEmpty())
        emit dataChanged(index(0), index(count() - 1));
}

QMap<QString, StagedValue> HistoryListModel::valuesBefore(int entry) const
{
    QMap<QString, StagedValue> values;
    if (entry < 0 || entry >= count() || !m_table)
        return values;
    for (const Line &line : m_lines) {
        const Column *column = m_table->table.column(line.column);
        if (line.entry == m_lines.at(entry).entry && column && !column->setOnUpdate)
            values.insert(line.column, {line.before, false});
    }
    return values;
}

QString HistoryListModel::whenOf(int entry) const
{
    return entry >= 0 && entry < count() ? localTimeText(m_entries.at(m_lines.at(entry).entry).header.madeAt)
                                         : QString();
}

QString HistoryListModel::shown(const QString &column, const Value &value) const
{
    return imageText(m_table ? &m_table->table : nullptr, column, value, m_privacy);
}

int HistoryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant HistoryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    const JournalEntry &entry = m_entries.at(line.entry);
    switch (role) {
    case IsHeadingRole:
        return line.column.isEmpty();
    case ActionTextRole:
        return actionText(entry.note.action);
    case ActionToneRole:
        return int(actionTone(entry.note.action));
    case WhenTextRole:
        return localTimeText(entry.header.madeAt);
    case WhoTextRole:
        return whoText(entry.header);
    case ReasonRole:
        return entry.header.reason;
    case ColumnLabelRole: {
        const Column *column = m_table ? m_table->table.column(line.column) : nullptr;
        return column ? column->label : line.column;
    }
    case OldTextRole:
        return line.column.isEmpty() ? QString() : shown(line.column, line.before);
    case NewTextRole:
        return line.column.isEmpty() ? QString() : shown(line.column, line.after);
    case CanRevertRole:
        return line.column.isEmpty() && entry.note.action == JournalAction::Update;
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryListModel::roleNames() const
{
    return {{IsHeadingRole, "isHeading"}, {ActionTextRole, "actionText"},   {ActionToneRole, "actionTone"},
            {WhenTextRole, "whenText"},   {WhoTextRole, "whoText"},         {ReasonRole, "reason"},
            {OldTextRole, "oldText"},     {ColumnLabelRole, "columnLabel"}, {NewTextRole, "newText"},
            {CanRevertRole, "canRevert"}};
}

} // namespace Ghar

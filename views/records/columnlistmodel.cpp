// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnlistmodel.h"

#include "database/dialect.h"

using namespace Qt::StringLiterals;

namespace Ghar {

ColumnListModel::ColumnListModel(QObject *parent) : QAbstractListModel(parent) { }

void ColumnListModel::setLook(const LiveTable *table, const TableLook &look)
{
    beginResetModel();
    m_table = table;
    m_look = look;
    m_order = look.columns;
    if (table) {
        for (const Column &column : table->table.columns) {
            if (!m_order.contains(column.name) && column.type != ColumnType::TextSearchVector)
                m_order.append(column.name);
        }
    }
    endResetModel();
    emit countChanged();
}

QString ColumnListModel::filterKind(const LiveTable &table, const Column &column)
{
    if (table.table.foreignKeyOf(column.name))
        return u"key"_s;
    if (!column.enumName.isEmpty() || column.type == ColumnType::Enum)
        return u"enum"_s;
    switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Float:
    case ColumnType::Numeric:
        return column.isMoney ? u"money"_s : u"number"_s;
    case ColumnType::Date:
        return u"date"_s;
    case ColumnType::DateTime:
        return u"time"_s;
    case ColumnType::Boolean:
        return u"boolean"_s;
    case ColumnType::Json:
    case ColumnType::StringArray:
        return u"json"_s;
    case ColumnType::String:
    case ColumnType::Text:
    case ColumnType::Uuid:
        return u"text"_s;
    default:
        return u"other"_s;
    }
}

int ColumnListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ColumnListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_table)
        return {};
    const Column *column = m_table->table.column(m_order.at(index.row()));
    if (!column)
        return {};
    switch (role) {
    case ColumnNameRole:
        return column->name;
    case ColumnLabelRole:
        return column->label;
    case ColumnTypeRole:
        return filterKind(*m_table, *column);
    case ColumnShownRole:
        return m_look.columns.contains(column->name);
    case ColumnPinnedRole:
        return index.row() < m_look.pinned;
    case ColumnSortableRole:
        return Dialect::isSortable(*column);
    case ColumnIconRole: {
        static const QHash<QString, QString> icons{
            {u"key"_s, u"link"_s},      {u"enum"_s, u"list"_s},  {u"number"_s, u"hash"_s},   {u"money"_s, u"hash"_s},
            {u"date"_s, u"calendar"_s}, {u"time"_s, u"clock"_s}, {u"boolean"_s, u"check"_s}, {u"json"_s, u"braces"_s},
            {u"text"_s, u"type"_s},     {u"other"_s, u"type"_s}};
        return icons.value(filterKind(*m_table, *column));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ColumnListModel::roleNames() const
{
    return {{ColumnNameRole, "columnName"},     {ColumnLabelRole, "columnLabel"},
            {ColumnTypeRole, "columnKind"},     {ColumnShownRole, "columnShown"},
            {ColumnPinnedRole, "columnPinned"}, {ColumnSortableRole, "columnSortable"},
            {ColumnIconRole, "columnIcon"}};
}

} // namespace Ghar

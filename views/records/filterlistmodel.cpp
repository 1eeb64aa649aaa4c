// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterlistmodel.h"

#include "records/valuecheck.h"
#include "support/cellformatter.h"
#include "support/indianformat.h"

using namespace Qt::StringLiterals;

namespace Ghar {

FilterListModel::FilterListModel(QObject *parent) : QAbstractListModel(parent) { }

void FilterListModel::setFilters(const LiveTable *table, const QList<Filter> &filters)
{
    beginResetModel();
    m_table = table;
    m_filters = filters;
    endResetModel();
    emit countChanged();
}

QString FilterListModel::describe(const Column &column, const Filter &filter)
{
    const auto shown = [&column](const Value &value) {
        if (value.isNull())
            return tr("empty");
        Column open = column;
        open.sensitivity = Sensitivity::None; // what the person typed is no secret to them
        const QString text = formatCell(open, value, Privacy::Revealed).text;
        return text.isEmpty() ? value.text() : text;
    };
    // The ends of a range of times are told as they would be typed: a day where it is one.
    const auto end = [&](const Value &value, Bound bound) {
        if (column.type != ColumnType::DateTime)
            return shown(value);
        const QString typed = inputOfBound(column, value, bound);
        const QDate day = QDate::fromString(typed, Qt::ISODate);
        return day.isValid() && typed.size() == 10 ? dateText(day) : shown(value);
    };
    const Value first = filter.values.value(0);
    switch (filter.op) {
    case Filter::Op::Equals:
        return tr("is %1").arg(shown(first));
    case Filter::Op::NotEquals:
        return tr("is not %1").arg(shown(first));
    case Filter::Op::AnyOf: {
        QStringList values;
        for (const Value &value : filter.values)
            values.append(shown(value));
        return tr("is %1").arg(values.join(tr(" or ")));
    }
    case Filter::Op::Contains:
        return tr("contains “%1”").arg(first.text());
    case Filter::Op::StartsWith:
        return tr("starts with “%1”").arg(first.text());
    case Filter::Op::AtLeast:
        return u"≥ "_s + end(first, Bound::Lower);
    case Filter::Op::AtMost:
        return u"≤ "_s + end(first, Bound::Upper);
    case Filter::Op::Between:
        if (first.isNull())
            return u"≤ "_s + end(filter.values.value(1), Bound::Upper);
        if (filter.values.value(1).isNull())
            return u"≥ "_s + end(first, Bound::Lower);
        if (end(first, Bound::Lower) == end(filter.values.value(1), Bound::Upper))
            return tr("is %1").arg(end(first, Bound::Lower));
        return tr("%1 to %2").arg(end(first, Bound::Lower), end(filter.values.value(1), Bound::Upper));
    case Filter::Op::IsNull:
    case Filter::Op::IsEmpty:
        return tr("is empty");
    case Filter::Op::IsNotNull:
        return tr("is not empty");
    }
    Q_UNREACHABLE();
}

int FilterListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FilterListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_table)
        return {};
    const Filter &filter = m_filters.at(index.row());
    const Column *column = m_table->table.column(filter.column);
    switch (role) {
    case FilterColumnRole:
        return filter.column;
    case FilterLabelRole:
        return column ? column->label : filter.column;
    case FilterTextRole:
        return column ? describe(*column, filter) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> FilterListModel::roleNames() const
{
    return {{FilterColumnRole, "filterColumn"}, {FilterLabelRole, "filterLabel"}, {FilterTextRole, "filterText"}};
}

} // namespace Ghar

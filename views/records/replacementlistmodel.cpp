// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replacementlistmodel.h"

#include "records/rowkey.h"
#include "support/indianformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

ReplacementListModel::ReplacementListModel(QObject *parent) : QAbstractListModel(parent) { }

void ReplacementListModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1));
}

void ReplacementListModel::setList(const Column &column, const ReplacementList &list)
{
    beginResetModel();
    m_column = column;
    m_list = list;
    m_error.clear();
    m_searched = true;
    endResetModel();
    emit listChanged();
}

void ReplacementListModel::setError(const QString &sentence)
{
    setList({}, {});
    m_searched = false;
    m_error = sentence;
    emit listChanged();
}

void ReplacementListModel::clear()
{
    setError({});
}

int ReplacementListModel::refusedCount() const
{
    return int(std::count_if(m_list.found.cbegin(), m_list.found.cend(),
                             [](const Replacement &entry) { return !entry.problem.isEmpty(); }));
}

QString ReplacementListModel::summary() const
{
    if (!m_searched)
        return {};
    QString text = tr("%n value(s) would change", nullptr, count()) + u" · "_s
        + tr("%1 looked at").arg(rowCountText(m_list.searched, true));
    if (m_list.more)
        text += u" · "_s + tr("there are more; these are taken first");
    if (refusedCount() > 0)
        text += u" · "_s + tr("%n of them break(s) a rule and stay(s) as it is", nullptr, refusedCount());
    return text;
}

int ReplacementListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ReplacementListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Replacement &entry = m_list.found.at(index.row());
    switch (role) {
    case RowLabelRole: {
        const QString label = labelText(entry.label, m_privacy);
        return label.isEmpty() ? u'#' + rowKeyText(entry.original.key) : label;
    }
    case BeforeRole:
        return formatCell(m_column, entry.before, m_privacy).text;
    case AfterRole:
        return entry.problem.isEmpty() ? formatCell(m_column, entry.after, m_privacy).text : entry.after.text();
    case ProblemRole:
        return entry.problem;
    default:
        return {};
    }
}

QHash<int, QByteArray> ReplacementListModel::roleNames() const
{
    return {{RowLabelRole, "rowLabel"}, {BeforeRole, "before"}, {AfterRole, "after"}, {ProblemRole, "problem"}};
}

} // namespace Ghar

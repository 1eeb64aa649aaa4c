// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviewlistmodel.h"

#include "rowlabelcache.h"
#include "schema/rowlabel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

ReviewListModel::ReviewListModel(QObject *parent) : QAbstractListModel(parent) { }

void ReviewListModel::setRows(const LiveSchemaPtr &live, const QList<StagedRow> &rows,
                              const QList<CommitProblem> &problems, const QList<RowProblem> &findings)
{
    beginResetModel();
    m_findings.clear();
    for (const RowProblem &finding : findings)
        m_findings[finding.table + u'\n' + finding.id].insert(finding.column, finding.sentence);
    m_live = live;
    m_rows = rows;
    // What cannot be got back by typing is looked at first.
    std::stable_partition(m_rows.begin(), m_rows.end(),
                          [](const StagedRow &row) { return row.kind == StagedKind::Delete; });
    m_problems = problems;
    m_entries.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const StagedRow &row = m_rows.at(i);
        m_entries.append(Entry{i, {}});
        for (auto value = row.values.cbegin(); value != row.values.cend(); ++value)
            m_entries.append(Entry{i, value.key()});
        const CommitProblem *problem = problemOf(row);
        if (!problem || problem->kind != CommitProblem::Kind::Conflict)
            continue;
        // What only they have changed belongs to the choice too.
        for (auto value = problem->now.values.cbegin(); value != problem->now.values.cend(); ++value) {
            if (!row.values.contains(value.key()) && row.original.values.value(value.key()) != value.value())
                m_entries.append(Entry{i, value.key()});
        }
    }
    endResetModel();
    emit countChanged();
}

void ReviewListModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    allChanged();
}

void ReviewListModel::setLabels(RowLabelCache *labels)
{
    m_labels = labels;
    connect(labels, &RowLabelCache::changed, this, [this] {
        allChanged({RowLabelRole, OldTextRole, NewTextRole, TheirTextRole});
    });
}

void ReviewListModel::allChanged(const QList<int> &roles)
{
    if (!m_entries.isEmpty())
        emit dataChanged(index(0), index(count() - 1), roles);
}

QString ReviewListModel::labelOf(const LiveTable *table, const StagedRow &row) const
{
    if (!table)
        return {};
    if (row.kind != StagedKind::Insert) {
        const RowLabel *label = m_labels ? m_labels->ofRow(row.table(), row.original.key) : nullptr;
        // Without a label of its own the row is called by its key, which stands there anyway.
        const QString text = label ? labelText(*label, m_privacy) : QString();
        return text == u'#' + row.id.mid(1) ? QString() : text;
    }
    // The database does not know a new row: what was staged for it says what it is called.
    const auto parts = parseRowLabel(table->table.rowLabel);
    QStringList texts;
    for (const RowLabelPart &part : parts ? *parts : QList<RowLabelPart>()) {
        for (const QStringList &path : part.alternatives) {
            const Value value = row.values.value(path.first()).value;
            const Column *column = table->table.column(path.first());
            if (!column || value.isNull() || value.text().isEmpty())
                continue;
            texts.append(shown(table, column->name, value));
            break;
        }
    }
    return texts.join(u" · "_s);
}

const StagedRow *ReviewListModel::rowAt(int entry) const
{
    return entry >= 0 && entry < count() ? &m_rows.at(m_entries.at(entry).row) : nullptr;
}

QString ReviewListModel::columnAt(int entry) const
{
    return entry >= 0 && entry < count() ? m_entries.at(entry).column : QString();
}

const CommitProblem *ReviewListModel::problemAt(int entry) const
{
    const StagedRow *row = rowAt(entry);
    return row ? problemOf(*row) : nullptr;
}

const CommitProblem *ReviewListModel::problemOf(const StagedRow &row) const
{
    for (const CommitProblem &problem : m_problems) {
        if (problem.table == row.table() && problem.id == row.id)
            return &problem;
    }
    return nullptr;
}

QString ReviewListModel::shown(const LiveTable *table, const QString &column, const Value &value) const
{
    if (value.isNull())
        return tr("NULL");
    if (value.text().isEmpty())
        return tr("(empty text)");
    const Column *known = table ? table->table.column(column) : nullptr;
    const QString link = known && m_labels ? m_labels->linkText(table->table, column, value, m_privacy) : QString();
    if (!link.isEmpty())
        return link;
    return known ? formatCell(*known, value, m_privacy).text : value.text();
}

QString ReviewListModel::sentencesOf(const StagedRow &row, const QString &column) const
{
    // A sentence stands at the value that is to blame, where that is shown.
    const auto belongs = [&](const QString &blamed) {
        return column.isEmpty() ? blamed.isEmpty() || !row.values.contains(blamed) : blamed == column;
    };
    QStringList sentences;
    const CommitProblem *problem = problemOf(row);
    if (problem && belongs(problem->column))
        sentences.append(problem->sentence);
    const QHash<QString, QString> findings = m_findings.value(row.table() + u'\n' + row.id);
    for (auto finding = findings.cbegin(); finding != findings.cend(); ++finding) {
        if (belongs(finding.key()) && !sentences.contains(*finding))
            sentences.append(*finding);
    }
    sentences.sort();
    return sentences.join(u' ');
}

int ReviewListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ReviewListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const StagedRow &row = m_rows.at(entry.row);
    const LiveTable *table = m_live ? m_live->table(row.table()) : nullptr;
    const CommitProblem *problem = problemOf(row);
    const bool isRow = entry.column.isEmpty();
    switch (role) {
    case IsRowRole:
        return isRow;
    case TableLabelRole:
        return table ? table->table.labelOne : row.table();
    case RowTextRole:
        return row.kind == StagedKind::Insert ? tr("new") : u'#' + row.id.mid(1);
    case RowLabelRole:
        return isRow ? labelOf(table, row) : QString();
    case ChangeKindRole:
        return int(row.kind);
    case ColumnLabelRole: {
        const Column *column = table ? table->table.column(entry.column) : nullptr;
        return column ? column->label : entry.column;
    }
    case OldTextRole:
        return isRow || row.kind == StagedKind::Insert
            ? QString()
            : shown(table, entry.column, row.original.values.value(entry.column));
    case ChangedRole:
        return row.values.contains(entry.column);
    case NewTextRole: {
        if (isRow || !row.values.contains(entry.column))
            return QString();
        const StagedValue value = row.values.value(entry.column);
        return value.isDefault ? tr("DEFAULT") : shown(table, entry.column, value.value);
    }
    case TheirTextRole: {
        const bool conflicts = !isRow && problem && problem->kind == CommitProblem::Kind::Conflict
            && problem->now.values.value(entry.column) != row.original.values.value(entry.column);
        return conflicts ? shown(table, entry.column, problem->now.values.value(entry.column)) : QString();
    }
    case ProblemRole:
        return sentencesOf(row, entry.column);
    case IsConflictRole:
        return problem && problem->kind == CommitProblem::Kind::Conflict;
    default:
        return {};
    }
}

QHash<int, QByteArray> ReviewListModel::roleNames() const
{
    return {{IsRowRole, "isRow"},       {TableLabelRole, "tableLabel"}, {RowTextRole, "rowText"},
            {RowLabelRole, "rowLabel"}, {ChangeKindRole, "changeKind"}, {ColumnLabelRole, "columnLabel"},
            {OldTextRole, "oldText"},   {NewTextRole, "newText"},       {TheirTextRole, "theirText"},
            {ProblemRole, "problem"},   {IsConflictRole, "isConflict"}, {ChangedRole, "changed"}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/deleteplandraft.h"

#include "records/rowkey.h"
#include "records/rowlabels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DeletePlan)
};

} // namespace

Result<void> DeletePlanDraft::report() const
{
    if (m_progress && !m_progress(m_plan))
        return Error{ErrorKind::Cancelled, Text::tr("The plan was stopped. Nothing was changed."), {}};
    return {};
}

int DeletePlanDraft::addRoot(const LiveTable &root)
{
    Q_ASSERT(m_plan.steps.isEmpty());
    m_plan.steps.append({-1, root.table.name, {}, DeleteEffect::Deletes, 0, {}});
    m_sampleKeys.append(QList<Row>());
    m_firstStep.insert(&root, 0);
    return 0;
}

int DeletePlanDraft::stepFor(const LiveTable *parent, const DeleteEdge &edge, DeleteEffect effect)
{
    const QString column = edge.columns.join(u", "_s);
    const QString name =
        parent->table.name + u' ' + edge.child->table.name + u' ' + column + u' ' + QString::number(int(effect));
    const auto it = m_stepOf.constFind(name);
    if (it != m_stepOf.cend())
        return *it;
    const int index = int(m_plan.steps.size());
    m_plan.steps.append({m_firstStep.value(parent, -1), edge.child->table.name, column, effect, 0, {}});
    m_sampleKeys.append(QList<Row>());
    m_stepOf.insert(name, index);
    if (effect == DeleteEffect::Deletes && !m_firstStep.contains(edge.child))
        m_firstStep.insert(edge.child, index);
    return index;
}

void DeletePlanDraft::addSample(int step, const Row &key)
{
    if (!hasEnoughSamples(step))
        m_sampleKeys[step].append(key);
}

bool DeletePlanDraft::canFollow(const DeleteEdge &edge)
{
    if (!edge.child->readable) {
        if (!m_plan.unreadableTables.contains(edge.child->table.name))
            m_plan.unreadableTables.append(edge.child->table.name);
        return false;
    }
    if (!edge.isIndexed && !edge.isEmbedded && !m_plan.missingIndexes.contains(edge.name()))
        m_plan.missingIndexes.append(edge.name());
    return true;
}

Result<void> DeletePlanDraft::readSamples(Connection &connection, const LiveSchema &seen)
{
    for (qsizetype i = 0; i < m_plan.steps.size(); ++i) {
        DeleteStep &step = m_plan.steps[i];
        const LiveTable *table = seen.table(step.table);
        const QList<Row> &keys = m_sampleKeys.at(i);
        if (!table || !table->readable || keys.isEmpty())
            continue;
        if (table->table.primaryKey.size() != 1) {
            for (const Row &key : keys) {
                const QString text = u'#' + rowKeyText(key);
                step.samples.append({key, text, text});
            }
            continue;
        }
        QList<Value> values;
        for (const Row &key : keys)
            values.append(key.first());
        const Result<QHash<Value, RowLabel>> labels =
            readRowLabels(connection, seen, *table, table->table.primaryKey.first(), values);
        if (!labels)
            return labels.error();
        for (const Value &value : std::as_const(values)) {
            if (labels->contains(value))
                step.samples.append(labels->value(value));
        }
    }
    return {};
}

} // namespace Ghar

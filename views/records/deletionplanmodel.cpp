// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletionplanmodel.h"

#include "database/databasesession.h"
#include "support/indianformat.h"
#include "support/workprogress.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace Ghar {

// Milliseconds between two looks at a plan that grows.
static constexpr qint64 lookInterval = 150;

namespace {

/// For each step: is it, or does it lead to, one that the database would refuse?
QList<bool> blockedSteps(const DeletePlan &plan)
{
    QList<bool> blocked(plan.steps.size(), false);
    for (int i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps.at(i).effect != DeleteEffect::Blocks || plan.steps.at(i).count == 0)
            continue;
        for (int step = i; step >= 0 && !blocked.at(step); step = plan.steps.at(step).parent)
            blocked[step] = true;
    }
    return blocked;
}

} // namespace

DeletionPlanModel::DeletionPlanModel(QObject *parent) : QAbstractListModel(parent) { }

DeletionPlanModel::~DeletionPlanModel() = default;

void DeletionPlanModel::setSession(DatabaseSession *session)
{
    read({});
    m_session = session;
}

void DeletionPlanModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1));
}

void DeletionPlanModel::read(const QList<StagedRow> &rows)
{
    cancel();
    m_error.clear();
    m_named.clear();
    m_live = m_session ? m_session->schema() : nullptr;
    QMap<QString, QList<Row>> keys;
    for (const StagedRow &row : rows) {
        if (row.kind == StagedKind::Delete)
            keys[row.table()].append(row.original.key);
    }
    take({}, keys.isEmpty());
    if (keys.isEmpty() || !m_session)
        return;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        m_named.insert(it.key(), it->size());
    m_work = std::make_shared<WorkToken>();
    emit planChanged();
    const auto look =
        progressFor<QList<DeletePlan>>(this, m_work, [this, work = m_work](const QList<DeletePlan> &plans) {
            if (work == m_work)
                take(plans, false);
        });
    m_session->counter()
        .run(
            [live = m_live, keys, look, work = m_work](Connection &connection) -> Result<QList<DeletePlan>> {
                QList<DeletePlan> plans;
                QElapsedTimer sinceLook;
                sinceLook.start();
                for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
                    const LiveTable *table = live->table(it.key());
                    if (!table)
                        continue;
                    const auto grown = [&](const DeletePlan &plan) {
                        if (sinceLook.elapsed() >= lookInterval) {
                            look(plans + QList<DeletePlan>{plan});
                            sinceLook.restart();
                        }
                        return !work->isCancelled();
                    };
                    const Result<DeletePlan> plan = planDelete(connection, *live, *table, *it, grown);
                    if (!plan)
                        return plan.error();
                    plans.append(*plan);
                }
                return plans;
            },
            m_work)
        .then(this, [this, work = m_work](const Result<QList<DeletePlan>> &plans) {
            if (work != m_work)
                return;
            m_work.reset();
            if (!plans)
                m_error = plans.error().userText;
            take(plans ? *plans : m_plans, plans.hasValue());
        });
}

void DeletionPlanModel::cancel()
{
    if (!m_work)
        return;
    m_session->counter().cancel(m_work);
    m_work.reset();
    emit planChanged();
}

void DeletionPlanModel::take(const QList<DeletePlan> &plans, bool complete)
{
    beginResetModel();
    m_plans = plans;
    m_complete = complete;
    m_entries.clear();
    for (const bool isBlocked : {true, false}) {
        for (const DeletePlan &plan : plans) {
            if (plan.blocks.isEmpty() != isBlocked)
                addSteps(plan, blockedSteps(plan), -1, 0);
        }
    }
    endResetModel();
    emit planChanged();
}

void DeletionPlanModel::addSteps(const DeletePlan &plan, const QList<bool> &blocked, int parent, int depth)
{
    for (const bool isBlocked : {true, false}) {
        for (int i = 0; i < plan.steps.size(); ++i) {
            const DeleteStep &step = plan.steps.at(i);
            if (step.parent != parent || step.count == 0 || blocked.at(i) != isBlocked)
                continue;
            m_entries.append({depth, step});
            addSteps(plan, blocked, i, depth + 1);
        }
    }
}

bool DeletionPlanModel::isBlocked() const
{
    return std::any_of(m_plans.cbegin(), m_plans.cend(), [](const DeletePlan &plan) { return !plan.blocks.isEmpty(); });
}

int DeletionPlanModel::danglingRows() const
{
    qint64 rows = 0;
    for (const DeletePlan &plan : m_plans) {
        for (const qint64 count : plan.dangling)
            rows += count;
    }
    return int(std::min<qint64>(rows, std::numeric_limits<int>::max()));
}

QString DeletionPlanModel::labelOf(const QString &table, const QString &column) const
{
    const LiveTable *known = m_live ? m_live->table(table) : nullptr;
    const QString name = known ? known->table.label : table;
    if (column.isEmpty())
        return name;
    const Column *of = known ? known->table.column(column) : nullptr;
    return tr("%1 (%2)").arg(name, of ? of->label : column);
}

QString DeletionPlanModel::listed(QMap<QString, qint64> DeletePlan::*counts) const
{
    QMap<QString, qint64> all;
    for (const DeletePlan &plan : m_plans) {
        for (auto it = (plan.*counts).cbegin(); it != (plan.*counts).cend(); ++it)
            all[it.key()] += *it;
    }
    QStringList parts;
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const bool isDeletion = counts == &DeletePlan::deletes;
        const qint64 rows = isDeletion ? *it - m_named.value(it.key()) : *it;
        if (rows > 0)
            parts.append(tr("%1: %2").arg(labelOf(it.key().section(u'.', 0, 0), it.key().section(u'.', 1)),
                                          rowCountText(rows, true)));
    }
    return parts.join(u", "_s);
}

QString DeletionPlanModel::blockText() const
{
    const QString blocks = listed(&DeletePlan::blocks);
    return blocks.isEmpty() ? QString() : tr("Refused because of %1.").arg(blocks);
}

QString DeletionPlanModel::summary() const
{
    QStringList sentences;
    const auto add = [&sentences](const QString &sentence, const QString &list) {
        if (!list.isEmpty())
            sentences.append(sentence.arg(list));
    };
    if (isBlocked())
        sentences.append(blockText());
    add(tr("Also deletes %1."), listed(&DeletePlan::deletes));
    add(tr("Sets to NULL in %1."), listed(&DeletePlan::nulls));
    add(tr("Leaves keys that lead nowhere in %1."), listed(&DeletePlan::dangling));
    return sentences.join(u'\n');
}

QVariantList DeletionPlanModel::money() const
{
    QMap<std::pair<QString, QString>, qint64> paise;
    for (const DeletePlan &plan : m_plans) {
        for (const DeletedMoney &money : plan.money) {
            const LiveTable *table = m_live ? m_live->table(money.table) : nullptr;
            const Column *column = table ? table->table.column(money.column) : nullptr;
            paise[{labelOf(money.table, {}), column ? column->label : money.column}] += money.paise;
        }
    }
    QVariantList rows;
    for (auto it = paise.cbegin(); it != paise.cend(); ++it) {
        const QString digits = QString::number(qAbs(*it)).rightJustified(3, u'0');
        const QString decimal = (*it < 0 ? u"-"_s : QString()) + digits.chopped(2) + u'.' + digits.last(2);
        rows.append(
            QVariantMap{{u"table"_s, it.key().first}, {u"column"_s, it.key().second}, {u"amount"_s, rupees(decimal)}});
    }
    return rows;
}

QString DeletionPlanModel::notes() const
{
    QStringList sentences;
    for (const DeletePlan &plan : m_plans) {
        for (const QString &column : plan.missingIndexes)
            sentences.append(tr("%1 has no index, so its rows were searched one by one.").arg(column));
        for (const QString &table : plan.unreadableTables)
            sentences.append(tr("%1 may not be read: what happens to its rows is not known here.").arg(table));
    }
    sentences.removeDuplicates();
    return sentences.join(u'\n');
}

int DeletionPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant DeletionPlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case StepDepthRole:
        return entry.depth;
    case StepTextRole:
        return labelOf(entry.step.table, entry.step.column);
    case StepCountRole:
        return rowCountText(entry.step.count, true);
    case StepEffectRole:
        return int(entry.step.effect);
    case StepSamplesRole: {
        QStringList samples;
        for (const RowLabel &label : entry.step.samples)
            samples.append(labelText(label, m_privacy));
        if (entry.step.count > samples.size() && !samples.isEmpty())
            samples.append(u"…"_s);
        return samples.join(u", "_s);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> DeletionPlanModel::roleNames() const
{
    return {{StepDepthRole, "stepDepth"},
            {StepTextRole, "stepText"},
            {StepCountRole, "stepCount"},
            {StepEffectRole, "stepEffect"},
            {StepSamplesRole, "stepSamples"}};
}

} // namespace Ghar

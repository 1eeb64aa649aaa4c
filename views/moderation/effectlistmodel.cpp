// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "effectlistmodel.h"

#include "moderationwords.h"

namespace Ghar {

EffectListModel::EffectListModel(QObject *parent) : QAbstractListModel(parent) { }

void EffectListModel::setRequest(const std::optional<DecisionRequest> &request)
{
    const QList<DecisionEffect> effects =
        request ? effectsOf(request->items.first().kind, request->action) : QList<DecisionEffect>();
    m_request = request;
    if (effects == m_effects) {
        if (!m_effects.isEmpty())
            emit dataChanged(index(0), index(count() - 1), {OnRole});
        return;
    }
    beginResetModel();
    m_effects = effects;
    endResetModel();
    emit countChanged();
}

void EffectListModel::applyTo(DecisionRequest &request) const
{
    for (const DecisionEffect effect : effectsOf(request.items.first().kind, request.action)) {
        const auto isOn = m_switched.constFind(int(effect));
        if (isOn != m_switched.cend())
            setEffect(request, effect, *isOn);
    }
}

void EffectListModel::toggle(int row)
{
    if (!m_request || row < 0 || row >= count())
        return;
    const DecisionEffect effect = m_effects.at(row);
    const bool isOn = !hasEffect(*m_request, effect);
    m_switched.insert(int(effect), isOn);
    setEffect(*m_request, effect, isOn);
    emit dataChanged(index(row), index(row), {OnRole});
    emit switched();
}

void EffectListModel::forget()
{
    m_switched.clear();
    setRequest(std::nullopt);
}

int EffectListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EffectListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DecisionEffect effect = m_effects.at(index.row());
    switch (role) {
    case EffectRole:
        return nameOf(effect);
    case Qt::DisplayRole:
    case LabelRole:
        return effectLabel(effect);
    case OnRole:
        return m_request && hasEffect(*m_request, effect);
    default:
        return {};
    }
}

QHash<int, QByteArray> EffectListModel::roleNames() const
{
    return {{EffectRole, "effectName"}, {LabelRole, "effectLabel"}, {OnRole, "effectOn"}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisionactionlistmodel.h"

#include "decisionkeymodel.h"
#include "moderationwords.h"

using namespace Qt::StringLiterals;

namespace Ghar {

DecisionActionListModel::DecisionActionListModel(QObject *parent) : QAbstractListModel(parent) { }

void DecisionActionListModel::setActions(const QList<ModerationAction> &actions)
{
    if (actions == m_actions)
        return;
    beginResetModel();
    m_actions = actions;
    endResetModel();
    emit countChanged();
}

QString DecisionActionListModel::actionOfKey(const QString &key) const
{
    for (const ModerationAction action : m_actions) {
        if (!key.isEmpty() && DecisionKeyModel::keyOf(action).compare(key, Qt::CaseInsensitive) == 0)
            return nameOf(action);
    }
    return {};
}

void DecisionActionListModel::keysChanged()
{
    if (!m_actions.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {KeyTextRole});
}

int DecisionActionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant DecisionActionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModerationAction action = m_actions.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return actionLabel(action);
    case NameRole:
        return nameOf(action);
    case IconNameRole:
        return actionIcon(action);
    case ToneRole:
        return int(actionTone(action));
    case KeyTextRole:
        return DecisionKeyModel::keyOf(action);
    default:
        return {};
    }
}

QHash<int, QByteArray> DecisionActionListModel::roleNames() const
{
    return {{NameRole, "actionName"},
            {LabelRole, "actionLabel"},
            {IconNameRole, "iconName"},
            {ToneRole, "actionTone"},
            {KeyTextRole, "keyText"}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisionactionlistmodel.h"

#include "moderationwords.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ghar {

static const auto keysGroup = u"moderation/keys/"_s;

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

QString DecisionActionListModel::keyOf(ModerationAction action)
{
    return QSettings().value(keysGroup + nameOf(action), standardKey(action)).toString();
}

QString DecisionActionListModel::actionOfKey(const QString &key) const
{
    for (const ModerationAction action : m_actions) {
        if (!key.isEmpty() && keyOf(action).compare(key, Qt::CaseInsensitive) == 0)
            return nameOf(action);
    }
    return {};
}

bool DecisionActionListModel::setKey(const QString &name, const QString &key)
{
    for (const ModerationAction other : allModerationActions()) {
        if (nameOf(other) != name && !key.isEmpty() && keyOf(other).compare(key, Qt::CaseInsensitive) == 0)
            return false;
    }
    QSettings settings;
    if (key.isEmpty())
        settings.remove(keysGroup + name);
    else
        settings.setValue(keysGroup + name, key.toUpper());
    if (!m_actions.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {KeyTextRole});
    return true;
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
        return keyOf(action);
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

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisionkeymodel.h"

#include "moderationwords.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ghar {

static const auto keysGroup = u"moderation/keys/"_s;

DecisionKeyModel::DecisionKeyModel(QObject *parent) : QAbstractListModel(parent) { }

const QString &DecisionKeyModel::takenLetters()
{
    static const QString letters = u"BCFIJKLMNTVXY"_s;
    return letters;
}

QString DecisionKeyModel::keyOf(ModerationAction action)
{
    return QSettings().value(keysGroup + nameOf(action), standardKey(action)).toString();
}

QString DecisionKeyModel::setKey(int row, const QString &key)
{
    if (row < 0 || row >= rowCount())
        return {};
    const ModerationAction action = allModerationActions().at(row);
    const QString wanted = key.trimmed().isEmpty() ? standardKey(action) : key.trimmed().toUpper();
    if (wanted.size() != 1 || !wanted.front().isLetter())
        return tr("A key is one letter.");
    if (takenLetters().contains(wanted))
        return tr("%1 does something else on this screen.").arg(wanted);
    for (const ModerationAction other : allModerationActions()) {
        if (other != action && keyOf(other) == wanted)
            return tr("%1 is the key of “%2”.").arg(wanted, actionLabel(other));
    }
    QSettings settings;
    if (wanted == standardKey(action))
        settings.remove(keysGroup + nameOf(action));
    else
        settings.setValue(keysGroup + nameOf(action), wanted);
    emit dataChanged(index(row), index(row));
    emit edited();
    return {};
}

void DecisionKeyModel::resetAll()
{
    QSettings().remove(keysGroup.chopped(1));
    emit dataChanged(index(0), index(rowCount() - 1));
    emit edited();
}

int DecisionKeyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(allModerationActions().size());
}

QVariant DecisionKeyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModerationAction action = allModerationActions().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return actionLabel(action);
    case KeyTextRole:
        return keyOf(action);
    case ChangedRole:
        return keyOf(action) != standardKey(action);
    default:
        return {};
    }
}

QHash<int, QByteArray> DecisionKeyModel::roleNames() const
{
    return {{LabelRole, "label"}, {KeyTextRole, "keyText"}, {ChangedRole, "changed"}};
}

} // namespace Ghar

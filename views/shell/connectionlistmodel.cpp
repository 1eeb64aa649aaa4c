// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectionlistmodel.h"

#include "database/conninfo.h"
#include "database/profilestore.h"
#include "records/localjournal.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Ghar {

ConnectionListModel::ConnectionListModel(QObject *parent) : QAbstractListModel(parent)
{
    reload();
}

QString placeOf(const Profile &profile)
{
    if (profile.kind == Profile::Kind::Sqlite)
        return QDir::toNativeSeparators(profile.file);
    const Result<ConnInfo> info = parseConnInfo(profile.connInfo);
    return info ? placeOf(*info) : QString();
}

void ConnectionListModel::reload()
{
    beginResetModel();
    m_profiles = ProfileStore::profiles();
    endResetModel();
    emit countChanged();
}

void ConnectionListModel::setCurrent(const std::optional<QString> &name)
{
    if (name == m_current)
        return;
    m_current = name;
    emit dataChanged(index(0), index(count() - 1), {IsCurrentRole});
}

int ConnectionListModel::rowOf(const QString &name) const
{
    for (int i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).name == name)
            return i + 1;
    }
    return 0;
}

QString ConnectionListModel::nameAt(int row) const
{
    return row > 0 && row < count() ? m_profiles.at(row - 1).name : QString();
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isDemo = index.row() == 0;
    const Profile profile = isDemo ? Profile() : m_profiles.at(index.row() - 1);
    switch (role) {
    case ProfileNameRole:
        return profile.name;
    case ProfileTitleRole:
        return isDemo ? tr("Demo database") : profile.name;
    case ProfileDetailRole:
        if (isDemo)
            return tr("made-up data to look around in");
        return QFileInfo::exists(localJournalPath(profile)) ? tr("%1, journal on this computer").arg(placeOf(profile))
                                                            : placeOf(profile);
    case ProfileEnvironmentRole:
        return environmentName(environmentOf(profile, isDemo));
    case IsCurrentRole:
        return m_current == profile.name;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConnectionListModel::roleNames() const
{
    return {{ProfileNameRole, "profileName"},
            {ProfileTitleRole, "profileTitle"},
            {ProfileDetailRole, "profileDetail"},
            {ProfileEnvironmentRole, "profileEnvironment"},
            {IsCurrentRole, "isCurrent"}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/profilestore.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

static constexpr QLatin1StringView group("profiles");

// A slash in a name would make a group of its own.
static QString keyOf(const QString &name)
{
    return QString::fromLatin1(name.toUtf8().toPercentEncoding());
}

QStringList ProfileStore::names()
{
    QSettings settings;
    settings.beginGroup(group);
    QStringList names;
    for (const QString &key : settings.childGroups())
        names.append(QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1())));
    std::sort(names.begin(), names.end(), [](const QString &left, const QString &right) {
        return QString::compare(left, right, Qt::CaseInsensitive) < 0;
    });
    return names;
}

QList<Profile> ProfileStore::profiles()
{
    QList<Profile> profiles;
    for (const QString &name : names())
        profiles.append(*profile(name));
    return profiles;
}

std::optional<Profile> ProfileStore::profile(const QString &name)
{
    QSettings settings;
    settings.beginGroup(group);
    if (!settings.childGroups().contains(keyOf(name)))
        return std::nullopt;
    settings.beginGroup(keyOf(name));
    Profile profile;
    profile.name = name;
    profile.kind =
        settings.value(u"kind"_s).toString() == "postgres"_L1 ? Profile::Kind::Postgres : Profile::Kind::Sqlite;
    profile.file = settings.value(u"file"_s).toString();
    profile.connInfo = settings.value(u"connInfo"_s).toString();
    profile.environment = environmentFromName(settings.value(u"environment"_s).toString());
    return profile;
}

void ProfileStore::save(const Profile &profile, const QString &formerName)
{
    if (!formerName.isEmpty() && formerName != profile.name)
        remove(formerName);
    QSettings settings;
    settings.beginGroup(group);
    settings.beginGroup(keyOf(profile.name));
    settings.remove(QString());
    const bool isPostgres = profile.kind == Profile::Kind::Postgres;
    settings.setValue(u"kind"_s, isPostgres ? u"postgres"_s : u"sqlite"_s);
    if (isPostgres)
        settings.setValue(u"connInfo"_s, profile.connInfo);
    else
        settings.setValue(u"file"_s, profile.file);
    if (profile.environment)
        settings.setValue(u"environment"_s, environmentName(*profile.environment));
}

void ProfileStore::remove(const QString &name)
{
    QSettings settings;
    settings.beginGroup(group);
    settings.remove(keyOf(name));
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Demo:
        return u"demo"_s;
    case Environment::Local:
        return u"local"_s;
    case Environment::Staging:
        return u"staging"_s;
    case Environment::Production:
        break;
    }
    return u"production"_s;
}

std::optional<Environment> environmentFromName(const QString &name)
{
    for (const Environment environment :
         {Environment::Demo, Environment::Local, Environment::Staging, Environment::Production}) {
        if (name == environmentName(environment))
            return environment;
    }
    return std::nullopt;
}

} // namespace Ghar

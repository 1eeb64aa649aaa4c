// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/profile.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Ghar {

/// The databases that this person has saved, by name, in the desk's settings. Passwords are never among them.
class ProfileStore
{
public:
    /// Sorted by name, ignoring case.
    [[nodiscard]] static QStringList names();
    [[nodiscard]] static QList<Profile> profiles();
    [[nodiscard]] static std::optional<Profile> profile(const QString &name);
    /// Saves under the profile's name; `formerName` is the name it had before, or empty for a new one.
    static void save(const Profile &profile, const QString &formerName = {});
    static void remove(const QString &name);
};

/// `demo`, `local`, `staging` or `production`, for settings and badges.
[[nodiscard]] QString environmentName(Environment environment);
[[nodiscard]] std::optional<Environment> environmentFromName(const QString &name);

} // namespace Ghar

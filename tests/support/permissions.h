// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>
#include <QString>

namespace Ghar {

inline constexpr auto readOnlyFolder =
    QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadUser | QFileDevice::ExeUser;
inline constexpr auto readOnlyFile = QFileDevice::ReadOwner | QFileDevice::ReadUser;
inline constexpr auto openFolder = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner
    | QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser;

/// Whether this user can make a file there; tests of permissions assert that it cannot.
[[nodiscard]] bool canWriteIn(const QString &folder);

/// For root nothing is forbidden, so the running test function is run again as another user; true when that was done.
/// The program is copied, because that user may have no way to the build folder.
[[nodiscard]] bool runsAsAnotherUser();

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databaseworker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>

#include <functional>
#include <memory>

namespace Ghar {

/// A progress function for work on another thread: it brings what the work tells back to the owner's thread, at most
/// some thirty times a second, and says false once the token is cancelled. `shown` is called in the owner's thread, and
/// not any more when the owner is gone; it has to look whether its work is still the present one.
template <typename Told, typename Owner>
[[nodiscard]] std::function<bool(const Told &)> progressFor(Owner *owner, const WorkTokenPtr &token,
                                                            const std::function<void(const Told &)> &shown)
{
    constexpr qint64 restMilliseconds = 33;
    const auto since = std::make_shared<QElapsedTimer>();
    return [guard = QPointer<Owner>(owner), token, shown, since](const Told &told) {
        if (!since->isValid() || since->hasExpired(restMilliseconds)) {
            since->start();
            // Sent by way of the application, because the owner may go while it is under way.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, shown, told] {
                    if (guard)
                        shown(told);
                },
                Qt::QueuedConnection);
        }
        return !token->isCancelled();
    };
}

} // namespace Ghar

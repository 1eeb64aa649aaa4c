// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QPointer>

#include <utility>

namespace Ghar {

/// A future whose continuation is dropped when its context is gone. QFuture::then() with a context asserts in Qt 6.4
/// when the context was destroyed before the future finished, which is what happens to a closed page.
template <typename T> class Answer : public QFuture<T>
{
public:
    explicit Answer(QFuture<T> future) : QFuture<T>(std::move(future)) { }

    /// Calls `then(result)` on the GUI thread, where the context must live, unless the context is gone by then.
    template <typename Function> void then(QObject *context, Function function)
    {
        QFuture<T>::then(QtFuture::Launch::Sync,
                         [guard = QPointer<QObject>(context), function = std::move(function)](const T &result) mutable {
                             QCoreApplication *application = QCoreApplication::instance();
                             if (!application)
                                 return;
                             // The pointer is looked at on its own thread only.
                             QMetaObject::invokeMethod(
                                 application,
                                 [guard, function = std::move(function), result]() mutable {
                                     if (guard)
                                         function(result);
                                 },
                                 Qt::QueuedConnection);
                         });
    }
};

} // namespace Ghar

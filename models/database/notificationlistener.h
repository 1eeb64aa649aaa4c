// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/profile.h"

#include <QObject>
#include <QThread>

namespace Ghar {

/// Hears what is sent to a channel of a PostgreSQL server, on a connection and a thread of its own, and connects again
/// when the way is lost. On other databases it hears nothing. Lives in the thread of its owner, which gets the signals.
class NotificationListener : public QObject
{
    Q_OBJECT

public:
    NotificationListener(const Profile &profile, const QString &channel, QObject *parent = nullptr);
    ~NotificationListener() override;

    /// Whether it hears: a pooler between here and the server takes LISTEN and never tells, so it is believed only once
    /// the listener has heard itself.
    [[nodiscard]] bool isHearing() const { return m_isHearing; }

signals:
    void hearingChanged();
    /// Something was sent, or may have been while the way was lost; then the text is empty.
    void heard(const QString &text);

private:
    void setHearing(bool isHearing);

    QThread *m_thread; ///< ends and deletes itself
    bool m_isHearing = false;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"
#include "database/profile.h"

#include <functional>

/// A database of its own on a PostgreSQL server, dropped with the object.
class ServerDatabase
{
public:
    /// `connInfo` is of somebody who may make databases.
    explicit ServerDatabase(const QString &connInfo);
    ~ServerDatabase();
    ServerDatabase(const ServerDatabase &) = delete;
    ServerDatabase &operator=(const ServerDatabase &) = delete;

    [[nodiscard]] bool isMade() const { return m_isMade; }
    [[nodiscard]] const Ghar::Profile &profile() const { return m_profile; }

private:
    bool run(const QString &statement) const;

    Ghar::Profile m_server;
    Ghar::Profile m_profile;
    QString m_name;
    bool m_isMade = false;
};

/// What `measure` finds on an empty SQLite file as `sqlite`, and on a database of the options' server as `postgres`.
QJsonObject measureOnBoth(const BenchOptions &options,
                          const std::function<QJsonObject(const BenchOptions &, const Ghar::Profile &)> &measure);

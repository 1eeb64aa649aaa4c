// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/profile.h"

#include <QThread>

#include <atomic>
#include <memory>

class QTemporaryDir;

namespace Ghar {

/// A way to the PostgreSQL server of the tests that can lose the answer to a COMMIT: the server does it, and its client
/// is cut off without a word. Connections made afterwards are served as usual. Runs in a thread of its own.
class LossyLink
{
public:
    /// Leads to the database of the profile, which is on the server of the tests.
    explicit LossyLink(const Profile &profile);
    ~LossyLink();
    LossyLink(const LossyLink &) = delete;
    LossyLink &operator=(const LossyLink &) = delete;

    /// The same database, over this link.
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    /// The answer to the next COMMIT of any connection gets lost.
    void loseNextCommit() { m_loses = true; }
    [[nodiscard]] bool hasLost() const { return m_hasLost; }

private:
    Profile m_profile;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<bool> m_loses{false};
    std::atomic<bool> m_hasLost{false};
    QThread m_thread;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connection.h"

namespace Ghar {

/// A transaction that rolls back when it goes out of scope without commit(). On a read-only connection it is a
/// snapshot: all reads inside see the same state.
class [[nodiscard]] Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Begins. Nothing else may be called when this fails.
    Result<void> begin();
    /// Commits. After a failure everything is rolled back.
    Result<void> commit();
    /// Rolls back now rather than in the destructor.
    void rollback();

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace Ghar

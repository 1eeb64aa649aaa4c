// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/databaseworker.h"
#include "database/liveschema.h"
#include "records/openeddatabase.h"

#include <QDateTime>

#include <memory>

namespace Ghar {

/// An open database as the window uses it: what it has, and one worker per kind of work, so that a slow count never
/// keeps a page of rows waiting. All connections are read-only. Lives on the GUI thread.
class DatabaseSession
{
public:
    explicit DatabaseSession(Profile profile);

    /// Brings an older file up to date, connects and reads what the database has. `now` (UTC) names the copy that is
    /// made of an older file; `staffId` is the member of staff who works (users.id) or NULL. Continue on the GUI thread
    /// with setSchema().
    [[nodiscard]] Answer<Result<OpenedDatabase>> open(const QDateTime &now, const Value &staffId = {});
    void setSchema(LiveSchemaPtr schema) { m_schema = std::move(schema); }

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const LiveSchemaPtr &schema() const { return m_schema; }
    [[nodiscard]] const Dialect &dialect() const;

    [[nodiscard]] DatabaseWorker &reader() { return m_reader; }   ///< pages of rows
    [[nodiscard]] DatabaseWorker &counter() { return m_counter; } ///< counts and jump keys
    [[nodiscard]] DatabaseWorker &details() { return m_details; } ///< one row, its labels and relations
    /// Work that takes minutes, one after the other: exports, and imports that are only tried. Made when it is wanted.
    [[nodiscard]] DatabaseWorker &transfer();
    /// The only connection that writes; it is there after allowWriting() and nullptr otherwise.
    [[nodiscard]] DatabaseWorker *writer() { return m_writer.get(); }
    void allowWriting();

private:
    const Profile m_profile;
    LiveSchemaPtr m_schema;
    DatabaseWorker m_reader;
    DatabaseWorker m_counter;
    DatabaseWorker m_details;
    std::unique_ptr<DatabaseWorker> m_transfer;
    std::unique_ptr<DatabaseWorker> m_writer;
};

} // namespace Ghar

-- SPDX-FileCopyrightText: 2026 The Ghar Desk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the journal. One row for each row that the desk changed; rows are only ever added. Each installation of the
-- desk writes a chain of its own (writer_id, sequence), so that colleagues do not wait for each other.
CREATE TABLE desk_journal (
    writer_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    change_id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    role TEXT NOT NULL,
    staff_id INTEGER,
    staff_name TEXT,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    reverts TEXT,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'import', 'reveal')),
    table_name TEXT NOT NULL,
    row_key TEXT,
    before TEXT,
    after TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (writer_id, sequence)
)
-- next statement
CREATE INDEX desk_journal_row ON desk_journal (table_name, row_key, made_at)
-- next statement
CREATE INDEX desk_journal_change ON desk_journal (change_id)
-- next statement
CREATE INDEX desk_journal_time ON desk_journal (made_at)
-- next statement
CREATE INDEX desk_journal_staff ON desk_journal (staff_id, made_at)
-- next statement
CREATE TRIGGER desk_journal_no_update BEFORE UPDATE ON desk_journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to');
END
-- next statement
CREATE TRIGGER desk_journal_no_delete BEFORE DELETE ON desk_journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to');
END
-- next statement
-- INSERT OR REPLACE deletes without its trigger.
CREATE TRIGGER desk_journal_no_replace BEFORE INSERT ON desk_journal
WHEN EXISTS (SELECT 1 FROM desk_journal WHERE writer_id = NEW.writer_id AND sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'the journal is only ever added to');
END

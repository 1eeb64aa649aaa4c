-- SPDX-FileCopyrightText: 2026 The Ghar Desk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 2: the journal. One row for each row that the desk changed; rows are only ever added. Each installation of the
-- desk writes a chain of its own (writer_id, sequence), so that colleagues do not wait for each other. Everything the
-- hash is made of is text, so that it is read back as it was written.
CREATE TABLE ghar_desk.journal (
    writer_id text NOT NULL,
    sequence bigint NOT NULL,
    change_id text NOT NULL,
    made_at text NOT NULL,
    role text NOT NULL,
    staff_id bigint,
    staff_name text,
    origin text NOT NULL,
    reason text NOT NULL,
    reverts text,
    action text NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'import', 'reveal')),
    table_name text NOT NULL,
    row_key text,
    before text,
    after text,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (writer_id, sequence)
)
-- next statement
CREATE INDEX journal_row ON ghar_desk.journal (table_name, row_key, made_at)
-- next statement
CREATE INDEX journal_change ON ghar_desk.journal (change_id)
-- next statement
CREATE INDEX journal_time ON ghar_desk.journal (made_at)
-- next statement
CREATE INDEX journal_staff ON ghar_desk.journal (staff_id, made_at)
-- next statement
CREATE FUNCTION ghar_desk.keep_journal() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'the journal is only ever added to' USING ERRCODE = 'insufficient_privilege';
END
$body$
-- next statement
CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE ON ghar_desk.journal
    FOR EACH ROW EXECUTE FUNCTION ghar_desk.keep_journal()
-- next statement
CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON ghar_desk.journal
    FOR EACH STATEMENT EXECUTE FUNCTION ghar_desk.keep_journal()
-- next statement
REVOKE ALL ON ghar_desk.journal FROM PUBLIC
-- next statement
REVOKE UPDATE, DELETE, TRUNCATE ON ghar_desk.journal FROM CURRENT_USER

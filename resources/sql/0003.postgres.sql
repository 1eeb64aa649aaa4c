-- SPDX-FileCopyrightText: 2026 The Ghar Desk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: moderation. What was decided of which items, with everything that is needed to take it back exactly, and who
-- holds an item at the moment. The platform's own tables keep none of it.
CREATE TABLE ghar_desk.decisions (
    id text PRIMARY KEY,
    subject_id bigint,
    action text NOT NULL,
    reason text NOT NULL,
    note text NOT NULL,
    until text,
    state text NOT NULL CHECK (state IN ('pending', 'done', 'revised', 'refused')),
    staff_id bigint,
    staff_name text NOT NULL,
    opened_at text,
    decided_at text NOT NULL,
    confirmed_by bigint,
    confirmed_name text,
    revises text,
    revised_by text,
    request text NOT NULL,
    changes text NOT NULL
)
-- next statement
CREATE INDEX decisions_subject ON ghar_desk.decisions (subject_id, decided_at)
-- next statement
CREATE INDEX decisions_time ON ghar_desk.decisions (decided_at)
-- next statement
CREATE INDEX decisions_state ON ghar_desk.decisions (state)
-- next statement
CREATE TABLE ghar_desk.decision_items (
    decision_id text NOT NULL REFERENCES ghar_desk.decisions (id),
    item text NOT NULL,
    PRIMARY KEY (decision_id, item)
)
-- next statement
CREATE INDEX decision_items_item ON ghar_desk.decision_items (item)
-- next statement
-- A claim that has expired is free for everybody; nobody has to take it away.
CREATE TABLE ghar_desk.claims (
    item text PRIMARY KEY,
    holder text NOT NULL,
    staff_id bigint,
    staff_name text NOT NULL,
    claimed_at text NOT NULL,
    expires_at text NOT NULL
)
-- next statement
REVOKE ALL ON ghar_desk.decisions, ghar_desk.decision_items, ghar_desk.claims FROM PUBLIC

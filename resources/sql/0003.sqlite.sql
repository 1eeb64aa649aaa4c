-- SPDX-FileCopyrightText: 2026 The Ghar Desk authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3: moderation. What was decided of which items, with everything that is needed to take it back exactly, and who
-- holds an item at the moment. The platform's own tables keep none of it.
CREATE TABLE desk_decisions (
    id TEXT PRIMARY KEY,
    subject_id INTEGER,
    action TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    until TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'revised', 'refused')),
    staff_id INTEGER,
    staff_name TEXT NOT NULL,
    opened_at TEXT,
    decided_at TEXT NOT NULL,
    confirmed_by INTEGER,
    confirmed_name TEXT,
    revises TEXT,
    revised_by TEXT,
    request TEXT NOT NULL,
    changes TEXT NOT NULL
)
-- next statement
CREATE INDEX desk_decisions_subject ON desk_decisions (subject_id, decided_at)
-- next statement
CREATE INDEX desk_decisions_time ON desk_decisions (decided_at)
-- next statement
CREATE INDEX desk_decisions_state ON desk_decisions (state)
-- next statement
CREATE TABLE desk_decision_items (
    decision_id TEXT NOT NULL REFERENCES desk_decisions (id),
    item TEXT NOT NULL,
    PRIMARY KEY (decision_id, item)
)
-- next statement
CREATE INDEX desk_decision_items_item ON desk_decision_items (item)
-- next statement
-- A claim that has expired is free for everybody; nobody has to take it away.
CREATE TABLE desk_claims (
    item TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    staff_id INTEGER,
    staff_name TEXT NOT NULL,
    claimed_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
)

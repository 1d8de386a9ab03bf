-- SPDX-License-Identifier: GPL-3.0-or-later
-- Volunteers who are alike and not the same, and roles that are offered no more.

-- Two of whom somebody said that they are not one person; the one who came first is first, so that each pair is there once.
CREATE TABLE volunteers_apart (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  first_id  INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  second_id INTEGER NOT NULL CONSTRAINT apart_order CHECK (second_id > first_id) REFERENCES volunteers ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX volunteers_apart_once ON volunteers_apart (first_id, second_id);
CREATE INDEX volunteers_apart_of_second ON volunteers_apart (second_id);

-- What was done in it keeps its title.
ALTER TABLE roles ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT retired_range CHECK (retired IN (0, 1));

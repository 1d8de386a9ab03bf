-- SPDX-License-Identifier: GPL-3.0-or-later
-- Handouts of one's own, favourites, and where to turn now.

CREATE TABLE own_handouts (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uid      TEXT NOT NULL UNIQUE CONSTRAINT handout_uid_form CHECK (length (uid) BETWEEN 1 AND 90 AND instr (uid, ' ') = 0),
  title    TEXT NOT NULL CONSTRAINT handout_title_length CHECK (length (title) BETWEEN 1 AND 200),
  markdown TEXT NOT NULL CONSTRAINT markdown_length CHECK (length (markdown) <= 200000),
  sequence INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified INTEGER NOT NULL
) STRICT;

-- What is known of any handout, built in or own, by its id. last_used: Unix seconds, NULL = never
CREATE TABLE handout_marks (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  handout   TEXT NOT NULL UNIQUE CONSTRAINT handout_form CHECK (length (handout) BETWEEN 1 AND 100 AND instr (handout, ' ') = 0),
  favourite INTEGER NOT NULL CONSTRAINT favourite_range CHECK (favourite IN (0, 1)),
  last_used INTEGER CONSTRAINT last_used_range CHECK (last_used >= 0)
) STRICT;

-- How many were given; NULL where it was chosen and none was given yet.
ALTER TABLE session_handouts ADD COLUMN copies INTEGER CONSTRAINT copies_range CHECK (copies BETWEEN 1 AND 10000);

-- position: from 0, the one to try first
CREATE TABLE help_lines (
  group_id INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
  position INTEGER NOT NULL CONSTRAINT help_position_range CHECK (position BETWEEN 0 AND 19),
  name     TEXT NOT NULL CONSTRAINT help_name_length CHECK (length (name) BETWEEN 1 AND 200),
  contact  TEXT NOT NULL CONSTRAINT help_contact_length CHECK (length (contact) BETWEEN 1 AND 200),
  hours    TEXT NOT NULL CONSTRAINT help_hours_length CHECK (length (hours) <= 200),
  area     TEXT NOT NULL CONSTRAINT help_area_length CHECK (length (area) <= 200),
  PRIMARY KEY (group_id, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE groups ADD COLUMN help_at_foot INTEGER NOT NULL DEFAULT 0 CONSTRAINT help_at_foot_range CHECK (help_at_foot IN (0, 1));

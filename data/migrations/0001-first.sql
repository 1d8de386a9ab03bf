-- SPDX-License-Identifier: GPL-3.0-or-later
-- Groups, their meetings, and what people said and planned there. Every check has a name: ff-store-error.c has a sentence for each.

CREATE TABLE groups (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uid       TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  name      TEXT NOT NULL CONSTRAINT name_length CHECK (length (name) BETWEEN 1 AND 200),
  programme TEXT NOT NULL CONSTRAINT programme_length CHECK (length (programme) BETWEEN 1 AND 64),
  zone      TEXT NOT NULL CONSTRAINT zone_length CHECK (length (zone) BETWEEN 1 AND 64),
  language  TEXT NOT NULL CONSTRAINT language_length CHECK (length (language) <= 64),
  open      INTEGER NOT NULL CONSTRAINT open_range CHECK (open IN (0, 1)),
  sample    INTEGER NOT NULL CONSTRAINT sample_range CHECK (sample IN (0, 1)),
  sequence  INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified  INTEGER NOT NULL
) STRICT;

-- start: wall time in the meeting's zone, as 2026-11-24T19:00
CREATE TABLE meetings (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uid       TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  group_id  INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
  title     TEXT NOT NULL CONSTRAINT title_length CHECK (length (title) <= 200),
  start     TEXT NOT NULL CONSTRAINT start_form CHECK (start GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  minutes   INTEGER NOT NULL CONSTRAINT minutes_range CHECK (minutes BETWEEN 1 AND 1440),
  rule      TEXT CONSTRAINT rule_length CHECK (length (rule) BETWEEN 1 AND 1000),
  zone      TEXT NOT NULL CONSTRAINT zone_length CHECK (length (zone) BETWEEN 1 AND 64),
  place     TEXT NOT NULL CONSTRAINT place_length CHECK (length (place) <= 1000),
  link      TEXT NOT NULL CONSTRAINT link_length CHECK (length (link) <= 2000),
  sequence  INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified  INTEGER NOT NULL
) STRICT;
CREATE INDEX meetings_of_group ON meetings (group_id);

CREATE TABLE overrides (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  rule_time  TEXT NOT NULL CONSTRAINT start_form CHECK (rule_time GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  cancelled  INTEGER NOT NULL CONSTRAINT cancelled_range CHECK (cancelled IN (0, 1)),
  start      TEXT CONSTRAINT start_form CHECK (start GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  place      TEXT CONSTRAINT place_length CHECK (length (place) <= 1000),
  link       TEXT CONSTRAINT link_length CHECK (length (link) <= 2000),
  note       TEXT NOT NULL CONSTRAINT note_length CHECK (length (note) <= 1000000),
  sequence   INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified   INTEGER NOT NULL,
  UNIQUE (meeting_id, rule_time)
) STRICT;

-- attendance and newcomers: NULL where nobody counted
CREATE TABLE sessions (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  group_id   INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
  meeting_id INTEGER REFERENCES meetings ON DELETE SET NULL,
  rule_time  TEXT NOT NULL CONSTRAINT start_form CHECK (rule_time GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  start      TEXT NOT NULL CONSTRAINT start_form CHECK (start GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  attendance INTEGER CONSTRAINT attendance_range CHECK (attendance BETWEEN 0 AND 100000),
  newcomers  INTEGER CONSTRAINT newcomers_range CHECK (newcomers BETWEEN 0 AND 100000),
  UNIQUE (meeting_id, rule_time)
) STRICT;
CREATE INDEX sessions_by_start ON sessions (start, id);
CREATE INDEX sessions_of_group ON sessions (group_id, start, id);

CREATE TABLE session_handouts (
  session_id INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
  position   INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  handout    TEXT NOT NULL CONSTRAINT handout_form CHECK (length (handout) BETWEEN 1 AND 100 AND instr (handout, ' ') = 0),
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

-- folded: the alias case aside, by which it is one person's in a group; plain: accents aside as well, for completion
CREATE TABLE participants (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uid       TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  group_id  INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
  alias     TEXT NOT NULL CONSTRAINT alias_length CHECK (length (alias) BETWEEN 1 AND 200),
  folded    TEXT NOT NULL,
  plain     TEXT NOT NULL,
  last_seen TEXT,
  UNIQUE (group_id, folded)
) STRICT;
CREATE INDEX participants_by_plain ON participants (group_id, plain);

CREATE TABLE check_ins (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uid            TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  session_id     INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
  participant_id INTEGER NOT NULL REFERENCES participants ON DELETE CASCADE,
  note           TEXT NOT NULL CONSTRAINT note_length CHECK (length (note) <= 1000000),
  urge           INTEGER CONSTRAINT urge_range CHECK (urge BETWEEN 0 AND 10),
  UNIQUE (session_id, participant_id)
) STRICT;
CREATE INDEX check_ins_of_participant ON check_ins (participant_id);

-- outcome: 0 open, 1 done, 2 partly, 3 not, 4 changed
CREATE TABLE plan_items (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uid            TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  session_id     INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
  participant_id INTEGER NOT NULL REFERENCES participants ON DELETE CASCADE,
  position       INTEGER NOT NULL CONSTRAINT position_range CHECK (position BETWEEN 0 AND 10000),
  text           TEXT NOT NULL CONSTRAINT item_length CHECK (length (text) <= 100000),
  outcome        INTEGER NOT NULL CONSTRAINT outcome_range CHECK (outcome BETWEEN 0 AND 4),
  reviewed_id    INTEGER REFERENCES sessions ON DELETE SET NULL,
  CONSTRAINT outcome_of_review CHECK (outcome <> 0 OR reviewed_id IS NULL)
) STRICT;
CREATE INDEX plan_items_of_session ON plan_items (session_id, participant_id, position);
CREATE INDEX plan_items_of_participant ON plan_items (participant_id);
CREATE INDEX plan_items_open ON plan_items (participant_id) WHERE outcome = 0;
CREATE INDEX plan_items_reviewed ON plan_items (reviewed_id) WHERE reviewed_id IS NOT NULL;

CREATE TRIGGER check_in_seen AFTER INSERT ON check_ins BEGIN
  UPDATE participants
     SET last_seen = max (coalesce (last_seen, ''), (SELECT start FROM sessions WHERE id = new.session_id))
   WHERE id = new.participant_id;
END;
CREATE TRIGGER check_in_unseen AFTER DELETE ON check_ins BEGIN
  UPDATE participants
     SET last_seen = (SELECT max (s.start) FROM check_ins c JOIN sessions s ON s.id = c.session_id
                       WHERE c.participant_id = old.participant_id)
   WHERE id = old.participant_id;
END;
CREATE TRIGGER session_seen AFTER UPDATE OF start ON sessions WHEN old.start <> new.start BEGIN
  UPDATE participants
     SET last_seen = (SELECT max (s.start) FROM check_ins c JOIN sessions s ON s.id = c.session_id
                       WHERE c.participant_id = participants.id)
   WHERE id IN (SELECT participant_id FROM check_ins WHERE session_id = new.id);
END;

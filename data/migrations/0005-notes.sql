-- SPDX-License-Identifier: GPL-3.0-or-later
-- More of what people bring, days of a plan, consent, how long notes are kept, and words of one's own for the wording aid.

-- points: bit n - 1 is the programme's nth point. stage: 0 not thinking about change, 1 thinking about it, 2 getting ready, 3 acting, 4 keeping it up, 5 starting again.
-- aim: 0 abstinence, 1 less or differently, 2 something else. social to cultural: recovery capital of four kinds. NULL = not said
ALTER TABLE check_ins ADD COLUMN newcomer INTEGER NOT NULL DEFAULT 0 CONSTRAINT newcomer_range CHECK (newcomer IN (0, 1));
ALTER TABLE check_ins ADD COLUMN points INTEGER NOT NULL DEFAULT 0 CONSTRAINT points_range CHECK (points BETWEEN 0 AND 255);
ALTER TABLE check_ins ADD COLUMN balance INTEGER CONSTRAINT balance_range CHECK (balance BETWEEN 0 AND 10);
ALTER TABLE check_ins ADD COLUMN stage INTEGER CONSTRAINT stage_range CHECK (stage BETWEEN 0 AND 5);
ALTER TABLE check_ins ADD COLUMN aim INTEGER CONSTRAINT aim_range CHECK (aim BETWEEN 0 AND 2);
ALTER TABLE check_ins ADD COLUMN goal TEXT NOT NULL DEFAULT '' CONSTRAINT goal_length CHECK (length (goal) <= 10000);
ALTER TABLE check_ins ADD COLUMN helped TEXT NOT NULL DEFAULT '' CONSTRAINT helped_length CHECK (length (helped) <= 100000);
ALTER TABLE check_ins ADD COLUMN social INTEGER CONSTRAINT capital_range CHECK (social BETWEEN 0 AND 10);
ALTER TABLE check_ins ADD COLUMN physical INTEGER CONSTRAINT capital_range CHECK (physical BETWEEN 0 AND 10);
ALTER TABLE check_ins ADD COLUMN human INTEGER CONSTRAINT capital_range CHECK (human BETWEEN 0 AND 10);
ALTER TABLE check_ins ADD COLUMN cultural INTEGER CONSTRAINT capital_range CHECK (cultural BETWEEN 0 AND 10);
CREATE INDEX check_ins_of_newcomers ON check_ins (session_id) WHERE newcomer = 1;
CREATE INDEX check_ins_with_goal ON check_ins (participant_id) WHERE goal <> '';

-- day: 1 Monday to 7 Sunday, within the seven days after the session; NULL = any day
ALTER TABLE plan_items ADD COLUMN day INTEGER CONSTRAINT day_range CHECK (day BETWEEN 1 AND 7);

ALTER TABLE participants ADD COLUMN consent TEXT NOT NULL DEFAULT '' CONSTRAINT consent_length CHECK (length (consent) <= 10000);
ALTER TABLE participants ADD COLUMN consent_date TEXT CONSTRAINT consent_date_form CHECK (consent_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
CREATE INDEX participants_by_last_seen ON participants (last_seen, id);
CREATE INDEX participants_of_group_by_last_seen ON participants (group_id, last_seen, id);

CREATE TRIGGER check_in_given AFTER UPDATE OF participant_id ON check_ins WHEN old.participant_id <> new.participant_id BEGIN
  UPDATE participants
     SET last_seen = (SELECT max (s.start) FROM check_ins c JOIN sessions s ON s.id = c.session_id
                       WHERE c.participant_id = participants.id)
   WHERE id IN (old.participant_id, new.participant_id);
END;

-- From here on only those without a name are counted; who has a check-in counts by it. NULL = none
ALTER TABLE sessions RENAME COLUMN attendance TO unnamed;
ALTER TABLE sessions RENAME COLUMN newcomers TO unnamed_newcomers;
UPDATE sessions
   SET unnamed = max (0, unnamed - (SELECT count (*) FROM check_ins AS c WHERE c.session_id = sessions.id))
 WHERE unnamed IS NOT NULL;

-- keep_months: NULL = for good. check_in_parts: bits, NULL = as the programme has it
ALTER TABLE groups ADD COLUMN keep_months INTEGER CONSTRAINT keep_months_range CHECK (keep_months BETWEEN 1 AND 1200);
ALTER TABLE groups ADD COLUMN check_in_parts INTEGER CONSTRAINT check_in_parts_range CHECK (check_in_parts BETWEEN 0 AND 65535);

-- folded: the word as the wording aid compares it. instead: a person-first choice
CREATE TABLE own_words (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uid      TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  language TEXT NOT NULL CONSTRAINT language_length CHECK (length (language) <= 64),
  word     TEXT NOT NULL CONSTRAINT own_word_length CHECK (length (word) BETWEEN 1 AND 200),
  folded   TEXT NOT NULL,
  instead  TEXT NOT NULL CONSTRAINT instead_length CHECK (length (instead) <= 1000),
  sequence INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified INTEGER NOT NULL,
  UNIQUE (language, folded)
) STRICT;

-- What is still to be done when somebody's notes are gone, so that an interruption does not leave traces of them.
CREATE TABLE chores (
  what TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

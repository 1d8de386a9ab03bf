-- SPDX-License-Identifier: GPL-3.0-or-later
-- Volunteers, what they may do and when, what a role requires and where it is needed, and who has which duty.

-- kind: 0 training, 1 refresher, 2 background check. valid_months: 0 = for good
CREATE TABLE requirements (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  uid          TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  name         TEXT NOT NULL CONSTRAINT requirement_name_length CHECK (length (name) BETWEEN 1 AND 200),
  kind         INTEGER NOT NULL CONSTRAINT requirement_kind_range CHECK (kind BETWEEN 0 AND 2),
  valid_months INTEGER NOT NULL CONSTRAINT valid_months_range CHECK (valid_months BETWEEN 0 AND 600),
  note         TEXT NOT NULL CONSTRAINT note_length CHECK (length (note) <= 1000000),
  sample       INTEGER NOT NULL DEFAULT 0 CONSTRAINT made_up_range CHECK (sample IN (0, 1)),
  sequence     INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified     INTEGER NOT NULL
) STRICT;

-- kind: 0 facilitator, 1 co-facilitator, 2 host, 3 greeter, 4 clinician, 5 an own one, which has a name
CREATE TABLE roles (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uid      TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  kind     INTEGER NOT NULL CONSTRAINT role_kind_range CHECK (kind BETWEEN 0 AND 5),
  name     TEXT NOT NULL CONSTRAINT role_name_length CHECK (length (name) <= 200 AND (kind < 5 OR name <> '')),
  position INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  sequence INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified INTEGER NOT NULL
) STRICT;
INSERT INTO roles (uid, kind, name, position, sequence, modified) VALUES
  ('facilitator', 0, '', 0, 0, 0), ('co-facilitator', 1, '', 1, 0, 0), ('host', 2, '', 2, 0, 0),
  ('greeter', 3, '', 3, 0, 0), ('clinician', 4, '', 4, 0, 0);

CREATE TABLE role_requirements (
  role_id        INTEGER NOT NULL REFERENCES roles ON DELETE CASCADE,
  position       INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  requirement_id INTEGER NOT NULL REFERENCES requirements ON DELETE CASCADE,
  PRIMARY KEY (role_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_requirements_by_requirement ON role_requirements (requirement_id);

-- meeting_id: NULL = for each meeting of the group that has no needs of its own
CREATE TABLE needs (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id   INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
  meeting_id INTEGER REFERENCES meetings ON DELETE CASCADE,
  role_id    INTEGER NOT NULL REFERENCES roles ON DELETE RESTRICT,
  places     INTEGER NOT NULL CONSTRAINT places_range CHECK (places BETWEEN 1 AND 9),
  required   INTEGER NOT NULL CONSTRAINT required_range CHECK (required IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX needs_once ON needs (group_id, coalesce (meeting_id, 0), role_id);
CREATE INDEX needs_of_meeting ON needs (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX needs_of_role ON needs (role_id);

-- folded: name, mail and telephone as they are searched. serving: 0 interested, 1 in training, 2 active, 3 resting.
-- cap_*: 0 = no limit. reach: kilometres, 0 = any distance. source: the UID of the card that they came from
CREATE TABLE volunteers (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  uid             TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  name            TEXT NOT NULL CONSTRAINT volunteer_name_length CHECK (length (name) BETWEEN 1 AND 200),
  folded          TEXT NOT NULL,
  pronouns        TEXT NOT NULL CONSTRAINT pronouns_length CHECK (length (pronouns) <= 100),
  mail            TEXT NOT NULL CONSTRAINT email_length CHECK (length (mail) <= 320),
  phone           TEXT NOT NULL CONSTRAINT phone_length CHECK (length (phone) <= 200),
  zone            TEXT NOT NULL CONSTRAINT zone_length CHECK (length (zone) BETWEEN 1 AND 64),
  language        TEXT NOT NULL CONSTRAINT language_length CHECK (length (language) <= 64),
  home            TEXT NOT NULL CONSTRAINT home_length CHECK (length (home) <= 1000),
  emergency_name  TEXT NOT NULL CONSTRAINT emergency_contact_length CHECK (length (emergency_name) <= 200),
  emergency_phone TEXT NOT NULL CONSTRAINT phone_length CHECK (length (emergency_phone) <= 200),
  notes           TEXT NOT NULL CONSTRAINT note_length CHECK (length (notes) <= 1000000),
  source          TEXT NOT NULL CONSTRAINT card_uid_length CHECK (length (source) <= 1000),
  serving         INTEGER NOT NULL CONSTRAINT serving_range CHECK (serving BETWEEN 0 AND 3),
  cap_week        INTEGER NOT NULL CONSTRAINT cap_range CHECK (cap_week BETWEEN 0 AND 99),
  cap_month       INTEGER NOT NULL CONSTRAINT cap_range CHECK (cap_month BETWEEN 0 AND 99),
  cap_in_row      INTEGER NOT NULL CONSTRAINT cap_range CHECK (cap_in_row BETWEEN 0 AND 99),
  only_groups     INTEGER NOT NULL CONSTRAINT only_groups_range CHECK (only_groups IN (0, 1)),
  online_only     INTEGER NOT NULL CONSTRAINT online_only_range CHECK (online_only IN (0, 1)),
  reach           INTEGER NOT NULL CONSTRAINT reach_range CHECK (reach BETWEEN 0 AND 20000),
  latitude        REAL CONSTRAINT latitude_range CHECK (latitude BETWEEN -90 AND 90),
  longitude       REAL CONSTRAINT longitude_range CHECK (longitude BETWEEN -180 AND 180),
  sample          INTEGER NOT NULL CONSTRAINT made_up_range CHECK (sample IN (0, 1)),
  sequence        INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified        INTEGER NOT NULL
) STRICT;

-- What a volunteer has several of, in order; the keys are numbers, as undoing needs them to be.
CREATE TABLE volunteer_languages (
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position     INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  language     TEXT NOT NULL CONSTRAINT language_length CHECK (length (language) <= 64),
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE volunteer_programmes (
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position     INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  programme    TEXT NOT NULL CONSTRAINT volunteer_programme_length CHECK (length (programme) BETWEEN 1 AND 64),
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE volunteer_roles (
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position     INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  role_id      INTEGER NOT NULL REFERENCES roles ON DELETE RESTRICT,
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX volunteer_roles_by_role ON volunteer_roles (role_id);
CREATE TABLE volunteer_groups (
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position     INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  group_id     INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX volunteer_groups_by_group ON volunteer_groups (group_id);

-- weekday: 1 Monday to 7 Sunday. from_minute, until_minute: of that day, beyond 1440 on the next. wish: 0 likes, 1 free, 2 rather not
CREATE TABLE availabilities (
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position     INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  weekday      INTEGER NOT NULL CONSTRAINT free_weekday_range CHECK (weekday BETWEEN 1 AND 7),
  from_minute  INTEGER NOT NULL CONSTRAINT free_from_range CHECK (from_minute BETWEEN 0 AND 1439),
  until_minute INTEGER NOT NULL CONSTRAINT free_until_range CHECK (until_minute > from_minute AND until_minute <= 2880),
  wish         INTEGER NOT NULL CONSTRAINT wish_range CHECK (wish BETWEEN 0 AND 2),
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE absences (
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position     INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  first        TEXT NOT NULL CONSTRAINT absence_form CHECK (first GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  last         TEXT NOT NULL CONSTRAINT absence_form CHECK (last GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND last >= first),
  reason       TEXT NOT NULL CONSTRAINT reason_length CHECK (length (reason) <= 10000),
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;
-- until: the last day on which it holds; NULL = for good
CREATE TABLE trainings (
  volunteer_id   INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position       INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  requirement_id INTEGER NOT NULL REFERENCES requirements ON DELETE CASCADE,
  done           TEXT NOT NULL CONSTRAINT training_form CHECK (done GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  until          TEXT CONSTRAINT training_form CHECK (until GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND until >= done),
  document       TEXT NOT NULL CONSTRAINT document_length CHECK (length (document) <= 10000),
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX trainings_by_requirement ON trainings (requirement_id);
-- date: NULL = still to come
CREATE TABLE volunteer_steps (
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  position     INTEGER NOT NULL CONSTRAINT position_range CHECK (position >= 0),
  title        TEXT NOT NULL CONSTRAINT step_title_length CHECK (length (title) BETWEEN 1 AND 200),
  date         TEXT CONSTRAINT step_form CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  PRIMARY KEY (volunteer_id, position)
) STRICT, WITHOUT ROWID;

-- volunteer_id: NULL = somebody who was erased. status: 0 proposed, 1 asked, 2 confirmed, 3 swapped, 4 declined. asked: NULL = not yet
CREATE TABLE assignments (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  uid          TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  volunteer_id INTEGER REFERENCES volunteers ON DELETE SET NULL,
  meeting_id   INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  rule_time    TEXT NOT NULL CONSTRAINT start_form CHECK (rule_time GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  role_id      INTEGER NOT NULL REFERENCES roles ON DELETE RESTRICT,
  place        INTEGER NOT NULL CONSTRAINT duty_place_range CHECK (place BETWEEN 0 AND 8),
  status       INTEGER NOT NULL CONSTRAINT status_range CHECK (status BETWEEN 0 AND 4),
  pinned       INTEGER NOT NULL CONSTRAINT pinned_range CHECK (pinned IN (0, 1)),
  reason       TEXT NOT NULL CONSTRAINT reason_length CHECK (length (reason) <= 10000),
  asked        INTEGER CONSTRAINT asked_range CHECK (asked > 0),
  instead_id   INTEGER REFERENCES volunteers ON DELETE SET NULL,
  sequence     INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified     INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX assignments_once ON assignments (meeting_id, rule_time, role_id, place) WHERE status <> 4;
CREATE INDEX assignments_of_meeting ON assignments (meeting_id, rule_time);
CREATE INDEX assignments_of_volunteer ON assignments (volunteer_id, rule_time);
CREATE INDEX assignments_by_time ON assignments (rule_time, meeting_id);
CREATE INDEX assignments_of_role ON assignments (role_id);
CREATE INDEX assignments_instead ON assignments (instead_id) WHERE instead_id IS NOT NULL;

-- Hours beyond duties.
CREATE TABLE hours (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  uid          TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  date         TEXT NOT NULL CONSTRAINT hours_form CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  minutes      INTEGER NOT NULL CONSTRAINT hours_minutes_range CHECK (minutes BETWEEN 1 AND 10080),
  what         TEXT NOT NULL CONSTRAINT what_length CHECK (length (what) <= 1000)
) STRICT;
CREATE INDEX hours_of_volunteer ON hours (volunteer_id, date);
CREATE INDEX hours_by_date ON hours (date);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Duties that somebody knew of and does not have any more, until they are told.

-- uid: what the duty was known by, so that a calendar which has it takes it out.
CREATE TABLE relieved_duties (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  uid          TEXT NOT NULL CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  volunteer_id INTEGER NOT NULL REFERENCES volunteers ON DELETE CASCADE,
  meeting_id   INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  rule_time    TEXT NOT NULL CONSTRAINT start_form CHECK (rule_time GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  role_id      INTEGER NOT NULL REFERENCES roles ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX relieved_duties_once ON relieved_duties (uid, volunteer_id);
CREATE INDEX relieved_duties_of_volunteer ON relieved_duties (volunteer_id, rule_time);
CREATE INDEX relieved_duties_of_meeting ON relieved_duties (meeting_id, rule_time);
CREATE INDEX relieved_duties_by_time ON relieved_duties (rule_time, meeting_id);
CREATE INDEX relieved_duties_of_role ON relieved_duties (role_id);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a listing says of a meeting and its group, seasons off, and the holidays that groups keep.

CREATE TABLE holiday_calendars (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  uid      TEXT NOT NULL UNIQUE CONSTRAINT uid_length CHECK (length (uid) BETWEEN 1 AND 255),
  name     TEXT NOT NULL CONSTRAINT calendar_name_length CHECK (length (name) BETWEEN 1 AND 200),
  days     TEXT NOT NULL CONSTRAINT days_length CHECK (length (days) <= 1000000),
  sequence INTEGER NOT NULL CONSTRAINT sequence_range CHECK (sequence >= 0),
  modified INTEGER NOT NULL
) STRICT;

ALTER TABLE groups ADD COLUMN setting INTEGER NOT NULL DEFAULT 0 CONSTRAINT setting_range CHECK (setting BETWEEN 0 AND 5);
ALTER TABLE groups ADD COLUMN region TEXT NOT NULL DEFAULT '' CONSTRAINT region_length CHECK (length (region) <= 200);
ALTER TABLE groups ADD COLUMN district TEXT NOT NULL DEFAULT '' CONSTRAINT district_length CHECK (length (district) <= 200);
ALTER TABLE groups ADD COLUMN website TEXT NOT NULL DEFAULT '' CONSTRAINT link_length CHECK (length (website) <= 2000);
ALTER TABLE groups ADD COLUMN email TEXT NOT NULL DEFAULT '' CONSTRAINT email_length CHECK (length (email) <= 320);
ALTER TABLE groups ADD COLUMN phone TEXT NOT NULL DEFAULT '' CONSTRAINT phone_length CHECK (length (phone) <= 200);
ALTER TABLE groups ADD COLUMN notes TEXT NOT NULL DEFAULT '' CONSTRAINT note_length CHECK (length (notes) <= 1000000);
ALTER TABLE groups ADD COLUMN holidays_id INTEGER REFERENCES holiday_calendars ON DELETE SET NULL;
CREATE INDEX groups_of_holidays ON groups (holidays_id) WHERE holidays_id IS NOT NULL;

-- mode: 0 in person, 1 online, 2 both, 3 by telephone. types: codes with a space between them. pauses: one a line, as 2026-07-01/2026-08-31 Summer.
-- remarks and passcode are private. slug, source and extra: what the listing that it came from calls it, is called, and says beyond the rest (JSON).
ALTER TABLE meetings ADD COLUMN by_appointment INTEGER NOT NULL DEFAULT 0 CONSTRAINT appointment_range CHECK (by_appointment IN (0, 1));
ALTER TABLE meetings ADD COLUMN mode INTEGER NOT NULL DEFAULT 0 CONSTRAINT mode_range CHECK (mode BETWEEN 0 AND 3);
ALTER TABLE meetings ADD COLUMN address TEXT NOT NULL DEFAULT '' CONSTRAINT address_length CHECK (length (address) <= 1000);
ALTER TABLE meetings ADD COLUMN room TEXT NOT NULL DEFAULT '' CONSTRAINT room_length CHECK (length (room) <= 200);
ALTER TABLE meetings ADD COLUMN access TEXT NOT NULL DEFAULT '' CONSTRAINT access_length CHECK (length (access) <= 10000);
ALTER TABLE meetings ADD COLUMN region TEXT NOT NULL DEFAULT '' CONSTRAINT region_length CHECK (length (region) <= 200);
ALTER TABLE meetings ADD COLUMN district TEXT NOT NULL DEFAULT '' CONSTRAINT district_length CHECK (length (district) <= 200);
ALTER TABLE meetings ADD COLUMN link_note TEXT NOT NULL DEFAULT '' CONSTRAINT link_note_length CHECK (length (link_note) <= 10000);
ALTER TABLE meetings ADD COLUMN passcode TEXT NOT NULL DEFAULT '' CONSTRAINT passcode_length CHECK (length (passcode) <= 200);
ALTER TABLE meetings ADD COLUMN phone TEXT NOT NULL DEFAULT '' CONSTRAINT phone_length CHECK (length (phone) <= 200);
ALTER TABLE meetings ADD COLUMN phone_note TEXT NOT NULL DEFAULT '' CONSTRAINT phone_note_length CHECK (length (phone_note) <= 10000);
ALTER TABLE meetings ADD COLUMN latitude REAL CONSTRAINT latitude_range CHECK (latitude BETWEEN -90 AND 90);
ALTER TABLE meetings ADD COLUMN longitude REAL CONSTRAINT longitude_range CHECK (longitude BETWEEN -180 AND 180);
ALTER TABLE meetings ADD COLUMN types TEXT NOT NULL DEFAULT '' CONSTRAINT types_length CHECK (length (types) <= 2000);
ALTER TABLE meetings ADD COLUMN pauses TEXT NOT NULL DEFAULT '' CONSTRAINT pauses_length CHECK (length (pauses) <= 100000);
ALTER TABLE meetings ADD COLUMN notes TEXT NOT NULL DEFAULT '' CONSTRAINT note_length CHECK (length (notes) <= 1000000);
ALTER TABLE meetings ADD COLUMN remarks TEXT NOT NULL DEFAULT '' CONSTRAINT note_length CHECK (length (remarks) <= 1000000);
ALTER TABLE meetings ADD COLUMN slug TEXT NOT NULL DEFAULT '' CONSTRAINT slug_length CHECK (length (slug) <= 255);
ALTER TABLE meetings ADD COLUMN source TEXT NOT NULL DEFAULT '' CONSTRAINT source_length CHECK (length (source) <= 1000);
ALTER TABLE meetings ADD COLUMN extra TEXT NOT NULL DEFAULT '' CONSTRAINT extra_length CHECK (length (extra) <= 1000000);
UPDATE meetings SET mode = CASE WHEN link = '' THEN 0 WHEN place = '' THEN 1 ELSE 2 END;

ALTER TABLE overrides ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CONSTRAINT held_range CHECK (held IN (0, 1) AND held + cancelled <= 1);

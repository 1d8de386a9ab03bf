/* ff-group-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-rows.h"

static const char save_group[]
    = "INSERT INTO groups (uid, name, programme, zone, language, open, sample, sequence, modified)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)"
      " ON CONFLICT (uid) DO UPDATE SET name = excluded.name, programme = excluded.programme,"
      " zone = excluded.zone, language = excluded.language, open = excluded.open,"
      " sample = excluded.sample, sequence = sequence + 1, modified = excluded.modified"
      " WHERE (name, programme, zone, language, open, sample)"
      " IS NOT (excluded.name, excluded.programme, excluded.zone, excluded.language,"
      " excluded.open, excluded.sample)";

static const char save_meeting[]
    = "INSERT INTO meetings (uid, group_id, title, start, minutes, rule, zone, place, link,"
      " sequence, modified)"
      " VALUES (?1, (SELECT id FROM groups WHERE uid = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
      " ON CONFLICT (uid) DO UPDATE SET group_id = excluded.group_id, title = excluded.title,"
      " start = excluded.start, minutes = excluded.minutes, rule = excluded.rule,"
      " zone = excluded.zone, place = excluded.place, link = excluded.link,"
      " sequence = max (sequence + 1, excluded.sequence), modified = excluded.modified"
      " WHERE (group_id, title, start, minutes, rule, zone, place, link)"
      " IS NOT (excluded.group_id, excluded.title, excluded.start, excluded.minutes, excluded.rule,"
      " excluded.zone, excluded.place, excluded.link)";

static const char save_override[]
    = "INSERT INTO overrides (uid, meeting_id, rule_time, cancelled, start, place, link, note,"
      " sequence, modified)"
      " VALUES (?1, (SELECT id FROM meetings WHERE uid = ?2), ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9)"
      " ON CONFLICT (meeting_id, rule_time) DO UPDATE SET cancelled = excluded.cancelled,"
      " start = excluded.start, place = excluded.place, link = excluded.link, note = excluded.note,"
      " sequence = sequence + 1, modified = excluded.modified"
      " WHERE (cancelled, start, place, link, note)"
      " IS NOT (excluded.cancelled, excluded.start, excluded.place, excluded.link, excluded.note)";

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

gboolean
ff_group_row_save (FfConnection *connection, FfGroup *group, gint64 modified, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_group);

  ff_statement_bind_text (statement, 1, ff_group_get_uid (group));
  ff_statement_bind_text (statement, 2, or_empty (ff_group_get_name (group)));
  ff_statement_bind_text (statement, 3, or_empty (ff_group_get_programme (group)));
  ff_statement_bind_text (statement, 4, or_empty (ff_group_get_zone (group)));
  ff_statement_bind_text (statement, 5, or_empty (ff_group_get_language (group)));
  ff_statement_bind_int (statement, 6, ff_group_get_open (group) ? 1 : 0);
  ff_statement_bind_int (statement, 7, ff_group_get_sample (group) ? 1 : 0);
  ff_statement_bind_int (statement, 8, modified);
  return ff_statement_run (statement, error);
}

FfGroup *
ff_group_row_read (FfStatement *row)
{
  FfGroup *group = ff_group_new (ff_statement_get_text (row, 0));

  ff_group_set_name (group, ff_statement_get_text (row, 1));
  ff_group_set_programme (group, ff_statement_get_text (row, 2));
  ff_group_set_zone (group, ff_statement_get_text (row, 3));
  ff_group_set_language (group, ff_statement_get_text (row, 4));
  ff_group_set_open (group, ff_statement_get_int (row, 5) != 0);
  ff_group_set_sample (group, ff_statement_get_int (row, 6) != 0);
  return group;
}

gboolean
ff_meeting_row_save (FfConnection *connection, FfMeeting *meeting, gint64 modified, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_meeting);

  ff_statement_bind_text (statement, 1, ff_meeting_get_uid (meeting));
  ff_statement_bind_text (statement, 2, ff_meeting_get_group (meeting));
  ff_statement_bind_text (statement, 3, or_empty (ff_meeting_get_title (meeting)));
  ff_statement_bind_time (statement, 4, ff_meeting_get_start (meeting));
  ff_statement_bind_int (statement, 5, ff_meeting_get_minutes (meeting));
  ff_statement_bind_text (statement, 6, ff_meeting_get_rule (meeting));
  ff_statement_bind_text (statement, 7, or_empty (ff_meeting_get_zone (meeting)));
  ff_statement_bind_text (statement, 8, or_empty (ff_meeting_get_place (meeting)));
  ff_statement_bind_text (statement, 9, or_empty (ff_meeting_get_link (meeting)));
  ff_statement_bind_int (statement, 10, ff_meeting_get_sequence (meeting));
  ff_statement_bind_int (statement, 11, modified);
  return ff_statement_run (statement, error);
}

FfMeeting *
ff_meeting_row_read (FfStatement *row)
{
  FfMeeting *meeting = ff_meeting_new (ff_statement_get_text (row, 0));
  const gint64 minutes = ff_statement_get_int (row, 4);
  FfWallTime start;

  ff_meeting_set_group (meeting, ff_statement_get_text (row, 1));
  ff_meeting_set_title (meeting, ff_statement_get_text (row, 2));
  if (ff_statement_get_time (row, 3, &start))
    ff_meeting_set_start (meeting, &start);
  if (minutes >= 1 && minutes <= 24 * 60)
    ff_meeting_set_minutes (meeting, (guint) minutes);
  ff_meeting_set_rule (meeting, ff_statement_get_text (row, 5));
  ff_meeting_set_zone (meeting, ff_statement_get_text (row, 6));
  ff_meeting_set_place (meeting, ff_statement_get_text (row, 7));
  ff_meeting_set_link (meeting, ff_statement_get_text (row, 8));
  ff_meeting_set_sequence (meeting, (guint) ff_statement_get_int (row, 9));
  ff_meeting_set_modified (meeting, ff_statement_get_int (row, 10));
  return meeting;
}

gboolean
ff_override_row_save (FfConnection *connection,
                      FfOverride *override,
                      const char *uid,
                      gint64 modified,
                      GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_override);

  ff_statement_bind_text (statement, 1, uid);
  ff_statement_bind_text (statement, 2, ff_override_get_meeting (override));
  ff_statement_bind_time (statement, 3, ff_override_get_rule_time (override));
  ff_statement_bind_int (statement, 4, ff_override_get_cancelled (override) ? 1 : 0);
  ff_statement_bind_time (statement, 5, ff_override_get_start (override));
  ff_statement_bind_text (statement, 6, ff_override_get_place (override));
  ff_statement_bind_text (statement, 7, ff_override_get_link (override));
  ff_statement_bind_text (statement, 8, or_empty (ff_override_get_note (override)));
  ff_statement_bind_int (statement, 9, modified);
  return ff_statement_run (statement, error);
}

FfOverride *
ff_override_row_read (FfStatement *row)
{
  FfWallTime time;
  FfOverride *override;

  /* No rule ever gives a date that there is not. */
  if (!ff_statement_get_time (row, 1, &time))
    return NULL;
  override = ff_override_new (ff_statement_get_text (row, 0), &time);
  ff_override_set_cancelled (override, ff_statement_get_int (row, 2) != 0);
  if (ff_statement_get_time (row, 3, &time))
    ff_override_set_start (override, &time);
  ff_override_set_place (override, ff_statement_get_text (row, 4));
  ff_override_set_link (override, ff_statement_get_text (row, 5));
  ff_override_set_note (override, ff_statement_get_text (row, 6));
  return override;
}

/* ff-session-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "ff-rows.h"

static const char save_session[]
    = "INSERT INTO sessions (uid, group_id, meeting_id, rule_time, start, unnamed,"
      " unnamed_newcomers)"
      " VALUES (?1, (SELECT id FROM groups WHERE uid = ?2),"
      " (SELECT id FROM meetings WHERE uid = ?3), ?4, ?5, ?6, ?7)"
      " ON CONFLICT (uid) DO UPDATE SET group_id = excluded.group_id,"
      " meeting_id = excluded.meeting_id, start = excluded.start,"
      " unnamed = excluded.unnamed, unnamed_newcomers = excluded.unnamed_newcomers";

static gboolean
save_handouts (FfConnection *connection, FfSession *session, GError **error)
{
  g_autoptr (FfStatement) delete
      = ff_statement_new (connection,
                          "DELETE FROM session_handouts"
                          " WHERE session_id = (SELECT id FROM sessions WHERE uid = ?1)");
  g_autoptr (FfStatement) insert = ff_statement_new (
      connection, "INSERT INTO session_handouts (session_id, position, handout, copies)"
                  " VALUES ((SELECT id FROM sessions WHERE uid = ?1), ?2, ?3, nullif (?4, 0))");
  const char *const *handouts = ff_session_get_handouts (session);

  ff_statement_bind_text (delete, 1, ff_session_get_uid (session));
  if (!ff_statement_run (delete, error))
    return FALSE;
  for (guint i = 0; handouts[i] != NULL; i++)
    {
      ff_statement_bind_text (insert, 1, ff_session_get_uid (session));
      ff_statement_bind_int (insert, 2, i);
      ff_statement_bind_text (insert, 3, handouts[i]);
      ff_statement_bind_int (insert, 4, ff_session_get_copies (session, handouts[i]));
      if (!ff_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_session_row_save (FfConnection *connection, FfSession *session, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_session);

  ff_statement_bind_text (statement, 1, ff_session_get_uid (session));
  ff_statement_bind_text (statement, 2, ff_session_get_group (session));
  ff_statement_bind_text (statement, 3, ff_session_get_meeting (session));
  ff_statement_bind_time (statement, 4, ff_session_get_rule_time (session));
  ff_statement_bind_time (statement, 5, ff_session_get_start (session));
  ff_statement_bind_int (statement, 6, ff_session_get_unnamed (session));
  ff_statement_bind_int (statement, 7, ff_session_get_unnamed_newcomers (session));
  return ff_statement_run (statement, error) && save_handouts (connection, session, error);
}

/* What was written must not vanish with a date that there is not, so the last one before it stands for that. */
static FfWallTime
read_time (FfStatement *row, int column)
{
  const char *text = ff_statement_get_text (row, column);
  FfWallTime time = { 1900, 1, 1, 0, 0 };
  guint month, day, hour, minute;
  int year;

  if (text == NULL || ff_wall_time_parse (text, &time, NULL)
      || sscanf (text, "%4d-%2u-%2uT%2u:%2u", &year, &month, &day, &hour, &minute) != 5)
    return time;
  time = (FfWallTime) { (gint16) CLAMP (year, 1900, 2200), (guint8) CLAMP (month, 1, 12),
                        (guint8) CLAMP (day, 1, 31), (guint8) MIN (hour, 23),
                        (guint8) MIN (minute, 59) };
  while (!ff_wall_time_is_valid (&time))
    time.day--;
  return time;
}

/* @pairs: (nullable): an id, how many copies, the next id … */
static void
read_handouts (FfSession *session, const char *pairs)
{
  g_auto (GStrv) list = g_strsplit (pairs != NULL ? pairs : "", " ", -1);
  g_autofree const char **ids = g_new0 (const char *, g_strv_length (list) / 2 + 1);

  for (guint i = 0; list[i] != NULL && list[i + 1] != NULL; i += 2)
    ids[i / 2] = list[i];
  ff_session_set_handouts (session, ids);
  for (guint i = 0; ids[i] != NULL; i++)
    ff_session_set_copies (session, ids[i], (guint) g_ascii_strtoull (list[2 * i + 1], NULL, 10));
}

FfSession *
ff_session_row_read (FfStatement *row)
{
  FfSession *session = ff_session_new (ff_statement_get_text (row, 0));
  FfWallTime time;

  ff_session_set_group (session, ff_statement_get_text (row, 1));
  ff_session_set_meeting (session, ff_statement_get_text (row, 2));
  time = read_time (row, 3);
  ff_session_set_rule_time (session, &time);
  time = read_time (row, 4);
  ff_session_set_start (session, &time);
  ff_session_set_unnamed (session, (guint) ff_statement_get_int (row, 5));
  ff_session_set_unnamed_newcomers (session, (guint) ff_statement_get_int (row, 6));
  ff_session_set_named (session, (guint) ff_statement_get_int (row, 7),
                        (guint) ff_statement_get_int (row, 8));
  read_handouts (session, ff_statement_get_text (row, 9));
  return session;
}

gboolean
ff_participant_row_add (FfConnection *connection, FfParticipant *participant, GError **error)
{
  const char *alias = ff_participant_get_alias (participant);
  g_autofree char *folded = ff_alias_fold (alias != NULL ? alias : "");
  g_autofree char *plain = ff_alias_make_plain (alias != NULL ? alias : "");
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "INSERT INTO participants (uid, group_id, alias, folded, plain, consent,"
                  " consent_date) VALUES (?1, (SELECT id FROM groups WHERE uid = ?2), ?3, ?4, ?5,"
                  " ?6, ?7)"
                  " ON CONFLICT (uid) DO NOTHING ON CONFLICT (group_id, folded) DO NOTHING");

  ff_statement_bind_text (statement, 1, ff_participant_get_uid (participant));
  ff_statement_bind_text (statement, 2, ff_participant_get_group (participant));
  ff_statement_bind_text (statement, 3, alias != NULL ? alias : "");
  ff_statement_bind_text (statement, 4, folded);
  ff_statement_bind_text (statement, 5, plain);
  ff_statement_bind_text (statement, 6, ff_participant_get_consent (participant));
  ff_statement_bind_text (statement, 7, ff_participant_get_consent_date (participant));
  return ff_statement_run (statement, error);
}

FfParticipant *
ff_participant_row_read (FfStatement *row)
{
  FfParticipant *participant = ff_participant_new (ff_statement_get_text (row, 0));

  ff_participant_set_group (participant, ff_statement_get_text (row, 1));
  ff_participant_set_alias (participant, ff_statement_get_text (row, 2));
  ff_participant_set_consent (participant, ff_statement_get_text (row, 3));
  ff_participant_set_consent_date (participant, ff_statement_get_text (row, 4));
  return participant;
}

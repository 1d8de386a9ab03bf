/* ff-meeting-writes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ff-meeting-repository.h"
#include "ff-rows.h"
#include "ff-store-private.h"
#include "ff-undo.h"

static void
tell_sessions (FfConnection *connection, const char *meeting, FfChange *change)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "SELECT s.uid FROM sessions AS s JOIN meetings AS m ON m.id = s.meeting_id"
                  " WHERE m.uid = ?1");

  ff_statement_bind_text (statement, 1, meeting);
  while (ff_statement_next (statement))
    ff_change_add (change, FF_AGGREGATE_SESSION, ff_statement_get_text (statement, 0));
}

static gboolean
find_start (FfConnection *connection, const char *meeting, FfWallTime *start)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT start FROM meetings WHERE uid = ?1");

  ff_statement_bind_text (statement, 1, meeting);
  return ff_statement_next (statement) && ff_statement_get_time (statement, 0, start);
}

/* A date that has something at the new time already keeps that. */
static const char rekey_overrides[]
    = "UPDATE OR IGNORE overrides SET rule_time = substr (rule_time, 1, 10) || ?3,"
      " sequence = sequence + 1, modified = ?4"
      " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)"
      " AND substr (rule_time, 11) = ?2";

static const char rekey_sessions[]
    = "UPDATE OR IGNORE sessions SET rule_time = substr (rule_time, 1, 10) || ?3"
      " WHERE meeting_id = (SELECT id FROM meetings WHERE uid = ?1)"
      " AND substr (rule_time, 11) = ?2";

static FfStatement *
prepare_rekey (FfConnection *connection,
               const char *sql,
               FfMeeting *meeting,
               const char *before,
               const char *after)
{
  FfStatement *statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, ff_meeting_get_uid (meeting));
  ff_statement_bind_text (statement, 2, before);
  ff_statement_bind_text (statement, 3, after);
  return statement;
}

/* What is known by a date at the meeting's old time of day is known by the same date at the new one. */
static gboolean
follow_start (FfConnection *connection,
              FfMeeting *meeting,
              const FfWallTime *from,
              gint64 modified,
              FfChange *change,
              GError **error)
{
  g_autofree char *old = ff_wall_time_to_string (from);
  g_autofree char *new = ff_wall_time_to_string (ff_meeting_get_start (meeting));
  const char *before = strchr (old, 'T'), *after = strchr (new, 'T');
  g_autoptr (FfStatement) overrides = NULL;
  g_autoptr (FfStatement) sessions = NULL;

  if (g_str_equal (before, after))
    return TRUE;
  overrides = prepare_rekey (connection, rekey_overrides, meeting, before, after);
  ff_statement_bind_int (overrides, 4, modified);
  sessions = prepare_rekey (connection, rekey_sessions, meeting, before, after);
  tell_sessions (connection, ff_meeting_get_uid (meeting), change);
  return ff_statement_run (overrides, error) && ff_statement_run (sessions, error);
}

static gboolean
save (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  const gint64 modified = g_get_real_time ();
  FfWallTime from;
  gboolean had_start = find_start (connection, ff_meeting_get_uid (data), &from);

  ff_change_add (change, FF_AGGREGATE_MEETING, ff_meeting_get_uid (data));
  return ff_meeting_row_save (connection, data, modified, error)
         && (!had_start || follow_start (connection, data, &from, modified, change, error));
}

/**
 * ff_meeting_repository_save_async:
 * @meeting: inserted or updated; its sequence becomes higher than the stored one where something is different
 *
 * Where its time of day becomes another, what differs on a date and what was written at one stay with that date.
 */
void
ff_meeting_repository_save_async (FfStore *store,
                                  FfMeeting *meeting,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  ff_store_write_async (store, save, ff_meeting_copy (meeting), g_object_unref, callback,
                        user_data);
}

static gboolean delete (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "DELETE FROM meetings WHERE uid = ?1");
  gint64 step;

  ff_statement_bind_text (statement, 1, data);
  return ff_undo_begin_step (connection, &step, error) && ff_statement_run (statement, error)
         && ff_undo_end_step (connection, step, change, error);
}

/**
 * ff_meeting_repository_delete_async:
 * @uid: the meeting's
 *
 * Deletes it and what is different on its dates. Its sessions and notes stay with the group.
 */
void
ff_meeting_repository_delete_async (FfStore *store,
                                    const char *uid,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  ff_store_write_async (store, delete, g_strdup (uid), g_free, callback, user_data);
}

static gboolean
restore (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  gint64 step;

  return ff_undo_find_meeting (connection, data, &step, error)
         && ff_undo_take_back (connection, step, change, error);
}

/**
 * ff_meeting_repository_restore_async:
 * @uid: of a meeting that was deleted since the store was opened
 *
 * Puts it back, with what was different on its dates and its sessions' link to it.
 */
void
ff_meeting_repository_restore_async (FfStore *store,
                                     const char *uid,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  ff_store_write_async (store, restore, g_strdup (uid), g_free, callback, user_data);
}

static gboolean
save_override (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();

  ff_change_add (change, FF_AGGREGATE_MEETING, ff_override_get_meeting (data));
  return ff_override_row_save (connection, data, uid, g_get_real_time (), error);
}

/**
 * ff_meeting_repository_save_override_async:
 * @override: inserted, or put in the place of the one for the same date
 */
void
ff_meeting_repository_save_override_async (FfStore *store,
                                           FfOverride *override,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  ff_store_write_async (store, save_override, ff_override_copy (override), g_object_unref, callback,
                        user_data);
}

static gboolean
delete_override (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "DELETE FROM overrides WHERE rule_time = ?2"
                                      " AND meeting_id = (SELECT id FROM meetings WHERE uid = ?1)");

  ff_statement_bind_text (statement, 1, ff_override_get_meeting (data));
  ff_statement_bind_time (statement, 2, ff_override_get_rule_time (data));
  ff_change_add (change, FF_AGGREGATE_MEETING, ff_override_get_meeting (data));
  return ff_statement_run (statement, error);
}

/**
 * ff_meeting_repository_delete_override_async:
 * @meeting: the uid of a meeting
 * @rule_time: the start that its rule gave
 *
 * Makes the date like the rest of the series again.
 */
void
ff_meeting_repository_delete_override_async (FfStore *store,
                                             const char *meeting,
                                             const FfWallTime *rule_time,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  ff_store_write_async (store, delete_override, ff_override_new (meeting, rule_time),
                        g_object_unref, callback, user_data);
}

/* ff-session-writes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-rows.h"
#include "ff-session-repository.h"
#include "ff-store-private.h"
#include "ff-undo.h"

typedef struct
{
  FfCheckIn *check_in;
  FfSession *session;
  FfParticipant *participant;
} FfCheckInSaving;

static void
ff_check_in_saving_free (FfCheckInSaving *saving)
{
  g_clear_object (&saving->check_in);
  g_clear_object (&saving->session);
  g_clear_object (&saving->participant);
  g_free (saving);
}

/* The sessions that @sql gives for @uid. */
static gboolean
tell (FfConnection *connection, const char *sql, const char *uid, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, uid);
  while (ff_statement_next (statement))
    ff_change_add (change, FF_AGGREGATE_SESSION, ff_statement_get_text (statement, 0));
  return ff_statement_finish (statement, error);
}

/* Where the check-in is, and where what the person planned there or reviewed there is shown as well. */
static const char sessions_of_check_in[]
    = "SELECT s.uid FROM check_ins AS c JOIN sessions AS s ON s.id = c.session_id WHERE c.uid = ?1"
      " UNION SELECT s.uid FROM check_ins AS c"
      " JOIN plan_items AS i ON i.reviewed_id = c.session_id"
      " AND i.participant_id = c.participant_id"
      " JOIN sessions AS s ON s.id = i.session_id WHERE c.uid = ?1";

static const char sessions_of_plan_item[]
    = "SELECT s.uid FROM plan_items AS i"
      " JOIN sessions AS s ON s.id IN (i.session_id, i.reviewed_id) WHERE i.uid = ?1";

static gboolean
run (FfConnection *connection, const char *sql, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, uid);
  return ff_statement_run (statement, error);
}

static gboolean
save (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  ff_change_add (change, FF_AGGREGATE_SESSION, ff_session_get_uid (data));
  return ff_session_row_save (connection, data, error);
}

/**
 * ff_session_repository_save_async:
 * @session: inserted or updated, with the tools chosen for it
 */
void
ff_session_repository_save_async (FfStore *store,
                                  FfSession *session,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  ff_store_write_async (store, save, ff_session_copy (session), g_object_unref, callback,
                        user_data);
}

static gboolean
add_session (FfConnection *connection, FfSession *session, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT 1 FROM sessions WHERE uid = ?1");
  gboolean is_stored;

  ff_statement_bind_text (statement, 1, ff_session_get_uid (session));
  is_stored = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  return is_stored || ff_session_row_save (connection, session, error);
}

static gboolean
save_check_in (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfCheckInSaving *saving = data;

  if (saving->session != NULL && !add_session (connection, saving->session, error))
    return FALSE;
  if (saving->participant != NULL
      && !ff_participant_row_add (connection, saving->participant, error))
    return FALSE;
  return ff_check_in_row_save (connection, saving->check_in, saving->participant, error)
         && tell (connection, sessions_of_check_in, ff_check_in_get_uid (saving->check_in), change,
                  error);
}

/**
 * ff_session_repository_save_check_in_async:
 * @check_in: inserted or updated
 * @session: (nullable): stored with it, in one transaction, where it is not stored yet
 * @participant: (nullable): stored with it where it is not stored yet; where the group has somebody of that alias already,
 *   the check-in is theirs
 */
void
ff_session_repository_save_check_in_async (FfStore *store,
                                           FfCheckIn *check_in,
                                           FfSession *session,
                                           FfParticipant *participant,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  FfCheckInSaving *saving = g_new0 (FfCheckInSaving, 1);

  saving->check_in = ff_check_in_copy (check_in);
  if (session != NULL)
    saving->session = ff_session_copy (session);
  if (participant != NULL)
    saving->participant = ff_participant_copy (participant);
  ff_store_write_async (store, save_check_in, saving, (GDestroyNotify) ff_check_in_saving_free,
                        callback, user_data);
}

/* In this order: each statement still finds the check-in, by which it knows what belongs to it. */
static const char *const delete_check_in_sql[] = {
  "DELETE FROM plan_items WHERE (session_id, participant_id)"
  " IN (SELECT session_id, participant_id FROM check_ins WHERE uid = ?1)",
  "UPDATE plan_items SET outcome = 0, reviewed_id = NULL WHERE (reviewed_id, participant_id)"
  " IN (SELECT session_id, participant_id FROM check_ins WHERE uid = ?1)",
  "DELETE FROM check_ins WHERE uid = ?1",
  /* The step has kept the check-in. */
  "DELETE FROM participants WHERE id = (SELECT old_participant_id FROM temp.undo_check_ins"
  " WHERE old_uid = ?1 AND step = (SELECT step FROM temp.undo_state))"
  " AND NOT EXISTS (SELECT 1 FROM check_ins WHERE participant_id = participants.id)"
  " AND NOT EXISTS (SELECT 1 FROM plan_items WHERE participant_id = participants.id)",
};

static gboolean
delete_check_in (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  gint64 step;

  if (!ff_undo_begin_step (connection, &step, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (delete_check_in_sql); i++)
    if (!run (connection, delete_check_in_sql[i], data, error))
      return FALSE;
  return ff_undo_end_step (connection, step, change, error);
}

/**
 * ff_session_repository_delete_check_in_async:
 * @check_in: its uid
 *
 * Deletes it with the plan items that the person set there; what they reviewed there is open again, and a participant left
 * without anything goes too.
 */
void
ff_session_repository_delete_check_in_async (FfStore *store,
                                             const char *check_in,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  ff_store_write_async (store, delete_check_in, g_strdup (check_in), g_free, callback, user_data);
}

static gboolean
restore_check_in (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  gint64 step;

  return ff_undo_find_check_in (connection, data, &step, error)
         && ff_undo_take_back (connection, step, change, error);
}

/**
 * ff_session_repository_restore_check_in_async:
 * @check_in: the uid of one that was deleted since the store was opened
 *
 * Puts back all that ff_session_repository_delete_check_in_async() took away.
 */
void
ff_session_repository_restore_check_in_async (FfStore *store,
                                              const char *check_in,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  ff_store_write_async (store, restore_check_in, g_strdup (check_in), g_free, callback, user_data);
}

static gboolean
save_plan_item (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  const char *uid = ff_plan_item_get_uid (data);

  /* Where it was and where it is now: taking a mark back changes the session where it was made. */
  return tell (connection, sessions_of_plan_item, uid, change, error)
         && ff_plan_item_row_save (connection, data, error)
         && tell (connection, sessions_of_plan_item, uid, change, error);
}

/**
 * ff_session_repository_save_plan_item_async:
 * @item: inserted or updated; its participant and sessions are stored already
 */
void
ff_session_repository_save_plan_item_async (FfStore *store,
                                            FfPlanItem *item,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  ff_store_write_async (store, save_plan_item, ff_plan_item_copy (item), g_object_unref, callback,
                        user_data);
}

static gboolean
delete_plan_item (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  return tell (connection, sessions_of_plan_item, data, change, error)
         && run (connection, "DELETE FROM plan_items WHERE uid = ?1", data, error);
}

/**
 * ff_session_repository_delete_plan_item_async:
 * @item: its uid; saving the object again puts it back
 */
void
ff_session_repository_delete_plan_item_async (FfStore *store,
                                              const char *item,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  ff_store_write_async (store, delete_plan_item, g_strdup (item), g_free, callback, user_data);
}

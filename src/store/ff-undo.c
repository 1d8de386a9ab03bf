/* ff-undo.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-undo.h"

#include <glib/gi18n-lib.h>

#include "ff-statement.h"
#include "ff-store-error.h"
#include "ff-undo-change.h"
#include "ff-undo-table.h"

static const char state[] = "CREATE TEMP TABLE undo_state (step INTEGER, now INTEGER);"
                            "INSERT INTO temp.undo_state VALUES (NULL, 0);"
                            "CREATE TEMP TABLE undo_steps (step INTEGER PRIMARY KEY AUTOINCREMENT,"
                            " touched INTEGER NOT NULL,"
                            " of_person INTEGER NOT NULL DEFAULT 0);";

static FfUndoTables *
get_tables (FfConnection *connection)
{
  return ff_connection_get_attachment (connection);
}

static gboolean
run (FfConnection *connection, const char *sql, gint64 step, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_int (statement, 1, step);
  return ff_statement_run (statement, error);
}

/* The first column of the first row; 0 where there is none. */
static gboolean
ask (FfConnection *connection, const char *sql, gint64 step, gint64 *answer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_int (statement, 1, step);
  *answer = ff_statement_next (statement) ? ff_statement_get_int (statement, 0) : 0;
  return ff_statement_finish (statement, error);
}

static gboolean
set_recording (FfConnection *connection, gint64 step, GError **error)
{
  return run (connection, "UPDATE temp.undo_state SET step = nullif (?1, 0)", step, error);
}

/* In all tables, in the order in which rows can be put in or, @backwards, taken out. */
static gboolean
work (FfConnection *connection, FfUndoWork what, gboolean backwards, gint64 step, GError **error)
{
  FfUndoTables *tables = get_tables (connection);

  for (guint i = 0; i < FF_N_UNDO_TABLES; i++)
    {
      guint place = backwards ? FF_N_UNDO_TABLES - 1 - i : i;
      const char *sql = ff_undo_tables_get (tables, (FfUndoPlace) place, what);

      if (sql != NULL && !run (connection, sql, step, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_up (FfConnection *connection, FfUndoWork what, gint64 step, gint64 *sum, GError **error)
{
  FfUndoTables *tables = get_tables (connection);

  *sum = 0;
  for (guint i = 0; i < FF_N_UNDO_TABLES; i++)
    {
      gint64 answer;

      if (!ask (connection, ff_undo_tables_get (tables, (FfUndoPlace) i, what), step, &answer,
                error))
        return FALSE;
      *sum += answer;
    }
  return TRUE;
}

gboolean
ff_undo_prepare (FfConnection *connection, GError **error)
{
  FfUndoTables *tables;

  if (!ff_connection_execute (connection, state, error))
    return FALSE;
  tables = ff_undo_tables_new (connection, error);
  if (tables == NULL)
    return FALSE;
  ff_connection_attach (connection, tables, (GDestroyNotify) ff_undo_tables_free);
  return TRUE;
}

gboolean
ff_undo_begin_step (FfConnection *connection, gint64 *step, GError **error)
{
  return ff_connection_execute (connection, "INSERT INTO temp.undo_steps (touched) VALUES (0)",
                                error)
         && ff_connection_read_number (connection, "SELECT max (step) FROM temp.undo_steps", step,
                                       error)
         && set_recording (connection, *step, error);
}

static gboolean
forget (FfConnection *connection, gint64 step, GError **error)
{
  return work (connection, FF_UNDO_FORGET, FALSE, step, error)
         && run (connection, "DELETE FROM temp.undo_steps WHERE step = ?1", step, error);
}

/* Of the steps before the last: the oldest, where there are too many of them or they hold too much. */
static const char find_oldest[]
    = "SELECT min (step) FROM temp.undo_steps HAVING count (*) > 1 AND"
      " (count (*) > " G_STRINGIFY (FF_UNDO_STEPS_KEPT) " OR sum (touched) > " G_STRINGIFY (
          FF_UNDO_ROWS_KEPT) ")";

static gboolean
forget_oldest (FfConnection *connection, GError **error)
{
  gint64 step;

  do
    {
      if (!ff_connection_read_number (connection, find_oldest, &step, error))
        return FALSE;
      if (step != 0 && !forget (connection, step, error))
        return FALSE;
    }
  while (step != 0);
  return TRUE;
}

static gboolean
keep_count (FfConnection *connection, gint64 step, gint64 touched, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "UPDATE temp.undo_steps SET touched = ?2 WHERE step = ?1");

  ff_statement_bind_int (statement, 1, step);
  ff_statement_bind_int (statement, 2, touched);
  return ff_statement_run (statement, error);
}

gboolean
ff_undo_end_step (FfConnection *connection, gint64 step, FfChange *change, GError **error)
{
  gint64 touched;

  return set_recording (connection, 0, error)
         && work (connection, FF_UNDO_KEEP_AFTER, FALSE, step, error)
         && work (connection, FF_UNDO_PASS_OVER, FALSE, step, error)
         && add_up (connection, FF_UNDO_COUNT, step, &touched, error)
         && keep_count (connection, step, touched, error)
         && ff_undo_change_tell (connection, step, touched, FALSE, change, error)
         && forget_oldest (connection, error);
}

static void
set_unknown (GError **error)
{
  g_set_error_literal (
      error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
      _ ("This cannot be put back: it was not done since Fourfold was started, it is back already, "
         "or too much was done after it."));
}

static void
set_changed_since (GError **error)
{
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                       _ ("This cannot be undone: what it changed was changed again since. All "
                          "stays as it is now; change it by hand."));
}

static gboolean
refuse_unknown (FfConnection *connection, gint64 step, GError **error)
{
  gint64 known;

  if (!ask (connection, "SELECT count (*) FROM temp.undo_steps WHERE step = ?1", step, &known,
            error))
    return FALSE;
  if (known == 0)
    set_unknown (error);
  return known > 0;
}

static gboolean
refuse_any (FfConnection *connection, FfUndoWork what, gint64 step, GError **error)
{
  gint64 found;

  if (!add_up (connection, what, step, &found, error))
    return FALSE;
  if (found > 0)
    set_changed_since (error);
  return found == 0;
}

static gboolean
set_now (FfConnection *connection, GError **error)
{
  return run (connection, "UPDATE temp.undo_state SET now = ?1", g_get_real_time (), error);
}

/* Triggers keep it, but they cannot fill it in where the check-ins are given back before the person is. */
static const char see_people[]
    = "UPDATE main.participants SET last_seen = (SELECT max (s.start) FROM main.check_ins AS c"
      " JOIN main.sessions AS s ON s.id = c.session_id WHERE c.participant_id = participants.id)"
      " WHERE id IN (SELECT key_id FROM temp.undo_participants WHERE step = ?1)";

/* References are looked at when all is in its place, at COMMIT. */
static gboolean
put_back (FfConnection *connection, gint64 step, GError **error)
{
  return ff_connection_execute (connection, "PRAGMA defer_foreign_keys = ON", error)
         && set_now (connection, error) && work (connection, FF_UNDO_PREPARE, FALSE, step, error)
         && set_recording (connection, FF_UNDO_PUTTING_BACK, error)
         && work (connection, FF_UNDO_RELEASE, FALSE, step, error)
         && work (connection, FF_UNDO_CHANGE_BACK, FALSE, step, error)
         && work (connection, FF_UNDO_TAKE_OUT, TRUE, step, error)
         && work (connection, FF_UNDO_PUT_IN, FALSE, step, error)
         && run (connection, see_people, step, error) && set_recording (connection, 0, error);
}

gboolean
ff_undo_take_back (FfConnection *connection, gint64 step, FfChange *change, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 touched;

  if (!refuse_unknown (connection, step, error)
      || !ff_undo_change_follow_people (connection, step, error)
      || !refuse_any (connection, FF_UNDO_CONFLICT, step, error)
      || !add_up (connection, FF_UNDO_COUNT, step, &touched, error))
    return FALSE;
  if (!put_back (connection, step, &failure))
    {
      /* Something else has its place by now. */
      if (g_error_matches (failure, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED))
        set_changed_since (error);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return refuse_any (connection, FF_UNDO_STRAY, step, error)
         && ff_undo_change_tell (connection, step, touched, TRUE, change, error)
         && forget (connection, FF_UNDO_PUTTING_BACK, error) && forget (connection, step, error);
}

gboolean
ff_undo_find_check_in (FfConnection *connection, const char *uid, gint64 *step, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT max (step) FROM temp.undo_check_ins"
                                      " WHERE old_uid = ?1 AND existed = 1 AND exists_now = 0");

  ff_statement_bind_text (statement, 1, uid);
  *step = ff_statement_next (statement) ? ff_statement_get_int (statement, 0) : 0;
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (*step == 0)
    set_unknown (error);
  return *step != 0;
}

gboolean
ff_undo_mark_person (FfConnection *connection, gint64 step, GError **error)
{
  return run (connection, "UPDATE temp.undo_steps SET of_person = 1 WHERE step = ?1", step, error);
}

gboolean
ff_undo_find_person (FfConnection *connection, gint64 *step, GError **error)
{
  if (!ff_connection_read_number (
          connection, "SELECT max (step) FROM temp.undo_steps WHERE of_person = 1", step, error))
    return FALSE;
  if (*step == 0)
    set_unknown (error);
  return *step != 0;
}

gboolean
ff_undo_forget_all (FfConnection *connection, GError **error)
{
  gint64 step;

  do
    {
      if (!ff_connection_read_number (connection, "SELECT max (step) FROM temp.undo_steps", &step,
                                      error))
        return FALSE;
      if (step != 0 && !forget (connection, step, error))
        return FALSE;
    }
  while (step != 0);
  return TRUE;
}

/* ff-roster-erasing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Erasing a volunteer: every trace of them goes, and only that somebody was there stays.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-cleaning.h"
#include "ff-roster-edit.h"
#include "ff-statement.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-undo.h"

typedef struct
{
  char *uid;
  gboolean backups_too;
} Erasing;

static void
erasing_free (Erasing *erasing)
{
  g_free (erasing->uid);
  g_free (erasing);
}

#define VOLUNTEER "(SELECT id FROM volunteers WHERE uid = ?1)"

static const char list_duties[]
    = "SELECT a.id, m.uid, m.zone, coalesce (o.start, a.rule_time), a.status FROM assignments AS a"
      " JOIN meetings AS m ON m.id = a.meeting_id LEFT JOIN overrides AS o"
      " ON o.meeting_id = a.meeting_id AND o.rule_time = a.rule_time"
      " WHERE a.volunteer_id = " VOLUNTEER;

static const char list_swaps[]
    = "SELECT m.uid FROM assignments AS a JOIN meetings AS m ON m.id = a.meeting_id"
      " WHERE a.instead_id = " VOLUNTEER;

/* A date of a zone that nobody knows is as much in the past as its wall time is in UTC. */
static gboolean
is_over (FfStatement *row)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_statement_get_text (row, 2), NULL);
  g_autoptr (GTimeZone) fallback = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) start = NULL;
  FfWallTime time;

  if (!ff_statement_get_time (row, 3, &time))
    return FALSE;
  start = ff_wall_time_to_instant (&time, zone != NULL ? zone : fallback);
  return start != NULL && g_date_time_compare (start, now) < 0;
}

/* What was held stays, as somebody’s; the rest says only that this person was asked. */
static gboolean
part_with_duties (FfConnection *connection, const char *uid, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) duties = ff_statement_new (connection, list_duties);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FfStatement) keep
      = ff_statement_new (connection,
                          "UPDATE assignments SET volunteer_id = NULL, reason = '', asked = NULL,"
                          " instead_id = NULL, sequence = sequence + 1 WHERE id = ?1");
  g_autoptr (FfStatement) remove
      = ff_statement_new (connection, "DELETE FROM assignments WHERE volunteer_id = " VOLUNTEER);

  ff_statement_bind_text (duties, 1, uid);
  while (ff_statement_next (duties))
    {
      gint64 id = ff_statement_get_int (duties, 0);

      ff_change_add (change, FF_AGGREGATE_ROTA, ff_statement_get_text (duties, 1));
      if (ff_statement_get_int (duties, 4) != FF_DUTY_DECLINED && is_over (duties))
        g_array_append_val (kept, id);
    }
  if (!ff_statement_finish (duties, error))
    return FALSE;
  for (guint i = 0; i < kept->len; i++)
    {
      ff_statement_bind_int (keep, 1, g_array_index (kept, gint64, i));
      if (!ff_statement_run (keep, error))
        return FALSE;
    }
  ff_statement_bind_text (remove, 1, uid);
  return ff_statement_run (remove, error);
}

static gboolean
tell_swaps (FfConnection *connection, const char *uid, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, list_swaps);

  ff_statement_bind_text (statement, 1, uid);
  while (ff_statement_next (statement))
    ff_change_add (change, FF_AGGREGATE_ROTA, ff_statement_get_text (statement, 0));
  return ff_statement_finish (statement, error);
}

static gboolean
delete_volunteer (FfConnection *connection, const char *uid, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "DELETE FROM volunteers WHERE uid = ?1");

  ff_change_add (change, FF_AGGREGATE_ROSTER, uid);
  ff_statement_bind_text (statement, 1, uid);
  if (!ff_statement_run (statement, error))
    return FALSE;
  if (ff_statement_get_changes (statement) > 0)
    return TRUE;
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                       _ ("This volunteer is not there any more."));
  return FALSE;
}

static gboolean
erase (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  Erasing *erasing = data;

  return tell_swaps (connection, erasing->uid, change, error)
         && part_with_duties (connection, erasing->uid, change, error)
         && delete_volunteer (connection, erasing->uid, change, error)
         && ff_undo_forget_all (connection, error)
         && ff_cleaning_plan (connection, erasing->backups_too, error);
}

static gboolean
clean (FfConnection *connection, gpointer data, GError **error)
{
  return ff_cleaning_run (connection, error);
}

/**
 * ff_roster_erase_volunteer_async:
 * @uid: of the volunteer
 * @backups_too: whether the backups in the data folder, and what a restore set aside there, go as well; then a new backup is made
 *
 * Their duties to come and what they declined go; what they held stays as somebody's. The whole file is written anew
 * afterwards, so that its free space and its log hold nothing of them either; and nothing that was done before can be undone
 * any more. Where only that fails, the volunteer is gone, and it is made up for when the store is opened next. Finish with
 * ff_store_write_finish().
 */
void
ff_roster_erase_volunteer_async (FfStore *store,
                                 const char *uid,
                                 gboolean backups_too,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Erasing *erasing;

  g_return_if_fail (FF_IS_STORE (store) && uid != NULL);

  erasing = g_new0 (Erasing, 1);
  erasing->uid = g_strdup (uid);
  erasing->backups_too = backups_too;
  ff_store_write_then_async (store, erase, clean, erasing, (GDestroyNotify) erasing_free, callback,
                             user_data);
}

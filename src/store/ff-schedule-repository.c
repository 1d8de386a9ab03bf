/* ff-schedule-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-schedule-repository.h"

#include "ff-rows.h"
#include "ff-schedule-rows.h"
#include "ff-store-private.h"

#define SELECT_HOLIDAYS "SELECT " FF_HOLIDAYS_COLUMNS " FROM holiday_calendars AS h"
#define SELECT_GROUPS "SELECT " FF_GROUP_COLUMNS " FROM groups AS g"
#define SELECT_MEETINGS                                                                            \
  "SELECT " FF_MEETING_COLUMNS " FROM meetings AS m JOIN groups AS g ON g.id = m.group_id"
#define SELECT_OVERRIDES                                                                           \
  "SELECT " FF_OVERRIDE_COLUMNS " FROM overrides AS o JOIN meetings AS m ON m.id = o.meeting_id"
#define OF_GROUP " WHERE m.group_id = (SELECT id FROM groups WHERE uid = ?1)"

static GPtrArray *
list (FfConnection *connection,
      const char *sql,
      const char *group,
      FfRowReader reader,
      GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  if (group != NULL)
    ff_statement_bind_text (statement, 1, group);
  return ff_rows_list (statement, reader, error);
}

FfSchedule *
ff_schedule_rows_read (FfConnection *connection, const char *group, GError **error)
{
  g_autoptr (GPtrArray) holidays = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) overrides = NULL;

  holidays = list (connection, SELECT_HOLIDAYS, NULL, (FfRowReader) ff_holidays_row_read, error);
  if (holidays == NULL)
    return NULL;
  groups = list (connection, SELECT_GROUPS, NULL, (FfRowReader) ff_group_row_read, error);
  if (groups == NULL)
    return NULL;
  meetings = list (connection, group != NULL ? SELECT_MEETINGS OF_GROUP : SELECT_MEETINGS, group,
                   (FfRowReader) ff_meeting_row_read, error);
  if (meetings == NULL)
    return NULL;
  overrides = list (connection, group != NULL ? SELECT_OVERRIDES OF_GROUP : SELECT_OVERRIDES, group,
                    (FfRowReader) ff_override_row_read, error);
  return overrides != NULL ? ff_schedule_new (groups, meetings, overrides, holidays) : NULL;
}

/* In one transaction, so that no write of another thread comes between two of the lists. */
static FfSchedule *
read_at_once (FfConnection *connection, const char *group, GError **error)
{
  g_autoptr (FfSchedule) schedule = NULL;

  if (!ff_connection_execute (connection, "BEGIN", error))
    return NULL;
  schedule = ff_schedule_rows_read (connection, group, error);
  if (!ff_connection_rollback (connection, schedule != NULL ? error : NULL))
    return NULL;
  return g_steal_pointer (&schedule);
}

/**
 * ff_schedule_repository_read:
 * @group: (nullable): the uid of a group, whose meetings alone are read; all groups and holidays are there in any case
 *
 * With thousands of meetings this takes longer than the main thread may: see ff_schedule_repository_read_async().
 *
 * Returns: (transfer full): %NULL with an error
 */
FfSchedule *
ff_schedule_repository_read (FfStore *store, const char *group, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);

  return connection != NULL ? read_at_once (connection, group, error) : NULL;
}

static gpointer
read_in_thread (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfSchedule) schedule = read_at_once (connection, data, error);

  /* What ends a read that is cancelled may come too late for it. */
  if (schedule == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&schedule);
}

/**
 * ff_schedule_repository_read_async:
 * @group: (nullable): the uid of a group, whose meetings alone are read
 *
 * Reads on the reader's thread, after the reads that were asked for before.
 */
void
ff_schedule_repository_read_async (FfStore *store,
                                   const char *group,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (FF_IS_STORE (store));

  ff_store_read_async (store, read_in_thread, g_strdup (group), g_free, g_object_unref, cancellable,
                       callback, user_data);
}

/**
 * ff_schedule_repository_read_finish:
 *
 * Returns: (transfer full): %NULL with an error
 */
FfSchedule *
ff_schedule_repository_read_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  FfHolidays *first = *(FfHolidays *const *) a, *second = *(FfHolidays *const *) b;
  int order = g_utf8_collate (ff_holidays_get_name (first), ff_holidays_get_name (second));

  return order != 0 ? order : g_strcmp0 (ff_holidays_get_uid (first), ff_holidays_get_uid (second));
}

/**
 * ff_schedule_repository_list_holidays:
 *
 * Returns: (transfer full) (element-type FfHolidays): the calendars, by name in the person's language
 */
GPtrArray *
ff_schedule_repository_list_holidays (FfStore *store, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  GPtrArray *holidays;

  if (connection == NULL)
    return NULL;
  holidays = list (connection, SELECT_HOLIDAYS, NULL, (FfRowReader) ff_holidays_row_read, error);
  if (holidays != NULL)
    g_ptr_array_sort (holidays, compare_names);
  return holidays;
}

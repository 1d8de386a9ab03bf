/* ff-meeting-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-meeting-repository.h"

#include "ff-rows.h"
#include "ff-store-private.h"

#define FROM_MEETINGS " FROM meetings AS m JOIN groups AS g ON g.id = m.group_id"
#define FROM_OVERRIDES " FROM overrides AS o JOIN meetings AS m ON m.id = o.meeting_id"
#define OF_GROUP " WHERE m.group_id = (SELECT id FROM groups WHERE uid = ?1)"

static GPtrArray *
list (FfStore *store,
      const char *sql_of_all,
      const char *sql_of_group,
      const char *group,
      FfRowReader reader,
      GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection, group != NULL ? sql_of_group : sql_of_all);
  if (group != NULL)
    ff_statement_bind_text (statement, 1, group);
  return ff_rows_list (statement, reader, error);
}

/**
 * ff_meeting_repository_list:
 * @group: (nullable): the uid of a group; of all groups where it is %NULL
 *
 * Returns: (transfer full) (element-type FfMeeting):
 */
GPtrArray *
ff_meeting_repository_list (FfStore *store, const char *group, GError **error)
{
  return list (store, "SELECT " FF_MEETING_COLUMNS FROM_MEETINGS,
               "SELECT " FF_MEETING_COLUMNS FROM_MEETINGS OF_GROUP, group,
               (FfRowReader) ff_meeting_row_read, error);
}

/**
 * ff_meeting_repository_list_overrides:
 * @group: (nullable): the uid of a group; of all groups where it is %NULL
 *
 * Returns: (transfer full) (element-type FfOverride):
 */
GPtrArray *
ff_meeting_repository_list_overrides (FfStore *store, const char *group, GError **error)
{
  return list (store, "SELECT " FF_OVERRIDE_COLUMNS FROM_OVERRIDES,
               "SELECT " FF_OVERRIDE_COLUMNS FROM_OVERRIDES OF_GROUP, group,
               (FfRowReader) ff_override_row_read, error);
}

/**
 * ff_meeting_repository_get:
 *
 * Returns: (transfer full) (nullable): %NULL without error where there is none
 */
FfMeeting *
ff_meeting_repository_get (FfStore *store, const char *uid, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection,
                                "SELECT " FF_MEETING_COLUMNS FROM_MEETINGS " WHERE m.uid = ?1");
  ff_statement_bind_text (statement, 1, uid);
  return ff_rows_get (statement, (FfRowReader) ff_meeting_row_read, error);
}

/**
 * ff_meeting_repository_get_override:
 * @meeting: the uid of a meeting
 * @rule_time: the start that its rule gave
 *
 * Returns: (transfer full) (nullable): %NULL without error where nothing is different on that date
 */
FfOverride *
ff_meeting_repository_get_override (FfStore *store,
                                    const char *meeting,
                                    const FfWallTime *rule_time,
                                    GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection, "SELECT " FF_OVERRIDE_COLUMNS FROM_OVERRIDES
                                            " WHERE m.uid = ?1 AND o.rule_time = ?2");
  ff_statement_bind_text (statement, 1, meeting);
  ff_statement_bind_time (statement, 2, rule_time);
  return ff_rows_get (statement, (FfRowReader) ff_override_row_read, error);
}

/* Calendar uid → the calendar. */
static GHashTable *
list_holidays (FfConnection *connection, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT " FF_HOLIDAYS_COLUMNS " FROM holiday_calendars AS h");
  g_autoptr (GPtrArray) all = ff_rows_list (statement, (FfRowReader) ff_holidays_row_read, error);
  g_autoptr (GHashTable) by_uid
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (by_uid, (gpointer) ff_holidays_get_uid (all->pdata[i]),
                         g_object_ref (all->pdata[i]));
  return g_steal_pointer (&by_uid);
}

/* Group uid → the calendar that it keeps, for those that keep one. */
static GHashTable *
sort_holidays_by_group (FfConnection *connection, GError **error)
{
  g_autoptr (GHashTable) by_uid = list_holidays (connection, error);
  g_autoptr (GHashTable) by_group
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (FfStatement) statement = NULL;

  if (by_uid == NULL)
    return NULL;
  statement = ff_statement_new (connection, "SELECT g.uid, h.uid FROM groups AS g"
                                            " JOIN holiday_calendars AS h ON h.id = g.holidays_id");
  while (ff_statement_next (statement))
    {
      FfHolidays *holidays = g_hash_table_lookup (by_uid, ff_statement_get_text (statement, 1));

      if (holidays != NULL)
        g_hash_table_insert (by_group, g_strdup (ff_statement_get_text (statement, 0)),
                             g_object_ref (holidays));
    }
  return ff_statement_finish (statement, error) ? g_steal_pointer (&by_group) : NULL;
}

/* Meeting uid → its overrides, for those that have any. */
static GHashTable *
sort_by_meeting (GPtrArray *overrides)
{
  GHashTable *sorted
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);
      GPtrArray *own = g_hash_table_lookup (sorted, ff_override_get_meeting (override));

      if (own == NULL)
        {
          own = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (sorted, (gpointer) ff_override_get_meeting (override), own);
        }
      g_ptr_array_add (own, g_object_ref (override));
    }
  return sorted;
}

/* (nullable): those that the group keeps */
static FfHolidays *
get_holidays (FfStore *store, const char *group, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (ff_store_get_connection (store, NULL),
                          "SELECT " FF_HOLIDAYS_COLUMNS " FROM holiday_calendars AS h"
                          " JOIN groups AS g ON g.holidays_id = h.id WHERE g.uid = ?1");

  ff_statement_bind_text (statement, 1, group);
  return ff_rows_get (statement, (FfRowReader) ff_holidays_row_read, error);
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  return ff_occurrence_compare (*(FfOccurrence *const *) a, *(FfOccurrence *const *) b);
}

/**
 * ff_meeting_repository_list_occurrences:
 * @group: (nullable): the uid of a group; of all groups where it is %NULL
 * @unusable: (out) (optional) (nullable) (transfer full) (element-type FfMeeting): the meetings whose start, rule or zone
 *   cannot be used, which are left out; %NULL with an error
 *
 * Returns: (transfer full) (element-type FfOccurrence): the dates that start in [@from, @until), by start, cancelled ones
 *   included
 */
GPtrArray *
ff_meeting_repository_list_occurrences (FfStore *store,
                                        const char *group,
                                        GDateTime *from,
                                        GDateTime *until,
                                        GPtrArray **unusable,
                                        GError **error)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) meetings = ff_meeting_repository_list (store, group, error);
  g_autoptr (GPtrArray) overrides = NULL;
  g_autoptr (GHashTable) by_meeting = NULL;
  g_autoptr (GHashTable) holidays = NULL;

  if (unusable != NULL)
    *unusable = NULL;
  if (meetings == NULL)
    return NULL;
  overrides = ff_meeting_repository_list_overrides (store, group, error);
  if (overrides == NULL)
    return NULL;
  holidays = sort_holidays_by_group (ff_store_get_connection (store, NULL), error);
  if (holidays == NULL)
    return NULL;
  by_meeting = sort_by_meeting (overrides);
  for (guint i = 0; i < meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (meetings, i);
      GPtrArray *dates = ff_meeting_list_occurrences (
          meeting, g_hash_table_lookup (by_meeting, ff_meeting_get_uid (meeting)),
          g_hash_table_lookup (holidays, ff_meeting_get_group (meeting)), from, until, NULL);

      if (dates != NULL)
        g_ptr_array_extend_and_steal (occurrences, dates);
      else
        g_ptr_array_add (left_out, g_object_ref (meeting));
    }
  if (unusable != NULL)
    *unusable = g_steal_pointer (&left_out);
  g_ptr_array_sort (occurrences, compare_occurrences);
  return g_steal_pointer (&occurrences);
}

/**
 * ff_meeting_repository_get_occurrence:
 * @meeting: the uid of a meeting
 * @rule_time: the start that its rule gave
 *
 * Returns: (transfer full) (nullable): the date with that key, even where the rule does not give it any more; %NULL without
 *   error where there is no such meeting
 */
FfOccurrence *
ff_meeting_repository_get_occurrence (FfStore *store,
                                      const char *meeting,
                                      const FfWallTime *rule_time,
                                      GError **error)
{
  g_autoptr (FfMeeting) found = ff_meeting_repository_get (store, meeting, error);
  g_autoptr (FfOverride) override = NULL;
  g_autoptr (FfHolidays) holidays = NULL;
  g_autoptr (GError) failure = NULL;

  if (found == NULL)
    return NULL;
  override = ff_meeting_repository_get_override (store, meeting, rule_time, &failure);
  if (failure == NULL)
    holidays = get_holidays (store, ff_meeting_get_group (found), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return ff_occurrence_new (found, rule_time, override, holidays, error);
}

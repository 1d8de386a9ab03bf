/* ff-group-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-group-repository.h"

#include <string.h>

#include "ff-rows.h"
#include "ff-store-private.h"

typedef struct
{
  FfGroup *group;
  FfMeeting *meeting;
} FfGroupSaving;

static void
ff_group_saving_free (FfGroupSaving *saving)
{
  g_clear_object (&saving->group);
  g_clear_object (&saving->meeting);
  g_free (saving);
}

typedef struct
{
  char *key; /* of the name, by which the person's language sorts it */
  FfGroup *group;
} FfSortedGroup;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const FfSortedGroup *first = a, *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order
                    : strcmp (ff_group_get_uid (first->group), ff_group_get_uid (second->group));
}

static void
clear_sorted (gpointer data)
{
  g_free (((FfSortedGroup *) data)->key);
}

static void
sort_by_name (GPtrArray *groups)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (FfSortedGroup));

  g_array_set_clear_func (sorted, clear_sorted);
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);
      FfSortedGroup entry = { g_utf8_collate_key (ff_group_get_name (group), -1), group };

      g_array_append_val (sorted, entry);
    }
  g_array_sort (sorted, compare_names);
  for (guint i = 0; i < groups->len; i++)
    groups->pdata[i] = g_array_index (sorted, FfSortedGroup, i).group;
}

/**
 * ff_group_repository_list:
 *
 * Returns: (transfer full) (element-type FfGroup): all groups, by name in the person's language
 */
GPtrArray *
ff_group_repository_list (FfStore *store, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;
  GPtrArray *groups;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection, "SELECT " FF_GROUP_COLUMNS " FROM groups AS g");
  groups = ff_rows_list (statement, (FfRowReader) ff_group_row_read, error);
  if (groups != NULL)
    sort_by_name (groups);
  return groups;
}

/**
 * ff_group_repository_get:
 *
 * Returns: (transfer full) (nullable): %NULL without error where there is none
 */
FfGroup *
ff_group_repository_get (FfStore *store, const char *uid, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection,
                                "SELECT " FF_GROUP_COLUMNS " FROM groups AS g WHERE g.uid = ?1");
  ff_statement_bind_text (statement, 1, uid);
  return ff_rows_get (statement, (FfRowReader) ff_group_row_read, error);
}

static gboolean
save (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfGroupSaving *saving = data;
  gint64 now = g_get_real_time ();

  if (!ff_group_row_save (connection, saving->group, now, error))
    return FALSE;
  ff_change_add (change, FF_AGGREGATE_GROUP, ff_group_get_uid (saving->group));
  if (saving->meeting == NULL)
    return TRUE;
  ff_change_add (change, FF_AGGREGATE_MEETING, ff_meeting_get_uid (saving->meeting));
  return ff_meeting_row_save (connection, saving->meeting, now, error);
}

/**
 * ff_group_repository_save_async:
 * @group: inserted or updated
 * @meeting: (nullable): its first meeting, stored in the same transaction
 */
void
ff_group_repository_save_async (FfStore *store,
                                FfGroup *group,
                                FfMeeting *meeting,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  FfGroupSaving *saving = g_new0 (FfGroupSaving, 1);

  saving->group = ff_group_copy (group);
  if (meeting != NULL)
    {
      saving->meeting = ff_meeting_copy (meeting);
      ff_meeting_set_group (saving->meeting, ff_group_get_uid (group));
    }
  ff_store_write_async (store, save, saving, (GDestroyNotify) ff_group_saving_free, callback,
                        user_data);
}

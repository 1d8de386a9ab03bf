/* ff-retention.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-retention.h"

#include "ff-cleaning.h"
#include "ff-group.h"
#include "ff-search-index.h"
#include "ff-statement.h"
#include "ff-store-private.h"
#include "ff-undo.h"

/* Shared by the task and the writer, which frees what it was given before the task is told. */
typedef struct
{
  char *group; /* NULL: all of them */
  guint months;
  GDateTime *now;
  gboolean backups_too;
  GPtrArray *purges; /* (element-type FfPurge): NULL until there is a result */
} FfKeeping;

static void
clear_keeping (gpointer data)
{
  FfKeeping *keeping = data;

  g_free (keeping->group);
  g_date_time_unref (keeping->now);
  g_clear_pointer (&keeping->purges, g_ptr_array_unref);
}

static void
ff_keeping_release (gpointer keeping)
{
  g_atomic_rc_box_release_full (keeping, clear_keeping);
}

/* Calendar months: from the 31st of March, one month is the 28th or 29th of February. */
static FfWallTime
find_limit (GDateTime *now, guint months)
{
  g_autoptr (GDateTime) then = g_date_time_add_months (now, -(int) months);
  FfWallTime limit = ff_wall_time_from_date_time (then);

  limit.hour = 0;
  limit.minute = 0;
  return limit;
}

static FfKeeping *
ff_keeping_new (const char *group, guint months, GDateTime *now)
{
  FfKeeping *keeping = g_atomic_rc_box_new0 (FfKeeping);

  keeping->group = g_strdup (group);
  keeping->months = months;
  keeping->now = g_date_time_ref (now);
  return keeping;
}

void
ff_purge_free (FfPurge *purge)
{
  g_free (purge->group);
  g_free (purge->name);
  g_free (purge);
}

/**
 * ff_purge_is_empty:
 *
 * Returns: whether there is nothing that goes
 */
gboolean
ff_purge_is_empty (const FfPurge *purge)
{
  return purge->check_ins == 0 && purge->plan_items == 0 && purge->people == 0;
}

static const char limited_groups[]
    = "SELECT uid, name, coalesce (nullif (?2, 0), keep_months) FROM groups"
      " WHERE (?1 IS NULL OR uid = ?1) AND (?2 > 0 OR keep_months IS NOT NULL)"
      " ORDER BY name, id";

#define OLD_SESSIONS                                                                               \
  "(SELECT id FROM sessions WHERE group_id = (SELECT id FROM groups WHERE uid = ?1)"               \
  " AND start < ?2)"
#define HAS_NEWER(table)                                                                           \
  "EXISTS (SELECT 1 FROM " table " AS x JOIN sessions AS s ON s.id = x.session_id"                 \
  " WHERE x.participant_id = participants.id AND s.start >= ?2)"
#define PEOPLE_LEFT                                                                                \
  " FROM participants WHERE group_id = (SELECT id FROM groups WHERE uid = ?1)"                     \
  " AND NOT " HAS_NEWER ("check_ins") " AND NOT " HAS_NEWER ("plan_items")

static const char count_check_ins[]
    = "SELECT count (*) FROM check_ins WHERE session_id IN " OLD_SESSIONS;
static const char count_items[]
    = "SELECT count (*) FROM plan_items WHERE session_id IN " OLD_SESSIONS;
static const char count_people[] = "SELECT count (*)" PEOPLE_LEFT;
static const char count_sessions[]
    = "SELECT count (*) FROM sessions AS s WHERE s.id IN " OLD_SESSIONS
      " AND (EXISTS (SELECT 1 FROM check_ins AS c WHERE c.session_id = s.id)"
      " OR EXISTS (SELECT 1 FROM plan_items AS i WHERE i.session_id = s.id))";

static const char touched_sessions[]
    = "SELECT s.uid FROM sessions AS s WHERE s.id IN " OLD_SESSIONS
      " AND (EXISTS (SELECT 1 FROM check_ins AS c WHERE c.session_id = s.id)"
      " OR EXISTS (SELECT 1 FROM plan_items AS i WHERE i.session_id = s.id))"
      " UNION SELECT r.uid FROM plan_items AS i JOIN sessions AS r ON r.id = i.reviewed_id"
      " WHERE i.session_id IN " OLD_SESSIONS;
static const char touched_people[] = "SELECT uid" PEOPLE_LEFT;

/* In this order: the last finds who is left without anything. */
static const char *const purge_steps[] = {
  "UPDATE sessions SET unnamed = min (coalesce (unnamed, 0) + o.people, 100000),"
  " unnamed_newcomers = min (coalesce (unnamed_newcomers, 0) + o.newcomers, 100000)"
  " FROM (SELECT session_id, count (*) AS people, sum (newcomer) AS newcomers FROM check_ins"
  " WHERE session_id IN " OLD_SESSIONS
  " GROUP BY session_id) AS o WHERE o.session_id = sessions.id",
  "DELETE FROM check_ins WHERE session_id IN " OLD_SESSIONS,
  "DELETE FROM plan_items WHERE session_id IN " OLD_SESSIONS,
  "DELETE" PEOPLE_LEFT,
};

static void
bind (FfStatement *statement, const FfPurge *purge)
{
  ff_statement_bind_text (statement, 1, purge->group);
  ff_statement_bind_time (statement, 2, &purge->before);
}

static gboolean
count (FfConnection *connection,
       const char *sql,
       const FfPurge *purge,
       guint *number,
       GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  bind (statement, purge);
  *number = ff_statement_next (statement) ? (guint) ff_statement_get_int (statement, 0) : 0;
  return ff_statement_finish (statement, error);
}

/* (element-type FfPurge) (transfer full): nothing counted yet */
static GPtrArray *
list_groups (FfConnection *connection, const FfKeeping *keeping, GError **error)
{
  g_autoptr (GPtrArray) purges = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_purge_free);
  g_autoptr (FfStatement) statement = ff_statement_new (connection, limited_groups);

  ff_statement_bind_text (statement, 1, keeping->group);
  ff_statement_bind_int (statement, 2, keeping->months);
  while (ff_statement_next (statement))
    {
      FfPurge *purge = g_new0 (FfPurge, 1);

      g_ptr_array_add (purges, purge);
      purge->group = g_strdup (ff_statement_get_text (statement, 0));
      purge->name = g_strdup (ff_statement_get_text (statement, 1));
      purge->months = (guint) CLAMP (ff_statement_get_int (statement, 2), 1, FF_GROUP_MOST_MONTHS);
      purge->before = find_limit (keeping->now, purge->months);
    }
  if (!ff_statement_finish (statement, error))
    return NULL;
  return g_steal_pointer (&purges);
}

static GPtrArray *
count_all (FfConnection *connection, const FfKeeping *keeping, GError **error)
{
  g_autoptr (GPtrArray) purges = list_groups (connection, keeping, error);

  if (purges == NULL)
    return NULL;
  for (guint i = 0; i < purges->len; i++)
    {
      FfPurge *purge = purges->pdata[i];

      if (!count (connection, count_check_ins, purge, &purge->check_ins, error)
          || !count (connection, count_items, purge, &purge->plan_items, error)
          || !count (connection, count_people, purge, &purge->people, error)
          || !count (connection, count_sessions, purge, &purge->sessions, error))
        return NULL;
    }
  return g_steal_pointer (&purges);
}

static gpointer
preview (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  return count_all (connection, data, error);
}

/**
 * ff_retention_preview_async:
 * @group: (nullable): the uid of a group; all groups where it is %NULL
 * @months: how many calendar months of notes stay, at most %FF_GROUP_MOST_MONTHS; 0 = as many as each group keeps, those that
 *   keep them for good left out
 * @now: notes of sessions before its day, @months ago, go
 *
 * Counts what ff_retention_purge_async() would take away.
 */
void
ff_retention_preview_async (FfStore *store,
                            const char *group,
                            guint months,
                            GDateTime *now,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (months <= FF_GROUP_MOST_MONTHS);

  ff_store_read_async (store, preview, ff_keeping_new (group, months, now), ff_keeping_release,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ff_retention_preview_finish:
 *
 * Returns: (transfer full) (element-type FfPurge): one for each group that has a limit, by name, also where nothing goes;
 *   %NULL with an error
 */
GPtrArray *
ff_retention_preview_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}

static gboolean
tell (FfConnection *connection,
      const char *sql,
      FfAggregate aggregate,
      const FfPurge *purge,
      FfChange *change,
      GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  bind (statement, purge);
  while (ff_statement_next (statement))
    ff_change_add (change, aggregate, ff_statement_get_text (statement, 0));
  return ff_statement_finish (statement, error);
}

static gboolean
purge_group (FfConnection *connection, const FfPurge *purge, FfChange *change, GError **error)
{
  if (!tell (connection, touched_sessions, FF_AGGREGATE_SESSION, purge, change, error)
      || !tell (connection, touched_people, FF_AGGREGATE_PARTICIPANT, purge, change, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (purge_steps); i++)
    {
      g_autoptr (FfStatement) statement = ff_statement_new (connection, purge_steps[i]);

      bind (statement, purge);
      if (!ff_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
purge_groups (FfConnection *connection, GPtrArray *purges, FfChange *change, GError **error)
{
  for (guint i = 0; i < purges->len; i++)
    if (!ff_purge_is_empty (purges->pdata[i])
        && !purge_group (connection, purges->pdata[i], change, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_any (GPtrArray *purges)
{
  for (guint i = 0; i < purges->len; i++)
    if (!ff_purge_is_empty (purges->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
purge_all (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfKeeping *keeping = data;

  keeping->purges = count_all (connection, keeping, error);
  if (keeping->purges == NULL || !is_any (keeping->purges))
    return keeping->purges != NULL;
  return ff_search_index_rest (connection, error)
         && purge_groups (connection, keeping->purges, change, error)
         && ff_search_index_renew (connection, error) && ff_undo_forget_all (connection, error)
         && ff_cleaning_plan (connection, keeping->backups_too, error);
}

static gboolean
clean (FfConnection *connection, gpointer data, GError **error)
{
  return ff_cleaning_run (connection, error);
}

static void
on_purged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FfKeeping *keeping = g_task_get_task_data (task);
  GError *error = NULL;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&keeping->purges),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * ff_retention_purge_async:
 * @group: (nullable): the uid of a group; all groups where it is %NULL
 * @months: how many calendar months of notes stay; 0 = as many as each group keeps
 * @now: as for ff_retention_preview_async()
 * @backups_too: whether older backups in the data folder go as well, as when a person is forgotten; then a new one is made
 *
 * Deletes check-ins and plans of older sessions, and people who are left without anything. The sessions stay, and count who was
 * there as people without a name. Traces go as when a person is forgotten, and nothing done before can be undone any more.
 */
void
ff_retention_purge_async (FfStore *store,
                          const char *group,
                          guint months,
                          GDateTime *now,
                          gboolean backups_too,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  FfKeeping *keeping = ff_keeping_new (group, months, now);

  g_return_if_fail (months <= FF_GROUP_MOST_MONTHS);

  keeping->backups_too = backups_too;
  g_task_set_source_tag (task, ff_retention_purge_async);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (keeping), ff_keeping_release);
  ff_store_write_then_async (store, purge_all, clean, keeping, ff_keeping_release, on_purged,
                             g_steal_pointer (&task));
}

/**
 * ff_retention_purge_finish:
 *
 * Returns: (transfer full) (element-type FfPurge): what went; %NULL with an error
 */
GPtrArray *
ff_retention_purge_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

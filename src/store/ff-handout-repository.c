/* ff-handout-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-handout-repository.h"

#include <glib/gi18n-lib.h>

#include "ff-model-error.h"
#include "ff-rows.h"
#include "ff-store-private.h"
#include "ff-undo-step.h"

/* How far back suggestions look: ten years of a weekly meeting. */
#define SESSIONS_LOOKED_AT 520

void
ff_own_handout_free (FfOwnHandout *handout)
{
  g_free (handout->uid);
  g_free (handout->title);
  g_free (handout->markdown);
  g_free (handout);
}

void
ff_handout_mark_free (FfHandoutMark *mark)
{
  g_free (mark->handout);
  g_free (mark);
}

/* (nullable): the uid in @id; NULL where it is not of an own handout */
static const char *
find_uid (const char *id)
{
  return g_str_has_prefix (id, FF_OWN_HANDOUT_PREFIX) ? id + strlen (FF_OWN_HANDOUT_PREFIX) : NULL;
}

static FfOwnHandout *
read_own (FfStatement *row)
{
  FfOwnHandout *handout = g_new0 (FfOwnHandout, 1);

  handout->uid = g_strdup (ff_statement_get_text (row, 0));
  handout->title = g_strdup (ff_statement_get_text (row, 1));
  handout->markdown = g_strdup (ff_statement_get_text (row, 2));
  return handout;
}

static int
compare_own (gconstpointer a, gconstpointer b)
{
  const FfOwnHandout *first = *(FfOwnHandout *const *) a;
  const FfOwnHandout *second = *(FfOwnHandout *const *) b;
  int order = g_utf8_collate (first->title, second->title);

  return order != 0 ? order : strcmp (first->uid, second->uid);
}

/**
 * ff_handout_repository_list_own:
 *
 * Returns: (transfer full) (element-type FfOwnHandout): by title in the person's language; %NULL with an error
 */
GPtrArray *
ff_handout_repository_list_own (FfStore *store, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (GPtrArray) handouts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_own_handout_free);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection, "SELECT uid, title, markdown FROM own_handouts");
  while (ff_statement_next (statement))
    g_ptr_array_add (handouts, read_own (statement));
  if (!ff_statement_finish (statement, error))
    return NULL;
  g_ptr_array_sort (handouts, compare_own);
  return g_steal_pointer (&handouts);
}

/**
 * ff_handout_repository_get_own:
 * @id: a handout's id
 *
 * Returns: (transfer full) (nullable): %NULL without error where @id is not of an own handout, or it is not there any more
 */
FfOwnHandout *
ff_handout_repository_get_own (FfStore *store, const char *id, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (FfOwnHandout) handout = NULL;
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection,
                                "SELECT uid, title, markdown FROM own_handouts WHERE uid = ?1");
  ff_statement_bind_text (statement, 1, find_uid (id));
  if (ff_statement_next (statement))
    handout = read_own (statement);
  if (!ff_statement_finish (statement, error))
    return NULL;
  return g_steal_pointer (&handout);
}

static gboolean
save_own (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  const FfOwnHandout *handout = data;
  g_autofree char *id = g_strconcat (FF_OWN_HANDOUT_PREFIX, handout->uid, NULL);
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection,
      "INSERT INTO own_handouts (uid, title, markdown, sequence, modified)"
      " VALUES (?1, ?2, ?3, 0, ?4) ON CONFLICT (uid) DO UPDATE SET title = excluded.title,"
      " markdown = excluded.markdown, sequence = sequence + 1, modified = excluded.modified"
      " WHERE (title, markdown) IS NOT (excluded.title, excluded.markdown)");

  ff_statement_bind_text (statement, 1, handout->uid);
  ff_statement_bind_text (statement, 2, handout->title);
  ff_statement_bind_text (statement, 3, handout->markdown);
  ff_statement_bind_int (statement, 4, g_get_real_time ());
  ff_change_add (change, FF_AGGREGATE_HANDOUT, id);
  return ff_statement_run (statement, error);
}

/**
 * ff_handout_repository_save_own_async:
 * @handout: inserted or updated
 */
void
ff_handout_repository_save_own_async (FfStore *store,
                                      const FfOwnHandout *handout,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  FfOwnHandout *copy;

  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (handout != NULL && handout->uid != NULL);

  copy = g_new0 (FfOwnHandout, 1);
  copy->uid = g_strdup (handout->uid);
  copy->title = g_strdup (handout->title);
  copy->markdown = g_strdup (handout->markdown);
  ff_store_write_async (store, save_own, copy, (GDestroyNotify) ff_own_handout_free, callback,
                        user_data);
}

static gboolean
run (FfConnection *connection, const char *sql, const char *text, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, text);
  return ff_statement_run (statement, error);
}

static gboolean
delete_own (FfConnection *connection, const FfUndoStep *step, gpointer id, GError **error)
{
  return run (connection, "DELETE FROM own_handouts WHERE uid = ?1", find_uid (id), error)
         && run (connection, "DELETE FROM handout_marks WHERE handout = ?1", id, error);
}

/**
 * ff_handout_repository_delete_own_async:
 * @id: of an own handout
 *
 * Deletes it with what is known of it, in one step that can be taken back. That sessions had it is kept.
 */
void
ff_handout_repository_delete_own_async (FfStore *store,
                                        const char *id,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (id != NULL && find_uid (id) != NULL);

  ff_undo_step_async (store, delete_own, g_strdup (id), g_free, NULL, callback, user_data);
}

/**
 * ff_handout_repository_delete_own_finish:
 *
 * Returns: the step, for ff_store_undo_async(); 0 with an error, and nothing is deleted
 */
guint64
ff_handout_repository_delete_own_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_undo_step_finish (store, result, error);
}

/* (nullable): NULL with an error that says what is wrong with it where nothing of it can be laid out */
static FfHandout *
lay_out (const FfOwnHandout *own, FfCatalogue *catalogue, GError **error)
{
  g_autofree char *id = g_strconcat (FF_OWN_HANDOUT_PREFIX, own->uid, NULL);
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
  FfHandout *handout = ff_handout_new_from_markdown (id, own->markdown, catalogue, problems);

  if (handout == NULL)
    g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA,
                 /* Translators: the title of a handout, and a sentence about what is wrong in it */
                 _ ("“%s” cannot be laid out. %s"), own->title,
                 problems->len > 0 ? ((FfHandoutProblem *) problems->pdata[0])->text : "");
  return handout;
}

/**
 * ff_handout_repository_load_all:
 * @catalogue: the language to read them in
 *
 * Returns: (transfer full) (element-type FfHandout): every built-in handout, then every own one by title; those of which nothing can be
 *   laid out are left out; %NULL with an error
 */
GPtrArray *
ff_handout_repository_load_all (FfStore *store, FfCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) own = ff_handout_repository_list_own (store, error);
  g_autoptr (GPtrArray) handouts = NULL;

  if (own == NULL)
    return NULL;
  handouts = ff_handout_load_all (catalogue, error);
  for (guint i = 0; handouts != NULL && i < own->len; i++)
    {
      FfHandout *handout = lay_out (own->pdata[i], catalogue, NULL);

      if (handout != NULL)
        g_ptr_array_add (handouts, handout);
    }
  return g_steal_pointer (&handouts);
}

/**
 * ff_handout_repository_load:
 * @id: of a built-in handout or an own one
 * @catalogue: the language to read it in
 * @error: %FF_MODEL_ERROR_DATA where there is no such handout, or it cannot be laid out
 *
 * Returns: (transfer full): %NULL with an error
 */
FfHandout *
ff_handout_repository_load (FfStore *store, const char *id, FfCatalogue *catalogue, GError **error)
{
  g_autoptr (FfOwnHandout) own = NULL;
  g_autoptr (GError) failure = NULL;

  if (find_uid (id) == NULL)
    return ff_handout_load (id, catalogue, error);
  own = ff_handout_repository_get_own (store, id, &failure);
  if (own != NULL)
    return lay_out (own, catalogue, error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("There is no handout called “%s”."),
                 id);
  return NULL;
}

/**
 * ff_handout_repository_list_marks:
 *
 * Returns: (transfer full) (element-type FfHandoutMark): what is known of handouts, those of which nothing is left out; %NULL with an
 *   error
 */
GPtrArray *
ff_handout_repository_list_marks (FfStore *store, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (GPtrArray) marks
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_mark_free);
  g_autoptr (FfStatement) statement = NULL;

  if (connection == NULL)
    return NULL;
  statement = ff_statement_new (connection, "SELECT handout, favourite, coalesce (last_used, 0)"
                                            " FROM handout_marks ORDER BY handout");
  while (ff_statement_next (statement))
    {
      FfHandoutMark *mark = g_new0 (FfHandoutMark, 1);

      mark->handout = g_strdup (ff_statement_get_text (statement, 0));
      mark->favourite = ff_statement_get_int (statement, 1) != 0;
      mark->last_used = ff_statement_get_int (statement, 2);
      g_ptr_array_add (marks, mark);
    }
  return ff_statement_finish (statement, error) ? g_steal_pointer (&marks) : NULL;
}

typedef struct
{
  GStrv ids;
  gint64 number; /* 1 = a favourite, or Unix seconds */
} Marking;

static void
marking_free (Marking *marking)
{
  g_strfreev (marking->ids);
  g_free (marking);
}

static gboolean
mark (FfConnection *connection, const char *sql, Marking *marking, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  for (guint i = 0; marking->ids[i] != NULL; i++)
    {
      ff_statement_bind_text (statement, 1, marking->ids[i]);
      ff_statement_bind_int (statement, 2, marking->number);
      if (!ff_statement_run (statement, error))
        return FALSE;
      ff_change_add (change, FF_AGGREGATE_HANDOUT, marking->ids[i]);
    }
  return TRUE;
}

static gboolean
set_favourite (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  return mark (connection,
               "INSERT INTO handout_marks (handout, favourite) VALUES (?1, ?2)"
               " ON CONFLICT (handout) DO UPDATE SET favourite = excluded.favourite",
               data, change, error);
}

static gboolean
use (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  return mark (connection,
               "INSERT INTO handout_marks (handout, favourite, last_used) VALUES (?1, 0, ?2)"
               " ON CONFLICT (handout) DO UPDATE"
               " SET last_used = max (coalesce (last_used, 0), excluded.last_used)",
               data, change, error);
}

static void
mark_async (FfStore *store,
            FfWriteFunc func,
            const char *const *ids,
            gint64 number,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  Marking *marking = g_new0 (Marking, 1);

  marking->ids = g_strdupv ((GStrv) ids);
  marking->number = number;
  ff_store_write_async (store, func, marking, (GDestroyNotify) marking_free, callback, user_data);
}

/**
 * ff_handout_repository_set_favourite_async:
 * @id: of any handout
 */
void
ff_handout_repository_set_favourite_async (FfStore *store,
                                           const char *id,
                                           gboolean favourite,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  const char *const ids[] = { id, NULL };

  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (id != NULL);

  mark_async (store, set_favourite, ids, favourite ? 1 : 0, callback, user_data);
}

/**
 * ff_handout_repository_use_async:
 * @ids: (array zero-terminated=1): of any handouts
 * @when: Unix seconds; an earlier use than the last one known changes nothing
 */
void
ff_handout_repository_use_async (FfStore *store,
                                 const char *const *ids,
                                 gint64 when,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (ids != NULL);

  mark_async (store, use, ids, when, callback, user_data);
}

/* A group's own, which its meetings are seldom out of; UTC where it is not known any more: a suggestion may be hours out, and no more. */
static GTimeZone *
read_zone (FfConnection *connection, const char *group, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT zone FROM groups WHERE uid = ?1");
  g_autoptr (GTimeZone) zone = NULL;

  ff_statement_bind_text (statement, 1, group);
  if (ff_statement_next (statement))
    zone = ff_time_zone_find (ff_statement_get_text (statement, 0), NULL);
  if (!ff_statement_finish (statement, error))
    return NULL;
  return zone != NULL ? g_steal_pointer (&zone) : g_time_zone_new_utc ();
}

static const char select_had[]
    = "SELECT h.handout, max (s.start)"
      " FROM session_handouts AS h JOIN sessions AS s ON s.id = h.session_id WHERE h.session_id IN"
      " (SELECT id FROM sessions WHERE group_id = (SELECT id FROM groups WHERE uid = ?1)"
      " AND start < ?2 ORDER BY start DESC, id DESC LIMIT ?3) GROUP BY h.handout";

/**
 * ff_handout_repository_list_had:
 * @group: the uid of a group
 * @before: Unix seconds
 *
 * Looks at the group's last 520 sessions before @before.
 *
 * Returns: (transfer full) (element-type utf8 gint64): handout → when the session began at which the group last had it, in Unix seconds;
 *   those that it did not have there are left out; %NULL with an error
 */
GHashTable *
ff_handout_repository_list_had (FfStore *store, const char *group, gint64 before, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  g_autoptr (GTimeZone) zone = connection != NULL ? read_zone (connection, group, error) : NULL;
  g_autoptr (GHashTable) had = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (before);
  g_autoptr (GDateTime) there = NULL;
  g_autoptr (FfStatement) statement = NULL;
  FfWallTime time;

  if (zone == NULL)
    return NULL;
  there = g_date_time_to_timezone (utc, zone);
  time = ff_wall_time_from_date_time (there);
  statement = ff_statement_new (connection, select_had);
  ff_statement_bind_text (statement, 1, group);
  ff_statement_bind_time (statement, 2, &time);
  ff_statement_bind_int (statement, 3, SESSIONS_LOOKED_AT);
  while (ff_statement_next (statement))
    {
      g_autoptr (GDateTime) start = NULL;

      if (!ff_statement_get_time (statement, 1, &time))
        continue;
      start = ff_wall_time_to_instant (&time, zone);
      g_hash_table_insert (had, g_strdup (ff_statement_get_text (statement, 0)),
                           g_memdup2 (&(gint64) { g_date_time_to_unix (start) }, sizeof (gint64)));
    }
  return ff_statement_finish (statement, error) ? g_steal_pointer (&had) : NULL;
}

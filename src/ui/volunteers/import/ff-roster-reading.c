/* ff-roster-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a file of volunteers and plans what it would do, in a thread.
 */

#include "ff-roster-reading.h"

#include "ff-group-repository.h"
#include "ff-roster-repository.h"
#include "ff-roster-step-item.h"
#include "ff-wall-time.h"

typedef struct
{
  char *path;
  FfRosterAnswers *answers;
  FfRosterKnown *known;
  int *permille;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  ff_roster_answers_free (reading->answers);
  g_clear_pointer (&reading->known, ff_roster_known_unref);
  g_free (reading);
}

/**
 * ff_roster_reading_result_ref:
 * @self: what was read
 *
 * Returns: (transfer full): the same
 */
FfRosterReadingResult *
ff_roster_reading_result_ref (FfRosterReadingResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
result_clear (gpointer data)
{
  FfRosterReadingResult *self = data;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->plan, ff_roster_plan_free);
  g_clear_pointer (&self->import, ff_roster_import_unref);
  g_clear_pointer (&self->known, ff_roster_known_unref);
}

/**
 * ff_roster_reading_result_unref:
 * @self: (transfer full): what was read
 */
void
ff_roster_reading_result_unref (FfRosterReadingResult *self)
{
  g_atomic_rc_box_release_full (self, result_clear);
}

/* --- What is known --- */

static void
on_roster (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  FfStore *store = FF_STORE (source);
  GError *error = NULL;
  g_autoptr (FfRoster) roster = ff_roster_repository_load_finish (store, result, &error);
  g_autoptr (GPtrArray) groups = roster != NULL ? ff_group_repository_list (store, &error) : NULL;
  g_autoptr (GPtrArray) programmes = groups != NULL ? ff_programme_load_all (&error) : NULL;
  g_autofree char *zone = ff_time_zone_get_local ();

  if (programmes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, ff_roster_known_new (roster, groups, programmes, zone),
                           (GDestroyNotify) ff_roster_known_unref);
}

/**
 * ff_roster_known_load_async:
 * @store: the store
 * @callback: called when it is read
 */
void
ff_roster_known_load_async (FfStore *store,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, ff_roster_known_load_async);
  ff_roster_repository_load_async (store, cancellable, on_roster, task);
}

/**
 * ff_roster_known_load_finish:
 *
 * Returns: (transfer full): what a file can name, or %NULL with an error
 */
FfRosterKnown *
ff_roster_known_load_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- The file --- */

static void
on_progress (double fraction, gpointer data)
{
  const Reading *reading = data;

  g_atomic_int_set (reading->permille, (int) (fraction * 1000));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (FfRosterReadingResult) result = g_atomic_rc_box_new0 (FfRosterReadingResult);
  GError *error = NULL;

  result->known = ff_roster_known_ref (reading->known);
  result->import
      = ff_roster_import_read (reading->path, FF_ROSTER_UNKNOWN, reading->answers, reading->known,
                               cancellable, on_progress, reading, &error);
  if (result->import == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (result->import->asks == 0)
    {
      result->plan = ff_roster_plan_new (result->import, reading->known);
      result->items = ff_roster_step_item_list (result->plan);
    }
  g_task_return_pointer (task, g_steal_pointer (&result),
                         (GDestroyNotify) ff_roster_reading_result_unref);
}

static void
on_known (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->known = ff_roster_known_load_finish (FF_STORE (source), result, &error);
  if (reading->known != NULL)
    g_task_run_in_thread (task, read_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * ff_roster_reading_async:
 * @store: the store
 * @path: of the file
 * @answers: what somebody answered so far
 * @permille: (inout): how far it is
 * @callback: called when it is read
 */
void
ff_roster_reading_async (FfStore *store,
                         const char *path,
                         const FfRosterAnswers *answers,
                         int *permille,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  reading->answers = ff_roster_answers_copy (answers);
  reading->permille = permille;
  g_task_set_source_tag (task, ff_roster_reading_async);
  g_task_set_task_data (task, reading, reading_free);
  ff_roster_known_load_async (store, cancellable, on_known, task);
}

/**
 * ff_roster_reading_finish:
 *
 * Returns: (transfer full): what is in the file, what has to be asked, or what would be done; %NULL with an error
 */
FfRosterReadingResult *
ff_roster_reading_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- What is decided --- */

typedef struct
{
  FfRosterReadingResult *reading;
  GArray *decided;
} Deciding;

static void
deciding_free (gpointer data)
{
  Deciding *deciding = data;

  ff_roster_reading_result_unref (deciding->reading);
  g_array_unref (deciding->decided);
  g_free (deciding);
}

static void
run_as_decided (FfRosterReadingResult *self,
                FfStore *store,
                gpointer tag,
                GTaskThreadFunc func,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Deciding *deciding = g_new0 (Deciding, 1);

  deciding->reading = ff_roster_reading_result_ref (self);
  deciding->decided = ff_roster_plan_list_decided (self->plan);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, deciding, deciding_free);
  g_task_run_in_thread (task, func);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Deciding *deciding = data;
  const FfRosterPlan *plan = deciding->reading->plan;
  FfRosterCounts *counts = g_new0 (FfRosterCounts, 1);
  g_autoptr (GPtrArray) volunteers
      = ff_roster_plan_list_volunteers_as (plan, deciding->decided, &counts->added,
                                           &counts->changed);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FfRosterStep *step = g_ptr_array_index (plan->steps, i);
      const FfRosterDecided decided = g_array_index (deciding->decided, FfRosterDecided, i);

      if (step->change == FF_ROSTER_STEP_DUPLICATE && decided.decision == FF_ROSTER_UNDECIDED)
        counts->undecided++;
    }
  g_task_return_pointer (task, counts, g_free);
}

/**
 * ff_roster_reading_count_async:
 * @self: a file that asks nothing any more
 * @store: the store
 * @callback: called when it is counted
 * @user_data: for @callback
 *
 * Whom it would add and change is only known once everybody is merged, hence in a thread.
 */
void
ff_roster_reading_count_async (FfRosterReadingResult *self,
                               FfStore *store,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  run_as_decided (self, store, ff_roster_reading_count_async, count_in_thread, callback, user_data);
}

/**
 * ff_roster_reading_count_finish:
 * @store: the store
 * @result: what the callback was given
 *
 * Returns: how much would be done
 */
FfRosterCounts
ff_roster_reading_count_finish (FfStore *store, GAsyncResult *result)
{
  g_autofree FfRosterCounts *counts = g_task_propagate_pointer (G_TASK (result), NULL);

  return *counts;
}

static void
make_edit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Deciding *deciding = data;

  g_task_return_pointer (task,
                         ff_roster_plan_make_edit (deciding->reading->plan, deciding->decided),
                         (GDestroyNotify) ff_roster_edit_free);
}

/**
 * ff_roster_reading_make_edit_async:
 * @self: a file that asks nothing any more
 * @store: the store
 * @callback: called when it is put together
 * @user_data: for @callback
 *
 * Copies thousands of volunteers, hence in a thread.
 */
void
ff_roster_reading_make_edit_async (FfRosterReadingResult *self,
                                   FfStore *store,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  run_as_decided (self, store, ff_roster_reading_make_edit_async, make_edit_in_thread, callback,
                  user_data);
}

/**
 * ff_roster_reading_make_edit_finish:
 * @store: the store
 * @result: what the callback was given
 *
 * Returns: (transfer full): the whole import as one edit
 */
FfRosterEdit *
ff_roster_reading_make_edit_finish (FfStore *store, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

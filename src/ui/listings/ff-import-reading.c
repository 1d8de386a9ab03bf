/* ff-import-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a file and plans its import in a thread, and puts the edit together there.
 */

#include "ff-config.h"

#include "ff-import-reading.h"

#include <glib/gi18n-lib.h>

#include "ff-import-item.h"
#include "ff-import-taking.h"
#include "ff-schedule-repository.h"

typedef struct
{
  char *path;
  char *group;
  char *programme;
  char *zone;
  char *language;
  int *permille;
  FfSchedule *schedule;
} Reading;

typedef struct
{
  FfImportReading *reading;
  gboolean remove_gone;
} Making;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->path);
  g_free (reading->group);
  g_free (reading->programme);
  g_free (reading->zone);
  g_free (reading->language);
  g_clear_object (&reading->schedule);
  g_free (reading);
}

/**
 * ff_import_reading_free:
 * @self: (transfer full): what was read
 */
void
ff_import_reading_free (FfImportReading *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->plan, ff_import_plan_free);
  g_clear_pointer (&self->import, ff_import_unref);
  g_clear_object (&self->schedule);
  g_free (self);
}

/* --- What would be done, in words --- */

static FfImportItemKind
get_kind (FfImportChange change)
{
  switch (change)
    {
    case FF_IMPORT_ADDED:
      return FF_IMPORT_ITEM_ADDED;

    case FF_IMPORT_CHANGED:
      return FF_IMPORT_ITEM_CHANGED;

    case FF_IMPORT_REFUSED:
      return FF_IMPORT_ITEM_REFUSED;

    case FF_IMPORT_GONE:
      return FF_IMPORT_ITEM_GONE;

    case FF_IMPORT_SAME:
    default:
      return FF_IMPORT_ITEM_SAME;
    }
}

static const char *
get_words (FfImportItemKind kind)
{
  switch (kind)
    {
    case FF_IMPORT_ITEM_REFUSED:
      return _ ("Cannot be taken in");

    case FF_IMPORT_ITEM_GONE:
      return _ ("No longer in the file");

    case FF_IMPORT_ITEM_CHANGED:
      return _ ("Changed");

    case FF_IMPORT_ITEM_ADDED:
      return _ ("Added");

    case FF_IMPORT_ITEM_SAME:
    default:
      return _ ("Stays as it is");
    }
}

/* What happens to it in the first line, then why, and what was read otherwise than it is written. */
static char *
describe (const FfImportStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (step->summary != NULL)
    /* Translators: %s is what changes in a meeting, such as “time, place, link” */
    g_string_append_printf (text, _ ("Changes: %s"), step->summary);
  else
    g_string_append (text, get_words (get_kind (step->change)));
  if (step->row != NULL && step->row->refused != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: the number of a line in a file, and what is wrong there */
      g_string_append_printf (text, _ ("Line %1$u: %2$s"), step->row->line, step->row->refused);
    }
  for (guint i = 0; step->row != NULL && i < step->row->remarks->len; i++)
    g_string_append_printf (text, "\n%s", (char *) g_ptr_array_index (step->row->remarks, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return (int) ff_import_item_get_kind ((FfImportItem *) a)
         - (int) ff_import_item_get_kind ((FfImportItem *) b);
}

/* What stays as it is goes without saying, unless it was read otherwise than it is written. */
static GPtrArray *
list_items (FfImportPlan *plan)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FfImportStep *step = g_ptr_array_index (plan->steps, i);
      const gboolean is_remarked = step->row != NULL && step->row->remarks->len > 0;

      if (step->change != FF_IMPORT_SAME || is_remarked)
        g_ptr_array_add (items, ff_import_item_new (get_kind (step->change), step->title,
                                                    describe (step)));
    }
  /* Here, so that the main thread has nothing left to sort. */
  g_ptr_array_sort_values (items, compare_kinds);

  return items;
}

/* --- Reading --- */

static void
on_progress (double fraction, gpointer user_data)
{
  g_atomic_int_set ((int *) user_data, (int) (fraction * 1000));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  const FfImportDefaults defaults
      = { reading->group, reading->programme, reading->zone, reading->language };
  GError *error = NULL;
  FfImport *import = ff_import_read (reading->path, FF_FORMAT_UNKNOWN, &defaults, cancellable,
                                     on_progress, reading->permille, &error);
  FfImportReading *result;

  if (import == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  result = g_new0 (FfImportReading, 1);
  result->import = import;
  result->schedule = g_object_ref (reading->schedule);
  result->plan = ff_import_plan_new (import, reading->schedule, &defaults, NULL);
  result->items = list_items (result->plan);
  g_task_return_pointer (task, result, (GDestroyNotify) ff_import_reading_free);
}

static void
on_schedule (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->schedule = ff_schedule_repository_read_finish (FF_STORE (source), result, &error);
  if (reading->schedule != NULL)
    g_task_run_in_thread (task, read_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * ff_import_reading_read_async:
 * @store: whose schedule the file is compared with
 * @path: of the file
 * @defaults: what the file does not say; copied
 * @permille: how far it is, of 1000; has to stay until the callback
 * @cancellable: (nullable): ends it
 * @callback: called when it is read, or cannot be
 * @user_data: for @callback
 */
void
ff_import_reading_read_async (FfStore *store,
                              const char *path,
                              const FfImportDefaults *defaults,
                              int *permille,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->path = g_strdup (path);
  reading->group = g_strdup (defaults->group);
  reading->programme = g_strdup (defaults->programme);
  reading->zone = g_strdup (defaults->zone);
  reading->language = g_strdup (defaults->language);
  reading->permille = permille;
  g_task_set_source_tag (task, ff_import_reading_read_async);
  g_task_set_task_data (task, reading, reading_free);
  ff_schedule_repository_read_async (store, NULL, cancellable, on_schedule, task);
}

/**
 * ff_import_reading_read_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: why the file cannot be read, a sentence
 *
 * Returns: (transfer full) (nullable): what is in the file, and what taking it in would do
 */
FfImportReading *
ff_import_reading_read_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Taking it in --- */

static void
make_edit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Making *making = data;

  g_task_return_pointer (task,
                         ff_import_plan_make_edit (making->reading->plan, making->remove_gone),
                         (GDestroyNotify) ff_schedule_edit_free);
}

/**
 * ff_import_reading_make_edit_async:
 * @self: what was read; has to stay until the callback
 * @store: the store
 * @remove_gone: whether meetings that are no longer in the file are deleted
 * @callback: called when it is put together
 * @user_data: for @callback
 *
 * Copies thousands of meetings, hence in a thread.
 */
void
ff_import_reading_make_edit_async (FfImportReading *self,
                                   FfStore *store,
                                   gboolean remove_gone,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->reading = self;
  making->remove_gone = remove_gone;
  g_task_set_source_tag (task, ff_import_reading_make_edit_async);
  g_task_set_task_data (task, making, g_free);
  g_task_run_in_thread (task, make_edit_in_thread);
}

/**
 * ff_import_reading_make_edit_finish:
 * @store: the store
 * @result: what the callback was given
 *
 * Returns: (transfer full): the whole import as one edit
 */
FfScheduleEdit *
ff_import_reading_make_edit_finish (FfStore *store, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

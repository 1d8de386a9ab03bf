/* ff-rota-copying.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who had each place thirteen weeks before, and whether they may have it again.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-copying.h"
#include "ff-rota-deed.h"
#include "ff-rota-rows.h"

static void
copy_free (gpointer data)
{
  FfRotaCopy *copy = data;

  g_clear_object (&copy->slot);
  g_clear_object (&copy->volunteer);
  g_free (copy->why);
  g_free (copy);
}

static void
add (GPtrArray *copies, FfSlot *slot, FfVolunteer *volunteer, char *why)
{
  FfRotaCopy *copy = g_new0 (FfRotaCopy, 1);

  copy->slot = g_object_ref (slot);
  copy->volunteer = g_object_ref (volunteer);
  copy->why = why;
  g_ptr_array_add (copies, copy);
}

static char *
make_key (FfSlot *slot, int days)
{
  FfOccurrence *occurrence = ff_slot_get_occurrence (slot);
  FfWallTime time = ff_wall_time_add_days (ff_occurrence_get_rule_time (occurrence), days);
  g_autofree char *when = ff_wall_time_to_string (&time);

  return g_strdup_printf ("%s %s %u %s", when, ff_role_get_uid (ff_slot_get_role (slot)),
                          ff_slot_get_place (slot),
                          ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)));
}

static GHashTable *
index_slots (FfRota *rota)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *slots = ff_rota_get_slots (rota);

  for (guint i = 0; i < slots->len; i++)
    g_hash_table_insert (index, make_key (g_ptr_array_index (slots, i), 0),
                         g_ptr_array_index (slots, i));
  return index;
}

/* Each for itself, as if nothing else were copied. */
static void
match (FfRota *before, FfRota *now_on, GDateTime *now, GPtrArray *given, GPtrArray *left)
{
  g_autoptr (GHashTable) index = index_slots (now_on);
  GPtrArray *slots = ff_rota_get_slots (before);

  for (guint i = 0; i < slots->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (slots, i);
      FfVolunteer *holder = ff_rota_find_holder (before, slot);
      g_autofree char *key = make_key (slot, FF_ROTA_COPY_DAYS);
      FfSlot *target = g_hash_table_lookup (index, key);

      if (holder == NULL)
        continue;
      if (target == NULL)
        add (left, slot, holder, g_strdup (_ ("There is no such place thirteen weeks later.")));
      else if (ff_slot_get_assignment (target) != NULL
               || g_date_time_compare (ff_occurrence_get_start (ff_slot_get_occurrence (target)),
                                       now)
                      <= 0)
        continue;
      else if (ff_rota_find_hindrances (now_on, target, holder) != 0)
        add (left, target, holder, ff_rota_describe_hindrances (now_on, target, holder));
      else
        add (given, target, holder, NULL);
    }
}

static FfRota *
make_rota (FfRotaSource *source,
           GPtrArray *given,
           const char *group,
           GDateTime *from,
           GDateTime *until)
{
  g_autoptr (GPtrArray) assignments
      = g_ptr_array_copy (source->assignments, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  g_ptr_array_set_free_func (assignments, g_object_unref);
  for (guint i = 0; i < given->len; i++)
    {
      FfRotaCopy *copy = g_ptr_array_index (given, i);

      g_ptr_array_add (assignments,
                       ff_rota_deed_make (copy->slot, ff_volunteer_get_uid (copy->volunteer),
                                          FF_DUTY_PROPOSED, NULL));
    }
  return ff_rota_new (source->roster, source->groups, source->occurrences, assignments, group, from,
                      until);
}

/* Takes back the last of each one's that clashes with what else is given; TRUE where there was none. */
static gboolean
take_back (FfRota *rota, GPtrArray *given, GPtrArray *left)
{
  g_autoptr (GHashTable) index = index_slots (rota);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = given->len; i-- > 0;)
    {
      FfRotaCopy *copy = g_ptr_array_index (given, i);
      g_autofree char *key = make_key (copy->slot, 0);
      FfSlot *slot = g_hash_table_lookup (index, key);

      if (ff_rota_find_hindrances (rota, slot, copy->volunteer) == 0
          || !g_hash_table_add (done, copy->volunteer))
        continue;
      add (left, copy->slot, copy->volunteer,
           ff_rota_describe_hindrances (rota, slot, copy->volunteer));
      g_ptr_array_remove_index (given, i);
    }
  return g_hash_table_size (done) == 0;
}

static int
compare_copies (gconstpointer a, gconstpointer b)
{
  const FfRotaCopy *first = *(const FfRotaCopy *const *) a;
  const FfRotaCopy *second = *(const FfRotaCopy *const *) b;

  return ff_occurrence_compare (ff_slot_get_occurrence (first->slot),
                                ff_slot_get_occurrence (second->slot));
}

/**
 * ff_rota_copying_find:
 * @source: what the rota is made from, thirteen weeks and the margin before @from included
 * @group: (nullable): uid of the group whose places are filled
 * @from: where the stretch to fill begins
 * @until: where it ends
 * @now: what starts before is left alone
 *
 * Returns: (element-type FfRotaCopy) (transfer full): who would get which place again, then who would not and why
 */
GPtrArray *
ff_rota_copying_find (FfRotaSource *source,
                      const char *group,
                      GDateTime *from,
                      GDateTime *until,
                      GDateTime *now)
{
  GPtrArray *given;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (FfRota) before = NULL;
  g_autoptr (FfRota) now_on = NULL;
  gboolean settled = FALSE;

  g_return_val_if_fail (source != NULL && from != NULL && until != NULL && now != NULL, NULL);

  given = g_ptr_array_new_with_free_func (copy_free);
  left = g_ptr_array_new_with_free_func (copy_free);
  first = g_date_time_add_days (from, -FF_ROTA_COPY_DAYS);
  before = ff_rota_new (source->roster, source->groups, source->occurrences, source->assignments,
                        group, first, from);
  now_on = make_rota (source, given, group, from, until);
  match (before, now_on, now, given, left);
  while (!settled)
    {
      g_autoptr (FfRota) rota = make_rota (source, given, group, from, until);

      settled = take_back (rota, given, left);
    }
  g_ptr_array_sort (left, compare_copies);
  g_ptr_array_extend_and_steal (given, g_steal_pointer (&left));
  return given;
}

typedef struct
{
  char *group; /* (nullable) */
  GDateTime *from;
  GDateTime *until;
  GDateTime *now;
  FfRotaSource *source;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->group);
  g_date_time_unref (reading->from);
  g_date_time_unref (reading->until);
  g_date_time_unref (reading->now);
  g_clear_pointer (&reading->source, ff_rota_source_free);
  g_free (reading);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;

  g_task_return_pointer (task,
                         ff_rota_copying_find (reading->source, reading->group, reading->from,
                                               reading->until, reading->now),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  reading->source = ff_rota_source_read_finish (FF_STORE (source), result, &error);
  if (reading->source == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, find_in_thread);
}

/**
 * ff_rota_copying_read_async:
 * @context: where the store and the clock are
 * @group: (nullable): uid of the group whose places are filled
 * @from: where the stretch to fill begins
 * @until: where it ends
 * @cancellable: (nullable): gives it up
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Finds out what ff_rota_copying_find() says, in a thread.
 */
void
ff_rota_copying_read_async (FfContext *context,
                            const char *group,
                            GDateTime *from,
                            GDateTime *until,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Reading *reading;
  GTask *task;
  g_autoptr (GDateTime) before = NULL;
  g_autoptr (GDateTime) after = NULL;

  g_return_if_fail (FF_IS_CONTEXT (context) && from != NULL && until != NULL);

  reading = g_new0 (Reading, 1);
  reading->group = g_strdup (group);
  reading->from = g_date_time_ref (from);
  reading->until = g_date_time_ref (until);
  reading->now = ff_clock_get_now (ff_context_get_clock (context));
  task = g_task_new (context, cancellable, callback, user_data);
  g_task_set_source_tag (task, ff_rota_copying_read_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  before = g_date_time_add_days (from, -FF_ROTA_COPY_DAYS - FF_ROTA_MARGIN_DAYS);
  after = g_date_time_add_days (until, FF_ROTA_MARGIN_DAYS);
  ff_rota_source_read_async (ff_context_get_store (context), before, after, cancellable, on_read,
                             task);
}

/**
 * ff_rota_copying_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (element-type FfRotaCopy) (transfer full): as of ff_rota_copying_find(), or %NULL with @error set
 */
GPtrArray *
ff_rota_copying_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ff-arrangement.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts dates in order, and finds the least that changes in a list of others.
 */

#include "ff-arrangement.h"

/**
 * ff_arrangement_free:
 * @self: (transfer full): an arrangement
 *
 * Frees it and what it holds.
 */
void
ff_arrangement_free (FfArrangement *self)
{
  g_weak_ref_clear (&self->agenda);
  g_clear_pointer (&self->old, g_ptr_array_unref);
  g_clear_object (&self->old_schedule);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_free (self);
}

static void
free_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_ptr_array_set_size (data, 0);
  g_task_return_boolean (task, TRUE);
}

/**
 * ff_arrangement_drop:
 * @dropped: dates that nobody needs any more
 *
 * Thousands of dates take longer to free than the main thread should, so a thread does it.
 */
void
ff_arrangement_drop (GPtrArray *dropped)
{
  g_autoptr (GTask) task = NULL;

  if (dropped->len < FF_ARRANGEMENT_FEW)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, g_ptr_array_ref (dropped), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, free_in_thread);
}

/* What rows say of a group. */
static gboolean
is_said_alike (FfGroup *a, FfGroup *b)
{
  return g_str_equal (ff_group_get_name (a), ff_group_get_name (b))
         && ff_group_get_open (a) == ff_group_get_open (b)
         && g_str_equal (ff_group_get_programme (a), ff_group_get_programme (b));
}

static gboolean
are_groups_alike (FfSchedule *old, FfSchedule *new)
{
  GPtrArray *groups = ff_schedule_get_groups (new);

  if (old == new)
    return TRUE;
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);
      FfGroup *before = ff_schedule_find_group (old, ff_group_get_uid (group));

      if (before != NULL && !is_said_alike (before, group))
        return FALSE;
    }
  return TRUE;
}

static GArray *
replace_all (FfArrangement *self)
{
  const FfOccurrencesRun all = { 0, .removed = self->old->len, .added = self->wanted->len };
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FfOccurrencesRun));

  if (all.removed > 0 || all.added > 0)
    g_array_append_val (runs, all);
  return runs;
}

/**
 * ff_arrangement_work_out:
 * @self: what to put in order; only this thread may touch it meanwhile
 *
 * Sorts the dates that are wanted, and says by which runs they differ from the old ones.
 */
void
ff_arrangement_work_out (FfArrangement *self)
{
  ff_occurrences_arrange (self->wanted, self->zone, self->from, self->until);
  if (self->whole
      || (self->old_schedule != NULL && self->schedule != NULL
          && !are_groups_alike (self->old_schedule, self->schedule)))
    {
      self->runs = replace_all (self);
      return;
    }
  self->begin = ff_occurrences_find (self->old, self->zone, self->from);
  self->runs = ff_occurrences_list_runs (self->old, self->begin,
                                         ff_occurrences_find (self->old, self->zone, self->until),
                                         self->wanted, self->zone);
}

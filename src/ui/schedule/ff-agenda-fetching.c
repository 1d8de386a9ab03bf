/* ff-agenda-fetching.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Has the dates of an agenda worked out and put in their places, in threads where there are many.
 */

#include "ff-config.h"

#include "ff-agenda-private.h"
#include "ff-arrangement.h"
#include "ff-occurrences.h"

/* No zone's clock is further from another's. */
#define MOST_ZONE_HOURS 26

static void
arrange_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (g_task_return_error_if_cancelled (task))
    return;
  ff_arrangement_work_out (data);
  g_task_return_boolean (task, TRUE);
}

static void
end_fetching (FfAgenda *self)
{
  g_clear_object (&self->fetching);
  g_object_notify (G_OBJECT (self), "loading");
}

static void
apply (FfAgenda *self, FfArrangement *arrangement)
{
  if (self->zone != arrangement->zone)
    {
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = arrangement->zone != NULL ? g_time_zone_ref (arrangement->zone) : NULL;
    }
  g_set_object (&self->schedule, arrangement->schedule);
  ff_occurrences_apply_runs (G_LIST_MODEL (self), self->items, arrangement->begin,
                             arrangement->runs, arrangement->wanted, arrangement->dropped);
  end_fetching (self);
  g_signal_emit_by_name (self, "listed");
}

static void
on_arranged (GObject *source, GAsyncResult *result, gpointer data)
{
  FfArrangement *arrangement = g_task_get_task_data (G_TASK (result));
  g_autoptr (FfAgenda) self = g_weak_ref_get (&arrangement->agenda);

  if (!g_task_propagate_boolean (G_TASK (result), NULL) || self == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->fetching)
    return;
  apply (self, arrangement);
  /* The task holds what is old no longer than its thread: the last reference frees. */
  g_clear_pointer (&arrangement->old, g_ptr_array_unref);
  ff_arrangement_drop (arrangement->dropped);
}

static FfArrangement *
arrangement_new (FfAgenda *self, GPtrArray *wanted)
{
  FfArrangement *arrangement = g_new0 (FfArrangement, 1);
  GTimeZone *zone = ff_agenda_get_wanted_zone (self);
  FfSchedule *schedule = ff_timetable_get_schedule (self->timetable);

  g_weak_ref_init (&arrangement->agenda, self);
  arrangement->old
      = g_ptr_array_copy (self->items, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  arrangement->old_schedule = self->schedule != NULL ? g_object_ref (self->schedule) : NULL;
  arrangement->schedule = schedule != NULL ? g_object_ref (schedule) : NULL;
  arrangement->wanted = g_ptr_array_ref (wanted);
  arrangement->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  arrangement->from = ff_occurrences_read_clock (self->part_from);
  arrangement->until = ff_occurrences_read_clock (self->part_until);
  arrangement->whole = zone != self->zone;
  arrangement->dropped = g_ptr_array_new_with_free_func (g_object_unref);
  return arrangement;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (FfAgenda) self = g_weak_ref_get (weak);
  g_autoptr (GPtrArray) dates = ff_timetable_list_finish (FF_TIMETABLE (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  FfArrangement *arrangement;

  g_weak_ref_clear (weak);
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->fetching)
    return;
  /* What cannot be read has no dates; see ff_agenda_describe_unusable(). */
  if (dates == NULL)
    dates = g_ptr_array_new_with_free_func (g_object_unref);
  arrangement = arrangement_new (self, dates);
  task = g_task_new (NULL, self->fetching, on_arranged, NULL);
  g_task_set_task_data (task, arrangement, (GDestroyNotify) ff_arrangement_free);
  if (dates->len + self->items->len >= FF_ARRANGEMENT_FEW)
    g_task_run_in_thread (task, arrange_in_thread);
  else
    {
      ff_arrangement_work_out (arrangement);
      apply (self, arrangement);
      g_task_return_boolean (task, FALSE);
    }
}

void
ff_agenda_stop_fetching (FfAgenda *self)
{
  if (self->fetching != NULL)
    g_cancellable_cancel (self->fetching);
  g_clear_object (&self->fetching);
}

void
ff_agenda_fetch (FfAgenda *self, GDateTime *from, GDateTime *until)
{
  g_autoptr (GDateTime) first = g_date_time_add_hours (from, -MOST_ZONE_HOURS);
  g_autoptr (GDateTime) last = g_date_time_add_hours (until, MOST_ZONE_HOURS);
  gboolean own = ff_agenda_get_wanted_zone (self) == NULL;
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  ff_agenda_stop_fetching (self);
  self->fetching = g_cancellable_new ();
  g_date_time_ref (from);
  g_date_time_ref (until);
  g_clear_pointer (&self->part_from, g_date_time_unref);
  g_clear_pointer (&self->part_until, g_date_time_unref);
  self->part_from = from;
  self->part_until = until;
  g_weak_ref_init (weak, self);
  ff_timetable_list_async (self->timetable, own ? first : from, own ? last : until, self->fetching,
                           on_listed, weak);
  g_object_notify (G_OBJECT (self), "loading");
}

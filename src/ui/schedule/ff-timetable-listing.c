/* ff-timetable-listing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works the dates of a timetable out in a thread.
 */

#include "ff-config.h"

#include "ff-timetable-private.h"

typedef struct
{
  FfSchedule *schedule;
  GDateTime *from;
  GDateTime *until;
  GPtrArray *unusable;
} Span;

static void
span_free (Span *span)
{
  g_clear_object (&span->schedule);
  g_date_time_unref (span->from);
  g_date_time_unref (span->until);
  g_ptr_array_unref (span->unusable);
  g_free (span);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Span *span = data;
  GPtrArray *dates = ff_schedule_list_occurrences (span->schedule, span->from, span->until,
                                                   span->unusable, cancellable);

  if (dates == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, dates, (GDestroyNotify) g_ptr_array_unref);
}

static void
start_list (FfTimetable *self, GTask *task)
{
  Span *span = g_task_get_task_data (task);

  if (self->shown == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", self->problem);
      return;
    }
  span->schedule = g_object_ref (self->shown);
  g_task_run_in_thread (task, list_in_thread);
}

/* Those that asked before there was anything to list. */
void
ff_timetable_start_waiting (FfTimetable *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    start_list (self, g_ptr_array_index (waiting, i));
}

/**
 * ff_timetable_list_async:
 * @self: a timetable
 * @from: the first instant
 * @until: the instant after the last one
 * @cancellable: (nullable): to give up
 * @callback: when it is done
 * @user_data: for @callback
 *
 * Works the dates out in a thread, once the schedule was read and searched.
 */
void
ff_timetable_list_async (FfTimetable *self,
                         GDateTime *from,
                         GDateTime *until,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Span *span;

  g_return_if_fail (FF_IS_TIMETABLE (self));
  g_return_if_fail (from != NULL && until != NULL);

  span = g_new0 (Span, 1);
  span->from = g_date_time_ref (from);
  span->until = g_date_time_ref (until);
  span->unusable = g_ptr_array_new_with_free_func (g_object_unref);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ff_timetable_list_async);
  g_task_set_task_data (task, span, (GDestroyNotify) span_free);
  if (self->sifting != NULL || ff_timetable_is_loading (self))
    g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  else
    start_list (self, task);
}

/**
 * ff_timetable_list_finish:
 * @self: a timetable
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type FfOccurrence): the dates by ff_occurrence_compare(), cancelled ones included; %NULL
 *   with an error, where the schedule could not be read or @cancellable was cancelled
 */
GPtrArray *
ff_timetable_list_finish (FfTimetable *self, GAsyncResult *result, GError **error)
{
  GPtrArray *dates;
  Span *span;

  g_return_val_if_fail (FF_IS_TIMETABLE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  span = g_task_get_task_data (G_TASK (result));
  dates = g_task_propagate_pointer (G_TASK (result), error);
  if (dates != NULL && span->schedule == self->shown)
    {
      g_clear_pointer (&self->unusable, g_ptr_array_unref);
      self->unusable = g_ptr_array_ref (span->unusable);
    }
  return dates;
}

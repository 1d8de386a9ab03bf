/* ff-rota-view-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota that is shown is read, laid out and forgotten in threads.
 */

#include "ff-config.h"

#include "ff-rota-reading.h"
#include "ff-rota-view-private.h"
#include "ff-toast.h"

/* On its way through threads. */
typedef struct
{
  FfRota *rota;
  FfRotaSource *source;
  FfWallTime first;
  GDateTime *now;
  GPtrArray *programmes;
  FfRotaRows *rows;
  GListModel *people;
} Laying;

static void
laying_free (Laying *laying)
{
  g_clear_object (&laying->rota);
  g_clear_pointer (&laying->source, ff_rota_source_free);
  g_clear_pointer (&laying->now, g_date_time_unref);
  g_clear_pointer (&laying->programmes, g_ptr_array_unref);
  g_clear_object (&laying->rows);
  g_clear_object (&laying->people);
  g_free (laying);
}

static void
forget_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  laying_free (task_data);
  g_task_return_boolean (task, TRUE);
}

/* A rota of thousands of people takes a while to be freed, which nobody should wait for. */
static void
forget_later (FfRotaRows *rows, FfRotaSource *source, GListModel *people)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Laying *old = g_new0 (Laying, 1);

  old->rows = rows;
  old->source = source;
  old->people = people;
  g_task_set_source_tag (task, forget_later);
  g_task_set_task_data (task, old, NULL);
  g_task_run_in_thread (task, forget_in_thread);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfRotaView *self = FF_ROTA_VIEW (source);
  Laying *laying = g_task_get_task_data (G_TASK (result));
  FfRotaRows *rows;
  FfRotaSource *source_before;
  GListModel *people;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  rows = g_steal_pointer (&self->rows);
  people = g_steal_pointer (&self->people);
  source_before = g_steal_pointer (&self->source);
  self->rows = g_steal_pointer (&laying->rows);
  self->people = g_steal_pointer (&laying->people);
  self->source = g_steal_pointer (&laying->source);
  ff_rota_view_show_read (self);
  forget_later (rows, source_before, people);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Laying *laying = task_data;

  laying->rows = ff_rota_rows_new (laying->rota, &laying->first, FF_ROTA_VIEW_WEEKS,
                                   laying->programmes, laying->now);
  laying->people = ff_rota_people_list (laying->rota);
  g_task_return_boolean (task, TRUE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  FfRotaView *self = g_task_get_source_object (task);
  Laying *laying = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  laying->rota = ff_rota_reading_finish_source (result, &laying->source, &error);
  if (laying->rota != NULL)
    {
      g_task_run_in_thread (task, lay_out_in_thread);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  g_task_return_boolean (task, FALSE);
}

void
ff_rota_view_reload (FfRotaView *self)
{
  Laying *laying;
  GTask *task;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  laying = g_new0 (Laying, 1);
  laying->first = self->first;
  laying->now = ff_clock_get_now (ff_context_get_clock (self->context));
  laying->programmes = g_ptr_array_ref (ff_context_get_programmes (self->context));
  task = g_task_new (self, self->reading, on_laid_out, NULL);
  g_task_set_source_tag (task, ff_rota_view_reload);
  g_task_set_task_data (task, laying, (GDestroyNotify) laying_free);
  from = ff_rota_view_get_from (self);
  until = ff_rota_view_get_until (self);
  ff_rota_reading_async (self->context, ff_rota_view_get_group_uid (self), from, until,
                         self->reading, on_read, task);
}

void
ff_rota_view_store_changed (FfRotaView *self, FfAggregate aggregate)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
    case FF_AGGREGATE_ALL:
      ff_rota_view_reload (self);
      break;

    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
    default:
      break;
    }
}

/* ff-schedule-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays a schedule out, and writes it, away from the main thread.
 */

#include "ff-schedule-paper.h"

#include "ff-pdf.h"

struct _FfSchedulePaper
{
  GObject parent_instance;

  FfSchedule *schedule;
  FfScheduleStyle style; /* its texts are ours */
};

G_DEFINE_FINAL_TYPE (FfSchedulePaper, ff_schedule_paper, G_TYPE_OBJECT)

static void
ff_schedule_paper_finalize (GObject *object)
{
  FfSchedulePaper *self = FF_SCHEDULE_PAPER (object);

  g_free ((char *) self->style.language);
  g_free ((char *) self->style.title);
  g_clear_pointer (&self->style.printed, g_date_time_unref);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (ff_schedule_paper_parent_class)->finalize (object);
}

static void
ff_schedule_paper_class_init (FfSchedulePaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_schedule_paper_finalize;
}

static void
ff_schedule_paper_init (FfSchedulePaper *self)
{
}

/**
 * ff_schedule_paper_new:
 * @schedule: whose meetings
 * @chosen: (nullable): which of them, not 0 at their places; %NULL for all
 * @style: how
 *
 * Returns: (transfer full): these meetings on such a paper
 */
FfSchedulePaper *
ff_schedule_paper_new (FfSchedule *schedule, const guint8 *chosen, const FfScheduleStyle *style)
{
  FfSchedulePaper *self;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (style != NULL && style->printed != NULL, NULL);

  self = g_object_new (FF_TYPE_SCHEDULE_PAPER, NULL);
  self->schedule = ff_schedule_choose (schedule, chosen);
  self->style = *style;
  self->style.language = g_strdup (style->language);
  self->style.title = g_strdup (style->title);
  self->style.printed = g_date_time_ref (style->printed);

  return self;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfSchedulePaper *self = source;

  g_task_return_pointer (task, ff_schedule_sheet_new (self->schedule, &self->style),
                         g_object_unref);
}

/**
 * ff_schedule_paper_make_async:
 * @self: what to lay out
 * @callback: called when it is
 * @user_data: for @callback
 */
void
ff_schedule_paper_make_async (FfSchedulePaper *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ff_schedule_paper_make_async);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * ff_schedule_paper_make_finish:
 * @self: what was laid out
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the pages, for the thread that asks
 */
FfSheet *
ff_schedule_paper_make_finish (FfSchedulePaper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfSchedulePaper *self = source;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfSheet *sheet = ff_schedule_sheet_new (self->schedule, &self->style);
  GError *error = NULL;

  g_ptr_array_add (sheets, sheet);
  if (ff_pdf_write (sheets, 1, ff_sheet_get_title (sheet), data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_schedule_paper_write_async:
 * @self: what to write
 * @path: of the PDF, which appears whole or not at all
 * @callback: called when it is there
 * @user_data: for @callback
 */
void
ff_schedule_paper_write_async (FfSchedulePaper *self,
                               const char *path,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ff_schedule_paper_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * ff_schedule_paper_write_finish:
 * @self: what was written
 * @result: what the callback was given
 * @error: why it could not be written
 *
 * Returns: whether the file is there
 */
gboolean
ff_schedule_paper_write_finish (FfSchedulePaper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ff-paper-job.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-paper-job.h"

#include "ff-pdf.h"
#include "ff-print.h"

struct _FfPaperJob
{
  GObject parent_instance;

  char *title;
  FfMakeSheets make;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (FfPaperJob, ff_paper_job, G_TYPE_OBJECT)

static void
ff_paper_job_finalize (GObject *object)
{
  FfPaperJob *self = FF_PAPER_JOB (object);

  g_free (self->title);
  if (self->destroy != NULL)
    self->destroy (self->data);

  G_OBJECT_CLASS (ff_paper_job_parent_class)->finalize (object);
}

static void
ff_paper_job_class_init (FfPaperJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_paper_job_finalize;
}

static void
ff_paper_job_init (FfPaperJob *self)
{
}

/**
 * ff_paper_job_new:
 * @title: what the file that is offered is called, translated
 * @make: (scope notified): makes the sheets, on any thread
 * @data: (nullable): for @make
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): sheets that are not made yet
 */
FfPaperJob *
ff_paper_job_new (const char *title, FfMakeSheets make, gpointer data, GDestroyNotify destroy)
{
  FfPaperJob *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (make != NULL, NULL);

  self = g_object_new (FF_TYPE_PAPER_JOB, NULL);
  self->title = g_strdup (title);
  self->make = make;
  self->data = data;
  self->destroy = destroy;

  return self;
}

/**
 * ff_paper_job_print:
 * @self: the sheets
 * @widget: what asks for it
 *
 * Opens the print dialog.
 */
void
ff_paper_job_print (FfPaperJob *self, GtkWidget *widget)
{
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_if_fail (FF_IS_PAPER_JOB (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  sheets = self->make (self->data);
  ff_print_sheets (widget, sheets, 1, ff_sheet_get_title (g_ptr_array_index (sheets, 0)), FALSE,
                   NULL, NULL);
}

static void
write_job (gpointer source, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  ff_paper_job_write_async (FF_PAPER_JOB (source), path, callback, user_data);
}

static gboolean
finish_job (gpointer source, GAsyncResult *result, GError **error)
{
  return ff_paper_job_write_finish (FF_PAPER_JOB (source), result, error);
}

/**
 * ff_paper_job_save:
 * @self: the sheets
 * @widget: what asks for it
 *
 * Asks for a file and writes them as PDF.
 */
void
ff_paper_job_save (FfPaperJob *self, GtkWidget *widget)
{
  g_return_if_fail (FF_IS_PAPER_JOB (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  ff_print_save (widget, self->title, G_OBJECT (self), write_job, finish_job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  FfPaperJob *self = source;
  g_autoptr (GPtrArray) sheets = self->make (self->data);
  GError *error = NULL;

  if (ff_pdf_write (sheets, 1, ff_sheet_get_title (g_ptr_array_index (sheets, 0)), path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_paper_job_write_async:
 * @self: the sheets
 * @path: of the PDF, which appears whole or not at all
 * @callback: called when it is there
 * @user_data: for @callback
 */
void
ff_paper_job_write_async (FfPaperJob *self,
                          const char *path,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FF_IS_PAPER_JOB (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_paper_job_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * ff_paper_job_write_finish:
 * @self: the sheets
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: whether the file is there
 */
gboolean
ff_paper_job_write_finish (FfPaperJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

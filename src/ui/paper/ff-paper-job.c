/* ff-paper-job.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets on their way onto paper: made in a thread, then printed or written.
 */

#include "ff-config.h"

#include "ff-paper-job.h"

#include "ff-pdf.h"
#include "ff-print.h"
#include "ff-thread.h"

struct _FfPaperJob
{
  GObject parent_instance;

  char *title; /* (nullable) */
  gboolean folded;
  FfMakeSheets make;
  FfWritePaper write; /* (nullable): a PDF of the sheets */
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
 * @title: (nullable): what the file that is offered is called, translated; %NULL where ff_paper_job_save_as() says it
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

  g_return_val_if_fail (make != NULL, NULL);

  self = g_object_new (FF_TYPE_PAPER_JOB, NULL);
  self->title = g_strdup (title);
  self->make = make;
  self->data = data;
  self->destroy = destroy;

  return self;
}

/**
 * ff_paper_job_get_title:
 * @self: the sheets
 *
 * Returns: (transfer none) (nullable): what the file that is offered is called
 */
const char *
ff_paper_job_get_title (FfPaperJob *self)
{
  g_return_val_if_fail (FF_IS_PAPER_JOB (self), NULL);

  return self->title;
}

/**
 * ff_paper_job_set_folded:
 * @self: the sheets
 * @folded: whether they are to be folded: printed on both sides and turned over the short edge
 */
void
ff_paper_job_set_folded (FfPaperJob *self, gboolean folded)
{
  g_return_if_fail (FF_IS_PAPER_JOB (self));

  self->folded = folded;
}

/**
 * ff_paper_job_set_write:
 * @self: the sheets
 * @write: (scope notified): writes what they say in another form than as PDF
 */
void
ff_paper_job_set_write (FfPaperJob *self, FfWritePaper write)
{
  g_return_if_fail (FF_IS_PAPER_JOB (self));

  self->write = write;
}

/* --- Sheets --- */

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfPaperJob *self = source;

  g_task_return_pointer (task, self->make (self->data), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ff_paper_job_make_async:
 * @self: what to lay out
 * @callback: called when it is
 * @user_data: for @callback
 */
void
ff_paper_job_make_async (FfPaperJob *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FF_IS_PAPER_JOB (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_paper_job_make_async);
  ff_thread_run (task, make_in_thread);
}

/**
 * ff_paper_job_make_finish:
 * @self: what was laid out
 * @result: what the callback was given
 *
 * Returns: (transfer full) (element-type FfSheet): the sheets, for the thread that asks
 */
GPtrArray *
ff_paper_job_make_finish (FfPaperJob *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* --- Printing --- */

/**
 * ff_paper_job_print_sheets:
 * @self: the job
 * @widget: what asks for it
 * @sheets: (element-type FfSheet): what was made of it
 *
 * Opens the print dialog.
 */
void
ff_paper_job_print_sheets (FfPaperJob *self, GtkWidget *widget, GPtrArray *sheets)
{
  g_return_if_fail (FF_IS_PAPER_JOB (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (sheets != NULL && sheets->len > 0);

  ff_print_sheets (widget, sheets, 1, ff_sheet_get_title (g_ptr_array_index (sheets, 0)),
                   self->folded, NULL, NULL);
}

static void
on_made_to_print (GObject *source, GAsyncResult *result, gpointer data)
{
  FfPaperJob *self = FF_PAPER_JOB (source);
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GPtrArray) sheets = ff_paper_job_make_finish (self, result);

  /* Its window may have been closed meanwhile. */
  if (gtk_widget_get_root (widget) != NULL)
    ff_paper_job_print_sheets (self, widget, sheets);
}

/**
 * ff_paper_job_print:
 * @self: the sheets
 * @widget: what asks for it
 *
 * Makes them and opens the print dialog.
 */
void
ff_paper_job_print (FfPaperJob *self, GtkWidget *widget)
{
  g_return_if_fail (FF_IS_PAPER_JOB (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  ff_paper_job_make_async (self, on_made_to_print, g_object_ref (widget));
}

/* --- A file --- */

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
 * ff_paper_job_save_as:
 * @self: the sheets
 * @widget: what asks for it
 * @title: what the file that is offered is called
 *
 * Asks for a file and writes them as PDF.
 */
void
ff_paper_job_save_as (FfPaperJob *self, GtkWidget *widget, const char *title)
{
  g_return_if_fail (FF_IS_PAPER_JOB (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (title != NULL);

  ff_print_save (widget, title, G_OBJECT (self), write_job, finish_job);
}

/**
 * ff_paper_job_save:
 * @self: the sheets, which have a title
 * @widget: what asks for it
 *
 * As ff_paper_job_save_as(), under that title.
 */
void
ff_paper_job_save (FfPaperJob *self, GtkWidget *widget)
{
  g_return_if_fail (FF_IS_PAPER_JOB (self));

  ff_paper_job_save_as (self, widget, self->title);
}

static gboolean
write_pdf (FfPaperJob *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) sheets = self->make (self->data);

  return ff_pdf_write (sheets, 1, ff_sheet_get_title (g_ptr_array_index (sheets, 0)), path, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  FfPaperJob *self = source;
  GError *error = NULL;

  if (self->write != NULL ? self->write (self->data, path, &error) : write_pdf (self, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_paper_job_write_async:
 * @self: the sheets
 * @path: of the file, which appears whole or not at all
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
  ff_thread_run (task, write_in_thread);
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

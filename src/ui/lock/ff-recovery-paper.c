/* ff-recovery-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery sheet on its way onto paper.
 */

#include "ff-config.h"

#include "ff-recovery-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-pack.h"
#include "ff-pdf.h"
#include "ff-print.h"
#include "ff-recovery-sheet.h"

struct _FfRecoveryPaper
{
  GObject parent_instance;

  FfPaperSize size;
  gboolean large_print;
  char *recovery_key;
  GDateTime *made;
};

G_DEFINE_FINAL_TYPE (FfRecoveryPaper, ff_recovery_paper, G_TYPE_OBJECT)

static void
ff_recovery_paper_finalize (GObject *object)
{
  FfRecoveryPaper *self = FF_RECOVERY_PAPER (object);

  explicit_bzero (self->recovery_key, strlen (self->recovery_key));
  g_clear_pointer (&self->recovery_key, g_free);
  g_clear_pointer (&self->made, g_date_time_unref);

  G_OBJECT_CLASS (ff_recovery_paper_parent_class)->finalize (object);
}

static void
ff_recovery_paper_class_init (FfRecoveryPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_recovery_paper_finalize;
}

static void
ff_recovery_paper_init (FfRecoveryPaper *self)
{
}

/**
 * ff_recovery_paper_new:
 * @settings: the program's settings, which say the paper and the size of print
 * @recovery_key: the key in groups
 * @made: the day
 *
 * Returns: (transfer full): a sheet in the program's own language
 */
FfRecoveryPaper *
ff_recovery_paper_new (GSettings *settings, const char *recovery_key, GDateTime *made)
{
  FfRecoveryPaper *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (recovery_key != NULL && made != NULL, NULL);

  self = g_object_new (FF_TYPE_RECOVERY_PAPER, NULL);
  self->size = ff_pack_read_paper_size (settings);
  self->large_print = g_settings_get_boolean (settings, "large-print");
  self->recovery_key = g_strdup (recovery_key);
  self->made = g_date_time_ref (made);

  return self;
}

/* The sheet belongs to the thread that made it. (element-type FfSheet) (transfer full) */
static GPtrArray *
make_sheets (FfRecoveryPaper *self)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "");
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);
  const FfPaperStyle style = { .size = self->size, .large_print = self->large_print };

  g_ptr_array_add (sheets,
                   ff_recovery_sheet_new (catalogue, &style, self->recovery_key, self->made));

  return sheets;
}

/**
 * ff_recovery_paper_print:
 * @self: the sheet
 * @widget: what asks for it
 *
 * Opens the print dialog.
 */
void
ff_recovery_paper_print (FfRecoveryPaper *self, GtkWidget *widget)
{
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_if_fail (FF_IS_RECOVERY_PAPER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  sheets = make_sheets (self);
  ff_print_sheets (widget, sheets, 1, ff_sheet_get_title (g_ptr_array_index (sheets, 0)), FALSE,
                   NULL, NULL);
}

static void
write_paper (gpointer source, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  ff_recovery_paper_write_async (FF_RECOVERY_PAPER (source), path, callback, user_data);
}

static gboolean
finish_paper (gpointer source, GAsyncResult *result, GError **error)
{
  return ff_recovery_paper_write_finish (FF_RECOVERY_PAPER (source), result, error);
}

/**
 * ff_recovery_paper_save:
 * @self: the sheet
 * @widget: what asks for it
 *
 * Asks for a file and writes it as PDF.
 */
void
ff_recovery_paper_save (FfRecoveryPaper *self, GtkWidget *widget)
{
  g_return_if_fail (FF_IS_RECOVERY_PAPER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  ff_print_save (widget, _ ("Recovery Sheet"), G_OBJECT (self), write_paper, finish_paper);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sheets = make_sheets (source);
  GError *error = NULL;

  if (ff_pdf_write (sheets, 1, ff_sheet_get_title (g_ptr_array_index (sheets, 0)), path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_recovery_paper_write_async:
 * @self: the sheet
 * @path: of the PDF, which appears whole or not at all
 *
 * Writes it in a thread.
 */
void
ff_recovery_paper_write_async (FfRecoveryPaper *self,
                               const char *path,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FF_IS_RECOVERY_PAPER (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_recovery_paper_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * ff_recovery_paper_write_finish:
 *
 * Returns: whether the file is there
 */
gboolean
ff_recovery_paper_write_finish (FfRecoveryPaper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ff-help-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group’s cards for a pocket on their way onto paper.
 */

#include "ff-config.h"

#include "ff-help-paper.h"

#include <glib/gi18n-lib.h>

#include "ff-pack.h"
#include "ff-pdf.h"
#include "ff-pocket-card.h"
#include "ff-print.h"

struct _FfHelpPaper
{
  GObject parent_instance;

  FfPaperSize size;
  gboolean large_print;
  char *language;
  char *group_name;
  GPtrArray *lines; /* (element-type FfHelpLine) */
};

G_DEFINE_FINAL_TYPE (FfHelpPaper, ff_help_paper, G_TYPE_OBJECT)

static void
ff_help_paper_finalize (GObject *object)
{
  FfHelpPaper *self = FF_HELP_PAPER (object);

  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->group_name, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_help_paper_parent_class)->finalize (object);
}

static void
ff_help_paper_class_init (FfHelpPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_help_paper_finalize;
}

static void
ff_help_paper_init (FfHelpPaper *self)
{
}

/**
 * ff_help_paper_new:
 * @settings: the program's settings, which say the paper, the size of print and the language
 * @group: whose help lines they are
 * @lines: (element-type FfHelpLine): one at least
 *
 * Returns: (transfer full): cards that stay as they are now
 */
FfHelpPaper *
ff_help_paper_new (GSettings *settings, FfGroup *group, GPtrArray *lines)
{
  FfHelpPaper *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (FF_IS_GROUP (group), NULL);
  g_return_val_if_fail (lines != NULL && lines->len > 0, NULL);

  self = g_object_new (FF_TYPE_HELP_PAPER, NULL);
  self->size = ff_pack_read_paper_size (settings);
  self->large_print = g_settings_get_boolean (settings, "large-print");
  self->language = g_settings_get_string (settings, "handout-language");
  if (*self->language == '\0')
    g_set_str (&self->language, ff_group_get_language (group));
  self->group_name = g_strdup (ff_group_get_name (group));
  self->lines = g_ptr_array_ref (lines);
  return self;
}

/* The sheet belongs to the thread that made it. (element-type FfSheet) (transfer full) */
static GPtrArray *
make_sheets (FfHelpPaper *self)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, self->language);
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfPaperStyle style = {
    .size = self->size,
    .large_print = self->large_print,
    .group_name = self->group_name,
    .help_lines = self->lines,
  };

  g_ptr_array_add (sheets, ff_pocket_card_sheet_new (catalogue, &style));
  return sheets;
}

/**
 * ff_help_paper_print:
 * @self: the cards
 * @widget: what asks for it
 *
 * Opens the print dialog.
 */
void
ff_help_paper_print (FfHelpPaper *self, GtkWidget *widget)
{
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_if_fail (FF_IS_HELP_PAPER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  sheets = make_sheets (self);
  ff_print_sheets (widget, sheets, 1, ff_sheet_get_title (g_ptr_array_index (sheets, 0)), FALSE,
                   NULL, NULL);
}

static void
write_paper (gpointer source, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  ff_help_paper_write_async (FF_HELP_PAPER (source), path, callback, user_data);
}

static gboolean
finish_paper (gpointer source, GAsyncResult *result, GError **error)
{
  return ff_help_paper_write_finish (FF_HELP_PAPER (source), result, error);
}

/**
 * ff_help_paper_save:
 * @self: the cards
 * @widget: what asks for it
 *
 * Asks for a file and writes them as PDF.
 */
void
ff_help_paper_save (FfHelpPaper *self, GtkWidget *widget)
{
  g_return_if_fail (FF_IS_HELP_PAPER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  ff_print_save (widget, _ ("Where to Turn Now"), G_OBJECT (self), write_paper, finish_paper);
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
 * ff_help_paper_write_async:
 * @self: the cards
 * @path: of the PDF, which appears whole or not at all
 *
 * Writes them in a thread.
 */
void
ff_help_paper_write_async (FfHelpPaper *self,
                           const char *path,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FF_IS_HELP_PAPER (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_help_paper_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * ff_help_paper_write_finish:
 *
 * Returns: whether the file is there
 */
gboolean
ff_help_paper_write_finish (FfHelpPaper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ff-text-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a file and writes it, whole or not at all.
 */

#include "ff-config.h"

#include "ff-text-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-toast.h"

typedef struct
{
  GWeakRef widget;
  char *text;
} Saving;

static Saving *
saving_new (GtkWidget *widget, const char *text)
{
  Saving *saving = g_new0 (Saving, 1);

  g_weak_ref_init (&saving->widget, widget);
  saving->text = g_strdup (text);
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_weak_ref_clear (&saving->widget);
  g_free (saving->text);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* GTK's own dialog puts every file among the recent ones, for all programs to show. */
static void
forget_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&saving->widget);
  g_autoptr (GError) error = NULL;
  const gboolean written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  forget_recent (G_FILE (source));
  if (widget == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  if (written)
    ff_toast_show (widget, _ ("Saved"));
  else
    ff_toast_error (widget, error);
}

/**
 * ff_text_file_save_to:
 * @widget: in the window where the outcome is told
 * @file: is replaced
 * @text: what it will hold
 */
void
ff_text_file_save_to (GtkWidget *widget, GFile *file, const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (text != NULL);

  bytes = g_bytes_new (text, strlen (text));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       on_written, saving_new (widget, text));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&saving->widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (widget == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  if (file != NULL)
    ff_text_file_save_to (widget, file, saving->text);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_error (widget, error);
}

/**
 * ff_text_file_save:
 * @widget: in the window that asks
 * @heading: of the file chooser
 * @name: of the file at first, with its suffix
 * @mime_type: which files are shown beside it
 * @text: what it will hold
 */
void
ff_text_file_save (GtkWidget *widget,
                   const char *heading,
                   const char *name,
                   const char *mime_type,
                   const char *text)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GtkFileFilter) filter = NULL;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (heading != NULL && name != NULL && mime_type != NULL && text != NULL);

  dialog = gtk_file_dialog_new ();
  filter = gtk_file_filter_new ();
  root = gtk_widget_get_root (widget);
  gtk_file_filter_add_mime_type (filter, mime_type);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, heading);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen,
                        saving_new (widget, text));
}

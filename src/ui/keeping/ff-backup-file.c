/* ff-backup-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the file of a backup: one to go back to, or a place for a copy.
 */

#include "ff-config.h"

#include "ff-backup-file.h"

#include <glib/gi18n-lib.h>

static GtkFileDialog *
make_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) backups = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (backups, _ ("Backups"));
  gtk_file_filter_add_suffix (backups, "tar.gz");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, backups);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static GtkWindow *
find_window (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Takes @task and @file. */
static void
give (GTask *task, GFile *file, GError *error)
{
  g_autoptr (GTask) owned = task;
  g_autoptr (GFile) chosen = file;
  g_autofree char *path = chosen != NULL ? g_file_get_path (chosen) : NULL;

  if (path != NULL)
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else if (chosen != NULL)
    g_task_return_new_error (
        task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
        _ ("That place is not on this computer. Choose a folder of this computer or a memory "
           "stick."));
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
           || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    g_task_return_pointer (task, NULL, NULL);
  else
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  give (user_data, file, error);
}

static void
place_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  give (user_data, file, error);
}

/**
 * ff_backup_file_choose_async:
 * @parent: what asks
 * @cancellable: (nullable): to give up
 * @callback: called when a file was chosen, or none
 * @user_data: for @callback
 *
 * Asks for a backup.
 */
void
ff_backup_file_choose_async (GtkWidget *parent,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_ ("Restore a Backup"));
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  gtk_file_dialog_open (dialog, find_window (parent), cancellable, opened_cb, task);
}

/**
 * ff_backup_file_choose_place_async:
 * @parent: what asks
 * @name: a name for the file
 * @cancellable: (nullable): to give up
 * @callback: called when a place was chosen, or none
 * @user_data: for @callback
 *
 * Asks where a copy is to be.
 */
void
ff_backup_file_choose_place_async (GtkWidget *parent,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = make_dialog (_ ("Keep a Copy"));
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, find_window (parent), cancellable, place_cb, task);
}

/**
 * ff_backup_file_choose_finish:
 * @result: what the callback was given
 * @error: why nothing can be asked or used, a sentence
 *
 * Returns: (transfer full) (nullable): the path; %NULL without an error where nothing was chosen
 */
char *
ff_backup_file_choose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

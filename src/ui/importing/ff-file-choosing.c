/* ff-file-choosing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a file to take in.
 */

#include "ff-config.h"

#include "ff-file-choosing.h"

#include <glib/gi18n-lib.h>

#include "ff-toast.h"

typedef struct
{
  GWeakRef parent;
  FfFileChosen chosen;
  gpointer data;
  GDestroyNotify destroy;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_weak_ref_clear (&choosing->parent);
  if (choosing->destroy != NULL)
    choosing->destroy (choosing->data);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Choosing) choosing = data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&choosing->parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (parent == NULL)
    return;
  if (file != NULL)
    choosing->chosen (parent, file, choosing->data);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_error (parent, error);
}

static GListModel *
list_filters (const char *usual_name, const char *const *suffixes)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) usual = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (usual, usual_name);
  for (gsize i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (usual, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, usual);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

/**
 * ff_file_choosing_ask:
 * @parent: what asks for it
 * @title: of the dialog
 * @usual: what the files that are offered first are called
 * @suffixes: (array zero-terminated=1): theirs
 * @chosen: (scope notified): called once a file is chosen
 * @data: for @chosen
 * @destroy: (nullable): frees @data
 */
void
ff_file_choosing_ask (GtkWidget *parent,
                      const char *title,
                      const char *usual,
                      const char *const *suffixes,
                      FfFileChosen chosen,
                      gpointer data,
                      GDestroyNotify destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (suffixes != NULL && chosen != NULL);

  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters (usual, suffixes);
  GtkRoot *root = gtk_widget_get_root (parent);
  Choosing *choosing = g_new0 (Choosing, 1);

  g_weak_ref_init (&choosing->parent, parent);
  choosing->chosen = chosen;
  choosing->data = data;
  choosing->destroy = destroy;
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen,
                        choosing);
}

/**
 * ff_file_choosing_get_path:
 * @parent: where to tell
 * @file: what somebody chose or let fall
 *
 * Returns: (transfer none) (nullable): its path; %NULL where it is not on this computer, and a toast says so
 */
const char *
ff_file_choosing_get_path (GtkWidget *parent, GFile *file)
{
  const char *path;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);
  if (path == NULL)
    ff_toast_show (parent, _ ("That file is not on this computer. Please copy it here first."));
  return path;
}

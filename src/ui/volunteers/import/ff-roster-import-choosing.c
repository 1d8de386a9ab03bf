/* ff-roster-import-choosing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses the file of volunteers that the dialog takes in.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-import-dialog.h"
#include "ff-toast.h"

typedef struct
{
  GWeakRef parent;
  FfContext *context;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_weak_ref_clear (&choosing->parent);
  g_clear_object (&choosing->context);
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
    ff_roster_import_present (parent, choosing->context, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_error (parent, error);
}

static GListModel *
list_filters (void)
{
  static const char *const suffixes[] = { "csv", "vcf", "vcard", "txt" };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) usual = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (usual, _ ("Tables and address books"));
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (usual, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, usual);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
choose (GtkWidget *parent, FfContext *context)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters ();
  GtkRoot *root = gtk_widget_get_root (parent);
  Choosing *choosing = g_new0 (Choosing, 1);

  g_weak_ref_init (&choosing->parent, parent);
  choosing->context = g_object_ref (context);
  gtk_file_dialog_set_title (dialog, _ ("Import Volunteers"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen,
                        choosing);
}

/**
 * ff_roster_import_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @file: (nullable): a table or vCards; %NULL asks for one
 *
 * Asks what the file leaves open and shows what it would do.
 */
void
ff_roster_import_present (GtkWidget *parent, FfContext *context, GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (file == NULL)
    choose (parent, context);
  else if (g_file_peek_path (file) == NULL)
    ff_toast_show (parent, _ ("That file is not on this computer. Please copy it here first."));
  else
    adw_dialog_present (ff_roster_import_dialog_new (context, g_file_peek_path (file)), parent);
}

/* ff-handout-sharing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own handouts out of files, and any handout as one file to share: its Markdown.
 */

#include "ff-config.h"

#include "ff-handout-sharing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-handout-repository.h"
#include "ff-handout-sharing-private.h"
#include "ff-toast.h"

#define SUFFIX ".md"

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkFileDialog *
make_chooser (const char *title)
{
  GtkFileDialog *chooser = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Handouts in Markdown (.md)"));
  gtk_file_filter_add_mime_type (filter, "text/markdown");
  gtk_file_filter_add_suffix (filter, "md");
  gtk_file_dialog_set_title (chooser, title);
  gtk_file_dialog_set_default_filter (chooser, filter);

  return chooser;
}

/* What is asked for, and by whom. */
typedef struct
{
  GtkWidget *widget; /* (nullable) (weak) */
  FfContext *context;
  char *id; /* (nullable) */
} Request;

static Request *
request_new (GtkWidget *widget, FfContext *context, const char *id)
{
  Request *request = g_new0 (Request, 1);

  g_set_weak_pointer (&request->widget, widget);
  request->context = g_object_ref (context);
  request->id = g_strdup (id);

  return request;
}

static void
request_free (Request *request)
{
  g_clear_weak_pointer (&request->widget);
  g_clear_object (&request->context);
  g_free (request->id);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
tell (Request *request, const GError *error)
{
  if (request->widget != NULL
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_error (request->widget, error);
}

/* --- Import --- */

static void
on_files_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files
      = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files == NULL)
    tell (request, error);
  else if (request->widget != NULL)
    ff_handout_sharing_import_files (request->widget, request->context, files);
}

/**
 * ff_handout_sharing_import:
 * @widget: in the window that asks
 * @context: what a view is handed
 *
 * Asks for files, one or several, and takes them in with ff_handout_sharing_import_files().
 */
void
ff_handout_sharing_import (GtkWidget *widget, FfContext *context)
{
  g_autoptr (GtkFileDialog) chooser = make_chooser (_ ("Import Handouts"));

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));

  gtk_file_dialog_open_multiple (chooser, get_window (widget), NULL, on_files_chosen,
                                 request_new (widget, context, NULL));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer context)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_list_store_append (files, file->data);
  ff_handout_sharing_import_files (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)),
                                   context, G_LIST_MODEL (files));

  return TRUE;
}

/**
 * ff_handout_sharing_accept_drops:
 * @widget: where files can be dropped
 * @context: what a view is handed
 *
 * Files that are dropped there are taken in with ff_handout_sharing_import_files().
 */
void
ff_handout_sharing_accept_drops (GtkWidget *widget, FfContext *context)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), context, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* --- Share, and duplicate --- */

/* In the language that handouts are printed in. (nullable) (transfer full) */
static char *
find_markdown (FfContext *context, const char *id, char **title, GError **error)
{
  g_autofree char *language
      = g_settings_get_string (ff_context_get_settings (context), "handout-language");
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (FfOwnHandout) own = NULL;
  g_autoptr (FfHandout) handout = NULL;

  if (g_str_has_prefix (id, FF_OWN_HANDOUT_PREFIX))
    own = ff_handout_repository_get_own (ff_context_get_store (context), id, error);
  if (own != NULL)
    {
      *title = g_strdup (own->title);
      return g_strdup (own->markdown);
    }
  if (error != NULL && *error != NULL)
    return NULL;

  handout = ff_handout_load (id, catalogue, error);
  if (handout == NULL)
    return NULL;
  *title = g_strdup (ff_handout_get_title (handout));

  return ff_handout_to_markdown (handout);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      tell (request, error);
      return;
    }
  text = g_strdup_printf (_ ("Saved as “%s”"), name);
  if (request->widget != NULL)
    ff_toast_show (request->widget, text);
}

/**
 * ff_handout_sharing_share_to:
 * @widget: in the window that is told how it went
 * @context: what a view is handed
 * @id: a handout’s, built in or own
 * @file: where its Markdown goes, whole or not at all
 */
void
ff_handout_sharing_share_to (GtkWidget *widget, FfContext *context, const char *id, GFile *file)
{
  g_autoptr (Request) request = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *title = NULL;
  char *markdown;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (id != NULL);
  g_return_if_fail (G_IS_FILE (file));

  request = request_new (widget, context, id);
  markdown = find_markdown (context, id, &title, &error);
  if (markdown == NULL)
    {
      tell (request, error);
      return;
    }
  bytes = g_bytes_new_take (markdown, strlen (markdown));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_written, g_steal_pointer (&request));
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    tell (request, error);
  else if (request->widget != NULL)
    ff_handout_sharing_share_to (request->widget, request->context, request->id, file);
}

/**
 * ff_handout_sharing_share:
 * @widget: in the window that asks
 * @context: what a view is handed
 * @id: a handout’s, built in or own
 *
 * Asks for a place, and saves the handout’s Markdown there.
 */
void
ff_handout_sharing_share (GtkWidget *widget, FfContext *context, const char *id)
{
  g_autoptr (GtkFileDialog) chooser = make_chooser (_ ("Share Handout"));
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (id != NULL);

  markdown = find_markdown (context, id, &title, &error);
  if (markdown == NULL)
    {
      ff_toast_error (widget, error);
      return;
    }
  name = g_strconcat (g_strdelimit (title, "/\\:*?\"<>|", '-'), SUFFIX, NULL);
  gtk_file_dialog_set_initial_name (chooser, name);
  gtk_file_dialog_save (chooser, get_window (widget), NULL, on_place_chosen,
                        request_new (widget, context, id));
}

static gboolean
is_taken (GPtrArray *own, const char *title)
{
  for (guint i = 0; own != NULL && i < own->len; i++)
    if (g_str_equal (((FfOwnHandout *) g_ptr_array_index (own, i))->title, title))
      return TRUE;

  return FALSE;
}

char *
ff_handout_sharing_make_title (FfContext *context, const char *title)
{
  g_autoptr (GPtrArray) own = ff_handout_repository_list_own (ff_context_get_store (context), NULL);
  /* Translators: the title of a handout that was made from another one; %s is that one’s */
  char *copy = g_strdup_printf (_ ("%s (copy)"), title);

  for (guint i = 2; is_taken (own, copy); i++)
    {
      g_free (copy);
      /* Translators: the title of a handout that was made from another one, and how many there are by now */
      copy = g_strdup_printf (_ ("%s (copy %u)"), title, i);
    }

  return copy;
}

/**
 * ff_handout_sharing_duplicate:
 * @context: what a view is handed
 * @id: a handout’s, built in or own
 * @error: where to say that there is none
 *
 * Returns: (transfer full) (nullable): its Markdown under a title that says it is a copy, for ff_handout_editor_new()
 */
char *
ff_handout_sharing_duplicate (FfContext *context, const char *id, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *copy = NULL;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  markdown = find_markdown (context, id, &title, error);
  if (markdown == NULL)
    return NULL;
  copy = ff_handout_sharing_make_title (context, title);

  return ff_handout_retitle_markdown (markdown, copy);
}

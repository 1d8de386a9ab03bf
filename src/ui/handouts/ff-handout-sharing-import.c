/* ff-handout-sharing-import.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking files in: what to do where a title is there already, and what is told in the end.
 */

#include "ff-config.h"

#include "ff-handout-sharing-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-handout-repository.h"
#include "ff-handout-sharing-reading.h"
#include "ff-toast.h"

/* How much is told of a file that is refused. */
#define MAX_SHOWN 5

/* One import, from the files to what is told. */
typedef struct
{
  GtkWidget *widget; /* (nullable) (weak) */
  FfContext *context;
  GPtrArray *files;   /* (element-type FfSharedFile) */
  guint next;         /* of the files */
  FfOwnHandout *same; /* (nullable): has the title of the next file */
  guint n_waiting;    /* saves */
  guint n_saved;
} Import;

static void
import_free (Import *import)
{
  g_clear_weak_pointer (&import->widget);
  g_clear_object (&import->context);
  g_clear_pointer (&import->files, g_ptr_array_unref);
  g_clear_pointer (&import->same, ff_own_handout_free);
  g_free (import);
}

static void go_on (Import *import);

/* --- What is told in the end --- */

static GtkWidget *
make_refused_row (const FfSharedFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (file->problems->len, MAX_SHOWN); i++)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (file->problems, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (problem->line > 0)
        g_string_append_printf (text, _ ("Line %u: %s"), problem->line, problem->text);
      else
        g_string_append (text, problem->text);
    }
  if (file->problems->len > MAX_SHOWN)
    {
      guint n = file->problems->len - MAX_SHOWN;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("And %u more", "And %u more", n), n);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), file->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
tell_refused (Import *import, guint n)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  AdwDialog *dialog;
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u File Was Not Imported", "%u Files Were Not Imported", n), n);

  dialog = adw_alert_dialog_new (title, _ ("Mend what is named here, and import them again."));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < import->files->len; i++)
    {
      const FfSharedFile *file = g_ptr_array_index (import->files, i);

      if (file->problems->len > 0)
        gtk_list_box_append (GTK_LIST_BOX (list), make_refused_row (file));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), scroller);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, import->widget);
}

static void
finish (Import *import)
{
  guint n_refused = 0;

  for (guint i = 0; i < import->files->len; i++)
    n_refused += ((FfSharedFile *) g_ptr_array_index (import->files, i))->problems->len > 0 ? 1 : 0;
  if (import->widget != NULL && import->n_saved > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u handout imported",
                                                         "%u handouts imported", import->n_saved),
                                               import->n_saved);

      ff_toast_show (import->widget, text);
    }
  if (import->widget != NULL && n_refused > 0)
    tell_refused (import, n_refused);
  import_free (import);
}

/* --- Saving --- */

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;
  g_autoptr (GError) error = NULL;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    import->n_saved++;
  else if (import->widget != NULL)
    ff_toast_error (import->widget, error);
  go_on (import);
}

/* @uid: (nullable): of the one that it replaces */
static void
save (Import *import, const char *uid, const char *title, const char *markdown)
{
  g_autofree char *new_uid = g_uuid_string_random ();
  const FfOwnHandout own = {
    .uid = (char *) (uid != NULL ? uid : new_uid),
    .title = (char *) title,
    .markdown = (char *) markdown,
  };

  ff_handout_repository_save_own_async (ff_context_get_store (import->context), &own, on_saved,
                                        import);
}

static FfSharedFile *
take_next (Import *import)
{
  return g_ptr_array_index (import->files, import->next++);
}

/* --- A title that is there already --- */

static void
keep_both (Import *import)
{
  const FfSharedFile *file = take_next (import);
  g_autofree char *title = ff_handout_sharing_make_title (import->context, file->title);
  g_autofree char *markdown = ff_handout_retitle_markdown (file->markdown, title);

  save (import, NULL, title, markdown);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "both"))
    keep_both (import);
  else if (g_str_equal (answer, "replace"))
    {
      const FfSharedFile *file = take_next (import);

      save (import, import->same->uid, file->title, file->markdown);
    }
  else
    {
      import->next++;
      go_on (import);
    }
}

static void
ask (Import *import, const FfSharedFile *file)
{
  AdwDialog *question = adw_alert_dialog_new (NULL, NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (question);

  adw_alert_dialog_set_heading (alert, _ ("This Handout Is There Already"));
  /* Translators: the name of a file, and the title of a handout */
  adw_alert_dialog_format_body (alert, _ ("“%s” has the title of a handout of yours: “%s”."),
                                file->name, file->title);
  adw_alert_dialog_add_responses (alert, "skip", _ ("_Skip"), "replace", _ ("_Replace Mine"),
                                  "both", _ ("Keep _Both"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "both", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "both");
  adw_alert_dialog_set_close_response (alert, "skip");
  adw_alert_dialog_choose (alert, import->widget, NULL, on_answer, import);
}

/* (nullable) (transfer full) */
static FfOwnHandout *
find_same (Import *import, const char *title)
{
  g_autoptr (GPtrArray) own
      = ff_handout_repository_list_own (ff_context_get_store (import->context), NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (g_str_equal (((FfOwnHandout *) g_ptr_array_index (own, i))->title, title))
      return g_ptr_array_steal_index (own, i);

  return NULL;
}

/* --- One file after the other --- */

static void
take_in (Import *import, const FfSharedFile *file)
{
  g_clear_pointer (&import->same, ff_own_handout_free);
  import->same = find_same (import, file->title);
  if (import->same == NULL)
    {
      import->next++;
      save (import, NULL, file->title, file->markdown);
    }
  else if (g_str_equal (import->same->markdown, file->markdown))
    {
      /* The very same: there is nothing to do and nothing to ask. */
      import->next++;
      go_on (import);
    }
  else
    ask (import, file);
}

static void
go_on (Import *import)
{
  while (import->next < import->files->len)
    {
      const FfSharedFile *file = g_ptr_array_index (import->files, import->next);

      if (file->problems->len == 0 && import->widget != NULL)
        {
          take_in (import, file);
          return;
        }
      import->next++;
    }
  finish (import);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;

  import->files = ff_shared_files_read_finish (G_LIST_MODEL (source), result);
  go_on (import);
}

/**
 * ff_handout_sharing_import_files:
 * @widget: in the window that is told how it went
 * @context: what a view is handed
 * @files: (element-type GFile): files of Markdown
 *
 * Every file that is right becomes a handout; of one that is not, nothing is taken in, and it is said where it is wrong. Where there
 * is a handout of the same title, the person is asked.
 */
void
ff_handout_sharing_import_files (GtkWidget *widget, FfContext *context, GListModel *files)
{
  Import *import;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  import = g_new0 (Import, 1);
  g_set_weak_pointer (&import->widget, widget);
  import->context = g_object_ref (context);
  ff_shared_files_read_async (files, on_read, import);
}

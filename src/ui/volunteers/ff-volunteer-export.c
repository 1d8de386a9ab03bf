/* ff-volunteer-export.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a volunteer, for them, in a file that is not called by their name.
 */

#include "ff-config.h"

#include "ff-volunteer-export.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-roster-export.h"
#include "ff-roster-repository.h"
#include "ff-toast.h"
#include "ff-volunteer-repository.h"

typedef struct
{
  GtkWidget *widget;
  FfContext *context;
  FfVolunteer *volunteer;
  GFile *file; /* (nullable) until it is chosen */
  gboolean as_vcard;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->widget);
  g_clear_object (&export->context);
  g_clear_object (&export->volunteer);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* Its window may have been closed meanwhile. */
static gboolean
is_there (Export *export)
{
  return gtk_widget_get_root (export->widget) != NULL;
}

/* --- Writing --- */

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  gboolean written = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  if (!is_there (export))
    return;
  if (written)
    ff_toast_show (export->widget, _ ("Saved for them"));
  else
    ff_toast_error (export->widget, error);
}

static void
write_text (Export *export, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_file_replace_contents_bytes_async (export->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                       NULL, on_written, export);
}

static void
on_recorded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  char *json = ff_volunteer_repository_get_record_finish (FF_STORE (source), result, &error);

  if (json != NULL)
    write_text (g_steal_pointer (&export), json);
  else if (is_there (export))
    ff_toast_error (export->widget, error);
}

/* (transfer full) (nullable) */
static FfRosterKnown *
make_known (FfStore *store, GPtrArray *programmes, const char *zone, GError **error)
{
  g_autoptr (FfRoster) roster = ff_roster_new ();
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, error);
  g_autoptr (GPtrArray) roles
      = groups != NULL ? ff_roster_repository_list_roles (store, error) : NULL;
  g_autoptr (GPtrArray) requirements
      = roles != NULL ? ff_roster_repository_list_requirements (store, error) : NULL;

  if (requirements == NULL)
    return NULL;
  for (guint i = 0; i < roles->len; i++)
    ff_roster_take_role (roster, g_object_ref (g_ptr_array_index (roles, i)));
  for (guint i = 0; i < requirements->len; i++)
    ff_roster_take_requirement (roster, g_object_ref (g_ptr_array_index (requirements, i)));
  return ff_roster_known_new (roster, groups, programmes, zone);
}

static void
write_vcard (Export *export)
{
  g_autoptr (Export) owned = export;
  g_autoptr (GPtrArray) volunteers = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRosterKnown) known
      = make_known (ff_context_get_store (export->context),
                    ff_context_get_programmes (export->context),
                    ff_volunteer_get_text (export->volunteer, FF_VOLUNTEER_ZONE), &error);

  if (known == NULL)
    {
      ff_toast_error (export->widget, error);
      return;
    }
  g_ptr_array_add (volunteers, export->volunteer);
  write_text (g_steal_pointer (&owned), ff_vcard_write (volunteers, known, FF_ROSTER_ALL));
}

/* --- Asking --- */

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (!is_there (export))
    return;
  if (export->file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        ff_toast_error (export->widget, error);
      return;
    }
  if (export->as_vcard)
    {
      write_vcard (g_steal_pointer (&export));
      return;
    }

  FfStore *store = ff_context_get_store (export->context);
  const char *uid = ff_volunteer_get_uid (export->volunteer);
  ff_volunteer_repository_get_record_async (store, uid, NULL, on_recorded,
                                            g_steal_pointer (&export));
}

static void
ask_for_file (Export *export)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  /* Translators: what a file is called at first that holds what is kept of a volunteer; no name in it */
  g_autofree char *name
      = g_strconcat (_ ("Volunteer record"), export->as_vcard ? ".vcf" : ".json", NULL);
  GtkRoot *root = gtk_widget_get_root (export->widget);

  gtk_file_dialog_set_title (dialog, export->as_vcard ? _ ("Save as vCard") : _ ("Save as JSON"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        on_file_chosen, export);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "cancel") || !is_there (export))
    return;
  export->as_vcard = g_str_equal (answer, "vcard");
  ask_for_file (g_steal_pointer (&export));
}

/**
 * ff_volunteer_export:
 * @widget: what asks for it; its window is the dialog's parent, and the outcome is told there
 * @context: what a view is handed
 * @volunteer: whose it is
 */
void
ff_volunteer_export (GtkWidget *widget, FfContext *context, FfVolunteer *volunteer)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_VOLUNTEER (volunteer));

  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Export for Them?"),
      _ ("All that is kept of this volunteer goes into one file, for them to take along. It is "
         "not protected by a passphrase: whoever has the file can read it.\n\nThe name that is "
         "proposed for the file does not say whose it is.")));
  Export *export = g_new0 (Export, 1);

  export->widget = g_object_ref (widget);
  export->context = g_object_ref (context);
  export->volunteer = g_object_ref (volunteer);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "vcard", _ ("Save as _vCard…"),
                                  "json", _ ("Save as _JSON…"), NULL);
  adw_alert_dialog_set_default_response (alert, "json");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, widget, NULL, on_answered, export);
}

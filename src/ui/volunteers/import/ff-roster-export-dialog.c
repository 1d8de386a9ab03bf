/* ff-roster-export-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes volunteers into a file that only its owner may read, having said what of them leaves.
 */

#include "ff-config.h"

#include "ff-roster-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-roster-export.h"
#include "ff-roster-reading.h"
#include "ff-thread.h"
#include "ff-toast.h"

struct _FfRosterExportDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  GPtrArray *groups; /* (element-type FfGroup) */
  gboolean saving;

  AdwToastOverlay *overlay;
  AdwPreferencesGroup *extent_group;
  AdwComboRow *format_row;
  AdwComboRow *group_row;
  AdwSwitchRow *all_row;
};

G_DEFINE_FINAL_TYPE (FfRosterExportDialog, ff_roster_export_dialog, ADW_TYPE_DIALOG)

/* What is written, once the roster is read. */
typedef struct
{
  FfRosterExportDialog *dialog;
  char *path;
  char *group;
  gboolean is_vcard;
  FfRosterExtent extent;
  FfRosterKnown *known;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_object (&writing->dialog);
  g_clear_pointer (&writing->known, ff_roster_known_unref);
  g_free (writing->path);
  g_free (writing->group);
  g_free (writing);
}

/* --- Choices --- */

static void
extent_chosen_cb (FfRosterExportDialog *self)
{
  adw_preferences_group_set_description (
      self->extent_group,
      adw_switch_row_get_active (self->all_row)
          ? _ ("The file holds all that is kept of each volunteer, also notes, emergency contacts, "
               "absences and trainings. Keep it where only those who need it can read it.")
          : _ ("The file holds names, pronouns, mail, phone, languages, time zones, roles and "
               "groups; "
               "no notes, emergency contacts, absences or trainings."));
}

static void
list_groups (FfRosterExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->groups = ff_group_repository_list (ff_context_get_store (self->context), NULL);
  if (self->groups == NULL)
    self->groups = g_ptr_array_new ();
  gtk_string_list_append (names, _ ("All groups"));
  for (guint i = 0; i < self->groups->len; i++)
    gtk_string_list_append (names, ff_group_get_name (g_ptr_array_index (self->groups, i)));
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
}

/* (nullable): uid */
static const char *
get_group (FfRosterExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->group_row);

  if (selected == 0 || selected > self->groups->len)
    return NULL;
  return ff_group_get_uid (g_ptr_array_index (self->groups, selected - 1));
}

/* --- Writing --- */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Writing *writing = data;
  g_autoptr (GPtrArray) volunteers = ff_roster_export_list (writing->known, writing->group);
  g_autofree char *text
      = (writing->is_vcard ? ff_vcard_write : ff_roster_csv_write) (volunteers, writing->known,
                                                                    writing->extent);
  g_autofree char *name = g_filename_display_name (writing->path);
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents_full (writing->path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &reason))
    g_task_return_int (task, (gssize) volunteers->len);
  else
    g_task_return_new_error (task, reason->domain, reason->code,
                             _ ("“%s” could not be saved; choose another place. (%s)"), name,
                             reason->message);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterExportDialog) self = g_object_ref (FF_ROSTER_EXPORT_DIALOG (source));
  g_autoptr (GError) error = NULL;
  const gssize n = g_task_propagate_int (G_TASK (result), &error);
  g_autofree char *text = g_strdup_printf (
      ngettext ("Saved %d volunteer", "Saved %d volunteers", (gulong) MAX (n, 0)), (int) n);

  self->saving = FALSE;
  /* Closed in the meantime. */
  if (self->overlay == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster-export.save", TRUE);
  if (error != NULL)
    ff_toast_error (GTK_WIDGET (self->group_row), error);
  else
    ff_toast_show (GTK_WIDGET (self->group_row), text);
}

static void
on_known (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Writing *writing = g_task_get_task_data (task);
  GError *error = NULL;

  writing->known = ff_roster_known_load_finish (FF_STORE (source), result, &error);
  if (writing->known != NULL)
    ff_thread_run (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * ff_roster_export_dialog_save:
 * @self: the dialog
 * @path: of the file
 *
 * Writes the volunteers as they are chosen.
 */
void
ff_roster_export_dialog_save (FfRosterExportDialog *self, const char *path)
{
  GTask *task;
  Writing *writing;

  g_return_if_fail (FF_IS_ROSTER_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL && !self->saving);

  task = g_task_new (self, NULL, on_written, NULL);
  writing = g_new0 (Writing, 1);
  self->saving = TRUE;
  writing->path = g_strdup (path);
  writing->group = g_strdup (get_group (self));
  writing->is_vcard = adw_combo_row_get_selected (self->format_row) == 1;
  writing->extent = adw_switch_row_get_active (self->all_row) ? FF_ROSTER_ALL : FF_ROSTER_CONTACTS;
  g_task_set_task_data (task, writing, writing_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster-export.save", FALSE);
  ff_roster_known_load_async (ff_context_get_store (self->context), NULL, on_known, task);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->overlay == NULL || self->saving)
    return;
  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        ff_toast_error (GTK_WIDGET (self->group_row), error);
    }
  else if (g_file_peek_path (file) == NULL)
    ff_toast_show (GTK_WIDGET (self->group_row),
                   _ ("That place is not on this computer. Please choose a folder here."));
  else
    ff_roster_export_dialog_save (self, g_file_peek_path (file));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterExportDialog *self = FF_ROSTER_EXPORT_DIALOG (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name
      = g_strconcat (_ ("Volunteers"),
                     adw_combo_row_get_selected (self->format_row) == 1 ? ".vcf" : ".csv", NULL);

  gtk_file_dialog_set_title (dialog, _ ("Export Volunteers"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen,
                        g_object_ref (self));
}

/* --- The dialog --- */

static void
ff_roster_export_dialog_dispose (GObject *object)
{
  FfRosterExportDialog *self = FF_ROSTER_EXPORT_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROSTER_EXPORT_DIALOG);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_roster_export_dialog_parent_class)->dispose (object);
}

static void
ff_roster_export_dialog_class_init (FfRosterExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_roster_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-roster-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRosterExportDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, FfRosterExportDialog, extent_group);
  gtk_widget_class_bind_template_child (widget_class, FfRosterExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, FfRosterExportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfRosterExportDialog, all_row);
  gtk_widget_class_bind_template_callback (widget_class, extent_chosen_cb);
  gtk_widget_class_install_action (widget_class, "roster-export.save", NULL, save_action);
}

static void
ff_roster_export_dialog_init (FfRosterExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_roster_export_dialog_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_roster_export_dialog_new (FfContext *context)
{
  FfRosterExportDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_ROSTER_EXPORT_DIALOG, NULL);
  self->context = g_object_ref (context);
  list_groups (self);
  extent_chosen_cb (self);
  return ADW_DIALOG (self);
}

/**
 * ff_roster_export_present:
 * @parent: what asks for it
 * @context: what a view is handed
 */
void
ff_roster_export_present (GtkWidget *parent, FfContext *context)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  adw_dialog_present (ff_roster_export_dialog_new (context), parent);
}

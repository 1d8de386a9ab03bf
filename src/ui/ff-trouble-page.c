/* ff-trouble-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown instead of the views where the store cannot be opened, and what can be done about it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-backup.h"
#include "ff-format.h"
#include "ff-store-error.h"
#include "ff-toast.h"
#include "ff-trouble-page.h"

struct _FfTroublePage
{
  AdwBin parent_instance;

  char *folder;

  AdwStatusPage *status;
  AdwPreferencesGroup *backup_group;
  AdwActionRow *folder_row;
  AdwActionRow *detail_row;
  GtkWidget *again_button;
};

G_DEFINE_FINAL_TYPE (FfTroublePage, ff_trouble_page, ADW_TYPE_BIN)

typedef struct
{
  const char *icon_name;
  const char *title;
  const char *description;
  gboolean may_pass; /* trying again can help */
  gboolean offers_backups;
} Trouble;

static Trouble
describe (const GError *error)
{
  if (error->domain != FF_STORE_ERROR)
    return (Trouble) { "dialog-error-symbolic", _ ("Something Went Wrong"),
                       _ ("Fourfold could not start. Nothing was changed."), TRUE, FALSE };

  switch ((FfStoreError) error->code)
    {
    case FF_STORE_ERROR_IN_USE:
      return (Trouble) { "system-lock-screen-symbolic", _ ("Open Somewhere Else"),
                         _ ("Another Fourfold is working with this folder. Close it there, then "
                            "try again."),
                         TRUE, FALSE };

    case FF_STORE_ERROR_NEWER:
      return (Trouble) { "software-update-available-symbolic", _ ("A Newer Fourfold Is Needed"),
                         _ ("Your groups were last saved by a newer version. Update Fourfold the "
                            "way it was installed, then open it again. Nothing was changed."),
                         FALSE, FALSE };

    case FF_STORE_ERROR_FOREIGN:
      return (Trouble) { "dialog-question-symbolic", _ ("Not a Fourfold File"),
                         _ ("A file where your groups should be was not made by Fourfold, or is "
                            "protected in a way that this version cannot read. It was left as it "
                            "is. Move it somewhere else, then try again."),
                         TRUE, TRUE };

    case FF_STORE_ERROR_DAMAGED:
      return (Trouble) { "dialog-warning-symbolic", _ ("Your Groups Cannot Be Read"),
                         _ ("The file with your groups is damaged. Fourfold left it as it is. You "
                            "can go back to a backup; the damaged file is then kept beside it "
                            "under another name."),
                         TRUE, TRUE };

    case FF_STORE_ERROR_KEY_DAMAGED:
    case FF_STORE_ERROR_KEY_FOREIGN:
      return (Trouble) { "dialog-password-symbolic", _ ("The Key Does Not Fit"),
                         _ ("The file fourfold.key, which opens your groups together with your "
                            "passphrase, is damaged, missing or that of other data. Put the right "
                            "one back, or go back to a backup. Nothing was changed."),
                         TRUE, TRUE };

    case FF_STORE_ERROR_NO_ENCRYPTION:
      return (Trouble) { "dialog-password-symbolic", _ ("Another Fourfold Is Needed"),
                         _ ("Your groups are protected by a passphrase, and this Fourfold was "
                            "built without encryption. Open them with one that has it. Nothing "
                            "was changed."),
                         FALSE, FALSE };

    case FF_STORE_ERROR_READ_ONLY:
      return (Trouble) { "changes-prevent-symbolic", _ ("Nothing Can Be Saved Here"),
                         _ ("Fourfold may not write in this folder. Give your account permission "
                            "to write there, then try again."),
                         TRUE, FALSE };

    case FF_STORE_ERROR_FULL:
      return (Trouble) { "drive-harddisk-symbolic", _ ("The Disk Is Full"),
                         _ ("There is no room to save anything. Make some room on the disk, then "
                            "try again. What was saved is still there."),
                         TRUE, FALSE };

    case FF_STORE_ERROR_REFUSED:
    case FF_STORE_ERROR_LOCKED:
    case FF_STORE_ERROR_WRONG_PASSPHRASE:
    case FF_STORE_ERROR_TOO_SOON:
    case FF_STORE_ERROR_FAILED:
    default:
      return (Trouble) { "dialog-error-symbolic", _ ("Your Groups Could Not Be Opened"),
                         _ ("Something unexpected happened. What was saved was left as it is."),
                         TRUE, FALSE };
    }
}

static char *
describe_contents (const FfBackup *backup)
{
  g_autofree char *groups = NULL;
  g_autofree char *check_ins = NULL;

  groups = g_strdup_printf (ngettext ("%u group", "%u groups", backup->groups), backup->groups);
  check_ins = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", backup->check_ins),
                               backup->check_ins);

  /* Translators: what a backup holds, like “2 groups, 310 check-ins” */
  return g_strdup_printf (C_ ("backup", "%1$s, %2$s"), groups, check_ins);
}

typedef struct
{
  char *folder;
  char *path;
} Restore;

static void
restore_free (Restore *restore)
{
  g_free (restore->folder);
  g_free (restore->path);
  g_free (restore);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Restore *restore = task_data;
  g_autofree char *set_aside = NULL;
  GError *error = NULL;

  if (ff_backup_restore (restore->folder, restore->path, NULL, &set_aside, &error))
    g_task_return_pointer (task, g_steal_pointer (&set_aside), g_free);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfTroublePage *self = FF_TROUBLE_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *set_aside = g_task_propagate_pointer (G_TASK (result), &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (error != NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }

  if (set_aside != NULL)
    {
      g_autofree char *name = g_filename_display_basename (set_aside);
      /* Translators: %s is a file name */
      g_autofree char *text
          = g_strdup_printf (_ ("Backup restored. What was there is kept as “%s”."), name);

      ff_toast_show (GTK_WIDGET (self), text);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "app.try-again", NULL);
}

static void
restore_clicked_cb (FfTroublePage *self, GtkButton *button)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, restored_cb, NULL);
  Restore *restore = g_new0 (Restore, 1);

  restore->folder = g_strdup (self->folder);
  restore->path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));
  g_task_set_task_data (task, restore, (GDestroyNotify) restore_free);

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_task_run_in_thread (task, restore_in_thread);
}

static void
add_backup (FfTroublePage *self, const FfBackup *backup, GDateTime *now)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore"));
  g_autoptr (GDateTime) made = g_date_time_to_local (backup->made);
  g_autofree char *when = ff_format_when (made, now);
  g_autofree char *contents = describe_contents (backup);
  /* Translators: what a button is called for people who do not see it; when the backup was made follows */
  g_autofree char *name = g_strdup_printf (_ ("Restore the backup: %s"), when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), contents);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  adw_preferences_group_add (self->backup_group, row);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ff_backup_list (task_data, NULL),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfTroublePage *self = FF_TROUBLE_PAGE (source);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint i = 0; i < backups->len; i++)
    add_backup (self, g_ptr_array_index (backups, i), now);

  adw_preferences_group_set_description (
      self->backup_group,
      backups->len > 0
          ? _ ("What was written after a backup was made is not in it.")
          : _ ("There is no readable backup in this folder. If you kept a copy of the folder or "
               "of a backup elsewhere, put it there and try again."));
  gtk_widget_set_visible (GTK_WIDGET (self->backup_group), TRUE);
}

static void
list_backups (FfTroublePage *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, listed_cb, NULL);

  g_task_set_task_data (task, g_strdup (self->folder), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

static void
ff_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_TROUBLE_PAGE);

  G_OBJECT_CLASS (ff_trouble_page_parent_class)->dispose (object);
}

static void
ff_trouble_page_finalize (GObject *object)
{
  FfTroublePage *self = FF_TROUBLE_PAGE (object);

  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (ff_trouble_page_parent_class)->finalize (object);
}

static void
ff_trouble_page_class_init (FfTroublePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_trouble_page_dispose;
  object_class->finalize = ff_trouble_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, backup_group);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, detail_row);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, again_button);
}

static void
ff_trouble_page_init (FfTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder_row), FALSE);
}

/**
 * ff_trouble_page_new:
 * @folder: the data folder
 * @error: why it could not be opened
 *
 * Says what happened, where, and what can be done.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
ff_trouble_page_new (const char *folder, const GError *error)
{
  FfTroublePage *self;
  Trouble trouble;
  g_autofree char *display_name = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (FF_TYPE_TROUBLE_PAGE, NULL);
  self->folder = g_strdup (folder);

  trouble = describe (error);
  adw_status_page_set_icon_name (self->status, trouble.icon_name);
  adw_status_page_set_title (self->status, trouble.title);
  adw_status_page_set_description (self->status, trouble.description);
  gtk_widget_set_visible (self->again_button, trouble.may_pass);

  display_name = g_filename_display_name (folder);
  adw_action_row_set_subtitle (self->folder_row, display_name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->detail_row), error->message);
  if (trouble.offers_backups)
    list_backups (self);

  return GTK_WIDGET (self);
}

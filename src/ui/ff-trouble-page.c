/* ff-trouble-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown instead of the views where the store cannot be opened, and what can be done about it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-backup-file.h"
#include "ff-backup-look.h"
#include "ff-backup-row.h"
#include "ff-backups-reading.h"
#include "ff-restore.h"
#include "ff-store-error.h"
#include "ff-toast.h"
#include "ff-trouble-page.h"

struct _FfTroublePage
{
  AdwBin parent_instance;

  char *folder;
  FfSecret *secret; /* (nullable): that of the backup which is being restored */

  AdwStatusPage *status;
  GtkWidget *backup_group;
  AdwPreferencesGroup *list_group;
  AdwActionRow *folder_row;
  AdwActionRow *detail_row;
  GtkWidget *again_button;
  GtkWidget *anew_button;
};

enum
{
  RESTORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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

    case FF_STORE_ERROR_MISSING:
      return (Trouble) { "edit-find-symbolic", _ ("Your Groups Are Not Here"),
                         _ ("The file with your groups is gone from this folder, but backups of it "
                            "are there. Go back to one of them, or begin anew; the backups stay "
                            "then, too."),
                         TRUE, TRUE };

    case FF_STORE_ERROR_LOCKED:
    case FF_STORE_ERROR_WRONG_PASSPHRASE:
    case FF_STORE_ERROR_TOO_SOON:
    case FF_STORE_ERROR_REFUSED:
    case FF_STORE_ERROR_FAILED:
    default:
      return (Trouble) { "dialog-error-symbolic", _ ("Your Groups Could Not Be Opened"),
                         _ ("Something unexpected happened. What was saved was left as it is."),
                         TRUE, FALSE };
    }
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfTroublePage) self = FF_TROUBLE_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_restored = ff_restore_finish (result, &text, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!is_restored)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  ff_toast_show (GTK_WIDGET (self), text);
  g_signal_emit (self, signals[RESTORED], 0, self->secret);
}

static void
restore_cb (FfTroublePage *self, const char *path, FfSecret *secret)
{
  g_clear_pointer (&self->secret, ff_secret_unref);
  self->secret = secret != NULL ? ff_secret_ref (secret) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  ff_restore_async (self->folder, ff_restore_new (path, secret), restored_cb, g_object_ref (self));
}

static void
look_at (FfTroublePage *self, const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  AdwDialog *look = ff_backup_look_new (self->folder, path, NULL, now);

  g_signal_connect_object (look, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (look, GTK_WIDGET (self));
}

static void
row_restore_cb (FfTroublePage *self, FfBackupRow *row)
{
  look_at (self, ff_backup_row_get_path (row));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfTroublePage) self = FF_TROUBLE_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ff_backup_file_choose_finish (result, &error);

  if (self->backup_group == NULL)
    return;
  if (path != NULL)
    look_at (self, path);
  else if (error != NULL)
    ff_toast_error (GTK_WIDGET (self), error);
}

static void
file_activated_cb (FfTroublePage *self)
{
  ff_backup_file_choose_async (GTK_WIDGET (self), NULL, file_chosen_cb, g_object_ref (self));
}

static void
add_backup (FfTroublePage *self, const FfBackup *backup, GDateTime *now)
{
  GtkWidget *row = ff_backup_row_new (backup, now, FALSE);

  g_signal_connect_object (row, "restore", G_CALLBACK (row_restore_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->list_group, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfTroublePage) self = FF_TROUBLE_PAGE (user_data);
  g_autoptr (FfBackupsReading) reading = ff_backups_reading_finish (result, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (self->backup_group == NULL || reading == NULL)
    return;
  for (guint i = 0; i < reading->backups->len; i++)
    add_backup (self, g_ptr_array_index (reading->backups, i), now);
  adw_preferences_group_set_description (
      self->list_group,
      reading->backups->len > 0
          ? _ ("What was written after a backup was made is not in it.")
          : _ ("There is no readable backup in this folder. If you kept a copy elsewhere, restore "
               "it from its file."));
  gtk_widget_set_visible (self->backup_group, TRUE);
}

static void
begin_anew_clicked_cb (FfTroublePage *self)
{
  g_autoptr (GError) error = NULL;

  if (ff_backup_begin_anew (self->folder, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.try-again", NULL);
  else
    ff_toast_error (GTK_WIDGET (self), error);
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
  g_clear_pointer (&self->secret, ff_secret_unref);

  G_OBJECT_CLASS (ff_trouble_page_parent_class)->finalize (object);
}

static void
ff_trouble_page_class_init (FfTroublePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_trouble_page_dispose;
  object_class->finalize = ff_trouble_page_finalize;

  signals[RESTORED] = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, FF_TYPE_SECRET);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, backup_group);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, list_group);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, detail_row);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, FfTroublePage, anew_button);
  gtk_widget_class_bind_template_callback (widget_class, file_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_anew_clicked_cb);
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
  gtk_widget_set_visible (self->anew_button,
                          g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_MISSING));

  display_name = g_filename_display_name (folder);
  adw_action_row_set_subtitle (self->folder_row, display_name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->detail_row), error->message);
  if (trouble.offers_backups)
    ff_backups_reading_async (folder, NULL, NULL, listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

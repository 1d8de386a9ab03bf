/* ff-backups-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The backups that there are: to copy elsewhere, and to go back to.
 */

#include "ff-config.h"

#include "ff-backups-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-backup-file.h"
#include "ff-backup-look.h"
#include "ff-backup-row.h"
#include "ff-backups-reading.h"
#include "ff-copying.h"
#include "ff-format.h"
#include "ff-toast.h"

#define PROGRESS_INTERVAL 100 /* ms */

struct _FfBackupsDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  GCancellable *cancellable; /* of what reads, or asks for a file */
  GCancellable *copying;     /* (nullable) */
  char *wanted; /* (nullable): the backup of which a copy is asked for; NULL: what is there now */
  guint progress_source;
  int permille; /* atomic; below 0 while nobody knows */

  AdwToastOverlay *overlay;
  AdwActionRow *last_row;
  GtkWidget *copy_row;
  GtkWidget *progress_row;
  GtkProgressBar *progress_bar;
  AdwPreferencesGroup *list_group;
  GtkWidget *spinner;
};

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfBackupsDialog, ff_backups_dialog, ADW_TYPE_DIALOG)

static FfStore *
get_store (FfBackupsDialog *self)
{
  return ff_context_get_store (self->context);
}

static GDateTime *
dup_now (FfBackupsDialog *self)
{
  return ff_clock_get_now (ff_context_get_clock (self->context));
}

static void
show_last (FfBackupsDialog *self)
{
  gint64 last = g_settings_get_int64 (ff_context_get_settings (self->context), "copy-elsewhere");
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (GDateTime) then = last > 0 ? g_date_time_new_from_unix_local (last) : NULL;
  g_autofree char *text
      = then != NULL ? ff_format_date (then, now) : g_strdup (C_ ("last copy", "None yet"));

  adw_action_row_set_subtitle (self->last_row, text);
}

/* --- Copies --- */

static gboolean
show_progress (gpointer data)
{
  FfBackupsDialog *self = data;
  int permille = g_atomic_int_get (&self->permille);

  if (permille < 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, permille / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
set_copying (FfBackupsDialog *self, gboolean is_copying)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->copying);
  if (is_copying)
    {
      self->copying = g_cancellable_new ();
      self->progress_source = g_timeout_add (PROGRESS_INTERVAL, show_progress, self);
    }
  if (self->progress_row == NULL)
    return;
  gtk_widget_set_visible (self->progress_row, is_copying);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.copy", !is_copying);
}

/* Only the person knows whether something carries files on from there. */
static void
synchronized_cb (FfBackupsDialog *self)
{
  ff_copying_remember (self->context);
}

static void
tell_same_disk (FfBackupsDialog *self)
{
  AdwToast *toast = adw_toast_new (_ ("Copied, but to the same disk as your groups."));

  /* Translators: the place of a copy is a folder that Nextcloud or the like carries to other computers */
  adw_toast_set_button_label (toast, _ ("It Is _Synchronized"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (synchronized_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static void
tell_copied (FfBackupsDialog *self, FfCopyPlace place)
{
  switch (place)
    {
    case FF_COPY_AMONG_BACKUPS:
      ff_toast_show (GTK_WIDGET (self->overlay),
                     _ ("Copied, but into the folder of your groups, which is no other place."));
      break;
    case FF_COPY_SAME_DISK:
      tell_same_disk (self);
      break;
    case FF_COPY_ELSEWHERE:
      ff_copying_remember (self->context);
      ff_toast_show (GTK_WIDGET (self->overlay), _ ("Copied."));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfBackupsDialog) self = FF_BACKUPS_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  FfCopyPlace place;
  gboolean is_copied = ff_copying_finish (result, &place, &error);

  set_copying (self, FALSE);
  /* Closed in the meantime. */
  if (self->overlay == NULL)
    return;
  if (is_copied)
    tell_copied (self, place);
  else
    ff_toast_error (GTK_WIDGET (self->overlay), error);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfBackupsDialog) self = FF_BACKUPS_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ff_backup_file_choose_finish (result, &error);

  if (self->overlay == NULL)
    return;
  if (path != NULL)
    ff_backups_dialog_copy_to (self, self->wanted, path);
  else if (error != NULL)
    ff_toast_error (GTK_WIDGET (self->overlay), error);
}

static void
ask_for_place (FfBackupsDialog *self, const char *source)
{
  g_autoptr (GDateTime) now = dup_now (self);
  g_autofree char *name
      = source != NULL ? g_path_get_basename (source) : ff_copying_make_name (now);

  g_set_str (&self->wanted, source);
  ff_backup_file_choose_place_async (GTK_WIDGET (self), name, self->cancellable, place_chosen_cb,
                                     g_object_ref (self));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ask_for_place (FF_BACKUPS_DIALOG (widget), NULL);
}

static void
stop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (FF_BACKUPS_DIALOG (widget)->copying);
}

static void
row_copy_cb (FfBackupsDialog *self, FfBackupRow *row)
{
  if (self->copying == NULL)
    ask_for_place (self, ff_backup_row_get_path (row));
}

/* --- Going back --- */

static void
restore_cb (FfBackupsDialog *self, const char *path, FfSecret *secret)
{
  g_autoptr (FfBackupsDialog) kept = g_object_ref (self);

  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[RESTORE], 0, path, secret);
}

static void
row_restore_cb (FfBackupsDialog *self, FfBackupRow *row)
{
  ff_backups_dialog_look_at (self, ff_backup_row_get_path (row));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfBackupsDialog) self = FF_BACKUPS_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ff_backup_file_choose_finish (result, &error);

  if (self->overlay == NULL)
    return;
  if (path != NULL)
    ff_backups_dialog_look_at (self, path);
  else if (error != NULL)
    ff_toast_error (GTK_WIDGET (self->overlay), error);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfBackupsDialog *self = FF_BACKUPS_DIALOG (widget);

  ff_backup_file_choose_async (widget, self->cancellable, file_chosen_cb, g_object_ref (self));
}

/* --- The list --- */

static void
add_note (FfBackupsDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->list_group, row);
}

static void
add_backup (FfBackupsDialog *self, const FfBackup *backup, GDateTime *now)
{
  GtkWidget *row = ff_backup_row_new (backup, now, TRUE);

  g_signal_connect_object (row, "copy", G_CALLBACK (row_copy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "restore", G_CALLBACK (row_restore_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->list_group, row);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfBackupsDialog) self = FF_BACKUPS_DIALOG (user_data);
  g_autoptr (FfBackupsReading) reading = ff_backups_reading_finish (result, NULL);
  g_autoptr (GDateTime) now = dup_now (self);

  if (reading == NULL || self->overlay == NULL)
    return;
  gtk_widget_set_visible (self->spinner, FALSE);
  for (guint i = 0; i < reading->backups->len; i++)
    add_backup (self, g_ptr_array_index (reading->backups, i), now);
  for (guint i = 0; reading->unreadable[i] != NULL; i++)
    add_note (self, reading->unreadable[i],
              _ ("Cannot be read: it is damaged, or no backup of Fourfold. It was left as it is."));
  if (reading->backups->len == 0 && reading->unreadable[0] == NULL)
    add_note (self, _ ("None Yet"), _ ("The first one is made soon."));
}

static void
begin (FfBackupsDialog *self)
{
  FfStore *store = get_store (self);

  g_signal_connect_object (ff_context_get_settings (self->context), "changed::copy-elsewhere",
                           G_CALLBACK (show_last), self, G_CONNECT_SWAPPED);
  show_last (self);
  ff_backups_reading_async (ff_store_get_folder (store), ff_store_get_secret (store),
                            self->cancellable, read_cb, g_object_ref (self));
}

/* --- The dialog --- */

/* A copy that is under way is not left half done, nor is anybody told of it. */
static void
ff_backups_dialog_closed (AdwDialog *dialog)
{
  FfBackupsDialog *self = FF_BACKUPS_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  if (self->copying != NULL)
    g_cancellable_cancel (self->copying);
}

static void
ff_backups_dialog_dispose (GObject *object)
{
  FfBackupsDialog *self = FF_BACKUPS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_BACKUPS_DIALOG);

  G_OBJECT_CLASS (ff_backups_dialog_parent_class)->dispose (object);
}

static void
ff_backups_dialog_finalize (GObject *object)
{
  FfBackupsDialog *self = FF_BACKUPS_DIALOG (object);

  g_clear_object (&self->copying);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_free (self->wanted);

  G_OBJECT_CLASS (ff_backups_dialog_parent_class)->finalize (object);
}

static void
ff_backups_dialog_class_init (FfBackupsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_backups_dialog_dispose;
  object_class->finalize = ff_backups_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ff_backups_dialog_closed;

  signals[RESTORE] = g_signal_new ("restore", FF_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, FF_TYPE_SECRET);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfBackupsDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, FfBackupsDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupsDialog, copy_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupsDialog, progress_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupsDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FfBackupsDialog, list_group);
  gtk_widget_class_bind_template_child (widget_class, FfBackupsDialog, spinner);
  gtk_widget_class_install_action (widget_class, "backups.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "backups.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "backups.open", NULL, open_action);
}

static void
ff_backups_dialog_init (FfBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_backups_dialog_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_backups_dialog_new (FfContext *context)
{
  FfBackupsDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_BACKUPS_DIALOG, NULL);
  self->context = g_object_ref (context);
  begin (self);
  return ADW_DIALOG (self);
}

/**
 * ff_backups_dialog_copy_to:
 * @self: the dialog
 * @source: (nullable): a backup; %NULL makes one of what is there now
 * @target: the place that was chosen
 */
void
ff_backups_dialog_copy_to (FfBackupsDialog *self, const char *source, const char *target)
{
  g_return_if_fail (FF_IS_BACKUPS_DIALOG (self));
  g_return_if_fail (target != NULL);
  g_return_if_fail (self->copying == NULL);

  g_atomic_int_set (&self->permille, -1);
  set_copying (self, TRUE);
  ff_copying_async (self->context, source, target, &self->permille, self->copying, copied_cb,
                    g_object_ref (self));
}

/**
 * ff_backups_dialog_look_at:
 * @self: the dialog
 * @path: a file that may be a backup
 *
 * Shows what it holds, from where it can be restored.
 */
void
ff_backups_dialog_look_at (FfBackupsDialog *self, const char *path)
{
  FfStore *store;
  g_autoptr (GDateTime) now = NULL;
  AdwDialog *look;

  g_return_if_fail (FF_IS_BACKUPS_DIALOG (self));
  g_return_if_fail (path != NULL);

  store = get_store (self);
  now = dup_now (self);
  look = ff_backup_look_new (ff_store_get_folder (store), path, store, now);
  g_signal_connect_object (look, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (look, GTK_WIDGET (self));
}

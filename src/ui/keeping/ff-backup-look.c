/* ff-backup-look.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look at what a backup holds, before it takes the place of what is there.
 */

#include "ff-config.h"

#include "ff-backup-look.h"

#include <glib/gi18n-lib.h>

#include "ff-backup-words.h"
#include "ff-format.h"
#include "ff-holdings.h"
#include "ff-message-label.h"
#include "ff-store-error.h"

struct _FfBackupLook
{
  AdwDialog parent_instance;

  char *folder;
  char *path;
  FfStore *store;   /* (nullable) */
  FfSecret *secret; /* (nullable): what was tried last */
  GDateTime *now;
  FfHoldings *there; /* (nullable): what is in the store */
  FfBackup *backup;  /* (nullable) */
  GCancellable *cancellable;
  gboolean is_foreign; /* under a passphrase that is not the one of now */

  GtkStack *stack;
  GtkWidget *unlock_button;
  GtkWidget *restore_button;
  GtkEditable *passphrase_row;
  FfMessageLabel *passphrase_message;
  AdwActionRow *made_row;
  AdwActionRow *names_row;
  AdwActionRow *check_ins_row;
  AdwActionRow *newest_row;
  AdwActionRow *protection_row;
  GtkLabel *aside_label;
  AdwStatusPage *trouble_page;
};

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfBackupLook, ff_backup_look, ADW_TYPE_DIALOG)

static void
show_page (FfBackupLook *self, const char *name)
{
  gboolean is_contents = g_str_equal (name, "contents");
  gboolean is_passphrase = g_str_equal (name, "passphrase");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->restore_button, is_contents);
  gtk_widget_set_visible (self->unlock_button, is_passphrase);
  if (is_passphrase)
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}

static void
show_trouble (FfBackupLook *self, const GError *error)
{
  adw_status_page_set_description (self->trouble_page, error->message);
  show_page (self, "trouble");
}

/* --- What it holds --- */

static char *
describe_newest (FfBackupLook *self, const char *newest)
{
  g_autoptr (GDateTime) start = NULL;
  FfWallTime time;

  if (newest == NULL || !ff_wall_time_parse (newest, &time, NULL))
    return g_strdup (C_ ("latest meeting", "None"));
  start = ff_format_from_wall_time (&time);
  return ff_format_date (start, self->now);
}

/* The second half is there only where there is something to compare with, and it differs. */
static void
compare (AdwActionRow *row, const char *in_backup, const char *there)
{
  g_autofree char *text = NULL;

  if (there == NULL || g_str_equal (in_backup, there))
    text = g_strdup (in_backup);
  else
    /* Translators: what a backup holds, and what is in its place now; like “310 (now: 325)” */
    text = g_strdup_printf (_ ("%1$s (now: %2$s)"), in_backup, there);
  adw_action_row_set_subtitle (row, text);
}

static void
show_names (FfBackupLook *self)
{
  const FfHoldings *held = self->backup->holdings;
  g_autofree char *names = g_strjoinv (_ (", "), held->names);
  guint more = held->groups - g_strv_length (held->names);

  if (held->groups == 0)
    adw_action_row_set_subtitle (self->names_row, C_ ("groups", "None"));
  else if (more == 0)
    adw_action_row_set_subtitle (self->names_row, names);
  else
    {
      g_autofree char *text
          /* Translators: names of groups, and how many others there are */
          = g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", more), names,
                             more);

      adw_action_row_set_subtitle (self->names_row, text);
    }
}

static void
show_counts (FfBackupLook *self)
{
  const FfHoldings *held = self->backup->holdings;
  g_autofree char *check_ins = g_strdup_printf ("%u", held->check_ins);
  g_autofree char *newest = describe_newest (self, held->newest);
  g_autofree char *check_ins_there = NULL;
  g_autofree char *newest_there = NULL;

  if (self->there != NULL)
    {
      check_ins_there = g_strdup_printf ("%u", self->there->check_ins);
      newest_there = describe_newest (self, self->there->newest);
    }
  compare (self->check_ins_row, check_ins, check_ins_there);
  compare (self->newest_row, newest, newest_there);
}

static const char *
describe_protection (FfBackupLook *self)
{
  if (!self->backup->encrypted)
    return _ ("The backup has none");
  return self->is_foreign ? _ ("The one you just typed, from then on")
                          : _ ("The one that you have now");
}

static void
show_contents (FfBackupLook *self)
{
  g_autofree char *made = ff_backup_words_when (self->backup, self->now);
  g_autofree char *folder = g_filename_display_name (self->folder);
  /* Translators: %s is a folder */
  g_autofree char *aside = g_strdup_printf (
      _ ("What is there now is not deleted: it is set aside in %s under a name that begins with "
         "“fourfold-set-aside”. What was written after the backup was made is not in it."),
      folder);

  adw_action_row_set_subtitle (self->made_row, made);
  show_names (self);
  show_counts (self);
  adw_action_row_set_subtitle (self->protection_row, describe_protection (self));
  gtk_label_set_text (self->aside_label, aside);
  show_page (self, "contents");
}

/* --- Reading it --- */

static void inspect (FfBackupLook *self);

static void
inspect_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FfBackupLook *self = FF_BACKUP_LOOK (source);
  GError *error = NULL;
  FfBackup *backup = ff_backup_inspect (self->path, task_data, &error);

  if (backup != NULL)
    g_task_return_pointer (task, backup, (GDestroyNotify) ff_backup_free);
  else
    g_task_return_error (task, error);
}

static void
inspected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfBackupLook *self = FF_BACKUP_LOOK (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBackup) backup = g_task_propagate_pointer (G_TASK (result), &error);

  /* Closed in the meantime. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_clear_pointer (&self->backup, ff_backup_free);
  self->backup = g_steal_pointer (&backup);
  if (self->backup == NULL)
    show_trouble (self, error);
  else if (!self->backup->readable)
    show_page (self, "passphrase");
  else
    show_contents (self);
}

static void
inspect (FfBackupLook *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, inspected_cb, NULL);

  show_page (self, "reading");
  if (self->secret != NULL)
    g_task_set_task_data (task, ff_secret_ref (self->secret), (GDestroyNotify) ff_secret_unref);
  g_task_run_in_thread (task, inspect_in_thread);
}

static void
there_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfBackupLook) self = FF_BACKUP_LOOK (user_data);

  self->there = ff_holdings_read_finish (FF_STORE (source), result, NULL);
  if (!g_cancellable_is_cancelled (self->cancellable))
    inspect (self);
}

static void
begin (FfBackupLook *self)
{
  FfSecret *secret = self->store != NULL ? ff_store_get_secret (self->store) : NULL;

  show_page (self, "reading");
  self->secret = secret != NULL ? ff_secret_ref (secret) : NULL;
  if (self->store != NULL)
    ff_holdings_read_async (self->store, self->cancellable, there_read_cb, g_object_ref (self));
  else
    inspect (self);
}

/* --- Its passphrase --- */

static void
passphrase_changed_cb (FfBackupLook *self)
{
  gtk_widget_set_sensitive (self->unlock_button,
                            *gtk_editable_get_text (self->passphrase_row) != '\0');
  g_object_set (self->passphrase_message, "text", "", NULL);
}

static void
unlock_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  FfBackupLook *self = FF_BACKUP_LOOK (source);
  GError *error = NULL;
  FfSecret *secret = ff_backup_unlock (self->path, task_data, &error);

  if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) ff_secret_unref);
  else
    g_task_return_error (task, error);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfBackupLook *self = FF_BACKUP_LOOK (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_row), TRUE);
  if (secret != NULL)
    {
      gtk_editable_set_text (self->passphrase_row, "");
      g_clear_pointer (&self->secret, ff_secret_unref);
      self->secret = g_steal_pointer (&secret);
      self->is_foreign = TRUE;
      inspect (self);
      return;
    }
  show_page (self, "passphrase");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
  gtk_editable_select_region (self->passphrase_row, 0, -1);
  g_object_set (self->passphrase_message, "text", error->message, NULL);
}

static void
wipe (gpointer data)
{
  char *passphrase = data;
  volatile char *letter = passphrase;

  while (*letter != '\0')
    *letter++ = '\0';
  g_free (passphrase);
}

static void
unlock_cb (FfBackupLook *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char *passphrase = gtk_editable_get_text (self->passphrase_row);
  g_autoptr (GTask) task = NULL;

  if (*passphrase == '\0' || !gtk_widget_get_sensitive (GTK_WIDGET (self->passphrase_row)))
    return;
  task = g_task_new (self, self->cancellable, unlocked_cb, NULL);
  g_task_set_task_data (task, g_strdup (passphrase), wipe);
  /* What has the focus lets go of it first: a text field would go on blinking. */
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (self->unlock_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_row), FALSE);
  g_task_run_in_thread (task, unlock_in_thread);
}

static void
restore_cb (FfBackupLook *self)
{
  g_autoptr (FfBackupLook) kept = g_object_ref (self);
  g_autoptr (FfSecret) secret = self->secret != NULL ? ff_secret_ref (self->secret) : NULL;

  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[RESTORE], 0, self->path, secret);
}

/* --- The dialog --- */

static void
ff_backup_look_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (FF_BACKUP_LOOK (dialog)->cancellable);
}

static void
ff_backup_look_dispose (GObject *object)
{
  FfBackupLook *self = FF_BACKUP_LOOK (object);

  g_cancellable_cancel (self->cancellable);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_BACKUP_LOOK);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_backup_look_parent_class)->dispose (object);
}

static void
ff_backup_look_finalize (GObject *object)
{
  FfBackupLook *self = FF_BACKUP_LOOK (object);

  g_clear_pointer (&self->secret, ff_secret_unref);
  g_clear_pointer (&self->backup, ff_backup_free);
  g_clear_pointer (&self->there, ff_holdings_free);
  g_clear_pointer (&self->now, g_date_time_unref);
  g_clear_object (&self->cancellable);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (ff_backup_look_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, stack);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, restore_button);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, passphrase_message);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, made_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, names_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, check_ins_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, newest_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, protection_row);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, aside_label);
  gtk_widget_class_bind_template_child (widget_class, FfBackupLook, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
ff_backup_look_class_init (FfBackupLookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_backup_look_dispose;
  object_class->finalize = ff_backup_look_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ff_backup_look_closed;

  signals[RESTORE] = g_signal_new ("restore", FF_TYPE_BACKUP_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, FF_TYPE_SECRET);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-backup-look.ui");
  bind_children (widget_class);
}

static void
ff_backup_look_init (FfBackupLook *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_backup_look_new:
 * @folder: the data folder
 * @path: an archive, which is read at once
 * @store: (nullable): what is there now, to compare with; its key is tried first
 * @now: what time it is
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_backup_look_new (const char *folder, const char *path, FfStore *store, GDateTime *now)
{
  FfBackupLook *self;

  g_return_val_if_fail (folder != NULL && path != NULL && now != NULL, NULL);
  g_return_val_if_fail (store == NULL || FF_IS_STORE (store), NULL);

  self = g_object_new (FF_TYPE_BACKUP_LOOK, NULL);
  self->folder = g_strdup (folder);
  self->path = g_strdup (path);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->now = g_date_time_ref (now);
  begin (self);
  return ADW_DIALOG (self);
}

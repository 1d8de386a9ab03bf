/* ff-backup-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup in a list: when it was made, what it holds, and what can be done with it.
 */

#include "ff-config.h"

#include "ff-backup-row.h"

#include <glib/gi18n-lib.h>

#include "ff-backup-words.h"

struct _FfBackupRow
{
  AdwActionRow parent_instance;

  char *path;

  GtkWidget *copy_button;
  GtkWidget *restore_button;
};

enum
{
  COPY,
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfBackupRow, ff_backup_row, ADW_TYPE_ACTION_ROW)

static void
copy_clicked_cb (FfBackupRow *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static void
restore_clicked_cb (FfBackupRow *self)
{
  g_signal_emit (self, signals[RESTORE], 0);
}

/* In the place of the button's own words, which are the same in each row. */
static void
name_button (GtkWidget *button, char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
ff_backup_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_BACKUP_ROW);

  G_OBJECT_CLASS (ff_backup_row_parent_class)->dispose (object);
}

static void
ff_backup_row_finalize (GObject *object)
{
  g_free (FF_BACKUP_ROW (object)->path);

  G_OBJECT_CLASS (ff_backup_row_parent_class)->finalize (object);
}

static void
ff_backup_row_class_init (FfBackupRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_backup_row_dispose;
  object_class->finalize = ff_backup_row_finalize;

  signals[COPY] = g_signal_new ("copy", FF_TYPE_BACKUP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[RESTORE] = g_signal_new ("restore", FF_TYPE_BACKUP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-backup-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfBackupRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, FfBackupRow, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
ff_backup_row_init (FfBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_backup_row_new:
 * @backup: what it shows
 * @now: what time it is
 * @may_copy: whether copies are offered
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ff_backup_row_new (const FfBackup *backup, GDateTime *now, gboolean may_copy)
{
  FfBackupRow *self;
  g_autofree char *when = NULL;
  g_autofree char *contents = NULL;

  g_return_val_if_fail (backup != NULL && now != NULL, NULL);

  self = g_object_new (FF_TYPE_BACKUP_ROW, NULL);
  when = ff_backup_words_when (backup, now);
  contents = ff_backup_words_contents (backup);
  self->path = g_strdup (backup->path);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), contents);
  gtk_widget_set_visible (self->copy_button, may_copy);
  /* Translators: what a button is called for people who do not see it; when the backup was made follows */
  name_button (self->copy_button, g_strdup_printf (_ ("Copy the backup to a place: %s"), when));
  /* Translators: what a button is called for people who do not see it; when the backup was made follows */
  name_button (self->restore_button, g_strdup_printf (_ ("Restore the backup: %s"), when));
  return GTK_WIDGET (self);
}

/**
 * ff_backup_row_get_path:
 * @self: a row
 *
 * Returns: (transfer none): the backup's archive
 */
const char *
ff_backup_row_get_path (FfBackupRow *self)
{
  g_return_val_if_fail (FF_IS_BACKUP_ROW (self), NULL);

  return self->path;
}

/* ff-check-in-parts-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a check-in asks in a group: as its programme has it, or otherwise.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in-parts-dialog.h"
#include "ff-group-repository.h"
#include "ff-toast.h"

struct _FfCheckInPartsDialog
{
  AdwDialog parent_instance;

  FfStore *store;
  FfGroup *group;
  FfProgramme *programme;
  gboolean refreshing;

  AdwPreferencesGroup *parts_group;
  GtkWidget *reset_row;
  AdwSwitchRow *rows[FF_N_CHECK_IN_PARTS];
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfCheckInPartsDialog, ff_check_in_parts_dialog, ADW_TYPE_DIALOG)

static void
refresh (FfCheckInPartsDialog *self)
{
  FfCheckInParts usual = ff_programme_get_check_in_parts (self->programme);
  FfCheckInParts parts = ff_group_get_check_in_parts (self->group, self->programme);

  self->refreshing = TRUE;
  for (guint i = 0; i < FF_N_CHECK_IN_PARTS; i++)
    {
      adw_switch_row_set_active (self->rows[i], (parts & (1U << i)) != 0);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]),
                                   (usual & (1U << i)) == (parts & (1U << i)) ? NULL
                                   : (usual & (1U << i)) != 0
                                       ? _ ("The programme asks this")
                                       : _ ("The programme does not ask this"));
    }
  gtk_widget_set_sensitive (self->reset_row, parts != usual);
  self->refreshing = FALSE;
}

typedef struct
{
  FfCheckInPartsDialog *dialog;
  int before;
} Saving;

static void
finish_save (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  FfCheckInPartsDialog *self = saving->dialog;
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error))
    {
      ff_group_set_own_check_in_parts (self->group, saving->before);
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
      if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
        {
          refresh (self);
          ff_toast_error (GTK_WIDGET (self), error);
        }
    }
  g_object_unref (self);
  g_free (saving);
}

static void
choose (FfCheckInPartsDialog *self, int parts)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->dialog = g_object_ref (self);
  saving->before = ff_group_get_own_check_in_parts (self->group);
  ff_group_set_own_check_in_parts (self->group, parts);
  ff_group_repository_save_async (self->store, self->group, NULL, finish_save, saving);
  refresh (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
on_switched (FfCheckInPartsDialog *self)
{
  FfCheckInParts parts = 0;

  if (self->refreshing)
    return;
  for (guint i = 0; i < FF_N_CHECK_IN_PARTS; i++)
    if (adw_switch_row_get_active (self->rows[i]))
      parts |= 1U << i;
  choose (self, parts == ff_programme_get_check_in_parts (self->programme) ? FF_GROUP_AS_PROGRAMME
                                                                           : (int) parts);
}

static void
reset_cb (FfCheckInPartsDialog *self)
{
  choose (self, FF_GROUP_AS_PROGRAMME);
}

static void
ff_check_in_parts_dialog_dispose (GObject *object)
{
  FfCheckInPartsDialog *self = FF_CHECK_IN_PARTS_DIALOG (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_CHECK_IN_PARTS_DIALOG);
  g_clear_object (&self->group);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_check_in_parts_dialog_parent_class)->dispose (object);
}

static void
ff_check_in_parts_dialog_class_init (FfCheckInPartsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_check_in_parts_dialog_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_CHECK_IN_PARTS_DIALOG, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, FF_RESOURCE_PREFIX
                                               "/ui/ff-check-in-parts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCheckInPartsDialog, parts_group);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInPartsDialog, reset_row);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
ff_check_in_parts_dialog_init (FfCheckInPartsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FF_N_CHECK_IN_PARTS; i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     ff_check_in_part_get_title (1U << i));
      adw_preferences_group_add (self->parts_group, row);
      self->rows[i] = ADW_SWITCH_ROW (row);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * ff_check_in_parts_dialog_new:
 * @store: where the group is kept
 * @group: whose check-ins are meant; it is changed and saved as something is chosen
 * @programme: the group's
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
ff_check_in_parts_dialog_new (FfStore *store, FfGroup *group, FfProgramme *programme)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_GROUP (group), NULL);

  FfCheckInPartsDialog *self = g_object_new (FF_TYPE_CHECK_IN_PARTS_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->group = g_object_ref (group);
  self->programme = programme;
  gtk_widget_set_visible (GTK_WIDGET (self->rows[g_bit_nth_lsf (FF_CHECK_IN_PART_POINTS, -1)]),
                          ff_programme_get_points (programme)[0] != NULL);
  refresh (self);
  return ADW_DIALOG (self);
}

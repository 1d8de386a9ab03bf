/* ff-rename-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives a person another name; where somebody goes by it already, the two may be one.
 */

#include "ff-config.h"

#include "ff-rename-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"
#include "ff-message-label.h"
#include "ff-participant-repository.h"
#include "ff-person-undo.h"
#include "ff-store-error.h"

/* Of those whose name begins alike. */
#define MOST_ALIKE 100

struct _FfRenameDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfParticipant *participant;
  FfRenameMerge merge;
  GObject *asker;
  char *other; /* (nullable): who goes by that name, by uid */

  AdwEntryRow *alias_row;
  GtkWidget *rename_button;
  FfMessageLabel *message_label;
  GtkWidget *merge_button;
};

G_DEFINE_FINAL_TYPE (FfRenameDialog, ff_rename_dialog, ADW_TYPE_DIALOG)

static char *
get_alias (FfRenameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->alias_row))));
}

/* "" takes it away. */
static void
show_message (FfRenameDialog *self, const char *message)
{
  gboolean refused = *message != '\0';

  g_object_set (self->message_label, "text", message, NULL);
  if (refused)
    gtk_widget_add_css_class (GTK_WIDGET (self->alias_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->alias_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->alias_row), GTK_ACCESSIBLE_STATE_INVALID,
                               refused ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* --- Somebody else of that name --- */

static void
on_alike_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRenameDialog) self = data;
  g_autoptr (GPtrArray) people
      = ff_participant_repository_list_finish (FF_STORE (source), result, NULL);

  /* Without an answer there is nothing more to offer; closed meanwhile. */
  if (people == NULL || self->alias_row == NULL)
    return;

  g_autofree char *alias = get_alias (self);
  g_autofree char *wanted = ff_fold (alias);
  for (guint i = 0; i < people->len; i++)
    {
      FfPerson *person = g_ptr_array_index (people, i);
      g_autofree char *name = ff_fold (ff_person_get_alias (person));

      if (g_str_equal (name, wanted)
          && !g_str_equal (ff_person_get_uid (person), ff_participant_get_uid (self->participant)))
        {
          g_set_str (&self->other, ff_person_get_uid (person));
          gtk_widget_set_visible (self->merge_button, TRUE);
        }
    }
}

static void
look_for_other (FfRenameDialog *self)
{
  g_autofree char *alias = get_alias (self);

  ff_participant_repository_list_async (ff_context_get_store (self->context),
                                        ff_participant_get_group (self->participant), alias,
                                        MOST_ALIKE, 0, NULL, on_alike_listed, g_object_ref (self));
}

/* --- Renaming --- */

static void
on_renamed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRenameDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean renamed = ff_store_write_finish (FF_STORE (source), result, &error);

  /* Its window was closed meanwhile. */
  if (self->alias_row == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (renamed)
    {
      ff_person_undo_offer (GTK_WIDGET (self), FF_STORE (source), _ ("Renamed"));
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  gtk_widget_set_sensitive (self->rename_button, TRUE);
  show_message (self, error->message);
  if (g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED))
    look_for_other (self);
}

static void
rename_cb (FfRenameDialog *self)
{
  g_autofree char *alias = get_alias (self);

  if (!gtk_widget_get_sensitive (self->rename_button))
    return;
  gtk_widget_set_sensitive (self->rename_button, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  ff_participant_repository_rename_async (ff_context_get_store (self->context),
                                          ff_participant_get_uid (self->participant), alias,
                                          on_renamed, g_object_ref (self));
}

static void
changed_cb (FfRenameDialog *self)
{
  g_autofree char *alias = get_alias (self);

  show_message (self, "");
  g_clear_pointer (&self->other, g_free);
  gtk_widget_set_visible (self->merge_button, FALSE);
  gtk_widget_set_sensitive (
      self->rename_button,
      *alias != '\0' && !g_str_equal (alias, ff_participant_get_alias (self->participant)));
}

static void
merge_cb (FfRenameDialog *self)
{
  g_autoptr (GObject) asker = g_object_ref (self->asker);
  g_autofree char *other = g_strdup (self->other);
  FfRenameMerge merge = self->merge;

  adw_dialog_close (ADW_DIALOG (self));
  merge (asker, other);
}

static void
cancel_cb (FfRenameDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- The dialog --- */

static void
ff_rename_dialog_dispose (GObject *object)
{
  FfRenameDialog *self = FF_RENAME_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_RENAME_DIALOG);
  g_clear_pointer (&self->other, g_free);
  g_clear_object (&self->asker);
  g_clear_object (&self->participant);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_rename_dialog_parent_class)->dispose (object);
}

static void
ff_rename_dialog_class_init (FfRenameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_rename_dialog_dispose;
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rename-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRenameDialog, alias_row);
  gtk_widget_class_bind_template_child (widget_class, FfRenameDialog, rename_button);
  gtk_widget_class_bind_template_child (widget_class, FfRenameDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfRenameDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
ff_rename_dialog_init (FfRenameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_rename_dialog_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @participant: who gets another name
 * @merge: called where they are to become one with somebody who goes by it already
 * @asker: for @merge
 */
void
ff_rename_dialog_present (GtkWidget *parent,
                          FfContext *context,
                          FfParticipant *participant,
                          FfRenameMerge merge,
                          GObject *asker)
{
  FfRenameDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_PARTICIPANT (participant));
  g_return_if_fail (merge != NULL && G_IS_OBJECT (asker));

  self = g_object_new (FF_TYPE_RENAME_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->participant = g_object_ref (participant);
  self->merge = merge;
  self->asker = g_object_ref (asker);
  gtk_editable_set_text (GTK_EDITABLE (self->alias_row), ff_participant_get_alias (participant));
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
  gtk_editable_select_region (GTK_EDITABLE (self->alias_row), 0, -1);
}

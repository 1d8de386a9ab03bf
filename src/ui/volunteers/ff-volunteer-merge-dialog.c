/* ff-volunteer-merge-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two records of one volunteer become one: who the other is, and whose particulars stay.
 */

#include "ff-config.h"

#include "ff-volunteer-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-message-label.h"
#include "ff-roster-repository.h"
#include "ff-undoable.h"
#include "ff-volunteer-list.h"
#include "ff-volunteer-words.h"

struct _FfVolunteerMergeDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfVolunteer *volunteer;
  FfVolunteer *other; /* (nullable) until they are chosen */

  AdwNavigationView *navigation;
  AdwBin *people_bin;
  AdwActionRow *first_row;
  AdwActionRow *second_row;
  GtkCheckButton *first_check;
  FfMessageLabel *message_label;
  GtkWidget *merge_button;
};

enum
{
  SIGNAL_MERGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfVolunteerMergeDialog, ff_volunteer_merge_dialog, ADW_TYPE_DIALOG)

static void
show_message (FfVolunteerMergeDialog *self, const char *message)
{
  g_object_set (self->message_label, "text", message, NULL);
}

/* --- Who they are --- */

static void
show_row (FfVolunteerMergeDialog *self, AdwActionRow *row, FfVolunteer *volunteer, guint position)
{
  g_autofree char *mail
      = ff_volunteer_words_contact (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_MAIL));
  g_autofree char *phone
      = ff_volunteer_words_contact (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_PHONE));
  gboolean both = *mail != '\0' && *phone != '\0';
  g_autofree char *contact = g_strconcat (mail, both ? " · " : "", phone, NULL);

  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      ff_context_show_alias (self->context, ff_volunteer_get_name (volunteer), position));
  adw_action_row_set_subtitle (row, ff_context_get_hide_names (self->context) ? "" : contact);
}

static void
on_chosen (FfVolunteerMergeDialog *self, const char *uid)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->other);
  self->other
      = ff_roster_repository_get_volunteer (ff_context_get_store (self->context), uid, &error);
  gtk_widget_set_sensitive (self->merge_button, self->other != NULL);
  show_message (self, "");
  if (self->other != NULL)
    show_row (self, self->second_row, self->other, 2);
  else
    show_message (self, error != NULL
                            ? error->message
                            : _ ("This volunteer is not there any more. Choose another one."));
  adw_navigation_view_push_by_tag (self->navigation, "merge");
}

/* --- Merging --- */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfVolunteerMergeDialog) self = data;
  g_autoptr (GError) error = NULL;
  guint64 step = ff_roster_edit_apply_finish (FF_STORE (source), result, &error);
  gboolean is_first;
  GtkWidget *root;

  /* Its window was closed meanwhile. */
  if (self->context == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  gtk_widget_set_sensitive (self->merge_button, TRUE);
  if (step == 0)
    {
      show_message (self, error->message);
      return;
    }
  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  if (root != NULL)
    ff_undoable_tell (root, FF_STORE (source), step, _ ("Merged into one volunteer"));
  is_first = gtk_check_button_get_active (self->first_check);
  g_signal_emit (self, signals[SIGNAL_MERGED], 0,
                 ff_volunteer_get_uid (is_first ? self->volunteer : self->other));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
merge_cb (FfVolunteerMergeDialog *self)
{
  gboolean is_first = gtk_check_button_get_active (self->first_check);
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_merge_volunteers (edit,
                                   ff_volunteer_get_uid (is_first ? self->volunteer : self->other),
                                   ff_volunteer_get_uid (is_first ? self->other : self->volunteer));
  gtk_widget_set_sensitive (self->merge_button, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  ff_roster_edit_apply_async (edit, ff_context_get_store (self->context), NULL, on_applied,
                              g_object_ref (self));
}

/* --- The dialog --- */

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
let_go (FfVolunteerMergeDialog *self)
{
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  g_clear_object (&self->volunteer);
  g_clear_object (&self->other);
  g_clear_object (&self->context);
}

static void
ff_volunteer_merge_dialog_closed (AdwDialog *dialog)
{
  let_go (FF_VOLUNTEER_MERGE_DIALOG (dialog));
}

static void
ff_volunteer_merge_dialog_dispose (GObject *object)
{
  let_go (FF_VOLUNTEER_MERGE_DIALOG (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_VOLUNTEER_MERGE_DIALOG);

  G_OBJECT_CLASS (ff_volunteer_merge_dialog_parent_class)->dispose (object);
}

static void
ff_volunteer_merge_dialog_class_init (FfVolunteerMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_merge_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_volunteer_merge_dialog_closed;
  signals[SIGNAL_MERGED]
      = g_signal_new ("merged", FF_TYPE_VOLUNTEER_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, FF_RESOURCE_PREFIX
                                               "/ui/ff-volunteer-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerMergeDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerMergeDialog, people_bin);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerMergeDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerMergeDialog, second_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerMergeDialog, first_check);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerMergeDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerMergeDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
ff_volunteer_merge_dialog_init (FfVolunteerMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_volunteer_merge_dialog_new:
 * @context: what a view is handed
 * @volunteer: one of the two
 *
 * Returns: (transfer floating): a dialog that asks for the other one first
 */
AdwDialog *
ff_volunteer_merge_dialog_new (FfContext *context, FfVolunteer *volunteer)
{
  GtkWidget *people;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);

  FfVolunteerMergeDialog *self = g_object_new (FF_TYPE_VOLUNTEER_MERGE_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->volunteer = g_object_ref (volunteer);
  people = ff_volunteer_list_new (context);
  ff_volunteer_list_leave_out (FF_VOLUNTEER_LIST (people), ff_volunteer_get_uid (volunteer));
  g_signal_connect_object (people, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->people_bin, people);
  show_row (self, self->first_row, volunteer, 1);
  return ADW_DIALOG (self);
}

/**
 * ff_volunteer_merge_dialog_choose:
 * @self: a dialog
 * @other: the other one's uid
 *
 * Goes on as if they had been chosen in the list.
 */
void
ff_volunteer_merge_dialog_choose (FfVolunteerMergeDialog *self, const char *other)
{
  g_return_if_fail (FF_IS_VOLUNTEER_MERGE_DIALOG (self));
  g_return_if_fail (other != NULL);

  on_chosen (self, other);
}

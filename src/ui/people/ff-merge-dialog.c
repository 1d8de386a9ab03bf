/* ff-merge-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two names of one person become one: who the other is, what each has, and which name stays.
 */

#include "ff-config.h"

#include "ff-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-message-label.h"
#include "ff-participant-repository.h"
#include "ff-people-list.h"
#include "ff-person-undo.h"

struct _FfMergeDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  char *participant; /* uid */
  char *other;       /* (nullable): uid */
  FfMerged merged;
  GObject *asker;
  GCancellable *reading;

  AdwNavigationView *navigation;
  AdwBin *people_bin;
  AdwActionRow *first_row;
  AdwActionRow *second_row;
  GtkCheckButton *first_check;
  FfMessageLabel *message_label;
  GtkWidget *merge_button;
};

G_DEFINE_FINAL_TYPE (FfMergeDialog, ff_merge_dialog, ADW_TYPE_DIALOG)

static void
show_message (FfMergeDialog *self, const char *message)
{
  g_object_set (self->message_label, "text", message, NULL);
}

/* --- What each has --- */

/* "12 check-ins, from 3 March 2026 to 17 November 2026" */
static char *
describe_record (FfPersonRecord *record)
{
  GPtrArray *entries = ff_person_record_get_entries (record);
  FfPersonEntry *first = NULL, *last = NULL;
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);

      if (entry->check_in == NULL)
        continue;
      n++;
      last = last != NULL ? last : entry;
      first = entry;
    }
  g_autofree char *count = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", n), n);
  if (n == 0)
    return g_steal_pointer (&count);

  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (first->session));
  g_autoptr (GDateTime) end = ff_format_from_wall_time (ff_session_get_start (last->session));
  g_autofree char *from = g_date_time_format (start, C_ ("date", "%-d %B %Y"));
  g_autofree char *to = g_date_time_format (end, C_ ("date", "%-d %B %Y"));
  if (n == 1)
    return g_strdup_printf ("%s · %s", count, from);
  /* Translators: a number of check-ins, and from when to when they were */
  return g_strdup_printf (_ ("%1$s · %2$s to %3$s"), count, from, to);
}

typedef struct
{
  FfMergeDialog *dialog;
  AdwActionRow *row;
} Reading;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Reading *reading = data;
  g_autoptr (FfMergeDialog) self = reading->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPersonRecord) record
      = ff_participant_repository_get_record_finish (FF_STORE (source), result, &error);

  /* Closed meanwhile, or another was chosen. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->navigation == NULL)
    return;
  if (record == NULL)
    {
      show_message (self, error->message);
      gtk_widget_set_sensitive (self->merge_button, FALSE);
      return;
    }

  g_autofree char *text = describe_record (record);
  const char *alias = ff_participant_get_alias (ff_person_record_get_participant (record));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reading->row),
                                 ff_context_show_alias (self->context, alias,
                                                        reading->row == self->first_row ? 1 : 2));
  adw_action_row_set_subtitle (reading->row, text);
}

static void
read_into (FfMergeDialog *self, AdwActionRow *row, const char *participant)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->dialog = g_object_ref (self);
  reading->row = row;
  ff_participant_repository_get_record_async (ff_context_get_store (self->context), participant,
                                              self->reading, on_read, reading);
}

static void
show_both (FfMergeDialog *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  show_message (self, "");
  gtk_widget_set_sensitive (self->merge_button, TRUE);
  read_into (self, self->first_row, self->participant);
  read_into (self, self->second_row, self->other);
}

static void
on_chosen (FfMergeDialog *self, const char *other)
{
  g_set_str (&self->other, other);
  show_both (self);
  adw_navigation_view_push_by_tag (self->navigation, "merge");
}

/* --- Merging --- */

static void
on_merged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfMergeDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean merged = ff_store_write_finish (FF_STORE (source), result, &error);

  /* Its window was closed meanwhile. */
  if (self->navigation == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (merged)
    {
      gboolean is_first = gtk_check_button_get_active (self->first_check);
      g_autofree char *kept = g_strdup (is_first ? self->participant : self->other);
      g_autoptr (GObject) asker = g_steal_pointer (&self->asker);
      FfMerged tell = self->merged;

      ff_person_undo_offer (GTK_WIDGET (self), FF_STORE (source), _ ("Merged into one person"));
      adw_dialog_close (ADW_DIALOG (self));
      tell (asker, kept);
      return;
    }
  gtk_widget_set_sensitive (self->merge_button, TRUE);
  show_message (self, error->message);
}

static void
merge_cb (FfMergeDialog *self)
{
  gboolean is_first = gtk_check_button_get_active (self->first_check);

  gtk_widget_set_sensitive (self->merge_button, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  ff_participant_repository_merge_async (ff_context_get_store (self->context),
                                         is_first ? self->participant : self->other,
                                         is_first ? self->other : self->participant, on_merged,
                                         g_object_ref (self));
}

/* --- The dialog --- */

static void
ff_merge_dialog_dispose (GObject *object)
{
  FfMergeDialog *self = FF_MERGE_DIALOG (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_MERGE_DIALOG);
  g_clear_pointer (&self->participant, g_free);
  g_clear_pointer (&self->other, g_free);
  g_clear_object (&self->asker);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_merge_dialog_parent_class)->dispose (object);
}

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
ff_merge_dialog_closed (AdwDialog *dialog)
{
  FfMergeDialog *self = FF_MERGE_DIALOG (dialog);

  g_cancellable_cancel (self->reading);
  adw_bin_set_child (self->people_bin, NULL);
  g_clear_object (&self->asker);
  g_clear_object (&self->context);
}

static void
ff_merge_dialog_class_init (FfMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_merge_dialog_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_merge_dialog_dispose;
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfMergeDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfMergeDialog, people_bin);
  gtk_widget_class_bind_template_child (widget_class, FfMergeDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, FfMergeDialog, second_row);
  gtk_widget_class_bind_template_child (widget_class, FfMergeDialog, first_check);
  gtk_widget_class_bind_template_child (widget_class, FfMergeDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfMergeDialog, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
ff_merge_dialog_init (FfMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_merge_dialog_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @group: whose people may be chosen
 * @participant: one of the two, by uid
 * @other: (nullable): the other one, or %NULL to have them chosen
 * @merged: called when they are one
 * @asker: for @merged
 */
void
ff_merge_dialog_present (GtkWidget *parent,
                         FfContext *context,
                         FfGroup *group,
                         const char *participant,
                         const char *other,
                         FfMerged merged,
                         GObject *asker)
{
  FfMergeDialog *self;
  GtkWidget *people;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_GROUP (group));
  g_return_if_fail (participant != NULL);
  g_return_if_fail (merged != NULL && G_IS_OBJECT (asker));

  self = g_object_new (FF_TYPE_MERGE_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->participant = g_strdup (participant);
  self->merged = merged;
  self->asker = g_object_ref (asker);
  people = ff_people_list_new (context);
  ff_people_list_set_group (FF_PEOPLE_LIST (people), group);
  ff_people_list_leave_out (FF_PEOPLE_LIST (people), participant);
  g_signal_connect_object (people, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->people_bin, people);
  if (other != NULL)
    on_chosen (self, other);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

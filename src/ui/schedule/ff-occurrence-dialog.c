/* ff-occurrence-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a meeting: what it is, and everything that can be done with it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-changes.h"
#include "ff-format.h"
#include "ff-link-row.h"
#include "ff-occurrence-dialog.h"
#include "ff-recurrence.h"
#include "ff-when.h"

struct _FfOccurrenceDialog
{
  AdwDialog parent_instance;

  FfStore *store;
  FfOccurrence *occurrence;
  char *note; /* as last written */

  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *zone;
  GtkLabel *rule;
  GtkWidget *cancelled;
  GtkWidget *where;
  AdwActionRow *place_row;
  FfLinkRow *link_row;
  GtkEditable *note_row;
  GtkWidget *write_row;
  GtkWidget *cancel_row;
  GtkWidget *restore_row;
};

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfOccurrenceDialog, ff_occurrence_dialog, ADW_TYPE_DIALOG)

/* A toast belongs into the window, which outlives this dialog. */
static GtkWidget *
get_window (FfOccurrenceDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? GTK_WIDGET (root) : GTK_WIDGET (self);
}

static void
write_cb (FfOccurrenceDialog *self)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (self->occurrence);
  g_autofree char *key = ff_wall_time_to_string (ff_occurrence_get_rule_time (self->occurrence));
  GtkWidget *window = get_window (self);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.write-check-ins", "(ss)", ff_meeting_get_uid (meeting),
                              key);
}

static void
edit_cb (FfOccurrenceDialog *self)
{
  g_autoptr (FfOccurrenceDialog) alive = g_object_ref (self);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[EDIT], 0);
}

/* What is typed as the note goes with the change, as one. */
static const char *
take_note (FfOccurrenceDialog *self)
{
  g_set_str (&self->note, gtk_editable_get_text (self->note_row));
  return self->note;
}

static void
cancel_cb (FfOccurrenceDialog *self)
{
  ff_date_cancel (get_window (self), self->store, self->occurrence, take_note (self));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
restore_cb (FfOccurrenceDialog *self)
{
  ff_date_restore (get_window (self), self->store, self->occurrence, take_note (self));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
delete_cb (FfOccurrenceDialog *self)
{
  take_note (self);
  ff_meeting_delete (get_window (self), self->store, ff_occurrence_get_meeting (self->occurrence));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
note_applied_cb (FfOccurrenceDialog *self)
{
  if (g_set_str (&self->note, gtk_editable_get_text (self->note_row)))
    ff_date_set_note (get_window (self), self->store, self->occurrence, self->note);
}

/* What was typed is kept, applied or not. */
static void
ff_occurrence_dialog_closed (AdwDialog *dialog)
{
  note_applied_cb (FF_OCCURRENCE_DIALOG (dialog));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
show_when (FfOccurrenceDialog *self, GDateTime *now)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (self->occurrence);
  g_autoptr (GDateTime) start = g_date_time_to_local (ff_occurrence_get_start (self->occurrence));
  g_autoptr (GDateTime) end = g_date_time_to_local (ff_occurrence_get_end (self->occurrence));
  g_autofree char *day = ff_when_day (start, now);
  g_autofree char *range = ff_format_range (start, end, now);
  /* Translators: a day and the times of a meeting, like “Tuesday 24 November, 19:00–20:30” */
  g_autofree char *when = g_strdup_printf (C_ ("day and times", "%s, %s"), day, range);
  g_autofree char *zone = ff_when_zone (self->occurrence);
  g_autofree char *rule
      = ff_recurrence_describe (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting));

  show_text (self->when, when);
  show_text (self->zone, zone);
  show_text (self->rule, rule);
}

static void
show_where (FfOccurrenceDialog *self)
{
  const char *place = ff_occurrence_get_place (self->occurrence);
  const char *link = ff_occurrence_get_link (self->occurrence);
  gboolean has_place = place != NULL && place[0] != '\0';
  gboolean has_link = link != NULL && link[0] != '\0';

  adw_action_row_set_subtitle (self->place_row, has_place ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place_row), has_place);
  ff_link_row_set_link (self->link_row, link);
  gtk_widget_set_visible (self->where, has_place || has_link);
}

static void
ff_occurrence_dialog_dispose (GObject *object)
{
  FfOccurrenceDialog *self = FF_OCCURRENCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_OCCURRENCE_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->occurrence);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (ff_occurrence_dialog_parent_class)->dispose (object);
}

static void
ff_occurrence_dialog_class_init (FfOccurrenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_occurrence_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_occurrence_dialog_closed;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_LINK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-occurrence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, when);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, zone);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, rule);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, cancelled);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, where);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, write_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, cancel_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, restore_row);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_applied_cb);
}

static void
ff_occurrence_dialog_init (FfOccurrenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_occurrence_dialog_new:
 * @store: where changes are written
 * @now: what time it is
 * @occurrence: the date to show
 * @group: (nullable): its group
 *
 * Returns: (transfer floating): a dialog about @occurrence
 */
GtkWidget *
ff_occurrence_dialog_new (FfStore *store, GDateTime *now, FfOccurrence *occurrence, FfGroup *group)
{
  FfOccurrenceDialog *self;
  const char *note;
  gboolean cancelled;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_OCCURRENCE (occurrence), NULL);

  self = g_object_new (FF_TYPE_OCCURRENCE_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->occurrence = g_object_ref (occurrence);
  note = ff_occurrence_get_note (occurrence);
  cancelled = ff_occurrence_get_cancelled (occurrence);
  adw_dialog_set_title (ADW_DIALOG (self), ff_when_title (occurrence, group));
  show_text (self->title, ff_when_title (occurrence, group));
  show_when (self, now);
  show_where (self);
  self->note = g_strdup (note != NULL ? note : "");
  gtk_editable_set_text (self->note_row, self->note);
  gtk_widget_set_visible (self->cancelled, cancelled);
  gtk_widget_set_visible (self->write_row, !cancelled);
  gtk_widget_set_visible (self->cancel_row, !cancelled);
  gtk_widget_set_visible (self->restore_row, cancelled);
  adw_dialog_set_focus (ADW_DIALOG (self), cancelled ? self->restore_row : self->write_row);
  return GTK_WIDGET (self);
}

/**
 * ff_occurrence_dialog_get_occurrence:
 * @self: a dialog
 *
 * Returns: (transfer none): the date it is about
 */
FfOccurrence *
ff_occurrence_dialog_get_occurrence (FfOccurrenceDialog *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE_DIALOG (self), NULL);

  return self->occurrence;
}

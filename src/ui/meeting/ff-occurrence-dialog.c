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
#include "ff-date-time-row.h"
#include "ff-format.h"
#include "ff-link-row.h"
#include "ff-link.h"
#include "ff-message-label.h"
#include "ff-occurrence-dialog.h"
#include "ff-property-row.h"
#include "ff-recurrence.h"
#include "ff-time-of-day.h"
#include "ff-when.h"

struct _FfOccurrenceDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfOccurrence *occurrence;
  FfSchedule *schedule; /* (nullable) */
  char *note;           /* as last written */
  GtkWidget *first;     /* what has the focus at first */

  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *zone;
  GtkLabel *rule;
  GtkLabel *standing;
  GtkLabel *holiday;
  GtkWidget *decide;
  GtkWidget *hold_row;
  GtkWidget *where;
  FfPropertyRow *place_row;
  FfPropertyRow *access_row;
  FfPropertyRow *phone_row;
  FfPropertyRow *passcode_row;
  FfLinkRow *link_row;
  GtkEditable *note_row;
  GtkWidget *write_row;
  GtkWidget *cancel_row;
  GtkWidget *restore_row;

  AdwNavigationView *pages;
  FfDateTimeRow *start_row;
  GtkWidget *zone_hint;
  GtkWidget *move_button;
  GtkEditable *other_place_row;
  GtkEditable *other_link_row;
  GtkWidget *link_message;
  GtkWidget *relocate_button;
};

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfOccurrenceDialog, ff_occurrence_dialog, ADW_TYPE_DIALOG)

static FfStore *
get_store (FfOccurrenceDialog *self)
{
  return ff_context_get_store (self->context);
}

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
  ff_date_cancel (get_window (self), get_store (self), self->occurrence, take_note (self));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
restore_cb (FfOccurrenceDialog *self)
{
  ff_date_restore (get_window (self), get_store (self), self->occurrence, take_note (self));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
delete_cb (FfOccurrenceDialog *self)
{
  take_note (self);
  ff_meeting_delete (get_window (self), get_store (self),
                     ff_occurrence_get_meeting (self->occurrence));
  adw_dialog_close (ADW_DIALOG (self));
}

/* In the meeting's zone, as it is now. */
static void
move_cb (FfOccurrenceDialog *self)
{
  FfWallTime start = ff_wall_time_from_date_time (ff_occurrence_get_start (self->occurrence));

  ff_date_time_row_set_value (self->start_row, &start);
  adw_navigation_view_push_by_tag (self->pages, "move");
}

static void
move_clicked_cb (FfOccurrenceDialog *self)
{
  GtkWidget *window = get_window (self);
  const FfWallTime start = *ff_date_time_row_get_value (self->start_row);
  g_autoptr (FfOccurrenceDialog) alive = g_object_ref (self);
  gboolean has_note = g_set_str (&self->note, gtk_editable_get_text (self->note_row));

  adw_dialog_close (ADW_DIALOG (self));
  ff_date_move (window, self->context, self->occurrence, &start, has_note ? self->note : NULL,
                self->schedule);
}

static void
relocate_cb (FfOccurrenceDialog *self)
{
  FfOverride *override = ff_occurrence_get_override (self->occurrence);
  const char *place = override != NULL ? ff_override_get_place (override) : NULL;
  const char *link = override != NULL ? ff_override_get_link (override) : NULL;

  gtk_editable_set_text (self->other_place_row, place != NULL ? place : "");
  gtk_editable_set_text (self->other_link_row, link != NULL ? link : "");
  adw_navigation_view_push_by_tag (self->pages, "relocate");
}

static void
other_link_typed_cb (FfOccurrenceDialog *self)
{
  g_autofree char *link = ff_link_complete (gtk_editable_get_text (self->other_link_row));
  gboolean usable = link[0] == '\0' || ff_link_is_usable (link);

  g_object_set (self->link_message, "text",
                usable ? ""
                       : _ ("This is not a link that can be opened. It looks like "
                            "https://meet.example.org/group, or tel: and a number."),
                NULL);
  gtk_widget_set_sensitive (self->relocate_button, usable);
}

static void
relocate_clicked_cb (FfOccurrenceDialog *self)
{
  g_autofree char *place = g_strstrip (g_strdup (gtk_editable_get_text (self->other_place_row)));
  g_autofree char *link = ff_link_complete (gtk_editable_get_text (self->other_link_row));

  ff_date_relocate (get_window (self), get_store (self), self->occurrence,
                    place[0] != '\0' ? place : NULL, link[0] != '\0' ? link : NULL,
                    take_note (self));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
note_applied_cb (FfOccurrenceDialog *self)
{
  if (g_set_str (&self->note, gtk_editable_get_text (self->note_row)))
    ff_date_set_note (get_window (self), get_store (self), self->occurrence, self->note);
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
  g_autoptr (GTimeZone) zone_of_rule = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);
  g_autofree char *rule
      = ff_recurrence_describe_in_zone (ff_meeting_get_rule (meeting),
                                        ff_meeting_get_start (meeting), zone_of_rule);

  show_text (self->when, when);
  show_text (self->zone, zone);
  show_text (self->rule, rule);
}

static char *
join (const char *first, const char *second, const char *separator)
{
  if (first[0] == '\0' || second[0] == '\0')
    return g_strconcat (first, second, NULL);
  return g_strconcat (first, separator, second, NULL);
}

/* Held elsewhere, the address and the room of the usual place would mislead. */
static void
show_place (FfOccurrenceDialog *self, FfVenue *venue)
{
  const char *place = ff_occurrence_get_place (self->occurrence);
  const char *usual = ff_venue_get_text (venue, FF_VENUE_NAME);
  gboolean is_usual = g_strcmp0 (place != NULL ? place : "", usual) == 0;
  g_autofree char *room = join (usual, ff_venue_get_text (venue, FF_VENUE_ROOM), _ (", "));
  g_autofree char *address = join (room, ff_venue_get_text (venue, FF_VENUE_ADDRESS), "\n");
  g_autofree char *step_free = NULL;

  ff_property_row_set_text (self->place_row, is_usual ? address : place);
  if (!is_usual)
    return;
  step_free = join (ff_meeting_has_type (ff_occurrence_get_meeting (self->occurrence), "X")
                        ? _ ("Step-free")
                        : "",
                    ff_venue_get_text (venue, FF_VENUE_ACCESS), " · ");
  ff_property_row_set_text (self->access_row, step_free);
}

static void
show_where (FfOccurrenceDialog *self)
{
  FfVenue *venue = ff_meeting_get_venue (ff_occurrence_get_meeting (self->occurrence));
  const char *link = ff_occurrence_get_link (self->occurrence);
  g_autofree char *phone = join (ff_venue_get_text (venue, FF_VENUE_PHONE),
                                 ff_venue_get_text (venue, FF_VENUE_PHONE_NOTE), "\n");
  gboolean shows = FALSE;

  show_place (self, venue);
  ff_property_row_set_text (self->phone_row, phone);
  ff_property_row_set_text (self->passcode_row, ff_venue_get_text (venue, FF_VENUE_PASSCODE));
  ff_link_row_set_link (self->link_row, link);
  for (GtkWidget *row = gtk_widget_get_first_child (self->where); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    shows = shows || gtk_widget_get_visible (row);
  gtk_widget_set_visible (self->where, shows);
}

static char *
describe_standing (FfOccurrence *occurrence)
{
  const char *reason = ff_occurrence_get_reason (occurrence);

  switch (ff_occurrence_get_standing (occurrence))
    {
    case FF_STANDING_CANCELLED:
      return g_strdup (_ ("Cancelled"));
    case FF_STANDING_PAUSED:
      /* Translators: why a meeting takes a break, like “On a break: summer” */
      return reason[0] != '\0' ? g_strdup_printf (_ ("On a break: %s"), reason)
                               : g_strdup (_ ("On a break"));
    case FF_STANDING_HOLIDAY:
      /* Translators: %s is a holiday */
      return g_strdup_printf (_ ("Not held: %s"), reason);
    case FF_STANDING_UNDECIDED:
      /* Translators: somebody has to decide whether a meeting is held on a holiday; %s is its name */
      return g_strdup_printf (_ ("To be decided: %s"), reason);
    case FF_STANDING_ON:
    default:
      return NULL;
    }
}

/* What can be done depends on whether it is held, and on what keeps it from being held. */
static void
show_standing (FfOccurrenceDialog *self)
{
  FfStanding standing = ff_occurrence_get_standing (self->occurrence);
  const char *holiday = ff_occurrence_get_holiday (self->occurrence);
  gboolean off = ff_occurrence_get_cancelled (self->occurrence);
  gboolean undecided = standing == FF_STANDING_UNDECIDED;
  g_autofree char *text = describe_standing (self->occurrence);

  show_text (self->standing, text);
  show_text (self->holiday, standing == FF_STANDING_ON ? holiday : NULL);
  gtk_widget_set_visible (self->decide, undecided);
  gtk_widget_set_visible (self->write_row, !off);
  gtk_widget_set_visible (self->cancel_row, !off && !undecided);
  gtk_widget_set_visible (self->restore_row, off);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->restore_row),
                                 standing == FF_STANDING_CANCELLED ? _ ("Restore This Date")
                                                                   : _ ("Hold It Anyway"));
  self->first = undecided ? self->hold_row : off ? self->restore_row : self->write_row;
}

static void
show_move (FfOccurrenceDialog *self)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (self->occurrence);
  g_autofree char *zone = ff_when_zone (self->occurrence);
  g_autofree char *city = ff_time_of_day_format_city (ff_meeting_get_zone (meeting));
  /* Translators: the new time of a date is in the meeting's time zone, which differs from here; %s is a city */
  g_autofree char *hint = g_strdup_printf (_ ("In %s time"), city);

  g_object_set (self->zone_hint, "text", zone != NULL ? hint : "", NULL);
  g_object_bind_property (self->start_row, "valid", self->move_button, "sensitive",
                          G_BINDING_SYNC_CREATE);
}

/* The view of pages gives the focus to its first row, as soon as it is there. */
static void
ff_occurrence_dialog_map (GtkWidget *widget)
{
  FfOccurrenceDialog *self = FF_OCCURRENCE_DIALOG (widget);

  GTK_WIDGET_CLASS (ff_occurrence_dialog_parent_class)->map (widget);
  adw_dialog_set_focus (ADW_DIALOG (self), self->first);
}

static void
ff_occurrence_dialog_dispose (GObject *object)
{
  FfOccurrenceDialog *self = FF_OCCURRENCE_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_OCCURRENCE_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->occurrence);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (ff_occurrence_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, when);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, zone);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, rule);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, standing);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, holiday);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, decide);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, hold_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, where);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, access_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, passcode_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, write_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, cancel_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, restore_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, zone_hint);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, move_button);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, other_place_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, other_link_row);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, link_message);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceDialog, relocate_button);
}

static void
ff_occurrence_dialog_class_init (FfOccurrenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_occurrence_dialog_dispose;
  widget_class->map = ff_occurrence_dialog_map;
  ADW_DIALOG_CLASS (klass)->closed = ff_occurrence_dialog_closed;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  g_type_ensure (FF_TYPE_LINK_ROW);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  g_type_ensure (FF_TYPE_PROPERTY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-occurrence-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, relocate_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_link_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, relocate_clicked_cb);
}

static void
ff_occurrence_dialog_init (FfOccurrenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_occurrence_dialog_new:
 * @context: what the views share
 * @occurrence: the date to show
 * @group: (nullable): its group
 *
 * Returns: (transfer floating): a dialog about @occurrence
 */
GtkWidget *
ff_occurrence_dialog_new (FfContext *context, FfOccurrence *occurrence, FfGroup *group)
{
  FfOccurrenceDialog *self;
  g_autoptr (GDateTime) now = NULL;
  const char *note;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_OCCURRENCE (occurrence), NULL);

  self = g_object_new (FF_TYPE_OCCURRENCE_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->occurrence = g_object_ref (occurrence);
  now = ff_clock_get_now (ff_context_get_clock (context));
  note = ff_occurrence_get_note (occurrence);
  adw_dialog_set_title (ADW_DIALOG (self), ff_when_title (occurrence, group));
  show_text (self->title, ff_when_title (occurrence, group));
  show_when (self, now);
  show_where (self);
  show_standing (self);
  show_move (self);
  self->note = g_strdup (note != NULL ? note : "");
  gtk_editable_set_text (self->note_row, self->note);
  return GTK_WIDGET (self);
}

/**
 * ff_occurrence_dialog_set_schedule:
 * @schedule: (nullable): where it looks for others in the same room or on the same link when the date is moved
 */
void
ff_occurrence_dialog_set_schedule (FfOccurrenceDialog *self, FfSchedule *schedule)
{
  g_return_if_fail (FF_IS_OCCURRENCE_DIALOG (self));

  g_set_object (&self->schedule, schedule);
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

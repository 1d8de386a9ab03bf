/* ff-date-changes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to a meeting or to one of its dates, each told by a toast and taken back by its Undo.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-clash.h"
#include "ff-date-changes.h"
#include "ff-format.h"
#include "ff-meeting-repository.h"
#include "ff-series-edit.h"
#include "ff-toast.h"
#include "ff-undoable.h"

/* A move for which the dates meant are still to be chosen. */
typedef struct
{
  GtkWidget *widget;
  FfContext *context;
  FfOccurrence *occurrence;
  FfWallTime new_start;
  char *note; /* (nullable) not saved yet: it goes with the move, or is saved without one */
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  if (move->note != NULL)
    ff_date_set_note (move->widget, ff_context_get_store (move->context), move->occurrence,
                      move->note);
  g_free (move->note);
  g_object_unref (move->widget);
  g_object_unref (move->context);
  g_object_unref (move->occurrence);
  g_free (move);
}

/* What differs on that date as it is now: an empty one where nothing does, NULL where it cannot be read. */
static FfOverride *
read_override (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence)
{
  const char *uid = ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence));
  const FfWallTime *rule_time = ff_occurrence_get_rule_time (occurrence);
  g_autoptr (GError) error = NULL;
  FfOverride *override = ff_meeting_repository_get_override (store, uid, rule_time, &error);

  if (error != NULL)
    {
      ff_toast_error (widget, error);
      return NULL;
    }
  return override != NULL ? override : ff_override_new (uid, rule_time);
}

/* What differs on that date, and from now on its note, too, unless that is NULL; NULL where it cannot be read. */
static FfOverride *
begin_change (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence, const char *note)
{
  FfOverride *override = read_override (widget, store, occurrence);

  if (override != NULL && note != NULL)
    ff_override_set_note (override, note);
  return override;
}

static void
write_override (GtkWidget *widget, FfStore *store, FfOverride *override, const char *text)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_series_edit_add_override (edit, override);
  ff_undoable_change_schedule (widget, store, edit, text);
}

static char *
dup_date (FfOccurrence *occurrence)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (ff_occurrence_get_start (occurrence));

  /* Translators: a date in a short message, like “24 November” */
  return g_date_time_format (local, C_ ("short message", "%-d %B"));
}

/* Whether a pause or a holiday has to be overruled for it to be held. */
static gboolean
needs_holding (FfOccurrence *occurrence)
{
  FfPauses *pauses = ff_meeting_get_pauses (ff_occurrence_get_meeting (occurrence));
  FfWallTime day = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));

  return ff_occurrence_get_holiday (occurrence) != NULL
         || ff_pauses_find (pauses, ff_occurrence_get_rule_time (occurrence)) != NULL
         || ff_pauses_find (pauses, &day) != NULL;
}

/**
 * ff_date_cancel:
 * @widget: where to show the toast
 * @store: the store
 * @occurrence: the date that will not take place
 * @note: (nullable): what to show with it from now on; %NULL leaves its note as it is
 */
void
ff_date_cancel (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence, const char *note)
{
  g_autoptr (FfOverride) override = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));

  override = begin_change (widget, store, occurrence, note);
  if (override == NULL)
    return;
  ff_override_set_cancelled (override, TRUE);
  ff_override_set_held (override, FALSE);
  date = dup_date (occurrence);
  /* Translators: %s is a date like 24 November */
  text = g_strdup_printf (_ ("Cancelled on %s"), date);
  write_override (widget, store, override, text);
}

/**
 * ff_date_restore:
 * @widget: where to show the toast
 * @store: the store
 * @occurrence: a date that takes place after all: a cancelled one, or one in a pause or on a holiday
 * @note: (nullable): what to show with it from now on; %NULL leaves its note as it is
 */
void
ff_date_restore (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence, const char *note)
{
  g_autoptr (FfOverride) override = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));

  override = begin_change (widget, store, occurrence, note);
  if (override == NULL)
    return;
  ff_override_set_cancelled (override, FALSE);
  ff_override_set_held (override, needs_holding (occurrence));
  date = dup_date (occurrence);
  if (ff_occurrence_get_standing (occurrence) == FF_STANDING_CANCELLED)
    /* Translators: a cancelled date is restored; %s is a date like 24 November */
    text = g_strdup_printf (_ ("Takes place again on %s"), date);
  else
    /* Translators: a meeting is held although it is a holiday; %s is a date like 24 November */
    text = g_strdup_printf (_ ("Takes place on %s"), date);
  write_override (widget, store, override, text);
}

/**
 * ff_date_set_note:
 * @widget: where to say what went wrong
 * @store: the store
 * @occurrence: the date
 * @note: what to show with it; "" for nothing
 */
void
ff_date_set_note (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence, const char *note)
{
  g_autoptr (FfOverride) override = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));
  g_return_if_fail (note != NULL);

  text = g_strstrip (g_strdup (note));
  override = begin_change (widget, store, occurrence, text);
  if (override != NULL)
    write_override (widget, store, override, NULL);
}

/**
 * ff_date_relocate:
 * @widget: where to show the toast
 * @store: the store
 * @occurrence: the date
 * @place: (nullable): where it is held that day; %NULL where it always is
 * @link: (nullable): the link to join it by that day; %NULL for the usual one
 * @note: (nullable): what to show with it from now on; %NULL leaves its note as it is
 */
void
ff_date_relocate (GtkWidget *widget,
                  FfStore *store,
                  FfOccurrence *occurrence,
                  const char *place,
                  const char *link,
                  const char *note)
{
  g_autoptr (FfOverride) override = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));

  override = begin_change (widget, store, occurrence, note);
  if (override == NULL)
    return;
  ff_override_set_place (override, place);
  ff_override_set_link (override, link);
  date = dup_date (occurrence);
  if (place == NULL && link == NULL)
    /* Translators: where one date of a meeting is held; %s is a date like 24 November */
    text = g_strdup_printf (_ ("In the usual place on %s"), date);
  else
    /* Translators: where one date of a meeting is held; %s is a date like 24 November */
    text = g_strdup_printf (_ ("Place changed on %s"), date);
  write_override (widget, store, override, text);
}

static void
move_in_scope (FfScope scope, gpointer data)
{
  Move *move = data;
  FfStore *store = ff_context_get_store (move->context);
  FfMeeting *meeting = ff_occurrence_get_meeting (move->occurrence);
  g_autoptr (FfScheduleEdit) edit = ff_schedule_edit_new ();
  g_autoptr (FfOverride) override
      = begin_change (move->widget, store, move->occurrence, move->note);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), NULL);
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (override == NULL || zone == NULL)
    return;
  if (!ff_series_edit_move (edit, meeting, ff_occurrence_get_rule_time (move->occurrence), override,
                            &move->new_start, scope, &error))
    {
      ff_toast_error (move->widget, error);
      return;
    }
  g_clear_pointer (&move->note, g_free);
  start = ff_wall_time_to_instant (&move->new_start, zone);
  local = g_date_time_to_local (start);
  now = ff_clock_get_now (ff_context_get_clock (move->context));
  date = ff_format_date_short (local, now);
  time = ff_format_time (local);
  /* Translators: a date of a meeting was moved; like “Moved to Tue 1 Dec, 19:00” */
  text = g_strdup_printf (_ ("Moved to %1$s, %2$s"), date, time);
  ff_undoable_change_schedule (move->widget, store, g_steal_pointer (&edit), text);
}

/* The meeting on that one date, as it would be. */
static FfMeeting *
make_moved (FfOccurrence *occurrence, const FfWallTime *start)
{
  FfMeeting *moved = ff_meeting_copy (ff_occurrence_get_meeting (occurrence));
  FfOverride *override = ff_occurrence_get_override (occurrence);
  FfVenue *venue = ff_meeting_get_venue (moved);

  ff_meeting_set_rule (moved, NULL);
  ff_meeting_set_start (moved, start);
  ff_meeting_set_pauses (moved, NULL);
  if (override != NULL && ff_override_get_place (override) != NULL)
    {
      ff_venue_set_text (venue, FF_VENUE_NAME, ff_override_get_place (override));
      ff_venue_set_text (venue, FF_VENUE_ADDRESS, NULL);
      ff_venue_set_text (venue, FF_VENUE_ROOM, NULL);
    }
  if (override != NULL && ff_override_get_link (override) != NULL)
    ff_venue_set_text (venue, FF_VENUE_LINK, ff_override_get_link (override));
  return moved;
}

static char *
describe_clash (FfSchedule *schedule, FfOccurrence *occurrence, const FfWallTime *start)
{
  g_autoptr (FfMeeting) moved = make_moved (occurrence, start);
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (moved), NULL);
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  FfClash *first;

  if (schedule == NULL || zone == NULL)
    return NULL;
  from = ff_wall_time_to_instant (start, zone);
  clashes = ff_clash_find (moved, schedule, from, 1);
  if (clashes->len == 0)
    return NULL;
  first = g_ptr_array_index (clashes, 0);
  /* Translators: %s is a meeting or its group */
  return g_strdup_printf (first->same_link ? _ ("The same link as “%s” at the same time")
                                           : _ ("The same room as “%s” at the same time"),
                          ff_schedule_get_title (schedule,
                                                 ff_occurrence_get_meeting (first->other)));
}

static void
anyway_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "anyway"))
    move_in_scope (FF_SCOPE_ALL, data);
}

/* Of a meeting that is held once there is nothing else to ask. */
static void
ask_anyway (Move *move, const char *warning)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, warning));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "anyway", _ ("_Save Anyway"),
                                  NULL);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (anyway_cb), move,
                         (GClosureNotify) (void (*) (void)) move_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), move->widget);
}

/**
 * ff_date_move:
 * @widget: where to ask and to show the toast
 * @context: what the views share
 * @occurrence: the date to move
 * @new_start: when it is to begin, in its meeting's zone
 * @note: (nullable): what to show with it from now on, moved or not; %NULL leaves its note as it is
 * @schedule: (nullable): where to look for others in the same room or on the same link; %NULL looks nowhere
 *
 * Asks whether the dates after it or all dates are meant too, and moves them in one step. Nothing is
 * asked of a meeting that is held once, unless its room or link is taken then, and nothing is done where the date is there already.
 */
void
ff_date_move (GtkWidget *widget,
              FfContext *context,
              FfOccurrence *occurrence,
              const FfWallTime *new_start,
              const char *note,
              FfSchedule *schedule)
{
  g_autofree char *warning = NULL;
  FfWallTime current;
  Move *move;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));
  g_return_if_fail (new_start != NULL && ff_wall_time_is_valid (new_start));

  current = ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));
  if (ff_wall_time_compare (&current, new_start) == 0)
    {
      if (note != NULL)
        ff_date_set_note (widget, ff_context_get_store (context), occurrence, note);
      return;
    }
  move = g_new0 (Move, 1);
  move->widget = g_object_ref (widget);
  move->context = g_object_ref (context);
  move->occurrence = g_object_ref (occurrence);
  move->new_start = *new_start;
  move->note = note != NULL ? g_strstrip (g_strdup (note)) : NULL;
  warning = describe_clash (schedule, occurrence, new_start);
  if (ff_meeting_get_rule (ff_occurrence_get_meeting (occurrence)) != NULL)
    {
      ff_scope_ask (widget, _ ("Move Which Dates?"), warning, TRUE, move_in_scope, move, move_free);
      return;
    }
  if (warning != NULL)
    {
      ask_anyway (move, warning);
      return;
    }
  move_in_scope (FF_SCOPE_ALL, move);
  move_free (move);
}

/**
 * ff_meeting_delete:
 * @widget: where to show the toast
 * @store: the store
 * @meeting: the series to delete, with all its dates; notes written at its sessions stay
 */
void
ff_meeting_delete (GtkWidget *widget, FfStore *store, FfMeeting *meeting)
{
  FfScheduleEdit *edit;

  g_return_if_fail (FF_IS_MEETING (meeting));

  edit = ff_schedule_edit_new ();
  ff_schedule_edit_delete_meeting (edit, ff_meeting_get_uid (meeting));
  ff_undoable_change_schedule (widget, store, edit, _ ("Meeting deleted"));
}

/* test-occurrence-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that can be done with one date of a meeting, through its dialog.
 */

#include "ff-occurrence-dialog.h"
#include "ff-schedule-edit.h"
#include "ff-schedule-repository.h"
#include "ff-test-page.h"

static const FfWallTime tonight = { 2026, 11, 24, 19, 0 };

static void
apply (FfTestPage *f, FfScheduleEdit *edit)
{
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);
}

/* A group that asks on the 24th, and is off on 1 December; its meeting takes a break from 8 December. */
static void
set_up (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfHolidays) holidays = ff_holidays_new ("h");
  g_autoptr (FfGroup) group = ff_group_new ("g1");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("a");
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-08/2026-12-31 Winter", NULL);
  const FfWallTime start = { 2026, 11, 3, 19, 0 };
  const FfWallTime first_of_december = { 2026, 12, 1, 0, 0 };
  FfVenue *venue = ff_meeting_get_venue (meeting);
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_test_page_set_up (f, data);
  ff_test_page_present (f, gtk_label_new ("behind"));
  ff_holidays_set_name (holidays, "Ours");
  ff_holidays_add (holidays, &tonight, FF_HOLIDAY_ASK, "Founders Day");
  ff_holidays_add (holidays, &first_of_december, FF_HOLIDAY_CANCEL, "Snow Day");
  ff_group_set_name (group, "Harbour group");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_set_text (group, FF_GROUP_HOLIDAYS, "h");
  ff_meeting_set_group (meeting, "g1");
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY;BYDAY=TU");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_pauses (meeting, pauses);
  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_text (venue, FF_VENUE_NAME, "Community Hall");
  ff_venue_set_text (venue, FF_VENUE_ROOM, "Room 2");
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, "12 Main Street");
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://meet.example.org/a");
  ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 604 555 0123");
  ff_schedule_edit_save_holidays (edit, holidays);
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_save_meeting (edit, meeting);
  apply (f, edit);
}

static FfOccurrence *
find_date (FfTestPage *f, const FfWallTime *time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) schedule = ff_schedule_repository_read (f->store, NULL, &error);
  g_autoptr (GDateTime) from = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2027, 1, 1, 0, 0, 0);
  g_autoptr (GPtrArray) dates = ff_schedule_list_occurrences (schedule, from, until, NULL, NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      if (ff_wall_time_compare (ff_occurrence_get_rule_time (g_ptr_array_index (dates, i)), time)
          == 0)
        return g_object_ref (g_ptr_array_index (dates, i));
    }
  g_assert_not_reached ();
}

static GtkWidget *
open_date (FfTestPage *f, const FfWallTime *time)
{
  g_autoptr (FfOccurrence) date = find_date (f, time);
  g_autoptr (FfGroup) group = ff_group_repository_get (f->store, "g1", NULL);
  GtkWidget *dialog = ff_occurrence_dialog_new (f->context, date, group);
  g_autoptr (FfSchedule) schedule = ff_schedule_repository_read (f->store, NULL, NULL);

  ff_occurrence_dialog_set_schedule (FF_OCCURRENCE_DIALOG (dialog), schedule);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (f->window));
  ff_test_page_run (500);
  return dialog;
}

static void
press (FfTestPage *f, GtkWidget *dialog, const char *title)
{
  GtkWidget *row = ff_test_find (dialog, ADW_TYPE_BUTTON_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (row, "activated");
  ff_test_page_wait_written (f);
  ff_test_page_run (500);
}

static void
press_button (FfTestPage *f, const char *label)
{
  GtkWidget *button = ff_test_find (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ff_test_page_wait_written (f);
  ff_test_page_run (500);
}

static void
assert_says (GtkWidget *dialog, const char *text)
{
  g_assert_nonnull (ff_test_find (dialog, GTK_TYPE_LABEL, "label", text));
}

static void
assert_standing (FfTestPage *f, const FfWallTime *time, FfStanding standing)
{
  g_autoptr (FfOccurrence) date = find_date (f, time);

  g_assert_cmpint (ff_occurrence_get_standing (date), ==, standing);
}

static void
test_details (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = open_date (f, &(FfWallTime) { 2026, 11, 17, 19, 0 });
  GtkWidget *place = ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Place");

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (place)), ==,
                   "Community Hall, Room 2\n12 Main Street");
  g_assert_nonnull (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "subtitle", "+1 604 555 0123"));
  g_assert_nonnull (
      ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "subtitle", "https://meet.example.org/a"));
  g_assert_null (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Passcode"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window))
                 == ff_test_find (dialog, ADW_TYPE_BUTTON_ROW, "title", "Write Check-ins"));
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_test_accessible_assert_property (dialog, GTK_ACCESSIBLE_PROPERTY_LABEL, "Harbour group");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (500);
}

/* A day that asks is decided one way, and back by Undo. */
static void
test_decide (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = open_date (f, &tonight);

  assert_says (dialog, "To be decided: Founders Day");
  press (f, dialog, "Hold It Anyway");
  assert_standing (f, &tonight, FF_STANDING_ON);
  press_button (f, "_Undo");
  assert_standing (f, &tonight, FF_STANDING_UNDECIDED);
  dialog = open_date (f, &tonight);
  press (f, dialog, "Cancel This Date");
  assert_standing (f, &tonight, FF_STANDING_CANCELLED);
}

static void
test_hold (FfTestPage *f, gconstpointer data)
{
  const FfWallTime holiday = { 2026, 12, 1, 19, 0 };
  const FfWallTime paused = { 2026, 12, 15, 19, 0 };
  GtkWidget *dialog = open_date (f, &holiday);

  assert_says (dialog, "Not held: Snow Day");
  press (f, dialog, "Hold It Anyway");
  assert_standing (f, &holiday, FF_STANDING_ON);
  dialog = open_date (f, &holiday);
  assert_says (dialog, "Snow Day");
  press (f, dialog, "Cancel This Date");
  assert_standing (f, &holiday, FF_STANDING_CANCELLED);
  dialog = open_date (f, &holiday);
  press (f, dialog, "Restore This Date");
  assert_standing (f, &holiday, FF_STANDING_ON);
  dialog = open_date (f, &paused);
  assert_says (dialog, "On a break: Winter");
  press (f, dialog, "Hold It Anyway");
  assert_standing (f, &paused, FF_STANDING_ON);
}

static void
test_move (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = open_date (f, &tonight);
  GtkWidget *time;
  g_autoptr (FfOccurrence) moved = NULL;
  g_autoptr (FfOccurrence) back = NULL;

  press (f, dialog, "Move This Date…");
  time = ff_test_find (dialog, GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (time), "20:15");
  press_button (f, "_Move");
  press_button (f, "_Only This Date");
  moved = find_date (f, &tonight);
  g_assert_cmpint (g_date_time_get_hour (ff_occurrence_get_start (moved)), ==, 20);
  press_button (f, "_Undo");
  back = find_date (f, &tonight);
  g_assert_cmpint (g_date_time_get_hour (ff_occurrence_get_start (back)), ==, 19);
}

static void
write_note (GtkWidget *dialog, const char *note)
{
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title",
                                                     "Note for This Date")),
                         note);
}

static void
move_an_hour (FfTestPage *f, GtkWidget *dialog)
{
  press (f, dialog, "Move This Date…");
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (dialog, GTK_TYPE_ENTRY, NULL, NULL)), "20:00");
  press_button (f, "_Move");
}

/* A note that was typed goes with the date in one step; with the question left, it is kept all the same. */
static void
test_move_with_note (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = open_date (f, &tonight);
  g_autoptr (FfOccurrence) left = NULL;
  g_autoptr (FfOccurrence) moved = NULL;
  g_autoptr (FfOccurrence) back = NULL;

  write_note (dialog, "Bring chairs");
  move_an_hour (f, dialog);
  press_button (f, "_Cancel");
  left = find_date (f, &tonight);
  g_assert_cmpstr (ff_occurrence_get_note (left), ==, "Bring chairs");
  g_assert_cmpint (g_date_time_get_hour (ff_occurrence_get_start (left)), ==, 19);

  dialog = open_date (f, &tonight);
  write_note (dialog, "Bring cake");
  move_an_hour (f, dialog);
  press_button (f, "_Only This Date");
  moved = find_date (f, &tonight);
  g_assert_cmpstr (ff_occurrence_get_note (moved), ==, "Bring cake");
  g_assert_cmpint (g_date_time_get_hour (ff_occurrence_get_start (moved)), ==, 20);
  press_button (f, "_Undo");
  back = find_date (f, &tonight);
  g_assert_cmpstr (ff_occurrence_get_note (back), ==, "Bring chairs");
}

/* Held once, nothing is asked, and the note is at its new time. */
static void
test_move_once_with_note (FfTestPage *f, gconstpointer data)
{
  const FfWallTime at_eight = { 2026, 11, 24, 20, 0 };
  g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (f->store, "a", NULL);
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (FfOccurrence) moved = NULL;
  g_autoptr (FfOccurrence) back = NULL;
  GtkWidget *dialog;

  ff_meeting_set_start (meeting, &tonight);
  ff_meeting_set_rule (meeting, NULL);
  ff_schedule_edit_save_meeting (edit, meeting);
  apply (f, edit);
  dialog = open_date (f, &tonight);
  write_note (dialog, "Bring chairs");
  move_an_hour (f, dialog);
  moved = find_date (f, &at_eight);
  g_assert_cmpstr (ff_occurrence_get_note (moved), ==, "Bring chairs");
  press_button (f, "_Undo");
  back = find_date (f, &tonight);
  g_assert_cmpstr (ff_occurrence_get_note (back), !=, "Bring chairs");
}

/* Another in the same room at half past eight. */
static void
take_the_room (FfTestPage *f)
{
  const FfWallTime half_past_eight = { 2026, 11, 24, 20, 30 };
  g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (f->store, "a", NULL);
  g_autoptr (FfMeeting) other = ff_meeting_copy_as (meeting, "b");
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_meeting_set_title (other, "Lakeside");
  ff_meeting_set_start (other, &half_past_eight);
  ff_meeting_set_rule (other, NULL);
  ff_venue_set_text (ff_meeting_get_venue (other), FF_VENUE_LINK, NULL);
  ff_schedule_edit_save_meeting (edit, other);
  apply (f, edit);
}

#define ROOM_TAKEN "The same room as “Lakeside” at the same time"

static void
test_move_into_a_taken_room (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfOccurrence) left = NULL;
  AdwDialog *question;

  take_the_room (f);
  move_an_hour (f, open_date (f, &tonight));
  question = adw_window_get_visible_dialog (f->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_true (
      g_str_has_prefix (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (question)), ROOM_TAKEN));
  press_button (f, "_Cancel");
  left = find_date (f, &tonight);
  g_assert_cmpint (g_date_time_get_hour (ff_occurrence_get_start (left)), ==, 19);
}

static void
test_move_once_into_a_taken_room (FfTestPage *f, gconstpointer data)
{
  const FfWallTime at_eight = { 2026, 11, 24, 20, 0 };
  g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (f->store, "a", NULL);
  g_autoptr (FfOccurrence) left = NULL;
  g_autoptr (FfOccurrence) moved = NULL;
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_meeting_set_start (meeting, &tonight);
  ff_meeting_set_rule (meeting, NULL);
  ff_schedule_edit_save_meeting (edit, meeting);
  apply (f, edit);
  take_the_room (f);
  move_an_hour (f, open_date (f, &tonight));
  assert_says (GTK_WIDGET (f->window), ROOM_TAKEN);
  press_button (f, "_Cancel");
  left = find_date (f, &tonight);
  g_assert_cmpint (g_date_time_get_hour (ff_occurrence_get_start (left)), ==, 19);
  move_an_hour (f, open_date (f, &tonight));
  press_button (f, "_Save Anyway");
  moved = find_date (f, &at_eight);
  g_assert_nonnull (moved);
}

/* A note that was typed goes with the other place; the usual room is not said of it. */
static void
test_relocate (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = open_date (f, &tonight);
  g_autoptr (FfOccurrence) date = NULL;
  GtkWidget *place;

  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title",
                                                     "Note for This Date")),
                         "Bring chairs");
  press (f, dialog, "Change Place or Link…");
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Link")),
                         "ask Maria");
  g_assert_false (
      gtk_widget_get_sensitive (ff_test_find (dialog, GTK_TYPE_BUTTON, "label", "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Link")),
                         "");
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Place")),
                         "Library");
  press_button (f, "_Save");
  date = find_date (f, &tonight);
  g_assert_cmpstr (ff_occurrence_get_place (date), ==, "Library");
  g_assert_cmpstr (ff_occurrence_get_link (date), ==, "https://meet.example.org/a");
  g_assert_cmpstr (ff_occurrence_get_note (date), ==, "Bring chairs");
  dialog = open_date (f, &tonight);
  place = ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Place");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (place)), ==, "Library");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (500);
}

static void
test_delete (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfMeeting) gone = NULL;
  g_autoptr (FfMeeting) back = NULL;

  press (f, open_date (f, &tonight), "Delete Meeting");
  gone = ff_meeting_repository_get (f->store, "a", NULL);
  g_assert_null (gone);
  press_button (f, "_Undo");
  back = ff_meeting_repository_get (f->store, "a", NULL);
  g_assert_nonnull (back);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/occurrence-dialog/" name, FfTestPage, NULL, set_up, func, ff_test_page_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("details", test_details);
  ADD ("decide", test_decide);
  ADD ("hold", test_hold);
  ADD ("move", test_move);
  ADD ("move-with-note", test_move_with_note);
  ADD ("move-once-with-note", test_move_once_with_note);
  ADD ("move-into-a-taken-room", test_move_into_a_taken_room);
  ADD ("move-once-into-a-taken-room", test_move_once_into_a_taken_room);
  ADD ("relocate", test_relocate);
  ADD ("delete", test_delete);
  return g_test_run ();
}

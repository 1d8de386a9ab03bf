/* test-schedule-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule lists dates, and cancels, restores, notes and deletes with an Undo.
 */

#include "ff-appointments-dialog.h"
#include "ff-import-dialog.h"
#include "ff-occurrence-dialog.h"
#include "ff-occurrence-row.h"
#include "ff-schedule-edit.h"
#include "ff-schedule-page.h"
#include "ff-test-page.h"

static const FfWallTime tonight = { 2026, 11, 24, 19, 0 };

static FfSchedulePage *
present_page (FfTestPage *f)
{
  FfSchedulePage *page = FF_SCHEDULE_PAGE (ff_schedule_page_new (f->context));

  ff_test_page_present (f, GTK_WIDGET (page));
  return page;
}

static void
set_up (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = NULL;

  ff_test_page_set_up (f, data);
  group = ff_test_page_add_group (f, "g1", "Harbour group");
  ff_test_page_add_meeting (f, "a", "g1", (FfWallTime) { 2026, 10, 6, 19, 0 },
                            "FREQ=WEEKLY;BYDAY=TU");
}

static gboolean
shows (gpointer page, const char *text)
{
  return ff_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label", text) != NULL;
}

static void
click (FfTestPage *f, GtkWidget *widget, const char *label)
{
  GtkWidget *button = ff_test_find (widget, GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ff_test_page_wait_written (f);
}

static guint
count_dates (FfSchedulePage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ff_schedule_page_get_agenda (page)));
}

/* The date is cancelled; or takes place and nothing differs on it. */
static void
assert_cancelled (FfTestPage *f, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfOverride) override
      = ff_meeting_repository_get_override (f->store, "a", &tonight, &error);

  g_assert_no_error (error);
  if (expected)
    g_assert_true (override != NULL && ff_override_get_cancelled (override));
  else
    g_assert_null (override);
}

static void
test_empty (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);

  g_assert_true (shows (page, "No Meetings Yet"));
  g_assert_false (shows (page, "November 2026"));
}

static void
test_dates (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  GtkWidget *row = ff_test_find (GTK_WIDGET (page), FF_TYPE_OCCURRENCE_ROW, NULL, NULL);
  GtkWidget *heading
      = ff_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label", "Today, Tuesday 24 November");

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (
      gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Tuesday 24 November, 7:00\u00a0PM, Harbour group, 90 minutes, Community Hall, Closed");
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  /* There is room for more than four weeks of one meeting, so more is there. */
  ff_test_page_run (300);
  g_assert_cmpuint (count_dates (page), >=, 8);
}

static void
test_weeks_of_a_group (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfGroup) group = ff_group_repository_get (f->store, "g1", &error);

  g_assert_no_error (error);
  ff_view_set_group (FF_VIEW (page), group);
  ff_test_page_run (100);
  g_assert_true (shows (page, "This week"));
  g_assert_true (shows (page, "Next week"));
  ff_view_set_group (FF_VIEW (page), NULL);
  ff_test_page_run (100);
  g_assert_false (shows (page, "This week"));
}

static void
test_show_earlier (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  guint before;
  g_autoptr (FfOccurrence) first = NULL;

  ff_test_page_run (300);
  before = count_dates (page);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.previous", NULL);
  ff_test_page_run (300);
  g_assert_cmpuint (count_dates (page), ==, before + 4);
  first = g_list_model_get_item (G_LIST_MODEL (ff_schedule_page_get_agenda (page)), 0);
  g_assert_cmpint (ff_occurrence_get_rule_time (first)->day, ==, 27);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.today", NULL);
  ff_test_page_run (50);
  g_assert_true (shows (page, "Today, Tuesday 24 November"));
}

static void
test_cancel_undo (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "page.cancel-date", "(ss)", "a",
                              "2026-11-24T19:00");
  ff_test_page_wait_written (f);
  assert_cancelled (f, TRUE);
  g_assert_true (shows (page, "Cancelled"));
  g_assert_true (shows (f->window, "Cancelled on 24 November"));
  click (f, GTK_WIDGET (f->window), "_Undo");
  assert_cancelled (f, FALSE);
  g_assert_false (shows (page, "Cancelled"));
}

static void
test_restore_undo (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "page.cancel-date", "(ss)", "a",
                              "2026-11-24T19:00");
  ff_test_page_wait_written (f);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.restore-date", "(ss)", "a",
                              "2026-11-24T19:00");
  ff_test_page_wait_written (f);
  assert_cancelled (f, FALSE);
}

static void
test_delete_undo (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "page.delete-meeting", "s", "a");
  ff_test_page_wait_written (f);
  g_assert_true (shows (page, "No Meetings Yet"));
  g_assert_true (shows (f->window, "Meeting deleted"));
  click (f, GTK_WIDGET (f->window), "_Undo");
  g_assert_cmpuint (count_dates (page), >, 0);
  g_assert_false (shows (page, "No Meetings Yet"));
}

/* A meeting that has no dates any more can still be reached, and the others are there. */
static void
test_unusable (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  GtkWidget *banner, *button;

  g_assert_false (shows (page, "_Edit…"));
  ff_test_page_add_meeting (f, "b", "g1", (FfWallTime) { 2026, 11, 3, 19, 0 }, "FREQ=SECONDLY");
  ff_test_page_run (400);
  g_assert_cmpuint (count_dates (page), >, 0);
  banner = ff_test_find (GTK_WIDGET (page), ADW_TYPE_BANNER, NULL, NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_nonnull (strstr (adw_banner_get_title (ADW_BANNER (banner)), "“Harbour group”"));
  button = ff_test_find (banner, GTK_TYPE_BUTTON, NULL, NULL);
  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  ff_test_page_run (400);
  g_assert_true (shows (f->window, "Edit Meeting"));

  ff_test_page_add_meeting (f, "b", "g1", (FfWallTime) { 2026, 11, 3, 19, 0 }, "FREQ=WEEKLY");
  ff_test_page_run (100);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
}

static GtkWidget *
find_entry (FfSchedulePage *page)
{
  return ff_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
}

static void
search (FfSchedulePage *page, const char *typed)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "page.search", NULL);
  ff_test_page_run (400);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (page)), typed);
  ff_test_page_run (300);
}

static void
test_search (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g2", "Hill group");
  FfSchedulePage *page = present_page (f);
  GtkWidget *entry, *chip, *popover;

  ff_test_page_add_meeting (f, "b", "g2", (FfWallTime) { 2026, 11, 25, 9, 0 }, "FREQ=WEEKLY");
  search (page, "wednesday morning");
  entry = find_entry (page);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search meetings");
  g_assert_true (shows (page, "1 meeting"));
  g_assert_true (shows (page, "Hill group"));
  g_assert_false (shows (page, "Harbour group"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "hill");
  gtk_menu_button_popup (
      GTK_MENU_BUTTON (ff_test_find (GTK_WIDGET (page), GTK_TYPE_MENU_BUTTON, "label", "_Choose")));
  ff_test_page_run (400);
  popover = ff_test_find (GTK_WIDGET (page), GTK_TYPE_POPOVER, NULL, NULL);
  chip = ff_test_find (popover, GTK_TYPE_TOGGLE_BUTTON, "label", "Wednesday");
  gtk_test_accessible_assert_role (chip, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "hill, Wednesday");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "hill");
}

/* What is not found is said, and one button brings everything back. */
static void
test_nothing_found (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);

  search (page, "zebra");
  g_assert_true (shows (page, "No Meetings Found"));
  g_assert_true (shows (page, "0 meetings"));
  click (f, GTK_WIDGET (page), "_Clear Search");
  ff_test_page_run (400);
  g_assert_true (shows (page, "Today, Tuesday 24 November"));
  g_assert_false (shows (page, "0 meetings"));
}

static void
test_views (FfTestPage *f, gconstpointer data)
{
  GSettings *settings = ff_context_get_settings (f->context);
  FfSchedulePage *page = present_page (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "page.view", "s", "week");
  ff_test_page_run (400);
  g_assert_true (shows (page, "22–28 November 2026"));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.next", NULL);
  ff_test_page_run (300);
  g_assert_true (shows (page, "29 November – 5 December 2026"));
  gtk_widget_activate_action (GTK_WIDGET (page), "page.view", "s", "month");
  gtk_widget_activate_action (GTK_WIDGET (page), "page.previous", NULL);
  ff_test_page_run (400);
  g_assert_true (shows (page, "October 2026"));
  g_assert_cmpint (g_settings_get_enum (settings, "schedule-view"), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (page), "page.view", "s", "agenda");
  ff_test_page_run (300);
  g_assert_true (shows (page, "Today, Tuesday 24 November"));
}

/* Whoever turns to another view by the keyboard is in it, and in no button around it. */
static void
test_focus_goes_along (FfTestPage *f, gconstpointer data)
{
  static const char *const views[] = { "week", "month", "week", "agenda" };
  FfSchedulePage *page = present_page (f);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *focus, *around;

      gtk_widget_activate_action (GTK_WIDGET (page), "page.view", "s", views[i]);
      ff_test_page_run (400);
      focus = gtk_root_get_focus (GTK_ROOT (f->window));
      g_assert_nonnull (focus);
      around = gtk_widget_get_ancestor (focus, ADW_TYPE_VIEW_STACK);
      g_assert_nonnull (around);
    }
}

/* The zone is said where it is not the one of this computer, and which times these are over all. */
static void
test_zones (FfTestPage *f, gconstpointer data)
{
  GSettings *settings = ff_context_get_settings (f->context);
  FfSchedulePage *page = present_page (f);
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("c");
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  g_assert_false (shows (page, "Vancouver time"));
  ff_meeting_set_group (meeting, "g1");
  ff_meeting_set_start (meeting, &(FfWallTime) { 2026, 11, 24, 22, 0 });
  ff_meeting_set_minutes (meeting, 60);
  ff_meeting_set_zone (meeting, "America/Toronto");
  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);
  ff_test_page_run (200);
  g_assert_true (shows (page, "Vancouver time"));
  g_assert_true (shows (page, "10:00\u00a0PM Toronto time · In person")
                 || shows (page, "10:00\u00a0PM Toronto time"));
  gtk_widget_activate_action (GTK_WIDGET (page), "schedule.schedule-zone", "s", "meeting");
  ff_test_page_run (200);
  g_assert_true (shows (page, "Each meeting in its own time"));
  g_assert_true (shows (page, "10:00\u00a0PM"));
  g_assert_true (shows (page, "Toronto time"));
  g_settings_reset (settings, "schedule-zone");
}

/* Without dates, and still there. */
static void
test_by_appointment (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("d");
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  GtkWidget *dialog;

  ff_meeting_set_group (meeting, "g1");
  ff_meeting_set_title (meeting, "Visits");
  ff_meeting_set_start (meeting, &(FfWallTime) { 2026, 11, 24, 22, 0 });
  ff_meeting_set_minutes (meeting, 60);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_by_appointment (meeting, TRUE);
  ff_schedule_edit_save_meeting (edit, meeting);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);
  ff_test_page_run (200);
  g_assert_false (shows (page, "Visits"));
  click (f, GTK_WIDGET (page), "1 Meeting by A_ppointment…");
  ff_test_page_run (400);
  dialog = ff_test_find (GTK_WIDGET (f->window), FF_TYPE_APPOINTMENTS_DIALOG, NULL, NULL);
  g_assert_nonnull (dialog);
  gtk_test_accessible_assert_property (dialog, GTK_ACCESSIBLE_PROPERTY_LABEL, "By Appointment");
  g_assert_true (shows (dialog, "Visits"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (400);
}

/* A telephone has room for the commands, or for a title that is cut short. */
static void
test_narrow (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  GtkWidget *header, *button;

  header = ff_test_find (GTK_WIDGET (page), ADW_TYPE_HEADER_BAR, NULL, NULL);
  button = ff_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "tooltip-text", "New meeting");
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 720);
  ff_test_page_run (400);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, 420);
  g_assert_false (adw_header_bar_get_show_title (ADW_HEADER_BAR (header)));
  g_assert_true (gtk_widget_get_mapped (button));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 560, 720);
  ff_test_page_run (400);
  g_assert_true (adw_header_bar_get_show_title (ADW_HEADER_BAR (header)));
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

/* A file that is let fall on the schedule is shown before anything is taken in. */
static void
test_drop (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "not-there.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;
  GtkWidget *dialog;

  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (page)), "drop", &value, 10.0, 10.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);
  ff_test_page_run (400);
  dialog = ff_test_find (GTK_WIDGET (f->window), FF_TYPE_IMPORT_DIALOG, NULL, NULL);
  g_assert_nonnull (dialog);
  gtk_test_accessible_assert_property (dialog, GTK_ACCESSIBLE_PROPERTY_LABEL, "Import Meetings");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (400);
}

static void
test_open_occurrence (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);

  gtk_widget_activate_action (GTK_WIDGET (page), "page.open-occurrence", "(ss)", "a",
                              "2026-11-24T19:00");
  ff_test_page_run (400);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (f->window), FF_TYPE_OCCURRENCE_DIALOG, NULL, NULL));
}

/* The menu by the keyboard, as assistive technology finds it. */
static void
test_menu (FfTestPage *f, gconstpointer data)
{
  FfSchedulePage *page = present_page (f);
  GtkWidget *row = ff_test_find (GTK_WIDGET (page), FF_TYPE_OCCURRENCE_ROW, NULL, NULL);
  GtkWidget *popover, *item;

  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  gtk_widget_activate_action (gtk_widget_get_parent (row), "list.menu", NULL);
  ff_test_page_run (300);
  popover = ff_test_find (row, GTK_TYPE_POPOVER_MENU, NULL, NULL);
  g_assert_nonnull (popover);
  gtk_test_accessible_assert_role (popover, GTK_ACCESSIBLE_ROLE_MENU);
  item = ff_test_find (popover, g_type_from_name ("GtkModelButton"), "text", "Cancel This Date");
  g_assert_nonnull (item);
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_MENU_ITEM);
  gtk_popover_popdown (GTK_POPOVER (popover));
  ff_test_page_run (300);
  g_assert_null (ff_test_find (row, GTK_TYPE_POPOVER_MENU, NULL, NULL));
}

/* What is typed as a note goes with the cancelling, and with closing. */
static void
test_occurrence_dialog (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfOccurrence) date
      = ff_meeting_repository_get_occurrence (f->store, "a", &tonight, &error);
  g_autoptr (FfGroup) group = ff_group_repository_get (f->store, "g1", NULL);
  g_autoptr (FfOverride) noted = NULL;
  g_autoptr (FfOverride) both = NULL;
  FfSchedulePage *page = present_page (f);
  GtkWidget *dialog, *note, *cancel;

  dialog = ff_occurrence_dialog_new (f->context, date, group);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
  ff_test_page_run (400);
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_test_accessible_assert_property (dialog, GTK_ACCESSIBLE_PROPERTY_LABEL, "Harbour group");
  note = ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Note for This Date");
  gtk_editable_set_text (GTK_EDITABLE (note), "Bring keys");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_wait_written (f);
  ff_test_page_run (400);
  noted = ff_meeting_repository_get_override (f->store, "a", &tonight, &error);
  g_assert_nonnull (noted);
  g_assert_cmpstr (ff_override_get_note (noted), ==, "Bring keys");
  g_assert_false (ff_override_get_cancelled (noted));

  dialog = ff_occurrence_dialog_new (f->context, date, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
  ff_test_page_run (400);
  note = ff_test_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Note for This Date");
  gtk_editable_set_text (GTK_EDITABLE (note), "No heating");
  cancel = ff_test_find (dialog, ADW_TYPE_BUTTON_ROW, "title", "Cancel This Date");
  gtk_test_accessible_assert_role (cancel, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (cancel, "activated");
  ff_test_page_wait_written (f);
  both = ff_meeting_repository_get_override (f->store, "a", &tonight, &error);
  g_assert_cmpstr (ff_override_get_note (both), ==, "No heating");
  g_assert_true (ff_override_get_cancelled (both));
  ff_test_page_run (1000);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/schedule-page/empty", FfTestPage, NULL, ff_test_page_set_up, test_empty,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/dates", FfTestPage, NULL, set_up, test_dates, ff_test_page_tear_down);
  g_test_add ("/schedule-page/weeks-of-a-group", FfTestPage, NULL, set_up, test_weeks_of_a_group,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/show-earlier", FfTestPage, NULL, set_up, test_show_earlier,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/cancel-undo", FfTestPage, NULL, set_up, test_cancel_undo,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/restore-undo", FfTestPage, NULL, set_up, test_restore_undo,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/delete-undo", FfTestPage, NULL, set_up, test_delete_undo,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/unusable", FfTestPage, NULL, set_up, test_unusable,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/search", FfTestPage, NULL, set_up, test_search,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/nothing-found", FfTestPage, NULL, set_up, test_nothing_found,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/views", FfTestPage, NULL, set_up, test_views, ff_test_page_tear_down);
  g_test_add ("/schedule-page/focus-goes-along", FfTestPage, NULL, set_up, test_focus_goes_along,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/zones", FfTestPage, NULL, set_up, test_zones, ff_test_page_tear_down);
  g_test_add ("/schedule-page/by-appointment", FfTestPage, NULL, set_up, test_by_appointment,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/narrow", FfTestPage, NULL, set_up, test_narrow,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/drop", FfTestPage, NULL, set_up, test_drop, ff_test_page_tear_down);
  g_test_add ("/schedule-page/open-occurrence", FfTestPage, NULL, set_up, test_open_occurrence,
              ff_test_page_tear_down);
  g_test_add ("/schedule-page/menu", FfTestPage, NULL, set_up, test_menu, ff_test_page_tear_down);
  g_test_add ("/schedule-page/occurrence-dialog", FfTestPage, NULL, set_up, test_occurrence_dialog,
              ff_test_page_tear_down);
  return g_test_run ();
}

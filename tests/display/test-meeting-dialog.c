/* test-meeting-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding and editing a meeting through its dialog.
 */

#include "ff-group-dialog.h"
#include "ff-meeting-dialog.h"
#include "ff-schedule-edit.h"
#include "ff-test-page.h"

static void
set_up (FfTestPage *f, gconstpointer data)
{
  ff_test_page_set_up (f, data);
  ff_test_page_present (f, gtk_label_new ("behind"));
}

static GtkWidget *
present_dialog (FfTestPage *f, GtkWidget *dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (f->window));
  for (int i = 0; i < 200 && ff_test_find (dialog, GTK_TYPE_BUTTON, NULL, NULL) == NULL; i++)
    ff_test_page_run (20);
  ff_test_page_run (50);
  return dialog;
}

static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = ff_test_find (dialog, ADW_TYPE_PREFERENCES_ROW, "title", title);

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
find_button (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = ff_test_find (dialog, GTK_TYPE_BUTTON, "label", label);

  g_assert_nonnull (button);
  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  return button;
}

static void
click (FfTestPage *f, GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  ff_test_page_wait_written (f);
  ff_test_page_run (400);
}

static FfMeeting *
get_only_meeting (FfTestPage *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = ff_meeting_repository_list (f->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 1);
  return g_object_ref (g_ptr_array_index (meetings, 0));
}

/* Goes to the page that the row with @title opens. */
static void
open_page (GtkWidget *dialog, const char *title)
{
  gtk_widget_activate (find_row (dialog, title));
  ff_test_page_run (500);
}

static void
go_back (GtkWidget *dialog)
{
  g_assert_true (adw_navigation_view_pop (
      ADW_NAVIGATION_VIEW (ff_test_find (dialog, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL))));
  ff_test_page_run (500);
}

static GtkWidget *
find_kind_row (GtkWidget *dialog)
{
  GtkWidget *row = ff_test_find (dialog, ADW_TYPE_COMBO_ROW, "title", "Repeats");

  g_assert_nonnull (row);
  return row;
}

static void
test_add (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  GtkWidget *add = find_button (dialog, "_Add");
  g_autoptr (FfMeeting) meeting = NULL;

  g_assert_null (ff_test_find (dialog, ADW_TYPE_COMBO_ROW, "title", "Group"));
  g_assert_true (gtk_widget_get_focus_child (find_row (dialog, "Title (Optional)")) != NULL);
  g_assert_true (gtk_widget_get_sensitive (add));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Taking Part")), FF_MODE_HYBRID);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Place")), "Hall");
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Link for Joining Online")),
                         "meet.example.org/a");
  open_page (dialog, "Repeats");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_kind_row (dialog)), FF_REPEAT_FORM_MONTHLY_NTH);
  go_back (dialog);
  click (f, add);

  meeting = get_only_meeting (f);
  g_assert_cmpstr (ff_meeting_get_group (meeting), ==, "g1");
  g_assert_cmpstr (ff_meeting_get_place (meeting), ==, "Hall");
  g_assert_cmpstr (ff_meeting_get_link (meeting), ==, "https://meet.example.org/a");
  g_assert_nonnull (strstr (ff_meeting_get_rule (meeting), "4TU"));
  g_assert_cmpstr (ff_meeting_get_zone (meeting), ==, "America/Vancouver");
  g_assert_cmpint (ff_meeting_get_start (meeting)->hour, ==, 19);
}

static void
test_add_asks_for_the_group (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) first = ff_test_page_add_group (f, "g1", "Bay group");
  g_autoptr (FfGroup) second = ff_test_page_add_group (f, "g2", "Hill group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, NULL));
  GtkWidget *add = find_button (dialog, "_Add");
  g_autoptr (FfMeeting) meeting = NULL;

  g_assert_false (gtk_widget_get_sensitive (add));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Group")), 2);
  g_assert_true (gtk_widget_get_sensitive (add));
  click (f, add);
  meeting = get_only_meeting (f);
  g_assert_cmpstr (ff_meeting_get_group (meeting), ==, "g2");
}

static void
test_messages (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  GtkWidget *add = find_button (dialog, "_Add");
  GtkWidget *link;
  const char *message = "This is not a link that can be opened. It looks like "
                        "https://meet.example.org/group, or tel: and a number.";

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Taking Part")), FF_MODE_ONLINE);
  link = find_row (dialog, "Link for Joining Online");
  gtk_editable_set_text (GTK_EDITABLE (link), "ask Maria");
  g_assert_nonnull (ff_test_find (dialog, GTK_TYPE_LABEL, "label", message));
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (link), "");
  g_assert_true (gtk_widget_get_sensitive (add));
  g_object_set (ff_meeting_dialog_get_form (FF_MEETING_DIALOG (dialog)), "minutes", 0, NULL);
  g_assert_false (gtk_widget_get_sensitive (add));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (400);
}

static void
test_edit_keeps_what_is_not_asked (FfTestPage *f, gconstpointer data)
{
  const char *rule = "FREQ=WEEKLY;BYDAY=TU,TH";
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMeeting) before = NULL;
  g_autoptr (FfMeeting) after = NULL;
  GtkWidget *dialog;

  ff_test_page_add_meeting (f, "a", "g1", (FfWallTime) { 2026, 11, 3, 19, 0 }, rule);
  before = ff_meeting_repository_get (f->store, "a", &error);
  dialog = present_dialog (f, ff_meeting_dialog_new_edit (f->context, before));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Title (Optional)")), "Twice a week");
  click (f, find_button (dialog, "_Save"));
  after = get_only_meeting (f);
  g_assert_cmpstr (ff_meeting_get_uid (after), ==, "a");
  g_assert_cmpstr (ff_meeting_get_title (after), ==, "Twice a week");
  g_assert_cmpstr (ff_meeting_get_rule (after), ==, rule);
  g_assert_cmpstr (ff_meeting_get_place (after), ==, "Community Hall");
}

static GtkWidget *
find_accessible (GtkWidget *dialog, GType type, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (dialog); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && gtk_widget_get_mapped (child)
          && gtk_test_accessible_check_property (GTK_ACCESSIBLE (child),
                                                 GTK_ACCESSIBLE_PROPERTY_LABEL, name)
                 == NULL)
        return child;
      found = find_accessible (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Weekdays and what it is like are chosen by words, and said by name to assistive technology. */
static void
test_pages (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  g_autoptr (FfMeeting) meeting = NULL;
  GtkWidget *thursday;
  GtkWidget *french;

  open_page (dialog, "Repeats");
  thursday = find_accessible (dialog, GTK_TYPE_TOGGLE_BUTTON, "Thursday");
  g_assert_nonnull (thursday);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (thursday), TRUE);
  go_back (dialog);

  open_page (dialog, "Who and What");
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL, NULL)),
                         "frenc");
  ff_test_page_run (400);
  french = find_accessible (dialog, GTK_TYPE_CHECK_BUTTON, "French");
  g_assert_nonnull (french);
  gtk_test_accessible_assert_role (french, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  g_assert_null (find_accessible (dialog, GTK_TYPE_CHECK_BUTTON, "German"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (french), TRUE);
  g_assert_nonnull (find_accessible (dialog, GTK_TYPE_BUTTON, "Remove French"));
  go_back (dialog);

  open_page (dialog, "Address, Access and Joining");
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (dialog, "Step-Free Access")), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Address")), "12 Main Street");
  go_back (dialog);

  open_page (dialog, "Breaks");
  g_signal_emit_by_name (find_row (dialog, "Add Break"), "activated");
  g_assert_nonnull (find_accessible (dialog, GTK_TYPE_BUTTON,
                                     "Remove the break from 24 November 2026 to 24 November 2026"));
  go_back (dialog);

  click (f, find_button (dialog, "_Add"));
  meeting = get_only_meeting (f);
  g_assert_nonnull (strstr (ff_meeting_get_rule (meeting), "TU,TH"));
  g_assert_cmpstrv (ff_meeting_get_types (meeting), ((const char *[]) { "FR", "X", NULL }));
  g_assert_cmpstr (ff_venue_get_text (ff_meeting_get_venue (meeting), FF_VENUE_ADDRESS), ==,
                   "12 Main Street");
  g_assert_cmpuint (ff_pauses_count (ff_meeting_get_pauses (meeting)), ==, 1);
}

/* What is wrong on a page that is not open is said where it is opened from. */
static void
test_problem_on_a_page (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  FfMeetingForm *form = ff_meeting_dialog_get_form (FF_MEETING_DIALOG (dialog));

  g_object_set (ff_meeting_form_get_repeat (form), "weekdays", 0, NULL);
  g_assert_nonnull (ff_test_find (dialog, GTK_TYPE_LABEL, "label", "Choose at least one weekday."));
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog, "_Add")));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (400);
}

/* Another group in the room at that time is told before it is saved, and it can be saved all the same. */
static void
test_clash (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) there = ff_test_page_add_group (f, "g1", "Harbour group");
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g2", "Bay group");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  GtkWidget *dialog;
  GtkWidget *row;

  ff_test_page_add_meeting (f, "a", "g1", (FfWallTime) { 2026, 11, 3, 19, 30 },
                            "FREQ=WEEKLY;BYDAY=TU");
  dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Place")), "Community Hall");
  click (f, find_button (dialog, "_Add"));
  meetings = ff_meeting_repository_list (f->store, "g2", &error);
  g_assert_cmpuint (meetings->len, ==, 0);
  row = find_row (dialog, "The same room as “Harbour group” at the same time");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "First on Tue 24 Nov, 7:00\u00a0PM");
  click (f, find_button (dialog, "_Add Anyway"));
  g_clear_pointer (&meetings, g_ptr_array_unref);
  meetings = ff_meeting_repository_list (f->store, "g2", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (meetings->len, ==, 1);
}

static void
wait_for_row (GtkWidget *dialog, const char *title)
{
  for (int i = 0; i < 200 && ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", title) == NULL;
       i++)
    ff_test_page_run (20);
  g_assert_nonnull (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", title));
}

/* A place in use is offered by the beginning of its name, and brings its address with it. */
static void
test_known_place (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  g_autoptr (FfMeeting) other = ff_meeting_new ("a");
  const FfWallTime start = { 2026, 11, 5, 10, 0 };
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  GtkWidget *dialog;
  GtkWidget *place;
  FfVenueForm *venue;
  g_autofree char *address = NULL;

  ff_meeting_set_group (other, "g1");
  ff_meeting_set_start (other, &start);
  ff_meeting_set_minutes (other, 60);
  ff_meeting_set_zone (other, "America/Vancouver");
  ff_venue_set_text (ff_meeting_get_venue (other), FF_VENUE_NAME, "Oak Street Library");
  ff_venue_set_text (ff_meeting_get_venue (other), FF_VENUE_ADDRESS, "40 Oak Street");
  ff_schedule_edit_save_meeting (edit, other);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);

  dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  place = find_row (dialog, "Place");
  gtk_widget_grab_focus (place);
  gtk_editable_set_text (GTK_EDITABLE (place), "libr");
  wait_for_row (dialog, "Oak Street Library");
  gtk_widget_activate (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Oak Street Library"));
  venue = ff_meeting_form_get_venue (ff_meeting_dialog_get_form (FF_MEETING_DIALOG (dialog)));
  g_object_get (venue, "address", &address, NULL);
  g_assert_cmpstr (address, ==, "40 Oak Street");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (place)), ==, "Oak Street Library");
  g_assert_null (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Oak Street Library"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (400);
}

/* What changes the dates is asked for: from the next date on, the past stays. */
static void
test_edit_from_here (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMeeting) before = NULL;
  g_autoptr (FfMeeting) past = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  GtkWidget *dialog;

  ff_test_page_add_meeting (f, "a", "g1", (FfWallTime) { 2026, 11, 3, 19, 0 },
                            "FREQ=WEEKLY;BYDAY=TU");
  before = ff_meeting_repository_get (f->store, "a", &error);
  dialog = present_dialog (f, ff_meeting_dialog_new_edit (f->context, before));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Place")), "Library");
  click (f, find_button (dialog, "_Save"));
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "label", "_Only This Date"));
  click (f, ff_test_find (GTK_WIDGET (f->window), GTK_TYPE_BUTTON, "label",
                          "This and All _Later Dates"));
  meetings = ff_meeting_repository_list (f->store, NULL, &error);
  g_assert_cmpuint (meetings->len, ==, 2);
  past = ff_meeting_repository_get (f->store, "a", &error);
  g_assert_cmpstr (ff_meeting_get_place (past), ==, "Community Hall");
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "label", "Meeting saved"));
}

/* Until @dialog (nullable) is in front. */
static void
wait_for_dialog (FfTestPage *f, gpointer dialog)
{
  for (guint i = 0; i < 500 && adw_window_get_visible_dialog (f->window) != dialog; i++)
    ff_test_page_run (20);
  g_assert_true (adw_window_get_visible_dialog (f->window) == dialog);
}

/* Closes @dialog as Escape does, and says whether it asks first. */
static gboolean
asks_before_closing (FfTestPage *f, GtkWidget *dialog)
{
  AdwDialog *question;

  adw_dialog_close (ADW_DIALOG (dialog));
  question = adw_window_get_visible_dialog (f->window);
  if (!ADW_IS_ALERT_DIALOG (question))
    {
      wait_for_dialog (f, NULL);
      return FALSE;
    }
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (question)), ==,
                   "Discard Changes?");
  adw_dialog_force_close (question);
  wait_for_dialog (f, dialog);
  return TRUE;
}

/* What each page has is asked about, and nothing where all is as it was. */
static void
test_discard (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  g_autoptr (FfPauses) pauses = ff_pauses_parse ("2026-12-24/2026-12-31", NULL);
  GtkWidget *dialog = present_dialog (f, ff_meeting_dialog_new (f->context, group));
  FfMeetingForm *form = ff_meeting_dialog_get_form (FF_MEETING_DIALOG (dialog));
  FfWallTime later;
  g_autofree FfWallTime *start = NULL;

  g_assert_nonnull (pauses);
  g_object_get (form, "start", &start, NULL);
  later = *start;
  later.minute = 30;
  g_object_set (form, "start", &later, NULL);
  g_assert_true (asks_before_closing (f, dialog));
  g_object_set (form, "start", start, "pauses", pauses, NULL);
  g_assert_true (asks_before_closing (f, dialog));
  g_object_set (form, "pauses", NULL, NULL);
  g_object_set (ff_meeting_form_get_venue (form), "name", "Library", NULL);
  g_assert_true (asks_before_closing (f, dialog));
  g_object_set (ff_meeting_form_get_venue (form), "name", "", NULL);
  ff_types_form_choose (ff_meeting_form_get_types (form), "W", TRUE);
  g_assert_true (asks_before_closing (f, dialog));
  ff_types_form_choose (ff_meeting_form_get_types (form), "W", FALSE);
  g_object_set (ff_meeting_form_get_repeat (form), "interval", 2, NULL);
  g_assert_true (asks_before_closing (f, dialog));
  g_object_set (ff_meeting_form_get_repeat (form), "interval", 1, NULL);
  g_assert_false (asks_before_closing (f, dialog));
}

static void
test_discard_group (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  GtkWidget *dialog = present_dialog (f, GTK_WIDGET (ff_group_dialog_new (f->context, group)));
  g_autoptr (GObject) form = NULL;

  g_object_get (dialog, "form", &form, NULL);
  g_object_set (form, "website", "harbour.example.org", NULL);
  g_assert_true (asks_before_closing (f, dialog));
  g_object_set (form, "website", "", NULL);
  g_assert_false (asks_before_closing (f, dialog));

  dialog = present_dialog (f, GTK_WIDGET (ff_group_dialog_new (f->context, NULL)));
  g_assert_false (asks_before_closing (f, dialog));
  dialog = present_dialog (f, GTK_WIDGET (ff_group_dialog_new (f->context, NULL)));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Who Answers There")), "Ann");
  g_assert_true (asks_before_closing (f, dialog));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/meeting-dialog/add", FfTestPage, NULL, set_up, test_add, ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/add-asks-for-the-group", FfTestPage, NULL, set_up,
              test_add_asks_for_the_group, ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/messages", FfTestPage, NULL, set_up, test_messages,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/edit-keeps-what-is-not-asked", FfTestPage, NULL, set_up,
              test_edit_keeps_what_is_not_asked, ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/pages", FfTestPage, NULL, set_up, test_pages,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/problem-on-a-page", FfTestPage, NULL, set_up, test_problem_on_a_page,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/clash", FfTestPage, NULL, set_up, test_clash,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/known-place", FfTestPage, NULL, set_up, test_known_place,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/edit-from-here", FfTestPage, NULL, set_up, test_edit_from_here,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/discard", FfTestPage, NULL, set_up, test_discard,
              ff_test_page_tear_down);
  g_test_add ("/meeting-dialog/discard-group", FfTestPage, NULL, set_up, test_discard_group,
              ff_test_page_tear_down);
  return g_test_run ();
}

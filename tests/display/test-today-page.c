/* test-today-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Today shows the next meeting, who comes back, and keeps the tools chosen.
 */

#include "ff-help-line-repository.h"
#include "ff-schedule-edit.h"
#include "ff-session-repository.h"
#include "ff-test-page.h"
#include "ff-today-page.h"

static FfTodayPage *
present_page (FfTestPage *f)
{
  FfTodayPage *page = FF_TODAY_PAGE (ff_today_page_new (f->context));

  ff_test_page_present (f, GTK_WIDGET (page));
  return page;
}

static void
set_up (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) harbour = NULL;
  g_autoptr (FfGroup) hill = NULL;

  ff_test_page_set_up (f, data);
  harbour = ff_test_page_add_group (f, "g1", "Harbour group");
  hill = ff_test_page_add_group (f, "g2", "Hill group");
  ff_test_page_add_meeting (f, "a", "g1", (FfWallTime) { 2026, 11, 3, 19, 0 },
                            "FREQ=WEEKLY;BYDAY=TU");
  ff_test_page_add_meeting (f, "b", "g2", (FfWallTime) { 2026, 11, 5, 18, 0 },
                            "FREQ=WEEKLY;BYDAY=TH");
}

static gboolean
shows (gpointer page, const char *text)
{
  return ff_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label", text) != NULL;
}

static GtkWidget *
find_button (gpointer page, const char *label)
{
  return ff_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "label", label);
}

static void
test_no_meetings (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);

  g_assert_null (ff_today_page_get_next (page));
  g_assert_true (shows (page, "No Meetings Yet"));
  gtk_test_accessible_assert_role (find_button (page, "_Add a Meeting…"),
                                   GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
test_next (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);
  GListModel *coming = ff_today_page_get_coming (page);

  g_assert_true (shows (page, "Tonight at 7:00\u00a0PM"));
  g_assert_true (shows (page, "Harbour group"));
  g_assert_true (shows (page, "in 50 minutes · until 8:30\u00a0PM"));
  g_assert_true (shows (page, "Community Hall"));
  g_assert_cmpuint (g_list_model_get_n_items (coming), ==, 1);

  ff_test_page_set_now (f, 24, 19, 20);
  g_assert_true (shows (page, "Now, since 7:00\u00a0PM"));
  g_assert_true (shows (page, "until 8:30\u00a0PM"));

  /* After its end the next one comes forward, and the check-ins stay one step away. */
  ff_test_page_set_now (f, 24, 20, 40);
  g_assert_true (shows (page, "Thursday 26 November, 6:00\u00a0PM"));
  g_assert_true (shows (page, "Just ended, 7:00\u00a0PM–8:30\u00a0PM"));
  ff_test_page_set_now (f, 25, 9, 0);
  g_assert_true (shows (page, "Tomorrow at 6:00\u00a0PM"));
  g_assert_false (shows (page, "Just ended, 7:00\u00a0PM–8:30\u00a0PM"));
}

static void
test_write_check_ins (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);
  GtkWidget *button = find_button (page, "_Write Check-ins");

  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (f->asked->str, ==, "write-check-ins ('a', '2026-11-24T19:00'); ");
}

static void
keep_holiday (FfTestPage *f, FfHolidayPolicy policy)
{
  const FfWallTime today = { 2026, 11, 24, 0, 0 };
  g_autoptr (FfHolidays) holidays = ff_holidays_new ("h");
  g_autoptr (FfGroup) group = ff_group_repository_get (f->store, "g1", NULL);
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_holidays_set_name (holidays, "British Columbia");
  ff_holidays_add (holidays, &today, policy, "Founders’ Day");
  ff_group_set_text (group, FF_GROUP_HOLIDAYS, "h");
  ff_schedule_edit_save_holidays (edit, holidays);
  ff_schedule_edit_save_group (edit, group);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);
  ff_test_page_run (200);
}

/* Whoever comes tonight has to be told, and the day says why. */
static void
test_holiday (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);

  keep_holiday (f, FF_HOLIDAY_CANCEL);
  g_assert_true (shows (page, "Founders’ Day"));
  g_assert_true (shows (page, "The group does not meet on this holiday."));
  g_assert_false (shows (page, "_Write Check-ins"));
  g_assert_false (shows (page, "_It Takes Place"));
}

/* Nobody has said yet whether it is on: it is asked, and the answer stays. */
static void
test_undecided (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);
  GtkWidget *button;

  keep_holiday (f, FF_HOLIDAY_ASK);
  g_assert_true (shows (page, "Is it on?"));
  button = find_button (page, "_It Takes Place");
  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  ff_test_page_wait_written (f);
  ff_test_page_run (200);
  g_assert_false (shows (page, "Is it on?"));
  g_assert_false (shows (page, "_It Takes Place"));
  g_assert_true (shows (page, "_Write Check-ins"));
}

/* Dates are worked out in a thread. */
static void
wait_shows (FfTodayPage *page, const char *words, gboolean wanted)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (shows (page, words) != wanted)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      ff_test_page_run (20);
    }
}

static void
test_group (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfGroup) hill = ff_group_repository_get (f->store, "g2", &error);

  g_assert_no_error (error);
  ff_view_set_group (FF_VIEW (page), hill);
  wait_shows (page, "Tonight at 7:00\u00a0PM", FALSE);
  g_assert_true (shows (page, "Hill group"));
  ff_view_set_group (FF_VIEW (page), NULL);
  wait_shows (page, "Tonight at 7:00\u00a0PM", TRUE);
}

static void
test_cancelled (FfTestPage *f, gconstpointer data)
{
  const FfWallTime tonight = { 2026, 11, 24, 19, 0 };
  g_autoptr (FfOverride) override = ff_override_new ("a", &tonight);
  FfTodayPage *page = present_page (f);

  ff_override_set_cancelled (override, TRUE);
  ff_override_set_note (override, "The hall has no heating");
  ff_test_save_override (f->store, override);
  ff_test_page_run (100);
  g_assert_true (shows (page, "Tonight at 7:00\u00a0PM"));
  wait_shows (page, "Cancelled", TRUE);
  g_assert_true (shows (page, "The hall has no heating"));
}

static void
add_plan (FfTestPage *f, FfSession *session, const char *alias, const char *text)
{
  g_autoptr (FfParticipant) participant = ff_participant_new (NULL);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (NULL);
  g_autoptr (FfPlanItem) item = ff_plan_item_new (NULL);

  ff_participant_set_group (participant, "g1");
  ff_participant_set_alias (participant, alias);
  ff_check_in_set_session (check_in, ff_session_get_uid (session));
  ff_check_in_set_participant (check_in, ff_participant_get_uid (participant));
  ff_session_repository_save_check_in_async (f->store, check_in, session, participant,
                                             ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_test_page_run (100);
  ff_plan_item_set_participant (item, ff_participant_get_uid (participant));
  ff_plan_item_set_set_at (item, ff_session_get_uid (session));
  ff_plan_item_set_text (item, text);
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_test_page_run (100);
}

static void
test_plans_come_back (FfTestPage *f, gconstpointer data)
{
  const FfWallTime last_week = { 2026, 11, 17, 19, 0 };
  g_autoptr (FfSession) session = ff_session_new (NULL);
  FfTodayPage *page = present_page (f);
  GtkWidget *row;

  g_assert_true (shows (page, "No plans to come back to. What people plan for their week appears "
                              "here before the next meeting."));
  ff_session_set_group (session, "g1");
  ff_session_set_meeting (session, "a");
  ff_session_set_rule_time (session, &last_week);
  ff_session_set_start (session, &last_week);
  add_plan (f, session, "Robin", "Walk on Friday");
  add_plan (f, session, "Sam", "Call my brother");
  g_assert_true (shows (page, "Robin"));
  g_assert_true (shows (page, "Call my brother"));
  row = gtk_widget_get_ancestor (ff_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label",
                                               "Walk on Friday"),
                                 GTK_TYPE_LIST_BOX_ROW);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Robin: Walk on Friday");
}

/* Tools are read in a thread; those that are not suggested come on demand. */
static GtkWidget *
show_tool (FfTodayPage *page, const char *title)
{
  GtkWidget *row, *all;

  while ((row = ff_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "title", title)) == NULL)
    {
      all = ff_test_find (GTK_WIDGET (page), ADW_TYPE_BUTTON_ROW, "title", "Show All Tools");
      if (all != NULL)
        g_signal_emit_by_name (all, "activated");
      g_main_context_iteration (NULL, TRUE);
    }
  return row;
}

/* Two ticks at once make one session, and the pack can be printed from the first one on. */
static void
test_tools_are_kept (FfTestPage *f, gconstpointer data)
{
  const FfWallTime tonight = { 2026, 11, 24, 19, 0 };
  FfTodayPage *page = present_page (f);
  GtkWidget *urge_log = show_tool (page, "Urge log");
  GtkWidget *plan = show_tool (page, "Seven-day plan");
  GtkWidget *print = find_button (page, "_Print Pack…");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = NULL;
  g_autoptr (FfSession) fewer = NULL;
  GtkWidget *check = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (urge_log));

  gtk_test_accessible_assert_role (check, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Urge log");
  g_assert_false (gtk_widget_get_sensitive (print));
  g_assert_nonnull (gtk_widget_get_tooltip_text (print));
  g_assert_null (ff_session_repository_find (f->store, "a", &tonight, &error));

  adw_action_row_activate (ADW_ACTION_ROW (plan));
  adw_action_row_activate (ADW_ACTION_ROW (urge_log));
  ff_test_page_wait_written (f);
  session = ff_session_repository_find (f->store, "a", &tonight, &error);
  g_assert_no_error (error);
  g_assert_nonnull (session);
  g_assert_cmpstrv (ff_session_get_handouts (session),
                    ((const char *[]) { "seven-day-plan", "urge-log", NULL }));
  g_assert_true (gtk_widget_get_sensitive (print));
  g_assert_null (gtk_widget_get_tooltip_text (print));

  /* A handout of one's own was given from elsewhere: it stays. */
  ff_session_set_handouts (session,
                           ((const char *[]) { "urge-log", "seven-day-plan", "own-1", NULL }));
  ff_session_set_copies (session, "own-1", 7);
  ff_session_set_copies (session, "seven-day-plan", 5);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_test_page_wait_written (f);
  g_assert_true (
      g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (plan)), "5 copies given. "));
  g_assert_false (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (urge_log)), "0"));
  adw_action_row_activate (ADW_ACTION_ROW (urge_log));
  ff_test_page_wait_written (f);
  fewer = ff_session_repository_find (f->store, "a", &tonight, &error);
  g_assert_cmpstrv (ff_session_get_handouts (fewer),
                    ((const char *[]) { "seven-day-plan", "own-1", NULL }));
  g_assert_cmpuint (ff_session_get_copies (fewer, "own-1"), ==, 7);
  g_assert_cmpstr (ff_session_get_uid (fewer), ==, ff_session_get_uid (session));
}

/* Of the group that meets next, while it has none. */
static void
test_help_reminder (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);
  GtkWidget *row
      = ff_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "title", "No Help Lines Yet");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  ff_test_page_run (400);
  g_assert_cmpstr (f->asked->str, ==, "help-lines-of 'g1'; ");
  g_ptr_array_add (lines, ff_help_line_new ("Crisis line", "604-555-0100", "", ""));
  ff_help_line_repository_save_async (f->store, "g1", lines, FALSE, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_test_page_wait_written (f);
  g_assert_null (
      ff_test_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "title", "No Help Lines Yet"));
}

static void
test_coming_row (FfTestPage *f, gconstpointer data)
{
  FfTodayPage *page = present_page (f);
  GtkWidget *label = ff_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "label", "Hill group");
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);

  gtk_test_accessible_assert_property (
      row, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Thursday 26 November, 6:00\u00a0PM, Hill group, 90 minutes, Community Hall, Closed");
  gtk_widget_activate (row);
  g_assert_cmpstr (f->asked->str, ==, "write-check-ins ('b', '2026-11-26T18:00'); ");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/today-page/no-meetings", FfTestPage, NULL, ff_test_page_set_up, test_no_meetings,
              ff_test_page_tear_down);
  g_test_add ("/today-page/next", FfTestPage, NULL, set_up, test_next, ff_test_page_tear_down);
  g_test_add ("/today-page/write-check-ins", FfTestPage, NULL, set_up, test_write_check_ins,
              ff_test_page_tear_down);
  g_test_add ("/today-page/holiday", FfTestPage, NULL, set_up, test_holiday,
              ff_test_page_tear_down);
  g_test_add ("/today-page/undecided", FfTestPage, NULL, set_up, test_undecided,
              ff_test_page_tear_down);
  g_test_add ("/today-page/group", FfTestPage, NULL, set_up, test_group, ff_test_page_tear_down);
  g_test_add ("/today-page/cancelled", FfTestPage, NULL, set_up, test_cancelled,
              ff_test_page_tear_down);
  g_test_add ("/today-page/plans-come-back", FfTestPage, NULL, set_up, test_plans_come_back,
              ff_test_page_tear_down);
  g_test_add ("/today-page/help-reminder", FfTestPage, NULL, set_up, test_help_reminder,
              ff_test_page_tear_down);
  g_test_add ("/today-page/tools-are-kept", FfTestPage, NULL, set_up, test_tools_are_kept,
              ff_test_page_tear_down);
  g_test_add ("/today-page/coming-row", FfTestPage, NULL, set_up, test_coming_row,
              ff_test_page_tear_down);
  return g_test_run ();
}

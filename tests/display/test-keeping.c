/* test-keeping.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Old notes removed, and when somebody is reminded of them, or that no copy lies elsewhere.
 */

#include "ff-config.h"

#include "ff-copying.h"
#include "ff-keep-notes.h"
#include "ff-keeping-preferences.h"
#include "ff-keeping-reminder.h"
#include "ff-retention-dialog.h"
#include "ff-test-keeping.h"

static AdwDialog *
get_question (FfTestKeeping *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  return ADW_IS_ALERT_DIALOG (dialog) ? dialog : NULL;
}

/* --- Old notes --- */

static void
ff_test_keeping_set_keep_months (FfTestKeeping *fixture, FfGroup *group, guint months)
{
  gboolean is_saved = FALSE;

  ff_group_set_keep_months (group, months);
  ff_group_repository_save_async (fixture->shell.store, group, NULL, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static AdwDialog *
present_retention (FfTestKeeping *fixture)
{
  AdwDialog *dialog = g_object_ref_sink (ff_retention_dialog_new (fixture->shell.context));

  adw_dialog_present (dialog, fixture->window);
  ff_test_settle ();
  return dialog;
}

static guint
ff_test_keeping_count_check_ins (FfTestKeeping *fixture)
{
  g_autoptr (GPtrArray) sessions
      = ff_session_repository_list (fixture->shell.store, NULL, 100, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      g_autoptr (GPtrArray) check_ins = ff_session_repository_list_check_ins (
          fixture->shell.store, ff_session_get_uid (g_ptr_array_index (sessions, i)), NULL);

      n += check_ins->len;
    }
  return n;
}

/* Older backups go only where that is wanted. */
static void
test_retention (FfTestKeeping *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_autoptr (FfGroup) other = ff_test_add_group (&fixture->shell, "Wednesday Group", FALSE);
  g_autofree char *path = NULL;
  g_autoptr (FfBackup) backup = NULL;
  AdwDialog *dialog;
  GtkWidget *button;

  ff_test_keeping_add_note (fixture, group, "Sam", 2023, 3);
  ff_test_keeping_add_note (fixture, group, "Sam", 2026, 11);
  ff_test_keeping_add_note (fixture, group, "Renée", 2023, 4);
  ff_test_keeping_add_note (fixture, other, "Ali", 2020, 4);
  ff_test_keeping_set_keep_months (fixture, group, 24);
  dialog = present_retention (fixture);
  button = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Remove…");

  ff_test_until_says (dialog, "2 check-ins and 0 plan items of 2 meetings");
  ff_test_until_says (dialog, "1 person has no notes left, and goes too");
  g_assert_null (ff_test_find_saying (GTK_WIDGET (dialog), "Wednesday Group"));
  ff_test_until_says (dialog, "2 check-ins");
  g_assert_cmpuint (ff_test_keeping_count_check_ins (fixture), ==, 4);

  ff_test_click (button);
  ff_test_until (get_question (fixture) != NULL);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_question (fixture))),
                            "2 check-ins and 0 plan items are removed for good"));
  adw_dialog_close (get_question (fixture));
  ff_test_until (get_question (fixture) == NULL);
  g_assert_cmpuint (ff_test_keeping_count_check_ins (fixture), ==, 4);

  path = ff_test_keeping_back_up_today (fixture);
  ff_test_click (button);
  ff_test_until (get_question (fixture) != NULL);
  if (data != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                     ff_test_find (GTK_WIDGET (get_question (fixture)),
                                                   GTK_TYPE_CHECK_BUTTON, NULL)),
                                 TRUE);
  g_signal_emit_by_name (get_question (fixture), "response", "remove");
  adw_dialog_force_close (get_question (fixture));
  ff_test_until_says (dialog, "2 check-ins removed");
  ff_test_until_says (dialog, "Nothing before");
  g_assert_cmpuint (ff_test_keeping_count_check_ins (fixture), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (button));
  backup = ff_backup_inspect (path, NULL, NULL);
  if (data == NULL)
    g_assert_cmpuint (backup->check_ins, ==, 4);
  else
    g_assert_true (backup == NULL || backup->check_ins == 2);
  ff_test_keeping_close_dialog (dialog);
}

/* Where a group keeps its notes for ever, an age can be chosen all the same. */
static void
test_retention_by_age (FfTestKeeping *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Wednesday Group", FALSE);
  AdwDialog *dialog;
  AdwComboRow *age;

  ff_test_keeping_add_note (fixture, group, "Ali", 2020, 4);
  dialog = present_retention (fixture);
  ff_test_until_says (dialog, "Every Group Keeps Its Notes for Ever");
  age = ADW_COMBO_ROW (ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Notes Older Than"));
  adw_combo_row_set_selected (age, 4);
  ff_test_until_says (dialog, "1 check-in and 0 plan items of 1 meeting");
  ff_test_keeping_close_dialog (dialog);
}

static void
test_keep_notes (FfTestKeeping *fixture, gconstpointer data)
{
  GtkWidget *keep = g_object_ref_sink (g_object_new (FF_TYPE_KEEP_NOTES, NULL));
  GtkWidget *choice = ff_test_find (keep, ADW_TYPE_COMBO_ROW, "Keep Check-in Notes");
  GtkWidget *spin = ff_test_find (keep, ADW_TYPE_SPIN_ROW, "Months to Keep Them");
  guint months;

  g_assert_false (gtk_widget_get_visible (spin));
  g_object_set (keep, "months", 24, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 3);
  g_object_set (keep, "months", 18, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 5);
  g_assert_true (gtk_widget_get_visible (spin));
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (ADW_SPIN_ROW (spin)), 18, 0.1);
  adw_spin_row_set_value (ADW_SPIN_ROW (spin), 30);
  g_object_get (keep, "months", &months, NULL);
  g_assert_cmpuint (months, ==, 30);
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 0);
  g_object_get (keep, "months", &months, NULL);
  g_assert_cmpuint (months, ==, 0);
  g_assert_false (gtk_widget_get_visible (spin));
  g_assert_finalize_object (keep);
}

/* --- Reminders --- */

static void
test_due (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 31, 12, 0, 0);
  g_autoptr (GDateTime) month = g_date_time_new_utc (2026, 2, 28, 11, 59, 0);
  g_autoptr (GDateTime) less = g_date_time_new_utc (2026, 2, 28, 12, 1, 0);

  g_assert_true (ff_keeping_reminder_is_due (now, 0, 0));
  g_assert_true (ff_keeping_reminder_is_due (now, g_date_time_to_unix (month), 0));
  g_assert_false (ff_keeping_reminder_is_due (now, g_date_time_to_unix (less), 0));
  g_assert_false (ff_keeping_reminder_is_due (now, 0, g_date_time_to_unix (less)));
  g_assert_true (
      ff_keeping_reminder_is_due (now, g_date_time_to_unix (month), g_date_time_to_unix (month)));
}

static GtkWidget *
present_reminder (FfTestKeeping *fixture)
{
  GtkWidget *reminder = g_object_new (FF_TYPE_KEEPING_REMINDER, NULL);

  ff_keeping_reminder_set_context (FF_KEEPING_REMINDER (reminder), fixture->shell.context);
  adw_toast_overlay_set_child (
      ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (fixture->window))), reminder);
  ff_test_settle ();
  return reminder;
}

static gboolean
is_revealed (GtkWidget *reminder)
{
  gboolean is_revealed;

  g_object_get (reminder, "revealed", &is_revealed, NULL);
  return is_revealed;
}

static void
set_day (FfTestKeeping *fixture, int year, int month, int day)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (year, month, day, 16, 30, 0);

  ff_clock_set_now (ff_context_get_clock (fixture->shell.context), now);
  ff_test_settle ();
}

static void
test_copy_reminder (FfTestKeeping *fixture, gconstpointer data)
{
  GtkWidget *reminder = present_reminder (fixture);
  g_autoptr (FfGroup) group = NULL;
  GtkWidget *act;

  g_assert_false (is_revealed (reminder));
  group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_assert_false (is_revealed (reminder));
  ff_test_keeping_add_note (fixture, group, "Sam", 2026, 11);
  ff_test_until (is_revealed (reminder));
  ff_test_until_says (reminder, "Your groups are on this computer only.");
  act = ff_test_find (reminder, GTK_TYPE_BUTTON, "Keep a _Copy Elsewhere…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (act)), ==, "win.backups");

  ff_test_click (ff_test_find (reminder, GTK_TYPE_BUTTON, "_Not This Month"));
  ff_test_until (!is_revealed (reminder));
  set_day (fixture, 2026, 12, 20);
  g_assert_false (is_revealed (reminder));
  set_day (fixture, 2026, 12, 25);
  ff_test_until (is_revealed (reminder));

  ff_copying_remember (fixture->shell.context);
  ff_test_until (!is_revealed (reminder));
  set_day (fixture, 2027, 1, 26);
  ff_test_until (is_revealed (reminder));
  ff_test_until_says (reminder, "more than a month old");
}

/* A week of peace from the first session on, whatever a made-up group has. */
static void
test_no_reminder_on_first_evening (FfTestKeeping *fixture, gconstpointer data)
{
  GtkWidget *reminder = present_reminder (fixture);
  g_autoptr (FfGroup) sample = ff_test_add_group (&fixture->shell, "Made Up", TRUE);
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  const FfWallTime first = { 2026, 11, 24, 16, 0 };

  ff_test_keeping_add_note (fixture, sample, "Sam", 2025, 11);
  ff_test_keeping_add_check_in (fixture, group, "Sam", &first);
  ff_test_settle ();
  g_assert_false (is_revealed (reminder));
  set_day (fixture, 2026, 11, 30);
  g_assert_false (is_revealed (reminder));
  set_day (fixture, 2026, 12, 1);
  ff_test_until (is_revealed (reminder));
}

static void
test_no_reminder_of_sample (FfTestKeeping *fixture, gconstpointer data)
{
  GtkWidget *reminder = present_reminder (fixture);
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Made Up", TRUE);

  ff_test_keeping_add_note (fixture, group, "Sam", 2020, 11);
  ff_test_keeping_set_keep_months (fixture, group, 6);
  ff_test_settle ();
  g_assert_false (is_revealed (reminder));
}

static void
test_retention_reminder (FfTestKeeping *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  GtkWidget *reminder, *act;

  ff_copying_remember (fixture->shell.context);
  ff_test_keeping_add_note (fixture, group, "Sam", 2023, 11);
  reminder = present_reminder (fixture);
  g_assert_false (is_revealed (reminder));
  ff_test_keeping_set_keep_months (fixture, group, 24);
  ff_test_until (is_revealed (reminder));
  ff_test_until_says (reminder, "older than their group keeps them");
  act = ff_test_find (reminder, GTK_TYPE_BUTTON, "_Look at Them…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (act)), ==, "win.retention");
  g_assert_cmpuint (ff_test_keeping_count_check_ins (fixture), ==, 1);

  ff_test_click (ff_test_find (reminder, GTK_TYPE_BUTTON, "_Not This Month"));
  ff_test_until (!is_revealed (reminder));
  g_assert_cmpint (g_settings_get_int64 (ff_test_keeping_get_settings (fixture),
                                         "retention-reminded"),
                   ==, ff_test_keeping_get_now (fixture));
  ff_test_keeping_set_keep_months (fixture, group, 0);
  g_settings_reset (ff_test_keeping_get_settings (fixture), "retention-reminded");
  ff_test_settle ();
  g_assert_false (is_revealed (reminder));
}

static void
test_preferences (FfTestKeeping *fixture, gconstpointer data)
{
  GtkWidget *group
      = g_object_ref_sink (GTK_WIDGET (ff_keeping_preferences_new (fixture->shell.context)));
  GtkWidget *backups = ff_test_find (group, ADW_TYPE_ACTION_ROW, "Backups");
  GtkWidget *notes = ff_test_find (group, ADW_TYPE_ACTION_ROW, "Remove Old Notes");

  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (backups)), ==, "win.backups");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (backups)), ==,
                   "No copy elsewhere yet");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (notes)), ==, "win.retention");
  g_assert_finalize_object (group);
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/keeping/" path, FfTestKeeping, data, ff_test_keeping_set_up, function,             \
              ff_test_keeping_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("retention/purge", NULL, test_retention);
  ADD ("retention/purge-with-backups", "backups", test_retention);
  ADD ("retention/by-age", NULL, test_retention_by_age);
  ADD ("retention/keep-notes", NULL, test_keep_notes);
  g_test_add_func ("/keeping/reminder/due", test_due);
  ADD ("reminder/copy", NULL, test_copy_reminder);
  ADD ("reminder/first-evening", NULL, test_no_reminder_on_first_evening);
  ADD ("reminder/sample", NULL, test_no_reminder_of_sample);
  ADD ("reminder/retention", NULL, test_retention_reminder);
  ADD ("preferences", NULL, test_preferences);

  return g_test_run ();
}

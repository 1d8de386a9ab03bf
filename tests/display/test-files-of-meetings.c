/* test-files-of-meetings.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking files of meetings in, and writing them, through the dialogs.
 */

#include "ff-config.h"

#include <time.h>

#include "ff-export-dialog.h"
#include "ff-feeds.h"
#include "ff-import-dialog.h"
#include "ff-schedule-repository.h"
#include "ff-test-shell.h"

#define LISTING                                                                                    \
  "[{\"name\": \"Harbour\", \"slug\": \"harbour\", \"day\": 2, \"time\": \"19:00\","               \
  "  \"end_time\": \"20:00\", \"timezone\": \"America/Vancouver\"},"                               \
  " {\"name\": \"Morning\", \"slug\": \"morning\", \"day\": %d, \"time\": \"09:00\","              \
  "  \"end_time\": \"10:00\", \"timezone\": \"America/Vancouver\"},"                               \
  " {\"name\": \"Odd\", \"slug\": \"odd\", \"day\": 2, \"time\": \"25:00\"}]"

typedef struct
{
  FfTestShell shell;
  FfGroup *group;
  GtkWidget *window;
  char *path;
  AdwDialog *dialog; /* (unowned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  ff_test_shell_set_up (&fixture->shell);
  fixture->group = ff_test_add_group (&fixture->shell, "Tuesday", FALSE);
  fixture->path = g_build_filename (fixture->shell.folder, "listing.json", NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), adw_bin_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (window == NULL);
  ff_test_shell_tear_down (&fixture->shell);
  g_assert_finalize_object (g_steal_pointer (&fixture->group));
  g_free (fixture->path);
}

static void
write_file (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_listing (Fixture *fixture, int day)
{
  g_autofree char *text = g_strdup_printf (LISTING, day);

  write_file (fixture, text);
}

static void
present (Fixture *fixture, AdwDialog *dialog)
{
  fixture->dialog = dialog;
  adw_dialog_present (dialog, adw_window_get_content (ADW_WINDOW (fixture->window)));
}

static GtkWidget *
look (Fixture *fixture, GType type, const char *label)
{
  return ff_test_find (GTK_WIDGET (fixture->dialog), type, label);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  GtkWidget *widget = look (fixture, type, label);

  if (widget == NULL)
    g_test_message ("There is no “%s”", label);
  g_assert_nonnull (widget);
  return widget;
}

static GtkWidget *
find_import_button (Fixture *fixture)
{
  return find (fixture, GTK_TYPE_BUTTON, "_Import");
}

static void
open_file (Fixture *fixture, const char *counts)
{
  present (fixture, ff_import_dialog_new (fixture->shell.context, fixture->path, "Tuesday"));
  ff_test_until (ff_test_is_shown (look (fixture, GTK_TYPE_LABEL, counts)));
}

static void
wait_for_close (Fixture *fixture)
{
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
}

static guint
count_meetings (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) schedule
      = ff_schedule_repository_read (fixture->shell.store, NULL, &error);

  g_assert_no_error (error);
  return ff_schedule_get_meetings (schedule)->len;
}

static void
import (Fixture *fixture)
{
  GtkWidget *button = find_import_button (fixture);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  wait_for_close (fixture);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list, *undo;

  write_listing (fixture, 3);
  open_file (fixture, "2 meetings added · 1 cannot be taken in");
  list = find (fixture, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_nonnull (look (fixture, GTK_TYPE_LABEL, "Added"));
  g_assert_nonnull (look (fixture, GTK_TYPE_LABEL, "Odd"));
  g_assert_nonnull (look (fixture, GTK_TYPE_LABEL, "Morning"));
  g_assert_false (gtk_widget_get_visible (find (fixture, ADW_TYPE_SWITCH_ROW, NULL)));
  g_assert_true (GTK_IS_LIST_VIEW (list));
  g_assert_cmpuint (count_meetings (fixture), ==, 0);

  import (fixture);
  g_assert_cmpuint (count_meetings (fixture), ==, 2);
  ff_test_until ((undo = ff_test_find (fixture->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  ff_test_until (count_meetings (fixture) == 0);
}

/* The same file again changes nothing; a changed one what is changed. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *gone;

  write_listing (fixture, 3);
  open_file (fixture, "2 meetings added · 1 cannot be taken in");
  import (fixture);

  open_file (fixture, "2 stay as they are · 1 cannot be taken in");
  g_assert_false (gtk_widget_is_sensitive (find_import_button (fixture)));
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);

  write_listing (fixture, 4);
  open_file (fixture, "1 changed · 1 stays as it is · 1 cannot be taken in");
  import (fixture);
  g_assert_cmpuint (count_meetings (fixture), ==, 2);

  write_file (fixture, "[{\"name\": \"Harbour\", \"slug\": \"harbour\", \"day\": 2,"
                       " \"time\": \"19:00\", \"end_time\": \"20:00\","
                       " \"timezone\": \"America/Vancouver\"}]");
  open_file (fixture, "1 stays as it is");
  gone = find (fixture, ADW_TYPE_SWITCH_ROW, "Remove Meetings That Are No Longer in the File");
  g_assert_true (gtk_widget_get_visible (gone));
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (gone)));
  g_assert_false (gtk_widget_is_sensitive (find_import_button (fixture)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (gone), TRUE);
  import (fixture);
  g_assert_cmpuint (count_meetings (fixture), ==, 1);
}

static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  write_file (fixture, "[{\"name\": \"Harb");
  present (fixture, ff_import_dialog_new (fixture->shell.context, fixture->path, NULL));
  ff_test_until (ff_test_is_shown (look (fixture, ADW_TYPE_STATUS_PAGE, "Nothing Was Imported")));
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (
                       look (fixture, ADW_TYPE_STATUS_PAGE, "Nothing Was Imported"))),
                   !=, "");
  g_assert_true (
      gtk_widget_is_sensitive (find (fixture, GTK_TYPE_BUTTON, "Choose Another _File…")));
  g_assert_false (gtk_widget_is_sensitive (find_import_button (fixture)));
  adw_dialog_force_close (fixture->dialog);
}

/* In microseconds: neither waiting for something to do counts, nor what else the computer does. */
static gint64
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Ten thousand rows are read while the window goes on; closed in the midst of it, nothing is done. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("[");
  gint64 before, longest = 0;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text,
                            "%s{\"name\": \"Meeting %u\", \"slug\": \"m-%u\", \"day\": %u, "
                            "\"time\": \"19:00\", \"timezone\": \"America/Vancouver\"}",
                            i > 0 ? "," : "", i, i, i % 7);
  g_string_append_c (text, ']');
  write_file (fixture, text->str);
  present (fixture, ff_import_dialog_new (fixture->shell.context, fixture->path, NULL));
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);

  present (fixture, ff_import_dialog_new (fixture->shell.context, fixture->path, "Tuesday"));
  while (!ff_test_is_shown (look (fixture, GTK_TYPE_LABEL, "10000 meetings added")))
    {
      before = get_thread_time ();
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_thread_time () - before);
    }
  g_test_message ("The longest turn of the main loop took %.0f ms", (double) longest / 1000);
  g_assert_cmpint (longest, <, G_USEC_PER_SEC / 2);

  /* Given up after Import was pressed: nothing is done, and it can be done after all. */
  g_signal_emit_by_name (find_import_button (fixture), "clicked");
  g_assert_false (gtk_widget_is_sensitive (find_import_button (fixture)));
  g_signal_emit_by_name (find (fixture, GTK_TYPE_BUTTON, "_Cancel"), "clicked");
  ff_test_until (gtk_widget_is_sensitive (find_import_button (fixture)));
  g_assert_true (ff_test_is_shown (look (fixture, GTK_TYPE_LABEL, "10000 meetings added")));
  g_assert_cmpuint (count_meetings (fixture), ==, 0);
  import (fixture);
  g_assert_cmpuint (count_meetings (fixture), ==, 10000);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, "out.ics", NULL);
  g_autofree char *text = NULL;
  GtkWidget *save;

  write_listing (fixture, 3);
  open_file (fixture, "2 meetings added · 1 cannot be taken in");
  import (fixture);
  present (fixture,
           ff_export_dialog_new (fixture->shell.context, ff_group_get_uid (fixture->group)));
  save = find (fixture, GTK_TYPE_BUTTON, "_Save…");
  gtk_test_accessible_assert_role (save, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_false (adw_switch_row_get_active (
      ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "Passcodes"))));
  ff_export_dialog_save (FF_EXPORT_DIALOG (fixture->dialog), path);
  g_assert_false (gtk_widget_is_sensitive (save));
  ff_test_until (gtk_widget_is_sensitive (save));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "BEGIN:VCALENDAR"));
  g_assert_nonnull (strstr (text, "Morning"));
  adw_dialog_force_close (fixture->dialog);
}

/* A group's calendar is written again when it was asked for, until it is not any more. */
static void
test_feed (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = ff_context_get_settings (fixture->shell.context);
  const char *group = ff_group_get_uid (fixture->group);
  g_autofree char *path = g_build_filename (fixture->shell.folder, "tuesday.ics", NULL);
  g_autofree char *kept = NULL;
  AdwSwitchRow *feed, *passcodes;
  GtkWidget *save;

  present (fixture, ff_export_dialog_new (fixture->shell.context, group));
  feed = ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "Keep This File Up to Date"));
  passcodes = ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "Passcodes"));
  save = find (fixture, GTK_TYPE_BUTTON, "_Save…");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (feed)));
  g_assert_false (adw_switch_row_get_active (feed));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "Meetings Of")), 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (feed)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "Meetings Of")), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "For")), 1);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (feed)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "For")), 0);

  adw_switch_row_set_active (passcodes, TRUE);
  adw_switch_row_set_active (feed, TRUE);
  g_assert_false (adw_switch_row_get_active (passcodes));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (passcodes)));
  ff_export_dialog_save (FF_EXPORT_DIALOG (fixture->dialog), "/proc/nowhere/out.ics");
  ff_test_until (gtk_widget_is_sensitive (save));
  g_assert_null (ff_feeds_get_path (settings, group));

  adw_switch_row_set_active (feed, TRUE);
  ff_export_dialog_save (FF_EXPORT_DIALOG (fixture->dialog), path);
  ff_test_until (gtk_widget_is_sensitive (save));
  kept = ff_feeds_get_path (settings, group);
  g_assert_cmpstr (kept, ==, path);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (feed)), ==,
                   "“tuesday.ics” is written again whenever a meeting changes.");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);

  present (fixture, ff_export_dialog_new (fixture->shell.context, group));
  feed = ADW_SWITCH_ROW (find (fixture, ADW_TYPE_SWITCH_ROW, "Keep This File Up to Date"));
  g_assert_true (adw_switch_row_get_active (feed));
  adw_switch_row_set_active (feed, FALSE);
  g_assert_null (ff_feeds_get_path (settings, group));
  adw_dialog_force_close (fixture->dialog);
}

/* What a format cannot say is told by name. */
static void
test_remarks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *calendar = g_build_filename (fixture->shell.folder, "in.ics", NULL);
  g_autofree char *path = g_build_filename (fixture->shell.folder, "out.json", NULL);
  AdwComboRow *format;
  GtkWidget *label;

  g_set_str (&fixture->path, calendar);
  write_file (fixture, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
                       "UID:one\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Fortnight\r\n"
                       "DTSTART;TZID=America/Vancouver:20261124T190000\r\nDURATION:PT1H\r\n"
                       "RRULE:FREQ=WEEKLY;INTERVAL=2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  open_file (fixture, "1 meeting added");
  import (fixture);
  present (fixture, ff_export_dialog_new (fixture->shell.context, NULL));
  format = ADW_COMBO_ROW (find (fixture, ADW_TYPE_COMBO_ROW, "For"));
  adw_combo_row_set_selected (format, 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (format)), ==, "Meeting Guide JSON");
  ff_export_dialog_save (FF_EXPORT_DIALOG (fixture->dialog), path);
  ff_test_until (
      (label = look (fixture, GTK_TYPE_LABEL,
                     "“out.json” is saved. One thing could not be said in it as it is here:"))
          != NULL
      && ff_test_is_shown (label));
  adw_dialog_force_close (fixture->dialog);
}

static void
test_export_trouble (Fixture *fixture, gconstpointer data)
{
  GtkWidget *save;

  present (fixture, ff_export_dialog_new (fixture->shell.context, NULL));
  save = find (fixture, GTK_TYPE_BUTTON, "_Save…");
  ff_export_dialog_save (FF_EXPORT_DIALOG (fixture->dialog), "/proc/nowhere/out.ics");
  ff_test_until (gtk_widget_is_sensitive (save));
  ff_test_until (look (fixture, ADW_TYPE_TOAST_OVERLAY, NULL) != NULL);
  g_assert_nonnull (find (fixture, ADW_TYPE_PREFERENCES_PAGE, NULL));
  adw_dialog_force_close (fixture->dialog);
}

#define add(name, test)                                                                            \
  g_test_add ("/files-of-meetings/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("import", test_import);
  add ("again", test_again);
  add ("trouble", test_trouble);
  add ("many", test_many);
  add ("export", test_export);
  add ("feed", test_feed);
  add ("remarks", test_remarks);
  add ("export-trouble", test_export_trouble);

  return g_test_run ();
}

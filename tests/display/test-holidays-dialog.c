/* test-holidays-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars of holidays through their dialog, and the group that keeps one.
 */

#include <glib/gstdio.h>

#include "ff-group-dialog.h"
#include "ff-holidays-dialog.h"
#include "ff-schedule-edit.h"
#include "ff-schedule-repository.h"
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
  ff_test_page_run (500);
  return dialog;
}

static void
close_dialog (GtkWidget *dialog)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ff_test_page_run (500);
}

/* Neither the dialog nor a page in it stays behind. */
static void
test_gone (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = present_dialog (f, ff_holidays_dialog_new (f->context));
  GtkWidget *pages = ff_test_find (dialog, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL);
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (pages)));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  g_object_add_weak_pointer (G_OBJECT (pages), (gpointer *) &pages);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  close_dialog (dialog);
  g_assert_null (dialog);
  g_assert_null (pages);
  g_assert_null (page);
}

static GtkWidget *
find (GtkWidget *dialog, GType type, const char *title)
{
  GtkWidget *found = ff_test_find (dialog, type, "title", title);

  g_assert_nonnull (found);
  return found;
}

static void
press (FfTestPage *f, GtkWidget *dialog, const char *title)
{
  g_signal_emit_by_name (find (dialog, ADW_TYPE_BUTTON_ROW, title), "activated");
  ff_test_page_wait_written (f);
  ff_test_page_run (500);
}

static void
press_button (FfTestPage *f, GtkWidget *dialog, const char *property, const char *label)
{
  GtkWidget *button = ff_test_find (dialog, GTK_TYPE_BUTTON, property, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ff_test_page_wait_written (f);
  ff_test_page_run (500);
}

/* (nullable): the only one there is */
static FfHolidays *
get_calendar (FfTestPage *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = ff_schedule_repository_list_holidays (f->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, <=, 1);
  return list->len > 0 ? g_object_ref (g_ptr_array_index (list, 0)) : NULL;
}

static void
assert_days (FfTestPage *f, const char *days)
{
  g_autoptr (FfHolidays) holidays = get_calendar (f);
  g_autofree char *text = NULL;

  g_assert_nonnull (holidays);
  text = g_strchomp (ff_holidays_to_string (holidays));
  g_assert_cmpstr (text, ==, days);
}

static void
add_day (FfTestPage *f, GtkWidget *dialog, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "Name of the Day")), name);
  press (f, dialog, "Add Day");
}

/* A day is typed, decided, removed and put back. */
static void
test_days (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = present_dialog (f, ff_holidays_dialog_new (f->context));
  GtkWidget *choice;

  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_DIALOG);
  press (f, dialog, "New Calendar");
  add_day (f, dialog, "  ");
  g_assert_nonnull (ff_test_find (dialog, GTK_TYPE_LABEL, "label", "Give the day a name."));
  add_day (f, dialog, "Founders Day");
  assert_days (f, "2026-11-24 cancel Founders Day");
  choice = ff_test_find (find (dialog, ADW_TYPE_ACTION_ROW, "Founders Day"), GTK_TYPE_DROP_DOWN,
                         NULL, NULL);
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "On Founders Day");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  ff_test_page_wait_written (f);
  assert_days (f, "2026-11-24 ask Founders Day");
  press_button (f, dialog, "tooltip-text", "Remove Founders Day");
  assert_days (f, "");
  press_button (f, dialog, "label", "_Undo");
  assert_days (f, "2026-11-24 ask Founders Day");
  g_assert_nonnull (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Founders Day"));
  close_dialog (dialog);
}

static void
test_name (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = present_dialog (f, ff_holidays_dialog_new (f->context));
  GtkWidget *name;
  g_autoptr (FfHolidays) holidays = NULL;

  press (f, dialog, "New Calendar");
  name = find (dialog, ADW_TYPE_ENTRY_ROW, "Name of the Calendar");
  gtk_editable_set_text (GTK_EDITABLE (name), " ");
  g_signal_emit_by_name (name, "apply");
  g_assert_nonnull (ff_test_find (dialog, GTK_TYPE_LABEL, "label", "Give the calendar a name."));
  gtk_editable_set_text (GTK_EDITABLE (name), "British Columbia");
  g_signal_emit_by_name (name, "apply");
  ff_test_page_wait_written (f);
  holidays = get_calendar (f);
  g_assert_cmpstr (ff_holidays_get_name (holidays), ==, "British Columbia");
  close_dialog (dialog);
}

static void
test_delete (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = present_dialog (f, ff_holidays_dialog_new (f->context));
  g_autoptr (FfHolidays) gone = NULL;

  press (f, dialog, "New Calendar");
  add_day (f, dialog, "Founders Day");
  press (f, dialog, "Delete Calendar");
  gone = get_calendar (f);
  g_assert_null (gone);
  press_button (f, dialog, "label", "_Undo");
  assert_days (f, "2026-11-24 cancel Founders Day");
  g_assert_nonnull (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "subtitle", "1 day"));
  close_dialog (dialog);
}

static void
take_file (FfTestPage *f, GtkWidget *dialog, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "fourfold-days-XXXXXX", NULL);
  const int fd = g_mkstemp (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  ff_holidays_dialog_take_file (FF_HOLIDAYS_DIALOG (dialog), file);
  ff_test_page_run (300);
  ff_test_page_wait_written (f);
  ff_test_page_run (500);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Days of a file are a calendar of their own, undecided; a file without days is told and leaves nothing. */
static void
test_import (FfTestPage *f, gconstpointer data)
{
  GtkWidget *dialog = present_dialog (f, ff_holidays_dialog_new (f->context));
  g_autoptr (FfHolidays) holidays = NULL;

  g_assert_nonnull (find (dialog, ADW_TYPE_BUTTON_ROW, "Import From a File…"));
  take_file (f, dialog,
             "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:British Columbia\r\n"
             "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\n"
             "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20270101\r\n"
             "SUMMARY:New Year\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  assert_days (f, "2026-12-25 ask Christmas\n2027-01-01 ask New Year");
  holidays = get_calendar (f);
  g_assert_cmpstr (ff_holidays_get_name (holidays), ==, "British Columbia");
  g_assert_nonnull (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Christmas"));
  press_button (f, dialog, "label", "_Undo");
  g_assert_null (get_calendar (f));

  take_file (f, dialog, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
  g_assert_null (get_calendar (f));
  g_assert_nonnull (
      ff_test_find (dialog, GTK_TYPE_LABEL, "label",
                    "There is no day in this calendar. Choose a calendar of public holidays."));
  close_dialog (dialog);
}

/* The group says which calendar it keeps, and more for its listings. */
static void
test_group (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g1", "Harbour group");
  g_autoptr (FfHolidays) holidays = ff_holidays_new ("h");
  g_autoptr (FfGroup) after = NULL;
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  GtkWidget *dialog;

  ff_holidays_set_name (holidays, "British Columbia");
  ff_schedule_edit_save_holidays (edit, holidays);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_clear_object (&f->result);

  dialog = present_dialog (f, GTK_WIDGET (ff_group_dialog_new (f->context, group)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, "Public Holidays")),
                              1);
  gtk_widget_activate (find (dialog, ADW_TYPE_ACTION_ROW, "For Listings"));
  ff_test_page_run (500);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, ADW_TYPE_COMBO_ROW, "Setting")),
                              FF_SETTING_CLINIC);
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "Website")), "ask");
  g_assert_true (adw_navigation_view_pop (
      ADW_NAVIGATION_VIEW (ff_test_find (dialog, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL))));
  ff_test_page_run (500);
  g_assert_false (
      gtk_widget_get_sensitive (ff_test_find (dialog, GTK_TYPE_BUTTON, "label", "_Save")));
  gtk_widget_activate (find (dialog, ADW_TYPE_ACTION_ROW, "For Listings"));
  ff_test_page_run (500);
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "Website")),
                         "harbour.example.org");
  g_assert_true (adw_navigation_view_pop (
      ADW_NAVIGATION_VIEW (ff_test_find (dialog, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL))));
  ff_test_page_run (500);
  press_button (f, dialog, "label", "_Save");
  after = ff_group_repository_get (f->store, "g1", NULL);
  g_assert_cmpstr (ff_group_get_text (after, FF_GROUP_HOLIDAYS), ==, "h");
  g_assert_cmpint (ff_group_get_setting (after), ==, FF_SETTING_CLINIC);
  g_assert_cmpstr (ff_group_get_text (after, FF_GROUP_WEBSITE), ==, "https://harbour.example.org");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/holidays-dialog/" name, FfTestPage, NULL, set_up, func, ff_test_page_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("days", test_days);
  ADD ("gone", test_gone);
  ADD ("name", test_name);
  ADD ("delete", test_delete);
  ADD ("import", test_import);
  ADD ("group", test_group);
  return g_test_run ();
}

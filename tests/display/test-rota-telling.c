/* test-rota-telling.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telling volunteers of their dates, the rota on paper, and the hours of a year.
 */

#include "ff-rota-telling.h"

#include "ff-letter-view.h"
#include "ff-mail.h"
#include "ff-message-label.h"
#include "ff-rota-hours.h"
#include "ff-rota-print.h"
#include "ff-sheet-view.h"
#include "ff-test-rota.h"
#include "ff-text-file.h"
#include "ff-told.h"

static GDateTime *
make_start (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");

  return g_date_time_new (zone, 2026, 11, 23, 0, 0, 0);
}

static AdwDialog *
present (FfTestPage *f)
{
  g_autoptr (GDateTime) from = make_start ();
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 4);

  ff_rota_telling_present (ff_test_rota_get_page (f), f->context, NULL, from, until);
  return adw_window_get_visible_dialog (f->window);
}

/* Ana is to be asked for two dates, Ben has agreed to one. */
static void
add_people (FfTestPage *f)
{
  ff_test_rota_add_volunteer (f, "ana", "Ana", "ana@example.org");
  ff_test_rota_add_volunteer (f, "ben", "Ben", "");
  ff_test_rota_add_duty (f, "ana", 0, FF_DUTY_PROPOSED);
  ff_test_rota_add_duty (f, "ana", 1, FF_DUTY_PROPOSED);
  ff_test_rota_add_duty (f, "ben", 2, FF_DUTY_CONFIRMED);
}

static void
activate (FfTestPage *f, guint position)
{
  g_signal_emit_by_name (ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL), "activate",
                         position);
}

static char *
read_letter (FfTestPage *f)
{
  return ff_letter_view_get_text (
      FF_LETTER_VIEW (ff_test_rota_await (f, FF_TYPE_LETTER_VIEW, NULL, NULL)));
}

static void
test_letter (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *list, *text_view;
  g_autofree char *text = NULL;

  add_people (f);
  dialog = present (f);
  gtk_test_accessible_assert_role (GTK_WIDGET (dialog), GTK_ACCESSIBLE_ROLE_DIALOG);
  list = ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Volunteers with dates");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "2 dates, 2 of them not asked yet");
  /* Who has been asked for everything is not among them. */
  g_assert_null (ff_test_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "label", "Ben"));
  activate (f, 0);
  text_view = ff_test_rota_await (f, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  gtk_test_accessible_assert_property (text_view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Message");
  text = read_letter (f);
  g_assert_true (g_str_has_prefix (
      text, "Hello Ana,\n\nCould you take these dates?\n\n• Tuesday 24 November, "));
  g_assert_nonnull (strstr (text, "\n  Facilitator · Harbour\n  Community Hall\n"));
  g_assert_null (strstr (text, "Ben"));
  ff_test_rota_click (f, "_Copy");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Message copied");
}

static void
test_mark (FfTestPage *f, gconstpointer data)
{
  add_people (f);
  present (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "2 dates, 2 of them not asked yet");
  activate (f, 0);
  ff_test_rota_click (f, "Mark as _Asked");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Marked as asked");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_ASKED), ==, 2);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_CONFIRMED), ==, 1);
  g_assert_false (
      gtk_widget_is_sensitive (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Mark as _Asked")));
  ff_test_rota_click (f, "_Undo");
  ff_test_page_wait_written (f);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 2);
}

static void
give_away (FfTestPage *f, const char *uid, const char *volunteer, int weeks)
{
  g_autoptr (FfAssignment) duty = ff_test_rota_make_duty (NULL, volunteer, weeks);
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_assignment (edit, uid);
  ff_roster_edit_save_assignment (edit, duty);
  ff_test_rota_apply (f, edit);
}

/* Cleo agreed to two dates; the second is Ben's now, and he was not asked. Ana had one, which nobody has now. */
static void
add_relieved (FfTestPage *f)
{
  static const struct
  {
    const char *uid, *volunteer;
    int weeks;
  } duties[] = { { "stays", "cleo", 1 }, { "goes", "cleo", 2 }, { "anas", "ana", 0 } };
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_test_rota_add_volunteer (f, "ana", "Ana", "");
  ff_test_rota_add_volunteer (f, "ben", "Ben", "");
  ff_test_rota_add_volunteer (f, "cleo", "Cleo", "");
  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    {
      g_autoptr (FfAssignment) duty
          = ff_test_rota_make_duty (duties[i].uid, duties[i].volunteer, duties[i].weeks);

      ff_assignment_set_status (duty, FF_DUTY_CONFIRMED);
      ff_roster_edit_save_assignment (edit, duty);
    }
  ff_test_rota_apply (f, edit);
  give_away (f, "goes", "ben", 2);
  edit = ff_roster_edit_new ();
  ff_roster_edit_delete_assignment (edit, "anas");
  ff_test_rota_apply (f, edit);
}

/* Who has a date no more is told once, and the button says that nobody is asked for anything. */
static void
test_relieved (FfTestPage *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *button;

  add_relieved (f);
  present (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1 date; 1 no longer theirs");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1 no longer theirs");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1 date, 1 of them not asked yet");
  /* Ben is asked as ever. */
  activate (f, 1);
  ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Mark as _Asked");
  ff_test_rota_click (f, "_Next");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Cleo");
  text = read_letter (f);
  g_assert_nonnull (strstr (text, "\nThese are agreed already. Thank you for them:\n\n"
                                  "• Tuesday 1 December, "));
  g_assert_nonnull (strstr (text, "\nThese are no longer yours:\n\n• Tuesday 8 December, "));
  g_assert_null (strstr (text, "Ben"));
  button = ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Mark as _Told");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Note that they know which dates are no longer theirs");
  ff_test_rota_click (f, "Mark as _Told");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Marked as told");
  g_assert_false (gtk_widget_is_sensitive (button));
  ff_test_rota_click (f, "_Undo");
  for (guint i = 0; i < 200 && !gtk_widget_is_sensitive (button); i++)
    ff_test_page_run (50);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Mark as _Told");
}

static FfTold *
list_first (FfTestPage *f, GPtrArray **all)
{
  g_autoptr (GDateTime) from = make_start ();
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  FfRotaSource *source = ff_rota_source_read (f->store, from, until, &error);

  g_assert_no_error (error);
  f->result = NULL;
  ff_told_list_async (source, NULL, from, until, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  *all = ff_told_list_finish (done, &error);
  g_assert_no_error (error);
  return g_ptr_array_index (*all, (*all)->len - 1);
}

static void
assert_event (const char *calendar, const char *uid, const char *status)
{
  g_autofree char *begin = g_strdup_printf ("UID:%s\r\n", uid);
  g_autofree char *line = g_strdup_printf ("\r\nSTATUS:%s\r\n", status);
  const char *event = strstr (calendar, begin);
  g_autofree char *rest = NULL;

  g_assert_nonnull (event);
  rest = g_strndup (event, (gsize) (strstr (event, "END:VEVENT") - event));
  g_assert_nonnull (strstr (rest, line));
}

/* What Cleo's calendar was told stays what it was known by, so that it is taken out; once told, it is in no file more. */
static void
test_relieved_calendar (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = make_start ();
  g_autoptr (GPtrArray) people = NULL, again = NULL;
  g_autofree char *before = NULL, *after = NULL;
  FfTold *cleo;

  add_relieved (f);
  cleo = list_first (f, &people);
  g_assert_cmpuint (people->len, ==, 3);
  g_assert_true (ff_told_has_news (cleo));
  before = ff_told_write_calendar (cleo, now, FALSE);
  assert_event (before, "stays", "CONFIRMED");
  assert_event (before, "goes", "CANCELLED");
  ff_test_rota_apply (f, ff_told_make_asked (cleo, now));
  cleo = list_first (f, &again);
  g_assert_false (ff_told_has_news (cleo));
  after = ff_told_write_calendar (cleo, now, FALSE);
  assert_event (after, "stays", "CONFIRMED");
  g_assert_null (strstr (after, "UID:goes"));
}

/* All, one after the other; nobody's address is made up. */
static void
test_walk (FfTestPage *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_people (f);
  present (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "2 dates, 2 of them not asked yet");
  adw_switch_row_set_active (ADW_SWITCH_ROW (ff_test_rota_await (f, ADW_TYPE_SWITCH_ROW, "title",
                                                                 "Only Those Not Told Yet")),
                             FALSE);
  activate (f, 0);
  ff_test_rota_click (f, "_Next");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Ben");
  text = read_letter (f);
  g_assert_nonnull (strstr (text, "These are agreed already"));
  g_assert_false (
      gtk_widget_is_sensitive (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Mail…")));
  g_assert_false (
      gtk_widget_is_sensitive (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Next")));
}

/* Nobody is asked for a date that is over. */
static void
test_to_come (FfTestPage *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  add_people (f);
  ff_test_page_set_now (f, 26, 9, 0);
  present (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1 date, 1 of them not asked yet");
  activate (f, 0);
  text = read_letter (f);
  g_assert_nonnull (strstr (text, "Tuesday 1 December"));
  g_assert_null (strstr (text, "24 November"));
  ff_test_rota_click (f, "Mark as _Asked");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Marked as asked");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_ASKED), ==, 1);
}

/* There is no mail program here: it is said what to do instead. */
static void
test_no_mail (FfTestPage *f, gconstpointer data)
{
  g_autofree char *link = ff_mail_make_link ("ana@example.org", "A & B", "One\nTwo?");
  /* Where there is a bus and no portal on it, libportal complains of that. */
  const GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);

  add_people (f);
  present (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "2 dates, 2 of them not asked yet");
  activate (f, 0);
  ff_test_rota_click (f, "_Mail…");
  ff_test_rota_await (f, FF_TYPE_MESSAGE_LABEL, "text",
                      "No mail program answered. Copy the message and paste it where you write "
                      "your mail.");
  g_assert_cmpstr (link, ==, "mailto:ana@example.org?subject=A%20%26%20B&body=One%0D%0ATwo%3F");
  g_log_set_always_fatal (fatal);
}

static void
test_nobody (FfTestPage *f, gconstpointer data)
{
  present (f);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "Nobody to Tell");
}

static void
test_unreadable (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GDateTime) from = make_start ();

  ff_test_rota_break (f, "assignments");
  present (f);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "The Rota Could Not Be Read");
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (50);
  ff_rota_print_present (ff_test_rota_get_page (f), f->context, NULL, from, from);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "The Rota Could Not Be Read");
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (50);
  ff_rota_hours_present (ff_test_rota_get_page (f), f->context);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "The Hours Could Not Be Read");
}

static void
test_file (FfTestPage *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "dates.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/dates.ics");
  g_autofree char *text = NULL;

  ff_text_file_save_to (ff_test_rota_get_page (f), file, "BEGIN:VCALENDAR");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "BEGIN:VCALENDAR");
  ff_text_file_save_to (ff_test_rota_get_page (f), nowhere, "BEGIN:VCALENDAR");
  ff_test_page_run (200);
  g_assert_null (ff_test_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "label", "Saved"));
}

static void
test_print (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GDateTime) from = make_start ();
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 4);
  GtkWidget *view;

  add_people (f);
  ff_rota_print_present (ff_test_rota_get_page (f), f->context, NULL, from, until);
  view = ff_test_rota_await (f, FF_TYPE_SHEET_VIEW, NULL, NULL);
  g_assert_cmpstr (ff_sheet_get_title (ff_sheet_view_get_sheet (FF_SHEET_VIEW (view))), ==, "Rota");
  g_assert_true (
      gtk_widget_is_sensitive (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "Print…")));
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1 page");
}

static guint
count_pages (GtkWidget *view)
{
  FfSheet *sheet = ff_sheet_view_get_sheet (FF_SHEET_VIEW (view));

  return sheet != NULL ? ff_sheet_get_n_pages (sheet) : 0;
}

static void
wait_for_fewer (GtkWidget *view, guint *pages)
{
  for (guint i = 0; i < 300 && (count_pages (view) == 0 || count_pages (view) >= *pages); i++)
    ff_test_page_run (50);
  g_assert_cmpuint (count_pages (view), >, 0);
  g_assert_cmpuint (count_pages (view), <, *pages);
  *pages = count_pages (view);
}

/* So many pages are asked for once more; fewer weeks or one group make fewer. */
static void
test_print_less (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GDateTime) from = make_start ();
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, 13);
  g_autofree char *heading = NULL;
  AdwDialog *alert;
  GtkWidget *view;
  guint pages;

  for (guint i = 2; i < 60; i++)
    {
      g_autofree char *group = g_strdup_printf ("group-%u", i);
      g_autofree char *meeting = g_strdup_printf ("meeting-%u", i);

      g_object_unref (ff_test_page_add_group (f, group, group));
      ff_test_page_add_meeting (f, meeting, group, (FfWallTime) { 2026, 11, 24, 19, 0 },
                                "FREQ=WEEKLY");
    }
  ff_rota_print_present (ff_test_rota_get_page (f), f->context, NULL, from, until);
  view = ff_test_rota_await (f, FF_TYPE_SHEET_VIEW, NULL, NULL);
  pages = count_pages (view);
  g_assert_cmpuint (pages, >, 40);
  ff_test_rota_click (f, "Print…");
  heading = g_strdup_printf ("Print %u Pages?", pages);
  alert = adw_window_get_visible_dialog (f->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (alert)), ==, heading);
  adw_dialog_force_close (alert);
  ff_test_page_run (50);

  adw_spin_row_set_value (
      ADW_SPIN_ROW (ff_test_rota_await (f, ADW_TYPE_SPIN_ROW, "title", "Weeks")), 2);
  wait_for_fewer (view, &pages);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (ff_test_rota_await (f, ADW_TYPE_COMBO_ROW, "title", "Group")), 1);
  wait_for_fewer (view, &pages);
  g_assert_cmpuint (pages, ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/rota-telling/" path, FfTestPage, NULL, ff_test_rota_set_up, function,              \
              ff_test_page_tear_down)
  ADD ("letter", test_letter);
  ADD ("mark", test_mark);
  ADD ("relieved", test_relieved);
  ADD ("relieved-calendar", test_relieved_calendar);
  ADD ("walk", test_walk);
  ADD ("to-come", test_to_come);
  ADD ("no-mail", test_no_mail);
  ADD ("nobody", test_nobody);
  ADD ("unreadable", test_unreadable);
  ADD ("file", test_file);
  ADD ("print", test_print);
  ADD ("print-less", test_print_less);
#undef ADD

  return g_test_run ();
}

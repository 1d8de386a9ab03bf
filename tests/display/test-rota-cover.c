/* test-rota-cover.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seeking cover for a date: whom to ask next, noting it with one key, and what they are written.
 */

#include "ff-letter-view.h"
#include "ff-rota-choice.h"
#include "ff-rota-view-private.h"
#include "ff-test-rota.h"

/* Asked so many days before now for a date in October; never where that is 0. */
static void
add (FfTestPage *f, const char *uid, const char *name, int days)
{
  static int week;
  const FfWallTime first = { 2026, 9, 29, 19, 0 };
  const FfWallTime date = ff_wall_time_add_days (&first, 7 * (week++ % 8));
  g_autoptr (GDateTime) now = ff_clock_get_now (f->clock);
  g_autoptr (GDateTime) asked = g_date_time_add_days (now, -days);
  g_autoptr (FfAssignment) duty = ff_assignment_new (NULL);
  FfRosterEdit *edit;

  ff_test_rota_add_volunteer (f, uid, name, "");
  if (days == 0)
    return;
  ff_assignment_set_volunteer (duty, uid);
  ff_assignment_set_place (duty, "meeting-1", &date, FF_ROLE_UID_FACILITATOR, 0);
  ff_assignment_set_status (duty, FF_DUTY_CONFIRMED);
  ff_assignment_set_asked (duty, g_date_time_to_unix_usec (asked));
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_assignment (edit, duty);
  ff_test_rota_apply (f, edit);
}

/* Kim has tonight and cannot come. Of the others Ana was asked lately, Ben long ago, Cleo never; Dana is away. */
static FfRotaView *
present (FfTestPage *f)
{
  g_autoptr (FfVolunteer) dana = ff_test_rota_make_volunteer ("dana", "Dana", "");
  FfWallTime start = { 2026, 9, 29, 19, 0 };
  GtkWidget *view;

  ff_test_page_add_meeting (f, "meeting-1", "group-1", start, "FREQ=WEEKLY");
  add (f, "ana", "Ana", 3);
  add (f, "ben", "Ben", 40);
  add (f, "cleo", "Cleo", 0);
  add (f, "kim", "Kim", 90);
  g_ptr_array_add (ff_volunteer_get_absences (dana),
                   ff_absence_new ("2026-11-20", "2026-12-31", NULL));
  ff_test_rota_save_volunteer (f, dana);
  ff_test_rota_add_duty (f, "kim", 0, FF_DUTY_CONFIRMED);
  view = ff_rota_view_new (f->context);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  adw_bin_set_child (ADW_BIN (ff_test_rota_get_page (f)), view);
  return FF_ROTA_VIEW (view);
}

static gboolean
has_cell (FfRotaView *view)
{
  return view->rows != NULL && ff_rota_grid_find_cell (view->grid, 0, 0) != NULL;
}

static void
focus_place (FfTestPage *f, FfRotaView *view)
{
  const gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (!has_cell (view))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      ff_test_page_run (10);
    }
  gtk_widget_grab_focus (GTK_WIDGET (view->grid));
  ff_test_page_run (50);
}

/* Waits for what is listed, and gives the names apart by spaces. */
static char *
list_names (FfTestPage *f)
{
  GtkWidget *choice = ff_test_rota_await (f, FF_TYPE_ROTA_CHOICE, NULL, NULL);
  GtkWidget *list = ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL);
  GListModel *options = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_nonnull (choice);
  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr (FfRotaOption) option = g_list_model_get_item (options, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ff_rota_option_get_title (option));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

/* Enter, where the focus is when the list opens. */
static void
press_enter (FfTestPage *f)
{
  GtkWidget *search = ff_test_rota_await (f, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  g_assert_true (gtk_widget_is_ancestor (focus, search));
  g_signal_emit_by_name (search, "activate");
  ff_test_page_run (50);
  ff_test_page_wait_written (f);
  ff_test_page_run (200);
}

static const char *
get_place (FfRotaView *view)
{
  return ff_rota_cell_get_label (ff_rota_grid_find_cell (view->grid, 0, 0));
}

static void
test_next (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  focus_place (f, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.cover", NULL);
  first = list_names (f);
  g_assert_cmpstr (first, ==, "Cleo Ben Ana");
  press_enter (f);
  g_assert_nonnull (strstr (get_place (view), "Cleo, asked"));
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_ASKED), ==, 1);

  /* Cleo says no: the next one is who was not asked for the longest time, and Cleo is not asked again. */
  focus_place (f, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.decline", NULL);
  ff_test_page_wait_written (f);
  ff_test_page_run (200);
  focus_place (f, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.cover", NULL);
  second = list_names (f);
  g_assert_cmpstr (second, ==, "Kim Ben Ana");
  press_enter (f);
  g_assert_nonnull (strstr (get_place (view), "Kim, asked"));
}

/* Who is asked can be written to from the place itself. */
static void
test_letter (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  focus_place (f, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.write", NULL);
  ff_test_page_run (50);
  g_assert_null (adw_window_get_visible_dialog (f->window)); /* Kim has agreed to it */
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.cover", NULL);
  names = list_names (f);
  press_enter (f);
  focus_place (f, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.write", NULL);
  text = ff_letter_view_get_text (
      FF_LETTER_VIEW (ff_test_rota_await (f, FF_TYPE_LETTER_VIEW, NULL, NULL)));
  g_assert_true (g_str_has_prefix (text, "Hello Cleo,"));
  g_assert_nonnull (strstr (text, "Could you take it?"));
  g_assert_nonnull (strstr (text, "• Tuesday 24 November, "));
  g_assert_null (strstr (text, "Kim"));
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (100);
}

/* Whoever closed the list of somebody's places, then asks for one place of somebody else, is not led back to it. */
static void
test_closed (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);
  g_autofree char *names = NULL;

  ff_test_rota_add_duty (f, "dana", 1, FF_DUTY_CONFIRMED);
  ff_test_rota_add_duty (f, "dana", 2, FF_DUTY_CONFIRMED);
  focus_place (f, view);
  ff_test_page_run (200);
  ff_rota_view_cover (view, "dana");
  g_assert_nonnull (ff_test_rota_await (f, FF_TYPE_ROTA_CHOICE, NULL, NULL));
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (500);
  g_assert_null (adw_window_get_visible_dialog (f->window));

  focus_place (f, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.cover", NULL);
  names = list_names (f);
  press_enter (f);
  ff_test_page_run (500);
  g_assert_nonnull (strstr (get_place (view), "asked"));
  g_assert_null (adw_window_get_visible_dialog (f->window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/rota-cover/" path, FfTestPage, NULL, ff_test_rota_set_up, function,                \
              ff_test_page_tear_down)
  ADD ("next", test_next);
  ADD ("letter", test_letter);
  ADD ("closed", test_closed);
#undef ADD

  return g_test_run ();
}

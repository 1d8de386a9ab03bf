/* test-rota-filling.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling the rota: nothing is changed before it is seen and accepted, and not where the rota is another one by then.
 */

#include "ff-rota-filling.h"

#include "ff-message-label.h"
#include "ff-test-rota.h"

#define N_WEEKS 4

static AdwDialog *
present (FfTestPage *f)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 23, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, N_WEEKS);

  ff_rota_filling_present (ff_test_rota_get_page (f), f->context, NULL, from, until);
  return adw_window_get_visible_dialog (f->window);
}

static void
add_two (FfTestPage *f)
{
  ff_test_rota_add_volunteer (f, "ana", "Ana", "");
  ff_test_rota_add_volunteer (f, "ben", "Ben", "");
}

static GtkWidget *
get_accept (FfTestPage *f)
{
  return ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Accept");
}

static void
test_accept (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *list;

  add_two (f);
  dialog = present (f);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Fill the Rota");
  gtk_test_accessible_assert_role (GTK_WIDGET (dialog), GTK_ACCESSIBLE_ROLE_DIALOG);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "subtitle", "All groups");
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (ADW_SPIN_ROW (
                                      ff_test_rota_await (f, ADW_TYPE_SPIN_ROW, "title", "Weeks"))),
                                  N_WEEKS, 0.01);
  ff_test_rota_click (f, "_Fill");
  list = ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "What would change");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Week of 22 November 2026");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 0);
  g_assert_nonnull (ff_test_rota_await (f, GTK_TYPE_LABEL, "label",
                                        "4 of 4 places are filled. No better way to fill these "
                                        "places exists."));
  ff_test_rota_click (f, "_Accept");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Rota filled");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, N_WEEKS);
  ff_test_rota_click (f, "_Undo");
  ff_test_page_wait_written (f);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 0);
}

static void
test_discard (FfTestPage *f, gconstpointer data)
{
  add_two (f);
  present (f);
  ff_test_rota_click (f, "_Fill");
  get_accept (f);
  ff_test_rota_click (f, "_Discard");
  ff_test_page_run (50);
  g_assert_null (adw_window_get_visible_dialog (f->window));
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 0);
}

/* What is confirmed stays; what was only proposed may go to somebody else, and that is shown. */
static void
test_changes (FfTestPage *f, gconstpointer data)
{
  add_two (f);
  ff_test_rota_add_duty (f, "ana", 0, FF_DUTY_CONFIRMED);
  ff_test_rota_add_duty (f, "ana", 1, FF_DUTY_PROPOSED);
  ff_test_rota_add_duty (f, "ana", 2, FF_DUTY_PROPOSED);
  ff_test_rota_add_duty (f, "ana", 3, FF_DUTY_PROPOSED);
  present (f);
  ff_test_rota_click (f, "_Fill");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Ana → Ben");
  ff_test_rota_click (f, "_Accept");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Rota filled");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_CONFIRMED), ==, 1);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 3);
}

static void
test_same (FfTestPage *f, gconstpointer data)
{
  add_two (f);
  for (int i = 0; i < N_WEEKS; i++)
    ff_test_rota_add_duty (f, i % 2 == 0 ? "ana" : "ben", i, FF_DUTY_CONFIRMED);
  present (f);
  ff_test_rota_click (f, "_Fill");
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "Nothing to Change");
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "description", "4 of 4 places are filled");
}

/* Nobody can: each place says why, and there is nothing to accept. */
static void
test_unfilled (FfTestPage *f, gconstpointer data)
{
  present (f);
  ff_test_rota_click (f, "_Fill");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "What Stays Empty");
  g_assert_false (gtk_widget_is_sensitive (get_accept (f)));
  g_assert_nonnull (ff_test_rota_await (f, GTK_TYPE_LABEL, "label",
                                        "0 of 4 places are filled. No better way to fill these "
                                        "places exists."));
}

static void
test_stop (FfTestPage *f, gconstpointer data)
{
  add_two (f);
  present (f);
  ff_test_rota_click (f, "_Fill");
  ff_test_rota_click (f, "_Stop");
  g_assert_nonnull (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Fill"));
  /* What was under way comes to nothing. */
  ff_test_page_run (300);
  g_assert_nonnull (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Fill"));
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 0);
}

/* Closed while it is filled: it is let go of, and nothing happens. */
static void
test_close (FfTestPage *f, gconstpointer data)
{
  gpointer dialog;

  add_two (f);
  dialog = present (f);
  g_object_add_weak_pointer (dialog, &dialog);
  ff_test_rota_click (f, "_Fill");
  adw_dialog_close (dialog);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 0);
}

static void
test_stale (FfTestPage *f, gconstpointer data)
{
  add_two (f);
  present (f);
  ff_test_rota_click (f, "_Fill");
  g_assert_true (gtk_widget_is_sensitive (get_accept (f)));
  ff_test_rota_add_duty (f, "ana", 2, FF_DUTY_CONFIRMED);
  ff_test_page_run (300);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (
      ff_test_rota_await (f, ADW_TYPE_BANNER, "title", "The rota has changed meanwhile."))));
  g_assert_false (gtk_widget_is_sensitive (get_accept (f)));
  ff_test_rota_click (f, "Try _Again");
  ff_test_page_run (1000);
  g_assert_true (gtk_widget_is_sensitive (get_accept (f)));
  ff_test_rota_click (f, "_Accept");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Rota filled");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_CONFIRMED), ==, 1);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 3);
}

/* Somebody gets a place in the moment in which it is accepted. */
static void
test_refused (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfAssignment) duty = ff_test_rota_make_duty (NULL, "ana", 2);
  FfRosterEdit *edit = ff_roster_edit_new ();

  add_two (f);
  present (f);
  ff_test_rota_click (f, "_Fill");
  get_accept (f);
  ff_assignment_set_status (duty, FF_DUTY_CONFIRMED);
  ff_roster_edit_save_assignment (edit, duty);
  ff_roster_edit_apply_async (edit, f->store, NULL, ff_test_on_result, &f->result);
  ff_test_rota_click (f, "_Accept");
  ff_test_wait (&f->result);
  g_clear_object (&f->result);
  ff_test_page_wait_written (f);
  ff_test_page_run (300);
  g_assert_nonnull (adw_window_get_visible_dialog (f->window));
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (
      ff_test_rota_await (f, ADW_TYPE_BANNER, "title", "The rota has changed meanwhile."))));
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_PROPOSED), ==, 0);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_CONFIRMED), ==, 1);
}

static void
test_no_places (FfTestPage *f, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) from = g_date_time_new (zone, 2026, 11, 23, 0, 0, 0);
  g_autoptr (GDateTime) past = g_date_time_add_weeks (from, -20);
  g_autoptr (FfGroup) empty = ff_test_page_add_group (f, "group-2", "Hill");

  ff_rota_filling_present (ff_test_rota_get_page (f), f->context, empty, from, from);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "subtitle", "Hill");
  ff_test_rota_click (f, "_Fill");
  ff_test_rota_await (f, FF_TYPE_MESSAGE_LABEL, "text",
                      "No meeting is held in these weeks, so there is no place to fill. Choose "
                      "more weeks.");
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (50);
  /* All of it is over. */
  ff_rota_filling_present (ff_test_rota_get_page (f), f->context, NULL, past, past);
  ff_test_rota_click (f, "_Fill");
  ff_test_rota_await (f, FF_TYPE_MESSAGE_LABEL, "text", "These weeks are over. Choose more weeks.");
}

static void
test_unreadable (FfTestPage *f, gconstpointer data)
{
  GtkWidget *label;
  g_autofree char *text = NULL;

  present (f);
  ff_test_rota_break (f, "assignments");
  ff_test_rota_click (f, "_Fill");
  ff_test_page_run (300);
  label = ff_test_rota_await (f, FF_TYPE_MESSAGE_LABEL, NULL, NULL);
  g_object_get (label, "text", &text, NULL);
  g_assert_cmpstr (text, !=, "");
  g_assert_nonnull (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Fill"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/rota-filling/" path, FfTestPage, NULL, ff_test_rota_set_up, function,              \
              ff_test_page_tear_down)
  ADD ("accept", test_accept);
  ADD ("discard", test_discard);
  ADD ("changes", test_changes);
  ADD ("same", test_same);
  ADD ("unfilled", test_unfilled);
  ADD ("stop", test_stop);
  ADD ("close", test_close);
  ADD ("stale", test_stale);
  ADD ("refused", test_refused);
  ADD ("no-places", test_no_places);
  ADD ("unreadable", test_unreadable);
#undef ADD

  return g_test_run ();
}

/* test-rota-astray.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Duties of dates that are gone: a banner tells of them, and a list lets them be removed.
 */

#include "ff-letter-view.h"
#include "ff-rota-view-private.h"
#include "ff-schedule-edit.h"
#include "ff-test-rota.h"

#define HOURS "7:00\u00a0PM–8:30\u00a0PM"

static const FfWallTime first = { 2026, 11, 24, 19, 0 };

/* Kim has tonight and the week after, Ana the date three weeks from now; she declined the one before. */
static FfRotaView *
present (FfTestPage *f)
{
  GtkWidget *view;

  ff_test_rota_add_volunteer (f, "kim", "Kim", "");
  ff_test_rota_add_volunteer (f, "ana", "Ana", "");
  ff_test_rota_add_duty (f, "kim", 0, FF_DUTY_CONFIRMED);
  ff_test_rota_add_duty (f, "kim", 1, FF_DUTY_CONFIRMED);
  ff_test_rota_add_duty (f, "ana", 2, FF_DUTY_DECLINED);
  ff_test_rota_add_duty (f, "ana", 3, FF_DUTY_ASKED);
  view = ff_rota_view_new (f->context);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  adw_bin_set_child (ADW_BIN (ff_test_rota_get_page (f)), view);
  return FF_ROTA_VIEW (view);
}

static void
until_shown (FfRotaView *view, guint n)
{
  const gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;
  g_autofree char *title = g_strdup_printf (n == 1 ? "%u duty has no place any more."
                                                   : "%u duties have no place any more.",
                                            n);

  while (view->rows == NULL || !g_str_equal (adw_banner_get_title (view->astray_banner), title)
         || adw_banner_get_revealed (view->astray_banner) != (n > 0))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("“%s” is not shown, but “%s”", title, adw_banner_get_title (view->astray_banner));
      ff_test_page_run (10);
    }
}

/* From now on it meets on Tuesdays every four weeks: those one, two and three weeks from now are gone. */
static void
drop_dates (FfTestPage *f)
{
  ff_test_page_add_meeting (f, "meeting-1", "group-1", first, "FREQ=WEEKLY;INTERVAL=4");
}

static guint
count_rows (FfTestPage *f)
{
  GtkWidget *list = ff_test_rota_await (f, GTK_TYPE_LIST_BOX, NULL, NULL);
  guint n = 0;

  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Duties Without a Place");
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  return n;
}

static GtkWidget *
open_list (FfTestPage *f, FfRotaView *view)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (view), "rota.astray", NULL);
  dialog = ff_test_rota_await (f, FF_TYPE_ROTA_ASTRAY_DIALOG, NULL, NULL);
  gtk_test_accessible_assert_role (dialog, GTK_ACCESSIBLE_ROLE_DIALOG);
  return dialog;
}

static void
close_list (FfTestPage *f)
{
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (100);
}

static void
test_list (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);
  GtkWidget *button;

  until_shown (view, 0);
  drop_dates (f);
  until_shown (view, 2);
  g_assert_cmpstr (adw_banner_get_button_label (view->astray_banner), ==, "Show");
  open_list (f, view);
  g_assert_cmpuint (count_rows (f), ==, 2);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Kim, Tuesday 1 December, " HOURS);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "subtitle", "Harbour, Facilitator: Confirmed");
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Ana, Tuesday 15 December, " HOURS);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "subtitle", "Harbour, Facilitator: Asked");
  button = ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Remove");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove Kim, Tuesday 1 December, " HOURS);
  close_list (f);
}

static void
test_remove (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);

  drop_dates (f);
  until_shown (view, 2);
  open_list (f, view);
  ff_test_rota_click (f, "_Remove");
  until_shown (view, 1);
  g_assert_cmpuint (count_rows (f), ==, 1);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_CONFIRMED), ==, 1);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Duty removed");
  ff_test_rota_click (f, "_Undo");
  until_shown (view, 2);
  g_assert_cmpuint (count_rows (f), ==, 2);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_CONFIRMED), ==, 2);

  ff_test_rota_click (f, "_Remove");
  until_shown (view, 1);
  ff_test_rota_click (f, "_Remove");
  until_shown (view, 0);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Every Duty Has a Place");
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_ASKED), ==, 0);
  g_assert_cmpuint (ff_test_rota_count (f, FF_DUTY_DECLINED), ==, 1);
  close_list (f);
}

/* A date that is cancelled is known by its hours; one that has begun is over. */
static void
test_past (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);
  const FfWallTime next = ff_wall_time_add_days (&first, 7);
  g_autoptr (FfOverride) override = ff_override_new ("meeting-1", &next);
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_override_set_cancelled (override, TRUE);
  ff_schedule_edit_save_override (edit, override);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_assert_cmpuint (ff_schedule_edit_apply_finish (f->store, f->result, NULL), >, 0);
  g_clear_object (&f->result);
  until_shown (view, 1);
  ff_test_page_set_now (f, 24, 20, 0);
  ff_test_page_add_meeting (f, "meeting-1", "group-1", (FfWallTime) { 2026, 11, 25, 19, 0 },
                            "FREQ=WEEKLY");
  until_shown (view, 2);
}

/* Nobody can say when the dates of such a meeting would be. */
static void
test_unknown_zone (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("meeting-1");

  drop_dates (f);
  until_shown (view, 2);
  ff_meeting_set_group (meeting, "group-1");
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "Nowhere/Nothing");
  ff_test_save_meeting (f->store, meeting);
  until_shown (view, 0);
}

/* Whoever agreed to a date that is gone is told that it is no longer theirs. */
static void
test_told (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);
  g_autofree char *text = NULL;

  drop_dates (f);
  until_shown (view, 2);
  open_list (f, view);
  ff_test_rota_click (f, "_Remove");
  until_shown (view, 1);
  close_list (f);
  gtk_widget_activate_action (GTK_WIDGET (view), "rota.tell", NULL);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1 date; 1 no longer theirs");
  g_signal_emit_by_name (ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL), "activate", 0);
  text = ff_letter_view_get_text (
      FF_LETTER_VIEW (ff_test_rota_await (f, FF_TYPE_LETTER_VIEW, NULL, NULL)));
  g_assert_nonnull (strstr (text, "\nThese are no longer yours:\n\n• Tuesday 1 December, "));
  close_list (f);
}

static void
test_hidden (FfTestPage *f, gconstpointer data)
{
  FfRotaView *view = present (f);

  drop_dates (f);
  until_shown (view, 2);
  open_list (f, view);
  ff_context_set_hide_names (f->context, TRUE);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Person 2, Tuesday 15 December, " HOURS);
  g_assert_null (ff_test_find (GTK_WIDGET (f->window), ADW_TYPE_ACTION_ROW, "title",
                               "Ana, Tuesday 15 December, " HOURS));
  close_list (f);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/rota-astray/" path, FfTestPage, NULL, ff_test_rota_set_up, function,               \
              ff_test_page_tear_down)
  ADD ("list", test_list);
  ADD ("remove", test_remove);
  ADD ("past", test_past);
  ADD ("unknown-zone", test_unknown_zone);
  ADD ("told", test_told);
  ADD ("hidden", test_hidden);
#undef ADD

  return g_test_run ();
}

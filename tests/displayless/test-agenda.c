/* test-agenda.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda lists the right dates, and says no more changed than did.
 */

#include <gtk/gtk.h>

#include "ff-agenda.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-test-schedule.h"

typedef struct
{
  char *folder;
  FfStore *store;
  FfContext *context;
  FfTimetable *timetable;
  FfAgenda *agenda;
  GString *changes; /* position:removed:added, … */
  GAsyncResult *result;
  guint n_listed;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  g_string_append_printf (((Fixture *) data)->changes, "%u:%u:%u ", position, removed, added);
}

static void
on_listed (Fixture *f)
{
  f->n_listed++;
}

static void
wait_listed (Fixture *f, guint n_listed)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (f->n_listed < n_listed)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
    }
}

/* Until what was written since is listed. */
static void
wait_listed_since (Fixture *f, guint n_listed)
{
  if (f->agenda != NULL && ff_agenda_get_from (f->agenda) != NULL)
    wait_listed (f, n_listed + 1);
}

static void
assert_written (Fixture *f)
{
  const guint n_listed = f->n_listed;

  ff_test_assert_written (f->store, &f->result);
  wait_listed_since (f, n_listed);
}

static void
set_group (Fixture *f, const char *uid)
{
  const guint n_listed = f->n_listed;

  ff_timetable_set_group (f->timetable, uid);
  wait_listed (f, n_listed + 1);
}

static void
save_group (Fixture *f, const char *uid)
{
  g_autoptr (FfGroup) group = ff_group_new (uid);

  ff_group_set_name (group, uid);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &f->result);
  assert_written (f);
}

static void
save_meeting (Fixture *f, const char *uid, const char *group, FfWallTime start, const char *rule)
{
  const guint n_listed = f->n_listed;
  g_autoptr (FfMeeting) meeting = ff_meeting_new (uid);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_test_save_meeting (f->store, meeting);
  wait_listed_since (f, n_listed);
}

static guint64
delete_meeting (Fixture *f, const char *uid)
{
  const guint n_listed = f->n_listed;
  guint64 step = ff_test_delete_meeting (f->store, uid);

  wait_listed_since (f, n_listed);
  return step;
}

static void
save_cancelled (Fixture *f, const char *meeting, FfWallTime rule_time)
{
  const guint n_listed = f->n_listed;
  g_autoptr (FfOverride) override = ff_override_new (meeting, &rule_time);

  ff_override_set_cancelled (override, TRUE);
  ff_test_save_override (f->store, override);
  wait_listed_since (f, n_listed);
}

static void
set_span (Fixture *f, int day, int days)
{
  g_autoptr (GDateTime) from = g_date_time_new_local (2026, 11, day, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_days (from, days);

  ff_agenda_set_span (f->agenda, from, until);
  if (ff_agenda_get_loading (f->agenda))
    wait_listed (f, f->n_listed + 1);
}

/* "meeting@month-day, …" with * on those that are cancelled */
static char *
dup_dates (Fixture *f)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->agenda)); i++)
    {
      g_autoptr (FfOccurrence) date = g_list_model_get_item (G_LIST_MODEL (f->agenda), i);
      g_autofree char *day = g_date_time_format (ff_occurrence_get_start (date), "%m-%d");

      g_string_append_printf (text, "%s%s@%s%s", i > 0 ? " " : "",
                              ff_meeting_get_uid (ff_occurrence_get_meeting (date)), day,
                              ff_occurrence_get_cancelled (date) ? "*" : "");
    }
  return g_strdup (text->str);
}

static void
assert_dates (Fixture *f, const char *expected)
{
  g_autofree char *dates = dup_dates (f);

  g_assert_cmpstr (dates, ==, expected);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (&error);

  g_assert_no_error (error);
  g_settings_reset (settings, "schedule-zone");
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->changes = g_string_new (NULL);
  save_group (f, "g1");
  save_group (f, "g2");
  save_meeting (f, "a", "g1", (FfWallTime) { 2026, 11, 3, 19, 0 }, "FREQ=WEEKLY;BYDAY=TU");
  save_meeting (f, "b", "g2", (FfWallTime) { 2026, 11, 5, 19, 0 }, "FREQ=WEEKLY;BYDAY=TH");
  f->context = ff_context_new (f->store, clock, settings, programmes);
  f->timetable = ff_timetable_new (f->context);
  f->agenda = ff_agenda_new (f->timetable);
  g_signal_connect_swapped (f->agenda, "listed", G_CALLBACK (on_listed), f);
  g_signal_connect (f->agenda, "items-changed", G_CALLBACK (on_items_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->agenda);
  /* What is being read or listed gives up without a timetable. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->timetable);
  g_assert_finalize_object (f->context);
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_string_free (f->changes, TRUE);
  g_free (f->folder);
}

static void
test_span (Fixture *f, gconstpointer data)
{
  assert_dates (f, "");
  set_span (f, 9, 14);
  assert_dates (f, "a@11-10 b@11-12 a@11-17 b@11-19");

  g_string_truncate (f->changes, 0);
  set_span (f, 9, 21);
  assert_dates (f, "a@11-10 b@11-12 a@11-17 b@11-19 a@11-24 b@11-26");
  g_assert_cmpstr (f->changes->str, ==, "4:0:2 ");

  g_string_truncate (f->changes, 0);
  set_span (f, 2, 28);
  g_assert_cmpstr (f->changes->str, ==, "0:0:2 ");

  g_string_truncate (f->changes, 0);
  set_span (f, 18, 12);
  assert_dates (f, "b@11-19 a@11-24 b@11-26");
  g_assert_cmpstr (f->changes->str, ==, "0:5:0 ");
}

static void
test_group (Fixture *f, gconstpointer data)
{
  set_span (f, 9, 14);
  set_group (f, "g2");
  assert_dates (f, "b@11-12 b@11-19");
  g_assert_true (ff_agenda_has_meetings (f->agenda));
  g_assert_cmpstr (ff_group_get_name (ff_agenda_find_group (f->agenda, "g1")), ==, "g1");
  g_assert_null (ff_agenda_find_group (f->agenda, "none"));
  set_group (f, "none");
  assert_dates (f, "");
  g_assert_false (ff_agenda_has_meetings (f->agenda));
}

static void
test_cancelling_changes_one_row (Fixture *f, gconstpointer data)
{
  set_span (f, 9, 14);
  g_string_truncate (f->changes, 0);
  save_cancelled (f, "a", (FfWallTime) { 2026, 11, 17, 19, 0 });
  assert_dates (f, "a@11-10 b@11-12 a@11-17* b@11-19");
  g_assert_cmpstr (f->changes->str, ==, "2:1:1 ");
}

static void
test_meetings_come_and_go (Fixture *f, gconstpointer data)
{
  guint64 step;

  set_span (f, 9, 14);
  g_string_truncate (f->changes, 0);
  save_meeting (f, "c", "g1", (FfWallTime) { 2026, 11, 11, 12, 0 }, "FREQ=WEEKLY;BYDAY=WE");
  assert_dates (f, "a@11-10 c@11-11 b@11-12 a@11-17 c@11-18 b@11-19");
  g_assert_cmpstr (f->changes->str, ==, "1:0:1 4:0:1 ");

  g_string_truncate (f->changes, 0);
  step = delete_meeting (f, "a");
  assert_dates (f, "c@11-11 b@11-12 c@11-18 b@11-19");
  g_assert_cmpstr (f->changes->str, ==, "0:1:0 2:1:0 ");

  g_string_truncate (f->changes, 0);
  ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
  assert_written (f);
  assert_dates (f, "a@11-10 c@11-11 b@11-12 a@11-17 c@11-18 b@11-19");
  g_assert_cmpstr (f->changes->str, ==, "0:0:1 3:0:1 ");
}

static void
assert_section (Fixture *f, guint position, guint start, guint end)
{
  guint out_start, out_end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (f->agenda), position, &out_start, &out_end);
  g_assert_cmpuint (out_start, ==, start);
  g_assert_cmpuint (out_end, ==, end);
}

static void
test_sections (Fixture *f, gconstpointer data)
{
  set_span (f, 9, 14);
  save_meeting (f, "c", "g1", (FfWallTime) { 2026, 11, 10, 12, 0 }, NULL);
  save_meeting (f, "sunday", "g1", (FfWallTime) { 2026, 11, 15, 12, 0 }, NULL);
  assert_dates (f, "c@11-10 a@11-10 b@11-12 sunday@11-15 a@11-17 b@11-19");
  assert_section (f, 0, 0, 2);
  assert_section (f, 1, 0, 2);
  assert_section (f, 2, 2, 3);
  assert_section (f, 5, 5, 6);
  ff_agenda_set_by_week (f->agenda, TRUE);
  assert_section (f, 0, 0, 4);
  assert_section (f, 3, 0, 4);
  assert_section (f, 4, 4, 6);
  assert_section (f, 6, 6, G_MAXUINT);
}

static void
assert_unusable (Fixture *f, const char *uid, const char *words)
{
  FfMeeting *meeting;
  g_autofree char *text = ff_agenda_describe_unusable (f->agenda, &meeting);

  g_assert_cmpstr (meeting != NULL ? ff_meeting_get_uid (meeting) : NULL, ==, uid);
  if (words == NULL)
    g_assert_null (text);
  else
    g_assert_nonnull (strstr (text, words));
}

/* A rule that cannot be used is told, hides no other meeting, and is forgotten once it is mended. */
static void
test_unusable (Fixture *f, gconstpointer data)
{
  const FfWallTime start = { 2026, 11, 4, 19, 0 };

  set_span (f, 9, 14);
  assert_unusable (f, NULL, NULL);
  save_meeting (f, "a", "g1", start, "FREQ=SECONDLY");
  assert_dates (f, "b@11-12 b@11-19");
  assert_unusable (f, "a", "“g1” cannot be worked out");
  save_meeting (f, "c", "g1", start, "FREQ=NEVER");
  set_span (f, 9, 21);
  assert_dates (f, "b@11-12 b@11-19 b@11-26");
  assert_unusable (f, "a", "“g1” and 1 other meeting");

  set_group (f, "g2");
  assert_unusable (f, NULL, NULL);
  set_group (f, "g1");
  save_meeting (f, "a", "g1", start, "FREQ=WEEKLY");
  assert_unusable (f, "c", "cannot be worked out");
  delete_meeting (f, "c");
  assert_unusable (f, NULL, NULL);
}

/* What cannot be read at all is told as well, and not taken for a schedule without meetings. */
static void
test_unreadable (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;

  set_span (f, 9, 14);
  ff_store_close_async (f->store, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  closed = g_steal_pointer (&f->result);
  g_assert_true (ff_store_close_finish (f->store, closed, NULL));
  set_group (f, "g2");
  assert_dates (f, "");
  assert_unusable (f, NULL, "closing its data");
}

static void
test_many (Fixture *f, gconstpointer data)
{
  const guint n = 400;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("m%03u", i);
      save_meeting (f, uid, i % 2 ? "g1" : "g2",
                    (FfWallTime) { 2026, 11, (guint8) (9 + i % 7), (guint8) (8 + i % 13), 0 },
                    NULL);
    }
  set_span (f, 9, 7);
  /* What was written last may be read only now. */
  if (g_list_model_get_n_items (G_LIST_MODEL (f->agenda)) < n + 2)
    wait_listed (f, f->n_listed + 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->agenda)), ==, n + 2);
  for (guint i = 0; i + 1 < n + 2; i++)
    {
      g_autoptr (FfOccurrence) one = g_list_model_get_item (G_LIST_MODEL (f->agenda), i);
      g_autoptr (FfOccurrence) next = g_list_model_get_item (G_LIST_MODEL (f->agenda), i + 1);
      g_assert_cmpint (ff_occurrence_compare (one, next), <, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/agenda/span", Fixture, NULL, set_up, test_span, tear_down);
  g_test_add ("/agenda/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/agenda/cancelling-changes-one-row", Fixture, NULL, set_up,
              test_cancelling_changes_one_row, tear_down);
  g_test_add ("/agenda/meetings-come-and-go", Fixture, NULL, set_up, test_meetings_come_and_go,
              tear_down);
  g_test_add ("/agenda/sections", Fixture, NULL, set_up, test_sections, tear_down);
  g_test_add ("/agenda/unusable", Fixture, NULL, set_up, test_unusable, tear_down);
  g_test_add ("/agenda/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/agenda/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}

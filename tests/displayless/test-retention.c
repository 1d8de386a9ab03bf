/* test-retention.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Old notes: counted, deleted without a trace, and still counted as people.
 */

#include "ff-retention.h"
#include "ff-store-error.h"
#include "ff-test-notes.h"

static GDateTime *
get_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");

  return g_date_time_new (zone, 2026, 11, 24, 15, 0, 0);
}

static GPtrArray *
preview (Notes *f, const char *group, guint months)
{
  g_autoptr (GDateTime) now = get_now ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *purges;

  ff_retention_preview_async (f->store, group, months, now, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  purges = ff_retention_preview_finish (f->store, done, &error);
  g_assert_no_error (error);
  return purges;
}

static GPtrArray *
purge (Notes *f, const char *group, guint months, GError **error)
{
  g_autoptr (GDateTime) now = get_now ();
  g_autoptr (GAsyncResult) done = NULL;

  ff_retention_purge_async (f->store, group, months, now, FALSE, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  return ff_retention_purge_finish (f->store, done, error);
}

static char *
describe (GPtrArray *purges)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < purges->len; i++)
    {
      const FfPurge *one = purges->pdata[i];
      g_autofree char *before = ff_wall_time_to_string (&one->before);

      g_string_append_printf (text, "%s %s %u: %u %u %u %u before %s\n", one->group, one->name,
                              one->months, one->check_ins, one->plan_items, one->people,
                              one->sessions, before);
    }
  return g_string_free_and_steal (text);
}

#define assert_purges(purges, expected)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *described = describe (purges);                                                \
    g_assert_cmpstr (described, ==, expected);                                                     \
  }                                                                                                \
  G_STMT_END

/* In Harbour old and new notes, in Hillside old ones only. */
static void
write_notes (Notes *f)
{
  g_autoptr (FfCheckIn) newcomer = make_check_in_on ("g", "2024-11-23", "Old", "zyqvorumpal");
  g_autoptr (FfPlanItem) reviewed = make_item ("g", "2024-11-23", "Both", 0, "xanthopilu");
  g_autoptr (FfSession) session = make_session_on ("g", "2024-11-23");

  ff_check_in_set_newcomer (newcomer, TRUE);
  save_check_in (f, "g", "2024-11-23", "Old", newcomer);
  check_in (f, "g", "2024-11-23", "Both", "");
  check_in (f, "g", "2024-11-24", "Both", "Just new enough");
  check_in (f, "h", "2020-01-07", "Past", "Long ago");
  ff_plan_item_review (reviewed, FF_OUTCOME_DONE, "g-2024-11-24");
  save_item (f, reviewed);
  plan (f, "g", "2024-11-24", "Both", 0, "Walk");
  ff_session_set_unnamed (session, 3);
  ff_session_set_unnamed_newcomers (session, 1);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  assert_written (f);
}

/* What began as the day did is of that day. */
static void
test_midnight (Notes *f, gconstpointer data)
{
  g_autoptr (FfSession) session = make_session_on ("g", "2024-11-24");
  g_autoptr (GPtrArray) purges = NULL;
  FfWallTime midnight = { 2024, 11, 24, 0, 0 };

  check_in (f, "g", "2024-11-24", "Both", "Just new enough");
  ff_session_set_start (session, &midnight);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  assert_written (f);
  assert_answer (f, "SELECT start FROM sessions", "2024-11-24T00:00|\n");
  purges = preview (f, "g", 24);
  assert_purges (purges, "g Harbour 24: 0 0 0 0 before 2024-11-24T00:00\n");
}

static void
test_preview (Notes *f, gconstpointer data)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) longer = NULL;
  g_autoptr (GPtrArray) none = NULL;

  write_notes (f);
  own = preview (f, NULL, 0);
  assert_purges (own, "");
  all = preview (f, NULL, 24);
  assert_purges (all, "g Harbour 24: 2 1 1 1 before 2024-11-24T00:00\n"
                      "h Hillside 24: 1 0 1 1 before 2024-11-24T00:00\n");
  save_group (f, "g", "Harbour", 23);
  g_clear_pointer (&own, g_ptr_array_unref);
  own = preview (f, NULL, 0);
  assert_purges (own, "g Harbour 23: 3 2 2 2 before 2024-12-24T00:00\n");
  g_assert_false (ff_purge_is_empty (own->pdata[0]));
  one = preview (f, "h", 1200);
  assert_purges (one, "h Hillside 1200: 0 0 0 0 before 1926-11-24T00:00\n");
  g_assert_true (ff_purge_is_empty (one->pdata[0]));
  none = preview (f, "nobody", 24);
  g_assert_cmpuint (none->len, ==, 0);
}

/* From the last of a month, a month ago may be a day that there is not. */
static void
test_month_ends (Notes *f, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 31, 23, 59, 0);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) purges = NULL;

  ff_retention_preview_async (f->store, "g", 1, now, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  purges = ff_retention_preview_finish (f->store, done, NULL);
  assert_purges (purges, "g Harbour 1: 0 0 0 0 before 2026-02-28T00:00\n");
}

static void
test_purge (Notes *f, gconstpointer data)
{
  g_autoptr (GPtrArray) purges = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  write_notes (f);
  g_assert_cmpuint (count_traces (f->folder, "zyqvorumpal"), >, 0);
  g_assert_cmpuint (count_traces (f->folder, "xanthopilu"), >, 0);
  g_hash_table_remove_all (f->changes);
  purges = purge (f, "g", 24, &error);
  g_assert_no_error (error);
  assert_purges (purges, "g Harbour 24: 2 1 1 1 before 2024-11-24T00:00\n");

  /* Three without a name and two with one came, of whom two were new. */
  assert_answer (f, "SELECT uid, unnamed, unnamed_newcomers FROM sessions ORDER BY uid",
                 "g-2024-11-23|5|2|\ng-2024-11-24|0|0|\nh-2020-01-07|0|0|\n");
  assert_answer (f, "SELECT uid FROM check_ins ORDER BY uid",
                 "g-2024-11-24/Both|\nh-2020-01-07/Past|\n");
  assert_answer (f, "SELECT uid FROM plan_items", "g-2024-11-24/Both/0|\n");
  assert_answer (f, "SELECT uid FROM participants ORDER BY uid", "p-Both|\np-Past|\n");
  assert_answer (f, "SELECT count (*) FROM chores", "0|\n");
  g_assert_cmpuint (count_traces (f->folder, "zyqvorumpal"), ==, 0);
  g_assert_cmpuint (count_traces (f->folder, "xanthopilu"), ==, 0);
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2024-11-23"));
  /* Where the plan was looked back at. */
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2024-11-24"));
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Old"));
  g_assert_false (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Both"));
  g_assert_false (was_told (f, FF_AGGREGATE_SESSION, "h-2020-01-07"));

  again = purge (f, "g", 24, &error);
  g_assert_no_error (error);
  assert_purges (again, "g Harbour 24: 0 0 0 0 before 2024-11-24T00:00\n");
}

/* As many as each group keeps; who keeps them for good is left alone. */
static void
test_own_months (Notes *f, gconstpointer data)
{
  g_autoptr (GPtrArray) purges = NULL;
  g_autoptr (GError) error = NULL;

  write_notes (f);
  save_group (f, "h", "Hillside", 12);
  purges = purge (f, NULL, 0, &error);
  g_assert_no_error (error);
  assert_purges (purges, "h Hillside 12: 1 0 1 1 before 2025-11-24T00:00\n");
  assert_answer (f, "SELECT count (*) FROM check_ins", "3|\n");
  assert_answer (f, "SELECT unnamed FROM sessions WHERE uid = 'h-2020-01-07'", "1|\n");
}

/* What was deleted cannot be put back from before either. */
static void
test_no_way_back (Notes *f, gconstpointer data)
{
  g_autoptr (GPtrArray) purges = NULL;

  write_notes (f);
  ff_session_repository_delete_check_in_async (f->store, "g-2024-11-24/Both", ff_test_on_result,
                                               &f->result);
  assert_written (f);
  purges = purge (f, NULL, 24, NULL);
  g_assert_cmpuint (purges->len, ==, 2);
  ff_session_repository_restore_check_in_async (f->store, "g-2024-11-24/Both", ff_test_on_result,
                                                &f->result);
  assert_refused (f, "cannot be put back");
}

/* Somebody reads for long: the notes are gone, the traces go at the next start, and that is said. */
static void
test_hindered (Notes *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autoptr (GPtrArray) purges = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *reader;

  write_notes (f);
  g_assert_cmpint (sqlite3_open_v2 (path, &reader, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN; SELECT * FROM sessions", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_hash_table_remove_all (f->changes);
  purges = purge (f, "g", 24, &error);
  g_assert_null (purges);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE);
  g_assert_true (g_str_has_prefix (error->message, "The notes are gone, but"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2024-11-23"));
  g_assert_cmpint (sqlite3_close (reader), ==, SQLITE_OK);
  assert_answer (f, "SELECT count (*) FROM check_ins", "2|\n");
  assert_answer (f, "SELECT what FROM chores", "rewrite|\n");
  g_assert_cmpuint (count_traces (f->folder, "zyqvorumpal"), >, 0);

  ff_test_close (f->store);
  open_notes (f);
  assert_answer (f, "SELECT count (*) FROM chores", "0|\n");
  g_assert_cmpuint (count_traces (f->folder, "zyqvorumpal"), ==, 0);
}

/* A closed store says so instead of waiting for ever. */
static void
test_closing (Notes *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *closing = NULL;

  ff_store_close_async (f->store, ff_test_on_result, &closing);
  g_assert_null (purge (f, NULL, 24, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED);
  ff_test_wait (&closing);
  closed = closing;
  g_assert_true (ff_store_close_finish (f->store, closed, NULL));
  g_clear_object (&closed);
  g_clear_object (&f->store);
  open_notes (f);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/retention/" name, Notes, NULL, set_up_notes, func, tear_down_notes)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("midnight", test_midnight);
  ADD ("preview", test_preview);
  ADD ("month-ends", test_month_ends);
  ADD ("purge", test_purge);
  ADD ("own-months", test_own_months);
  ADD ("no-way-back", test_no_way_back);
  ADD ("hindered", test_hindered);
  ADD ("closing", test_closing);

  return g_test_run ();
}

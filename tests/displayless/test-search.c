/* test-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words found in check-ins and plans.
 */

#include "ff-group-repository.h"
#include "ff-schedule-edit.h"
#include "ff-search.h"
#include "ff-session-repository.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
} Fixture;

static void
write_note (Fixture *f, const char *uid, FfWallTime start, const char *note)
{
  g_autoptr (FfSession) session = ff_session_new (uid);
  g_autoptr (FfParticipant) participant = ff_participant_new ("p");
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (uid);

  ff_session_set_group (session, "g");
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  ff_participant_set_group (participant, "g");
  ff_participant_set_alias (participant, "Zoë");
  ff_check_in_set_session (check_in, uid);
  ff_check_in_set_participant (check_in, "p");
  ff_check_in_set_note (check_in, note);
  ff_session_repository_save_check_in_async (f->store, check_in, session, participant,
                                             ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static void
write_item (Fixture *f, const char *uid, const char *session, const char *text)
{
  g_autoptr (FfPlanItem) item = ff_plan_item_new (uid);

  ff_plan_item_set_set_at (item, session);
  ff_plan_item_set_participant (item, "p");
  ff_plan_item_set_text (item, text);
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_group_new ("g");

  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "UTC");
  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  write_note (f, "s2", (FfWallTime) { 2026, 11, 17, 19, 0 }, "Le café de la gare, don't OR stop");
  write_note (f, "s1", (FfWallTime) { 2026, 11, 10, 19, 0 }, "The Café was closed. مساء الخير");
  write_item (f, "i1", "s1", "Coffee at the cafe on Monday");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
}

static GPtrArray *
search (Fixture *f, const char *words, guint limit)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *results;

  ff_search_async (f->store, &(FfSearchQuery) { .words = (char *) words }, limit, 0, NULL,
                   ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  results = ff_search_finish (f->store, done, NULL, &error);
  g_assert_no_error (error);
  return results;
}

/* Like "s2c s1c s1i": where, and whether a check-in or an item. */
static void
assert_found (Fixture *f, const char *words, const char *expected)
{
  g_autoptr (GPtrArray) results = search (f, words, 10);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      FfSearchResult *result = results->pdata[i];

      g_string_append_printf (found, "%s%s%s", i > 0 ? " " : "", result->session,
                              result->kind == FF_SEARCH_CHECK_IN ? "c" : "i");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (Fixture *f, gconstpointer data)
{
  assert_found (f, "CAFE", "s2c s1c s1i");
  assert_found (f, "  caf\u00e9  ", "s2c s1c s1i");
  assert_found (f, "caf clos", "s1c");
  assert_found (f, "afe", "");
  assert_found (f, "coffee monday", "s1i");
  assert_found (f, "مساء", "s1c");
  assert_found (f, "nothing of this kind", "");
}

/* What a person types is never a query language. */
static void
test_signs (Fixture *f, gconstpointer data)
{
  assert_found (f, "", "");
  assert_found (f, " - \" * ", "");
  assert_found (f, "don't", "s2c");
  assert_found (f, "café OR closed", "");
  assert_found (f, "gare OR", "s2c");
  assert_found (f, "\"gare\"", "s2c");
  assert_found (f, "note:gare", "");
  assert_found (f, "gare -stop", "s2c");
  assert_found (f, "(gare", "s2c");
  assert_found (f, "NEAR(gare café)", "");
  /* Not UTF-8: what can be read of it is looked for. */
  assert_found (f, "caf\xe9", "s2c s1c s1i");
}

static void
test_result (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) results = search (f, "gare", 10);
  g_autoptr (GPtrArray) limited = search (f, "cafe", 2);
  FfSearchResult *result = results->pdata[0];

  g_assert_cmpstr (result->group_name, ==, "Harbour");
  g_assert_cmpstr (result->alias, ==, "Zoë");
  g_assert_cmpstr (result->text, ==, "Le café de la gare, don't OR stop");
  g_assert_cmpint (result->start.day, ==, 17);
  g_assert_cmpuint (limited->len, ==, 2);
}

/* The index follows what is written, changed and taken away. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  write_note (f, "s2", (FfWallTime) { 2026, 11, 17, 19, 0 }, "Something else");
  assert_found (f, "gare", "");
  assert_found (f, "something", "s2c");
  write_item (f, "i1", "s1", "Tea");
  assert_found (f, "coffee", "");
  ff_session_repository_delete_check_in_async (f->store, "s1", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  assert_found (f, "closed", "");
  assert_found (f, "tea", "");
  ff_session_repository_restore_check_in_async (f->store, "s1", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  assert_found (f, "closed", "s1c");
  ff_schedule_edit_delete_group (edit, "g");
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ff_schedule_edit_apply_finish (f->store, f->result, NULL), >, 0);
  g_clear_object (&f->result);
  assert_found (f, "something", "");
}

#define ADD(name, func) g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("words", test_words);
  ADD ("signs", test_signs);
  ADD ("result", test_result);
  ADD ("follows", test_follows);

  return g_test_run ();
}

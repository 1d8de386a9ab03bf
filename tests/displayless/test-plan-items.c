/* test-plan-items.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people set themselves: stored, brought back until it is marked, and back again with a check-in that was taken out.
 */

#include "ff-store-error.h"
#include "ff-test-sessions.h"

/* The uids of what comes back, in order. */
static char *
to_review (FfTestSessions *f, const FfWallTime *before, const char *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items
      = ff_session_repository_list_items_to_review (f->store, "g", before, session, &error);
  GString *uids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", ff_plan_item_get_uid (items->pdata[i]));
  return g_string_free_and_steal (uids);
}

#define assert_to_review(f, before, session, expected)                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *review_uids = to_review (f, before, session);                                 \
    g_assert_cmpstr (review_uids, ==, expected);                                                   \
  }                                                                                                \
  G_STMT_END

static void
test_plan (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfPlanItem) item = NULL;
  g_autoptr (GPtrArray) list = NULL;

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ana");
  ff_test_sessions_add (f, "s2", &ff_test_week_2, "Ana");
  item = ff_test_sessions_add_item (f, "i1", "s1", "Ana", 3);
  ff_plan_item_review (item, FF_OUTCOME_PARTLY, "s2");
  ff_test_sessions_save_item (f, item);
  list = ff_session_repository_list_plan_items (f->store, "s1", NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (ff_plan_item_get_participant (list->pdata[0]), ==, "p-Ana");
  g_assert_cmpstr (ff_plan_item_get_alias (list->pdata[0]), ==, "Ana");
  g_assert_cmpstr (ff_plan_item_get_set_at (list->pdata[0]), ==, "s1");
  g_assert_cmpstr (ff_plan_item_get_text (list->pdata[0]), ==, "Walk on Monday");
  g_assert_cmpuint (ff_plan_item_get_position (list->pdata[0]), ==, 3);
  g_assert_cmpint (ff_plan_item_get_outcome (list->pdata[0]), ==, FF_OUTCOME_PARTLY);
  g_assert_cmpstr (ff_plan_item_get_reviewed_at (list->pdata[0]), ==, "s2");

  ff_session_repository_delete_plan_item_async (f->store, "i1", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ff_session_repository_list_plan_items (f->store, "s1", NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_to_review (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfPlanItem) old = NULL;
  g_autoptr (FfPlanItem) first = NULL;
  g_autoptr (FfPlanItem) second = NULL;
  g_autoptr (FfPlanItem) other = NULL;
  g_autoptr (FfPlanItem) now = NULL;

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ben");
  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ana");
  ff_test_sessions_add (f, "s2", &ff_test_week_2, "Ana");
  ff_test_sessions_add (f, "s3", &ff_test_week_3, "Ana");
  old = ff_test_sessions_add_item (f, "old", "s1", "Ana", 0);
  second = ff_test_sessions_add_item (f, "second", "s2", "Ana", 1);
  first = ff_test_sessions_add_item (f, "first", "s2", "Ana", 0);
  other = ff_test_sessions_add_item (f, "other", "s1", "Ben", 0);
  now = ff_test_sessions_add_item (f, "now", "s3", "Ana", 0);

  assert_to_review (f, &ff_test_week_3, NULL, "old first second other");
  assert_to_review (f, &ff_test_week_2, NULL, "old other");
  assert_to_review (f, &ff_test_week_1, NULL, "");

  /* Marked at this session it stays to be seen there, and is not seen from the next. */
  ff_plan_item_review (first, FF_OUTCOME_DONE, "s3");
  ff_test_sessions_save_item (f, first);
  assert_to_review (f, &ff_test_week_3, "s3", "old first second other");
  assert_to_review (f, &ff_test_week_3, NULL, "old second other");
  /* Marked elsewhere it does not come back. */
  ff_plan_item_review (old, FF_OUTCOME_NOT, "s2");
  ff_test_sessions_save_item (f, old);
  assert_to_review (f, &ff_test_week_3, "s3", "first second other");
  /* The mark taken back. */
  ff_plan_item_review (old, FF_OUTCOME_OPEN, NULL);
  ff_test_sessions_save_item (f, old);
  assert_to_review (f, &ff_test_week_3, "s3", "old first second other");
}

static void
test_undo (FfTestSessions *f, gconstpointer data)
{
  g_autoptr (FfPlanItem) before = NULL;
  g_autoptr (FfPlanItem) there = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (FfParticipant) forgotten = NULL;
  g_autoptr (GError) error = NULL;

  ff_test_sessions_add (f, "s1", &ff_test_week_1, "Ana");
  ff_test_sessions_add (f, "s2", &ff_test_week_2, "Ana");
  ff_test_sessions_add (f, "s2", &ff_test_week_2, "Ben");
  before = ff_test_sessions_add_item (f, "before", "s1", "Ana", 0);
  there = ff_test_sessions_add_item (f, "there", "s2", "Ana", 0);
  ff_plan_item_review (before, FF_OUTCOME_CHANGED, "s2");
  ff_test_sessions_save_item (f, before);

  ff_session_repository_delete_check_in_async (f->store, "s2/Ana", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  gone = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpuint (gone->len, ==, 1);
  assert_to_review (f, &ff_test_week_3, NULL, "before");

  ff_session_repository_restore_check_in_async (f->store, "s2/Ana", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  back = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpstr (ff_check_in_get_uid (back->pdata[0]), ==, "s2/Ana");
  g_assert_cmpstr (ff_check_in_get_note (back->pdata[0]), ==, "A steady week.");
  assert_to_review (f, &ff_test_week_3, NULL, "there");
  assert_to_review (f, &ff_test_week_3, "s2", "before there");

  /* Ben has nothing else, so he goes; written anew meanwhile, he is still the same person. */
  ff_session_repository_delete_check_in_async (f->store, "s2/Ben", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  forgotten = ff_session_repository_find_participant (f->store, "g", "Ben", NULL);
  g_assert_null (forgotten);
  {
    g_autoptr (FfSession) session = ff_test_sessions_make_session ("s3", &ff_test_week_3);
    g_autoptr (FfParticipant) again = ff_test_sessions_make_participant ("new-ben", "ben");
    g_autoptr (FfCheckIn) made = ff_test_sessions_make_check_in ("c3", "s3", "new-ben", "");

    ff_session_repository_save_check_in_async (f->store, made, session, again, ff_test_on_result,
                                               &f->result);
    ff_test_assert_written (f->store, &f->result);
  }
  ff_session_repository_restore_check_in_async (f->store, "s2/Ben", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_clear_pointer (&back, g_ptr_array_unref);
  back = ff_session_repository_list_check_ins (f->store, "s2", NULL);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpstr (ff_check_in_get_participant (back->pdata[1]), ==, "new-ben");

  ff_session_repository_restore_check_in_async (f->store, "s2/Ben", ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/plan-items/" name, FfTestSessions, NULL, ff_test_sessions_set_up, func,            \
              ff_test_sessions_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("plan", test_plan);
  ADD ("to-review", test_to_review);
  ADD ("undo", test_undo);

  return g_test_run ();
}

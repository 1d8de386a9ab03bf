/* test-session-editor.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing in a session: what is saved when, what a failure leaves, and what comes back.
 */

#include <glib/gstdio.h>

#include "ff-group-repository.h"
#include "ff-schedule-edit.h"
#include "ff-session-editor.h"
#include "ff-session-history.h"
#include "ff-session-repository.h"

#define PATIENCE_US (10 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  FfStore *store;
  FfGroup *group;
  FfSession *session;
  FfSessionEditor *editor;
} Fixture;

static void
finish (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static void
wait_for (GAsyncResult **result)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (*result == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (*result);
}

static void
close_store (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ff_store_close_async (fixture->store, finish, &result);
  wait_for (&result);
  ff_store_close_finish (fixture->store, result, &error);
  g_assert_no_error (error);
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = ff_store_open (fixture->folder, NULL, &error);
  g_assert_no_error (error);
}

static FfSession *
make_session (Fixture *fixture, const char *start)
{
  FfSession *session = ff_session_new (NULL);
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (start, &time, NULL));
  ff_session_set_group (session, ff_group_get_uid (fixture->group));
  ff_session_set_rule_time (session, &time);
  ff_session_set_start (session, &time);
  return session;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("fourfold-XXXXXX", NULL);
  open_store (fixture);
  fixture->group = ff_group_new (NULL);
  ff_group_set_name (fixture->group, "Tuesday");
  ff_group_set_programme (fixture->group, "four-points");
  ff_group_set_zone (fixture->group, "America/Vancouver");
  ff_group_repository_save_async (fixture->store, fixture->group, NULL, finish, &result);
  wait_for (&result);
  g_assert_true (ff_store_write_finish (fixture->store, result, &error));
  fixture->session = make_session (fixture, "2026-11-24T19:00");
  fixture->editor = ff_session_editor_new (fixture->store, fixture->session);
  g_assert_true (ff_session_editor_load (fixture->editor, NULL));
}

static void
remove_folder (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

/* As when the page is left: what still waits is written, and then nothing of the editor is left. */
static void
leave (Fixture *fixture)
{
  gpointer editor = fixture->editor;

  g_object_add_weak_pointer (editor, &editor);
  g_clear_object (&fixture->editor);
  close_store (fixture);
  g_assert_null (editor);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  leave (fixture);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->group);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
wait_for_state (FfSessionEditor *editor, FfSaveState state)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (ff_session_editor_get_state (editor) != state && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (ff_session_editor_get_state (editor), ==, state);
}

/* As after a restart: another editor over another connection. */
static void
open_again (Fixture *fixture)
{
  leave (fixture);
  g_clear_object (&fixture->store);
  open_store (fixture);
  fixture->editor = ff_session_editor_new (fixture->store, fixture->session);
  g_assert_true (ff_session_editor_load (fixture->editor, NULL));
}

static guint
count (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

/* The list goes on holding it. */
static gpointer
nth (GListModel *model, guint i)
{
  g_autoptr (GObject) object = g_list_model_get_item (model, i);

  g_assert_nonnull (object);
  return object;
}

static FfCheckIn *
add (Fixture *fixture, const char *alias)
{
  g_autoptr (GError) error = NULL;
  FfCheckIn *check_in = ff_session_editor_add_person (fixture->editor, alias, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (check_in);
  return check_in;
}

static void
test_saved_as_typed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_note = g_strnfill (100000, 'x');
  FfCheckIn *check_in;

  g_assert_cmpint (ff_session_editor_get_state (fixture->editor), ==, FF_SAVE_NOTHING);
  check_in = add (fixture, "  روبن 🌱 ");
  g_assert_cmpint (ff_session_editor_get_state (fixture->editor), ==, FF_SAVE_PENDING);
  ff_session_editor_set_words (fixture->editor, check_in, "note", long_note);
  ff_session_editor_set_figure (fixture->editor, check_in, "urge", 10);
  ff_session_editor_add_plan_item (fixture->editor, check_in, "Call my sister");
  ff_session_editor_set_unnamed (fixture->editor, 12);
  wait_for_state (fixture->editor, FF_SAVE_DONE);

  open_again (fixture);
  g_assert_cmpuint (count (ff_session_editor_get_check_ins (fixture->editor)), ==, 1);
  check_in = nth (ff_session_editor_get_check_ins (fixture->editor), 0);
  g_assert_cmpstr (ff_check_in_get_alias (check_in), ==, "روبن 🌱");
  g_assert_cmpstr (ff_check_in_get_note (check_in), ==, long_note);
  g_assert_cmpint (ff_check_in_get_urge (check_in), ==, 10);
  g_assert_cmpuint (count (ff_session_editor_get_plan (fixture->editor)), ==, 1);
  g_assert_cmpint (ff_session_get_unnamed (ff_session_editor_get_session (fixture->editor)), ==,
                   12);
}

/* A pack was given elsewhere while the session is open here. */
static void
test_given_elsewhere_stays (Fixture *fixture, gconstpointer data)
{
  static const char *const given[] = { "urge-log", "own-1", NULL };
  g_autoptr (FfSession) elsewhere = NULL;
  g_autoptr (FfSession) stored = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *uid = NULL;

  add (fixture, "Robin");
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  uid = g_strdup (ff_session_get_uid (ff_session_editor_get_session (fixture->editor)));
  elsewhere = ff_session_repository_get (fixture->store, uid, NULL);
  ff_session_set_handouts (elsewhere, given);
  ff_session_set_copies (elsewhere, "own-1", 9);
  ff_session_repository_save_async (fixture->store, elsewhere, finish, &result);
  wait_for (&result);
  ff_session_editor_set_unnamed (fixture->editor, 12);
  wait_for_state (fixture->editor, FF_SAVE_DONE);

  stored = ff_session_repository_get (fixture->store, uid, NULL);
  g_assert_cmpint (ff_session_get_unnamed (stored), ==, 12);
  g_assert_cmpstrv (ff_session_get_handouts (stored), given);
  g_assert_cmpuint (ff_session_get_copies (stored, "own-1"), ==, 9);
}

static void
test_waits_for_a_pause (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *check_in = add (fixture, "Robin");
  g_autoptr (GPtrArray) stored = NULL;

  wait_for_state (fixture->editor, FF_SAVE_DONE);
  ff_session_editor_set_words (fixture->editor, check_in, "note", "T");
  ff_session_editor_set_words (fixture->editor, check_in, "note", "Ti");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (ff_session_editor_get_state (fixture->editor), ==, FF_SAVE_PENDING);
  stored = ff_session_repository_list_check_ins (fixture->store,
                                                 ff_session_get_uid (fixture->session), NULL);
  g_assert_cmpstr (ff_check_in_get_note (g_ptr_array_index (stored, 0)), ==, "");
  wait_for_state (fixture->editor, FF_SAVE_DONE);
}

static void
test_left_before_the_pause (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *check_in = add (fixture, "Robin");

  wait_for_state (fixture->editor, FF_SAVE_DONE);
  ff_session_editor_set_words (fixture->editor, check_in, "note", "Tired");
  open_again (fixture);
  g_assert_cmpstr (ff_check_in_get_note (
                       nth (ff_session_editor_get_check_ins (fixture->editor), 0)),
                   ==, "Tired");
}

static void
test_known_person (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *first = add (fixture, "Zoë");
  gboolean already_here = FALSE;

  g_assert_true (ff_session_editor_add_person (fixture->editor, "ZOË", &already_here, NULL)
                 == first);
  g_assert_true (already_here);
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  g_assert_true (ff_session_editor_add_person (fixture->editor, "zoë ", &already_here, NULL)
                 == first);
  g_assert_true (already_here);
  g_assert_null (ff_session_editor_add_person (fixture->editor, "  ", &already_here, NULL));
  g_assert_false (already_here);
  g_assert_cmpuint (count (ff_session_editor_get_check_ins (fixture->editor)), ==, 1);
}

static FfSessionEditor *
next_week (Fixture *fixture)
{
  g_autoptr (FfSession) session = make_session (fixture, "2026-12-01T19:00");
  FfSessionEditor *editor = ff_session_editor_new (fixture->store, session);

  g_assert_true (ff_session_editor_load (editor, NULL));
  return editor;
}

static void
test_plan_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfSessionEditor) editor = NULL;
  g_autoptr (GPtrArray) returning = NULL;
  g_autoptr (GPtrArray) then = NULL;
  FfPlanItem *item;

  ff_session_editor_add_plan_item (fixture->editor, add (fixture, "Robin"), "Call my sister");
  wait_for_state (fixture->editor, FF_SAVE_DONE);

  editor = next_week (fixture);
  returning = ff_session_editor_list_returning (editor);
  g_assert_cmpuint (returning->len, ==, 1);
  g_assert_cmpstr (ff_plan_item_get_text (g_ptr_array_index (returning, 0)), ==, "Call my sister");
  g_assert_nonnull (ff_session_editor_add_person (editor, "robin", NULL, NULL));
  then = ff_session_editor_list_returning (editor);
  g_assert_cmpuint (then->len, ==, 0);

  item = nth (ff_session_editor_get_review (editor), 0);
  ff_session_editor_review (editor, item, FF_OUTCOME_PARTLY);
  wait_for_state (editor, FF_SAVE_DONE);
  g_clear_object (&editor);
  open_again (fixture);
  item = nth (ff_session_editor_get_plan (fixture->editor), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_PARTLY);
}

static void
test_mark_is_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfSessionEditor) editor = NULL;
  FfPlanItem *item;

  ff_session_editor_add_plan_item (fixture->editor, add (fixture, "Robin"), "Call my sister");
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  editor = next_week (fixture);
  g_assert_nonnull (ff_session_editor_add_person (editor, "robin", NULL, NULL));
  item = nth (ff_session_editor_get_review (editor), 0);
  ff_session_editor_review (editor, item, FF_OUTCOME_DONE);
  wait_for_state (editor, FF_SAVE_DONE);
  ff_session_editor_review (editor, item, FF_OUTCOME_OPEN);
  wait_for_state (editor, FF_SAVE_DONE);
  g_clear_object (&editor);
  open_again (fixture);
  item = nth (ff_session_editor_get_plan (fixture->editor), 0);
  g_assert_cmpint (ff_plan_item_get_outcome (item), ==, FF_OUTCOME_OPEN);
}

static void
test_delete_and_undo (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *check_in = add (fixture, "Robin");
  g_autofree char *uid = g_strdup (ff_check_in_get_uid (check_in));
  GListModel *check_ins = ff_session_editor_get_check_ins (fixture->editor);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  ff_session_editor_add_plan_item (fixture->editor, check_in, "Walk");
  ff_session_editor_set_words (fixture->editor, check_in, "note", "Typed just before");
  ff_session_editor_delete_check_in (fixture->editor, check_in);
  g_assert_cmpuint (count (check_ins), ==, 0);
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  ff_session_editor_restore (fixture->editor, uid);
  while (count (check_ins) == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count (check_ins), ==, 1);
  g_assert_cmpstr (ff_check_in_get_note (nth (check_ins, 0)), ==, "Typed just before");
  g_assert_cmpuint (count (ff_session_editor_get_plan (fixture->editor)), ==, 1);
}

static void
test_plan_item_undo (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *check_in = add (fixture, "Robin");
  g_autoptr (FfPlanItem) item = NULL;

  item = g_object_ref (ff_session_editor_add_plan_item (fixture->editor, check_in, "Walk"));
  ff_session_editor_add_plan_item (fixture->editor, check_in, "Sleep");
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  ff_session_editor_delete_plan_item (fixture->editor, item);
  ff_session_editor_restore (fixture->editor, ff_plan_item_get_uid (item));
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  ff_session_editor_delete_plan_item (fixture->editor,
                                      nth (ff_session_editor_get_plan (fixture->editor), 1));
  open_again (fixture);
  g_assert_cmpuint (count (ff_session_editor_get_plan (fixture->editor)), ==, 1);
  g_assert_cmpstr (ff_plan_item_get_text (nth (ff_session_editor_get_plan (fixture->editor), 0)),
                   ==, "Walk");
}

/* While a plan item is blank it is neither stored nor overwritten by what was stored before. */
static void
test_blank_plan_item (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *check_in = add (fixture, "Robin");
  FfPlanItem *item = ff_session_editor_add_plan_item (fixture->editor, check_in, "Walk");

  wait_for_state (fixture->editor, FF_SAVE_DONE);
  ff_session_editor_set_words (fixture->editor, item, "text", " ");
  ff_session_editor_set_words (fixture->editor, check_in, "note", "Tired");
  ff_session_editor_flush (fixture->editor);
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  g_assert_cmpstr (ff_plan_item_get_text (item), ==, " ");
  ff_session_editor_set_words (fixture->editor, item, "text", "Walk on Thursday");
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  open_again (fixture);
  g_assert_cmpstr (ff_plan_item_get_text (nth (ff_session_editor_get_plan (fixture->editor), 0)),
                   ==, "Walk on Thursday");
}

/* What another view saves shows up, and never in the place of what is being typed. */
static void
test_typing_is_not_overwritten (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *mine = add (fixture, "Robin");
  g_autoptr (FfSessionEditor) other = NULL;
  FfCheckIn *theirs;

  wait_for_state (fixture->editor, FF_SAVE_DONE);
  other = ff_session_editor_new (fixture->store, fixture->session);
  g_assert_true (ff_session_editor_load (other, NULL));
  theirs = nth (ff_session_editor_get_check_ins (other), 0);
  ff_session_editor_set_words (fixture->editor, mine, "note", "Being typed");
  ff_session_editor_set_words (other, theirs, "note", "From elsewhere");
  ff_session_editor_flush (other);
  wait_for_state (other, FF_SAVE_DONE);
  g_assert_cmpstr (ff_check_in_get_note (mine), ==, "Being typed");
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  g_assert_cmpstr (ff_check_in_get_note (theirs), ==, "Being typed");
}

static void
test_failure_keeps_the_text (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *check_in = add (fixture, "Robin");
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (GAsyncResult) result = NULL;

  wait_for_state (fixture->editor, FF_SAVE_DONE);
  ff_schedule_edit_delete_group (edit, ff_group_get_uid (fixture->group));
  ff_schedule_edit_apply_async (edit, fixture->store, NULL, NULL, NULL, finish, &result);
  ff_session_editor_set_words (fixture->editor, check_in, "note", "Not to be lost");
  ff_session_editor_flush (fixture->editor);
  wait_for_state (fixture->editor, FF_SAVE_FAILED);
  g_assert_nonnull (ff_session_editor_get_message (fixture->editor));
  g_assert_cmpuint (count (ff_session_editor_get_check_ins (fixture->editor)), ==, 1);
  g_assert_cmpstr (ff_check_in_get_note (check_in), ==, "Not to be lost");

  /* The group is there again, and so is what was written. */
  g_clear_object (&result);
  ff_group_repository_save_async (fixture->store, fixture->group, NULL, finish, &result);
  wait_for (&result);
  ff_session_editor_flush (fixture->editor);
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  g_assert_null (ff_session_editor_get_message (fixture->editor));
  open_again (fixture);
  g_assert_cmpstr (ff_check_in_get_note (
                       nth (ff_session_editor_get_check_ins (fixture->editor), 0)),
                   ==, "Not to be lost");
}

static void
test_history_in_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfSessionHistory) history = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) other = NULL;
  GListModel *model;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *start = g_strdup_printf ("20%02d-01-06T19:00", 30 + i);
      g_autoptr (FfSession) session = make_session (fixture, start);

      ff_session_repository_save_async (fixture->store, session, finish,
                                        i == 59 ? &result : &other);
    }
  wait_for (&result);
  history = ff_session_history_new (fixture->store, NULL);
  model = ff_session_history_get_model (history);
  g_assert_cmpuint (count (model), ==, 50);
  g_assert_true (ff_session_history_load_more (history));
  g_assert_cmpuint (count (model), ==, 60);
  g_assert_false (ff_session_history_load_more (history));
  g_assert_cmpint (ff_session_get_start (ff_session_summary_get_session (nth (model, 0)))->year, ==,
                   2089);

  add (fixture, "Robin");
  wait_for_state (fixture->editor, FF_SAVE_DONE);
  g_assert_cmpuint (count (model), ==, 61);
  g_assert_cmpuint (ff_session_summary_get_n_check_ins (nth (model, 60)), ==, 1);
  g_assert_cmpstr (ff_session_summary_get_group_name (nth (model, 60)), ==, "Tuesday");
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add_test ("/session-editor/saved-as-typed", test_saved_as_typed);
  add_test ("/session-editor/given-elsewhere-stays", test_given_elsewhere_stays);
  add_test ("/session-editor/waits-for-a-pause", test_waits_for_a_pause);
  add_test ("/session-editor/left-before-the-pause", test_left_before_the_pause);
  add_test ("/session-editor/known-person", test_known_person);
  add_test ("/session-editor/plan-comes-back", test_plan_comes_back);
  add_test ("/session-editor/mark-is-taken-back", test_mark_is_taken_back);
  add_test ("/session-editor/delete-and-undo", test_delete_and_undo);
  add_test ("/session-editor/plan-item-undo", test_plan_item_undo);
  add_test ("/session-editor/blank-plan-item", test_blank_plan_item);
  add_test ("/session-editor/typing-is-not-overwritten", test_typing_is_not_overwritten);
  add_test ("/session-editor/failure-keeps-the-text", test_failure_keeps_the_text);
  add_test ("/session-history/in-pages", test_history_in_pages);
  return g_test_run ();
}

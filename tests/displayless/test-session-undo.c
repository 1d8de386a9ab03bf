/* test-session-undo.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undoing what was done in a session, on the screen and in the store: one step of every kind, and what makes a step.
 */

#include "ff-participant-repository.h"
#include "ff-test-undo.h"

/* --- One of every kind --- */

static void
write_note (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_words (fixture->editor, robin, "note", "Slept badly and came");
}

static void
write_goal (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_words (fixture->editor, robin, "goal", "Weekends without");
}

static void
write_helped (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_words (fixture->editor, robin, "helped", "My sister");
}

static void
say_urge (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "urge", 10);
}

static void
say_stage (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "stage", FF_STAGE_KEEPING_UP);
}

static void
say_aim (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "aim", FF_AIM_LESS);
}

static void
say_capital (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "cultural", 4);
}

static void
mark_newcomer (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "newcomer", TRUE);
}

static void
mark_points (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "points", 5);
}

static void
mark_review (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_review (fixture->editor,
                            ff_test_undo_nth (ff_session_editor_get_review (fixture->editor), 0),
                            FF_OUTCOME_CHANGED);
}

static void
add_person (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_test_undo_add (fixture->editor, "Somebody new");
}

static void
add_item (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_add_plan_item (fixture->editor, robin, "Sleep");
}

static void
choose_day (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor,
                                ff_test_undo_nth (ff_session_editor_get_plan (fixture->editor), 0),
                                "day", 4);
}

static void
delete_item (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_delete_plan_item (
      fixture->editor, ff_test_undo_nth (ff_session_editor_get_plan (fixture->editor), 0));
}

static void
delete_person (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_delete_check_in (fixture->editor, robin);
}

static void
count_unnamed (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_unnamed (fixture->editor, 3);
}

static void
count_newcomers (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_unnamed_newcomers (fixture->editor, 2);
}

static void
add_tool (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_handout (fixture->editor, "urge-log", TRUE);
}

static void
take_out_tool (FfTestUndo *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_handout (fixture->editor, "deads", FALSE);
}

static const struct
{
  const char *name;
  void (*act) (FfTestUndo *fixture, FfCheckIn *robin);
} kinds[] = {
  { "note", write_note },
  { "goal", write_goal },
  { "helped", write_helped },
  { "urge", say_urge },
  { "stage", say_stage },
  { "aim", say_aim },
  { "capital", say_capital },
  { "newcomer", mark_newcomer },
  { "points", mark_points },
  { "review", mark_review },
  { "person", add_person },
  { "item", add_item },
  { "day", choose_day },
  { "delete-item", delete_item },
  { "delete-person", delete_person },
  { "unnamed", count_unnamed },
  { "newcomers", count_newcomers },
  { "tool", add_tool },
  { "take-out-tool", take_out_tool },
};

static void
test_every_kind (FfTestUndo *fixture, gconstpointer data)
{
  g_autoptr (FfCheckIn) robin = g_object_ref (ff_test_undo_write_robin (fixture));
  g_autofree char *before = ff_test_undo_tell (fixture->editor);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *after = NULL;

      g_test_message ("%s", kinds[i].name);
      kinds[i].act (fixture,
                    ff_test_undo_nth (ff_session_editor_get_check_ins (fixture->editor), 0));
      after = ff_test_undo_tell (fixture->editor);
      g_assert_cmpstr (after, !=, before);
      ff_test_undo_assert_is (fixture, after);
      ff_session_editor_undo (fixture->editor);
      ff_test_undo_assert_is (fixture, before);
      ff_session_editor_redo (fixture->editor);
      ff_test_undo_assert_is (fixture, after);
      ff_session_editor_undo (fixture->editor);
      ff_test_undo_assert_is (fixture, before);
      g_assert_true (ff_session_editor_can_redo (fixture->editor));
    }
}

/* At once, one after the other, before anything is stored. */
static void
test_no_waiting (FfTestUndo *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ff_test_undo_write_robin (fixture);
  before = ff_test_undo_tell (fixture->editor);
  ff_session_editor_delete_check_in (
      fixture->editor, ff_test_undo_nth (ff_session_editor_get_check_ins (fixture->editor), 0));
  after = ff_test_undo_tell (fixture->editor);
  for (int i = 0; i < 5; i++)
    {
      ff_session_editor_undo (fixture->editor);
      ff_session_editor_redo (fixture->editor);
    }
  ff_test_undo_assert_is (fixture, after);
  for (int i = 0; i < 5; i++)
    {
      ff_session_editor_undo (fixture->editor);
      ff_session_editor_redo (fixture->editor);
    }
  ff_session_editor_undo (fixture->editor);
  ff_test_undo_assert_is (fixture, before);
}

static guint
count_steps (FfSessionEditor *editor)
{
  guint n = 0;

  for (; ff_session_editor_can_undo (editor); n++)
    ff_session_editor_undo (editor);
  for (guint i = 0; i < n; i++)
    ff_session_editor_redo (editor);
  return n;
}

static void
test_typing_is_one_step (FfTestUndo *fixture, gconstpointer data)
{
  FfSessionEditor *editor = fixture->editor;
  FfCheckIn *robin = ff_test_undo_add (editor, "Robin");

  ff_session_editor_set_words (editor, robin, "note", "S");
  ff_session_editor_set_words (editor, robin, "note", "Sl");
  ff_session_editor_set_words (editor, robin, "note", "Slept");
  g_assert_cmpuint (count_steps (editor), ==, 2);
  robin = ff_test_undo_nth (ff_session_editor_get_check_ins (editor), 0);

  /* Undoing ends a step, and so does leaving the field, and another field. */
  ff_session_editor_set_words (editor, robin, "note", "Slept b");
  g_assert_cmpuint (count_steps (editor), ==, 3);
  robin = ff_test_undo_nth (ff_session_editor_get_check_ins (editor), 0);
  ff_session_editor_set_words (editor, robin, "goal", "R");
  ff_session_editor_set_words (editor, robin, "goal", "Rest");
  ff_session_editor_flush (editor);
  ff_session_editor_set_words (editor, robin, "goal", "Rest.");
  ff_session_editor_undo (editor);
  g_assert_cmpstr (ff_check_in_get_goal (robin), ==, "Rest");
  ff_session_editor_undo (editor);
  g_assert_cmpstr (ff_check_in_get_goal (robin), ==, "");
  ff_session_editor_undo (editor);
  g_assert_cmpstr (ff_check_in_get_note (robin), ==, "Slept");
  ff_session_editor_undo (editor);
  g_assert_cmpstr (ff_check_in_get_note (robin), ==, "");

  /* What is done now takes the place of what was undone. */
  ff_session_editor_set_words (editor, robin, "note", "Tired");
  g_assert_false (ff_session_editor_can_redo (editor));

  /* A one and a nought are a ten; each mark is one. */
  ff_session_editor_flush (editor);
  ff_session_editor_set_figure (editor, robin, "urge", 1);
  ff_session_editor_set_figure (editor, robin, "urge", 10);
  ff_session_editor_set_figure (editor, robin, "points", 1);
  ff_session_editor_set_figure (editor, robin, "points", 3);
  ff_session_editor_undo (editor);
  g_assert_cmpuint (ff_check_in_get_points (robin), ==, 1);
  ff_session_editor_undo (editor);
  g_assert_cmpuint (ff_check_in_get_points (robin), ==, 0);
  ff_session_editor_undo (editor);
  g_assert_cmpint (ff_check_in_get_urge (robin), ==, FF_CHECK_IN_UNSAID);
}

/* An item that was begun and emptied again leaves nothing to be undone. */
static void
test_blank_item_leaves_no_step (FfTestUndo *fixture, gconstpointer data)
{
  FfCheckIn *robin = ff_test_undo_add (fixture->editor, "Robin");
  FfPlanItem *item = ff_session_editor_add_plan_item (fixture->editor, robin, "W");

  ff_session_editor_set_words (fixture->editor, item, "text", "");
  ff_session_editor_flush (fixture->editor);
  ff_session_editor_delete_plan_item (fixture->editor, item);
  g_assert_cmpuint (count_steps (fixture->editor), ==, 1);
}

/* The toast's Undo comes late: what was done since stays. */
static void
test_restore_later (FfTestUndo *fixture, gconstpointer data)
{
  g_autofree char *uid = g_strdup (ff_check_in_get_uid (ff_test_undo_write_robin (fixture)));
  g_autofree char *then = NULL;
  g_autofree char *with_robin = NULL;
  FfCheckIn *sam;

  ff_session_editor_delete_check_in (
      fixture->editor, ff_test_undo_nth (ff_session_editor_get_check_ins (fixture->editor), 0));
  sam = ff_test_undo_add (fixture->editor, "Sam");
  ff_session_editor_set_words (fixture->editor, sam, "note", "Fine");
  ff_test_undo_settle (fixture);
  then = ff_test_undo_tell (fixture->editor);
  ff_session_editor_restore (fixture->editor, uid);
  with_robin = ff_test_undo_tell (fixture->editor);
  g_assert_nonnull (strstr (with_robin, "Slept badly"));
  g_assert_nonnull (strstr (with_robin, "Walk"));
  g_assert_nonnull (strstr (with_robin, "Fine"));
  ff_test_undo_assert_is (fixture, with_robin);
  ff_session_editor_undo (fixture->editor);
  ff_test_undo_assert_is (fixture, then);
}

/* Undoing takes back what was done here, and leaves alone what another view wrote since. */
static void
test_leaves_others_alone (FfTestUndo *fixture, gconstpointer data)
{
  FfCheckIn *robin = ff_test_undo_write_robin (fixture);
  g_autoptr (FfSessionEditor) other = NULL;

  ff_session_editor_set_words (fixture->editor, robin, "note", "Better");
  ff_test_undo_settle (fixture);
  other = ff_test_undo_open_editor (fixture, fixture->session);
  ff_session_editor_set_words (other, ff_test_undo_nth (ff_session_editor_get_check_ins (other), 0),
                               "helped", "From elsewhere");
  ff_test_undo_wait_until_saved (other);
  ff_test_undo_settle (fixture);
  g_assert_cmpstr (ff_check_in_get_helped (robin), ==, "From elsewhere");
  ff_session_editor_undo (fixture->editor);
  g_assert_cmpstr (ff_check_in_get_note (robin), ==, "Slept badly");
  g_assert_cmpstr (ff_check_in_get_helped (robin), ==, "From elsewhere");
}

/* Whoever is forgotten does not come back by an undo. */
static void
test_forgotten (FfTestUndo *fixture, gconstpointer data)
{
  FfCheckIn *robin = ff_test_undo_write_robin (fixture);
  g_autofree char *uid = g_strdup (ff_check_in_get_participant (robin));
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *then = NULL;

  ff_session_editor_delete_check_in (fixture->editor, robin);
  ff_test_undo_settle (fixture);
  g_assert_true (ff_session_editor_can_undo (fixture->editor));
  ff_participant_repository_forget_async (fixture->store, uid, FALSE, ff_test_on_result, &result);
  ff_test_wait (&result);
  ff_test_undo_settle (fixture);
  g_assert_false (ff_session_editor_can_undo (fixture->editor));
  then = ff_test_undo_tell (fixture->editor);
  g_assert_null (strstr (then, "Robin"));
}

static void
add_test (const char *path, void (*test) (FfTestUndo *, gconstpointer))
{
  g_test_add (path, FfTestUndo, NULL, ff_test_undo_set_up, test, ff_test_undo_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add_test ("/session-undo/every-kind", test_every_kind);
  add_test ("/session-undo/no-waiting", test_no_waiting);
  add_test ("/session-undo/typing-is-one-step", test_typing_is_one_step);
  add_test ("/session-undo/blank-item-leaves-no-step", test_blank_item_leaves_no_step);
  add_test ("/session-undo/restore-later", test_restore_later);
  add_test ("/session-undo/leaves-others-alone", test_leaves_others_alone);
  add_test ("/session-undo/forgotten", test_forgotten);
  return g_test_run ();
}

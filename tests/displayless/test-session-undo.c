/* test-session-undo.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undoing what was done in a session: on the screen and in the store, step by step and back to the beginning.
 */

#include "ff-group-repository.h"
#include "ff-participant-repository.h"
#include "ff-session-editor.h"
#include "ff-session-repository.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  FfGroup *group;
  FfSession *session;
  FfSessionEditor *editor;
} Fixture;

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

static FfSessionEditor *
open_editor (Fixture *fixture, FfSession *session)
{
  FfSessionEditor *editor = ff_session_editor_new (fixture->store, session);

  g_assert_true (ff_session_editor_load (editor, NULL));
  return editor;
}

static void
wait_until_saved (FfSessionEditor *editor)
{
  gint64 end = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  ff_session_editor_flush (editor);
  while (ff_session_editor_get_state (editor) == FF_SAVE_PENDING && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (ff_session_editor_get_state (editor), !=, FF_SAVE_FAILED);
  g_assert_cmpint (ff_session_editor_get_state (editor), !=, FF_SAVE_PENDING);
}

/* Everything that was queued is in the store. */
static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  wait_until_saved (fixture->editor);
  while ((ff_store_is_busy (fixture->store) || g_main_context_pending (NULL))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  wait_until_saved (fixture->editor);
}

static FfCheckIn *
add (FfSessionEditor *editor, const char *alias)
{
  g_autoptr (GError) error = NULL;
  FfCheckIn *check_in = ff_session_editor_add_person (editor, alias, NULL, &error);

  g_assert_no_error (error);
  return check_in;
}

/* Last week, of which the plans come back. */
static void
add_last_week (Fixture *fixture)
{
  g_autoptr (FfSession) session = make_session (fixture, "2026-11-17T19:00");
  g_autoptr (FfSessionEditor) editor = open_editor (fixture, session);

  ff_session_editor_add_plan_item (editor, add (editor, "Robin"), "Call my sister");
  ff_session_editor_add_plan_item (editor, add (editor, "Sam"), "Walk on four days");
  ff_session_editor_add_plan_item (editor, add (editor, "Sam"), "Cook on Sunday");
  wait_until_saved (editor);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = ff_test_make_folder ();
  fixture->store = ff_store_open (fixture->folder, NULL, &error);
  g_assert_no_error (error);
  fixture->group = ff_group_new (NULL);
  ff_group_set_name (fixture->group, "Tuesday");
  ff_group_set_programme (fixture->group, "four-points");
  ff_group_set_zone (fixture->group, "America/Vancouver");
  ff_group_repository_save_async (fixture->store, fixture->group, NULL, ff_test_on_result, &result);
  ff_test_assert_written (fixture->store, &result);
  add_last_week (fixture);
  fixture->session = make_session (fixture, "2026-11-24T19:00");
  fixture->editor = open_editor (fixture, fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  settle (fixture);
  g_assert_finalize_object (g_steal_pointer (&fixture->editor));
  ff_store_close_async (fixture->store, ff_test_on_result, &result);
  ff_test_wait (&result);
  g_assert_true (ff_store_close_finish (fixture->store, result, NULL));
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->group);
  ff_test_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

static const char *const tools[] = { "urge-log", "deads", "values" };

/* --- What there is, as a text --- */

static void
tell_check_ins (FfSessionEditor *editor, GString *text)
{
  GListModel *check_ins = ff_session_editor_get_check_ins (editor);

  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    {
      g_autoptr (FfCheckIn) one = g_list_model_get_item (check_ins, i);

      g_string_append_printf (
          text, "%s: “%s” %d new %d points %u balance %d goal “%s” %d stage %d helped “%s”",
          ff_check_in_get_alias (one), ff_check_in_get_note (one), ff_check_in_get_urge (one),
          ff_check_in_get_newcomer (one), ff_check_in_get_points (one),
          ff_check_in_get_balance (one), ff_check_in_get_goal (one), ff_check_in_get_aim (one),
          ff_check_in_get_stage (one), ff_check_in_get_helped (one));
      for (guint j = 0; j < FF_N_CAPITALS; j++)
        g_string_append_printf (text, " %d", ff_check_in_get_capital (one, (FfCapital) j));
      g_string_append_c (text, '\n');
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
tell_items (GListModel *items, GString *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (items, i);

      g_ptr_array_add (
          lines, g_strdup_printf ("%s %u %s day %u %u\n", ff_plan_item_get_alias (item),
                                  ff_plan_item_get_position (item), ff_plan_item_get_text (item),
                                  ff_plan_item_get_day (item), ff_plan_item_get_outcome (item)));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, g_ptr_array_index (lines, i));
}

static char *
tell (FfSessionEditor *editor)
{
  GString *text = g_string_new (NULL);
  FfSession *session = ff_session_editor_get_session (editor);
  const char *const *handouts = ff_session_get_handouts (session);

  tell_check_ins (editor, text);
  g_string_append (text, "plan\n");
  tell_items (ff_session_editor_get_plan (editor), text);
  g_string_append (text, "review\n");
  tell_items (ff_session_editor_get_review (editor), text);
  g_string_append_printf (text, "unnamed %u new %u\n", ff_session_get_unnamed (session),
                          ff_session_get_unnamed_newcomers (session));
  /* Which they are, in whatever order. */
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_strv_contains (handouts, tools[i]))
      g_string_append_printf (text, "tool %s\n", tools[i]);
  g_string_append_printf (text, "%u tools\n", g_strv_length ((char **) handouts));
  return g_string_free_and_steal (text);
}

/* As another editor finds it in the store. */
static char *
tell_stored (Fixture *fixture)
{
  settle (fixture);
  g_autoptr (FfSessionEditor) editor = open_editor (fixture, fixture->session);

  return tell (editor);
}

static void
assert_is (Fixture *fixture, const char *wanted)
{
  g_autofree char *stored = tell_stored (fixture);
  g_autofree char *now = tell (fixture->editor);

  g_assert_cmpstr (now, ==, wanted);
  g_assert_cmpstr (stored, ==, wanted);
}

static gpointer
nth (GListModel *model, guint i)
{
  g_autoptr (GObject) object = g_list_model_get_item (model, i);

  g_assert_nonnull (object);
  return object; /* the list holds it */
}

/* --- One of every kind --- */

static void
write_note (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_words (fixture->editor, robin, "note", "Slept badly and came");
}

static void
write_goal (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_words (fixture->editor, robin, "goal", "Weekends without");
}

static void
write_helped (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_words (fixture->editor, robin, "helped", "My sister");
}

static void
say_urge (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "urge", 10);
}

static void
say_stage (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "stage", FF_STAGE_KEEPING_UP);
}

static void
say_aim (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "aim", FF_AIM_LESS);
}

static void
say_capital (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "cultural", 4);
}

static void
mark_newcomer (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "newcomer", TRUE);
}

static void
mark_points (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor, robin, "points", 5);
}

static void
mark_review (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_review (fixture->editor,
                            nth (ff_session_editor_get_review (fixture->editor), 0),
                            FF_OUTCOME_CHANGED);
}

static void
add_person (Fixture *fixture, FfCheckIn *robin)
{
  add (fixture->editor, "Somebody new");
}

static void
add_item (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_add_plan_item (fixture->editor, robin, "Sleep");
}

static void
choose_day (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_figure (fixture->editor,
                                nth (ff_session_editor_get_plan (fixture->editor), 0), "day", 4);
}

static void
delete_item (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_delete_plan_item (fixture->editor,
                                      nth (ff_session_editor_get_plan (fixture->editor), 0));
}

static void
delete_person (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_delete_check_in (fixture->editor, robin);
}

static void
count_unnamed (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_unnamed (fixture->editor, 3);
}

static void
count_newcomers (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_unnamed_newcomers (fixture->editor, 2);
}

static void
add_tool (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_handout (fixture->editor, "urge-log", TRUE);
}

static void
take_out_tool (Fixture *fixture, FfCheckIn *robin)
{
  ff_session_editor_set_handout (fixture->editor, "deads", FALSE);
}

static const struct
{
  const char *name;
  void (*act) (Fixture *fixture, FfCheckIn *robin);
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

/* Robin, who is written about already, with a plan and a mark on last week's. */
static FfCheckIn *
write_robin (Fixture *fixture)
{
  FfSessionEditor *editor = fixture->editor;
  FfCheckIn *robin = add (editor, "Robin");

  ff_session_editor_set_words (editor, robin, "note", "Slept badly");
  ff_session_editor_set_figure (editor, robin, "urge", 1);
  ff_session_editor_add_plan_item (editor, robin, "Walk");
  ff_session_editor_review (editor, nth (ff_session_editor_get_review (editor), 0),
                            FF_OUTCOME_DONE);
  ff_session_editor_set_handout (editor, "deads", TRUE);
  settle (fixture);
  return robin;
}

static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfCheckIn) robin = g_object_ref (write_robin (fixture));
  g_autofree char *before = tell (fixture->editor);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *after = NULL;

      g_test_message ("%s", kinds[i].name);
      kinds[i].act (fixture, nth (ff_session_editor_get_check_ins (fixture->editor), 0));
      after = tell (fixture->editor);
      g_assert_cmpstr (after, !=, before);
      assert_is (fixture, after);
      ff_session_editor_undo (fixture->editor);
      assert_is (fixture, before);
      ff_session_editor_redo (fixture->editor);
      assert_is (fixture, after);
      ff_session_editor_undo (fixture->editor);
      assert_is (fixture, before);
      g_assert_true (ff_session_editor_can_redo (fixture->editor));
    }
}

/* At once, one after the other, before anything is stored. */
static void
test_no_waiting (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_robin (fixture);
  before = tell (fixture->editor);
  ff_session_editor_delete_check_in (fixture->editor,
                                     nth (ff_session_editor_get_check_ins (fixture->editor), 0));
  after = tell (fixture->editor);
  for (int i = 0; i < 5; i++)
    {
      ff_session_editor_undo (fixture->editor);
      ff_session_editor_redo (fixture->editor);
    }
  assert_is (fixture, after);
  for (int i = 0; i < 5; i++)
    {
      ff_session_editor_undo (fixture->editor);
      ff_session_editor_redo (fixture->editor);
    }
  ff_session_editor_undo (fixture->editor);
  assert_is (fixture, before);
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
test_typing_is_one_step (Fixture *fixture, gconstpointer data)
{
  FfSessionEditor *editor = fixture->editor;
  FfCheckIn *robin = add (editor, "Robin");

  ff_session_editor_set_words (editor, robin, "note", "S");
  ff_session_editor_set_words (editor, robin, "note", "Sl");
  ff_session_editor_set_words (editor, robin, "note", "Slept");
  g_assert_cmpuint (count_steps (editor), ==, 2);
  robin = nth (ff_session_editor_get_check_ins (editor), 0);

  /* Undoing ends a step, and so does leaving the field, and another field. */
  ff_session_editor_set_words (editor, robin, "note", "Slept b");
  g_assert_cmpuint (count_steps (editor), ==, 3);
  robin = nth (ff_session_editor_get_check_ins (editor), 0);
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
test_blank_item_leaves_no_step (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *robin = add (fixture->editor, "Robin");
  FfPlanItem *item = ff_session_editor_add_plan_item (fixture->editor, robin, "W");

  ff_session_editor_set_words (fixture->editor, item, "text", "");
  ff_session_editor_flush (fixture->editor);
  ff_session_editor_delete_plan_item (fixture->editor, item);
  g_assert_cmpuint (count_steps (fixture->editor), ==, 1);
}

/* The toast's Undo comes late: what was done since stays. */
static void
test_restore_later (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uid = g_strdup (ff_check_in_get_uid (write_robin (fixture)));
  g_autofree char *then = NULL;
  g_autofree char *with_robin = NULL;
  FfCheckIn *sam;

  ff_session_editor_delete_check_in (fixture->editor,
                                     nth (ff_session_editor_get_check_ins (fixture->editor), 0));
  sam = add (fixture->editor, "Sam");
  ff_session_editor_set_words (fixture->editor, sam, "note", "Fine");
  settle (fixture);
  then = tell (fixture->editor);
  ff_session_editor_restore (fixture->editor, uid);
  with_robin = tell (fixture->editor);
  g_assert_nonnull (strstr (with_robin, "Slept badly"));
  g_assert_nonnull (strstr (with_robin, "Walk"));
  g_assert_nonnull (strstr (with_robin, "Fine"));
  assert_is (fixture, with_robin);
  ff_session_editor_undo (fixture->editor);
  assert_is (fixture, then);
}

/* Undoing takes back what was done here, and leaves alone what another view wrote since. */
static void
test_leaves_others_alone (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *robin = write_robin (fixture);
  g_autoptr (FfSessionEditor) other = NULL;

  ff_session_editor_set_words (fixture->editor, robin, "note", "Better");
  settle (fixture);
  other = open_editor (fixture, fixture->session);
  ff_session_editor_set_words (other, nth (ff_session_editor_get_check_ins (other), 0), "helped",
                               "From elsewhere");
  wait_until_saved (other);
  settle (fixture);
  g_assert_cmpstr (ff_check_in_get_helped (robin), ==, "From elsewhere");
  ff_session_editor_undo (fixture->editor);
  g_assert_cmpstr (ff_check_in_get_note (robin), ==, "Slept badly");
  g_assert_cmpstr (ff_check_in_get_helped (robin), ==, "From elsewhere");
}

/* Whoever is forgotten does not come back by an undo. */
static void
test_forgotten (Fixture *fixture, gconstpointer data)
{
  FfCheckIn *robin = write_robin (fixture);
  g_autofree char *uid = g_strdup (ff_check_in_get_participant (robin));
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *then = NULL;

  ff_session_editor_delete_check_in (fixture->editor, robin);
  settle (fixture);
  g_assert_true (ff_session_editor_can_undo (fixture->editor));
  ff_participant_repository_forget_async (fixture->store, uid, FALSE, ff_test_on_result, &result);
  ff_test_wait (&result);
  settle (fixture);
  g_assert_false (ff_session_editor_can_undo (fixture->editor));
  then = tell (fixture->editor);
  g_assert_null (strstr (then, "Robin"));
}

/* --- At random --- */

static void
write_something (FfSessionEditor *editor, FfCheckIn *check_in)
{
  static const char *const words[] = { "note", "goal", "helped" };
  static const char *const figures[]
      = { "urge", "balance", "social", "physical", "human", "cultural" };
  g_autofree char *text = g_strdup_printf ("Words %d", g_test_rand_int_range (0, 1000));

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
    case 1:
      ff_session_editor_set_words (editor, check_in, words[g_test_rand_int_range (0, 3)], text);
      break;
    case 2:
      ff_session_editor_set_figure (editor, check_in, figures[g_test_rand_int_range (0, 6)],
                                    g_test_rand_int_range (-1, 11));
      break;
    case 3:
      ff_session_editor_set_figure (editor, check_in, "points", g_test_rand_int_range (0, 16));
      break;
    case 4:
      ff_session_editor_set_figure (editor, check_in, "newcomer", g_test_rand_int_range (0, 2));
      break;
    default:
      ff_session_editor_add_plan_item (editor, check_in, text);
    }
}

static void
change_item (FfSessionEditor *editor, FfPlanItem *item)
{
  g_autofree char *text = g_strdup_printf ("Item %d", g_test_rand_int_range (0, 1000));

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      ff_session_editor_set_words (editor, item, "text", text);
      break;
    case 1:
      ff_session_editor_set_figure (editor, item, "day", g_test_rand_int_range (0, 8));
      break;
    default:
      ff_session_editor_delete_plan_item (editor, item);
    }
}

static void
change_session (FfSessionEditor *editor)
{
  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      ff_session_editor_set_unnamed (editor, (guint) g_test_rand_int_range (0, 5));
      break;
    case 1:
      ff_session_editor_set_unnamed_newcomers (editor, (guint) g_test_rand_int_range (0, 5));
      break;
    default:
      ff_session_editor_set_handout (editor, tools[g_test_rand_int_range (0, 3)],
                                     g_test_rand_int_range (0, 2));
    }
}

static gpointer
pick (GListModel *model)
{
  guint n = g_list_model_get_n_items (model);

  return n == 0 ? NULL : nth (model, (guint) g_test_rand_int_range (0, (int) n));
}

/* Last week's plan is marked in the line of somebody who is here. */
static void
mark_theirs (FfSessionEditor *editor, FfCheckIn *check_in)
{
  GListModel *review = ff_session_editor_get_review (editor);

  for (guint i = 0; i < g_list_model_get_n_items (review); i++)
    {
      FfPlanItem *item = nth (review, i);

      if (g_str_equal (ff_plan_item_get_participant (item), ff_check_in_get_participant (check_in)))
        ff_session_editor_review (editor, item, (FfOutcome) g_test_rand_int_range (0, 5));
    }
}

static void
do_something (FfSessionEditor *editor)
{
  static const char *const aliases[] = { "Robin", "Sam", "Zoë", "Ines", "Kofi" };
  FfCheckIn *check_in = pick (ff_session_editor_get_check_ins (editor));
  FfPlanItem *item = pick (ff_session_editor_get_plan (editor));

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      add (editor, aliases[g_test_rand_int_range (0, 5)]);
      break;
    case 1:
      if (check_in != NULL)
        ff_session_editor_delete_check_in (editor, check_in);
      break;
    case 2:
    case 3:
      if (item != NULL)
        change_item (editor, item);
      break;
    case 4:
      if (check_in != NULL)
        mark_theirs (editor, check_in);
      break;
    case 5:
      change_session (editor);
      break;
    case 6:
      ff_session_editor_undo (editor);
      break;
    case 7:
      ff_session_editor_redo (editor);
      break;
    default:
      if (check_in != NULL)
        write_something (editor, check_in);
    }
}

/* Sometimes everything is stored in between, sometimes a part of it, sometimes nothing. */
static void
let_time_pass (Fixture *fixture)
{
  int chance = g_test_rand_int_range (0, 20);

  if (chance == 0)
    settle (fixture);
  else if (chance < 4)
    ff_session_editor_flush (fixture->editor);
  for (int i = 0; i < chance - 10; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_at_random (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_robin (fixture);
  g_clear_object (&fixture->editor);
  fixture->editor = open_editor (fixture, fixture->session);
  before = tell (fixture->editor);
  for (int round = 0; round < 8; round++)
    {
      for (int i = 0; i < 60; i++)
        {
          do_something (fixture->editor);
          let_time_pass (fixture);
        }
      while (ff_session_editor_can_redo (fixture->editor))
        ff_session_editor_redo (fixture->editor);
      g_clear_pointer (&after, g_free);
      after = tell (fixture->editor);
      assert_is (fixture, after);
      while (ff_session_editor_can_undo (fixture->editor))
        {
          ff_session_editor_undo (fixture->editor);
          let_time_pass (fixture);
        }
      assert_is (fixture, before);
      while (ff_session_editor_can_redo (fixture->editor))
        {
          ff_session_editor_redo (fixture->editor);
          let_time_pass (fixture);
        }
      assert_is (fixture, after);
      while (ff_session_editor_can_undo (fixture->editor))
        ff_session_editor_undo (fixture->editor);
      assert_is (fixture, before);
    }
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
  add_test ("/session-undo/every-kind", test_every_kind);
  add_test ("/session-undo/no-waiting", test_no_waiting);
  add_test ("/session-undo/typing-is-one-step", test_typing_is_one_step);
  add_test ("/session-undo/blank-item-leaves-no-step", test_blank_item_leaves_no_step);
  add_test ("/session-undo/restore-later", test_restore_later);
  add_test ("/session-undo/leaves-others-alone", test_leaves_others_alone);
  add_test ("/session-undo/forgotten", test_forgotten);
  add_test ("/session-undo/at-random", test_at_random);
  return g_test_run ();
}

/* test-session-undo-random.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undoing in a session back to the beginning and forward again, whatever was done and whenever it was stored.
 */

#include "ff-test-undo.h"

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
      ff_session_editor_set_handout (editor, ff_test_undo_tools[g_test_rand_int_range (0, 3)],
                                     g_test_rand_int_range (0, 2));
    }
}

static gpointer
pick (GListModel *model)
{
  guint n = g_list_model_get_n_items (model);

  return n == 0 ? NULL : ff_test_undo_nth (model, (guint) g_test_rand_int_range (0, (int) n));
}

/* Last week's plan is marked in the line of somebody who is here. */
static void
mark_theirs (FfSessionEditor *editor, FfCheckIn *check_in)
{
  GListModel *review = ff_session_editor_get_review (editor);

  for (guint i = 0; i < g_list_model_get_n_items (review); i++)
    {
      FfPlanItem *item = ff_test_undo_nth (review, i);

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
      ff_test_undo_add (editor, aliases[g_test_rand_int_range (0, 5)]);
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
let_time_pass (FfTestUndo *fixture)
{
  int chance = g_test_rand_int_range (0, 20);

  if (chance == 0)
    ff_test_undo_settle (fixture);
  else if (chance < 4)
    ff_session_editor_flush (fixture->editor);
  for (int i = 0; i < chance - 10; i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_at_random (FfTestUndo *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ff_test_undo_write_robin (fixture);
  g_clear_object (&fixture->editor);
  fixture->editor = ff_test_undo_open_editor (fixture, fixture->session);
  before = ff_test_undo_tell (fixture->editor);
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
      after = ff_test_undo_tell (fixture->editor);
      ff_test_undo_assert_is (fixture, after);
      while (ff_session_editor_can_undo (fixture->editor))
        {
          ff_session_editor_undo (fixture->editor);
          let_time_pass (fixture);
        }
      ff_test_undo_assert_is (fixture, before);
      while (ff_session_editor_can_redo (fixture->editor))
        {
          ff_session_editor_redo (fixture->editor);
          let_time_pass (fixture);
        }
      ff_test_undo_assert_is (fixture, after);
      while (ff_session_editor_can_undo (fixture->editor))
        ff_session_editor_undo (fixture->editor);
      ff_test_undo_assert_is (fixture, before);
    }
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
  add_test ("/session-undo-random/at-random", test_at_random);
  return g_test_run ();
}

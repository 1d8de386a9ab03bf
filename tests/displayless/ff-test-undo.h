/* ff-test-undo.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session of a group whose plans come back from last week, and all that it holds as a text.
 */

#pragma once

#include "ff-group-repository.h"
#include "ff-session-editor.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  FfGroup *group;
  FfSession *session;
  FfSessionEditor *editor;
} FfTestUndo;

static inline FfSession *
ff_test_undo_make_session (FfTestUndo *fixture, const char *start)
{
  FfSession *session = ff_session_new (NULL);
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (start, &time, NULL));
  ff_session_set_group (session, ff_group_get_uid (fixture->group));
  ff_session_set_rule_time (session, &time);
  ff_session_set_start (session, &time);
  return session;
}

static inline FfSessionEditor *
ff_test_undo_open_editor (FfTestUndo *fixture, FfSession *session)
{
  FfSessionEditor *editor = ff_session_editor_new (fixture->store, session);

  g_assert_true (ff_session_editor_load (editor, NULL));
  return editor;
}

static inline void
ff_test_undo_wait_until_saved (FfSessionEditor *editor)
{
  gint64 end = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  ff_session_editor_flush (editor);
  while (ff_session_editor_get_state (editor) == FF_SAVE_PENDING && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (ff_session_editor_get_state (editor), !=, FF_SAVE_FAILED);
  g_assert_cmpint (ff_session_editor_get_state (editor), !=, FF_SAVE_PENDING);
}

/* Everything that was queued is in the store. */
static inline void
ff_test_undo_settle (FfTestUndo *fixture)
{
  gint64 end = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  ff_test_undo_wait_until_saved (fixture->editor);
  while ((ff_store_is_busy (fixture->store) || g_main_context_pending (NULL))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  ff_test_undo_wait_until_saved (fixture->editor);
}

static inline FfCheckIn *
ff_test_undo_add (FfSessionEditor *editor, const char *alias)
{
  g_autoptr (GError) error = NULL;
  FfCheckIn *check_in = ff_session_editor_add_person (editor, alias, NULL, &error);

  g_assert_no_error (error);
  return check_in;
}

/* Last week, of which the plans come back. */
static inline void
ff_test_undo_add_last_week (FfTestUndo *fixture)
{
  g_autoptr (FfSession) session = ff_test_undo_make_session (fixture, "2026-11-17T19:00");
  g_autoptr (FfSessionEditor) editor = ff_test_undo_open_editor (fixture, session);

  ff_session_editor_add_plan_item (editor, ff_test_undo_add (editor, "Robin"), "Call my sister");
  ff_session_editor_add_plan_item (editor, ff_test_undo_add (editor, "Sam"), "Walk on four days");
  ff_session_editor_add_plan_item (editor, ff_test_undo_add (editor, "Sam"), "Cook on Sunday");
  ff_test_undo_wait_until_saved (editor);
}

static inline void
ff_test_undo_set_up (FfTestUndo *fixture, gconstpointer data)
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
  ff_test_undo_add_last_week (fixture);
  fixture->session = ff_test_undo_make_session (fixture, "2026-11-24T19:00");
  fixture->editor = ff_test_undo_open_editor (fixture, fixture->session);
}

static inline void
ff_test_undo_tear_down (FfTestUndo *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  ff_test_undo_settle (fixture);
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

static const char *const ff_test_undo_tools[] = { "urge-log", "deads", "values" };

/* --- What there is, as a text --- */

static inline void
ff_test_undo_tell_check_ins (FfSessionEditor *editor, GString *text)
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

static inline int
ff_test_undo_compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static inline void
ff_test_undo_tell_items (GListModel *items, GString *text)
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
  g_ptr_array_sort (lines, ff_test_undo_compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, g_ptr_array_index (lines, i));
}

static inline char *
ff_test_undo_tell (FfSessionEditor *editor)
{
  GString *text = g_string_new (NULL);
  FfSession *session = ff_session_editor_get_session (editor);
  const char *const *handouts = ff_session_get_handouts (session);

  ff_test_undo_tell_check_ins (editor, text);
  g_string_append (text, "plan\n");
  ff_test_undo_tell_items (ff_session_editor_get_plan (editor), text);
  g_string_append (text, "review\n");
  ff_test_undo_tell_items (ff_session_editor_get_review (editor), text);
  g_string_append_printf (text, "unnamed %u new %u\n", ff_session_get_unnamed (session),
                          ff_session_get_unnamed_newcomers (session));
  /* Which they are, in whatever order. */
  for (guint i = 0; i < G_N_ELEMENTS (ff_test_undo_tools); i++)
    if (g_strv_contains (handouts, ff_test_undo_tools[i]))
      g_string_append_printf (text, "tool %s\n", ff_test_undo_tools[i]);
  g_string_append_printf (text, "%u tools\n", g_strv_length ((char **) handouts));
  return g_string_free_and_steal (text);
}

/* As another editor finds it in the store. */
static inline char *
ff_test_undo_tell_stored (FfTestUndo *fixture)
{
  ff_test_undo_settle (fixture);
  g_autoptr (FfSessionEditor) editor = ff_test_undo_open_editor (fixture, fixture->session);

  return ff_test_undo_tell (editor);
}

static inline void
ff_test_undo_assert_is (FfTestUndo *fixture, const char *wanted)
{
  g_autofree char *stored = ff_test_undo_tell_stored (fixture);
  g_autofree char *now = ff_test_undo_tell (fixture->editor);

  g_assert_cmpstr (now, ==, wanted);
  g_assert_cmpstr (stored, ==, wanted);
}

static inline gpointer
ff_test_undo_nth (GListModel *model, guint i)
{
  g_autoptr (GObject) object = g_list_model_get_item (model, i);

  g_assert_nonnull (object);
  return object; /* the list holds it */
}

/* Robin, who is written about already, with a plan and a mark on last week's. */
static inline FfCheckIn *
ff_test_undo_write_robin (FfTestUndo *fixture)
{
  FfSessionEditor *editor = fixture->editor;
  FfCheckIn *robin = ff_test_undo_add (editor, "Robin");

  ff_session_editor_set_words (editor, robin, "note", "Slept badly");
  ff_session_editor_set_figure (editor, robin, "urge", 1);
  ff_session_editor_add_plan_item (editor, robin, "Walk");
  ff_session_editor_review (editor, ff_test_undo_nth (ff_session_editor_get_review (editor), 0),
                            FF_OUTCOME_DONE);
  ff_session_editor_set_handout (editor, "deads", TRUE);
  ff_test_undo_settle (fixture);
  return robin;
}

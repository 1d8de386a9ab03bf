/* test-handout-store.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own handouts, what is known of handouts, what groups had, and where to turn: stored, found again, taken away and put back.
 */

#include "ff-group-repository.h"
#include "ff-handout-repository.h"
#include "ff-help-line-repository.h"
#include "ff-model-error.h"
#include "ff-schedule-edit.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"
#include "ff-test-store.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
  GString *told; /* "aggregate:id " of every change */
} Fixture;

static void
on_changed (FfStore *store, FfAggregate aggregate, GStrv ids, Fixture *f)
{
  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (f->told, "%u:%s ", aggregate, ids[i]);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  static const FfWallTime start = { 2026, 11, 10, 19, 0 };
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m");

  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->told = g_string_new (NULL);
  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (f->store, group, meeting, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_string_free (f->told, TRUE);
  g_free (f->folder);
}

static void
assert_told (Fixture *f, FfAggregate aggregate, const char *id)
{
  g_autofree char *expected = g_strdup_printf ("%u:%s ", aggregate, id);

  g_assert_cmpstr (f->told->str, ==, expected);
  g_string_truncate (f->told, 0);
}

static void
save_own (Fixture *f, const char *uid, const char *title, const char *markdown)
{
  FfOwnHandout handout = { (char *) uid, (char *) title, (char *) markdown };

  ff_handout_repository_save_own_async (f->store, &handout, ff_test_on_result, &f->result);
}

static guint64
delete_own (Fixture *f, const char *id)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  guint64 step;

  ff_handout_repository_delete_own_async (f->store, id, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  step = ff_handout_repository_delete_own_finish (f->store, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step, >, 0);
  return step;
}

static void
mark_favourite (Fixture *f, const char *id, gboolean favourite)
{
  ff_handout_repository_set_favourite_async (f->store, id, favourite, ff_test_on_result,
                                             &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static void
test_own (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (FfOwnHandout) read = NULL;

  save_own (f, "2", "Walks", "# Walks\n");
  ff_test_assert_written (f->store, &f->result);
  assert_told (f, FF_AGGREGATE_HANDOUT, "own-2");
  save_own (f, "1", "Étude", "# Étude\n");
  ff_test_assert_written (f->store, &f->result);
  save_own (f, "2", "A Walk", "# A Walk\n\nSlowly.\n");
  ff_test_assert_written (f->store, &f->result);

  list = ff_handout_repository_list_own (f->store, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((FfOwnHandout *) list->pdata[0])->title, ==, "A Walk");
  read = ff_handout_repository_get_own (f->store, "own-2", NULL);
  g_assert_cmpstr (read->uid, ==, "2");
  g_assert_cmpstr (read->markdown, ==, "# A Walk\n\nSlowly.\n");
}

static void
test_own_not_there (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "own-2", "2", "urge-log", "own-", "" };
  g_autoptr (GError) error = NULL;

  save_own (f, "1", "Walks", "# Walks\n");
  ff_test_assert_written (f->store, &f->result);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_null (ff_handout_repository_get_own (f->store, ids[i], &error));
      g_assert_no_error (error);
    }
}

/* Own ones after those built in; one of which nothing can be laid out is left out, and says why when it is asked for. */
static void
test_load (Fixture *f, gconstpointer data)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GPtrArray) built_in = ff_handout_load_all (catalogue, NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (FfHandout) own = NULL;
  g_autoptr (FfHandout) built = NULL;
  g_autoptr (GError) error = NULL;

  save_own (f, "1", "Walks", "# Walks\n\nWhere to walk.\n\nSlowly.\n");
  ff_test_assert_written (f->store, &f->result);
  save_own (f, "2", "Nothing", "");
  ff_test_assert_written (f->store, &f->result);

  all = ff_handout_repository_load_all (f->store, catalogue, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, built_in->len + 1);
  g_assert_cmpstr (ff_handout_get_id (all->pdata[built_in->len]), ==, "own-1");
  own = ff_handout_repository_load (f->store, "own-1", catalogue, &error);
  g_assert_no_error (error);
  g_assert_true (ff_handout_is_own (own));
  g_assert_cmpstr (ff_handout_get_title (own), ==, "Walks");
  built = ff_handout_repository_load (f->store, "urge-log", catalogue, &error);
  g_assert_no_error (error);
  g_assert_false (ff_handout_is_own (built));

  g_assert_null (ff_handout_repository_load (f->store, "own-2", catalogue, &error));
  g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA);
  g_assert_true (g_str_has_prefix (error->message, "“Nothing” cannot be laid out. "));
  g_assert_cmpuint (strlen (error->message), >, strlen ("“Nothing” cannot be laid out. ") + 10);
  g_clear_error (&error);
  g_assert_null (ff_handout_repository_load (f->store, "own-3", catalogue, &error));
  g_assert_cmpstr (error->message, ==, "There is no handout called “own-3”.");
  g_clear_error (&error);
  g_assert_null (ff_handout_repository_load (f->store, "urge", catalogue, &error));
  g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA);
}

static void
test_own_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *markdown = g_strnfill (200001, 'x');
  g_autofree char *title = g_strnfill (201, 'x');
  const struct
  {
    const char *uid, *title, *markdown, *sentence;
  } cases[] = {
    { "a b", "Walks", "", "A handout’s identifier must have 1 to 90 characters" },
    { "1", "", "", "A handout’s title must have 1 to 200 characters" },
    { "1", title, "", "A handout’s title must have 1 to 200 characters" },
    { "1", "Walks", markdown, "A handout can have at most 200,000 characters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = NULL;

      save_own (f, cases[i].uid, cases[i].title, cases[i].markdown);
      g_assert_false (ff_test_written (f->store, &f->result, &error));
      g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
      g_assert_true (g_str_has_prefix (error->message, cases[i].sentence));
      list = ff_handout_repository_list_own (f->store, NULL);
      g_assert_cmpuint (list->len, ==, 0);
    }
}

/* With its mark, and the same once more. */
static void
test_delete_and_undo (Fixture *f, gconstpointer data)
{
  guint64 step;

  save_own (f, "1", "Walks", "# Walks\n");
  ff_test_assert_written (f->store, &f->result);
  mark_favourite (f, "own-1", TRUE);
  mark_favourite (f, "urge-log", TRUE);
  g_string_truncate (f->told, 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (GPtrArray) other = NULL;
      g_autoptr (GPtrArray) marks = NULL;
      g_autoptr (FfOwnHandout) back = NULL;

      step = delete_own (f, "own-1");
      assert_told (f, FF_AGGREGATE_HANDOUT, "own-1");
      none = ff_handout_repository_list_own (f->store, NULL);
      g_assert_cmpuint (none->len, ==, 0);
      other = ff_handout_repository_list_marks (f->store, NULL);
      g_assert_cmpuint (other->len, ==, 1);

      ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
      ff_test_assert_written (f->store, &f->result);
      assert_told (f, FF_AGGREGATE_HANDOUT, "own-1");
      back = ff_handout_repository_get_own (f->store, "own-1", NULL);
      g_assert_cmpstr (back->markdown, ==, "# Walks\n");
      marks = ff_handout_repository_list_marks (f->store, NULL);
      g_assert_cmpuint (marks->len, ==, 2);
      g_assert_cmpstr (((FfHandoutMark *) marks->pdata[0])->handout, ==, "own-1");
      g_assert_true (((FfHandoutMark *) marks->pdata[0])->favourite);
    }
}

/* Written anew under the same uid since: that stays. */
static void
test_undo_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfOwnHandout) now = NULL;
  guint64 step;

  save_own (f, "1", "Walks", "# Walks\n");
  ff_test_assert_written (f->store, &f->result);
  step = delete_own (f, "own-1");
  save_own (f, "1", "Other Walks", "# Other Walks\n");
  ff_test_assert_written (f->store, &f->result);
  ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  now = ff_handout_repository_get_own (f->store, "own-1", NULL);
  g_assert_cmpstr (now->title, ==, "Other Walks");
}

static const FfHandoutMark *
find_mark (GPtrArray *marks, const char *handout)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_str_equal (((FfHandoutMark *) marks->pdata[i])->handout, handout))
      return marks->pdata[i];
  return NULL;
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  static const char *const used[] = { "urge-log", "cost-benefit", NULL };
  static const char *const again[] = { "urge-log", NULL };
  g_autoptr (GPtrArray) marks = NULL;

  mark_favourite (f, "urge-log", TRUE);
  assert_told (f, FF_AGGREGATE_HANDOUT, "urge-log");
  ff_handout_repository_use_async (f->store, used, 1790000000, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_handout_repository_use_async (f->store, again, 1780000000, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  mark_favourite (f, "cost-benefit", TRUE);
  mark_favourite (f, "cost-benefit", FALSE);

  marks = ff_handout_repository_list_marks (f->store, NULL);
  g_assert_cmpuint (marks->len, ==, 2);
  g_assert_true (find_mark (marks, "urge-log")->favourite);
  g_assert_cmpint (find_mark (marks, "urge-log")->last_used, ==, 1790000000);
  g_assert_false (find_mark (marks, "cost-benefit")->favourite);
  g_assert_cmpint (find_mark (marks, "cost-benefit")->last_used, ==, 1790000000);
}

static void
test_mark_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ff_handout_repository_set_favourite_async (f->store, "an id", TRUE, ff_test_on_result,
                                             &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "This handout’s identifier cannot be used."));
}

static void
save_session (Fixture *f, const char *uid, FfWallTime start, const char *const *handouts)
{
  g_autoptr (FfSession) session = ff_session_new (uid);

  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  ff_session_set_handouts (session, handouts);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static gint64
get_unix (int month, int day, int hour)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Vancouver");
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, month, day, hour, 0, 0);

  return g_date_time_to_unix (time);
}

/* The last time counts, in the meeting's own hours; what is only planned does not. */
static void
test_had (Fixture *f, gconstpointer data)
{
  static const char *const first[] = { "urge-log", "own-1", NULL };
  static const char *const second[] = { "urge-log", NULL };
  static const char *const planned[] = { "cost-benefit", "own-1", NULL };
  g_autoptr (GHashTable) had = NULL;
  g_autoptr (GHashTable) nothing = NULL;
  g_autoptr (GHashTable) other = NULL;

  save_session (f, "s1", (FfWallTime) { 2026, 7, 7, 19, 0 }, first);
  save_session (f, "s2", (FfWallTime) { 2026, 11, 17, 19, 0 }, second);
  save_session (f, "s3", (FfWallTime) { 2026, 11, 24, 19, 0 }, planned);

  had = ff_handout_repository_list_had (f->store, "g", get_unix (11, 24, 18), NULL);
  g_assert_cmpuint (g_hash_table_size (had), ==, 2);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (had, "urge-log"), ==, get_unix (11, 17, 19));
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (had, "own-1"), ==, get_unix (7, 7, 19));
  nothing = ff_handout_repository_list_had (f->store, "g", get_unix (7, 7, 19), NULL);
  g_assert_cmpuint (g_hash_table_size (nothing), ==, 0);
  other = ff_handout_repository_list_had (f->store, "another", get_unix (11, 24, 18), NULL);
  g_assert_cmpuint (g_hash_table_size (other), ==, 0);
}

static void
test_copies (Fixture *f, gconstpointer data)
{
  static const char *const handouts[] = { "urge-log", "seven-day-plan", NULL };
  static const char *const fewer[] = { "seven-day-plan", "own-1", NULL };
  g_autoptr (FfSession) session = NULL;
  g_autoptr (FfSession) again = NULL;
  g_autoptr (GError) error = NULL;

  save_session (f, "s1", (FfWallTime) { 2026, 11, 17, 19, 0 }, handouts);
  session = ff_session_repository_get (f->store, "s1", NULL);
  g_assert_cmpuint (ff_session_get_copies (session, "urge-log"), ==, 0);
  ff_session_set_copies (session, "urge-log", 12);
  ff_session_set_copies (session, "seven-day-plan", 8);
  ff_session_set_copies (session, "own-1", 3);
  ff_session_set_handouts (session, fewer);
  ff_session_repository_save_async (f->store, session, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);

  again = ff_session_repository_get (f->store, "s1", NULL);
  g_assert_cmpstrv (ff_session_get_handouts (again), fewer);
  g_assert_cmpuint (ff_session_get_copies (again, "seven-day-plan"), ==, 8);
  g_assert_cmpuint (ff_session_get_copies (again, "own-1"), ==, 0);
  g_assert_cmpuint (ff_session_get_copies (again, "urge-log"), ==, 0);

  ff_session_set_copies (again, "own-1", 10001);
  ff_session_repository_save_async (f->store, again, ff_test_on_result, &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "Of one handout 1 to 10,000 copies"));
}

static void
save_lines (Fixture *f, const char *group, guint n, gboolean at_foot)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Line %u", i);

      g_ptr_array_add (lines, ff_help_line_new (name, "604-555-0101", "Day and night", "Coast"));
    }
  ff_help_line_repository_save_async (f->store, group, lines, at_foot, ff_test_on_result,
                                      &f->result);
}

static void
test_help_lines (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GPtrArray) none = NULL;

  save_lines (f, "g", FF_N_HELP_LINES, TRUE);
  ff_test_assert_written (f->store, &f->result);
  assert_told (f, FF_AGGREGATE_GROUP, "g");
  read = ff_help_line_repository_list (f->store, "g", NULL);
  g_assert_cmpuint (read->len, ==, FF_N_HELP_LINES);
  g_assert_cmpstr (ff_help_line_get_name (read->pdata[19]), ==, "Line 19");
  g_assert_cmpstr (ff_help_line_get_contact (read->pdata[0]), ==, "604-555-0101");
  g_assert_cmpstr (ff_help_line_get_hours (read->pdata[0]), ==, "Day and night");
  g_assert_cmpstr (ff_help_line_get_area (read->pdata[0]), ==, "Coast");
  g_assert_true (ff_help_line_repository_get_at_foot (f->store, "g", NULL));

  save_lines (f, "g", 0, FALSE);
  ff_test_assert_written (f->store, &f->result);
  none = ff_help_line_repository_list (f->store, "g", NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (ff_help_line_repository_get_at_foot (f->store, "g", NULL));
}

/* What was there before is there still. */
static void
test_help_lines_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nameless = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) still = NULL;

  save_lines (f, "g", 2, TRUE);
  ff_test_assert_written (f->store, &f->result);
  save_lines (f, "g", FF_N_HELP_LINES + 1, FALSE);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "A group keeps at most 20 help lines."));
  g_clear_error (&error);
  g_ptr_array_add (nameless, ff_help_line_new ("", "604-555-0101", "", ""));
  ff_help_line_repository_save_async (f->store, "g", nameless, FALSE, ff_test_on_result,
                                      &f->result);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_true (g_str_has_prefix (error->message, "The name of a help line must have"));
  g_clear_error (&error);
  save_lines (f, "gone", 0, FALSE);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "The group of these help lines is not there any more.");

  still = ff_help_line_repository_list (f->store, "g", NULL);
  g_assert_cmpuint (still->len, ==, 2);
  g_assert_true (ff_help_line_repository_get_at_foot (f->store, "g", NULL));
}

/* They come back with their group. */
static void
test_group_comes_back (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  guint64 step;

  save_lines (f, "g", 3, TRUE);
  ff_test_assert_written (f->store, &f->result);
  ff_schedule_edit_delete_group (edit, "g");
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  step = ff_schedule_edit_apply_finish (f->store, done, NULL);
  g_assert_cmpuint (step, >, 0);
  ff_store_undo_async (f->store, step, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);

  lines = ff_help_line_repository_list (f->store, "g", NULL);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_true (ff_help_line_repository_get_at_foot (f->store, "g", NULL));
}

/* Each reads nothing and says why. */
static void
test_closed (Fixture *f, gconstpointer data)
{
  g_autoptr (FfStore) store = f->store;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  ff_store_close_async (store, ff_test_on_result, &f->result);
  g_assert_null (ff_handout_repository_list_own (store, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ff_handout_repository_get_own (store, "own-1", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ff_handout_repository_list_marks (store, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ff_handout_repository_list_had (store, "g", 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ff_help_line_repository_list (store, "g", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (ff_help_line_repository_get_at_foot (store, "g", &error));
  g_assert_nonnull (error);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_true (ff_store_close_finish (store, done, NULL));
  f->store = ff_test_open (f->folder);
}

#define ADD(name, func) g_test_add ("/handout-store/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("own", test_own);
  ADD ("own-not-there", test_own_not_there);
  ADD ("load", test_load);
  ADD ("own-refused", test_own_refused);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("undo-refused", test_undo_refused);
  ADD ("marks", test_marks);
  ADD ("mark-refused", test_mark_refused);
  ADD ("had", test_had);
  ADD ("copies", test_copies);
  ADD ("help-lines", test_help_lines);
  ADD ("help-lines-refused", test_help_lines_refused);
  ADD ("group-comes-back", test_group_comes_back);
  ADD ("closed", test_closed);

  return g_test_run ();
}

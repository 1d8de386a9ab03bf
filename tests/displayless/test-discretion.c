/* test-discretion.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words said in confidence are in no log and in no error text, whatever is written and whatever goes wrong.
 */

#include "ff-group-repository.h"
#include "ff-session-editor.h"
#include "ff-test-store.h"

/* Not a word of anything else. */
#define MARKER "Quillfeather"

static gboolean was_logged;
static guint n_logged;

/* A test has a handler of its own for what is not structured. */
static void
read_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  n_logged++;
  if (strstr (message, MARKER) != NULL)
    was_logged = TRUE;
}

static GLogWriterOutput
read_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  g_autofree char *text = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  read_message (NULL, level, text, NULL);

  return G_LOG_WRITER_HANDLED;
}

static void
read_print (const char *text)
{
  if (strstr (text, MARKER) != NULL)
    was_logged = TRUE;
}

static void
assert_discreet (const GError *error)
{
  if (error != NULL && strstr (error->message, MARKER) != NULL)
    g_error ("An error says what was written");
}

typedef struct
{
  char *folder;
  FfStore *store;
  FfGroup *group;
  FfSessionEditor *editor;
  gboolean is_closed;
} Fixture;

static void
trouble_cb (FfSessionEditor *editor, const GError *error)
{
  assert_discreet (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const FfWallTime time = { 2026, 11, 24, 19, 0 };
  g_autoptr (FfSession) session = ff_session_new (NULL);
  GAsyncResult *result = NULL;

  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->group = ff_group_new (NULL);
  ff_group_set_name (f->group, "Tuesday Group");
  ff_group_set_programme (f->group, "four-points");
  ff_group_set_zone (f->group, "America/Vancouver");
  ff_group_repository_save_async (f->store, f->group, NULL, ff_test_on_result, &result);
  ff_test_assert_written (f->store, &result);
  ff_session_set_group (session, ff_group_get_uid (f->group));
  ff_session_set_rule_time (session, &time);
  ff_session_set_start (session, &time);
  f->editor = ff_session_editor_new (f->store, session);
  g_signal_connect (f->editor, "trouble", G_CALLBACK (trouble_cb), NULL);
  was_logged = FALSE;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->editor);
  g_clear_object (&f->group);
  if (f->is_closed)
    g_clear_object (&f->store);
  else
    ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
  g_assert_cmpuint (n_logged, >, 0);
  g_assert_false (was_logged);
}

static void
settle (Fixture *f)
{
  ff_session_editor_flush (f->editor);
  while (ff_store_is_busy (f->store))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static FfCheckIn *
write_one (Fixture *f, const char *alias)
{
  g_autoptr (GError) error = NULL;
  FfCheckIn *check_in = ff_session_editor_add_person (f->editor, alias, NULL, &error);

  g_assert_no_error (error);
  ff_session_editor_set_words (f->editor, check_in, "note", MARKER " slept badly");
  ff_session_editor_add_plan_item (f->editor, check_in, MARKER " calls the brother");

  return check_in;
}

static void
test_saved (Fixture *f, gconstpointer data)
{
  g_debug ("Something is read"); /* so that the log is known to be read */
  write_one (f, MARKER);
  settle (f);
  g_assert_cmpint (ff_session_editor_get_state (f->editor), ==, FF_SAVE_DONE);
}

/* More than the store takes: refused, with a sentence. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *long_words = g_strnfill (1100000, 'x');
  g_autofree char *note = g_strconcat (MARKER, long_words, NULL);
  FfCheckIn *check_in = write_one (f, MARKER);
  const char *message;

  g_debug ("Something is read");
  ff_session_editor_set_words (f->editor, check_in, "note", note);
  settle (f);
  g_assert_cmpint (ff_session_editor_get_state (f->editor), ==, FF_SAVE_FAILED);
  message = ff_session_editor_get_message (f->editor);
  g_assert_nonnull (message);
  g_assert_null (strstr (message, MARKER));
  g_assert_null (strstr (message, "xxxx"));
}

/* The store is closed under the hands of somebody who still writes. */
static void
test_failed (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  FfCheckIn *check_in = write_one (f, MARKER);

  g_debug ("Something is read");
  settle (f);
  ff_store_close_async (f->store, ff_test_on_result, &result);
  ff_test_wait (&result);
  g_assert_true (ff_store_close_finish (f->store, result, NULL));
  f->is_closed = TRUE;
  ff_session_editor_set_words (f->editor, check_in, "note", MARKER " says more");
  ff_session_editor_flush (f->editor);
  while (ff_session_editor_get_state (f->editor) == FF_SAVE_PENDING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ff_session_editor_get_state (f->editor), ==, FF_SAVE_FAILED);
  g_assert_null (strstr (ff_session_editor_get_message (f->editor), MARKER));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_log_set_default_handler (read_message, NULL);
  g_log_set_writer_func (read_log, NULL, NULL);
  g_set_printerr_handler (read_print);
  g_test_add ("/discretion/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/discretion/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/discretion/failed", Fixture, NULL, set_up, test_failed, tear_down);

  return g_test_run ();
}

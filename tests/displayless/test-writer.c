/* test-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writer's promises: in order, whole or not at all, and never lost once said to be saved.
 */

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ff-group-repository.h"
#include "ff-statement.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-test-store.h"

#define KILLS 6

static char *program;

typedef struct
{
  char *folder;
  FfStore *store;
  GString *log;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->log = g_string_new (NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->store != NULL)
    ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
  g_string_free (f->log, TRUE);
}

static FfGroup *
make_group (const char *uid)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, uid);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "UTC");
  return group;
}

static void
on_changed (FfStore *store, int aggregate, char **ids, gpointer data)
{
  Fixture *f = data;

  g_string_append_printf (f->log, "c%s ", ids[0]);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  g_string_append (f->log, ff_store_write_finish (FF_STORE (source), result, NULL) ? "+ " : "- ");
}

static void
on_busy (GObject *object, GParamSpec *pspec, gpointer data)
{
  Fixture *f = data;
  gboolean busy;

  g_object_get (object, "busy", &busy, NULL);
  g_assert_true (busy == ff_store_is_busy (FF_STORE (object)));
  g_string_append (f->log, busy ? "busy " : "idle ");
}

static void
queue_three (Fixture *f)
{
  static const char *const uids[] = { "1", "", "3" };

  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_autoptr (FfGroup) group = make_group (uids[i]);

      ff_group_repository_save_async (f->store, group, NULL, on_saved, f);
    }
}

/* 'changed' after COMMIT and before the callback, in the order of the writes; one that fails takes nothing with it. */
static void
test_order (Fixture *f, gconstpointer data)
{
  GAsyncResult *last = NULL;
  g_autoptr (FfGroup) group = make_group ("4");

  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
  g_signal_connect (f->store, "notify::busy", G_CALLBACK (on_busy), f);
  g_assert_false (ff_store_is_busy (f->store));
  queue_three (f);
  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &last);
  g_assert_true (ff_store_is_busy (f->store));
  ff_test_assert_written (f->store, &last);
  g_assert_cmpstr (f->log->str, ==, "busy c1 + - c3 + c4 idle ");
  g_assert_false (ff_store_is_busy (f->store));
}

static gboolean
write_and_fail (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) delete = ff_statement_new (connection, "DELETE FROM groups");

  ff_change_add (change, FF_AGGREGATE_ALL, NULL);
  g_assert_true (ff_statement_run (delete, error));
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED, "Halfway");
  return FALSE;
}

static void
test_rollback (Fixture *f, gconstpointer data)
{
  GAsyncResult *result = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;

  queue_three (f);
  g_signal_connect (f->store, "changed", G_CALLBACK (on_changed), f);
  ff_store_write_async (f->store, write_and_fail, NULL, NULL, ff_test_on_result, &result);
  g_assert_false (ff_test_written (f->store, &result, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  groups = ff_group_repository_list (f->store, NULL);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (f->log->str, ==, "c1 + - c3 + ");
}

static gboolean
note_thread (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  *(GThread **) data = g_thread_self ();
  return TRUE;
}

static void
test_thread (Fixture *f, gconstpointer data)
{
  GThread *threads[2] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      GAsyncResult *result = NULL;

      ff_store_write_async (f->store, note_thread, &threads[i], NULL, ff_test_on_result, &result);
      ff_test_assert_written (f->store, &result);
    }
  g_assert_true (threads[0] != NULL && threads[0] != g_thread_self ());
  g_assert_true (threads[0] == threads[1]);
}

/* Closing waits for what is queued, and tells of it first. */
static void
test_drain (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *uid = g_strdup_printf ("group %u", i);
      g_autoptr (FfGroup) group = make_group (uid);

      ff_group_repository_save_async (f->store, group, NULL, on_saved, f);
    }
  ff_test_close (g_steal_pointer (&f->store));
  g_assert_cmpuint (f->log->len, ==, 200 * strlen ("+ "));
  f->store = ff_test_open (f->folder);
  groups = ff_group_repository_list (f->store, NULL);
  g_assert_cmpuint (groups->len, ==, 200);
}

static gpointer
read_endlessly (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 number;

  g_atomic_int_set ((int *) data, 1);
  ff_connection_read_number (
      connection,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n",
      &number, error);
  return NULL;
}

static void
wait_until_set (int *flag)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (!g_atomic_int_get (flag))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
    }
}

static void
test_cancel_read (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  int started = 0;

  ff_store_read_async (f->store, read_endlessly, &started, NULL, NULL, cancellable,
                       ff_test_on_result, &result);
  wait_until_set (&started);
  g_cancellable_cancel (cancellable);
  ff_test_wait (&result);
  done = result;
  g_assert_null (ff_store_read_finish (f->store, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_close_cancels_read (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL, *closing = NULL;
  int started = 0;

  ff_store_read_async (f->store, read_endlessly, &started, NULL, NULL, NULL, ff_test_on_result,
                       &result);
  wait_until_set (&started);
  ff_store_close_async (f->store, ff_test_on_result, &closing);
  ff_test_wait (&closing);
  ff_test_wait (&result);
  done = result;
  closed = closing;
  g_assert_null (ff_store_read_finish (f->store, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (ff_store_close_finish (f->store, closed, NULL));
  g_clear_object (&f->store);
}

/* The child: saves without end, and says of each save that it is done only once the store says so. */
static int
save_until_killed (const char *folder)
{
  FfStore *store = ff_test_open (folder);

  for (guint i = 0;; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%d-%u", (int) getpid (), i);
      g_autofree char *line = g_strconcat (uid, "\n", NULL);
      g_autoptr (FfGroup) group = make_group (uid);
      GAsyncResult *result = NULL;

      ff_group_repository_save_async (store, group, NULL, ff_test_on_result, &result);
      ff_test_assert_written (store, &result);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return EXIT_FAILURE;
    }
}

/* Kills the child somewhere after @saves saves; what it had said by then is added to @acknowledged. */
static void
run_and_kill (const char *folder, guint saves, GPtrArray *acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                                    "--save-until-killed", folder, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  char *line;
  guint read = 0;

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL)
    {
      g_ptr_array_add (acknowledged, line);
      if (++read == saves)
        g_subprocess_force_exit (child);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (read, >=, saves);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));
}

static void
test_kill (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) acknowledged = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_build_filename (f->folder, "killed", NULL);
  FfStore *store;

  for (guint i = 0; i < KILLS; i++)
    run_and_kill (folder, 1 + i * 17, acknowledged);
  store = ff_test_open (folder);
  for (guint i = 0; i < acknowledged->len; i++)
    {
      g_autoptr (FfGroup) group = ff_group_repository_get (store, acknowledged->pdata[i], NULL);

      g_assert_nonnull (group);
    }
  ff_test_close (store);
}

#define ADD(name, func) g_test_add ("/writer/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--save-until-killed"))
    return save_until_killed (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  ADD ("order", test_order);
  ADD ("rollback", test_rollback);
  ADD ("thread", test_thread);
  ADD ("drain", test_drain);
  ADD ("cancel-read", test_cancel_read);
  ADD ("close-cancels-read", test_close_cancels_read);
  ADD ("kill", test_kill);

  return g_test_run ();
}

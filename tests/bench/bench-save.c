/* bench-save.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a note takes from being handed to the store until it is committed.
 *
 * bench-save FOLDER TIMES   prints the median and the slowest, in microseconds
 */

#include <stdio.h>

#include "ff-session-repository.h"

typedef struct
{
  GMainLoop *loop;
  gboolean saved;
} Save;

static void
saved_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr (GError) error = NULL;

  save->saved = ff_store_write_finish (FF_STORE (store), result, &error);
  if (!save->saved)
    g_printerr ("bench-save: %s\n", error->message);
  g_main_loop_quit (save->loop);
}

static void
closed_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  ff_store_close_finish (FF_STORE (store), result, NULL);
  g_main_loop_quit (user_data);
}

/* The latest check-in that there is, whichever session it is in. */
static FfCheckIn *
find_check_in (FfStore *store, GError **error)
{
  g_autoptr (GPtrArray) sessions = ff_session_repository_list (store, NULL, 20, 0, error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      FfSession *session = g_ptr_array_index (sessions, i);
      g_autoptr (GPtrArray) check_ins
          = ff_session_repository_list_check_ins (store, ff_session_get_uid (session), error);

      if (check_ins == NULL)
        return NULL;
      if (check_ins->len > 0)
        return g_object_ref (g_ptr_array_index (check_ins, 0));
    }
  if (sessions != NULL)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 "The latest 20 sessions hold no check-in.");

  return NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FfStore) store = NULL;
  g_autoptr (FfCheckIn) check_in = NULL;
  g_autoptr (GError) error = NULL;
  guint n = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  if (n == 0)
    {
      g_printerr ("bench-save FOLDER TIMES\n");
      return 2;
    }
  if ((store = ff_store_open (argv[1], NULL, &error)) == NULL
      || (check_in = find_check_in (store, &error)) == NULL)
    {
      g_printerr ("bench-save: %s\n", error->message);
      return 1;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *note
          = g_strdup_printf ("Slept better, walked on four days; measured for the %u. time.", i);
      Save save = { loop, FALSE };
      gint64 began = g_get_monotonic_time ();
      gint64 took;

      ff_check_in_set_note (check_in, note);
      ff_session_repository_save_check_in_async (store, check_in, NULL, NULL, saved_cb, &save);
      g_main_loop_run (loop);
      if (!save.saved)
        return 1;
      took = g_get_monotonic_time () - began;
      g_array_append_val (times, took);
    }
  g_array_sort (times, compare);
  printf ("%d %d\n", (int) g_array_index (times, gint64, n / 2),
          (int) g_array_index (times, gint64, n - 1));

  ff_store_close_async (store, closed_cb, loop);
  g_main_loop_run (loop);

  return 0;
}

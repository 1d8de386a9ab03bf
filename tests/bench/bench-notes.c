/* bench-notes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes to unlock and open the notes, to find a word in them and to save one; with a passphrase or without.
 *
 * bench-notes FOLDER TIMES               the medians of unlocking, opening, searching and saving, in microseconds
 * bench-notes FOLDER TIMES PASSPHRASE    the same of a folder that has this passphrase; where it has none yet, it is set first
 */

#include <stdio.h>
#include <stdlib.h>

#include "ff-passphrase.h"
#include "ff-search.h"
#include "ff-session-repository.h"

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static G_NORETURN void
give_up (const GError *error)
{
  g_printerr ("bench-notes: %s\n", error != NULL ? error->message : "there is nothing to find");
  exit (1);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static gint64
get_median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, gint64, times->len / 2);
}

static void
close_store (FfStore *store)
{
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  ff_store_close_async (store, ready_cb, &result);
  done = await (&result);
  ff_store_close_finish (store, done, NULL);
}

/* Opens it @times times and leaves it open. */
static FfStore *
open_often (const char *folder, const char *passphrase, guint times)
{
  g_autoptr (GArray) unlocking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) opening = g_array_new (FALSE, FALSE, sizeof (gint64));
  FfStore *store = NULL;

  for (guint i = 0; i < times; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfSecret) secret = NULL;
      gint64 began, unlocked, opened;

      if (store != NULL)
        {
          close_store (store);
          g_clear_object (&store);
        }
      began = g_get_monotonic_time ();
      if (passphrase != NULL
          && (secret = ff_passphrase_unlock (folder, passphrase, &error)) == NULL)
        give_up (error);
      unlocked = g_get_monotonic_time ();
      store = ff_store_open (folder, secret, &error);
      opened = g_get_monotonic_time () - unlocked;
      if (store == NULL)
        give_up (error);
      unlocked -= began;
      g_array_append_val (unlocking, unlocked);
      g_array_append_val (opening, opened);
    }
  printf ("unlock %" G_GINT64_FORMAT "\nopen %" G_GINT64_FORMAT "\n", get_median (unlocking),
          get_median (opening));
  return store;
}

/* Some from the latest sessions, so that there are words to look for and one to write in again. */
static GPtrArray *
read_check_ins (FfStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = ff_session_repository_list (store, NULL, 20, 0, &error);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      g_autoptr (GPtrArray) check_ins
          = ff_session_repository_list_check_ins (store, ff_session_get_uid (sessions->pdata[i]),
                                                  &error);

      if (check_ins == NULL || check_ins->len > 0)
        return g_steal_pointer (&check_ins);
    }
  give_up (error);
}

static void
search_often (FfStore *store, GPtrArray *check_ins, guint times)
{
  g_autoptr (GArray) searching = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < times; i++)
    {
      g_auto (GStrv) words
          = g_strsplit (ff_check_in_get_note (check_ins->pdata[i % check_ins->len]), " ", -1);
      const FfSearchQuery query = { .words = words[i % MAX (1, g_strv_length (words))] };
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GAsyncResult) done = NULL;
      GAsyncResult *result = NULL;
      gint64 began = g_get_monotonic_time ();
      gint64 took;

      ff_search_async (store, &query, 50, 0, NULL, ready_cb, &result);
      done = await (&result);
      found = ff_search_finish (store, done, NULL, NULL);
      took = g_get_monotonic_time () - began;
      if (found == NULL)
        give_up (NULL);
      g_array_append_val (searching, took);
    }
  printf ("search %" G_GINT64_FORMAT "\n", get_median (searching));
}

static void
save_often (FfStore *store, FfCheckIn *check_in, guint times)
{
  g_autoptr (GArray) saving = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < times; i++)
    {
      g_autofree char *note = g_strdup_printf ("Slept better, walked on %u days.", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) done = NULL;
      GAsyncResult *result = NULL;
      gint64 began = g_get_monotonic_time ();
      gint64 took;

      ff_check_in_set_note (check_in, note);
      ff_session_repository_save_check_in_async (store, check_in, NULL, NULL, ready_cb, &result);
      done = await (&result);
      if (!ff_store_write_finish (store, done, &error))
        give_up (error);
      took = g_get_monotonic_time () - began;
      g_array_append_val (saving, took);
    }
  printf ("save %" G_GINT64_FORMAT "\n", get_median (saving));
}

int
main (int argc, char *argv[])
{
  const char *passphrase = argc == 4 ? argv[3] : NULL;
  guint times = argc >= 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GError) error = NULL;
  FfStore *store;

  if (times == 0 || argc > 4)
    {
      g_printerr ("bench-notes FOLDER TIMES [PASSPHRASE]\n");
      return 2;
    }
  if (passphrase != NULL && !ff_passphrase_is_set (argv[1]))
    {
      g_autofree char *recovery = ff_passphrase_set (argv[1], passphrase, &error);

      if (recovery == NULL)
        give_up (error);
    }
  store = open_often (argv[1], passphrase, MIN (times, 7));
  check_ins = read_check_ins (store);
  search_often (store, check_ins, times);
  save_often (store, check_ins->pdata[0], times);
  close_store (store);
  g_object_unref (store);
  return 0;
}

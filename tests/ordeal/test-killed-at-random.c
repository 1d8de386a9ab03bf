/* test-killed-at-random.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Five hundred times killed while it saves as fast as it can: what it had said to be saved is there.
 */

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ff-passphrase.h"
#include "ff-test-deed.h"
#include "ff-test-notes.h"
#include "ff-test-store.h"

#define FOLDERS 20
#define KILLS 25 /* of each folder */
#define NOTES_A_LIFE 400
#define FIRST_NOTE 20
#define NOTES (FIRST_NOTE + KILLS * NOTES_A_LIFE)
#define UNDER_WAY 6
#define MILLISECONDS_AT_MOST 20000

/* --- The one that is killed --- */

typedef struct
{
  FfStore *store;
  int log; /* every note that was said to be saved goes here */
  guint next;
  guint end;
} Life;

typedef struct
{
  Life *life;
  guint number;
} Saving;

static void start_next (Life *life);

static void
saved_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  Life *life = saving->life;

  if (!ff_store_write_finish (FF_STORE (store), result, NULL))
    _exit (4);
  if (write (life->log, &saving->number, sizeof saving->number) != sizeof saving->number)
    _exit (5);
  start_next (life);
}

static void
start_next (Life *life)
{
  Saving *saving;

  if (life->next >= life->end)
    return;
  saving = g_new (Saving, 1);
  *saving = (Saving) { life, life->next++ };
  ff_test_note_save_async (life->store, saving->number, 1, saved_cb, saving);
}

static G_NORETURN void
live (const char *folder, guint first, int log)
{
  g_autoptr (GError) error = NULL;
  Life life = { .log = log, .next = first, .end = first + NOTES_A_LIFE };

  ff_test_begin_process ();
  life.store = ff_test_open_with_key (folder, NULL, &error);
  if (life.store == NULL)
    _exit (6);
  for (guint i = 0; i < UNDER_WAY; i++)
    start_next (&life);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* --- The one that kills --- */

/* Some are killed on the way to the first save: while the log of the one before is read again. */
static void
wait_to_kill (int log)
{
  struct pollfd first = { log, POLLIN, 0 };

  if (g_test_rand_int_range (0, 5) > 0)
    g_assert_cmpint (poll (&first, 1, MILLISECONDS_AT_MOST), ==, 1);
  g_usleep (g_test_rand_int_range (0, 15000));
}

/* How many notes it had said to be saved. */
static guint
kill_one (const char *folder, guint first, guint *acknowledged)
{
  guint number, told = 0;
  int ends[2], status;
  pid_t process;

  g_assert_cmpint (pipe (ends), ==, 0);
  process = fork ();
  if (process == 0)
    live (folder, first, ends[1]);
  close (ends[1]);
  wait_to_kill (ends[0]);
  g_assert_cmpint (kill (process, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (process, &status, 0), ==, process);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  for (; read (ends[0], &number, sizeof number) == sizeof number; told++)
    acknowledged[number] = 1;
  close (ends[0]);
  return told;
}

static void
fill (const char *folder, gboolean hidden)
{
  pid_t process = fork ();
  FfStore *store;
  int status;

  if (process == 0)
    {
      store = ff_test_open (folder);
      ff_test_notes_fill (store);
      ff_test_close (store);
      if (hidden)
        ff_test_set_passphrase (folder);
      _exit (0);
    }
  g_assert_cmpint (waitpid (process, &status, 0), ==, process);
  g_assert_cmpint (status, ==, 0);
}

static guint
kill_many (const char *folder, gboolean hidden)
{
  g_autofree guint *acknowledged = g_new0 (guint, NOTES);
  guint told = 0;

  fill (folder, hidden);
  for (guint i = 0; i < KILLS; i++)
    {
      const FfTestFound *found;

      told += kill_one (folder, FIRST_NOTE + i * NOTES_A_LIFE, acknowledged);
      found = ff_test_look (folder, acknowledged, NOTES);
      g_assert_cmpstr (found->problem, ==, "");
    }
  return told;
}

static void
test_killed_at_random (void)
{
  guint told = 0;

  for (guint i = 0; i < FOLDERS; i++)
    {
      g_autofree char *folder = ff_test_make_fast_folder ();

      /* Every second one has a passphrase. */
      told += kill_many (folder, i % 2 == 1 && ff_passphrase_is_supported ());
      ff_test_remove_folder (folder);
    }
  g_test_message ("%d kills, %u notes said to be saved", FOLDERS * KILLS, told);
  /* Most were killed among their saves, or this has shown nothing. */
  g_assert_cmpuint (told, >, FOLDERS * KILLS * 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/killed-at-random/saving", test_killed_at_random);

  return g_test_run ();
}

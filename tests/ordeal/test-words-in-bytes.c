/* test-words-in-bytes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two hundred words of notes, aliases, plans, goals and consents: with a passphrase they are in no byte that the program
 * leaves on the disk, nor in any that it ever writes; without one the sqlite3 shell shows them.
 */

#include <string.h>

#include "ff-backup.h"
#include "ff-group-repository.h"
#include "ff-participant-repository.h"
#include "ff-passphrase.h"
#include "ff-retention.h"
#include "ff-search.h"
#include "ff-session-repository.h"
#include "ff-test-disk.h"
#include "ff-test-key.h"
#include "ff-test-store.h"

#define PEOPLE 20
#define CHECK_INS 40
#define WORDS (2 * PEOPLE + 4 * CHECK_INS)

G_STATIC_ASSERT (WORDS == 200);

/* As a Flatpak has them: data and cache of the application below the home folder. */
typedef struct
{
  char *home;
  char *cache;
  char *folder; /* the data */
  FfStore *store;
  GAsyncResult *result;
} Fixture;

/* What does not come about by chance: ten letters and more. */
static char *words[WORDS + 1];

static void
make_words (void)
{
  static const char *const starts[]
      = { "vel", "mor", "tas", "quin", "bram", "fol", "zeph", "gund", "hax", "wim" };
  static const char *const middles[] = { "adro", "ikku", "ombe", "ulfa", "erzi" };
  static const char *const ends[] = { "mintow", "lasker", "dovret", "pingus" };

  for (guint i = 0; i < WORDS; i++)
    words[i] = g_strconcat (starts[i % 10], middles[i / 10 % 5], ends[i / 50], NULL);
}

/* Whose word it is follows from its number. */
#define ALIAS(person) words[person]
#define CONSENT(person) words[PEOPLE + (person)]
#define NOTE(check_in) words[2 * PEOPLE + (check_in)]
#define GOAL(check_in) words[2 * PEOPLE + CHECK_INS + (check_in)]
#define HELPED(check_in) words[2 * PEOPLE + 2 * CHECK_INS + (check_in)]
#define PLAN(check_in) words[2 * PEOPLE + 3 * CHECK_INS + (check_in)]

static void
set_up (Fixture *f, gconstpointer data)
{
  f->home = ff_test_make_folder ();
  f->cache = g_strdup (g_get_user_cache_dir ());
  f->folder = g_build_filename (f->home, ".var", "app", "io.github.fourfold_app.Fourfold", "data",
                                "fourfold", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->store != NULL)
    ff_test_close (f->store);
  ff_test_remove_folder (f->home);
  g_free (f->folder);
  g_free (f->cache);
  g_free (f->home);
}

/* --- Who looks --- */

static GMutex witnessed_lock;
static guint witnessed; /* writes in which there was a word */
static char *witnessed_path;

static void
witness (const char *path, const char *bytes, gsize length)
{
  g_autofree char *folded = g_malloc (length + 1);
  gsize folded_length = ff_test_fold_bytes (bytes, length, folded);

  for (guint i = 0; i < WORDS; i++)
    if (ff_test_has_word (folded, folded_length, words[i]))
      {
        g_mutex_lock (&witnessed_lock);
        witnessed++;
        if (witnessed_path == NULL)
          witnessed_path = g_strdup_printf ("“%s” to “%s”", words[i], path);
        g_mutex_unlock (&witnessed_lock);
        return;
      }
}

static void
begin_witness (void)
{
  witnessed = 0;
  g_clear_pointer (&witnessed_path, g_free);
  ff_test_disk_show_writes (witness);
}

static guint
end_witness (void)
{
  ff_test_disk_show_writes (NULL);
  return witnessed;
}

/* How many of the words are below @folder. */
static guint
count_words (const char *folder)
{
  guint found = 0;

  for (guint i = 0; i < WORDS; i++)
    {
      g_autofree char *path = ff_test_find_word (folder, words[i]);

      found += path != NULL;
    }
  return found;
}

static void
assert_hidden (Fixture *f)
{
  for (guint i = 0; i < WORDS; i++)
    {
      g_autofree char *path = ff_test_find_word (f->home, words[i]);
      g_autofree char *cached = ff_test_find_word (f->cache, words[i]);

      if (path != NULL || cached != NULL)
        g_error ("“%s” is in %s", words[i], path != NULL ? path : cached);
    }
}

/* --- What is written --- */

static void
save_group (Fixture *f)
{
  static const FfWallTime start = { 2026, 11, 3, 19, 0 };
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m");

  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, "FREQ=WEEKLY");
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_group_repository_save_async (f->store, group, meeting, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static FfSession *
make_session (guint week)
{
  const FfWallTime start = { 2026, 11, 3 + 7 * week, 19, 0 };
  g_autofree char *uid = g_strdup_printf ("s-%u", week);
  FfSession *session = ff_session_new (uid);

  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  return session;
}

static void
save_check_in (Fixture *f, guint number)
{
  g_autofree char *uid = g_strdup_printf ("c-%u", number);
  g_autofree char *person = g_strdup_printf ("p-%u", number % PEOPLE);
  g_autofree char *note = g_strdup_printf ("%s was here. A week of %s.", NOTE (number), "rain");
  g_autoptr (FfSession) session = make_session (number / PEOPLE);
  g_autoptr (FfParticipant) participant = ff_participant_new (person);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (uid);
  g_autoptr (FfPlanItem) item = ff_plan_item_new (NULL);

  ff_participant_set_group (participant, "g");
  ff_participant_set_alias (participant, ALIAS (number % PEOPLE));
  ff_check_in_set_session (check_in, ff_session_get_uid (session));
  ff_check_in_set_participant (check_in, person);
  ff_check_in_set_note (check_in, note);
  ff_check_in_set_goal (check_in, GOAL (number));
  ff_check_in_set_helped (check_in, HELPED (number));
  ff_session_repository_save_check_in_async (f->store, check_in, session, participant,
                                             ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_plan_item_set_participant (item, person);
  ff_plan_item_set_set_at (item, ff_session_get_uid (session));
  ff_plan_item_set_text (item, PLAN (number));
  ff_session_repository_save_plan_item_async (f->store, item, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

static void
save_all (Fixture *f)
{
  save_group (f);
  for (guint number = 0; number < CHECK_INS; number++)
    save_check_in (f, number);
  for (guint person = 0; person < PEOPLE; person++)
    {
      g_autofree char *uid = g_strdup_printf ("p-%u", person);

      ff_participant_repository_save_consent_async (f->store, uid, CONSENT (person), "2026-11-03",
                                                    ff_test_on_result, &f->result);
      ff_test_assert_written (f->store, &f->result);
    }
}

static GAsyncResult *
wait_for (Fixture *f)
{
  ff_test_wait (&f->result);
  return g_steal_pointer (&f->result);
}

static void
find_word (Fixture *f, const char *word)
{
  const FfSearchQuery query = { .words = (char *) word };
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) found = NULL;

  ff_search_async (f->store, &query, 10, 0, NULL, ff_test_on_result, &f->result);
  done = wait_for (f);
  found = ff_search_finish (f->store, done, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
check_data (Fixture *f)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_auto (GStrv) findings = NULL;

  ff_backup_check_async (f->store, NULL, ff_test_on_result, &f->result);
  done = wait_for (f);
  findings = ff_backup_check_finish (f->store, done, NULL);
  g_assert_cmpstr (findings[0], ==, NULL);
}

static void
write_backups (Fixture *f)
{
  g_autofree char *elsewhere = g_build_filename (f->home, "memory-stick.tar.gz", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (GAsyncResult) daily = NULL;
  g_autoptr (GAsyncResult) written = NULL;

  ff_backup_daily_async (f->store, now, ff_test_on_result, &f->result);
  daily = wait_for (f);
  g_assert_true (ff_backup_daily_finish (f->store, daily, NULL));
  ff_backup_write_async (f->store, elsewhere, NULL, ff_test_on_result, &f->result);
  written = wait_for (f);
  g_assert_true (ff_backup_write_finish (f->store, written, NULL));
}

static void
list_backups (Fixture *f)
{
  g_autoptr (GPtrArray) backups = ff_backup_list (f->folder, ff_store_get_secret (f->store));

  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpuint (((FfBackup *) backups->pdata[0])->check_ins, ==, CHECK_INS);
}

static void
change_and_take_back (Fixture *f)
{
  ff_session_repository_delete_check_in_async (f->store, "c-7", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_session_repository_restore_check_in_async (f->store, "c-7", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_participant_repository_merge_async (f->store, "p-1", "p-2", ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_participant_repository_undo_async (f->store, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

/* All that a program with a passphrase does in an evening. */
static void
use (Fixture *f)
{
  find_word (f, NOTE (3));
  find_word (f, PLAN (9));
  change_and_take_back (f);
  write_backups (f);
  list_backups (f);
  check_data (f);
}

static void
open_store (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  f->store = ff_test_open_with_key (f->folder, NULL, &error);
  g_assert_no_error (error);
}

static void
close_store (Fixture *f)
{
  ff_test_close (g_steal_pointer (&f->store));
}

/* --- The sqlite3 shell --- */

static char *
ask_shell (Fixture *f, const char *question, int *status)
{
  g_autofree char *database = g_build_filename (f->folder, "fourfold.db", NULL);
  const char *command[] = { "sqlite3", database, question, NULL };
  char *output = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                               &output, NULL, status, NULL));
  return output;
}

static void
assert_shell_shows (Fixture *f)
{
  int status;
  g_autofree char *output
      = ask_shell (f,
                   "SELECT note, goal, helped FROM check_ins; SELECT text FROM plan_items;"
                   " SELECT alias, consent FROM participants; PRAGMA integrity_check",
                   &status);

  g_assert_cmpint (status, ==, 0);
  for (guint i = 0; i < WORDS; i++)
    g_assert_nonnull (strstr (output, words[i]));
  g_assert_true (g_str_has_suffix (output, "ok\n"));
}

static void
assert_shell_refuses (Fixture *f)
{
  int status;
  g_autofree char *output = ask_shell (f, "SELECT note FROM check_ins", &status);

  g_assert_cmpint (status, !=, 0);
  g_assert_cmpstr (output, ==, "");
}

/* --- The tests --- */

/* This also shows that who looks for a word finds it. */
static void
test_plain (Fixture *f, gconstpointer data)
{
  f->store = ff_test_open (f->folder);
  begin_witness ();
  save_all (f);
  g_assert_cmpuint (end_witness (), >=, CHECK_INS);
  g_assert_cmpuint (count_words (f->home), ==, WORDS);
  close_store (f);
  g_assert_cmpuint (count_words (f->home), ==, WORDS);
  assert_shell_shows (f);
}

static void
test_looking (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } texts[] = {
    { "a Quillwort b", 13 },
    { "\0q\0u\0i\0l\0l\0w\0o\0r\0t", 18 },
    { "Q\0U\0I\0L\0L\0W\0O\0R\0T\0", 18 },
  };
  g_autofree char *path = g_build_filename (f->home, "file", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = NULL;

      g_assert_true (g_file_set_contents (path, texts[i].bytes, (gssize) texts[i].length, NULL));
      found = ff_test_find_word (f->home, "quillwort");
      g_assert_cmpstr (found, ==, path);
    }
}

static void
test_passphrase (Fixture *f, gconstpointer data)
{
  f->store = ff_test_open (f->folder);
  close_store (f);
  ff_test_set_passphrase (f->folder);
  begin_witness ();
  open_store (f);
  save_all (f);
  assert_hidden (f);
  use (f);
  assert_hidden (f);
  close_store (f);
  if (end_witness () > 0)
    g_error ("%u writes had words in them, such as %s", witnessed, witnessed_path);
  assert_hidden (f);
  assert_shell_refuses (f);
}

/* Of what was plain before, nothing is left either. */
static void
test_set_and_removed (Fixture *f, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (f->home, "memory-stick.tar.gz", NULL);
  g_autofree char *recovery = NULL;

  f->store = ff_test_open (f->folder);
  save_all (f);
  use (f);
  close_store (f);
  g_assert_cmpuint (count_words (f->folder), ==, WORDS);
  /* What was taken elsewhere is the person's to think of. */
  g_assert_cmpint (g_unlink (stick), ==, 0);
  ff_test_set_passphrase (f->folder);
  assert_hidden (f);
  open_store (f);
  use (f);
  assert_hidden (f);
  close_store (f);
  recovery = ff_passphrase_change (f->folder, FF_TEST_PASSPHRASE, FF_TEST_NEW_PASSPHRASE, NULL);
  g_assert_nonnull (recovery);
  assert_hidden (f);
  g_assert_true (ff_passphrase_remove (f->folder, FF_TEST_NEW_PASSPHRASE, NULL));
  assert_shell_shows (f);
}

static gboolean
is_of_person (guint word, guint person)
{
  return word < 2 * PEOPLE ? word % PEOPLE == person
                           : (word - 2 * PEOPLE) % CHECK_INS % PEOPLE == person;
}

/* Of those words that @is_gone names none is left, and of the others all are. */
static void
assert_gone (Fixture *f, gboolean (*is_gone) (guint word, guint which), guint which)
{
  guint gone = 0;

  for (guint i = 0; i < WORDS; i++)
    {
      g_autofree char *path = ff_test_find_word (f->home, words[i]);
      g_autofree char *cached = ff_test_find_word (f->cache, words[i]);

      g_assert_null (cached);
      gone += is_gone (i, which);
      if (is_gone (i, which) != (path == NULL))
        g_error ("“%s” is %s", words[i], path == NULL ? "gone" : path);
    }
  g_assert_cmpuint (gone, >, 0);
}

static void
test_forgotten (Fixture *f, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (f->home, "memory-stick.tar.gz", NULL);

  f->store = ff_test_open (f->folder);
  save_all (f);
  use (f);
  g_assert_cmpint (g_unlink (stick), ==, 0);
  ff_participant_repository_rename_async (f->store, "p-5", "Somebody", ff_test_on_result,
                                          &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_participant_repository_undo_async (f->store, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  ff_participant_repository_forget_async (f->store, "p-5", TRUE, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  assert_gone (f, is_of_person, 5);
  close_store (f);
  assert_gone (f, is_of_person, 5);
}

static gboolean
is_of_first_week (guint word, guint which)
{
  return word >= 2 * PEOPLE && (word - 2 * PEOPLE) % CHECK_INS < PEOPLE;
}

static void
purge (Fixture *f)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 5, 12, 0, 0);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) purges = NULL;

  ff_retention_purge_async (f->store, "g", 1, now, TRUE, ff_test_on_result, &f->result);
  done = wait_for (f);
  purges = ff_retention_purge_finish (f->store, done, NULL);
  g_assert_cmpuint (purges->len, ==, 1);
}

/* Who came in the second week as well keeps their name. */
static void
test_purged (Fixture *f, gconstpointer data)
{
  f->store = ff_test_open (f->folder);
  save_all (f);
  purge (f);
  assert_gone (f, is_of_first_week, 0);
  close_store (f);
  assert_gone (f, is_of_first_week, 0);
}

#define ADD(name, func) g_test_add ("/words-in-bytes/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  make_words ();

  ADD ("looking", test_looking);
  ADD ("plain", test_plain);
  ADD ("forgotten", test_forgotten);
  ADD ("purged", test_purged);
  if (ff_passphrase_is_supported ())
    {
      ADD ("passphrase", test_passphrase);
      ADD ("set-and-removed", test_set_and_removed);
    }

  return g_test_run ();
}

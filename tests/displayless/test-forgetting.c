/* test-forgetting.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever is forgotten is nowhere in the data folder’s bytes, also after an interruption and in backups.
 */

#include "ff-backup.h"
#include "ff-participant-repository.h"
#include "ff-passphrase.h"
#include "ff-store-error.h"
#include "ff-test-notes.h"

static void
forget (Notes *f, const char *uid, gboolean backups_too)
{
  ff_participant_repository_forget_async (f->store, uid, backups_too, ff_test_on_result,
                                          &f->result);
}

/* Words that stand nowhere else; no five letters of one are in any other word here. */
#define ALIAS "Vrykolemba"
static const char *const words[] = {
  ALIAS, "zhuqwalipto", "gnorbefizam", "xulthophrex", "jiqvandorub", "wyfskemulot", "pfobzadrine",
};

static void
count_written (GObject *source, GAsyncResult *result, gpointer pending)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_store_write_finish (FF_STORE (source), result, &error));
  g_assert_no_error (error);
  --*(guint *) pending;
}

/* Of very different lengths each time, so that pages overflow and rows wander between them. */
static char *
write_long (const char *text, guint number)
{
  GString *all = g_string_new (text);

  for (guint i = number * 7919 % 13; i > 0; i--)
    g_string_append_printf (all, "\n%s (%u)", text, i);
  return g_string_free_and_steal (all);
}

static void
queue_note (Notes *f, const char *date, const char *alias, guint word, guint number, guint *pending)
{
  g_autofree char *note = g_strdup_printf ("%s said %s %s%u once, and more about the week of %s",
                                           alias, words[word], words[word], number % 97, date);
  g_autofree char *all = write_long (note, number);
  g_autoptr (FfCheckIn) made = make_check_in_on ("g", date, alias, all);

  ff_check_in_set_goal (made, words[(word + 1) % G_N_ELEMENTS (words)]);
  ff_check_in_set_helped (made, words[(word + 2) % G_N_ELEMENTS (words)]);
  *pending += 1;
  queue_check_in (f, "g", date, alias, made, count_written, pending);
}

/* Others’ notes are much alike, but hold none of the words. */
static void
queue_other (Notes *f, const char *date, const char *alias, guint number, guint *pending)
{
  g_autofree char *note = g_strdup_printf ("%s had week %u with a long walk each of %u days", alias,
                                           number, number * 7919 % 1000);
  g_autofree char *all = write_long (note, number);
  g_autoptr (FfCheckIn) made = make_check_in_on ("g", date, alias, all);

  *pending += 1;
  queue_check_in (f, "g", date, alias, made, count_written, pending);
}

static void
queue_item (Notes *f, const char *date, const char *alias, const char *text, guint *pending)
{
  g_autoptr (FfPlanItem) item = make_item ("g", date, alias, 0, text);

  *pending += 1;
  ff_session_repository_save_plan_item_async (f->store, item, count_written, pending);
}

/* Hundreds of rows that grow, shrink, go and come back, so that pages are divided and joined. */
static void
write_much (Notes *f, guint weeks)
{
  guint pending = 0;
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < weeks; i++)
      {
        g_autofree char *date
            = g_strdup_printf ("20%02u-%02u-%02u", 10 + i / 12, i % 12 + 1, 1 + i % 28);
        g_autofree char *gone = g_strconcat ("g-", date, "/" ALIAS, NULL);

        queue_other (f, date, "Mira", i + 17 * round, &pending);
        queue_note (f, date, ALIAS, (i + round) % G_N_ELEMENTS (words), i + 31 * round, &pending);
        queue_other (f, date, "Tom", i + 5 * round, &pending);
        queue_item (f, date, ALIAS, words[(i + round) % G_N_ELEMENTS (words)], &pending);
        if (round == 1 && i % 3 == 0)
          {
            pending++;
            ff_session_repository_delete_check_in_async (f->store, gone, count_written, &pending);
          }
      }
  while (pending > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
assert_no_traces (Notes *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (count_traces (f->folder, words[i]), ==, 0);
}

static void
assert_traces (Notes *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (count_traces (f->folder, words[i]), >, 0);
}

static void
assert_sound (Notes *f)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_auto (GStrv) found = NULL;
  g_autoptr (GError) error = NULL;

  ff_backup_check_async (f->store, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  found = ff_backup_check_finish (f->store, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (found), ==, 0);
}

/* Neither while the store is open nor afterwards, in any byte of any file. */
static void
test_no_traces (Notes *f, gconstpointer data)
{
  write_much (f, 120);
  assert_traces (f);
  ff_participant_repository_rename_async (f->store, "p-" ALIAS, ALIAS " A.", ff_test_on_result,
                                          &f->result);
  assert_written (f);
  forget (f, "p-" ALIAS, FALSE);
  assert_written (f);
  assert_no_traces (f);
  assert_sound (f);
  assert_answer (f, "SELECT count (*), sum (unnamed) FROM sessions", "120|120|\n");
  assert_answer (f, "SELECT count (*) FROM check_ins", "240|\n");
  ff_test_close (f->store);
  assert_no_traces (f);
  open_notes (f);
  assert_no_traces (f);
}

static void
make_backups (Notes *f)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) before = g_date_time_add_days (now, -1);
  g_autofree char *old = g_build_filename (f->folder, "fourfold-set-aside-2026-01-01.db", NULL);
  GDateTime *const days[] = { before, now };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GAsyncResult) done = NULL;

      ff_backup_daily_async (f->store, days[i], ff_test_on_result, &f->result);
      ff_test_wait (&f->result);
      done = g_steal_pointer (&f->result);
      g_assert_true (ff_backup_daily_finish (f->store, done, &error));
    }
  g_assert_true (g_file_set_contents (old, ALIAS, -1, &error));
  g_assert_no_error (error);
}

/* One backup is left, a new one, in which there is nobody of that name. */
static void
test_backups_too (Notes *f, gconstpointer data)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) renewed = NULL;

  check_in (f, "g", "2026-11-10", ALIAS, "");
  check_in (f, "g", "2026-11-10", "Bo", "");
  make_backups (f);
  forget (f, "p-" ALIAS, FALSE);
  assert_written (f);
  kept = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpuint (((FfBackup *) kept->pdata[0])->check_ins, ==, 2);
  g_assert_cmpuint (count_traces (f->folder, ALIAS), >, 0);

  forget (f, "p-Bo", TRUE);
  assert_written (f);
  renewed = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (renewed->len, ==, 1);
  g_assert_cmpuint (((FfBackup *) renewed->pdata[0])->check_ins, ==, 0);
  g_assert_cmpuint (((FfBackup *) renewed->pdata[0])->sessions, ==, 1);
  g_assert_cmpuint (count_traces (f->folder, ALIAS), ==, 0);
}

/* What cannot be done is said, kept in mind, and keeps nobody from their notes. */
static void
test_backups_hindered (Notes *f, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (f->folder, "backups", NULL);
  g_autoptr (GError) error = NULL;

  check_in (f, "g", "2026-11-10", ALIAS, "");
  g_assert_true (g_file_set_contents (backups, "in the way", -1, NULL));
  g_hash_table_remove_all (f->changes);
  forget (f, "p-" ALIAS, TRUE);
  g_assert_false (ff_test_written (f->store, &f->result, &error));
  g_assert_true (g_str_has_prefix (error->message, "The notes are gone, but"));
  g_assert_nonnull (strstr (error->message, "/backups"));
  g_assert_null (strstr (error->message, ALIAS));
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-" ALIAS));
  assert_no_traces (f);
  assert_answer (f, "SELECT what FROM chores ORDER BY what", "backups|\nrewrite|\n");

  ff_test_close (f->store);
  open_notes (f);
  assert_answer (f, "SELECT count (*) FROM chores", "2|\n");
  ff_test_close (f->store);
  g_assert_cmpint (g_unlink (backups), ==, 0);
  open_notes (f);
  assert_answer (f, "SELECT count (*) FROM chores", "0|\n");
  g_assert_true (g_file_test (backups, G_FILE_TEST_IS_DIR));
}

/* The power went between the deletion and the rest: the next start makes up for it. */
static void
test_interrupted (Notes *f, gconstpointer data)
{
  static const char deletion[]
      = "PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; BEGIN; INSERT INTO search_pauses "
        "VALUES (1);"
        "DELETE FROM check_ins WHERE participant_id IN (SELECT id FROM participants WHERE uid = "
        "'p-" ALIAS "'); DELETE FROM plan_items WHERE participant_id IN (SELECT id FROM "
        "participants WHERE uid = 'p-" ALIAS "'); DELETE FROM participants WHERE uid = 'p-" ALIAS
        "'; INSERT INTO search_words (search_words) VALUES ('rebuild');"
        "DELETE FROM search_pauses; INSERT INTO chores VALUES ('rewrite'), ('backups'); COMMIT";
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  sqlite3 *database;

  write_much (f, 24);
  make_backups (f);
  ff_test_close (f->store);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, deletion, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  assert_traces (f);
  open_notes (f);
  assert_answer (f, "SELECT count (*) FROM chores", "0|\n");
  backups = ff_backup_list (f->folder, NULL);
  g_assert_cmpuint (backups->len, ==, 1);
  assert_no_traces (f);
  assert_sound (f);
}

/* Among so many bytes that are as good as random, five letters of one of the words come by chance about once in a thousand. */
static void
assert_no_traces_encrypted (Notes *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (count_letters (f->folder, words[i], 8), ==, 0);
  g_assert_cmpuint (count_letters (f->folder, "long walk", 8), ==, 0);
}

/* Under a passphrase it goes the same way, and the file stays encrypted. */
static void
test_encrypted (Notes *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "fourfold.db", NULL);
  g_autofree char *log = g_build_filename (f->folder, "fourfold.db-wal", NULL);
  g_autofree char *recovery = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf before, after, emptied;
  gsize length;

  write_much (f, 24);
  ff_test_close (f->store);
  if (!ff_passphrase_is_supported ())
    {
      g_test_skip ("Built without encryption");
      open_notes (f);
      return;
    }
  recovery = ff_passphrase_set (f->folder, "a quiet harbour", &error);
  g_assert_no_error (error);
  secret = ff_passphrase_unlock (f->folder, "a quiet harbour", &error);
  g_assert_no_error (error);
  f->store = ff_store_open (f->folder, secret, &error);
  g_assert_no_error (error);
  make_backups (f);
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  forget (f, "p-" ALIAS, TRUE);
  assert_written (f);
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpint (after.st_size, <, before.st_size);
  g_assert_cmpint (g_stat (log, &emptied), ==, 0);
  /* Only that nothing is left to do. */
  g_assert_cmpint (emptied.st_size, <, 10000);
  assert_no_traces_encrypted (f);
  assert_sound (f);
  backups = ff_backup_list (f->folder, secret);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpuint (((FfBackup *) backups->pdata[0])->check_ins, ==, 48);
  ff_test_close (f->store);

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_false (g_str_has_prefix (bytes, "SQLite format 3"));
  assert_no_traces_encrypted (f);
  f->store = ff_store_open (f->folder, secret, &error);
  g_assert_no_error (error);
  g_assert_null (ff_participant_repository_get (f->store, "p-" ALIAS, NULL));
  record = ff_participant_repository_get_record (f->store, "p-Mira", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ff_person_record_get_entries (record)->len, ==, 24);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/forgetting/" name, Notes, NULL, set_up_notes, func, tear_down_notes)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("no-traces", test_no_traces);
  ADD ("backups-too", test_backups_too);
  ADD ("backups-hindered", test_backups_hindered);
  ADD ("interrupted", test_interrupted);
  ADD ("encrypted", test_encrypted);

  return g_test_run ();
}

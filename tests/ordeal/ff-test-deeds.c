/* ff-test-deeds.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to a data folder that something may come between.
 */

#include <signal.h>
#include <unistd.h>

#include "ff-backup.h"
#include "ff-participant-repository.h"
#include "ff-retention.h"
#include "ff-test-deed.h"
#include "ff-test-key-deeds.h"
#include "ff-test-notes.h"
#include "ff-test-store.h"

#include <sqlite3.h>

#define OLD_BACKUP "old.tar.gz"
#define COPY "copy.tar.gz"

static void
prepare_nothing (const char *folder)
{
}

static void
prepare_notes (const char *folder)
{
  FfStore *store = ff_test_open (folder);

  ff_test_notes_fill (store);
  ff_test_close (store);
}

static gboolean
close_store (FfStore *store)
{
  ff_test_close (store);
  return TRUE;
}

/* Waits for something that the reader does. */
#define AWAIT(start, finish)                                                                       \
  ({                                                                                               \
    GAsyncResult *result = NULL;                                                                   \
    gboolean finished;                                                                             \
    start;                                                                                         \
    ff_test_wait (&result);                                                                        \
    finished = finish;                                                                             \
    g_object_unref (result);                                                                       \
    finished;                                                                                      \
  })

/* --- First start --- */

static gboolean
run_first_start (const char *folder, FfTestReport *report, GError **error)
{
  FfStore *store = ff_test_open_with_key (folder, NULL, error);

  if (store == NULL)
    return FALSE;
  return close_store (store);
}

/* --- Migrations --- */

static void
prepare_schema (const char *folder, int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);
  g_autofree char *source
      = g_test_build_filename (G_TEST_DIST, "displayless", "fixtures", name, NULL);
  g_autofree char *path = g_build_filename (folder, "fourfold.db", NULL);
  g_autofree char *sql = NULL;
  sqlite3 *database;

  g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

#define PREPARE_SCHEMA(version)                                                                    \
  static void prepare_schema_##version (const char *folder)                                        \
  {                                                                                                \
    prepare_schema (folder, version);                                                              \
  }
PREPARE_SCHEMA (1)
PREPARE_SCHEMA (2)
PREPARE_SCHEMA (3)
PREPARE_SCHEMA (4)
PREPARE_SCHEMA (6)
PREPARE_SCHEMA (7)

/* Whatever came between, a backup of how it was lies beside it once it is of a newer schema. */
static char *
review_migration (const FfTestAftermath *after)
{
  g_autoptr (GPtrArray) backups = ff_backup_list (after->folder, NULL);

  for (guint i = 0; i < backups->len; i++)
    if (strstr (((FfBackup *) backups->pdata[i])->path, "/before-update-of-schema-") != NULL)
      return NULL;
  return g_strdup ("There is no backup from before the migration");
}

/* --- Saves --- */

#define SAVES 5

static gboolean
save (FfStore *store, FfTestReport *report, guint number, guint version, GError **error)
{
  if (!ff_test_note_save (store, number, version, error))
    return FALSE;
  report->acknowledged[number] = version;
  return TRUE;
}

/* One that fails is tried once more, as the session page does at the next pause; the rest goes on. */
static gboolean
run_saves (const char *folder, FfTestReport *report, GError **error)
{
  FfStore *store = ff_test_open_with_key (folder, NULL, error);
  gboolean all = TRUE;

  if (store == NULL)
    return FALSE;
  for (guint i = 0; i < SAVES; i++)
    {
      g_autoptr (GError) first = NULL;

      if (!save (store, report, 16 + i, 1, &first) && !save (store, report, 16 + i, 2, NULL) && all)
        {
          g_propagate_error (error, g_steal_pointer (&first));
          all = FALSE;
        }
      ff_test_plan_save (store, 16 + i, NULL);
    }
  if (save (store, report, 3, 2, NULL))
    {
      report->acknowledged[3] = 0;
      if (ff_test_note_delete (store, 3, NULL) && ff_test_note_restore (store, 3, NULL))
        report->acknowledged[3] = 2;
    }
  ff_test_close (store);
  return all;
}

/* --- Backups --- */

static gboolean
write_backup (FfStore *store, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return AWAIT (ff_backup_write_async (store, path, NULL, ff_test_on_result, &result),
                ff_backup_write_finish (store, result, error));
}

static void
prepare_backup (const char *folder)
{
  FfStore *store = ff_test_open (folder);

  ff_test_notes_fill (store);
  g_assert_true (write_backup (store, folder, COPY, NULL));
  ff_test_close (store);
}

static gboolean
run_backup (const char *folder, FfTestReport *report, GError **error)
{
  FfStore *store = ff_test_open_with_key (folder, NULL, error);
  gboolean done;

  if (store == NULL)
    return FALSE;
  done = write_backup (store, folder, COPY, error);
  ff_test_close (store);
  return done;
}

/* The one that was there before, or the new one: never half of one. */
static char *
review_backup (const FfTestAftermath *after)
{
  g_autofree char *path = g_build_filename (after->folder, COPY, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBackup) backup = ff_backup_inspect (path, NULL, &error);

  return backup == NULL ? g_strdup (error->message) : NULL;
}

static gboolean
run_daily (const char *folder, FfTestReport *report, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  FfStore *store = ff_test_open_with_key (folder, NULL, error);
  gboolean done;

  if (store == NULL)
    return FALSE;
  done = AWAIT (ff_backup_daily_async (store, now, ff_test_on_result, &result),
                ff_backup_daily_finish (store, result, error));
  ff_test_close (store);
  return done;
}

static char *
review_daily (const FfTestAftermath *after)
{
  g_autofree char *path
      = g_build_filename (after->folder, "backups", "fourfold-2026-11-24.tar.gz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBackup) backup = NULL;

  if (!after->report->done && !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  backup = ff_backup_inspect (path, NULL, &error);
  return backup == NULL ? g_strdup (error->message) : NULL;
}

/* --- Restoring --- */

/* With saves after the backup, the last of them still in the log of a program that was killed. */
static void
prepare_restore (const char *folder)
{
  FfStore *store = ff_test_open (folder);

  ff_test_notes_fill (store);
  g_assert_true (write_backup (store, folder, OLD_BACKUP, NULL));
  ff_test_close (store);
  store = ff_test_open (folder);
  g_assert_true (ff_test_note_save (store, 17, 1, NULL));
  /* Without closing: this process ends here. */
}

static gboolean
run_restore (const char *folder, FfTestReport *report, GError **error)
{
  g_autofree char *path = g_build_filename (folder, OLD_BACKUP, NULL);

  return ff_backup_restore (folder, path, NULL, NULL, error);
}

/* What was there before is whole in what was set aside, its log included. */
static char *
review_restore (const FfTestAftermath *after)
{
  g_autofree char *other = g_build_filename (after->folder, "set-aside", NULL);
  g_autoptr (GDir) dir = g_dir_open (after->folder, 0, NULL);
  const FfTestFound *found;
  gboolean is_there = FALSE;
  const char *name;

  if (!after->is_after)
    return NULL;
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      const char *ending = strstr (name, ".db");
      g_autofree char *as = NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (!g_str_has_prefix (name, "fourfold-set-aside-") || ending == NULL)
        continue;
      as = g_strconcat ("fourfold", ending, NULL);
      from = g_build_filename (after->folder, name, NULL);
      to = g_build_filename (other, as, NULL);
      g_assert_cmpint (g_rename (from, to), ==, 0);
      is_there |= g_str_equal (ending, ".db");
    }
  if (!is_there)
    return g_strdup ("What was there before was not set aside");
  found = ff_test_look (other, NULL, 0);
  if (*found->problem != '\0')
    return g_strdup_printf ("Set aside: %s", found->problem);
  if (!g_str_equal (found->digest, after->before))
    return g_strdup ("What was set aside is not what was there");
  return NULL;
}

/* --- Forgetting --- */

/* In every place where words of somebody may be. */
static void
prepare_forgetting (const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  FfStore *store = ff_test_open (folder);

  ff_test_notes_fill (store);
  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  g_assert_true (write_backup (store, backups, OLD_BACKUP, NULL));
  g_assert_true (ff_test_note_save (store, 17, 1, NULL));
}

static gboolean
run_forgetting (const char *folder, FfTestReport *report, GError **error)
{
  FfStore *store = ff_test_open_with_key (folder, NULL, error);
  GAsyncResult *result = NULL;
  gboolean done;

  if (store == NULL)
    return FALSE;
  ff_participant_repository_forget_async (store, FF_TEST_PERSON, TRUE, ff_test_on_result, &result);
  done = ff_test_written (store, &result, error);
  ff_test_close (store);
  return done;
}

/* Whoever is gone from the tables is gone from every byte by the next start. */
static char *
find_remains (const FfTestAftermath *after, const char *word)
{
  g_autofree char *path = after->is_after ? ff_test_find_word (after->folder, word) : NULL;

  return path != NULL ? g_strdup_printf ("Words that are gone are in %s", path) : NULL;
}

static char *
review_forgetting (const FfTestAftermath *after)
{
  return find_remains (after, FF_TEST_OF_PERSON);
}

static gboolean
finish_purge (FfStore *store, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) purges = ff_retention_purge_finish (store, result, error);

  return purges != NULL;
}

/* A month before this is after the second session. */
static gboolean
run_purge (const char *folder, FfTestReport *report, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 15, 12, 0, 0);
  FfStore *store = ff_test_open_with_key (folder, NULL, error);
  gboolean done;

  if (store == NULL)
    return FALSE;
  done = AWAIT (ff_retention_purge_async (store, NULL, 1, now, TRUE, ff_test_on_result, &result),
                finish_purge (store, result, error));
  ff_test_close (store);
  return done;
}

static char *
review_purge (const FfTestAftermath *after)
{
  return find_remains (after, FF_TEST_OF_FIRST_WEEK);
}

static const FfTestDeed deeds[] = {
  { "first-start", prepare_nothing, run_first_start },
  { "migrate-1", prepare_schema_1, run_first_start, .review = review_migration },
  { "migrate-2", prepare_schema_2, run_first_start, .is_middle = TRUE, .review = review_migration },
  { "migrate-3", prepare_schema_3, run_first_start, .is_middle = TRUE, .review = review_migration },
  { "migrate-4", prepare_schema_4, run_first_start, .review = review_migration },
  { "migrate-6", prepare_schema_6, run_first_start, .review = review_migration },
  { "migrate-7", prepare_schema_7, run_first_start, .review = review_migration },
  { "save", prepare_notes, run_saves, .has_steps = TRUE },
  { "backup", prepare_backup, run_backup, .review = review_backup },
  { "daily-backup", prepare_notes, run_daily, .review = review_daily },
  { "restore", prepare_restore, run_restore, .review = review_restore },
  { "forget", prepare_forgetting, run_forgetting, .hides = FF_TEST_OF_PERSON,
    .review = review_forgetting },
  { "purge", prepare_notes, run_purge, .hides = FF_TEST_OF_FIRST_WEEK, .review = review_purge },
};

static void
add (const char *prefix, const FfTestDeed *deed, void (*test) (gconstpointer deed))
{
  g_autofree char *path = g_strconcat (prefix, deed->name, NULL);

  g_test_add_data_func (path, deed, test);
}

void
ff_test_deeds_add (const char *prefix, gboolean with_middle, void (*test) (gconstpointer deed))
{
  guint n_key_deeds;
  const FfTestDeed *key_deeds = ff_test_key_deeds_get (&n_key_deeds);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (with_middle || !deeds[i].is_middle)
      add (prefix, &deeds[i], test);
  for (guint i = 0; i < n_key_deeds; i++)
    add (prefix, &key_deeds[i], test);
}

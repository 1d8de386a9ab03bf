/* test-disk-full.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When there is no room left: it is said, nothing is half stored, and what was there stays.
 */

#include <signal.h>
#include <sys/resource.h>

#include "ff-backup.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-test-schedule.h"

typedef struct
{
  char *folder;
  FfStore *store;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_free (f->folder);
}

static FfOverride *
make_note (const char *text)
{
  static const FfWallTime start = { 2026, 11, 24, 19, 0 };
  FfOverride *override = ff_override_new ("m", &start);

  ff_override_set_note (override, text);
  return override;
}

static gboolean
save_note (Fixture *f, const char *text, GError **error)
{
  g_autoptr (FfOverride) override = make_note (text);
  g_autoptr (GAsyncResult) done = NULL;
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  ff_schedule_edit_save_override (edit, override);
  ff_schedule_edit_apply_async (edit, f->store, NULL, NULL, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  return ff_schedule_edit_apply_finish (f->store, done, error) != 0;
}

static void
assert_saved (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  save_note (f, text, &error);
  g_assert_no_error (error);
}

static void
save_first (Fixture *f)
{
  static const FfWallTime start = { 2026, 11, 24, 19, 0 };
  g_autoptr (FfGroup) group = ff_group_new ("g");
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("m");

  ff_group_set_name (group, "Harbour");
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "UTC");
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_zone (meeting, "UTC");
  ff_group_repository_save_async (f->store, group, meeting, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  assert_saved (f, "What was there");
}

static void
assert_note (Fixture *f, const char *text)
{
  static const FfWallTime start = { 2026, 11, 24, 19, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfOverride) override
      = ff_meeting_repository_get_override (f->store, "m", &start, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ff_override_get_note (override), ==, text);
}

static void
assert_full (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save_note (f, text, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, f->folder));
  g_assert_nonnull (strstr (error->message, "What was saved before is still there."));
}

static gboolean
limit_pages (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  const char *sql = data;

  return ff_connection_execute (connection, sql, error);
}

static void
set_page_limit (Fixture *f, const char *sql)
{
  ff_store_write_async (f->store, limit_pages, (gpointer) sql, NULL, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
}

/* SQLite's own limit gives the same code as a disk without room. */
static void
test_pages (Fixture *f, gconstpointer data)
{
  g_autofree char *large = g_strnfill (900000, 'x');

  save_first (f);
  set_page_limit (f, "PRAGMA max_page_count = 100");
  assert_full (f, large);
  assert_note (f, "What was there");
  /* What fits still goes in, and with room again so does the rest. */
  assert_saved (f, "Short");
  set_page_limit (f, "PRAGMA max_page_count = 1000000");
  assert_saved (f, large);
  assert_note (f, large);
}

static struct rlimit
limit_files (rlim_t bytes)
{
  struct rlimit before, limited;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limited = before;
  limited.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limited), ==, 0);
  return before;
}

/* The system refuses to let any file grow: the log, in the middle of a transaction. */
static void
test_system (Fixture *f, gconstpointer data)
{
  g_autofree char *large = g_strnfill (900000, 'x');
  struct rlimit before;

  save_first (f);
  before = limit_files (400000);
  for (guint i = 0; i < 3; i++)
    {
      assert_full (f, large);
      assert_note (f, "What was there");
    }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_saved (f, large);
  assert_note (f, large);
  /* And after a restart. */
  ff_test_close (f->store);
  f->store = ff_test_open (f->folder);
  assert_note (f, large);
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "backup.tar.gz", NULL);
  g_autofree char *large = g_strnfill (900000, 'x');
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;

  save_first (f);
  assert_saved (f, large);
  g_assert_true (g_file_set_contents (path, "an older backup", -1, NULL));
  before = limit_files (200000);
  ff_backup_write_async (f->store, path, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  done = g_steal_pointer (&f->result);
  g_assert_false (ff_backup_write_finish (f->store, done, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FULL);
  {
    g_autofree char *content = NULL;

    g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    g_assert_cmpstr (content, ==, "an older backup");
  }
}

/* The message names the folder that has no room, and what is there stays. */
static void
test_restore (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "backup.tar.gz", NULL);
  g_autofree char *folder = g_build_filename (f->folder, "other", NULL);
  g_autofree char *large = g_strnfill (900000, 'x');
  g_autofree char *named = g_strdup_printf ("“%s”", folder);
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;

  save_first (f);
  assert_saved (f, large);
  ff_backup_write_async (f->store, path, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  g_assert_true (ff_backup_write_finish (f->store, done, &error));
  before = limit_files (200000);
  g_assert_false (ff_backup_restore (folder, path, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, named));
  g_clear_error (&error);
  g_assert_true (ff_backup_restore (folder, path, NULL, NULL, &error));
  g_assert_no_error (error);
}

#define ADD(name, func) g_test_add ("/disk-full/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  ADD ("pages", test_pages);
  ADD ("system", test_system);
  ADD ("backup", test_backup);
  ADD ("restore", test_restore);

  return g_test_run ();
}

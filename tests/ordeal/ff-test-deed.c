/* ff-test-deed.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-test-deed.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ff-backup.h"
#include "ff-statement.h"
#include "ff-store-private.h"
#include "ff-test-notes.h"
#include "ff-test-store.h"

#define SECONDS_AT_MOST 60

static gpointer
share (gsize size)
{
  gpointer memory = mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  g_assert_true (memory != MAP_FAILED);
  return memory;
}

FfTestReport *
ff_test_report_new (void)
{
  static FfTestReport *report;

  if (report == NULL)
    report = share (sizeof *report);
  memset (report, 0, sizeof *report);
  return report;
}

char *
ff_test_make_fast_folder (void)
{
  char *folder = g_strdup ("/dev/shm/fourfold-ordeal-XXXXXX");

  if (g_access ("/dev/shm", W_OK) == 0 && g_mkdtemp_full (folder, 0700) != NULL)
    return folder;
  g_free (folder);
  return ff_test_make_folder ();
}

void
ff_test_copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          ff_test_copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &content, &length, NULL));
      g_assert_true (
          g_file_set_contents_full (target, content, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static void
say_nothing (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

/* What the program would tell a log about a disk that fails is no failure here; criticals are. */
void
ff_test_begin_process (void)
{
  g_log_set_always_fatal ((GLogLevelFlags) G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  g_log_set_handler (NULL, G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO,
                     say_nothing, NULL);
  g_log_set_handler ("fourfold", G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO,
                     say_nothing, NULL);
  alarm (SECONDS_AT_MOST);
}

static int
wait_for (pid_t process)
{
  int status;

  g_assert_cmpint (process, >, 0);
  g_assert_cmpint (waitpid (process, &status, 0), ==, process);
  return status;
}

void
ff_test_deed_prepare (const FfTestDeed *deed, const char *folder)
{
  pid_t process = fork ();

  if (process == 0)
    {
      deed->prepare (folder);
      _exit (0);
    }
  g_assert_cmpint (wait_for (process), ==, 0);
}

int
ff_test_deed_run (const FfTestDeed *deed,
                  const char *folder,
                  FfTestDiskKind kind,
                  FfTestDiskCall counted,
                  guint nth,
                  int number,
                  FfTestReport *report)
{
  pid_t process = fork ();

  if (process == 0)
    {
      g_autoptr (GError) error = NULL;

      ff_test_begin_process ();
      ff_test_disk_begin (folder, kind, counted, nth, number, &report->disk);
      report->done = deed->run (folder, report, &error);
      if (error != NULL)
        g_strlcpy (report->error, error->message, sizeof report->error);
      ff_test_disk_end ();
      /* Nothing is said without a reason, and no reason is given for what was done. */
      _exit (report->done == (error == NULL) ? 0 : 3);
    }
  return wait_for (process);
}

/* --- The look afterwards --- */

static void
digest_row (sqlite3_stmt *statement, GChecksum *digest)
{
  for (int column = 0; column < sqlite3_column_count (statement); column++)
    {
      const char *text = (const char *) sqlite3_column_text (statement, column);

      /* When a row was written is not what was written. */
      if (g_str_equal (sqlite3_column_name (statement, column), "modified"))
        continue;
      g_checksum_update (digest, (const guchar *) (text != NULL ? text : "∅"), -1);
      g_checksum_update (digest, (const guchar *) "|", 1);
    }
}

static void
digest_tables (FfConnection *connection, char digest[65])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (FfStatement) tables = ff_statement_new (
      connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                  " AND name NOT LIKE 'sqlite_%' ORDER BY name");
  sqlite3 *database = ff_connection_get_database (connection);
  guint n_tables = 0;

  for (; ff_statement_next (tables); n_tables++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT * FROM \"%s\"", ff_statement_get_text (tables, 0));
      sqlite3_stmt *statement;

      g_checksum_update (sum, (const guchar *) sql, -1);
      g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        digest_row (statement, sum);
      g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
    }
  g_assert_true (ff_statement_finish (tables, NULL));
  g_assert_cmpuint (n_tables, >, 8);
  g_strlcpy (digest, g_checksum_get_string (sum), 65);
}

static char *
check_store (FfStore *store, const guint *acknowledged, guint n_acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_auto (GStrv) findings = NULL;
  GAsyncResult *result = NULL;

  ff_backup_check_async (store, NULL, ff_test_on_result, &result);
  ff_test_wait (&result);
  done = g_steal_pointer (&result);
  findings = ff_backup_check_finish (store, done, &error);
  if (findings == NULL)
    return g_strdup (error->message);
  if (findings[0] != NULL)
    return g_strjoinv (" ", findings);
  return ff_test_notes_check (store, acknowledged, n_acknowledged);
}

/* What a killed program left half made goes at the next start. */
static char *
find_leftover (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".fourfold-") || g_str_has_prefix (name, "fourfold.restored-"))
      return g_strdup_printf ("%s is left", name);
  return NULL;
}

static void
look (const char *folder, const guint *acknowledged, guint n_acknowledged, FfTestFound *found)
{
  g_autoptr (GError) error = NULL;
  FfStore *store = ff_test_open_with_key (folder, &found->key, &error);
  g_autofree char *problem = NULL;

  if (store == NULL)
    {
      g_snprintf (found->problem, sizeof found->problem, "It does not open: %s", error->message);
      return;
    }
  problem = check_store (store, acknowledged, n_acknowledged);
  digest_tables (ff_store_get_connection (store, NULL), found->digest);
  ff_test_close (store);
  if (problem == NULL)
    problem = find_leftover (folder);
  g_strlcpy (found->problem, problem != NULL ? problem : "", sizeof found->problem);
}

FfTestFound *
ff_test_look (const char *folder, const guint *acknowledged, guint n_acknowledged)
{
  static FfTestFound *found;
  pid_t process;
  int status;

  if (found == NULL)
    found = share (sizeof *found);
  memset (found, 0, sizeof *found);
  process = fork ();
  if (process == 0)
    {
      ff_test_begin_process ();
      look (folder, acknowledged, n_acknowledged, found);
      _exit (0);
    }
  status = wait_for (process);
  if (status != 0)
    g_snprintf (found->problem, sizeof found->problem, "Looking at it ended with status %d",
                status);
  return found;
}

/* --- The sweep --- */

typedef struct
{
  const FfTestDeed *deed;
  const FfTestWay *way;
  const char *way_name;
  char *root;
  char *base; /* as it is before; copied for each point */
  char *work;
  char before[65];
  char after[65];
} FfTestSweep;

static void
remake_work (FfTestSweep *sweep)
{
  if (g_file_test (sweep->work, G_FILE_TEST_EXISTS))
    ff_test_remove_folder (sweep->work);
  ff_test_copy_folder (sweep->base, sweep->work);
}

/* Before the next start could have tidied anything up. */
static char *
find_plain_copy (FfTestSweep *sweep, const FfTestReport *report)
{
  g_autofree char *found = NULL;

  if (sweep->deed->hides == NULL || !report->done)
    return NULL;
  found = ff_test_find_word (sweep->work, sweep->deed->hides);
  return found != NULL ? g_strdup_printf ("It is done, and the words are in %s", found) : NULL;
}

static char *
judge (FfTestSweep *sweep, const FfTestReport *report, int status)
{
  gboolean was_stopped = sweep->way->kind == FF_TEST_DISK_KILLS && report->disk.reached;
  gboolean is_after, is_before;
  const FfTestFound *found;
  char *problem;

  if (was_stopped ? !(WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL) : status != 0)
    return g_strdup_printf ("the program ended with status %x", (guint) status);
  problem = find_plain_copy (sweep, report);
  if (problem != NULL)
    return problem;
  found = ff_test_look (sweep->work, report->acknowledged, FF_TEST_ACKNOWLEDGED_MOST);
  if (*found->problem != '\0')
    return g_strdup (found->problem);
  is_before = g_str_equal (found->digest, sweep->before);
  is_after = g_str_equal (found->digest, sweep->after);
  if (!sweep->deed->has_steps && !is_before && !is_after)
    return g_strdup ("the rows are neither as before nor as after");
  if (!sweep->deed->has_steps && report->done && !is_after)
    return g_strdup ("it was said to be done, and is not");
  if (sweep->deed->review == NULL)
    return NULL;
  return sweep->deed->review (&(FfTestAftermath) { .folder = sweep->work,
                                                   .report = report,
                                                   .found = found,
                                                   .is_after = is_after,
                                                   .before = sweep->before });
}

/* Of the @n_calls that there were without a failure, those to interrupt. */
static GArray *
choose_points (const FfTestDiskReport *report, guint writes_most)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_calls = MIN (report->calls, FF_TEST_DISK_CALLS_KEPT);
  guint writes = 0, step;

  for (guint i = 0; i < n_calls; i++)
    writes += report->kinds[i] == FF_TEST_DISK_WRITE;
  step = MAX (1, (writes + writes_most - 1) / writes_most);
  writes = 0;
  for (guint i = 0; i < n_calls; i++)
    {
      guint nth = i + 1;

      if (report->kinds[i] != FF_TEST_DISK_WRITE || writes++ % step == 0)
        g_array_append_val (points, nth);
    }
  /* And once it is over. */
  n_calls++;
  g_array_append_val (points, n_calls);
  return points;
}

static void
prepare_sweep (FfTestSweep *sweep)
{
  const FfTestFound *found;

  sweep->root = ff_test_make_fast_folder ();
  sweep->base = g_build_filename (sweep->root, "base", NULL);
  sweep->work = g_build_filename (sweep->root, "work", NULL);
  g_assert_cmpint (g_mkdir (sweep->base, 0700), ==, 0);
  ff_test_deed_prepare (sweep->deed, sweep->base);
  remake_work (sweep);
  found = ff_test_look (sweep->work, NULL, 0);
  g_assert_cmpstr (found->problem, ==, "");
  memcpy (sweep->before, found->digest, sizeof sweep->before);
}

/* Once without a failure. */
static GArray *
rehearse (FfTestSweep *sweep)
{
  FfTestReport *report = ff_test_report_new ();
  const FfTestFound *found;
  GArray *points;
  int status;

  remake_work (sweep);
  status = ff_test_deed_run (sweep->deed, sweep->work, FF_TEST_DISK_COUNTS, sweep->way->counted, 0,
                             0, report);
  g_assert_cmpstr (report->error, ==, "");
  g_assert_cmpint (status, ==, 0);
  g_assert_true (report->done);
  g_assert_cmpuint (report->disk.calls, >, 0);
  points = choose_points (&report->disk, sweep->way->writes_most);
  found = ff_test_look (sweep->work, report->acknowledged, FF_TEST_ACKNOWLEDGED_MOST);
  g_assert_cmpstr (found->problem, ==, "");
  memcpy (sweep->after, found->digest, sizeof sweep->after);
  return points;
}

static void
try_point (FfTestSweep *sweep, guint nth)
{
  FfTestReport *report = ff_test_report_new ();
  g_autofree char *problem = NULL;
  int status;

  remake_work (sweep);
  status = ff_test_deed_run (sweep->deed, sweep->work, sweep->way->kind, sweep->way->counted, nth,
                             sweep->way->number, report);
  problem = judge (sweep, report, status);
  if (problem == NULL)
    return;
  g_test_message ("%s, %s at call %u: %s (said: %s%s; left in %s)", sweep->deed->name,
                  sweep->way_name, nth, problem, report->done ? "done" : "", report->error,
                  sweep->root);
  g_test_fail ();
}

void
ff_test_sweep (const FfTestDeed *deed, const FfTestWay *way, const char *way_name)
{
  FfTestSweep sweep = { .deed = deed, .way = way, .way_name = way_name };
  g_autoptr (GArray) points = NULL;

  prepare_sweep (&sweep);
  points = rehearse (&sweep);
  for (guint i = 0; i < points->len && !g_test_failed (); i++)
    try_point (&sweep, g_array_index (points, guint, i));
  g_test_message ("%s, %s: %u points", deed->name, way_name, points->len);
  if (!g_test_failed ())
    ff_test_remove_folder (sweep.root);
  g_free (sweep.base);
  g_free (sweep.work);
  g_free (sweep.root);
}

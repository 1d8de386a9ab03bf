/* test-daily-backup.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup soon after the start, another when a day begins, and word of one that could not be made.
 */

#include "ff-config.h"

#include "ff-daily-backup.h"
#include "ff-test-shell.h"

static gboolean
has_backup (FfTestShell *shell, const char *day)
{
  g_autofree char *name = g_strdup_printf ("fourfold-%s.tar.gz", day);
  g_autofree char *path = g_build_filename (shell->folder, "backups", name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
set_day (FfTestShell *shell, int day)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, day, 0, 1, 0.0);

  ff_clock_set_now (ff_context_get_clock (shell->context), now);
}

static void
test_each_day (void)
{
  FfTestShell shell;
  g_autoptr (FfDailyBackup) backup = NULL;

  ff_test_shell_set_up (&shell);
  backup = ff_daily_backup_new (shell.store, ff_context_get_clock (shell.context));

  set_day (&shell, 24);
  g_assert_false (has_backup (&shell, "2026-11-24"));
  ff_test_until (has_backup (&shell, "2026-11-24"));

  set_day (&shell, 25);
  ff_test_until (has_backup (&shell, "2026-11-25"));
  g_assert_true (has_backup (&shell, "2026-11-24"));

  ff_test_until (G_OBJECT (backup)->ref_count == 1);
  g_assert_finalize_object (g_steal_pointer (&backup));
  ff_test_shell_tear_down (&shell);
}

static void
failed_cb (FfDailyBackup *backup, const char *message, char **said)
{
  g_assert_null (*said);
  *said = g_strdup (message);
}

static void
test_failure_is_told_once (void)
{
  FfTestShell shell;
  g_autoptr (FfDailyBackup) backup = NULL;
  g_autofree char *said = NULL;
  g_autofree char *path = NULL;

  ff_test_shell_set_up (&shell);
  path = g_build_filename (shell.folder, "backups", NULL);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  backup = ff_daily_backup_new (shell.store, ff_context_get_clock (shell.context));
  g_signal_connect (backup, "failed", G_CALLBACK (failed_cb), &said);

  ff_test_until (said != NULL);
  g_assert_true (g_str_has_prefix (said, "Today’s backup could not be made. "));
  g_assert_nonnull (strstr (said, path));

  /* The next minute of the same day does not ask again. */
  set_day (&shell, 24);
  ff_test_settle ();

  ff_test_until (G_OBJECT (backup)->ref_count == 1);
  g_assert_finalize_object (g_steal_pointer (&backup));
  ff_test_shell_tear_down (&shell);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/daily-backup/each-day", test_each_day);
  g_test_add_func ("/daily-backup/failure-is-told-once", test_failure_is_told_once);

  return g_test_run ();
}

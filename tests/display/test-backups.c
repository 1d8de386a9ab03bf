/* test-backups.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of backups, and copies of them elsewhere: whole, refused, stopped, and without room.
 */

#include "ff-config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "ff-backup-row.h"
#include "ff-test-keeping.h"

/* --- The list --- */

/* Its name for people who do not see it: the words, and the row's title. */
static void
assert_named_after (GtkWidget *button, const char *words, GtkWidget *row)
{
  g_autofree char *name
      = g_strconcat (words, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), NULL);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  /* Which would be said instead. */
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_list (FfTestKeeping *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday <Group>", FALSE);
  g_autofree char *path = NULL;
  g_autofree char *damaged = NULL;
  FfBackupsDialog *dialog;
  GtkWidget *row, *restore;

  ff_test_keeping_add_note (fixture, group, "Sam", 2026, 11);
  path = ff_test_keeping_back_up_today (fixture);
  damaged = g_build_filename (fixture->shell.folder, "backups", "fourfold-2026-11-20.tar.gz", NULL);
  g_assert_true (g_file_set_contents (damaged, "no archive", -1, NULL));
  dialog = ff_test_keeping_present_backups (fixture);

  ff_test_until_says (dialog, "1 group, 1 check-in · readable without a passphrase");
  row = ff_test_find (GTK_WIDGET (dialog), FF_TYPE_BACKUP_ROW, NULL);
  g_assert_cmpstr (ff_backup_row_get_path (FF_BACKUP_ROW (row)), ==, path);
  restore = ff_test_find (row, GTK_TYPE_BUTTON, "_Restore…");
  gtk_test_accessible_assert_role (restore, GTK_ACCESSIBLE_ROLE_BUTTON);
  assert_named_after (restore, "Restore the backup: ", row);
  ff_test_until_says (dialog, "fourfold-2026-11-20.tar.gz");
  ff_test_until_says (dialog, "Cannot be read");
  ff_test_until_says (dialog, "None yet");
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

static void
test_no_backups (FfTestKeeping *fixture, gconstpointer data)
{
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);

  ff_test_until_says (dialog, "The first one is made soon.");
  g_assert_null (ff_test_find (GTK_WIDGET (dialog), FF_TYPE_BACKUP_ROW, NULL));
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

/* --- Copies --- */

static void
assert_same_file (const char *a, const char *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_size, second_size;

  g_assert_true (g_file_get_contents (a, &first, &first_size, NULL));
  g_assert_true (g_file_get_contents (b, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
}

static gint64
get_copied (FfTestKeeping *fixture)
{
  return g_settings_get_int64 (ff_test_keeping_get_settings (fixture), "copy-elsewhere");
}

static GtkWidget *
find_stop (FfBackupsDialog *dialog)
{
  GtkWidget *bar = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR, NULL);

  return gtk_widget_get_ancestor (bar, ADW_TYPE_ACTION_ROW);
}

static void
test_copy_of_backup (FfTestKeeping *fixture, gconstpointer data)
{
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);
  GtkWidget *synchronized;
  GStatBuf status;

  ff_backups_dialog_copy_to (dialog, path, target);
  g_assert_true (gtk_widget_get_visible (find_stop (dialog)));
  ff_test_until_says (dialog, "Copied, but to the same disk");
  g_assert_false (gtk_widget_get_visible (find_stop (dialog)));
  assert_same_file (path, target);
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (get_copied (fixture), ==, 0);

  synchronized = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "It Is _Synchronized");
  ff_test_click (synchronized);
  g_assert_cmpint (get_copied (fixture), ==, ff_test_keeping_get_now (fixture));
  ff_test_until_says (dialog, "Tuesday 24 November");
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

/* What is there now, and not what was there when the day's backup was made. */
static void
test_copy_of_now (FfTestKeeping *fixture, gconstpointer data)
{
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);
  g_autoptr (FfBackup) copy = NULL;

  ff_backups_dialog_copy_to (dialog, NULL, target);
  ff_test_until_says (dialog, "Copied, but to the same disk");
  copy = ff_backup_inspect (target, NULL, NULL);
  g_assert_nonnull (copy);
  g_assert_cmpuint (copy->groups, ==, 1);
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

static void
test_copy_places (FfTestKeeping *fixture, gconstpointer data)
{
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
  g_autofree char *inside = g_build_filename (fixture->shell.folder, "copy.tar.gz", NULL);
  g_autofree char *shared = g_strdup_printf ("/dev/shm/fourfold-test-%d.tar.gz", getpid ());
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);
  GStatBuf of_data, of_shared;

  ff_backups_dialog_copy_to (dialog, path, inside);
  ff_test_until_says (dialog, "which is no other place");
  g_assert_cmpint (get_copied (fixture), ==, 0);

  g_assert_cmpint (g_stat (fixture->shell.folder, &of_data), ==, 0);
  if (g_stat ("/dev/shm", &of_shared) == 0 && of_shared.st_dev != of_data.st_dev
      && g_access ("/dev/shm", W_OK) == 0)
    {
      ff_backups_dialog_copy_to (dialog, path, shared);
      ff_test_until (get_copied (fixture) == ff_test_keeping_get_now (fixture));
      g_unlink (shared);
    }
  else
    g_test_message ("There is only one disk here.");
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

static void
set_file_limit (rlim_t limit)
{
  struct rlimit limits;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limits), ==, 0);
  limits.rlim_cur = MIN (limit, limits.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limits), ==, 0);
}

/* A file that was there stays as it was. */
static void
test_copy_without_room (FfTestKeeping *fixture, gconstpointer data)
{
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  g_autofree char *left = NULL;
  const char *source = data != NULL ? path : NULL;
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);

  g_assert_true (g_file_set_contents (target, "older", -1, NULL));
  ff_test_until_says (dialog, "0 groups");
  signal (SIGXFSZ, SIG_IGN);
  set_file_limit (1000);
  ff_backups_dialog_copy_to (dialog, source, target);
  ff_test_until_says (dialog, "The copy could not be written to");
  set_file_limit (RLIM_INFINITY);
  g_assert_true (g_file_get_contents (target, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "older");
  g_assert_cmpint (get_copied (fixture), ==, 0);
  g_assert_false (gtk_widget_get_visible (find_stop (dialog)));
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

static void
test_copy_nowhere (FfTestKeeping *fixture, gconstpointer data)
{
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "none", "copy.tar.gz", NULL);
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);

  ff_backups_dialog_copy_to (dialog, data != NULL ? path : NULL, target);
  ff_test_until_says (dialog, target);
  g_assert_cmpint (get_copied (fixture), ==, 0);
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

static void
test_copy_stopped (FfTestKeeping *fixture, gconstpointer data)
{
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);

  ff_backups_dialog_copy_to (dialog, path, target);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "backups.stop", NULL);
  ff_test_until (!gtk_widget_get_visible (find_stop (dialog)));
  g_assert_null (ff_test_find_saying (GTK_WIDGET (dialog), "could not be written"));
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/backups/" path, FfTestKeeping, data, ff_test_keeping_set_up, function,             \
              ff_test_keeping_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("list", NULL, test_list);
  ADD ("no-backups", NULL, test_no_backups);
  ADD ("copy/backup", NULL, test_copy_of_backup);
  ADD ("copy/now", NULL, test_copy_of_now);
  ADD ("copy/places", NULL, test_copy_places);
  ADD ("copy/no-room-for-backup", "backup", test_copy_without_room);
  ADD ("copy/no-room-for-now", NULL, test_copy_without_room);
  ADD ("copy/nowhere-for-backup", "backup", test_copy_nowhere);
  ADD ("copy/nowhere-for-now", NULL, test_copy_nowhere);
  ADD ("copy/stopped", NULL, test_copy_stopped);

  return g_test_run ();
}

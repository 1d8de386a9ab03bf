/* test-keeping.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups seen, copied and restored; old notes removed; and when somebody is reminded of either.
 */

#include "ff-config.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "ff-backup-look.h"
#include "ff-backup-row.h"
#include "ff-backups-dialog.h"
#include "ff-backups-reading.h"
#include "ff-copying.h"
#include "ff-keep-notes.h"
#include "ff-keeping-preferences.h"
#include "ff-keeping-reminder.h"
#include "ff-message-label.h"
#include "ff-passphrase.h"
#include "ff-restore.h"
#include "ff-retention-dialog.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"
#include "ff-test-shell.h"

#define PASSPHRASE "a long walk by the river"

typedef struct
{
  FfTestShell shell;
  GtkWidget *window;
  char *elsewhere; /* a folder outside the data folder */
} Fixture;

/* --- What the tests share --- */

static GSettings *
get_settings (Fixture *fixture)
{
  return ff_context_get_settings (fixture->shell.context);
}

static gint64
get_now (Fixture *fixture)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (fixture->shell.context));

  return g_date_time_to_unix (now);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  ff_test_shell_set_up (&fixture->shell);
  g_settings_reset (get_settings (fixture), "copy-elsewhere");
  g_settings_reset (get_settings (fixture), "copy-reminded");
  g_settings_reset (get_settings (fixture), "retention-reminded");
  fixture->elsewhere = g_dir_make_tmp ("fourfold-elsewhere-XXXXXX", NULL);
  fixture->window = g_object_ref_sink (adw_window_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay),
                               gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->window));
  if (fixture->shell.context != NULL)
    ff_test_shell_tear_down (&fixture->shell);
  ff_test_remove_tree (fixture->elsewhere);
  g_free (fixture->elsewhere);
}

/* Where the store is no longer wanted; the folder stays. */
static char *
close_store (Fixture *fixture)
{
  gboolean is_closed = FALSE;

  ff_test_settle ();
  ff_store_close_async (fixture->shell.store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  g_assert_finalize_object (g_steal_pointer (&fixture->shell.context));
  g_assert_finalize_object (g_steal_pointer (&fixture->shell.store));
  return g_steal_pointer (&fixture->shell.folder);
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_backup_write_finish (FF_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* (transfer full): its path */
static char *
back_up (Fixture *fixture, const char *folder, const char *name)
{
  g_autofree char *parent = g_strdup (folder);
  char *path = g_build_filename (folder, name, NULL);
  gboolean is_done = FALSE;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  ff_backup_write_async (fixture->shell.store, path, NULL, on_backed_up, &is_done);
  ff_test_until (is_done);
  return path;
}

static char *
back_up_today (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->shell.folder, "backups", NULL);

  return back_up (fixture, folder, "fourfold-2026-11-24.tar.gz");
}

static void
add_check_in (Fixture *fixture, FfGroup *group, const char *alias, const FfWallTime *start)
{
  g_autoptr (FfSession) session = ff_session_new (NULL);
  g_autoptr (FfParticipant) participant = ff_participant_new (NULL);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (NULL);
  gboolean is_saved = FALSE;

  ff_session_set_group (session, ff_group_get_uid (group));
  ff_session_set_rule_time (session, start);
  ff_session_set_start (session, start);
  ff_participant_set_group (participant, ff_group_get_uid (group));
  ff_participant_set_alias (participant, alias);
  ff_check_in_set_session (check_in, ff_session_get_uid (session));
  ff_check_in_set_participant (check_in, ff_participant_get_uid (participant));
  ff_check_in_set_note (check_in, "Slept better");
  ff_session_repository_save_check_in_async (fixture->shell.store, check_in, session, participant,
                                             ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static void
add_note (Fixture *fixture, FfGroup *group, const char *alias, int year, int month)
{
  FfWallTime start = { .year = year, .month = month, .day = 3, .hour = 19, .minute = 30 };

  add_check_in (fixture, group, alias, &start);
}

static void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
find_containing (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_containing (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define until_says(root, text) ff_test_until (find_containing (GTK_WIDGET (root), text) != NULL)

static FfBackupsDialog *
present_backups (Fixture *fixture)
{
  AdwDialog *dialog = g_object_ref_sink (ff_backups_dialog_new (fixture->shell.context));

  adw_dialog_present (dialog, fixture->window);
  ff_test_settle ();
  return FF_BACKUPS_DIALOG (dialog);
}

/* What it still waited for may hold on to it for a moment. */
static void
let_go_of (AdwDialog *dialog)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  g_object_unref (dialog);
  ff_test_until (weak == NULL);
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  ff_test_until (!gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  let_go_of (dialog);
}

static AdwDialog *
get_question (Fixture *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  return ADW_IS_ALERT_DIALOG (dialog) ? dialog : NULL;
}

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
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday <Group>", FALSE);
  g_autofree char *path = NULL;
  g_autofree char *damaged = NULL;
  FfBackupsDialog *dialog;
  GtkWidget *row, *restore;

  add_note (fixture, group, "Sam", 2026, 11);
  path = back_up_today (fixture);
  damaged = g_build_filename (fixture->shell.folder, "backups", "fourfold-2026-11-20.tar.gz", NULL);
  g_assert_true (g_file_set_contents (damaged, "no archive", -1, NULL));
  dialog = present_backups (fixture);

  until_says (dialog, "1 group, 1 check-in · readable without a passphrase");
  row = ff_test_find (GTK_WIDGET (dialog), FF_TYPE_BACKUP_ROW, NULL);
  g_assert_cmpstr (ff_backup_row_get_path (FF_BACKUP_ROW (row)), ==, path);
  restore = ff_test_find (row, GTK_TYPE_BUTTON, "_Restore…");
  gtk_test_accessible_assert_role (restore, GTK_ACCESSIBLE_ROLE_BUTTON);
  assert_named_after (restore, "Restore the backup: ", row);
  until_says (dialog, "fourfold-2026-11-20.tar.gz");
  until_says (dialog, "Cannot be read");
  until_says (dialog, "None yet");
  close_dialog (ADW_DIALOG (dialog));
}

static void
test_no_backups (Fixture *fixture, gconstpointer data)
{
  FfBackupsDialog *dialog = present_backups (fixture);

  until_says (dialog, "The first one is made soon.");
  g_assert_null (ff_test_find (GTK_WIDGET (dialog), FF_TYPE_BACKUP_ROW, NULL));
  close_dialog (ADW_DIALOG (dialog));
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
get_copied (Fixture *fixture)
{
  return g_settings_get_int64 (get_settings (fixture), "copy-elsewhere");
}

static GtkWidget *
find_stop (FfBackupsDialog *dialog)
{
  GtkWidget *bar = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR, NULL);

  return gtk_widget_get_ancestor (bar, ADW_TYPE_ACTION_ROW);
}

static void
test_copy_of_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  FfBackupsDialog *dialog = present_backups (fixture);
  GtkWidget *synchronized;
  GStatBuf status;

  ff_backups_dialog_copy_to (dialog, path, target);
  g_assert_true (gtk_widget_get_visible (find_stop (dialog)));
  until_says (dialog, "Copied, but to the same disk");
  g_assert_false (gtk_widget_get_visible (find_stop (dialog)));
  assert_same_file (path, target);
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (get_copied (fixture), ==, 0);

  synchronized = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "It Is _Synchronized");
  click (synchronized);
  g_assert_cmpint (get_copied (fixture), ==, get_now (fixture));
  until_says (dialog, "Tuesday 24 November");
  close_dialog (ADW_DIALOG (dialog));
}

/* What is there now, and not what was there when the day's backup was made. */
static void
test_copy_of_now (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  FfBackupsDialog *dialog = present_backups (fixture);
  g_autoptr (FfBackup) copy = NULL;

  ff_backups_dialog_copy_to (dialog, NULL, target);
  until_says (dialog, "Copied, but to the same disk");
  copy = ff_backup_inspect (target, NULL, NULL);
  g_assert_nonnull (copy);
  g_assert_cmpuint (copy->groups, ==, 1);
  close_dialog (ADW_DIALOG (dialog));
}

static void
test_copy_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = back_up_today (fixture);
  g_autofree char *inside = g_build_filename (fixture->shell.folder, "copy.tar.gz", NULL);
  g_autofree char *shared = g_strdup_printf ("/dev/shm/fourfold-test-%d.tar.gz", getpid ());
  FfBackupsDialog *dialog = present_backups (fixture);
  GStatBuf of_data, of_shared;

  ff_backups_dialog_copy_to (dialog, path, inside);
  until_says (dialog, "which is no other place");
  g_assert_cmpint (get_copied (fixture), ==, 0);

  g_assert_cmpint (g_stat (fixture->shell.folder, &of_data), ==, 0);
  if (g_stat ("/dev/shm", &of_shared) == 0 && of_shared.st_dev != of_data.st_dev
      && g_access ("/dev/shm", W_OK) == 0)
    {
      ff_backups_dialog_copy_to (dialog, path, shared);
      ff_test_until (get_copied (fixture) == get_now (fixture));
      g_unlink (shared);
    }
  else
    g_test_message ("There is only one disk here.");
  close_dialog (ADW_DIALOG (dialog));
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
test_copy_without_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  g_autofree char *left = NULL;
  const char *source = data != NULL ? path : NULL;
  FfBackupsDialog *dialog = present_backups (fixture);

  g_assert_true (g_file_set_contents (target, "older", -1, NULL));
  until_says (dialog, "0 groups");
  signal (SIGXFSZ, SIG_IGN);
  set_file_limit (1000);
  ff_backups_dialog_copy_to (dialog, source, target);
  until_says (dialog, "The copy could not be written to");
  set_file_limit (RLIM_INFINITY);
  g_assert_true (g_file_get_contents (target, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "older");
  g_assert_cmpint (get_copied (fixture), ==, 0);
  g_assert_false (gtk_widget_get_visible (find_stop (dialog)));
  close_dialog (ADW_DIALOG (dialog));
}

static void
test_copy_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "none", "copy.tar.gz", NULL);
  FfBackupsDialog *dialog = present_backups (fixture);

  ff_backups_dialog_copy_to (dialog, data != NULL ? path : NULL, target);
  until_says (dialog, target);
  g_assert_cmpint (get_copied (fixture), ==, 0);
  close_dialog (ADW_DIALOG (dialog));
}

static void
test_copy_stopped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "copy.tar.gz", NULL);
  FfBackupsDialog *dialog = present_backups (fixture);

  ff_backups_dialog_copy_to (dialog, path, target);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "backups.stop", NULL);
  ff_test_until (!gtk_widget_get_visible (find_stop (dialog)));
  g_assert_null (find_containing (GTK_WIDGET (dialog), "could not be written"));
  close_dialog (ADW_DIALOG (dialog));
}

/* --- A look --- */

static void
restore_wanted_cb (AdwDialog *dialog, const char *path, FfSecret *secret, gpointer data)
{
  g_string_append_printf (data, "%s %s", path, secret != NULL ? "with a key" : "without a key");
}

static AdwDialog *
get_look (Fixture *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  return FF_IS_BACKUP_LOOK (dialog) ? dialog : NULL;
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday <Group>", FALSE);
  g_autoptr (GString) wanted = g_string_new ("");
  g_autofree char *path = NULL;
  g_autofree char *expected = NULL;
  FfBackupsDialog *dialog;
  AdwDialog *look;

  add_note (fixture, group, "Sam", 2026, 10);
  path = back_up_today (fixture);
  add_note (fixture, group, "Renée", 2026, 11);
  dialog = present_backups (fixture);
  g_signal_connect (dialog, "restore", G_CALLBACK (restore_wanted_cb), wanted);
  ff_backups_dialog_look_at (dialog, path);
  look = get_look (fixture);

  until_says (look, "Tuesday <Group>");
  until_says (look, "1 (now: 2)");
  until_says (look, "Saturday 3 October (now: Tuesday 3 November)");
  until_says (look, "The backup has none");
  until_says (look, fixture->shell.folder);
  until_says (look, "fourfold-set-aside");
  g_assert_null (find_containing (GTK_WIDGET (look), "Sam"));

  click (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Restore"));
  expected = g_strdup_printf ("%s without a key", path);
  g_assert_cmpstr (wanted->str, ==, expected);
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
  let_go_of (ADW_DIALOG (dialog));
}

typedef struct
{
  const char *name;
  const char *content; /* (nullable): there is no such file */
} Unusable;

static const Unusable unusable[]
    = { { "letter.tar.gz", "Dear all,\n" }, { "empty.tar.gz", "" }, { "gone.tar.gz", NULL } };

/* It says which file, and offers nothing but to leave. */
static void
test_look_at_no_backup (Fixture *fixture, gconstpointer data)
{
  const Unusable *file = data;
  g_autofree char *path = g_build_filename (fixture->elsewhere, file->name, NULL);
  FfBackupsDialog *dialog = present_backups (fixture);
  AdwDialog *look;

  if (file->content != NULL)
    g_assert_true (g_file_set_contents (path, file->content, -1, NULL));
  ff_backups_dialog_look_at (dialog, path);
  look = get_look (fixture);
  until_says (look, "This Cannot Be Restored");
  until_says (look, path);
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Restore")));
  adw_dialog_force_close (look);
  close_dialog (ADW_DIALOG (dialog));
}

static void
test_look_at_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "half.tar.gz", NULL);
  g_autofree char *content = NULL;
  FfBackupsDialog *dialog = present_backups (fixture);
  AdwDialog *look;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (target, content, (gssize) size / 2, NULL));
  ff_backups_dialog_look_at (dialog, target);
  look = get_look (fixture);
  until_says (look, "This Cannot Be Restored");
  adw_dialog_force_close (look);
  close_dialog (ADW_DIALOG (dialog));
}

/* --- Passphrases --- */

static void
close_now (FfStore *store)
{
  gboolean is_closed = FALSE;

  ff_store_close_async (store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  g_object_unref (store);
}

/* A backup of the fixture's groups, made on another computer under a passphrase. (transfer full): its path */
static char *
make_protected (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->elsewhere, "other", NULL);
  g_autofree char *plain = back_up (fixture, fixture->elsewhere, "plain.tar.gz");
  char *path = g_build_filename (fixture->elsewhere, "protected.tar.gz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autofree char *recovery = NULL;
  gboolean is_done = FALSE;
  FfStore *store;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (ff_backup_restore (folder, plain, NULL, NULL, &error));
  recovery = ff_passphrase_set (folder, PASSPHRASE, &error);
  g_assert_no_error (error);
  secret = ff_passphrase_unlock (folder, PASSPHRASE, &error);
  g_assert_no_error (error);
  store = ff_store_open (folder, secret, &error);
  g_assert_no_error (error);
  ff_backup_write_async (store, path, NULL, on_backed_up, &is_done);
  ff_test_until (is_done);
  close_now (store);
  return path;
}

static void
type_passphrase (AdwDialog *look, const char *passphrase)
{
  GtkWidget *row = ff_test_find (GTK_WIDGET (look), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);

  ff_test_until (gtk_widget_get_sensitive (row));
  gtk_editable_set_text (GTK_EDITABLE (row), passphrase);
  click (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Unlock"));
}

/* It says what is wrong with what was typed, tells nothing of what is in it until it is right, and then goes on. */
static void
test_look_at_protected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (GString) wanted = g_string_new ("");
  g_autofree char *path = NULL;
  g_autofree char *expected = NULL;
  FfBackupsDialog *dialog;
  AdwDialog *look;

  if (!ff_passphrase_is_supported ())
    {
      g_test_skip ("This build has no encryption.");
      return;
    }
  group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  path = make_protected (fixture);
  dialog = present_backups (fixture);
  g_signal_connect (dialog, "restore", G_CALLBACK (restore_wanted_cb), wanted);
  ff_backups_dialog_look_at (dialog, path);
  look = get_look (fixture);
  until_says (look, "Another Passphrase");
  g_assert_false (
      gtk_widget_get_sensitive (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Unlock")));
  g_assert_null (find_containing (GTK_WIDGET (look), "Tuesday Group"));

  type_passphrase (look, "not this one");
  until_says (ff_test_find (GTK_WIDGET (look), FF_TYPE_MESSAGE_LABEL, NULL), "passphrase");
  g_assert_null (find_containing (GTK_WIDGET (look), "Tuesday Group"));
  type_passphrase (look, PASSPHRASE);
  until_says (look, "Tuesday Group");
  until_says (look, "The one you just typed, from then on");
  click (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Restore"));
  expected = g_strdup_printf ("%s with a key", path);
  g_assert_cmpstr (wanted->str, ==, expected);
  let_go_of (ADW_DIALOG (dialog));
}

/* From then on its passphrase is the one that opens the groups. */
static void
test_restore_protected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (FfRestore) restore = NULL;
  g_autoptr (FfSecret) key = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autoptr (FfSecret) unlocked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  FfStore *store;

  if (!ff_passphrase_is_supported ())
    {
      g_test_skip ("This build has no encryption.");
      return;
    }
  group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  path = make_protected (fixture);
  folder = close_store (fixture);
  key = ff_backup_unlock (path, PASSPHRASE, &error);
  g_assert_no_error (error);
  restore = ff_restore_new (path, key);
  g_assert_true (ff_restore_do (folder, &secret, restore, &error));
  g_assert_no_error (error);
  g_assert_true (ff_passphrase_is_set (folder));
  text = ff_restore_describe (restore);
  g_assert_nonnull (strstr (text, "which no passphrase protects"));
  store = ff_store_open (folder, secret, &error);
  g_assert_no_error (error);
  close_now (store);
  unlocked = ff_passphrase_unlock (folder, PASSPHRASE, &error);
  g_assert_no_error (error);
  ff_test_remove_tree (folder);
}

/* --- Restoring --- */

static char *
restore (const char *folder, const char *path, GError **error)
{
  g_autoptr (FfRestore) restore = ff_restore_new (path, NULL);
  g_autoptr (FfSecret) secret = NULL;

  return ff_restore_do (folder, &secret, restore, error) ? ff_restore_describe (restore) : NULL;
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_autofree char *path = back_up_today (fixture);
  g_autoptr (FfGroup) later = ff_test_add_group (&fixture->shell, "Wednesday Group", FALSE);
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  g_autofree char *busy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (FfStore) store = NULL;
  gboolean is_closed = FALSE;

  busy = restore (fixture->shell.folder, path, &error);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_IN_USE);
  g_clear_error (&error);

  folder = close_store (fixture);
  text = restore (folder, path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "kept as “fourfold-set-aside-"));

  store = ff_store_open (folder, NULL, &error);
  g_assert_no_error (error);
  groups = ff_group_repository_list (store, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpstr (ff_group_get_name (g_ptr_array_index (groups, 0)), ==, "Tuesday Group");
  ff_store_close_async (store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  ff_test_remove_tree (folder);
}

/* --- Old notes --- */

static void
set_keep_months (Fixture *fixture, FfGroup *group, guint months)
{
  gboolean is_saved = FALSE;

  ff_group_set_keep_months (group, months);
  ff_group_repository_save_async (fixture->shell.store, group, NULL, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static AdwDialog *
present_retention (Fixture *fixture)
{
  AdwDialog *dialog = g_object_ref_sink (ff_retention_dialog_new (fixture->shell.context));

  adw_dialog_present (dialog, fixture->window);
  ff_test_settle ();
  return dialog;
}

static guint
count_check_ins (Fixture *fixture)
{
  g_autoptr (GPtrArray) sessions
      = ff_session_repository_list (fixture->shell.store, NULL, 100, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      g_autoptr (GPtrArray) check_ins = ff_session_repository_list_check_ins (
          fixture->shell.store, ff_session_get_uid (g_ptr_array_index (sessions, i)), NULL);

      n += check_ins->len;
    }
  return n;
}

/* Older backups go only where that is wanted. */
static void
test_retention (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_autoptr (FfGroup) other = ff_test_add_group (&fixture->shell, "Wednesday Group", FALSE);
  g_autofree char *path = NULL;
  g_autoptr (FfBackup) backup = NULL;
  AdwDialog *dialog;
  GtkWidget *button;

  add_note (fixture, group, "Sam", 2023, 3);
  add_note (fixture, group, "Sam", 2026, 11);
  add_note (fixture, group, "Renée", 2023, 4);
  add_note (fixture, other, "Ali", 2020, 4);
  set_keep_months (fixture, group, 24);
  dialog = present_retention (fixture);
  button = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Remove…");

  until_says (dialog, "2 check-ins and 0 plan items of 2 meetings");
  until_says (dialog, "1 person has no notes left, and goes too");
  g_assert_null (find_containing (GTK_WIDGET (dialog), "Wednesday Group"));
  until_says (dialog, "2 check-ins");
  g_assert_cmpuint (count_check_ins (fixture), ==, 4);

  click (button);
  ff_test_until (get_question (fixture) != NULL);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_question (fixture))),
                            "2 check-ins and 0 plan items are removed for good"));
  adw_dialog_close (get_question (fixture));
  ff_test_until (get_question (fixture) == NULL);
  g_assert_cmpuint (count_check_ins (fixture), ==, 4);

  path = back_up_today (fixture);
  click (button);
  ff_test_until (get_question (fixture) != NULL);
  if (data != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                     ff_test_find (GTK_WIDGET (get_question (fixture)),
                                                   GTK_TYPE_CHECK_BUTTON, NULL)),
                                 TRUE);
  g_signal_emit_by_name (get_question (fixture), "response", "remove");
  adw_dialog_force_close (get_question (fixture));
  until_says (dialog, "2 check-ins removed");
  until_says (dialog, "Nothing before");
  g_assert_cmpuint (count_check_ins (fixture), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (button));
  backup = ff_backup_inspect (path, NULL, NULL);
  if (data == NULL)
    g_assert_cmpuint (backup->check_ins, ==, 4);
  else
    g_assert_true (backup == NULL || backup->check_ins == 2);
  close_dialog (dialog);
}

/* Where a group keeps its notes for ever, an age can be chosen all the same. */
static void
test_retention_by_age (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Wednesday Group", FALSE);
  AdwDialog *dialog;
  AdwComboRow *age;

  add_note (fixture, group, "Ali", 2020, 4);
  dialog = present_retention (fixture);
  until_says (dialog, "Every Group Keeps Its Notes for Ever");
  age = ADW_COMBO_ROW (ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Notes Older Than"));
  adw_combo_row_set_selected (age, 4);
  until_says (dialog, "1 check-in and 0 plan items of 1 meeting");
  close_dialog (dialog);
}

static void
test_keep_notes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *keep = g_object_ref_sink (g_object_new (FF_TYPE_KEEP_NOTES, NULL));
  GtkWidget *choice = ff_test_find (keep, ADW_TYPE_COMBO_ROW, "Keep Check-in Notes");
  GtkWidget *spin = ff_test_find (keep, ADW_TYPE_SPIN_ROW, "Months to Keep Them");
  guint months;

  g_assert_false (gtk_widget_get_visible (spin));
  g_object_set (keep, "months", 24, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 3);
  g_object_set (keep, "months", 18, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (choice)), ==, 5);
  g_assert_true (gtk_widget_get_visible (spin));
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (ADW_SPIN_ROW (spin)), 18, 0.1);
  adw_spin_row_set_value (ADW_SPIN_ROW (spin), 30);
  g_object_get (keep, "months", &months, NULL);
  g_assert_cmpuint (months, ==, 30);
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), 0);
  g_object_get (keep, "months", &months, NULL);
  g_assert_cmpuint (months, ==, 0);
  g_assert_false (gtk_widget_get_visible (spin));
  g_assert_finalize_object (keep);
}

/* --- Reminders --- */

static void
test_due (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 31, 12, 0, 0);
  g_autoptr (GDateTime) month = g_date_time_new_utc (2026, 2, 28, 11, 59, 0);
  g_autoptr (GDateTime) less = g_date_time_new_utc (2026, 2, 28, 12, 1, 0);

  g_assert_true (ff_keeping_reminder_is_due (now, 0, 0));
  g_assert_true (ff_keeping_reminder_is_due (now, g_date_time_to_unix (month), 0));
  g_assert_false (ff_keeping_reminder_is_due (now, g_date_time_to_unix (less), 0));
  g_assert_false (ff_keeping_reminder_is_due (now, 0, g_date_time_to_unix (less)));
  g_assert_true (
      ff_keeping_reminder_is_due (now, g_date_time_to_unix (month), g_date_time_to_unix (month)));
}

static GtkWidget *
present_reminder (Fixture *fixture)
{
  GtkWidget *reminder = g_object_new (FF_TYPE_KEEPING_REMINDER, NULL);

  ff_keeping_reminder_set_context (FF_KEEPING_REMINDER (reminder), fixture->shell.context);
  adw_toast_overlay_set_child (
      ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (fixture->window))), reminder);
  ff_test_settle ();
  return reminder;
}

static gboolean
is_revealed (GtkWidget *reminder)
{
  gboolean is_revealed;

  g_object_get (reminder, "revealed", &is_revealed, NULL);
  return is_revealed;
}

static void
set_day (Fixture *fixture, int year, int month, int day)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (year, month, day, 16, 30, 0);

  ff_clock_set_now (ff_context_get_clock (fixture->shell.context), now);
  ff_test_settle ();
}

static void
test_copy_reminder (Fixture *fixture, gconstpointer data)
{
  GtkWidget *reminder = present_reminder (fixture);
  g_autoptr (FfGroup) group = NULL;
  GtkWidget *act;

  g_assert_false (is_revealed (reminder));
  group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_assert_false (is_revealed (reminder));
  add_note (fixture, group, "Sam", 2026, 11);
  ff_test_until (is_revealed (reminder));
  until_says (reminder, "Your groups are on this computer only.");
  act = ff_test_find (reminder, GTK_TYPE_BUTTON, "Keep a _Copy Elsewhere…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (act)), ==, "win.backups");

  click (ff_test_find (reminder, GTK_TYPE_BUTTON, "_Not This Month"));
  ff_test_until (!is_revealed (reminder));
  set_day (fixture, 2026, 12, 20);
  g_assert_false (is_revealed (reminder));
  set_day (fixture, 2026, 12, 25);
  ff_test_until (is_revealed (reminder));

  ff_copying_remember (fixture->shell.context);
  ff_test_until (!is_revealed (reminder));
  set_day (fixture, 2027, 1, 26);
  ff_test_until (is_revealed (reminder));
  until_says (reminder, "more than a month old");
}

/* A week of peace from the first session on, whatever a made-up group has. */
static void
test_no_reminder_on_first_evening (Fixture *fixture, gconstpointer data)
{
  GtkWidget *reminder = present_reminder (fixture);
  g_autoptr (FfGroup) sample = ff_test_add_group (&fixture->shell, "Made Up", TRUE);
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  const FfWallTime first = { 2026, 11, 24, 16, 0 };

  add_note (fixture, sample, "Sam", 2025, 11);
  add_check_in (fixture, group, "Sam", &first);
  ff_test_settle ();
  g_assert_false (is_revealed (reminder));
  set_day (fixture, 2026, 11, 30);
  g_assert_false (is_revealed (reminder));
  set_day (fixture, 2026, 12, 1);
  ff_test_until (is_revealed (reminder));
}

static void
test_no_reminder_of_sample (Fixture *fixture, gconstpointer data)
{
  GtkWidget *reminder = present_reminder (fixture);
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Made Up", TRUE);

  add_note (fixture, group, "Sam", 2020, 11);
  set_keep_months (fixture, group, 6);
  ff_test_settle ();
  g_assert_false (is_revealed (reminder));
}

static void
test_retention_reminder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  GtkWidget *reminder, *act;

  ff_copying_remember (fixture->shell.context);
  add_note (fixture, group, "Sam", 2023, 11);
  reminder = present_reminder (fixture);
  g_assert_false (is_revealed (reminder));
  set_keep_months (fixture, group, 24);
  ff_test_until (is_revealed (reminder));
  until_says (reminder, "older than their group keeps them");
  act = ff_test_find (reminder, GTK_TYPE_BUTTON, "_Look at Them…");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (act)), ==, "win.retention");
  g_assert_cmpuint (count_check_ins (fixture), ==, 1);

  click (ff_test_find (reminder, GTK_TYPE_BUTTON, "_Not This Month"));
  ff_test_until (!is_revealed (reminder));
  g_assert_cmpint (g_settings_get_int64 (get_settings (fixture), "retention-reminded"), ==,
                   get_now (fixture));
  set_keep_months (fixture, group, 0);
  g_settings_reset (get_settings (fixture), "retention-reminded");
  ff_test_settle ();
  g_assert_false (is_revealed (reminder));
}

static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group
      = g_object_ref_sink (GTK_WIDGET (ff_keeping_preferences_new (fixture->shell.context)));
  GtkWidget *backups = ff_test_find (group, ADW_TYPE_ACTION_ROW, "Backups");
  GtkWidget *notes = ff_test_find (group, ADW_TYPE_ACTION_ROW, "Remove Old Notes");

  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (backups)), ==, "win.backups");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (backups)), ==,
                   "No copy elsewhere yet");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (notes)), ==, "win.retention");
  g_assert_finalize_object (group);
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/keeping/" path, Fixture, data, set_up, function, tear_down)

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
  ADD ("look/contents", NULL, test_look);
  for (gsize i = 0; i < G_N_ELEMENTS (unusable); i++)
    {
      g_autofree char *path = g_strdup_printf ("/keeping/look/%s", unusable[i].name);

      g_test_add (path, Fixture, &unusable[i], set_up, test_look_at_no_backup, tear_down);
    }
  ADD ("look/damaged", NULL, test_look_at_damaged);
  ADD ("look/protected", NULL, test_look_at_protected);
  ADD ("restore", NULL, test_restore);
  ADD ("restore-protected", NULL, test_restore_protected);
  ADD ("retention/purge", NULL, test_retention);
  ADD ("retention/purge-with-backups", "backups", test_retention);
  ADD ("retention/by-age", NULL, test_retention_by_age);
  ADD ("retention/keep-notes", NULL, test_keep_notes);
  g_test_add_func ("/keeping/reminder/due", test_due);
  ADD ("reminder/copy", NULL, test_copy_reminder);
  ADD ("reminder/first-evening", NULL, test_no_reminder_on_first_evening);
  ADD ("reminder/sample", NULL, test_no_reminder_of_sample);
  ADD ("reminder/retention", NULL, test_retention_reminder);
  ADD ("preferences", NULL, test_preferences);

  return g_test_run ();
}

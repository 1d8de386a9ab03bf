/* test-backup-look.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown of a backup before it is restored, under which passphrase, and what is there afterwards.
 */

#include "ff-config.h"

#include <sys/stat.h>

#include "ff-backup-look.h"
#include "ff-message-label.h"
#include "ff-passphrase.h"
#include "ff-restore.h"
#include "ff-store-error.h"
#include "ff-test-keeping.h"

#define PASSPHRASE "a long walk by the river"

/* --- A look --- */

static void
restore_wanted_cb (AdwDialog *dialog, const char *path, FfSecret *secret, gpointer data)
{
  g_string_append_printf (data, "%s %s", path, secret != NULL ? "with a key" : "without a key");
}

static AdwDialog *
get_look (FfTestKeeping *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  return FF_IS_BACKUP_LOOK (dialog) ? dialog : NULL;
}

static void
test_look (FfTestKeeping *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday <Group>", FALSE);
  g_autoptr (GString) wanted = g_string_new ("");
  g_autofree char *path = NULL;
  g_autofree char *expected = NULL;
  FfBackupsDialog *dialog;
  AdwDialog *look;

  ff_test_keeping_add_note (fixture, group, "Sam", 2026, 10);
  path = ff_test_keeping_back_up_today (fixture);
  ff_test_keeping_add_note (fixture, group, "Renée", 2026, 11);
  dialog = ff_test_keeping_present_backups (fixture);
  g_signal_connect (dialog, "restore", G_CALLBACK (restore_wanted_cb), wanted);
  ff_backups_dialog_look_at (dialog, path);
  look = get_look (fixture);

  ff_test_until_says (look, "Tuesday <Group>");
  ff_test_until_says (look, "1 (now: 2)");
  ff_test_until_says (look, "Saturday 3 October (now: Tuesday 3 November)");
  ff_test_until_says (look, "The backup has none");
  ff_test_until_says (look, fixture->shell.folder);
  ff_test_until_says (look, "fourfold-set-aside");
  g_assert_null (ff_test_find_saying (GTK_WIDGET (look), "Sam"));

  ff_test_click (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Restore"));
  expected = g_strdup_printf ("%s without a key", path);
  g_assert_cmpstr (wanted->str, ==, expected);
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
  ff_test_keeping_let_go_of (ADW_DIALOG (dialog));
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
test_look_at_no_backup (FfTestKeeping *fixture, gconstpointer data)
{
  const Unusable *file = data;
  g_autofree char *path = g_build_filename (fixture->elsewhere, file->name, NULL);
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);
  AdwDialog *look;

  if (file->content != NULL)
    g_assert_true (g_file_set_contents (path, file->content, -1, NULL));
  ff_backups_dialog_look_at (dialog, path);
  look = get_look (fixture);
  ff_test_until_says (look, "This Cannot Be Restored");
  ff_test_until_says (look, path);
  g_assert_false (
      gtk_widget_get_visible (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Restore")));
  adw_dialog_force_close (look);
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
}

static void
test_look_at_damaged (FfTestKeeping *fixture, gconstpointer data)
{
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
  g_autofree char *target = g_build_filename (fixture->elsewhere, "half.tar.gz", NULL);
  g_autofree char *content = NULL;
  FfBackupsDialog *dialog = ff_test_keeping_present_backups (fixture);
  AdwDialog *look;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (target, content, (gssize) size / 2, NULL));
  ff_backups_dialog_look_at (dialog, target);
  look = get_look (fixture);
  ff_test_until_says (look, "This Cannot Be Restored");
  adw_dialog_force_close (look);
  ff_test_keeping_close_dialog (ADW_DIALOG (dialog));
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
make_protected (FfTestKeeping *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->elsewhere, "other", NULL);
  g_autofree char *plain = ff_test_keeping_back_up (fixture, fixture->elsewhere, "plain.tar.gz");
  char *path = g_build_filename (fixture->elsewhere, "protected.tar.gz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = NULL;
  g_autofree char *recovery = NULL;
  FfStore *store;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (ff_backup_restore (folder, plain, NULL, NULL, &error));
  recovery = ff_passphrase_set (folder, PASSPHRASE, &error);
  g_assert_no_error (error);
  secret = ff_passphrase_unlock (folder, PASSPHRASE, &error);
  g_assert_no_error (error);
  store = ff_store_open (folder, secret, &error);
  g_assert_no_error (error);
  ff_test_back_up (store, path);
  close_now (store);
  return path;
}

static void
type_passphrase (AdwDialog *look, const char *passphrase)
{
  GtkWidget *row = ff_test_find (GTK_WIDGET (look), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);

  ff_test_until (gtk_widget_get_sensitive (row));
  gtk_editable_set_text (GTK_EDITABLE (row), passphrase);
  ff_test_click (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Unlock"));
}

/* It says what is wrong with what was typed, tells nothing of what is in it until it is right, and then goes on. */
static void
test_look_at_protected (FfTestKeeping *fixture, gconstpointer data)
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
  dialog = ff_test_keeping_present_backups (fixture);
  g_signal_connect (dialog, "restore", G_CALLBACK (restore_wanted_cb), wanted);
  ff_backups_dialog_look_at (dialog, path);
  look = get_look (fixture);
  ff_test_until_says (look, "Another Passphrase");
  g_assert_false (
      gtk_widget_get_sensitive (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Unlock")));
  g_assert_null (ff_test_find_saying (GTK_WIDGET (look), "Tuesday Group"));

  type_passphrase (look, "not this one");
  ff_test_until_says (ff_test_find (GTK_WIDGET (look), FF_TYPE_MESSAGE_LABEL, NULL), "passphrase");
  g_assert_null (ff_test_find_saying (GTK_WIDGET (look), "Tuesday Group"));
  type_passphrase (look, PASSPHRASE);
  ff_test_until_says (look, "Tuesday Group");
  ff_test_until_says (look, "The one you just typed, from then on");
  ff_test_click (ff_test_find (GTK_WIDGET (look), GTK_TYPE_BUTTON, "_Restore"));
  expected = g_strdup_printf ("%s with a key", path);
  g_assert_cmpstr (wanted->str, ==, expected);
  ff_test_keeping_let_go_of (ADW_DIALOG (dialog));
}

/* From then on its passphrase is the one that opens the groups. */
static void
test_restore_protected (FfTestKeeping *fixture, gconstpointer data)
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
  folder = ff_test_keeping_close_store (fixture);
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
test_restore (FfTestKeeping *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_add_group (&fixture->shell, "Tuesday Group", FALSE);
  g_autofree char *path = ff_test_keeping_back_up_today (fixture);
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

  folder = ff_test_keeping_close_store (fixture);
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

#define ADD(path, data, function)                                                                  \
  g_test_add ("/backup-look/" path, FfTestKeeping, data, ff_test_keeping_set_up, function,         \
              ff_test_keeping_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("contents", NULL, test_look);
  for (gsize i = 0; i < G_N_ELEMENTS (unusable); i++)
    {
      g_autofree char *path = g_strdup_printf ("/backup-look/%s", unusable[i].name);

      g_test_add (path, FfTestKeeping, &unusable[i], ff_test_keeping_set_up, test_look_at_no_backup,
                  ff_test_keeping_tear_down);
    }
  ADD ("damaged", NULL, test_look_at_damaged);
  ADD ("protected", NULL, test_look_at_protected);
  ADD ("restore", NULL, test_restore);
  ADD ("restore-protected", NULL, test_restore_protected);

  return g_test_run ();
}

/* test-recovery-key.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways back in, as a whole program: the recovery key, another passphrase or none, a damaged key, a backup.
 */

#include "ff-config.h"

#include "ff-passphrase.h"
#include "ff-test-lock.h"
#include "ff-trouble-page.h"

static char *kept_key;

static void
tell_set (gpointer data)
{
  kept_key = ff_test_lock_set_passphrase (data);
}

static void
tell_recovery (gpointer data)
{
  FfTestProgram *program = data;
  g_autofree char *new_key = NULL;
  GtkWidget *dialog;

  ff_test_lock_await (program, FF_TYPE_UNLOCK_PAGE);
  g_assert_false (ff_test_says (program->window, FF_TEST_LOCK_GROUP));
  dialog = ff_test_lock_open_dialog (program, "use-recovery-key");
  ff_test_lock_write_in (dialog, ADW_TYPE_ENTRY_ROW, "Recovery Key", "this is not it");
  ff_test_lock_write_new (dialog, FF_TEST_LOCK_OTHER);
  ff_test_press (dialog, "_Unlock");
  ff_test_until (ff_test_says (dialog, "That is not the recovery key."));

  ff_test_lock_write_in (dialog, ADW_TYPE_ENTRY_ROW, "Recovery Key", kept_key);
  ff_test_press (dialog, "_Unlock");
  new_key = ff_test_lock_take_recovery_key (program);
  g_assert_cmpstr (new_key, !=, kept_key);
  ff_test_lock_await (program, FF_TYPE_VIEWS);
}

static void
tell_change_and_remove (gpointer data)
{
  FfTestProgram *program = data;
  g_autofree char *key = NULL;
  GtkWidget *dialog;

  ff_test_lock_unlock (program, FF_TEST_LOCK_OTHER);
  ff_test_lock_await (program, FF_TYPE_VIEWS);

  dialog = ff_test_lock_open_dialog (program, "change-passphrase");
  ff_test_lock_write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase You Have Now",
                         "forgotten again");
  ff_test_lock_write_new (dialog, FF_TEST_LOCK_PASSPHRASE);
  ff_test_press (dialog, "_Change Passphrase");
  ff_test_until (ff_test_says (dialog, "Nothing was changed."));
  ff_test_lock_await (program, FF_TYPE_VIEWS);
  ff_test_lock_write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase You Have Now",
                         FF_TEST_LOCK_OTHER);
  ff_test_press (dialog, "_Change Passphrase");
  key = ff_test_lock_take_recovery_key (program);
  ff_test_lock_lock_and_look (program);
  ff_test_lock_unlock (program, FF_TEST_LOCK_PASSPHRASE);
  ff_test_lock_await (program, FF_TYPE_VIEWS);

  dialog = ff_test_lock_open_dialog (program, "remove-passphrase");
  ff_test_lock_write_in (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Passphrase You Have Now",
                         FF_TEST_LOCK_PASSPHRASE);
  ff_test_press (dialog, "_Remove Passphrase");
  ff_test_lock_await_gone (program, FF_TYPE_PASSPHRASE_DIALOG);
  ff_test_lock_await (program, FF_TYPE_VIEWS);
  g_assert_false (ff_passphrase_is_set (program->folder));
}

static void
test_recovery (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();

  ff_test_lock_run (folder, tell_set);
  ff_test_lock_run (folder, tell_recovery);
  ff_test_lock_run (folder, tell_change_and_remove);
  g_clear_pointer (&kept_key, g_free);
  ff_test_remove_tree (folder);
}

static void
tell_damaged (gpointer data)
{
  FfTestProgram *program = data;

  ff_test_lock_unlock (program, FF_TEST_LOCK_PASSPHRASE);
  ff_test_lock_await (program, FF_TYPE_TROUBLE_PAGE);
  g_assert_false (ff_test_says (program->window, FF_TEST_LOCK_GROUP));
}

static void
test_damaged_key (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();
  g_autofree char *path = g_build_filename (folder, "fourfold.key", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  ff_test_lock_run (folder, tell_set);
  g_clear_pointer (&kept_key, g_free);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  ff_test_lock_run (folder, tell_damaged);
  ff_test_remove_tree (folder);
}

static void
tell_back_up (gpointer data)
{
  FfTestProgram *program = data;
  g_autofree char *key = ff_test_lock_set_passphrase (program);
  g_autofree char *backups = g_build_filename (program->folder, "backups", NULL);
  g_autofree char *path = g_build_filename (backups, "fourfold-2026-11-20.tar.gz", NULL);
  GtkWidget *views = ff_test_lock_await (program, FF_TYPE_VIEWS);
  FfContext *context;

  g_object_get (views, "context", &context, NULL);
  g_mkdir_with_parents (backups, 0700);
  ff_test_back_up (ff_context_get_store (context), path);
  g_object_unref (context);
}

/* Whoever types the passphrase to look into a backup is not asked for it again once it is restored. */
static void
tell_restore_from_trouble (gpointer data)
{
  FfTestProgram *program = data;
  GtkWidget *page, *row, *restore;

  ff_test_lock_unlock (program, FF_TEST_LOCK_PASSPHRASE);
  page = ff_test_lock_await (program, FF_TYPE_TROUBLE_PAGE);
  ff_test_until ((restore = ff_test_find (page, GTK_TYPE_BUTTON, "_Restore…")) != NULL
                 && gtk_widget_get_mapped (restore));
  g_signal_emit_by_name (restore, "clicked");
  row = ff_test_lock_await (program, ADW_TYPE_PASSWORD_ENTRY_ROW);
  ff_test_until (gtk_widget_is_sensitive (row));
  gtk_editable_set_text (GTK_EDITABLE (row), FF_TEST_LOCK_PASSPHRASE);
  ff_test_press (gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG), "_Unlock");
  ff_test_until ((restore = ff_test_find (program->window, GTK_TYPE_BUTTON, "_Restore")) != NULL
                 && gtk_widget_get_mapped (restore));
  g_signal_emit_by_name (restore, "clicked");
  ff_test_until (ff_test_find (program->window, FF_TYPE_TROUBLE_PAGE, NULL) == NULL);
  ff_test_until (ff_test_find (program->window, FF_TYPE_VIEWS, NULL) != NULL
                 || ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL) != NULL);
  g_assert_null (ff_test_find (program->window, FF_TYPE_UNLOCK_PAGE, NULL));
  ff_test_until (ff_test_says (program->window, FF_TEST_LOCK_GROUP));
}

static void
test_restore_from_trouble (void)
{
  g_autofree char *folder = ff_test_lock_make_folder ();
  g_autofree char *database = g_build_filename (folder, "fourfold.db", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  ff_test_lock_run (folder, tell_back_up);
  g_assert_true (g_file_get_contents (database, &contents, &length, NULL));
  memset (contents + 8192, 0x5a, 4096);
  g_assert_true (g_file_set_contents (database, contents, (gssize) length, NULL));
  ff_test_lock_run (folder, tell_restore_from_trouble);
  ff_test_remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  if (ff_passphrase_is_supported ())
    {
      g_test_add_func ("/recovery-key/restore-from-trouble", test_restore_from_trouble);
      g_test_add_func ("/recovery-key/recovery", test_recovery);
      g_test_add_func ("/recovery-key/damaged-key", test_damaged_key);
    }

  return g_test_run ();
}

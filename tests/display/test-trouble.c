/* test-trouble.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every way in which the store may not open, and what is offered then.
 */

#include "ff-config.h"

#include "ff-backup.h"
#include "ff-secret.h"
#include "ff-store-error.h"
#include "ff-test-shell.h"
#include "ff-trouble-page.h"

typedef struct
{
  int code;
  const char *title;
  gboolean may_try_again;
  gboolean has_backups;
} TroubleCase;

static const TroubleCase cases[] = {
  { FF_STORE_ERROR_IN_USE, "Open Somewhere Else", TRUE, FALSE },
  { FF_STORE_ERROR_NEWER, "A Newer Fourfold Is Needed", FALSE, FALSE },
  { FF_STORE_ERROR_FOREIGN, "Not a Fourfold File", TRUE, TRUE },
  { FF_STORE_ERROR_DAMAGED, "Your Groups Cannot Be Read", TRUE, TRUE },
  { FF_STORE_ERROR_MISSING, "Your Groups Are Not Here", TRUE, TRUE },
  { FF_STORE_ERROR_READ_ONLY, "Nothing Can Be Saved Here", TRUE, FALSE },
  { FF_STORE_ERROR_FULL, "The Disk Is Full", TRUE, FALSE },
  { FF_STORE_ERROR_REFUSED, "Your Groups Could Not Be Opened", TRUE, FALSE },
  { FF_STORE_ERROR_FAILED, "Your Groups Could Not Be Opened", TRUE, FALSE },
};

static GtkWidget *
make_window (const char *folder, int code)
{
  g_autoptr (GError) error = g_error_new (FF_STORE_ERROR, code, "What <exactly> & happened");
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), ff_trouble_page_new (folder, error));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
close_window (GtkWidget *window)
{
  g_autoptr (GtkWidget) page = g_object_ref (adw_window_get_content (ADW_WINDOW (window)));

  gtk_window_destroy (GTK_WINDOW (window));
  ff_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&page));
}

static void
test_case (gconstpointer data)
{
  const TroubleCase *expected = data;
  g_autofree char *folder = g_dir_make_tmp ("fourfold-trouble-XXXXXX", NULL);
  GtkWidget *window = make_window (folder, expected->code);
  AdwStatusPage *status = ADW_STATUS_PAGE (ff_test_find (window, ADW_TYPE_STATUS_PAGE, NULL));
  GtkWidget *again = ff_test_find (window, GTK_TYPE_BUTTON, "_Try Again");
  GtkWidget *anew = ff_test_find (window, GTK_TYPE_BUTTON, "_Begin Anew");
  GtkWidget *backups = ff_test_find (window, ADW_TYPE_PREFERENCES_GROUP, "Backups");
  AdwActionRow *row = ADW_ACTION_ROW (ff_test_find (window, ADW_TYPE_ACTION_ROW, "Folder"));

  g_assert_cmpstr (adw_status_page_get_title (status), ==, expected->title);
  g_assert_cmpstr (adw_status_page_get_description (status), !=, "");
  g_assert_true (gtk_widget_get_visible (again) == expected->may_try_again);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (again)), ==, "app.try-again");
  g_assert_true (gtk_widget_get_visible (anew) == (expected->code == FF_STORE_ERROR_MISSING));
  g_assert_nonnull (ff_test_find (window, GTK_TYPE_BUTTON, "_Quit"));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, folder);
  g_assert_nonnull (ff_test_find (window, ADW_TYPE_EXPANDER_ROW, "Details"));
  g_assert_nonnull (ff_test_find (window, ADW_TYPE_ACTION_ROW, "What <exactly> & happened"));

  if (expected->has_backups)
    ff_test_until (ff_test_is_shown (backups));
  ff_test_settle ();
  g_assert_true (ff_test_is_shown (backups) == expected->has_backups);

  close_window (window);
  ff_test_remove_tree (folder);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_backup_daily_finish (FF_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
tried_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* A backup that anybody can read has no secret to hand on. */
static void
restored_cb (gboolean *is_done, FfSecret *secret)
{
  g_assert_null (secret);
  *is_done = TRUE;
}

/* Leaves a folder with a backup of one group, without a database. (transfer full) */
static char *
make_backup (void)
{
  FfTestShell shell;
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *database = NULL;
  gboolean is_done = FALSE;

  ff_test_shell_set_up (&shell);
  group = ff_test_add_group (&shell, "Tuesday Group", FALSE);
  ff_backup_daily_async (shell.store, now, backed_up_cb, &is_done);
  ff_test_until (is_done);
  is_done = FALSE;
  ff_store_close_async (shell.store, ff_test_closed_cb, &is_done);
  ff_test_until (is_done);
  ff_test_finalize (shell.context);
  ff_test_finalize (shell.store);
  database = g_build_filename (shell.folder, "fourfold.db", NULL);
  g_assert_cmpint (g_remove (database), ==, 0);
  return shell.folder;
}

static void
assert_groups (const char *folder, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStore) store = ff_store_open (folder, NULL, &error);
  g_autoptr (GPtrArray) groups = NULL;
  gboolean is_done = FALSE;

  g_assert_no_error (error);
  groups = ff_group_repository_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, n);
  if (n > 0)
    g_assert_cmpstr (ff_group_get_name (g_ptr_array_index (groups, 0)), ==, "Tuesday Group");
  ff_store_close_async (store, ff_test_closed_cb, &is_done);
  ff_test_until (is_done);
}

/* Says when app.try-again was activated in @window. */
static void
watch (GtkWidget *window, gboolean *is_done)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) again = g_simple_action_new ("try-again", NULL);

  g_signal_connect (again, "activate", G_CALLBACK (tried_again_cb), is_done);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (again));
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (actions));
}

/* Waits for a button with that label below the window or its dialog, and clicks it. */
static void
click (GtkWidget *window, const char *label)
{
  GtkWidget *button;

  ff_test_until ((button = ff_test_find (window, GTK_TYPE_BUTTON, label)) != NULL
                 && ff_test_is_shown (button));
  g_signal_emit_by_name (button, "clicked");
}

/* A damaged or missing file beside a backup: the backup is offered, looked at, chosen, and what was in it is there again. */
static void
test_restore (gconstpointer data)
{
  const gboolean is_damaged = GPOINTER_TO_INT (data);
  g_autofree char *folder = make_backup ();
  g_autofree char *database = g_build_filename (folder, "fourfold.db", NULL);
  GtkWidget *window;
  gboolean is_done = FALSE;

  if (is_damaged)
    g_assert_true (g_file_set_contents (database, "SQLite format 3\0 rubbish", 24, NULL));
  window = make_window (folder, is_damaged ? FF_STORE_ERROR_DAMAGED : FF_STORE_ERROR_MISSING);
  g_signal_connect_swapped (adw_window_get_content (ADW_WINDOW (window)), "restored",
                            G_CALLBACK (restored_cb), &is_done);
  click (window, "_Restore…");
  click (window, "_Restore");
  ff_test_until (is_done);
  close_window (window);
  assert_groups (folder, 1);
  ff_test_remove_tree (folder);
}

/* The store says that its database is missing, until somebody wants to begin anew; the backups stay. */
static void
test_begin_anew (void)
{
  g_autofree char *folder = make_backup ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  GtkWidget *window;
  const char *name;
  gboolean is_done = FALSE, is_kept = FALSE;

  g_assert_null (ff_store_open (folder, NULL, &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_MISSING);
  window = make_window (folder, FF_STORE_ERROR_MISSING);
  watch (window, &is_done);
  click (window, "_Begin Anew");
  ff_test_until (is_done);
  close_window (window);
  assert_groups (folder, 0);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    is_kept = is_kept || g_str_has_prefix (name, "backups-before-");
  g_assert_true (is_kept);
  ff_test_remove_tree (folder);
}

/* Something that is no backup any more by the time it is chosen. */
static void
test_restore_fails (void)
{
  g_autofree char *folder = make_backup ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "fourfold-%Y-%m-%d.tar.gz");
  g_autofree char *path = g_build_filename (folder, "backups", name, NULL);
  GtkWidget *window = make_window (folder, FF_STORE_ERROR_MISSING);
  gboolean is_done = FALSE;
  GtkWidget *restore;

  g_signal_connect_swapped (adw_window_get_content (ADW_WINDOW (window)), "restored",
                            G_CALLBACK (restored_cb), &is_done);
  ff_test_until ((restore = ff_test_find (window, GTK_TYPE_BUTTON, "_Restore…")) != NULL);
  g_assert_true (g_file_set_contents (path, "rubbish", -1, NULL));
  g_signal_emit_by_name (restore, "clicked");
  ff_test_until (
      ff_test_is_shown (ff_test_find (window, ADW_TYPE_STATUS_PAGE, "This Cannot Be Restored")));
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  ff_test_settle ();
  g_assert_false (is_done);
  close_window (window);
  ff_test_remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/trouble/error-%d", cases[i].code);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_data_func ("/trouble/restore/damaged", GINT_TO_POINTER (TRUE), test_restore);
  g_test_add_data_func ("/trouble/restore/missing", GINT_TO_POINTER (FALSE), test_restore);
  g_test_add_func ("/trouble/restore/fails", test_restore_fails);
  g_test_add_func ("/trouble/begin-anew", test_begin_anew);

  return g_test_run ();
}

/* test-trouble.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every way in which the store may not open, and what is offered then.
 */

#include "ff-config.h"

#include "ff-backup.h"
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
  { FF_STORE_ERROR_READ_ONLY, "Nothing Can Be Saved Here", TRUE, FALSE },
  { FF_STORE_ERROR_FULL, "The Disk Is Full", TRUE, FALSE },
  { FF_STORE_ERROR_REFUSED, "Your Groups Could Not Be Opened", TRUE, FALSE },
  { FF_STORE_ERROR_FAILED, "Your Groups Could Not Be Opened", TRUE, FALSE },
};

static GtkWidget *
make_window (const char *folder, int code)
{
  g_autoptr (GError) error = g_error_new (FF_STORE_ERROR, code, "What <exactly> & happened");
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), ff_trouble_page_new (folder, error));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
close_window (GtkWidget *window)
{
  g_autoptr (GtkWidget) page = g_object_ref (gtk_window_get_child (GTK_WINDOW (window)));

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
  GtkWidget *backups = ff_test_find (window, ADW_TYPE_PREFERENCES_GROUP, "Backups");
  AdwActionRow *row = ADW_ACTION_ROW (ff_test_find (window, ADW_TYPE_ACTION_ROW, "Folder"));

  g_assert_cmpstr (adw_status_page_get_title (status), ==, expected->title);
  g_assert_cmpstr (adw_status_page_get_description (status), !=, "");
  g_assert_true (gtk_widget_get_visible (again) == expected->may_try_again);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (again)), ==, "app.try-again");
  g_assert_nonnull (ff_test_find (window, GTK_TYPE_BUTTON, "_Quit"));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, folder);
  g_assert_nonnull (ff_test_find (window, ADW_TYPE_EXPANDER_ROW, "Details"));
  g_assert_nonnull (ff_test_find (window, ADW_TYPE_ACTION_ROW, "What <exactly> & happened"));

  if (expected->has_backups)
    ff_test_until (gtk_widget_get_visible (backups));
  ff_test_settle ();
  g_assert_true (gtk_widget_get_visible (backups) == expected->has_backups);

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

/* A damaged file beside a backup: the backup is offered, chosen, and what was in it is there again. */
static void
test_restore (void)
{
  FfTestShell shell;
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) again = g_simple_action_new ("try-again", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStore) store = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *database = NULL;
  GtkWidget *window, *restore;
  gboolean is_done = FALSE;

  ff_test_shell_set_up (&shell);
  group = ff_test_add_group (&shell, "Tuesday Group", FALSE);
  ff_backup_daily_async (shell.store, now, backed_up_cb, &is_done);
  ff_test_until (is_done);
  is_done = FALSE;
  ff_store_close_async (shell.store, ff_test_closed_cb, &is_done);
  ff_test_until (is_done);
  g_assert_finalize_object (shell.context);
  g_assert_finalize_object (shell.store);
  folder = g_steal_pointer (&shell.folder);
  database = g_build_filename (folder, "fourfold.db", NULL);
  g_assert_true (g_file_set_contents (database, "SQLite format 3\0 rubbish", 24, NULL));

  window = make_window (folder, FF_STORE_ERROR_DAMAGED);
  is_done = FALSE;
  g_signal_connect (again, "activate", G_CALLBACK (tried_again_cb), &is_done);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (again));
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (actions));

  ff_test_until ((restore = ff_test_find (window, GTK_TYPE_BUTTON, "_Restore")) != NULL);
  g_assert_nonnull (ff_test_find (window, GTK_TYPE_LABEL, "1 group, 0 check-ins"));
  g_signal_emit_by_name (restore, "clicked");
  ff_test_until (is_done);
  close_window (window);

  store = ff_store_open (folder, NULL, &error);
  g_assert_no_error (error);
  groups = ff_group_repository_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpstr (ff_group_get_name (g_ptr_array_index (groups, 0)), ==, "Tuesday Group");

  is_done = FALSE;
  ff_store_close_async (store, ff_test_closed_cb, &is_done);
  ff_test_until (is_done);
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
  g_test_add_func ("/trouble/restore", test_restore);

  return g_test_run ();
}

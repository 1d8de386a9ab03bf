/* ff-test-shell.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window's tests share: a store in a folder of its own, a context, and waits that end.
 */

#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "ff-backup.h"
#include "ff-context.h"
#include "ff-group-repository.h"
#include "ff-group.h"

#define FF_TEST_SECONDS 30

typedef struct
{
  char *folder;
  FfStore *store;
  FfContext *context;
} FfTestShell;

static inline void
ff_test_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      ff_test_remove_tree (child);
    }
  g_remove (path);
}

/* Tuesday 24 November 2026, half past four. */
static inline void
ff_test_shell_set_up (FfTestShell *shell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (&error);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 24, 16, 30, 0.0);

  g_assert_no_error (error);
  shell->folder = g_dir_make_tmp ("fourfold-shell-XXXXXX", &error);
  g_assert_no_error (error);
  shell->store = ff_store_open (shell->folder, NULL, &error);
  g_assert_no_error (error);
  ff_clock_set_now (clock, now);
  shell->context = ff_context_new (shell->store, clock, settings, programmes);
  g_settings_reset (settings, "group");
}

/* Runs the main loop until @condition holds; fails when it takes too long. */
#define ff_test_until(condition)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;                  \
                                                                                                   \
    while (!(condition))                                                                           \
      {                                                                                            \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline);                                    \
        if (!g_main_context_iteration (NULL, FALSE))                                               \
          g_usleep (1000);                                                                         \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

/* A thread may hold on to what it worked for a moment longer than its answer takes to come. */
#define ff_test_finalize(object)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    ff_test_until (g_atomic_int_get (&G_OBJECT (object)->ref_count) == 1);                         \
    g_assert_finalize_object (object);                                                             \
  }                                                                                                \
  G_STMT_END

static inline void
ff_test_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_store_close_finish (FF_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static inline void
ff_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline void
ff_test_shell_tear_down (FfTestShell *shell)
{
  gboolean is_closed = FALSE;

  ff_test_settle ();
  ff_store_close_async (shell->store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  ff_test_finalize (shell->context);
  ff_test_finalize (shell->store);
  ff_test_remove_tree (shell->folder);
  g_clear_pointer (&shell->folder, g_free);
}

static inline void
ff_test_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_store_write_finish (FF_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* (transfer full) */
static inline FfGroup *
ff_test_add_group (FfTestShell *shell, const char *name, gboolean is_sample)
{
  FfGroup *group = ff_group_new (NULL);
  gboolean is_saved = FALSE;

  ff_group_set_name (group, name);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_set_sample (group, is_sample);
  ff_group_repository_save_async (shell->store, group, NULL, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);

  return group;
}

/* The first widget below @root of @type for which @label is found as a label, title or accessible name; NULL = any. */
static inline GtkWidget *
ff_test_find (GtkWidget *root, GType type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      g_autofree char *text = NULL;

      if (label == NULL)
        return root;
      if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "title") != NULL)
        g_object_get (root, "title", &text, NULL);
      else if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "label") != NULL)
        g_object_get (root, "label", &text, NULL);
      if (g_strcmp0 (text, label) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ff_test_find (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Is it there for a person: itself and all that it is in visible? */
static inline gboolean
ff_test_is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_is_visible (widget) && gtk_widget_get_mapped (widget);
}

/* The first label on the screen below @root that holds @words; NULL = none. */
static inline GtkWidget *
ff_test_find_saying (GtkWidget *root, const char *words)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
      && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ff_test_find_saying (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
ff_test_says (GtkWidget *root, const char *words)
{
  return ff_test_find_saying (root, words) != NULL;
}

#define ff_test_until_says(root, words) ff_test_until (ff_test_says (GTK_WIDGET (root), words))

static inline void
ff_test_click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static inline void
ff_test_press (GtkWidget *root, const char *label)
{
  ff_test_click (ff_test_find (root, GTK_TYPE_BUTTON, label));
}

static inline void
ff_test_backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_backup_write_finish (FF_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static inline void
ff_test_back_up (FfStore *store, const char *path)
{
  gboolean is_done = FALSE;

  ff_backup_write_async (store, path, NULL, ff_test_backed_up_cb, &is_done);
  ff_test_until (is_done);
}

/* ff-test-volunteer-files.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window in which files of volunteers are taken in.
 */

#pragma once

#include "ff-import-frame.h"
#include "ff-roster-edit.h"
#include "ff-roster-import-dialog.h"
#include "ff-roster-repository.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  GtkWidget *window;
  char *path;
  AdwDialog *dialog; /* (unowned) */
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  ff_test_shell_set_up (&fixture->shell);
  fixture->path = g_build_filename (fixture->shell.folder, "people.csv", NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), adw_bin_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (window == NULL);
  ff_test_shell_tear_down (&fixture->shell);
  g_free (fixture->path);
}

static inline void
present (Fixture *fixture, AdwDialog *dialog)
{
  fixture->dialog = dialog;
  adw_dialog_present (dialog, adw_window_get_content (ADW_WINDOW (fixture->window)));
}

static inline void
open_bytes (Fixture *fixture, const char *text, gssize length)
{
  g_assert_true (g_file_set_contents (fixture->path, text, length, NULL));
  present (fixture, ff_roster_import_dialog_new (fixture->shell.context, fixture->path));
}

static inline void
open_file (Fixture *fixture, const char *text)
{
  open_bytes (fixture, text, -1);
}

static inline GtkWidget *
look (Fixture *fixture, GType type, const char *label)
{
  return ff_test_find (GTK_WIDGET (fixture->dialog), type, label);
}

static inline void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL);
}

static inline void
wait_for (Fixture *fixture, GType type, const char *label)
{
  ff_test_until (ff_test_is_shown (look (fixture, type, label)));
}

static inline void
wait_for_close (Fixture *fixture)
{
  ff_test_until (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
}

/* What is chosen in the row of that title: the first choice in which @words are. */
static inline void
choose (Fixture *fixture, const char *title, const char *words)
{
  AdwComboRow *row;
  GListModel *choices;

  wait_for (fixture, ADW_TYPE_COMBO_ROW, title);
  row = ADW_COMBO_ROW (look (fixture, ADW_TYPE_COMBO_ROW, title));
  choices = adw_combo_row_get_model (row);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (choices, i);

      if (strstr (gtk_string_object_get_string (choice), words) != NULL)
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_error ("“%s” cannot be chosen for “%s”", words, title);
}

/* The lines of the plan, one below the other. (transfer full) */
static inline char *
read_plan (Fixture *fixture)
{
  g_autoptr (GListModel) items = NULL;
  GString *lines = g_string_new (NULL);

  g_object_get (look (fixture, FF_TYPE_IMPORT_FRAME, NULL), "items", &items, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      g_autofree char *detail = NULL;

      g_object_get (item, "detail", &detail, NULL);
      g_string_append_printf (lines, "%s\n", detail);
    }
  return g_string_free_and_steal (lines);
}

/* Who was taken in alone. (transfer full) */
static inline FfVolunteer *
find_only (Fixture *fixture)
{
  g_autoptr (FfRoster) roster = ff_roster_repository_load (fixture->shell.store, NULL);
  GPtrArray *volunteers = ff_roster_get_volunteers (roster);

  g_assert_cmpuint (volunteers->len, ==, 1);
  return g_object_ref (g_ptr_array_index (volunteers, 0));
}

static inline guint
count (Fixture *fixture)
{
  g_autoptr (FfRoster) roster = ff_roster_repository_load (fixture->shell.store, NULL);

  return ff_roster_get_volunteers (roster)->len;
}

static inline void
import (Fixture *fixture, const char *text, const char *counts)
{
  open_file (fixture, text);
  wait_for (fixture, GTK_TYPE_BUTTON, "_Continue");
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, counts);
}

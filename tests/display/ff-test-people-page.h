/* ff-test-people-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of people or the page of one of them in a window, over a store with Robin and Sam.
 */

#pragma once

#include "ff-people-list.h"
#include "ff-person-page.h"
#include "ff-test-people.h"

typedef struct
{
  FfTestShell shell;
  FfGroup *group;
  GtkWidget *window;
  GtkWidget *page; /* or the list */
  GString *heard;  /* what its signals said: "signal argument; " */
  gboolean is_closed;
} FfTestPeople;

static inline void
ff_test_people_on_chosen (FfTestPeople *fixture, const char *uid)
{
  g_string_append_printf (fixture->heard, "chosen %s; ", uid);
}

static inline void
ff_test_people_on_session_chosen (FfTestPeople *fixture, const char *uid)
{
  g_string_append_printf (fixture->heard, "session %s; ", uid);
}

static inline void
ff_test_people_on_gone (FfTestPeople *fixture, const char *instead)
{
  g_string_append_printf (fixture->heard, "gone %s; ", instead != NULL ? instead : "-");
}

static inline void
ff_test_people_open_window (FfTestPeople *fixture, GtkWidget *page)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->page = page;
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ff_test_until (gtk_widget_get_mapped (page));
}

static inline void
ff_test_people_open_list (FfTestPeople *fixture)
{
  ff_test_people_open_window (fixture, ff_people_list_new (fixture->shell.context));
  g_signal_connect_swapped (fixture->page, "chosen", G_CALLBACK (ff_test_people_on_chosen),
                            fixture);
}

static inline GtkWidget *
ff_test_people_get_shown (FfTestPeople *fixture)
{
  return ff_test_find (fixture->page, GTK_TYPE_STACK, NULL);
}

static const char *
ff_test_people_get_state (FfTestPeople *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ff_test_people_get_shown (fixture)));
}

#define ff_test_people_until_state(fixture, name)                                                  \
  ff_test_until (g_strcmp0 (ff_test_people_get_state (fixture), name) == 0)

static inline void
ff_test_people_open_page (FfTestPeople *fixture, const char *person)
{
  ff_test_people_open_window (fixture,
                              GTK_WIDGET (ff_person_page_new (fixture->shell.context, person)));
  g_signal_connect_swapped (fixture->page, "session-chosen",
                            G_CALLBACK (ff_test_people_on_session_chosen), fixture);
  g_signal_connect_swapped (fixture->page, "gone", G_CALLBACK (ff_test_people_on_gone), fixture);
}

static inline void
ff_test_people_open_person (FfTestPeople *fixture, const char *person)
{
  ff_test_people_open_page (fixture, person);
  ff_test_people_until_state (fixture, "person");
}

static inline void
ff_test_people_close_window (FfTestPeople *fixture)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (page == NULL);
  fixture->window = NULL;
}

static inline void
ff_test_people_set_up (FfTestPeople *fixture, gconstpointer data)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->group = ff_test_add_group (&fixture->shell, "Tuesday", FALSE);
  fixture->heard = g_string_new (NULL);
}

static inline void
ff_test_people_tear_down (FfTestPeople *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    ff_test_people_close_window (fixture);
  if (fixture->is_closed)
    {
      ff_test_settle ();
      ff_test_finalize (fixture->shell.context);
      ff_test_finalize (fixture->shell.store);
      ff_test_remove_tree (fixture->shell.folder);
      g_free (fixture->shell.folder);
    }
  else
    {
      ff_test_shell_tear_down (&fixture->shell);
    }
  g_assert_finalize_object (fixture->group);
  g_string_free (fixture->heard, TRUE);
}

static inline void
ff_test_people_close_store (FfTestPeople *fixture)
{
  ff_store_close_async (fixture->shell.store, ff_test_closed_cb, &fixture->is_closed);
  ff_test_until (fixture->is_closed);
}

/* Robin has come for some weeks, Sam once. */
static inline void
ff_test_people_add (FfTestPeople *fixture)
{
  FfTestShell *shell = &fixture->shell;

  ff_test_check_in (shell, fixture->group, "2026-10-27", "Robin", 7, "A hard week");
  ff_test_plan (shell, fixture->group, "2026-10-27", "Robin", "Call my sister", FF_OUTCOME_DONE);
  ff_test_check_in (shell, fixture->group, "2026-11-10", "Robin", 5, "Better");
  ff_test_plan (shell, fixture->group, "2026-11-10", "Robin", "Walk before work", FF_OUTCOME_OPEN);
  ff_test_check_in (shell, fixture->group, "2026-11-17", "Sam", -1, "Looking around");
}

static inline GtkWidget *
ff_test_people_find (FfTestPeople *fixture, GType type, const char *label)
{
  GtkWidget *found;

  ff_test_until ((found = ff_test_find (fixture->page, type, label)) != NULL);
  return found;
}

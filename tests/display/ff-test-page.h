/* ff-test-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the pages share: a real store, a clock that is set, and a window around the page.
 */

#pragma once

#include <adwaita.h>

#include "../displayless/ff-test-schedule.h"
#include "ff-context.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"

typedef struct
{
  char *folder;
  FfStore *store;
  FfClock *clock;
  FfContext *context;
  AdwWindow *window;
  GAsyncResult *result;
  GString *asked; /* the actions of the window that were asked for: "name parameter; " */
} FfTestPage;

static inline void
ff_test_page_on_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (((FfTestPage *) data)->asked, "%s %s; ",
                          g_action_get_name (G_ACTION (action)), text);
}

static inline void
ff_test_page_set_now (FfTestPage *f, int day, int hour, int minute)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, day, hour, minute, 0);

  ff_clock_set_now (f->clock, now);
}

/* It is Tuesday 24 November 2026, 18:10. */
static inline void
ff_test_page_set_up (FfTestPage *f, gconstpointer data)
{
  const GActionEntry entries[] = {
    { .name = "write-check-ins", .activate = ff_test_page_on_action, .parameter_type = "(ss)" },
    { .name = "help-lines-of", .activate = ff_test_page_on_action, .parameter_type = "s" },
    { .name = "show-view", .activate = ff_test_page_on_action, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (&error);

  g_assert_no_error (error);
  f->folder = ff_test_make_folder ();
  f->store = ff_test_open (f->folder);
  f->clock = ff_clock_new ();
  ff_test_page_set_now (f, 24, 18, 10);
  f->context = ff_context_new (f->store, f->clock, settings, programmes);
  f->asked = g_string_new (NULL);
  f->window = g_object_ref_sink (ADW_WINDOW (adw_window_new ()));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 800, 700);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (GTK_WIDGET (f->window), "win", G_ACTION_GROUP (actions));
}

static inline gboolean
ff_test_page_stop (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run for a moment, for layout and animations. */
static inline void
ff_test_page_run (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, ff_test_page_stop, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
ff_test_page_present (FfTestPage *f, GtkWidget *page)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), page);
  adw_window_set_content (f->window, overlay);
  gtk_window_present (GTK_WINDOW (f->window));
  ff_test_page_run (100);
}

/* Nothing may hold on to the page once its window is gone. */
static inline void
ff_test_page_tear_down (FfTestPage *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  ff_test_page_run (20);
  g_assert_finalize_object (f->window);
  g_assert_finalize_object (f->context);
  g_assert_finalize_object (f->clock);
  ff_test_close (f->store);
  ff_test_remove_folder (f->folder);
  g_string_free (f->asked, TRUE);
  g_free (f->folder);
}

static inline FfGroup *
ff_test_page_add_group (FfTestPage *f, const char *uid, const char *name)
{
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, name);
  ff_group_set_programme (group, "four-points");
  ff_group_set_zone (group, "America/Vancouver");
  ff_group_repository_save_async (f->store, group, NULL, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);
  return group;
}

static inline void
ff_test_page_add_meeting (FfTestPage *f,
                          const char *uid,
                          const char *group,
                          FfWallTime start,
                          const char *rule)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new (uid);

  ff_meeting_set_group (meeting, group);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  ff_meeting_set_place (meeting, "Community Hall");
  ff_test_save_meeting (f->store, meeting);
}

/* The first widget on the screen below @widget, itself included, that has @type and, where given, @text in its @property. */
static inline GtkWidget *
ff_test_find (GtkWidget *widget, GType type, const char *property, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *found = NULL;

      if (property != NULL)
        g_object_get (widget, property, &found, NULL);
      if (property == NULL || g_strcmp0 (found, text) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ff_test_find (child, type, property, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Runs the main loop until all that is queued is written, and read again by what shows it. */
static inline void
ff_test_page_wait_written (FfTestPage *f)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;

  while (ff_store_is_busy (f->store))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  ff_test_page_run (100);
}

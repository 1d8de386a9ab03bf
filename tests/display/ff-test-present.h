/* ff-test-present.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout in its window on a big screen, and what a person does there.
 */

#pragma once

#include "ff-present-window.h"
#include "ff-slide-mark.h"
#include "ff-slide-text.h"
#include "ff-slide.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  FfHandout *handout;
  GtkWindow *window;
  FfSlide *slide;
} FfTestPresent;

static inline FfHandout *
ff_test_present_load (const char *id)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GError) error = NULL;
  FfHandout *handout = ff_handout_load (id, catalogue, &error);

  g_assert_no_error (error);
  return handout;
}

/* One of each drawing, and boxes to tick, each on a page of its own. */
static const char drawn[]
    = "<handout id='drawn' points='4' sources='CBT'><title>Drawn</title>"
      "<summary>Wheel, wave, cycle and boxes.</summary>"
      "<wheel highest='10'><label>Now and later</label><area now='4' wanted='7'>Health</area>"
      "<area>Friends</area><area>Work</area></wheel><break/>"
      "<wave minutes='30'><label>My last urge</label><axis>Minutes</axis><axis>Strength</axis>"
      "</wave><break/>"
      "<cycle><label>Where I am</label><stage><title>Thinking</title></stage>"
      "<stage><title>Getting "
      "ready</title></stage><stage><title>Doing</title></stage></cycle><break/>"
      "<checklist><label>What helped</label><item>A walk</item><item>A call</item></checklist>"
      "</handout>";

static inline FfHandout *
ff_test_present_load_drawn (void)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GBytes) bytes = g_bytes_new_static (drawn, sizeof drawn - 1);
  g_autoptr (GError) error = NULL;
  FfHandout *handout = ff_handout_new_from_bytes (bytes, "drawn", catalogue, &error);

  g_assert_no_error (error);
  return handout;
}

static inline void
ff_test_present_set_up (FfTestPresent *fixture, gconstpointer id)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->handout = id != NULL ? ff_test_present_load (id) : ff_test_present_load_drawn ();
  fixture->window = ff_present_window_new (fixture->shell.context, NULL, fixture->handout);
  gtk_window_unfullscreen (fixture->window);
  gtk_window_set_default_size (fixture->window, 1000, 760);
  gtk_window_present (fixture->window);
  fixture->slide = FF_SLIDE (ff_test_find (GTK_WIDGET (fixture->window), FF_TYPE_SLIDE, NULL));
  ff_test_until (gtk_window_is_active (fixture->window));
  ff_test_until (ff_slide_get_scale (fixture->slide) > 0.5);
}

static inline void
ff_test_present_tear_down (FfTestPresent *fixture, gconstpointer id)
{
  gpointer window = fixture->window;

  if (window != NULL)
    {
      g_object_add_weak_pointer (window, &window);
      gtk_window_destroy (fixture->window);
      ff_test_until (window == NULL);
    }
  g_assert_finalize_object (fixture->handout);
  ff_test_shell_tear_down (&fixture->shell);
}

/* The place for @key; of a choice, the one that writes @option. */
static inline GtkWidget *
ff_test_present_find_place (FfTestPresent *fixture, const char *key, const char *option)
{
  for (GtkWidget *place = gtk_widget_get_first_child (GTK_WIDGET (fixture->slide)); place != NULL;
       place = gtk_widget_get_next_sibling (place))
    if (FF_IS_SLIDE_TEXT (place)
            ? g_str_equal (ff_slide_text_get_key (FF_SLIDE_TEXT (place)), key)
            : g_str_equal (ff_slide_mark_get_key (FF_SLIDE_MARK (place)), key)
                  && (option == NULL
                      || g_str_equal (ff_slide_mark_get_option (FF_SLIDE_MARK (place)), option)))
      return place;
  return NULL;
}

/* Turns pages until it is there. */
static inline GtkWidget *
ff_test_present_go_to (FfTestPresent *fixture, const char *key, const char *option)
{
  GtkWidget *place = ff_test_present_find_place (fixture, key, option);

  for (guint i = 0; place == NULL && i < 20; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "present.next", NULL);
      place = ff_test_present_find_place (fixture, key, option);
    }
  g_assert_nonnull (place);
  ff_test_until (gtk_widget_get_width (place) > 0);
  return place;
}

static inline GtkWidget *
ff_test_present_get_focus (FfTestPresent *fixture)
{
  return gtk_window_get_focus (fixture->window);
}

static inline void
ff_test_present_assert_focus (FfTestPresent *fixture, const char *key)
{
  g_assert_cmpstr (ff_slide_get_key (fixture->slide), ==, key);
}

/* As the key goes from what has the focus up to the slide. */
static inline gboolean
ff_test_present_press (FfTestPresent *fixture, guint key)
{
  for (GtkWidget *widget = ff_test_present_get_focus (fixture);
       widget != gtk_widget_get_parent (GTK_WIDGET (fixture->slide));
       widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
          gboolean is_done = FALSE;

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
            g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_done);
          if (is_done)
            return TRUE;
        }
    }
  return FALSE;
}

static inline void
ff_test_present_press_tab (FfTestPresent *fixture)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
}

static inline void
ff_test_present_type (FfTestPresent *fixture, const char *text)
{
  gtk_text_buffer_insert_at_cursor (
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (ff_test_present_get_focus (fixture))), text, -1);
  ff_test_settle ();
}

static inline void
ff_test_present_act (FfTestPresent *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ff_test_settle ();
}

static inline gboolean
ff_test_present_is_marked (FfTestPresent *fixture, const char *key, const char *option)
{
  return ff_slide_mark_is_marked (
      FF_SLIDE_MARK (ff_test_present_find_place (fixture, key, option)));
}

static inline char *
ff_test_present_get_text (FfTestPresent *fixture, const char *key)
{
  return ff_slide_text_get_text (FF_SLIDE_TEXT (ff_test_present_find_place (fixture, key, NULL)));
}

static inline void
ff_test_present_assert_text (FfTestPresent *fixture, const char *key, const char *expected)
{
  g_autofree char *text = ff_test_present_get_text (fixture, key);

  g_assert_cmpstr (text, ==, expected);
}

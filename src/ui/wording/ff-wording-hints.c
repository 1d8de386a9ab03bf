/* ff-wording-hints.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quiet lines under words that label a person, in a text that is being written, and what to write instead in its menu.
 */

#include "ff-config.h"

#include "ff-wording-hints.h"

#include <glib/gi18n-lib.h>

#define KEY "ff-wording-hints"
/* A word that is being typed is not commented on. */
#define PAUSE_MS 400

typedef struct
{
  GtkTextView *view; /* which owns this */
  GtkTextBuffer *buffer;
  FfWording *wording;
  GArray *hints;
  GtkTextTag *tag;
  GSimpleActionGroup *actions;
  guint timeout;
} Hints;

/* The hint under the cursor, or whose end it is at; NULL where there is none. */
static const FfWordingHint *
find_at (Hints *self, guint offset)
{
  for (guint i = 0; i < self->hints->len; i++)
    {
      const FfWordingHint *hint = &g_array_index (self->hints, FfWordingHint, i);

      if (offset >= hint->start && offset <= hint->end)
        return hint;
    }
  return NULL;
}

static guint
get_cursor (Hints *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  return (guint) gtk_text_iter_get_offset (&cursor);
}

static char *
dup_word (Hints *self, const FfWordingHint *hint)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) hint->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) hint->end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static GMenuModel *
make_menu (Hints *self, const FfWordingHint *hint)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autofree char *word = NULL;
  g_autofree char *title = NULL;

  if (hint != NULL)
    {
      word = dup_word (self, hint);
      /* Translators: %s is a word that somebody wrote; below it are other words to choose from */
      title = g_strdup_printf (_ ("Instead of “%s”"), word);
      for (guint i = 0; hint->instead[i] != NULL; i++)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (hint->instead[i], NULL);

          g_menu_item_set_action_and_target (item, "wording.write", "s", hint->instead[i]);
          g_menu_append_item (choices, item);
        }
      g_menu_append_section (menu, title, G_MENU_MODEL (choices));
    }
  g_menu_append (own, _ ("Words of Your Own…"), "win.own-words");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
update_menu (Hints *self)
{
  g_autoptr (GMenuModel) menu = make_menu (self, find_at (self, get_cursor (self)));

  gtk_text_view_set_extra_menu (self->view, menu);
}

/* For those who do not see the lines. */
static void
update_description (Hints *self)
{
  g_autofree char *text = NULL;

  if (self->hints->len == 0)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->view),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  text = g_strdup_printf (ngettext ("There are other words for %u word here, in its menu.",
                                    "There are other words for %u words here, in their menus.",
                                    self->hints->len),
                          self->hints->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
underline (Hints *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tag, &start, &end);
  for (guint i = 0; i < self->hints->len; i++)
    {
      const FfWordingHint *hint = &g_array_index (self->hints, FfWordingHint, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) hint->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) hint->end);
      gtk_text_buffer_apply_tag (self->buffer, self->tag, &start, &end);
    }
}

static void
look (Hints *self)
{
  GtkTextIter start, end;

  g_clear_pointer (&self->hints, g_array_unref);
  if (gtk_text_buffer_get_char_count (self->buffer) > FF_WORDING_HINTS_LONGEST)
    self->hints = g_array_new (FALSE, FALSE, sizeof (FfWordingHint));
  else
    {
      g_autofree char *text = NULL;

      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
      self->hints = ff_wording_find (self->wording, text);
    }
  underline (self);
  update_menu (self);
  update_description (self);
}

static gboolean
on_pause (gpointer user_data)
{
  Hints *self = user_data;

  self->timeout = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* Until then nothing is said of places that may have moved. */
static void
on_changed (GtkTextBuffer *buffer, Hints *self)
{
  g_array_set_size (self->hints, 0);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE_MS, on_pause, self);
}

static void
on_cursor_moved (GtkTextBuffer *buffer, GParamSpec *pspec, Hints *self)
{
  update_menu (self);
}

/* The menu that a click opens is about the word that was clicked. */
static void
on_pressed (GtkGestureClick *click, int presses, double x, double y, Hints *self)
{
  GtkTextIter place;
  int buffer_x, buffer_y;

  if (gtk_text_buffer_get_has_selection (self->buffer))
    return;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (self->view, &place, buffer_x, buffer_y);
  gtk_text_buffer_place_cursor (self->buffer, &place);
}

static gboolean
on_query_tooltip (GtkWidget *widget,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip,
                  Hints *self)
{
  const FfWordingHint *hint;
  GtkTextIter place;
  int buffer_x, buffer_y;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &place,
                                    gtk_text_buffer_get_insert (self->buffer));
  if (!by_keyboard)
    {
      gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                             &buffer_y);
      if (!gtk_text_view_get_iter_at_location (self->view, &place, buffer_x, buffer_y))
        return FALSE;
    }
  hint = find_at (self, (guint) gtk_text_iter_get_offset (&place));
  if (hint == NULL || hint->why == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, hint->why);
  return TRUE;
}

/* As if it were typed, so that it is saved, and undone, like everything else. */
static void
write_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Hints *self = user_data;
  const FfWordingHint *hint = find_at (self, get_cursor (self));
  GtkTextIter start, end;

  if (hint == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) hint->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) hint->end);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
hints_free (gpointer data)
{
  Hints *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  gtk_text_tag_table_remove (gtk_text_buffer_get_tag_table (self->buffer), self->tag);
  g_clear_object (&self->tag);
  g_clear_object (&self->buffer);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->wording, ff_wording_unref);
  g_clear_pointer (&self->hints, g_array_unref);
  g_free (self);
}

static GtkTextTag *
make_tag (GtkTextBuffer *buffer)
{
  static const GdkRGBA colour = { 0.53f, 0.53f, 0.53f, 1.0f };

  return g_object_ref (gtk_text_buffer_create_tag (
      buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &colour, NULL));
}

static void
add_actions (Hints *self)
{
  static const GActionEntry entries[]
      = { { .name = "write", .activate = write_action, .parameter_type = "s" } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "wording",
                                  G_ACTION_GROUP (self->actions));
}

static void
follow (Hints *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (click), KEY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self->buffer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->buffer, "notify::cursor-position", G_CALLBACK (on_cursor_moved), self);
  g_signal_connect (self->view, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
}

/* What it was given is taken from the view again; when the view itself goes, that goes with it. */
static void
take_away (GtkTextView *view)
{
  Hints *self = g_object_get_data (G_OBJECT (view), KEY);
  g_autoptr (GListModel) controllers = NULL;

  if (self == NULL)
    return;
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), KEY) != 0)
        continue;
      gtk_widget_remove_controller (GTK_WIDGET (view), controller);
      break;
    }
  g_signal_handlers_disconnect_by_data (view, self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), FALSE);
  gtk_text_view_set_extra_menu (view, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "wording", NULL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_object_set_data (G_OBJECT (view), KEY, NULL);
}

/**
 * ff_wording_hints_set:
 * @view: where somebody writes
 * @wording: (nullable): which words to look for; %NULL takes the hints away
 *
 * Underlines words that label a person, a moment after they were typed, and offers others in the menu of the text. Nothing
 * is ever changed without being asked for.
 */
void
ff_wording_hints_set (GtkTextView *view, FfWording *wording)
{
  Hints *self;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  take_away (view);
  if (wording == NULL)
    return;
  self = g_new0 (Hints, 1);
  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->wording = ff_wording_ref (wording);
  self->hints = g_array_new (FALSE, FALSE, sizeof (FfWordingHint));
  self->tag = make_tag (self->buffer);
  add_actions (self);
  follow (self);
  g_object_set_data_full (G_OBJECT (view), KEY, self, hints_free);
  look (self);
}

/**
 * ff_wording_hints_get:
 * @view: where somebody writes
 *
 * Returns: (transfer none) (nullable) (element-type FfWordingHint): what is underlined; %NULL where there are no hints
 */
GArray *
ff_wording_hints_get (GtkTextView *view)
{
  Hints *self = g_object_get_data (G_OBJECT (view), KEY);

  return self != NULL ? self->hints : NULL;
}

/* ff-slide-text.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place to write on a slide.
 */

#include "ff-config.h"

#include "ff-slide-text.h"

/* What is written shows on the paper, where it will be printed; these letters are seen only while a person writes. */
struct _FfSlideText
{
  GtkTextView parent_instance;

  char *key;
  gboolean multiline;
  gboolean is_showing; /* what is written elsewhere */
};

enum
{
  SIGNAL_WRITTEN,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSlideText, ff_slide_text, GTK_TYPE_TEXT_VIEW)

static void
changed_cb (FfSlideText *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
}

static void
left_cb (FfSlideText *self)
{
  GtkTextIter start;

  /* Nothing stays selected, and with it in the primary clipboard. */
  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start,
                                    gtk_text_buffer_get_insert (
                                        gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))));
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

/* One line has no next one: the key goes on to the next place. */
static gboolean
key_pressed_cb (FfSlideText *self, guint key, guint code, GdkModifierType modifiers)
{
  if (self->multiline
      || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* Pasted lines become one. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter *where,
                char *text,
                int length,
                FfSlideText *self)
{
  g_autofree char *line = NULL;

  if (self->multiline || self->is_showing || memchr (text, '\n', (size_t) length) == NULL)
    return;

  line = g_strdelimit (g_strndup (text, (gsize) length), "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, where, line, -1);
}

static void
ff_slide_text_finalize (GObject *object)
{
  g_clear_pointer (&FF_SLIDE_TEXT (object)->key, g_free);

  G_OBJECT_CLASS (ff_slide_text_parent_class)->finalize (object);
}

static void
ff_slide_text_class_init (FfSlideTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_slide_text_finalize;

  signals[SIGNAL_WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_slide_text_init (FfSlideText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "area");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  /* No dictionary learns from it. */
  gtk_text_view_set_input_hints (view, GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_EMOJI);
  /* The whole sheet's steps are taken back in their order, not each place's on its own. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * ff_slide_text_new:
 * @area: where a person writes
 *
 * Returns: (transfer floating): an empty place
 */
GtkWidget *
ff_slide_text_new (const FfSheetArea *area)
{
  FfSlideText *self;

  g_return_val_if_fail (area != NULL && area->kind == FF_AREA_TEXT, NULL);

  self = g_object_new (FF_TYPE_SLIDE_TEXT, NULL);
  self->key = g_strdup (area->key);
  self->multiline = area->multiline;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, area->label,
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, area->multiline, -1);
  return GTK_WIDGET (self);
}

/**
 * ff_slide_text_get_key:
 * @self: the place
 *
 * Returns: of its answer
 */
const char *
ff_slide_text_get_key (FfSlideText *self)
{
  g_return_val_if_fail (FF_IS_SLIDE_TEXT (self), NULL);

  return self->key;
}

/**
 * ff_slide_text_get_text:
 * @self: the place
 *
 * Returns: (transfer full): what is written there
 */
char *
ff_slide_text_get_text (FfSlideText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (FF_IS_SLIDE_TEXT (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * ff_slide_text_set_text:
 * @self: the place
 * @text: (nullable): what is written there
 */
void
ff_slide_text_set_text (FfSlideText *self, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (FF_IS_SLIDE_TEXT (self));

  now = ff_slide_text_get_text (self);
  if (g_strcmp0 (now, text != NULL ? text : "") == 0)
    return;
  self->is_showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                            text != NULL ? text : "", -1);
  self->is_showing = FALSE;
}

/* ff-note-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note: a text of one or more lines that grows with what is written. All notes are made here.
 */

#include "ff-config.h"

#include "ff-note-view.h"
#include "ff-wording-hints.h"

/* Breaking a line without spaces takes Pango a time that grows with the square of its length. */
#define LONG_INSERT 2000
#define PIECE 400

/* A scrollbar is higher than a short note: it comes with the lines that may need it. */
#define LONG_NOTE 600
#define LONG_HEIGHT 180
#define MANY_LINES 12
#define ASK_MS 50
#define ASK_TIMES 3

struct _FfNoteView
{
  AdwBin parent_instance;

  char *label;
  char *placeholder;
  GtkTextBuffer *buffer; /* the view's */
  GtkTextTag *piece;     /* the buffer's */
  gboolean refreshing;
  gboolean is_long_insert; /* what changes just now is long */
  guint asked;             /* how often room was asked for since the text changed */
  guint asking;            /* a timeout, or 0 */

  GtkScrolledWindow *scroller;
  GtkTextView *view;
  GtkWidget *placeholder_label;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_PLACEHOLDER,
} FfNoteViewProps;

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_PLACEHOLDER + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfNoteView, ff_note_view, ADW_TYPE_BIN)

/* Words of thousands of letters are laid out in pieces: every other one has a tag that nobody sees. */
static void
divide_long_words (FfNoteView *self)
{
  g_autofree char *text = ff_note_view_dup_text (self);
  int offset = 0;
  int length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      GtkTextIter start, end;

      length = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : length + 1;
      if (length == 0 || length % (2 * PIECE) != 0)
        continue;
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset + 1 - PIECE);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, offset + 1);
      gtk_text_buffer_apply_tag (self->buffer, self->piece, &start, &end);
    }
}

static void
on_insert_text (FfNoteView *self, GtkTextIter *place, const char *text, int n_bytes)
{
  self->is_long_insert = n_bytes > LONG_INSERT;
}

/* The view lays text out only when it is given its place, and what it asks for at that moment is not heard. */
static gboolean
ask_for_room (gpointer user_data)
{
  FfNoteView *self = user_data;

  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  if (++self->asked < ASK_TIMES)
    return G_SOURCE_CONTINUE;
  self->asking = 0;
  return G_SOURCE_REMOVE;
}

static void
on_buffer_changed (FfNoteView *self)
{
  gboolean is_long = gtk_text_buffer_get_char_count (self->buffer) > LONG_NOTE
                     || gtk_text_buffer_get_line_count (self->buffer) > MANY_LINES;

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  is_long ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  /* A list gives its rows the least height they ask for. */
  gtk_scrolled_window_set_min_content_height (self->scroller, is_long ? LONG_HEIGHT : -1);
  gtk_widget_set_visible (self->placeholder_label,
                          gtk_text_buffer_get_char_count (self->buffer) == 0);
  if (self->is_long_insert)
    divide_long_words (self);
  self->is_long_insert = FALSE;
  self->asked = 0;
  if (self->asking == 0)
    self->asking = g_timeout_add (ASK_MS, ask_for_room, self);
  if (!self->refreshing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* Never lower than a line: what was laid out anew has no height for a while. */
static void
ff_note_view_map (GtkWidget *widget)
{
  FfNoteView *self = FF_NOTE_VIEW (widget);
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), "X");
  int height;

  pango_layout_get_pixel_size (line, NULL, &height);
  height
      += gtk_text_view_get_top_margin (self->view) + gtk_text_view_get_bottom_margin (self->view);
  gtk_scrolled_window_set_min_content_height (self->scroller, height);
  GTK_WIDGET_CLASS (ff_note_view_parent_class)->map (widget);
}

static gboolean
ff_note_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FF_NOTE_VIEW (widget)->view));
}

static void
set_label (FfNoteView *self, const char *label)
{
  if (!g_set_str (&self->label, label))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
ff_note_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfNoteViewProps) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, FF_NOTE_VIEW (object)->label);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, FF_NOTE_VIEW (object)->placeholder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_note_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch ((FfNoteViewProps) prop_id)
    {
    case PROP_LABEL:
      set_label (FF_NOTE_VIEW (object), g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      if (g_set_str (&FF_NOTE_VIEW (object)->placeholder, g_value_get_string (value)))
        g_object_notify_by_pspec (object, properties[PROP_PLACEHOLDER]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_note_view_dispose (GObject *object)
{
  g_clear_handle_id (&FF_NOTE_VIEW (object)->asking, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_NOTE_VIEW);
  G_OBJECT_CLASS (ff_note_view_parent_class)->dispose (object);
}

static void
ff_note_view_finalize (GObject *object)
{
  g_clear_pointer (&FF_NOTE_VIEW (object)->label, g_free);
  g_clear_pointer (&FF_NOTE_VIEW (object)->placeholder, g_free);
  G_OBJECT_CLASS (ff_note_view_parent_class)->finalize (object);
}

static void
ff_note_view_class_init (FfNoteViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ff_note_view_dispose;
  object_class->finalize = ff_note_view_finalize;
  object_class->get_property = ff_note_view_get_property;
  object_class->set_property = ff_note_view_set_property;
  widget_class->grab_focus = ff_note_view_grab_focus;
  widget_class->map = ff_note_view_map;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, write);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, write);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_EDITED] = g_signal_new ("edited", FF_TYPE_NOTE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-note-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FfNoteView, scroller);
  gtk_widget_class_bind_template_child (widget_class, FfNoteView, view);
  gtk_widget_class_bind_template_child (widget_class, FfNoteView, placeholder_label);
}

static void
ff_note_view_init (FfNoteView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  /* What is done in a session is undone in one order, fields or not. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  /* A run of text ends where the spacing changes; so little of it cannot be seen. */
  self->piece = gtk_text_buffer_create_tag (self->buffer, NULL, "letter-spacing", 1, NULL);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (on_insert_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_buffer_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_note_view_dup_text:
 * @self: the note
 *
 * Returns: (transfer full): what is written
 */
char *
ff_note_view_dup_text (FfNoteView *self)
{
  g_return_val_if_fail (FF_IS_NOTE_VIEW (self), NULL);

  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* Where the first difference is, in characters. */
static glong
count_same_start (const char *a, const char *b)
{
  glong n = 0;

  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); n++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return n;
}

static glong
count_same_end (const char *a, const char *b, glong most)
{
  const char *p = a + strlen (a);
  const char *q = b + strlen (b);
  glong n = 0;

  for (; n < most; n++)
    {
      p = g_utf8_prev_char (p);
      q = g_utf8_prev_char (q);
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        break;
    }
  return n;
}

/**
 * ff_note_view_set_text:
 * @self: the note
 * @text: what is to be shown
 *
 * Changes only what differs and leaves the cursor there, so that an undo is seen where it was.
 */
void
ff_note_view_set_text (FfNoteView *self, const char *text)
{
  g_return_if_fail (FF_IS_NOTE_VIEW (self));
  g_return_if_fail (text != NULL);

  g_autofree char *shown = ff_note_view_dup_text (self);
  glong n_shown, n_text, start, same_end;
  GtkTextIter from, to;

  if (g_str_equal (shown, text))
    return;
  n_shown = g_utf8_strlen (shown, -1);
  n_text = g_utf8_strlen (text, -1);
  start = count_same_start (shown, text);
  same_end = count_same_end (shown, text, MIN (n_shown, n_text) - start);

  self->refreshing = TRUE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) (n_shown - same_end));
  gtk_text_buffer_delete (self->buffer, &from, &to);
  g_autofree char *added = g_utf8_substring (text, start, n_text - same_end);
  gtk_text_buffer_insert (self->buffer, &from, added, -1);
  if (n_shown > 0)
    gtk_text_buffer_place_cursor (self->buffer, &from);
  self->refreshing = FALSE;
}

/**
 * ff_note_view_insert:
 * @self: the note
 * @text: what is written at the cursor, as if it was typed
 */
void
ff_note_view_insert (FfNoteView *self, const char *text)
{
  g_return_if_fail (FF_IS_NOTE_VIEW (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
}

/**
 * ff_note_view_set_wording:
 * @self: the note
 * @wording: (nullable): the words that get a hint, or %NULL for none
 */
void
ff_note_view_set_wording (FfNoteView *self, FfWording *wording)
{
  g_return_if_fail (FF_IS_NOTE_VIEW (self));

  ff_wording_hints_set (self->view, wording);
}

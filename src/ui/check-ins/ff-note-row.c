/* ff-note-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note of several lines under a small title; it grows with what is written.
 */

#include "ff-config.h"

#include "ff-note-row.h"
#include "ff-row-focus.h"

/* Breaking a line without spaces takes Pango a time that grows with the square of its length. */
#define LONG_INSERT 2000
#define PIECE 400

struct _FfNoteRow
{
  AdwPreferencesRow parent_instance;

  GtkTextBuffer *buffer; /* the view's */
  GtkTextTag *piece;     /* the buffer's */
  gboolean refreshing;
  gboolean is_long_insert; /* what changes just now is long */

  GtkLabel *title_label;
  GtkTextView *view;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfNoteRow, ff_note_row, ADW_TYPE_PREFERENCES_ROW)

/* Words of thousands of letters are laid out in pieces: every other one has a tag that nobody sees. */
static void
divide_long_words (FfNoteRow *self)
{
  g_autofree char *text = ff_note_row_dup_text (self);
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
on_insert_text (FfNoteRow *self, GtkTextIter *place, const char *text, int n_bytes)
{
  self->is_long_insert = n_bytes > LONG_INSERT;
}

static void
on_buffer_changed (FfNoteRow *self)
{
  if (self->is_long_insert)
    divide_long_words (self);
  self->is_long_insert = FALSE;
  if (!self->refreshing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
ff_note_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FF_NOTE_ROW (widget)->view));
}

static void
ff_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (ff_note_row_parent_class)->dispose (object);
}

static void
ff_note_row_class_init (FfNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_note_row_dispose;
  widget_class->grab_focus = ff_note_row_grab_focus;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", FF_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  widget_class->focus = ff_row_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfNoteRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, FfNoteRow, view);
}

static void
ff_note_row_init (FfNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  /* A run of text ends where the spacing changes; so little of it cannot be seen. */
  self->piece = gtk_text_buffer_create_tag (self->buffer, NULL, "letter-spacing", 1, NULL);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (on_insert_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_buffer_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_note_row_dup_text:
 * @self: the row
 *
 * Returns: (transfer full): what is written
 */
char *
ff_note_row_dup_text (FfNoteRow *self)
{
  g_return_val_if_fail (FF_IS_NOTE_ROW (self), NULL);

  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * ff_note_row_set_text:
 * @self: the row
 * @text: what is to be shown; cannot be taken back with Ctrl+Z
 */
void
ff_note_row_set_text (FfNoteRow *self, const char *text)
{
  g_return_if_fail (FF_IS_NOTE_ROW (self));
  g_return_if_fail (text != NULL);

  g_autofree char *shown = ff_note_row_dup_text (self);

  if (g_str_equal (shown, text))
    return;
  self->refreshing = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->refreshing = FALSE;
}

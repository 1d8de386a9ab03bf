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

struct _FfNoteRow
{
  AdwPreferencesRow parent_instance;

  GtkTextBuffer *buffer; /* the view's */
  gboolean refreshing;

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

static void
on_buffer_changed (FfNoteRow *self)
{
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

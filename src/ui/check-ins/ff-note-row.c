/* ff-note-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note under a small title, as a row of a list.
 */

#include "ff-config.h"

#include "ff-note-row.h"
#include "ff-note-view.h"
#include "ff-row-focus.h"

struct _FfNoteRow
{
  AdwPreferencesRow parent_instance;

  FfNoteView *view;
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfNoteRow, ff_note_row, ADW_TYPE_PREFERENCES_ROW)

static void
edited_cb (FfNoteRow *self)
{
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
  widget_class->focus = ff_row_focus;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", FF_TYPE_NOTE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_NOTE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfNoteRow, view);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
ff_note_row_init (FfNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  return ff_note_view_dup_text (self->view);
}

/**
 * ff_note_row_set_text:
 * @self: the row
 * @text: what is to be shown
 */
void
ff_note_row_set_text (FfNoteRow *self, const char *text)
{
  g_return_if_fail (FF_IS_NOTE_ROW (self));
  g_return_if_fail (text != NULL);

  ff_note_view_set_text (self->view, text);
}

/**
 * ff_note_row_set_wording:
 * @self: the row
 * @wording: (nullable): the words that get a hint, or %NULL for none
 */
void
ff_note_row_set_wording (FfNoteRow *self, FfWording *wording)
{
  g_return_if_fail (FF_IS_NOTE_ROW (self));
  ff_note_view_set_wording (self->view, wording);
}

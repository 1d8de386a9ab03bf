/* ff-handout-editor-inserting.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks that are inserted into what is being written.
 */

#include "ff-handout-editor-private.h"
#include "ff-handout-examples.h"

static char *
get_line (GtkTextBuffer *buffer, int line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  return g_strchug (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

static gboolean
is_blank (GtkTextBuffer *buffer, int line)
{
  g_autofree char *text = get_line (buffer, line);

  return *text == '\0';
}

/* The first empty line at @line or below that is in no fenced block; the number of lines where there is none. */
static int
find_room (GtkTextBuffer *buffer, int line)
{
  int n_lines = gtk_text_buffer_get_line_count (buffer);
  gboolean fenced = FALSE;

  for (int i = 0; i < n_lines; i++)
    {
      g_autofree char *text = get_line (buffer, i);

      if (g_str_has_prefix (text, "```") || g_str_has_prefix (text, "~~~"))
        fenced = !fenced;
      else if (i >= line && !fenced && *text == '\0')
        return i;
    }

  return n_lines;
}

/* What stands before the example, so that an empty line is between it and what is above; moves @iter to where all of it goes. */
static const char *
make_room (GtkTextBuffer *buffer, int line, GtkTextIter *iter)
{
  if (line < gtk_text_buffer_get_line_count (buffer))
    {
      gtk_text_buffer_get_iter_at_line (buffer, iter, line);
      return line > 0 && !is_blank (buffer, line - 1) ? "\n" : "";
    }
  gtk_text_buffer_get_end_iter (buffer, iter);

  return "\n\n";
}

void
ff_handout_editor_insert (FfHandoutEditor *self, const char *name)
{
  GtkTextIter iter, bound;
  guint start, end;
  int from;
  g_autofree char *example = ff_handout_examples_make (name, &start, &end);
  g_autofree char *text = NULL;
  const char *before;

  if (example == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  before
      = make_room (self->buffer, find_room (self->buffer, gtk_text_iter_get_line (&iter)), &iter);
  from = gtk_text_iter_get_offset (&iter) + (int) strlen (before);
  text = g_strconcat (before, example, NULL);

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_insert (self->buffer, &iter, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, from + (int) start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &bound, from + (int) end);
  gtk_text_buffer_select_range (self->buffer, &bound, &iter);
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (self->buffer), 0.1,
                                FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* ff-handout-editor-problems.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with what is being written: a list under the text, and marks in it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-editor-private.h"

#define MARK "problem"
#define LINE_KEY "line"

/* --- Marks --- */

static void
color_mark (FfHandoutEditor *self)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), MARK);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA color = { 0.88f, 0.11f, 0.14f, dark ? 0.35f : 0.13f };

  g_object_set (tag, "paragraph-background-rgba", &color, NULL);
}

void
ff_handout_editor_make_marks (FfHandoutEditor *self)
{
  gtk_text_buffer_create_tag (self->buffer, MARK, "underline", PANGO_UNDERLINE_ERROR, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (color_mark), self, G_CONNECT_SWAPPED);
  color_mark (self);
}

static void
mark_lines (FfHandoutEditor *self, GPtrArray *problems)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (self->buffer, MARK, &start, &end);
  for (guint i = 0; i < problems->len; i++)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (problems, i);

      if (problem->line == 0
          || !gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) problem->line - 1))
        continue;
      end = start;
      gtk_text_iter_forward_line (&end);
      gtk_text_buffer_apply_tag_by_name (self->buffer, MARK, &start, &end);
    }
}

/* --- The list --- */

static GtkWidget *
make_row (const FfHandoutProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = g_strdup_printf (_ ("Line %u"), problem->line);
  /* Translators: a line’s number, and a sentence that says what to mend there */
  g_autofree char *name = g_strdup_printf (_ ("Line %u: %s"), problem->line, problem->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->text);
  if (problem->line > 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  problem->line > 0 ? name : problem->text, -1);
  g_object_set_data (G_OBJECT (row), LINE_KEY, GUINT_TO_POINTER (problem->line));
  return row;
}

static gboolean
is_shown (FfHandoutEditor *self, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (problems, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->problems, (int) i);

      if (row == NULL
          || g_object_get_data (G_OBJECT (row), LINE_KEY) != GUINT_TO_POINTER (problem->line)
          || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), problem->text)
                 != 0)
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->problems, (int) problems->len) == NULL;
}

void
ff_handout_editor_show_problems (FfHandoutEditor *self)
{
  GPtrArray *problems = ff_handout_draft_get_problems (self->draft);

  mark_lines (self, problems);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.next-problem", problems->len > 0);
  /* Rows that stay keep the focus. */
  if (is_shown (self, problems))
    return;
  gtk_list_box_remove_all (self->problems);
  for (guint i = 0; i < problems->len; i++)
    gtk_list_box_append (self->problems, make_row (g_ptr_array_index (problems, i)));
  gtk_widget_set_visible (self->problems_scroller, problems->len > 0);
}

/* --- Going there --- */

void
ff_handout_editor_go_to_line (FfHandoutEditor *self, guint line)
{
  GtkTextIter iter;

  if (line > 0)
    {
      gtk_text_buffer_get_iter_at_line (self->buffer, &iter, (int) line - 1);
      gtk_text_buffer_place_cursor (self->buffer, &iter);
      gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (self->buffer), 0.1,
                                    FALSE, 0, 0);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

void
ff_handout_editor_problem_activated (FfHandoutEditor *self, GtkListBoxRow *row)
{
  ff_handout_editor_go_to_line (self,
                                GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), LINE_KEY)));
}

/* The first one below the cursor, else the first of all. */
void
ff_handout_editor_go_to_next_problem (FfHandoutEditor *self)
{
  GPtrArray *problems = ff_handout_draft_get_problems (self->draft);
  GtkTextIter cursor;
  guint line;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  line = (guint) gtk_text_iter_get_line (&cursor) + 1;
  for (guint i = 0; i < problems->len; i++)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (problems, i);

      if (problem->line > line)
        {
          ff_handout_editor_go_to_line (self, problem->line);
          return;
        }
    }
  if (problems->len > 0)
    ff_handout_editor_go_to_line (self,
                                  ((FfHandoutProblem *) g_ptr_array_index (problems, 0))->line);
}

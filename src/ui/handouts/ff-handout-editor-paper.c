/* ff-handout-editor-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being written as it will be on paper, laid out in a thread.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-editor-private.h"
#include "ff-handout-sheet.h"
#include "ff-paper-choices.h"
#include "ff-thread.h"

typedef struct
{
  FfHandout *handout;
  FfPaperStyle style;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_object_unref (layout->handout);
  g_free (layout);
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Layout *layout = data;

  g_task_return_pointer (task, ff_handout_sheet_new (layout->handout, &layout->style, NULL),
                         g_object_unref);
}

/* The last one that could be shown stays, grey, with the reason over it. */
static void
show_stale (FfHandoutEditor *self, const char *reason)
{
  gtk_widget_set_visible (GTK_WIDGET (self->stale_label), reason != NULL);
  gtk_label_set_text (self->stale_label, reason != NULL ? reason : "");
  if (reason != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->sheet_view), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sheet_view), "stale");
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfHandoutEditor) self = user_data;
  g_autoptr (FfSheet) sheet = g_task_propagate_pointer (G_TASK (result), NULL);

  self->laying_out = FALSE;
  /* Closed in the meantime. */
  if (self->sheet_view == NULL)
    return;
  if (!self->outdated)
    ff_sheet_view_set_sheet (self->sheet_view, sheet);
  else
    ff_handout_editor_lay_out (self);
}

static void
start (FfHandoutEditor *self, FfHandout *handout)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_laid_out, g_object_ref (self));
  Layout *layout = g_new0 (Layout, 1);
  GSettings *settings = ff_context_get_settings (self->context);

  layout->handout = g_object_ref (handout);
  layout->style.size = ff_paper_choices_get_size (settings);
  layout->style.with_example = ff_handout_get_example (handout) != NULL;
  g_task_set_source_tag (task, ff_handout_editor_lay_out);
  g_task_set_task_data (task, layout, layout_free);
  self->laying_out = TRUE;
  self->outdated = FALSE;
  ff_thread_run (task, lay_out_in_thread);
}

void
ff_handout_editor_lay_out (FfHandoutEditor *self)
{
  FfHandout *handout = ff_handout_draft_get_handout (self->draft);
  GPtrArray *problems = ff_handout_draft_get_problems (self->draft);

  if (handout == NULL || ff_handout_get_blocks (handout)->len == 0)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (problems, 0);

      show_stale (self, problem->text);
      return;
    }
  show_stale (self, NULL);
  if (self->laying_out)
    self->outdated = TRUE;
  else
    start (self, handout);
}

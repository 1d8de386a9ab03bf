/* ff-filled-handout.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout with what was written on it, on its way to paper.
 */

#include "ff-config.h"

#include "ff-filled-handout.h"

#include "ff-handout-sheet.h"
#include "ff-pdf.h"
#include "ff-thread.h"

/* Never changed, so that the thread that writes the PDF may read it. */
struct _FfFilledHandout
{
  GObject parent_instance;

  FfHandout *handout;
  FfAnswers *answers;
  FfPaperStyle style;
};

enum
{
  SIGNAL_WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfFilledHandout, ff_filled_handout, G_TYPE_OBJECT)

static void
ff_filled_handout_finalize (GObject *object)
{
  FfFilledHandout *self = FF_FILLED_HANDOUT (object);

  g_clear_object (&self->handout);
  g_clear_object (&self->answers);
  g_clear_pointer (&self->style.help_lines, g_ptr_array_unref);
  g_free ((char *) self->style.group_name);

  G_OBJECT_CLASS (ff_filled_handout_parent_class)->finalize (object);
}

static void
ff_filled_handout_class_init (FfFilledHandoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_filled_handout_finalize;

  signals[SIGNAL_WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ff_filled_handout_init (FfFilledHandout *self)
{
}

/**
 * ff_filled_handout_new:
 * @handout: which one
 * @answers: what is written on it; nobody changes them any more
 * @style: on which paper, and how
 *
 * Returns: (transfer full): the handout, filled in
 */
FfFilledHandout *
ff_filled_handout_new (FfHandout *handout, FfAnswers *answers, const FfPaperStyle *style)
{
  FfFilledHandout *self;

  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);
  g_return_val_if_fail (FF_IS_ANSWERS (answers), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_object_new (FF_TYPE_FILLED_HANDOUT, NULL);
  self->handout = g_object_ref (handout);
  self->answers = g_object_ref (answers);
  self->style = *style;
  self->style.group_name = g_strdup (style->group_name);
  if (style->help_lines != NULL)
    g_ptr_array_ref (style->help_lines);
  return self;
}

/**
 * ff_filled_handout_get_answers:
 * @self: the handout, filled in
 *
 * Returns: (transfer none): what is written on it
 */
FfAnswers *
ff_filled_handout_get_answers (FfFilledHandout *self)
{
  g_return_val_if_fail (FF_IS_FILLED_HANDOUT (self), NULL);

  return self->answers;
}

/**
 * ff_filled_handout_make_sheet:
 * @self: the handout, filled in
 *
 * Returns: (transfer full): the same on pages, for the thread that asks for it
 */
FfSheet *
ff_filled_handout_make_sheet (FfFilledHandout *self)
{
  g_return_val_if_fail (FF_IS_FILLED_HANDOUT (self), NULL);

  return ff_handout_sheet_new (self->handout, &self->style, self->answers);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfSheet *sheet = ff_filled_handout_make_sheet (source);
  GError *error = NULL;

  g_ptr_array_add (sheets, sheet);
  if (ff_pdf_write (sheets, 1, ff_sheet_get_title (sheet), path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_filled_handout_write_async:
 * @self: the handout, filled in
 * @path: of the PDF, which appears whole or not at all
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Writes it as PDF, in a thread.
 */
void
ff_filled_handout_write_async (gpointer self,
                               const char *path,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FF_IS_FILLED_HANDOUT (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_filled_handout_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  ff_thread_run (task, write_in_thread);
}

/**
 * ff_filled_handout_write_finish:
 * @self: the handout, filled in
 * @result: what the callback was given
 * @error: where to say why the file could not be written
 *
 * Returns: whether the file is there
 */
gboolean
ff_filled_handout_write_finish (gpointer self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, g_task_get_task_data (G_TASK (result)));
  return TRUE;
}

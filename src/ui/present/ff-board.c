/* ff-board.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a meeting writes on a handout together, with a way back; it is kept nowhere else.
 */

#include "ff-config.h"

#include "ff-board.h"

#define MOST_STEPS 500 /* back; older ones are forgotten */

/* Answers that were, or are, shown are never changed: a step back is to show earlier ones again. */
struct _FfBoard
{
  GObject parent_instance;

  FfAnswers *answers;
  FfAnswers *kept;    /* (nullable): those that were saved last */
  GPtrArray *earlier; /* (element-type FfAnswers): the latest one last */
  GPtrArray *later;   /* (element-type FfAnswers): the next one last */
  char *typed;        /* (nullable): the key of what is being typed */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfBoard, ff_board, G_TYPE_OBJECT)

static void
show_answers (FfBoard *self, FfAnswers *answers)
{
  g_set_object (&self->answers, answers);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, self->typed != NULL);
}

static void
take_step (FfBoard *self)
{
  if (self->earlier->len == MOST_STEPS)
    g_ptr_array_remove_index (self->earlier, 0);
  g_ptr_array_add (self->earlier, g_object_ref (self->answers));
  g_ptr_array_set_size (self->later, 0);
}

static void
set (FfBoard *self, const char *key, const char *text)
{
  g_autoptr (FfAnswers) answers = ff_answers_copy (self->answers);

  ff_answers_set (answers, key, text);
  show_answers (self, answers);
}

static gboolean
is_there (FfBoard *self, const char *key, const char *text)
{
  const char *now = ff_answers_get (self->answers, key);

  return g_strcmp0 (now != NULL ? now : "", text != NULL ? text : "") == 0;
}

static void
ff_board_finalize (GObject *object)
{
  FfBoard *self = FF_BOARD (object);

  g_clear_object (&self->answers);
  g_clear_object (&self->kept);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->later, g_ptr_array_unref);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (ff_board_parent_class)->finalize (object);
}

static void
ff_board_class_init (FfBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_board_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
ff_board_init (FfBoard *self)
{
  self->answers = ff_answers_new ();
  self->earlier = g_ptr_array_new_with_free_func (g_object_unref);
  self->later = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ff_board_new:
 *
 * Returns: (transfer full): nothing written yet
 */
FfBoard *
ff_board_new (void)
{
  return g_object_new (FF_TYPE_BOARD, NULL);
}

/**
 * ff_board_get_answers:
 * @self: what is written
 *
 * Returns: (transfer none): the same as answers, which do not change: the next change puts others in their place
 */
FfAnswers *
ff_board_get_answers (FfBoard *self)
{
  g_return_val_if_fail (FF_IS_BOARD (self), NULL);

  return self->answers;
}

/**
 * ff_board_type:
 * @self: what is written
 * @key: where
 * @text: all that stands there now
 *
 * What is typed in one place is taken back together, up to the next [method@Board.pause].
 */
void
ff_board_type (FfBoard *self, const char *key, const char *text)
{
  g_return_if_fail (FF_IS_BOARD (self));
  g_return_if_fail (key != NULL);

  if (is_there (self, key, text))
    return;
  if (g_strcmp0 (self->typed, key) != 0)
    take_step (self);
  g_set_str (&self->typed, key);
  set (self, key, text);
}

/**
 * ff_board_mark:
 * @self: what is written
 * @key: where
 * @text: (nullable): the mark; %NULL takes it away
 */
void
ff_board_mark (FfBoard *self, const char *key, const char *text)
{
  g_return_if_fail (FF_IS_BOARD (self));
  g_return_if_fail (key != NULL);

  if (is_there (self, key, text))
    return;
  ff_board_pause (self);
  take_step (self);
  set (self, key, text);
}

/**
 * ff_board_pause:
 * @self: what is written
 *
 * What is typed from now on is a step of its own.
 */
void
ff_board_pause (FfBoard *self)
{
  g_return_if_fail (FF_IS_BOARD (self));

  g_clear_pointer (&self->typed, g_free);
}

/**
 * ff_board_clear:
 * @self: what is written
 *
 * Takes everything away, which can be undone.
 */
void
ff_board_clear (FfBoard *self)
{
  g_autoptr (FfAnswers) nothing = NULL;

  g_return_if_fail (FF_IS_BOARD (self));

  if (ff_answers_is_empty (self->answers))
    return;
  nothing = ff_answers_new ();
  ff_board_pause (self);
  take_step (self);
  show_answers (self, nothing);
}

/**
 * ff_board_can_undo:
 * @self: what is written
 *
 * Returns: whether there is a step to take back
 */
gboolean
ff_board_can_undo (FfBoard *self)
{
  g_return_val_if_fail (FF_IS_BOARD (self), FALSE);

  return self->earlier->len > 0;
}

/**
 * ff_board_can_redo:
 * @self: what is written
 *
 * Returns: whether there is a step that was taken back
 */
gboolean
ff_board_can_redo (FfBoard *self)
{
  g_return_val_if_fail (FF_IS_BOARD (self), FALSE);

  return self->later->len > 0;
}

static void
move (FfBoard *self, GPtrArray *from, GPtrArray *to)
{
  g_autoptr (FfAnswers) answers = NULL;

  if (from->len == 0)
    return;
  ff_board_pause (self);
  g_ptr_array_add (to, g_object_ref (self->answers));
  answers = g_ptr_array_steal_index (from, from->len - 1);
  show_answers (self, answers);
}

/**
 * ff_board_undo:
 * @self: what is written
 *
 * Takes the last step back; does nothing where there is none.
 */
void
ff_board_undo (FfBoard *self)
{
  g_return_if_fail (FF_IS_BOARD (self));

  move (self, self->earlier, self->later);
}

/**
 * ff_board_redo:
 * @self: what is written
 *
 * Takes the step again that was taken back last; does nothing where there is none.
 */
void
ff_board_redo (FfBoard *self)
{
  g_return_if_fail (FF_IS_BOARD (self));

  move (self, self->later, self->earlier);
}

/**
 * ff_board_is_kept:
 * @self: what is written
 *
 * Returns: whether nothing would be lost: it was saved as it stands, or there is nothing
 */
gboolean
ff_board_is_kept (FfBoard *self)
{
  g_return_val_if_fail (FF_IS_BOARD (self), TRUE);

  return ff_answers_is_empty (self->answers) || self->answers == self->kept;
}

/**
 * ff_board_set_kept:
 * @self: what is written
 * @answers: those that are on paper or in a file by now
 */
void
ff_board_set_kept (FfBoard *self, FfAnswers *answers)
{
  g_return_if_fail (FF_IS_BOARD (self));

  g_set_object (&self->kept, answers);
}

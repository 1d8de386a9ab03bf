/* ff-answers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what is written on a handout, by where it stands.
 */

#include "ff-answers.h"

#include <stdio.h>

struct _FfAnswers
{
  GObject parent_instance;

  GHashTable *texts; /* (element-type utf8 utf8): key → text, never empty */
};

G_DEFINE_FINAL_TYPE (FfAnswers, ff_answers, G_TYPE_OBJECT)

static void
ff_answers_finalize (GObject *object)
{
  FfAnswers *self = FF_ANSWERS (object);

  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (ff_answers_parent_class)->finalize (object);
}

static void
ff_answers_class_init (FfAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_answers_finalize;
}

static void
ff_answers_init (FfAnswers *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * ff_answers_make_key:
 * @block: which of the handout’s blocks, from 0
 * @part: which part of it, from 0
 * @row: which row or line of that part, from 0
 *
 * Returns: (transfer full): the key of what is written there
 */
char *
ff_answers_make_key (guint block, guint part, guint row)
{
  return g_strdup_printf ("%u/%u/%u", block, part, row);
}

/**
 * ff_answers_new:
 *
 * Returns: (transfer full): nothing written yet
 */
FfAnswers *
ff_answers_new (void)
{
  return g_object_new (FF_TYPE_ANSWERS, NULL);
}

/**
 * ff_answers_copy:
 * @self: what is written
 *
 * Returns: (transfer full): the same, to be changed on its own
 */
FfAnswers *
ff_answers_copy (FfAnswers *self)
{
  FfAnswers *copy;
  GHashTableIter iter;
  gpointer key, text;

  g_return_val_if_fail (FF_IS_ANSWERS (self), NULL);

  copy = ff_answers_new ();
  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, &text))
    g_hash_table_insert (copy->texts, g_strdup (key), g_strdup (text));

  return copy;
}

/**
 * ff_answers_is_empty:
 * @self: what is written
 *
 * Returns: whether it is nothing
 */
gboolean
ff_answers_is_empty (FfAnswers *self)
{
  g_return_val_if_fail (FF_IS_ANSWERS (self), TRUE);

  return g_hash_table_size (self->texts) == 0;
}

/**
 * ff_answers_count_rows:
 * @self: what is written
 * @block: which of the handout’s blocks, from 0
 *
 * Returns: how many rows that block needs for what is written in it: one more than the last with an answer
 */
guint
ff_answers_count_rows (FfAnswers *self, guint block)
{
  GHashTableIter iter;
  gpointer key;
  guint rows = 0;

  g_return_val_if_fail (FF_IS_ANSWERS (self), 0);

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint of, row;

      if (sscanf (key, "%u/%*u/%u", &of, &row) == 2 && of == block && row < G_MAXUINT)
        rows = MAX (rows, row + 1);
    }

  return rows;
}

/**
 * ff_answers_get:
 * @self: what is written
 * @key: where, see ff_answers_make_key()
 *
 * Returns: (nullable): what stands there
 */
const char *
ff_answers_get (FfAnswers *self, const char *key)
{
  g_return_val_if_fail (FF_IS_ANSWERS (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->texts, key);
}

/**
 * ff_answers_set:
 * @self: what is written
 * @key: where, see ff_answers_make_key()
 * @text: (nullable): what stands there from now on; %NULL or empty for nothing
 */
void
ff_answers_set (FfAnswers *self, const char *key, const char *text)
{
  g_return_if_fail (FF_IS_ANSWERS (self));
  g_return_if_fail (key != NULL);

  if (text == NULL || *text == '\0')
    g_hash_table_remove (self->texts, key);
  else
    g_hash_table_insert (self->texts, g_strdup (key), g_strdup (text));
}

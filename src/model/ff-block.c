/* ff-block.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of block, and how each is written down.
 */

#include "ff-block.h"

static const FfBlockForm forms[] = {
  { FF_BLOCK_HEADING, "heading", .has_text = TRUE },
  { FF_BLOCK_PARAGRAPH, "paragraph", .has_text = TRUE },
  { FF_BLOCK_STEPS, "steps", .part = "step", .min_parts = 1, .max_parts = 9 },
  { FF_BLOCK_CHECKLIST, "checklist", .has_label = TRUE, .part = "item", .min_parts = 1,
    .max_parts = 30, .part_answers = { "ticked" } },
  { FF_BLOCK_FIELDS, "fields", .part = "field", .min_parts = 1, .max_parts = 4, .mixed_parts = TRUE,
    .weighted_parts = TRUE, .max_answers = 1 },
  { FF_BLOCK_LINES, "lines", .has_label = TRUE, .count = "count", .min_count = 1, .max_count = 30,
    .max_answers = 1 },
  { FF_BLOCK_TABLE, "table", .part = "column", .min_parts = 1, .max_parts = 8, .titled_parts = TRUE,
    .weighted_parts = TRUE, .row = "row", .max_rows = 12, .titled_rows = TRUE, .count = "rows",
    .max_count = 40, .max_answers = 52 },
  { FF_BLOCK_GRID, "grid", .part = "box", .min_parts = 4, .max_parts = 4, .titled_parts = TRUE,
    .row = "mark", .max_rows = 3, .count = "lines", .min_count = 1, .max_count = 12,
    .max_answers = 12 },
  { FF_BLOCK_SCALE, "scale", .has_label = TRUE, .part = "end", .min_parts = 2, .max_parts = 2,
    .count = "highest", .min_count = 2, .max_count = 10, .answer = "answer" },
  { FF_BLOCK_WEEK, "week", .part = "column", .min_parts = 1, .max_parts = 6, .titled_parts = TRUE,
    .weighted_parts = TRUE, .row = "day", .min_rows = 7, .max_rows = 7, .count = "lines",
    .min_count = 1, .max_count = 4, .max_answers = 7 },
  { FF_BLOCK_LIST, "list", .part = "item", .min_parts = 1, .max_parts = 12 },
  { FF_BLOCK_WHEEL, "wheel", .has_label = TRUE, .part = "area", .min_parts = 3, .max_parts = 12,
    .count = "highest", .min_count = 2, .max_count = 10, .part_answers = { "now", "wanted" } },
  { FF_BLOCK_WAVE, "wave", .has_label = TRUE, .part = "axis", .min_parts = 2, .max_parts = 2,
    .count = "minutes", .min_count = 5, .max_count = 240 },
  { FF_BLOCK_CYCLE, "cycle", .has_label = TRUE, .part = "stage", .min_parts = 3, .max_parts = 8,
    .titled_parts = TRUE, .answer = "answer" },
  { FF_BLOCK_HELP_LINES, "help-lines", .has_label = TRUE, .count = "lines", .min_count = 1,
    .max_count = 12 },
  { FF_BLOCK_BREAK, "break" },
};

/**
 * ff_block_form_find:
 * @element: an element's name
 *
 * Returns: (nullable): how the kind of block with that element is written
 */
const FfBlockForm *
ff_block_form_find (const char *element)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].element, element))
      return &forms[i];

  return NULL;
}

/**
 * ff_block_form_get:
 * @kind: a kind of block
 *
 * Returns: (nullable): how it is written
 */
const FfBlockForm *
ff_block_form_get (FfBlockKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].kind == kind)
      return &forms[i];

  return NULL;
}

/**
 * ff_block_new:
 * @kind: what it is to be
 *
 * Returns: (transfer full): an empty block
 */
FfBlock *
ff_block_new (FfBlockKind kind)
{
  FfBlock *block = g_new0 (FfBlock, 1);

  block->kind = kind;
  block->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_block_part_free);
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_block_part_free);

  return block;
}

/**
 * ff_block_free:
 * @block: (transfer full): a block
 *
 * Frees it and everything in it.
 */
void
ff_block_free (FfBlock *block)
{
  g_return_if_fail (block != NULL);

  g_clear_pointer (&block->parts, g_ptr_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->text, g_free);
  g_free (block);
}

/**
 * ff_block_get_part:
 * @block: a block
 * @i: which, from 0
 *
 * Returns: (transfer none): the part
 */
const FfBlockPart *
ff_block_get_part (const FfBlock *block, guint i)
{
  g_return_val_if_fail (i < block->parts->len, NULL);

  return g_ptr_array_index (block->parts, i);
}

/**
 * ff_block_get_row:
 * @block: a block
 * @i: which, from 0
 *
 * Returns: (transfer none): the row: a day of a week, a mark of a grid
 */
const FfBlockPart *
ff_block_get_row (const FfBlock *block, guint i)
{
  g_return_val_if_fail (i < block->rows->len, NULL);

  return g_ptr_array_index (block->rows, i);
}

/**
 * ff_block_part_new:
 *
 * Returns: (transfer full): an empty part of weight 1
 */
FfBlockPart *
ff_block_part_new (void)
{
  FfBlockPart *part = g_new0 (FfBlockPart, 1);

  part->weight = 1;

  return part;
}

/**
 * ff_block_part_free:
 * @part: (transfer full): a part
 *
 * Frees it and its texts.
 */
void
ff_block_part_free (FfBlockPart *part)
{
  g_return_if_fail (part != NULL);

  g_clear_pointer (&part->title, g_free);
  g_clear_pointer (&part->hint, g_free);
  g_free (part);
}

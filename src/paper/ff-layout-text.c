/* ff-layout-text.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks to read: headings, paragraphs, steps, checklists.
 */

#include "ff-writing.h"

/* Steps stand side by side where each gets a line of at least this many ems. */
#define STEP_COLUMN_EMS 20

/* A checklist's label stands before its items where it leaves them most of the width. */
#define LABEL_SHARE 0.3

/**
 * ff_layout_heading:
 * @typesetter: where its fragment goes
 * @block: a heading; it stays with what follows
 */
void
ff_layout_heading (FfTypesetter *typesetter, const FfBlock *block)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

  fragment->keep_with_next = TRUE;
  fragment->height = ff_fragment_add_text (
      fragment, ff_typesetter_text (typesetter, FF_STYLE_HEADING, block->text, typesetter->width),
      FF_INK_BLACK, "H2", typesetter->margin, 0);
}

/**
 * ff_layout_paragraph:
 * @typesetter: where its fragment goes
 * @block: a paragraph
 */
void
ff_layout_paragraph (FfTypesetter *typesetter, const FfBlock *block)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

  fragment->height = ff_fragment_add_text (
      fragment, ff_typesetter_text (typesetter, FF_STYLE_BODY, block->text, typesetter->width),
      FF_INK_BLACK, "P", typesetter->margin, 0);
}

static void
add_step (FfTypesetter *typesetter,
          FfFragment *fragment,
          const FfBlock *block,
          guint i,
          double x,
          double width)
{
  g_autofree char *digits = g_strdup_printf ("%u", i + 1);
  double indent = typesetter->measures.em * 1.6;
  PangoLayout *number = ff_typesetter_text (typesetter, FF_STYLE_STRONG, digits, -1);
  PangoLayout *text = ff_typesetter_text (typesetter, FF_STYLE_BODY,
                                          ff_block_get_part (block, i)->title, width - indent);
  double drop = ff_text_baseline (text) - ff_text_baseline (number);
  double height;

  ff_fragment_add_text (fragment, number, FF_INK_BLACK, "LI", x, MAX (0, drop));
  height = ff_fragment_add_text (fragment, text, FF_INK_BLACK, NULL, x + indent, MAX (0, -drop));
  fragment->height = MAX (fragment->height, height + MAX (0, -drop));
}

/**
 * ff_layout_steps:
 * @typesetter: where its fragments go
 * @block: steps, one below the other; on a wide page side by side
 */
void
ff_layout_steps (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  double gutter = measures->gap * 1.5;
  double column = (typesetter->width + gutter) / block->parts->len - gutter;
  gboolean side_by_side = column >= STEP_COLUMN_EMS * measures->em;
  FfFragment *fragment = NULL;

  for (guint i = 0; i < block->parts->len; i++)
    {
      if (side_by_side && fragment != NULL)
        {
          add_step (typesetter, fragment, block, i, typesetter->margin + i * (column + gutter),
                    column);
          continue;
        }

      fragment = ff_typesetter_add (typesetter, block->kind, block);
      fragment->container = "L";
      fragment->keep_with_next = i + 1 < block->parts->len;
      if (i > 0)
        fragment->space_before = measures->leading;
      add_step (typesetter, fragment, block, i, typesetter->margin,
                side_by_side ? column : typesetter->width);
    }
}

static void
place_checklist (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  double tick = fragment->measures->tick;
  FfWriting writing = FF_WRITING (FF_AREA_CHECK, 0, 0, NULL);

  writing.width = writing.height = tick;
  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);
      const FfFragmentText *text = &g_array_index (fragment->texts, FfFragmentText,
                                                   fragment->texts->len - fragment->spans->len + i);
      double top = y + text->y + ff_text_baseline (text->layout) - tick * 0.9;

      ff_page_add_frame (page, tick / 5, span->x, top, tick, tick);
      writing.label = ff_block_get_part (fragment->block, row + i)->title;
      writing.part = row + i;
      writing.x = span->x;
      writing.y = top;
      ff_writing_add_mark (fragment, page, &writing);
    }
}

/**
 * ff_layout_checklist:
 * @typesetter: where its fragment goes
 * @block: things to tick, flowing like words of a text
 */
void
ff_layout_checklist (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  PangoLayout *label = ff_typesetter_text (typesetter, FF_STYLE_STRONG, block->text, -1);
  double label_width = ff_text_width (label) + measures->gap;
  gboolean beside = label_width <= typesetter->width * LABEL_SHARE;
  double start = typesetter->margin + (beside ? label_width : 0);
  double end = typesetter->margin + typesetter->width;
  double indent = measures->tick * 1.5;
  double x = start, y = 0, bottom;

  pango_layout_set_width (label, (int) (typesetter->width * PANGO_SCALE));
  if (beside)
    pango_layout_set_width (label, -1);
  bottom = ff_fragment_add_text (fragment, label, FF_INK_BLACK, "P", typesetter->margin, 0);
  if (!beside)
    y = bottom + measures->leading;

  for (guint i = 0; i < block->parts->len; i++)
    {
      PangoLayout *text
          = ff_typesetter_text (typesetter, FF_STYLE_BODY, ff_block_get_part (block, i)->title, -1);
      double width = ff_text_width (text);
      double height;

      if (x > start && x + indent + width > end)
        {
          x = start;
          y = bottom + measures->leading * 1.5;
        }
      if (width > end - x - indent)
        pango_layout_set_width (text, (int) ((end - x - indent) * PANGO_SCALE));
      height = ff_fragment_add_text (fragment, text, FF_INK_BLACK, "P", x + indent, y);
      bottom = MAX (bottom, y + height);
      ff_fragment_add_span (fragment, x, measures->tick);
      x += indent + width + measures->gap * 1.4;
    }

  fragment->height = bottom;
  fragment->place = place_checklist;
}

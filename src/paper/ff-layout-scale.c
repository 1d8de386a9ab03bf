/* ff-layout-scale.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scale of numbers in circles, to mark one of them.
 */

#include "ff-writing.h"

/* Texts take no more of a page than this each. */
#define TEXT_SHARE 0.3

static void
place_scale (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  double diameter = fragment->measures->number;
  double top = y + fragment->head;
  FfWriting writing = FF_WRITING (FF_AREA_CHOICE, 0, 0, ((const FfBlock *) fragment->block)->text);

  writing.width = writing.height = diameter;

  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);
      PangoLayout *number = g_ptr_array_index (fragment->marks, i);

      ff_page_add_circle (page, span->x, top, diameter);
      ff_page_add_box (page, FF_SHEET_BOX_CELL, span->x, top, diameter, diameter);
      ff_page_begin (page, "Span");
      ff_page_add_text (page, number, FF_INK_BLACK,
                        span->x + (diameter - ff_text_width (number)) / 2,
                        top + (diameter - ff_text_height (number)) / 2);
      ff_page_end (page, "Span");
      writing.option = i;
      writing.choice = pango_layout_get_text (number);
      writing.x = span->x;
      writing.y = top;
      ff_writing_add_mark (fragment, page, &writing);
    }
}

static void
add_numbers (FfTypesetter *typesetter, FfFragment *fragment, guint highest, double x, double step)
{
  for (guint i = 0; i <= highest; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_ptr_array_add (fragment->marks, ff_typesetter_text (typesetter, FF_STYLE_HINT, number, -1));
      ff_fragment_add_span (fragment, x + i * step, typesetter->measures.number);
    }
  fragment->place = place_scale;
}

/* What the two ends mean, under the first and the last circle. */
static double
add_ends (FfTypesetter *typesetter, FfFragment *fragment, const FfBlock *block, double x, double y)
{
  double gap = typesetter->measures.gap;
  double right = typesetter->margin + typesetter->width;
  double half = (right - x - gap) / 2;
  PangoLayout *low
      = ff_typesetter_fit (typesetter, FF_STYLE_HINT, ff_block_get_part (block, 0)->title, half,
                           typesetter->height * TEXT_SHARE);
  PangoLayout *high
      = ff_typesetter_fit (typesetter, FF_STYLE_HINT, ff_block_get_part (block, 1)->title, half,
                           typesetter->height * TEXT_SHARE);
  double low_height, high_height;

  pango_layout_set_alignment (high,
                              typesetter->right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  low_height = ff_fragment_add_text (fragment, low, FF_INK_BLACK, "P", x, y);
  high_height = ff_fragment_add_text (fragment, high, FF_INK_BLACK, "P", right - half, y);

  return MAX (low_height, high_height);
}

/**
 * ff_layout_scale:
 * @typesetter: where its fragment goes
 * @block: a scale from 0 to its count; its label stands before the numbers where there is room, else above
 */
void
ff_layout_scale (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  PangoLayout *label = ff_typesetter_text (typesetter, FF_STYLE_STRONG, block->text, -1);
  double right = typesetter->margin + typesetter->width;
  double circles = block->count * (measures->number + measures->leading) + measures->number;
  double x = typesetter->margin + ff_text_width (label) + measures->gap;
  double y;

  if (x + circles <= right)
    {
      y = (measures->number - ff_text_height (label)) / 2;
      ff_fragment_add_text (fragment, label, FF_INK_BLACK, "P", typesetter->margin, y);
    }
  else
    {
      x = typesetter->margin;
      g_object_unref (label);
      label = ff_typesetter_fit (typesetter, FF_STYLE_STRONG, block->text, typesetter->width,
                                 typesetter->height * TEXT_SHARE);
      fragment->head = ff_fragment_add_text (fragment, label, FF_INK_BLACK, "P", x, 0);
      fragment->head += measures->padding;
    }
  add_numbers (typesetter, fragment, block->count, x,
               (right - x - measures->number) / block->count);
  y = fragment->head + measures->number + measures->leading;
  fragment->height = y + add_ends (typesetter, fragment, block, x, y);
}

/* ff-layout-table.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of rows and columns: tables and weeks.
 */

#include "ff-typesetter.h"

#define HEAVY_RULE 1.25
#define LIGHT_RULE 0.6

/* Height of a table's row in lines: two, and some air. */
#define TABLE_LINES 2.5

static void
place_header (const FfFragment *fragment, FfPage *page, double y, double height)
{
  const FfSpan *first = ff_fragment_get_span (fragment, 0);
  const FfSpan *last = ff_fragment_get_span (fragment, fragment->spans->len - 1);

  ff_page_add_rule (page, FF_INK_BLACK, HEAVY_RULE, first->x, y + height,
                    last->x + last->width - first->x, 0);
  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);

      ff_page_add_box (page, FF_SHEET_BOX_CELL, span->x, y, span->width, height);
    }
}

/* Rules below and between; a row's texts are already there. */
static void
place_row (const FfFragment *fragment, FfPage *page, double y, double height)
{
  guint n = fragment->spans->len;
  const FfSpan *first = ff_fragment_get_span (fragment, 0);
  const FfSpan *last = ff_fragment_get_span (fragment, n - 1);

  ff_page_add_rule (page, FF_INK_FRAME, LIGHT_RULE, first->x, y + height,
                    last->x + last->width - first->x, 0);
  for (guint i = 0; i < n; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);

      ff_page_add_box (page, FF_SHEET_BOX_CELL, span->x, y, span->width, height);
      if (i >= fragment->texts->len)
        {
          ff_page_begin (page, "TD");
          ff_page_end (page, "TD");
          ff_page_add_box (page, FF_SHEET_BOX_AREA, span->x, y, span->width, height);
        }
      if (i > 0)
        ff_page_add_rule (page, FF_INK_FRAME, LIGHT_RULE, span->x, y, 0, height);
    }
}

static double
min_width_of_part (FfTypesetter *typesetter, const FfBlockPart *part)
{
  double width = ff_typesetter_min_width (typesetter, FF_STYLE_STRONG, part->title);

  if (part->hint != NULL)
    width = MAX (width, ff_typesetter_min_width (typesetter, FF_STYLE_HINT, part->hint));

  return width;
}

/* The columns' titles with their hints; @first is the width of a column before them, 0 for none. */
static FfFragment *
add_header (FfTypesetter *typesetter, const FfBlock *block, double first)
{
  const FfMeasures *measures = &typesetter->measures;
  gsize n = block->parts->len;
  g_autofree double *weights = g_new (double, n);
  g_autofree double *min_widths = g_new (double, n);
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  guint offset = first > 0 ? 1 : 0;

  if (first > 0)
    ff_fragment_add_span (fragment, typesetter->margin, first);
  for (guint i = 0; i < n; i++)
    {
      const FfBlockPart *part = ff_block_get_part (block, i);

      weights[i] = part->weight;
      min_widths[i] = min_width_of_part (typesetter, part) + 2 * measures->padding;
    }
  ff_typesetter_divide (typesetter, n, weights, min_widths, typesetter->margin + first,
                        typesetter->width - first, fragment->spans);

  for (guint i = 0; i < n; i++)
    {
      const FfBlockPart *part = ff_block_get_part (block, i);
      const FfSpan *span = ff_fragment_get_span (fragment, i + offset);
      double indent = i == 0 && first <= 0 ? 0 : measures->padding;
      double x = span->x + indent, width = span->width - indent - measures->padding;
      double y = ff_fragment_add_text (
          fragment, ff_typesetter_text (typesetter, FF_STYLE_STRONG, part->title, width),
          FF_INK_BLACK, "TH", x, 0);

      if (part->hint != NULL)
        y += ff_fragment_add_text (
            fragment, ff_typesetter_text (typesetter, FF_STYLE_HINT, part->hint, width),
            FF_INK_BLACK, NULL, x, y);
      fragment->height = MAX (fragment->height, y + measures->padding);
    }

  fragment->container = "Table";
  fragment->group = "TR";
  fragment->keep_with_next = TRUE;
  fragment->place = place_header;

  return fragment;
}

static FfFragment *
add_row (FfTypesetter *typesetter, const FfBlock *block, FfFragment *header, double lines)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

  g_array_append_vals (fragment->spans, header->spans->data, header->spans->len);
  fragment->height = lines * typesetter->measures.line;
  fragment->grows = TRUE;
  fragment->header = header;
  fragment->container = "Table";
  fragment->group = "TR";
  fragment->place = place_row;

  return fragment;
}

/**
 * ff_layout_table:
 * @typesetter: where its fragments go
 * @block: columns with titles over empty rows; more rows come where there is room
 */
void
ff_layout_table (FfTypesetter *typesetter, const FfBlock *block)
{
  FfFragment *header = add_header (typesetter, block, 0);

  for (guint i = 0; i < block->count; i++)
    add_row (typesetter, block, header, TABLE_LINES)->repeat = FF_AGAIN_ROW;
}

/**
 * ff_layout_week:
 * @typesetter: where its fragments go
 * @block: a row for each day, with its name first; a week stays on one page
 */
void
ff_layout_week (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  FfFragment *header;
  double widest = 0;

  for (guint i = 0; i < block->rows->len; i++)
    widest = MAX (widest, ff_typesetter_min_width (typesetter, FF_STYLE_STRONG,
                                                   ff_block_get_row (block, i)->title));
  widest = MIN (widest + measures->padding, typesetter->width / 4);
  header = add_header (typesetter, block, widest);

  for (guint i = 0; i < block->rows->len; i++)
    {
      FfFragment *row = add_row (typesetter, block, header, block->count);
      double height
          = ff_fragment_add_text (row,
                                  ff_typesetter_text (typesetter, FF_STYLE_STRONG,
                                                      ff_block_get_row (block, i)->title,
                                                      widest - measures->padding / 2),
                                  FF_INK_BLACK, "TH", typesetter->margin, measures->padding);

      row->height = MAX (row->height, height + 2 * measures->padding);
      row->keep_with_next = i + 1 < block->rows->len;
    }
}

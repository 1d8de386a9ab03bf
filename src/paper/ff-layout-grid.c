/* ff-layout-grid.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four boxes with lines to write on.
 */

#include "ff-typesetter.h"

#include <math.h>

#define COLUMNS 2
#define LINE_THICKNESS 0.6

/* A box that a page has to itself grows to this many lines, no further. */
#define MAX_LINES 11

/* The circles at the end of a line; gives where the line has to end. */
static double
place_marks (const FfFragment *fragment, FfPage *page, double end, double bottom)
{
  double diameter = fragment->measures->mark;
  double step = diameter + fragment->measures->leading;
  double top = bottom - diameter;
  double start = end - fragment->marks->len * step;

  for (guint i = 0; i < fragment->marks->len; i++)
    {
      PangoLayout *mark = g_ptr_array_index (fragment->marks, i);
      double x = start + i * step + fragment->measures->leading;

      ff_page_add_circle (page, x, top, diameter);
      ff_page_begin (page, "Artifact");
      ff_page_add_text (page, mark, FF_INK_FAINT, x + (diameter - ff_text_width (mark)) / 2,
                        top + (diameter - ff_text_height (mark)) / 2);
      ff_page_end (page, "Artifact");
    }

  return start;
}

static void
place_boxes (const FfFragment *fragment, FfPage *page, double y, double height)
{
  const FfMeasures *measures = fragment->measures;
  double room = height - fragment->head - measures->padding;
  guint lines = (guint) floor (room / measures->line);
  double pitch = room / lines;

  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);
      double x = span->x + measures->padding;

      ff_page_add_frame (page, measures->radius, span->x, y, span->width, height);
      ff_page_add_box (page, FF_SHEET_BOX_CELL, span->x, y, span->width, height);
      for (guint line = 1; line <= lines; line++)
        {
          double bottom = y + fragment->head + line * pitch;
          double end
              = place_marks (fragment, page, span->x + span->width - measures->padding, bottom);

          ff_page_add_rule (page, FF_INK_LINE, LINE_THICKNESS, x, bottom, end - x, 0);
          ff_page_add_box (page, FF_SHEET_BOX_AREA, x, bottom - pitch, end - x, pitch);
        }
    }
}

static double
add_box_head (FfTypesetter *typesetter,
              FfFragment *fragment,
              const FfBlockPart *part,
              const FfSpan *span)
{
  const FfMeasures *measures = &typesetter->measures;
  double x = span->x + measures->padding, width = span->width - 2 * measures->padding;
  double y = measures->padding;

  y += ff_fragment_add_text (fragment,
                             ff_typesetter_text (typesetter, FF_STYLE_STRONG, part->title, width),
                             FF_INK_BLACK, "H2", x, y);
  if (part->hint != NULL)
    y += ff_fragment_add_text (fragment,
                               ff_typesetter_text (typesetter, FF_STYLE_HINT, part->hint, width),
                               FF_INK_BLACK, "P", x, y);

  return y;
}

/**
 * ff_layout_grid:
 * @typesetter: where its fragments go
 * @block: four boxes, two above and two below, each as high as its neighbour; what follows them, mostly
 *   lines to draw a conclusion on, stays with the lower two
 */
void
ff_layout_grid (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  double gutter = measures->padding;
  double width = (typesetter->width - gutter) / COLUMNS;

  for (guint row = 0; row < block->parts->len / COLUMNS; row++)
    {
      FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

      if (row > 0)
        fragment->space_before = gutter;
      fragment->group = "Sect";
      fragment->grows = TRUE;
      fragment->keep_with_next = row > 0;
      fragment->place = place_boxes;
      for (guint i = 0; i < COLUMNS; i++)
        {
          double head;

          ff_fragment_add_span (fragment, typesetter->margin + i * (width + gutter), width);
          head = add_box_head (typesetter, fragment, ff_block_get_part (block, row * COLUMNS + i),
                               ff_fragment_get_span (fragment, i));
          fragment->head = MAX (fragment->head, head);
        }
      for (guint i = 0; i < block->rows->len; i++)
        g_ptr_array_add (fragment->marks,
                         ff_typesetter_text (typesetter, FF_STYLE_MARK,
                                             ff_block_get_row (block, i)->title, -1));
      fragment->height = fragment->head + block->count * measures->line + measures->padding;
      fragment->max_height = fragment->head + MAX_LINES * measures->line + measures->padding;
    }
}

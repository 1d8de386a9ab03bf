/* ff-layout-grid.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Four boxes with lines to write on.
 */

#include "ff-writing.h"

#include <math.h>

#define COLUMNS 2
#define LINE_THICKNESS 0.6

/* A box that a page has to itself grows to this many lines, no further. */
#define MAX_LINES 11
/* Lines that may be written on, at most. */
#define MAX_ANSWERS 30
/* Titles and hints take no more of a page than this each. */
#define HEAD_SHARE 0.3
/* Below them, in paddings. */
#define HEAD_AIR 0.5

static double
get_marks_width (const FfFragment *fragment)
{
  return fragment->marks->len * (fragment->measures->mark + fragment->measures->leading);
}

/* The circles at the end of a line. */
static void
place_marks (const FfFragment *fragment, FfPage *page, const FfWriting *line, double end)
{
  const FfBlock *block = fragment->block;
  double diameter = fragment->measures->mark;
  double top = line->y + line->height - diameter;
  double x = end - get_marks_width (fragment) + fragment->measures->leading;

  for (guint i = 0; i < fragment->marks->len; i++)
    {
      PangoLayout *mark = g_ptr_array_index (fragment->marks, i);
      FfWriting writing = FF_WRITING (FF_AREA_CHOICE, line->part, line->row, line->label);

      ff_page_add_circle (page, x, top, diameter);
      ff_page_begin (page, "Artifact");
      ff_page_add_text (page, mark, FF_INK_FAINT, x + (diameter - ff_text_width (mark)) / 2,
                        top + (diameter - ff_text_height (mark)) / 2);
      ff_page_end (page, "Artifact");
      writing.of_mark = TRUE;
      writing.option = i;
      writing.choice = ff_block_get_row (block, i)->title;
      writing.x = x;
      writing.y = top;
      writing.width = writing.height = diameter;
      ff_writing_add_mark (fragment, page, &writing);
      x += diameter + fragment->measures->leading;
    }
}

/* How many of @left lines the answer at @line takes, with one kept for each of @after answers. */
static guint
share_lines (const FfFragment *fragment,
             guint box,
             guint line,
             double width,
             guint left,
             guint after)
{
  guint n = ff_writing_count_lines (fragment->typesetter,
                                    ff_fragment_get_answer (fragment, box, line), width);

  return CLAMP (n, 1, left > after + 1 ? left - after : 1);
}

static void
place_lines (const FfFragment *fragment,
             FfPage *page,
             const FfSpan *span,
             guint box,
             double y,
             double pitch,
             guint lines)
{
  const FfBlockPart *part = ff_block_get_part (fragment->block, box);
  double x = span->x + fragment->measures->padding;
  double end = span->x + span->width - fragment->measures->padding;
  double width = end - get_marks_width (fragment) - x;
  guint used = 0;

  for (guint line = 0; used < lines; line++)
    {
      g_autofree char *label = ff_writing_label_line (fragment->typesetter, part->title, line);
      guint after = fragment->answers > line + 1 ? fragment->answers - line - 1 : 0;
      guint taken = share_lines (fragment, box, line, width, lines - used, after);
      FfWriting writing = FF_WRITING (FF_AREA_TEXT, box, line, label);

      writing.x = x;
      writing.y = y + used * pitch;
      writing.width = width;
      writing.height = taken * pitch;
      writing.multiline = taken > 1;
      for (guint i = 1; i <= taken; i++)
        ff_page_add_rule (page, FF_INK_LINE, LINE_THICKNESS, x, writing.y + i * pitch, width, 0);
      ff_writing_add (fragment, page, &writing, pitch);
      place_marks (fragment, page, &writing, end);
      used += taken;
    }
}

/* With a light ground behind the titles. */
static void
place_frames (const FfPlacement *placements, guint n, FfPage *page, double y)
{
  const FfFragment *fragment = placements->fragment;
  double radius = fragment->measures->radius, top = y + placements->y;
  double head = fragment->head + fragment->measures->padding * HEAD_AIR;

  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);

      ff_page_add_tint (page, FF_CORNER_TOP_START | FF_CORNER_TOP_END, radius, span->x, top,
                        span->width, head);
      ff_page_add_rule (page, FF_INK_FRAME, LINE_THICKNESS, span->x, top + head, span->width, 0);
      ff_page_add_frame (page, radius, span->x, top, span->width, placements->height);
    }
}

static void
place_boxes (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfMeasures *measures = fragment->measures;
  double room = height - fragment->head - measures->padding;
  guint lines = MAX ((guint) floor (room / measures->line + 0.01), fragment->answers);

  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);

      ff_page_add_box (page, FF_SHEET_BOX_CELL, span->x, y, span->width, height);
      place_lines (fragment, page, span, row * COLUMNS + i, y + fragment->head, room / lines,
                   lines);
    }
}

/* How many lines what is written takes in the fuller of a fragment's boxes. */
static guint
count_lines (const FfFragment *fragment)
{
  guint most = 0;

  for (guint i = 0; i < fragment->spans->len; i++)
    {
      double width = ff_fragment_get_span (fragment, i)->width - 2 * fragment->measures->padding
                     - get_marks_width (fragment);
      guint lines = 0;

      for (guint line = 0; line < fragment->answers; line++)
        lines += share_lines (fragment, fragment->row * COLUMNS + i, line, width, G_MAXUINT, 0);
      most = MAX (most, lines);
    }

  return most;
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
                             ff_typesetter_fit (typesetter, FF_STYLE_STRONG, part->title, width,
                                                typesetter->height * HEAD_SHARE),
                             FF_INK_BLACK, "H2", x, y);
  if (part->hint != NULL)
    y += ff_fragment_add_text (fragment,
                               ff_typesetter_fit (typesetter, FF_STYLE_HINT, part->hint, width,
                                                  typesetter->height * HEAD_SHARE),
                               FF_INK_BLACK, "P", x, y);

  return y;
}

static void
add_row (FfTypesetter *typesetter, const FfBlock *block, guint row, double gutter)
{
  const FfMeasures *measures = &typesetter->measures;
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  double width = (typesetter->width - gutter) / COLUMNS;
  double lines;

  if (row > 0)
    fragment->space_before = gutter;
  fragment->row = row;
  fragment->answers = MIN (ff_typesetter_count_answers (typesetter), MAX_ANSWERS);
  fragment->group = "Sect";
  fragment->grows = TRUE;
  fragment->keep_with_next = TRUE;
  fragment->loosely = row > 0;
  fragment->to_fill = row == 0;
  if (row == 0 && typesetter->screen)
    ff_typesetter_begin_page (typesetter, fragment);
  fragment->place = place_boxes;
  fragment->frame = place_frames;
  for (guint i = 0; i < COLUMNS; i++)
    {
      double head;

      ff_fragment_add_span (fragment, typesetter->margin + i * (width + gutter), width);
      head = add_box_head (typesetter, fragment, ff_block_get_part (block, row * COLUMNS + i),
                           ff_fragment_get_span (fragment, i));
      fragment->head = MAX (fragment->head, head);
    }
  for (guint i = 0; i < block->rows->len; i++)
    g_ptr_array_add (fragment->marks, ff_typesetter_text (typesetter, FF_STYLE_MARK,
                                                          ff_block_get_row (block, i)->title, -1));

  lines = MAX (block->count, count_lines (fragment));
  fragment->height = fragment->head + lines * measures->line + measures->padding;
  if (typesetter->height > 0)
    fragment->height = MIN (fragment->height, typesetter->height);
  fragment->max_height
      = MAX (fragment->height, fragment->head + MAX_LINES * measures->line + measures->padding);
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
  for (guint row = 0; row < block->parts->len / COLUMNS; row++)
    add_row (typesetter, block, row, typesetter->measures.padding);
}

/* ff-layout-checklist.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Things to tick.
 */

#include "ff-writing.h"

#include <math.h>

/* A label stands before its items where it leaves them most of the width, and they are few. */
#define LABEL_SHARE 0.3
#define MOST_BESIDE 8
#define MOST_COLUMNS 3

/* What has to stay in one piece takes no more of a page than this. */
#define PAGE_SHARE 0.4

/* Where the items stand. */
typedef struct
{
  double start, end;
  double indent; /* from a box to its text */
  double step;   /* from one column to the next; 0 where they flow like words */
} Columns;

/* A fragment of a row, with a box for each span; its last texts are theirs. */
static void
place_boxes (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
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
      writing.label = ff_block_get_part (fragment->block, fragment->first + i)->title;
      writing.part = fragment->first + i;
      writing.x = span->x;
      writing.y = top;
      ff_writing_add_mark (fragment, page, &writing);
    }
}

static double
get_widest (FfTypesetter *typesetter, const FfBlock *block)
{
  double widest = 0;

  for (guint i = 0; i < block->parts->len; i++)
    {
      g_autoptr (PangoLayout) text
          = ff_typesetter_text (typesetter, FF_STYLE_BODY, ff_block_get_part (block, i)->title, -1);

      widest = MAX (widest, ff_text_width (text));
    }

  return widest;
}

static FfFragment *
add_row (FfTypesetter *typesetter, const FfBlock *block, guint first)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

  fragment->first = first;
  fragment->place = place_boxes;
  fragment->keep_with_next = TRUE;
  fragment->loosely = TRUE;
  if (first > 0)
    fragment->space_before = typesetter->measures.leading * 1.5;

  return fragment;
}

/* Adds the items, as many side by side as there is room for, the first row into @fragment. */
static void
add_items (FfTypesetter *typesetter,
           const FfBlock *block,
           FfFragment *fragment,
           const Columns *columns)
{
  double top = fragment->height, x = columns->start;
  double most = typesetter->height * PAGE_SHARE;

  fragment->place = place_boxes;
  for (guint i = 0; i < block->parts->len; i++)
    {
      const char *title = ff_block_get_part (block, i)->title;
      g_autoptr (PangoLayout) line = ff_typesetter_text (typesetter, FF_STYLE_BODY, title, -1);
      double width = ff_text_width (line), room, height;

      if (fragment->spans->len > 0
          && x + columns->indent + (columns->step > 0 ? 0 : width) > columns->end)
        {
          fragment = add_row (typesetter, block, i);
          x = columns->start;
          top = 0;
        }
      room = (columns->step > 0 ? MIN (x + columns->step, columns->end) : columns->end) - x
             - columns->indent;
      height = top
               + ff_fragment_add_text (fragment,
                                       ff_typesetter_fit (typesetter, FF_STYLE_BODY, title,
                                                          width <= room ? width + 1 : room, most),
                                       FF_INK_BLACK, "P", x + columns->indent, top);
      fragment->height = MAX (fragment->height, height);
      ff_fragment_add_span (fragment, x, typesetter->measures.tick);
      x += columns->step > 0 ? columns->step
                             : columns->indent + width + typesetter->measures.gap * 1.4;
    }
  fragment->keep_with_next = FALSE;
}

/* Under the label in columns of one width, as many as the widest item allows. */
static void
choose_columns (FfTypesetter *typesetter, const FfBlock *block, Columns *columns)
{
  double gutter = typesetter->measures.gap;
  double widest = columns->indent + get_widest (typesetter, block) + 1;
  double n = floor ((typesetter->width + gutter) / (widest + gutter));

  n = CLAMP (n, 1, MIN (MOST_COLUMNS, MAX (1, block->parts->len)));
  columns->start = typesetter->margin;
  columns->step = n > 1 ? (typesetter->width + gutter) / n : typesetter->width + gutter;
}

/**
 * ff_layout_checklist:
 * @typesetter: where its fragments go
 * @block: things to tick: a few short ones after their label, flowing like words, others in columns under it
 */
void
ff_layout_checklist (FfTypesetter *typesetter, const FfBlock *block)
{
  const FfMeasures *measures = &typesetter->measures;
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  g_autoptr (PangoLayout) label = ff_typesetter_text (typesetter, FF_STYLE_STRONG, block->text, -1);
  double label_width = ff_text_width (label) + measures->gap;
  Columns columns = { .indent = measures->tick * 1.5 };

  columns.end = typesetter->margin + typesetter->width;
  fragment->keep_with_next = TRUE;
  fragment->loosely = TRUE;
  if (label_width <= typesetter->width * LABEL_SHARE && block->parts->len <= MOST_BESIDE
      && get_widest (typesetter, block)
             <= columns.end - typesetter->margin - label_width - columns.indent)
    {
      columns.start = typesetter->margin + label_width;
      ff_fragment_add_text (fragment, g_steal_pointer (&label), FF_INK_BLACK, "P",
                            typesetter->margin, 0);
      add_items (typesetter, block, fragment, &columns);
      return;
    }

  choose_columns (typesetter, block, &columns);
  if (*block->text != '\0')
    fragment->height = ff_fragment_add_text (fragment,
                                             ff_typesetter_fit (typesetter, FF_STYLE_STRONG,
                                                                block->text, typesetter->width,
                                                                typesetter->height * PAGE_SHARE),
                                             FF_INK_BLACK, "P", typesetter->margin, 0)
                       + measures->leading * 1.5;
  add_items (typesetter, block, fragment, &columns);
}

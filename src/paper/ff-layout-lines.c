/* ff-layout-lines.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks to write short answers in: lines, fields.
 */

#include "ff-writing.h"

#include <math.h>

#define LINE_THICKNESS 0.6

/* A label stands before its line, or lines, where it leaves at least this share of the width to write on. */
#define WRITING_SHARE 0.5
#define WRITING_SHARE_OF_LINES 0.7
#define MOST_BESIDE 2

/* More lines than fit into this share of a page come apart. */
#define PAGE_SHARE 0.45
#define MOST_PIECES 12

/* How far letters reach below their baseline, in ems, so that labels side by side share one. */
#define DESCENT 0.26

/* What a field has to write on at least, in heights of a line, for each unit of its weight. */
#define FIELD_LINES 3

/* The rules in a span, and the area over them. */
static void
place_writing (const FfFragment *fragment,
               FfPage *page,
               const FfSpan *span,
               FfWriting *writing,
               double top,
               guint n_lines)
{
  double line = fragment->measures->line;

  for (guint i = 1; i <= n_lines; i++)
    ff_page_add_rule (page, FF_INK_LINE, LINE_THICKNESS, span->x, top + i * line, span->width, 0);
  writing->x = span->x;
  writing->y = top;
  writing->width = span->width;
  writing->height = n_lines * line;
  writing->multiline = writing->multiline || n_lines > 1;
  ff_writing_add (fragment, page, writing, line);
}

static void
place_lines (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfBlock *block = fragment->block;
  guint n_lines = (guint) floor ((height - fragment->head) / fragment->measures->line + 0.01);
  g_autofree char *more = NULL;
  FfWriting writing = FF_WRITING (FF_AREA_TEXT, 0, row, block->text);

  if (row > 0)
    writing.label = more = ff_writing_label_row (fragment->typesetter, block->text, row);
  writing.multiline = TRUE;
  place_writing (fragment, page, ff_fragment_get_span (fragment, 0), &writing, y + fragment->head,
                 n_lines);
}

static guint
count_field_lines (const FfFragment *fragment, guint part, double width, guint most)
{
  guint n = ff_writing_count_lines (fragment->typesetter,
                                    ff_fragment_get_answer (fragment, part, 0), width);

  return CLAMP (n, 1, MAX (most, 1));
}

/* One field for each span; @first is the first one's number. */
static void
place_fields (const FfFragment *fragment, FfPage *page, double y, double height, guint first)
{
  const FfBlock *block = fragment->block;
  guint most = (guint) floor ((height - fragment->head) / fragment->measures->line + 0.01);

  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);
      FfWriting writing
          = FF_WRITING (FF_AREA_TEXT, first + i, 0, ff_block_get_part (block, first + i)->title);

      place_writing (fragment, page, span, &writing, y + fragment->head,
                     count_field_lines (fragment, first + i, span->width, most));
    }
}

/* Puts @label on the first line, its letters clear of the rule, and gives where the line itself begins. */
static double
add_label_before (FfTypesetter *typesetter, FfFragment *fragment, PangoLayout *label, double x)
{
  double width = ff_text_width (label);
  double below = ff_text_baseline (label) + typesetter->measures.em * DESCENT;
  PangoRectangle ink;

  pango_layout_get_extents (label, &ink, NULL);
  below = MAX (below, (double) (ink.y + ink.height) / PANGO_SCALE);
  ff_fragment_add_text (fragment, label, FF_INK_BLACK, "P", x, typesetter->measures.line - below);

  return x + width + typesetter->measures.padding;
}

/* A fragment of lines with its label before or above them, nothing to write on yet. */
static FfFragment *
add_labelled (FfTypesetter *typesetter, const FfBlock *block, const char *label, gboolean before)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  double x = typesetter->margin, end = x + typesetter->width;

  if (before)
    {
      fragment->space_before = MIN (fragment->space_before, typesetter->measures.leading);
      x = add_label_before (typesetter, fragment,
                            ff_typesetter_text (typesetter, FF_STYLE_STRONG, label, -1), x);
    }
  else
    {
      fragment->head = ff_fragment_add_text (fragment,
                                             ff_typesetter_fit (typesetter, FF_STYLE_STRONG, label,
                                                                typesetter->width,
                                                                typesetter->height * PAGE_SHARE),
                                             FF_INK_BLACK, "P", x, 0);
    }
  ff_fragment_add_span (fragment, x, end - x);

  return fragment;
}

static gboolean
fits_before (FfTypesetter *typesetter, const char *label, double share)
{
  g_autoptr (PangoLayout) text = ff_typesetter_text (typesetter, FF_STYLE_STRONG, label, -1);

  return ff_text_width (text) <= typesetter->width * (1 - share);
}

/* How many lines a page has, under a fragment's head. */
static guint
count_page_lines (const FfFragment *fragment, double share)
{
  const FfTypesetter *typesetter = fragment->typesetter;
  double room = typesetter->height * share - fragment->head;

  return (guint) MAX (1, floor (room / typesetter->measures.line));
}

static void
set_lines (FfFragment *fragment, guint n_lines)
{
  fragment->height = fragment->head + n_lines * fragment->measures->line;
}

/**
 * ff_layout_lines:
 * @typesetter: where its fragments go
 * @block: a label, and lines to write on; they are one room, unless they are too many for half a page
 */
void
ff_layout_lines (FfTypesetter *typesetter, const FfBlock *block)
{
  gboolean before = block->count <= MOST_BESIDE
                    && fits_before (typesetter, block->text,
                                    block->count == 1 ? WRITING_SHARE : WRITING_SHARE_OF_LINES);
  FfFragment *fragment = add_labelled (typesetter, block, block->text, before);
  guint most = count_page_lines (fragment, PAGE_SHARE);
  guint n = MAX ((block->count + most - 1) / most, ff_typesetter_count_answers (typesetter));

  n = CLAMP (n, 1, MAX (MOST_PIECES, (block->count + most - 1) / most));
  for (guint i = 0; i < n; i++)
    {
      guint lines = block->count * (i + 1) / n - block->count * i / n;
      guint written;

      if (i > 0)
        {
          fragment = ff_typesetter_add (typesetter, block->kind, block);
          ff_fragment_add_span (fragment, typesetter->margin, typesetter->width);
        }
      written = ff_writing_count_lines (typesetter, ff_typesetter_get_answer (typesetter, 0, i),
                                        ff_fragment_get_span (fragment, 0)->width);
      fragment->row = i;
      fragment->place = place_lines;
      set_lines (fragment, MAX (MAX (lines, 1), MIN (written, count_page_lines (fragment, 1))));
    }
  fragment->repeat = FF_AGAIN_LINE;
}

/* The fields side by side; FALSE where one of them would have too little room, and nothing is added. */
static gboolean
add_fields_in_a_row (FfTypesetter *typesetter, const FfBlock *block)
{
  gsize n = block->parts->len;
  double gutter = typesetter->measures.gap;
  g_autofree double *weights = g_new (double, n);
  g_autofree double *min_widths = g_new (double, n);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FfSpan));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_object_unref);
  double needed = 0;
  guint most, lines = 1;
  FfFragment *fragment;

  for (guint i = 0; i < n; i++)
    {
      const FfBlockPart *part = ff_block_get_part (block, i);
      PangoLayout *label = ff_typesetter_text (typesetter, FF_STYLE_STRONG, part->title, -1);

      g_ptr_array_add (labels, label);
      weights[i] = part->weight;
      min_widths[i]
          = ff_text_width (label) + gutter + typesetter->measures.line * FIELD_LINES * part->weight;
      needed += min_widths[i];
    }
  if (needed > typesetter->width + gutter)
    return FALSE;

  ff_typesetter_divide (typesetter, n, weights, min_widths, typesetter->margin,
                        typesetter->width + gutter, spans);
  fragment = ff_typesetter_add (typesetter, block->kind, block);
  fragment->space_before = MIN (fragment->space_before, typesetter->measures.leading);
  most = count_page_lines (fragment, 1);
  for (guint i = 0; i < n; i++)
    {
      const FfSpan *span = &g_array_index (spans, FfSpan, i);
      double x = add_label_before (typesetter, fragment,
                                   g_object_ref (g_ptr_array_index (labels, i)), span->x);
      double width = span->x + span->width - gutter - x;

      ff_fragment_add_span (fragment, x, width);
      lines = MAX (lines, count_field_lines (fragment, i, width, most));
    }
  set_lines (fragment, lines);
  fragment->place = place_fields;

  return TRUE;
}

/**
 * ff_layout_fields:
 * @typesetter: where its fragments go
 * @block: labels, each followed by a line; side by side where there is room, else one below the other
 */
void
ff_layout_fields (FfTypesetter *typesetter, const FfBlock *block)
{
  if (add_fields_in_a_row (typesetter, block))
    return;

  for (guint i = 0; i < block->parts->len; i++)
    {
      const char *label = ff_block_get_part (block, i)->title;
      FfFragment *fragment
          = add_labelled (typesetter, block, label, fits_before (typesetter, label, WRITING_SHARE));

      fragment->row = i;
      fragment->place = place_fields;
      /* A label above its line keeps clear of the line before. */
      if (i > 0 && fragment->head > 0)
        fragment->space_before = typesetter->measures.leading * 1.5;
      set_lines (fragment,
                 count_field_lines (fragment, i, ff_fragment_get_span (fragment, 0)->width,
                                    count_page_lines (fragment, 1)));
    }
}

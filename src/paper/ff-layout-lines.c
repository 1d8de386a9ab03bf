/* ff-layout-lines.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks to write short answers in: lines, fields, scales.
 */

#include "ff-typesetter.h"

#define LINE_THICKNESS 0.6

/* A label stands before its line where it leaves at least this share of the width to write on. */
#define WRITING_SHARE 0.5

#define LINES_KEPT_TOGETHER 4

/* How far letters reach below their baseline, in ems, so that labels side by side share one. */
#define DESCENT 0.26

/* What a field has to write on at least, in heights of a line, for each unit of its weight. */
#define FIELD_LINES 3

static void
place_lines (const FfFragment *fragment, FfPage *page, double y, double height)
{
  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);

      ff_page_add_rule (page, FF_INK_LINE, LINE_THICKNESS, span->x, y + height, span->width, 0);
      ff_page_add_box (page, FF_SHEET_BOX_AREA, span->x, y + height - fragment->measures->line,
                       span->width, fragment->measures->line);
    }
}

/* Puts @label at the fragment's bottom, its letters clear of the line below, and gives where its own line begins. */
static double
add_label_before (FfTypesetter *typesetter, FfFragment *fragment, PangoLayout *label, double x)
{
  double width = ff_text_width (label);
  double below = ff_text_baseline (label) + typesetter->measures.em * DESCENT;
  PangoRectangle ink;

  pango_layout_get_extents (label, &ink, NULL);
  below = MAX (below, (double) (ink.y + ink.height) / PANGO_SCALE);
  ff_fragment_add_text (fragment, label, FF_INK_BLACK, "P", x, fragment->height - below);

  return x + width + typesetter->measures.padding;
}

static void
make_line (FfTypesetter *typesetter, FfFragment *fragment)
{
  fragment->height = typesetter->measures.line;
  fragment->space_before = MIN (fragment->space_before, typesetter->measures.leading);
  fragment->place = place_lines;
}

static FfFragment *
add_line_fragment (FfTypesetter *typesetter, const FfBlock *block)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

  make_line (typesetter, fragment);

  return fragment;
}

/* A label over its line, wrapping as it needs. */
static void
add_label_above (FfTypesetter *typesetter, const FfBlock *block, const char *label)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);

  fragment->keep_with_next = TRUE;
  fragment->height = ff_fragment_add_text (
      fragment, ff_typesetter_text (typesetter, FF_STYLE_STRONG, label, typesetter->width),
      FF_INK_BLACK, "P", typesetter->margin, 0);
}

static FfFragment *
add_labelled_line (FfTypesetter *typesetter, const FfBlock *block, const char *label)
{
  g_autoptr (PangoLayout) text = ff_typesetter_text (typesetter, FF_STYLE_STRONG, label, -1);
  double x = typesetter->margin;
  FfFragment *fragment;

  if (ff_text_width (text) > typesetter->width * (1 - WRITING_SHARE))
    add_label_above (typesetter, block, label);
  fragment = add_line_fragment (typesetter, block);
  if (ff_text_width (text) <= typesetter->width * (1 - WRITING_SHARE))
    x = add_label_before (typesetter, fragment, g_object_ref (text), x);
  ff_fragment_add_span (fragment, x, typesetter->margin + typesetter->width - x);

  return fragment;
}

/**
 * ff_layout_lines:
 * @typesetter: where its fragments go
 * @block: a label, and lines to write on
 */
void
ff_layout_lines (FfTypesetter *typesetter, const FfBlock *block)
{
  FfFragment *fragment = add_labelled_line (typesetter, block, block->text);
  FfFragment *spare;

  for (guint i = 1; i < block->count; i++)
    {
      fragment->keep_with_next = block->count <= LINES_KEPT_TOGETHER;
      fragment = add_line_fragment (typesetter, block);
      ff_fragment_add_span (fragment, typesetter->margin, typesetter->width);
    }

  spare = ff_typesetter_add_spare (typesetter, block->kind, block);
  make_line (typesetter, spare);
  ff_fragment_add_span (spare, typesetter->margin, typesetter->width);
  spare->repeat = fragment->repeat = FF_AGAIN_LINE;
  fragment->again = spare;
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
  fragment = add_line_fragment (typesetter, block);
  for (guint i = 0; i < n; i++)
    {
      const FfSpan *span = &g_array_index (spans, FfSpan, i);
      double x = add_label_before (typesetter, fragment,
                                   g_object_ref (g_ptr_array_index (labels, i)), span->x);

      ff_fragment_add_span (fragment, x, span->x + span->width - gutter - x);
    }

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
    add_labelled_line (typesetter, block, ff_block_get_part (block, i)->title);
}

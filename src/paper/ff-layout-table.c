/* ff-layout-table.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of rows and columns: tables and weeks.
 */

#include "ff-writing.h"

#define HEAVY_RULE 1.25
#define LIGHT_RULE 0.6
#define MARK 3.5 /* beside a row that is marked */

/* Height of a table's row in lines: two, and some air. */
#define TABLE_LINES 2.5
#define TIGHT_LINES 2
/* Where the row has a title, so that no more come. */
#define TITLED_LINES 1.4
#define MAX_ROWS 60
/* A week fits onto one slide. */
#define SCREEN_LINES 1.4

/* Titles and hints take no more of a page than this each. */
#define HEAD_SHARE 0.25
/* Above and below the titles of columns, in paddings. */
#define HEAD_AIR 0.65

/* No column is narrower than this, whatever the others hold. */
#define LEAST_EMS 3.2

static void
place_header (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);

      ff_page_add_box (page, FF_SHEET_BOX_CELL, span->x, y, span->width, height);
    }
}

/* Whether that row's first cell holds its title. */
static gboolean
is_titled (const FfFragment *fragment, guint row)
{
  return fragment->kind == FF_BLOCK_WEEK
         || (fragment->first == 0 && row < ((const FfBlock *) fragment->block)->rows->len);
}

/* A light ground behind the titles of columns and rows. */
static void
add_ground (const FfPlacement *placements, guint n, FfPage *page, double y)
{
  const FfPlacement *header = &placements[0];
  const FfFragment *fragment = header->fragment;
  const FfSpan *first = ff_fragment_get_span (fragment, 0);
  const FfSpan *last = ff_fragment_get_span (fragment, fragment->spans->len - 1);
  double radius = fragment->measures->radius, width = last->x + last->width - first->x;
  double top = y + header->y + header->height, bottom = top;
  guint titled = 0;

  for (guint i = 1; i < n && is_titled (fragment, placements[i].row); i++)
    {
      bottom = y + placements[i].y + placements[i].height;
      titled = i;
    }
  ff_page_add_tint (page, FF_CORNER_TOP_START | FF_CORNER_TOP_END, radius, first->x, y + header->y,
                    width, header->height);
  /* Alone, it would be all there is. */
  if (titled > 0 && fragment->spans->len > 1)
    ff_page_add_tint (page, titled + 1 == n ? FF_CORNER_BOTTOM_START : 0, radius, first->x, top,
                      first->width, bottom - top);
}

static void
place_frame (const FfPlacement *placements, guint n, FfPage *page, double y)
{
  const FfPlacement *header = &placements[0], *end = &placements[n - 1];
  const FfFragment *fragment = header->fragment;
  const FfSpan *first = ff_fragment_get_span (fragment, 0);
  const FfSpan *last = ff_fragment_get_span (fragment, fragment->spans->len - 1);
  double width = last->x + last->width - first->x;
  double top = y + header->y, inner = top + header->height, bottom = y + end->y + end->height;

  add_ground (placements, n, page, y);
  for (guint i = 2; i < n; i++)
    ff_page_add_rule (page, FF_INK_FRAME, LIGHT_RULE, first->x, y + placements[i].y, width, 0);
  for (guint i = 1; n > 1 && i < fragment->spans->len; i++)
    ff_page_add_rule (page, FF_INK_FRAME, LIGHT_RULE, ff_fragment_get_span (fragment, i)->x, inner,
                      0, bottom - inner);
  if (n > 1)
    ff_page_add_rule (page, FF_INK_BLACK, HEAVY_RULE, first->x, inner, width, 0);
  ff_page_add_frame (page, fragment->measures->radius, first->x, top, width, bottom - top);
}

/* The days of a week have a column of their own before the others. */
static guint
get_offset (const FfFragment *fragment)
{
  return fragment->kind == FF_BLOCK_WEEK ? 1 : 0;
}

/* What a cell is called: by the titles of its row and its column. */
static char *
make_label (const FfFragment *fragment, guint column, guint row)
{
  const FfBlock *block = fragment->block;
  const char *title = ff_block_get_part (block, column)->title;

  if (row < block->rows->len)
    return ff_writing_label_part (fragment->typesetter, ff_block_get_row (block, row)->title,
                                  title);

  return ff_writing_label_row (fragment->typesetter, title, row);
}

/* Where text begins in a column: under its title. */
static double
get_indent (const FfFragment *fragment, const FfSpan *span)
{
  return MIN (fragment->measures->padding, span->width / 8);
}

static void
place_cell (const FfFragment *fragment,
            FfPage *page,
            const FfSpan *span,
            guint column,
            guint row,
            double y,
            double height)
{
  g_autofree char *label = make_label (fragment, column, row);
  double inset = fragment->measures->padding / 2;
  double indent = get_indent (fragment, span);
  FfWriting writing = FF_WRITING (FF_AREA_TEXT, column, row, label);

  writing.multiline = TRUE;
  writing.x = span->x + indent;
  writing.y = y + inset * 1.5;
  writing.width = span->width - indent - inset;
  writing.height = height - 2 * inset;
  ff_page_begin (page, "TD");
  ff_writing_add (fragment, page, &writing, 0);
  ff_page_end (page, "TD");
}

/* A row's title is already there. */
static void
place_row (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  const FfBlock *block = fragment->block;
  guint offset = get_offset (fragment);
  guint titled = is_titled (fragment, row) ? 1 : 0;

  if (titled > 0 && row < block->rows->len
      && ff_block_get_row (block, row)->emphasis == FF_EMPHASIS_ROW)
    ff_page_add_rule (page, FF_INK_BLACK, MARK, ff_fragment_get_span (fragment, 0)->x + MARK / 2,
                      y + fragment->measures->radius, 0, height - 2 * fragment->measures->radius);
  for (guint i = 0; i < fragment->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (fragment, i);

      ff_page_add_box (page, FF_SHEET_BOX_CELL, span->x, y, span->width, height);
      if (i >= titled)
        place_cell (fragment, page, span, fragment->first + i - offset, row, y, height);
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

/* Each gets room for a few letters at least, and for its longest word where there is enough for all. */
static void
divide (FfTypesetter *typesetter, const FfBlock *block, FfFragment *fragment, guint n, double first)
{
  const FfMeasures *measures = &typesetter->measures;
  g_autofree double *weights = g_new (double, n);
  g_autofree double *min_widths = g_new (double, n);
  double width = typesetter->width - first, needed = 0;
  double least = MIN (measures->em * LEAST_EMS, width / n);

  for (guint i = 0; i < n; i++)
    {
      const FfBlockPart *part = ff_block_get_part (block, fragment->first + i);

      weights[i] = part->weight;
      min_widths[i] = min_width_of_part (typesetter, part);
      for (guint row = 0; fragment->first + i == 0 && first <= 0 && row < block->rows->len; row++)
        min_widths[i]
            = MAX (min_widths[i], min_width_of_part (typesetter, ff_block_get_row (block, row)));
      min_widths[i] = MAX (min_widths[i] + 2 * measures->padding, least);
      needed += min_widths[i];
    }
  if (needed > width)
    {
      double scale = needed - n * least > 0 ? (width - n * least) / (needed - n * least) : 0;

      for (guint i = 0; i < n; i++)
        min_widths[i] = least + (min_widths[i] - least) * scale;
    }
  ff_typesetter_divide (typesetter, n, weights, min_widths, typesetter->margin + first, width,
                        fragment->spans);
}

/* The titles of @n columns from the @from-th on with their hints; @first is the width of a column before them, 0
 * for none. */
static FfFragment *
add_header (FfTypesetter *typesetter, const FfBlock *block, guint from, guint n, double first)
{
  const FfMeasures *measures = &typesetter->measures;
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  double most = typesetter->height * HEAD_SHARE;

  fragment->first = from;
  if (first > 0)
    ff_fragment_add_span (fragment, typesetter->margin, first);
  divide (typesetter, block, fragment, n, first);

  for (guint i = 0; i < n; i++)
    {
      const FfBlockPart *part = ff_block_get_part (block, from + i);
      const FfSpan *span = ff_fragment_get_span (fragment, i + get_offset (fragment));
      double indent = get_indent (fragment, span);
      double x = span->x + indent;
      double width = span->width - 2 * indent;
      double y = measures->padding * HEAD_AIR;

      y += ff_fragment_add_text (
          fragment, ff_typesetter_fit (typesetter, FF_STYLE_STRONG, part->title, width, most),
          FF_INK_BLACK, "TH", x, y);

      if (part->hint != NULL)
        y += ff_fragment_add_text (
            fragment, ff_typesetter_fit (typesetter, FF_STYLE_HINT, part->hint, width, most),
            FF_INK_BLACK, NULL, x, y);
      fragment->height = MAX (fragment->height, y + measures->padding * HEAD_AIR);
    }

  fragment->container = "Table";
  fragment->group = "TR";
  fragment->keep_with_next = TRUE;
  fragment->place = place_header;
  fragment->frame = place_frame;

  return fragment;
}

/* The height that what is written in a row takes. */
static double
measure_answers (FfTypesetter *typesetter, const FfFragment *row)
{
  double padding = typesetter->measures.padding, height = 0;

  for (guint i = get_offset (row); i < row->spans->len; i++)
    {
      const FfSpan *span = ff_fragment_get_span (row, i);
      const char *answer
          = ff_typesetter_get_answer (typesetter, row->first + i - get_offset (row), row->row);

      if (answer != NULL)
        height
            = MAX (height, ff_writing_measure (typesetter, answer,
                                               span->width - get_indent (row, span) - padding / 2)
                               + padding);
    }

  return height;
}

static void
make_row (FfTypesetter *typesetter,
          FfFragment *fragment,
          FfFragment *header,
          guint row,
          double lines)
{
  g_array_append_vals (fragment->spans, header->spans->data, header->spans->len);
  fragment->row = row;
  fragment->first = header->first;
  fragment->height
      = MAX (lines * typesetter->measures.line, measure_answers (typesetter, fragment));
  if (typesetter->height > 0)
    fragment->height = MIN (fragment->height, typesetter->height - header->height);
  fragment->grows = TRUE;
  fragment->header = header;
  fragment->container = "Table";
  fragment->group = "TR";
  fragment->place = place_row;
}

static FfFragment *
add_row (FfTypesetter *typesetter, FfFragment *header, guint row, double lines)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, header->kind, header->block);

  make_row (typesetter, fragment, header, row, lines);

  return fragment;
}

/* A row's title with its hint, in its first column. */
static void
add_row_title (FfTypesetter *typesetter, FfFragment *row, const FfBlockPart *part, double end)
{
  const FfTextStyle hint_styles[] = {
    [FF_EMPHASIS_NONE] = FF_STYLE_HINT,
    [FF_EMPHASIS_HINT] = typesetter->large_print ? FF_STYLE_HINT : FF_STYLE_BODY,
    [FF_EMPHASIS_ROW] = FF_STYLE_STRONG,
  };
  const FfMeasures *measures = &typesetter->measures;
  /* Nobody writes beside it, so it is there to be read, perhaps on a wall. */
  gboolean alone = row->spans->len == 1 && !typesetter->large_print && !typesetter->screen;
  FfTextStyle title_style = alone ? FF_STYLE_SECTION : FF_STYLE_STRONG;
  FfTextStyle hint_style = alone ? FF_STYLE_SUMMARY : hint_styles[part->emphasis];
  double most = (typesetter->height - row->header->height) * HEAD_SHARE;
  double indent = get_indent (row, ff_fragment_get_span (row, 0));
  double x = typesetter->margin + indent;
  double width = ff_fragment_get_span (row, 0)->width - indent - end;
  double y = measures->padding;

  y += ff_fragment_add_text (row,
                             ff_typesetter_fit (typesetter, title_style, part->title, width, most),
                             FF_INK_BLACK, "TH", x, y);
  if (part->hint != NULL)
    y += ff_fragment_add_text (row,
                               ff_typesetter_fit (typesetter, hint_style, part->hint, width, most),
                               FF_INK_BLACK, NULL, x, y);
  row->height = MAX (row->height, y + measures->padding);
}

/* A table of @n columns from the @from-th on. */
static void
add_table (FfTypesetter *typesetter, const FfBlock *block, guint from, guint n)
{
  FfFragment *header = add_header (typesetter, block, from, n, 0);
  guint written = MIN (ff_typesetter_count_answers (typesetter), MAX_ROWS);
  guint n_rows = MAX (block->rows->len + block->count, written);
  double lines = typesetter->tight ? TIGHT_LINES : TABLE_LINES;
  FfFragment *row = NULL;

  if (from > 0)
    header->space_before = typesetter->measures.gap;
  for (guint i = 0; i < n_rows; i++)
    {
      gboolean titled = i < block->rows->len;

      row = add_row (typesetter, header, i, titled ? TITLED_LINES : lines);
      row->wish = lines * typesetter->measures.line;
      if (titled && from == 0)
        add_row_title (typesetter, row, ff_block_get_row (block, i), typesetter->measures.padding);
    }
  if (row != NULL && n_rows > block->rows->len && n == block->parts->len)
    {
      row->repeat = FF_AGAIN_ROW;
      row->again = ff_typesetter_add_spare (typesetter, block->kind, block);
      make_row (typesetter, row->again, header, G_MAXUINT, lines);
      row->again->repeat = FF_AGAIN_ROW;
    }
}

/**
 * ff_layout_table:
 * @typesetter: where its fragments go
 * @block: columns with titles over rows, first those with a title in the first column, then empty ones, of which
 *   more come where there is room; more columns than fit side by side go on in a further table below
 */
void
ff_layout_table (FfTypesetter *typesetter, const FfBlock *block)
{
  guint most = (guint) MAX (1, typesetter->width / (typesetter->measures.em * LEAST_EMS));
  guint n_tables = (block->parts->len + most - 1) / most;

  for (guint i = 0; i < n_tables; i++)
    {
      guint from = block->parts->len * i / n_tables;

      add_table (typesetter, block, from, block->parts->len * (i + 1) / n_tables - from);
    }
}

/**
 * ff_layout_week:
 * @typesetter: where its fragments go
 * @block: a row for each day, with its name first; a week stays on one page, unless that leaves the one before
 *   half empty
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
  widest = MIN (widest + measures->padding * 1.6, typesetter->width / 4);
  header = add_header (typesetter, block, 0, block->parts->len, widest);

  for (guint i = 0; i < block->rows->len; i++)
    {
      FfFragment *row
          = add_row (typesetter, header, i,
                     typesetter->screen ? MIN (block->count, SCREEN_LINES) : block->count);

      add_row_title (typesetter, row, ff_block_get_row (block, i), measures->padding / 2);
      row->keep_with_next = i + 1 < block->rows->len;
      row->loosely = TRUE;
      row->to_fill = i > 0 && i + 2 < block->rows->len;
    }
}

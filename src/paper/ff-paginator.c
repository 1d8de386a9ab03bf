/* ff-paginator.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks a sheet into pages and fills them.
 */

#include "ff-paginator.h"

#include <math.h>

/* Halves of a point gained by rounding do not make a new page. */
#define TOLERANCE 0.01

/* Room to write does not grow beyond this: a page full of lines asks for an essay. */
#define MOST_LINES 11

/* A page is at least this full, where what belongs together may come apart instead. */
#define LEAST_FILL 0.3
#define GOOD_FILL 0.6
/* A table comes apart where the page after it would be as empty as this. */
#define MOST_EMPTY 0.4
/* As many rows stay together on a page. */
#define LEAST_ROWS 2

/* How much of a page is taken, to the bottom of its last fragment. */
static double
used_height (const GArray *page)
{
  double used = 0;

  for (guint i = 0; i < page->len; i++)
    {
      const FfPlacement *placement = &g_array_index (page, FfPlacement, i);

      used += placement->height + (i > 0 ? placement->fragment->space_before : 0);
    }

  return used;
}

static void
append (GArray *page, const FfFragment *fragment)
{
  FfPlacement placement = { fragment, 0, fragment->height, fragment->row };

  g_array_append_val (page, placement);
}

/* How unwelcome a break before the fragment at @i is. */
typedef enum
{
  BREAK_ANYWHERE,
  BREAK_TO_FILL,  /* rather than leave a page half empty */
  BREAK_LOOSELY,  /* where what belongs together is more than a page has left */
  BREAK_UNWANTED, /* where there is no other way */
} BreakCost;

static BreakCost
cost_of_break (GPtrArray *fragments, guint i)
{
  const FfFragment *last = g_ptr_array_index (fragments, i - 1);

  if (!last->keep_with_next)
    return BREAK_ANYWHERE;

  if (last->to_fill)
    return BREAK_TO_FILL;

  return last->loosely ? BREAK_LOOSELY : BREAK_UNWANTED;
}

/* The last good place to break between @first and @end, where the page is full; @fill says how far it is so at each. */
static guint
choose_break (GPtrArray *fragments, guint first, guint end, const double *fill, double height)
{
  for (BreakCost cost = BREAK_ANYWHERE; cost <= BREAK_TO_FILL; cost++)
    for (guint i = end; i > first; i--)
      if (cost_of_break (fragments, i) == cost && fill[i - first - 1] >= height * GOOD_FILL)
        return i;
  for (guint i = end; i > first; i--)
    if (cost_of_break (fragments, i) == BREAK_ANYWHERE
        && fill[i - first - 1] >= height * LEAST_FILL)
      return i;
  for (guint i = end; i > first; i--)
    if (cost_of_break (fragments, i) == BREAK_LOOSELY && fill[i - first - 1] >= height * LEAST_FILL)
      return i;
  for (guint i = end; i > first; i--)
    if (cost_of_break (fragments, i) != BREAK_UNWANTED)
      return i;

  return end;
}

/* Where the page that begins with the fragment at @first ends: the first one that is not on it any more. */
static guint
find_end (GPtrArray *fragments, guint first, double height)
{
  const FfFragment *fragment = g_ptr_array_index (fragments, first);
  g_autofree double *fill = g_new (double, fragments->len - first);
  double used = fragment->header != NULL ? fragment->header->height : 0;

  for (guint i = first; i < fragments->len; i++)
    {
      fragment = g_ptr_array_index (fragments, i);
      if (i > first && fragment->new_page)
        return i;
      used += fragment->height + (i > first ? fragment->space_before : 0);
      if (i > first && used > height + TOLERANCE)
        return choose_break (fragments, first, i, fill, height);
      fill[i - first] = used;
    }

  return fragments->len;
}

static GPtrArray *
break_into_pages (GPtrArray *fragments, guint n_first, double first_height, double other_height)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint first = 0;

  /* Even nothing has a page to stand on. */
  if (fragments->len == 0)
    g_ptr_array_add (pages, g_array_new (FALSE, FALSE, sizeof (FfPlacement)));
  while (first < fragments->len)
    {
      GArray *page = g_array_new (FALSE, FALSE, sizeof (FfPlacement));
      guint end = find_end (fragments, first, pages->len < n_first ? first_height : other_height);
      const FfFragment *header = ((FfFragment *) g_ptr_array_index (fragments, first))->header;

      g_ptr_array_add (pages, page);
      if (header != NULL)
        append (page, header);
      while (first < end)
        append (page, g_ptr_array_index (fragments, first++));
    }

  return pages;
}

static void
insert_again (GArray *page, guint i)
{
  FfPlacement *placement = &g_array_index (page, FfPlacement, i);
  const FfFragment *fragment = placement->fragment;
  FfPlacement again = { fragment->again != NULL ? fragment->again : fragment };

  if (fragment->repeat == FF_AGAIN_LINE)
    {
      placement->height += fragment->measures->line;
      return;
    }
  again.height = again.fragment->height;
  again.row = placement->row + 1;
  g_array_insert_val (page, i + 1, again);
}

/* What coming again takes. */
static double
height_again (const FfFragment *fragment)
{
  if (fragment->repeat == FF_AGAIN_LINE)
    return fragment->measures->line;

  return fragment->again != NULL ? fragment->again->height : fragment->height;
}

/* Whether the fragment at @i is the last of its block on @page, and comes again as @repeat says. */
static gboolean
may_repeat (const GArray *page, guint i, FfAgain repeat)
{
  const FfPlacement *placement = &g_array_index (page, FfPlacement, i);

  if (repeat == FF_AGAIN_LINE
      && placement->height
             > placement->fragment->head + MOST_LINES * placement->fragment->measures->line)
    return FALSE;

  return placement->fragment->repeat == repeat
         && (i + 1 == page->len || placement[1].fragment->block != placement->fragment->block);
}

/* How much more height fragments want before others come again. */
static double
wished_height (const GArray *page)
{
  double wished = 0;

  for (guint i = 0; i < page->len; i++)
    {
      const FfPlacement *placement = &g_array_index (page, FfPlacement, i);

      wished += MAX (0, placement->fragment->wish - placement->height);
    }

  return wished;
}

/* Empty rows and lines, one more of each in turn, as many as there is room for. */
static void
repeat (GArray *page, FfAgain which, double height)
{
  gboolean added;

  if (which == FF_AGAIN_ROW)
    height -= wished_height (page);

  do
    {
      added = FALSE;
      for (guint i = page->len; i > 0; i--)
        {
          const FfFragment *fragment = g_array_index (page, FfPlacement, i - 1).fragment;

          if (may_repeat (page, i - 1, which)
              && used_height (page) + height_again (fragment) <= height)
            {
              insert_again (page, i - 1);
              added = TRUE;
            }
        }
    }
  while (added);
}

/* What is left goes to the fragments that can use it, the same to each, to their limits. */
static void
grow (GArray *page, double height)
{
  double room = MAX (0, height - used_height (page));
  guint n = 0;

  for (guint i = 0; i < page->len; i++)
    if (g_array_index (page, FfPlacement, i).fragment->grows)
      n++;

  for (guint i = 0; i < page->len; i++)
    {
      FfPlacement *placement = &g_array_index (page, FfPlacement, i);

      if (!placement->fragment->grows)
        continue;
      placement->height += room / n;
      if (placement->fragment->max_height > 0)
        placement->height = MIN (placement->height, placement->fragment->max_height);
    }
}

/* What each fragment that can use it gets of what is left over; all of it where there is none. */
static double
get_share (const GArray *page, double height)
{
  guint n = 0;

  for (guint i = 0; i < page->len; i++)
    if (g_array_index (page, FfPlacement, i).fragment->grows)
      n++;

  return MAX (0, height - used_height (page)) / MAX (n, 1);
}

static gboolean
has_header (const GArray *page, const FfFragment *header)
{
  return page->len > 0 && g_array_index (page, FfPlacement, 0).fragment == header;
}

/* Whether rows at the end of @page may stand on @next instead. */
static gboolean
may_move (const GArray *page, const GArray *next, double height)
{
  const FfFragment *last = g_array_index (page, FfPlacement, page->len - 1).fragment;
  const FfFragment *first = g_array_index (next, FfPlacement, 0).fragment;

  if (last->header == NULL || last->repeat != FF_AGAIN_NEVER || first->new_page)
    return FALSE;
  for (guint i = 0; i < next->len; i++)
    {
      const FfFragment *fragment = g_array_index (next, FfPlacement, i).fragment;

      if (fragment->block == last->block && fragment->repeat != FF_AGAIN_NEVER)
        return FALSE;
    }

  return has_header (next, last->header)
         || (last->kind == FF_BLOCK_TABLE && height - used_height (next) > height * MOST_EMPTY);
}

static guint
count_rows (const GArray *page, const FfFragment *header)
{
  guint n = 0;

  for (guint i = 0; i < page->len; i++)
    if (g_array_index (page, FfPlacement, i).fragment->header == header)
      n++;

  return n;
}

/* Moves the last row of @page to the top of @next, below the titles of its columns. */
static void
move_row (GArray *page, GArray *next)
{
  FfPlacement row = g_array_index (page, FfPlacement, page->len - 1);

  if (!has_header (next, row.fragment->header))
    {
      FfPlacement header = { row.fragment->header, 0, row.fragment->header->height };

      g_array_prepend_val (next, header);
    }
  g_array_set_size (page, page->len - 1);
  g_array_insert_val (next, 1, row);
}

/* A row that is alone on its page goes to the others, with the titles of the columns. */
static void
move_only_row (GArray *page, GArray *next, double height)
{
  FfPlacement last = g_array_index (page, FfPlacement, page->len - 1);
  const FfFragment *header = last.fragment->header;
  double taken;

  if (header == NULL || page->len < 3 || count_rows (page, header) != 1
      || !has_header (next, header)
      || g_array_index (page, FfPlacement, page->len - 3).fragment->keep_with_next)
    return;

  taken = last.height + header->height + header->space_before;
  if (used_height (page) - taken < height * GOOD_FILL || used_height (next) + last.height > height)
    return;
  move_row (page, next);
  g_array_set_size (page, page->len - 1);
}

/* The rows of a table that goes on become about as high on one page as on the next. */
static void
even_out (GArray *page, GArray *next, double height)
{
  const FfFragment *header = g_array_index (page, FfPlacement, page->len - 1).fragment->header;

  if (!may_move (page, next, height))
    return;

  for (guint n = count_rows (page, header); n > LEAST_ROWS; n--)
    {
      double uneven = fabs (get_share (page, height) - get_share (next, height));
      g_autoptr (GArray) shorter = g_array_copy (page);
      g_autoptr (GArray) longer = g_array_copy (next);

      move_row (shorter, longer);
      if (used_height (longer) > height
          || fabs (get_share (shorter, height) - get_share (longer, height)) >= uneven)
        return;
      move_row (page, next);
    }
}

static void
set_positions (GArray *page)
{
  double y = 0;

  for (guint i = 0; i < page->len; i++)
    {
      FfPlacement *placement = &g_array_index (page, FfPlacement, i);

      if (i > 0)
        y += placement->fragment->space_before;
      placement->y = y;
      y += placement->height;
    }
}

/**
 * ff_paginate:
 * @fragments: (element-type FfFragment): what is to stand on the pages, in order
 * @height: of the text on a page, in points
 *
 * Fills each page before it begins the next. A fragment stays with the next one where it says so, so no
 * heading is left alone at the foot of a page, and a table's titles come again on each of its pages.
 *
 * Returns: (transfer full) (element-type GArray): an array of [struct@Placement] for each page
 */
GPtrArray *
ff_paginate (GPtrArray *fragments, double height)
{
  GPtrArray *pages = break_into_pages (fragments, 0, 0, height);

  for (guint i = 0; i + 1 < pages->len; i++)
    {
      move_only_row (g_ptr_array_index (pages, i), g_ptr_array_index (pages, i + 1), height);
      even_out (g_ptr_array_index (pages, i), g_ptr_array_index (pages, i + 1), height);
    }
  for (guint i = 0; i < pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages, i);

      repeat (page, FF_AGAIN_ROW, height);
      grow (page, height);
      repeat (page, FF_AGAIN_LINE, height);
      set_positions (page);
    }

  return pages;
}

/**
 * ff_paginate_columns:
 * @fragments: (element-type FfFragment): what is to stand in the columns, in order
 * @n_first: how many columns at the beginning are shorter
 * @first_height: how high those are, in points
 * @height: how high the others are
 *
 * As ff_paginate(), but what is not full stays so.
 *
 * Returns: (transfer full) (element-type GArray): an array of [struct@Placement] for each column
 */
GPtrArray *
ff_paginate_columns (GPtrArray *fragments, guint n_first, double first_height, double height)
{
  GPtrArray *columns = break_into_pages (fragments, n_first, first_height, height);

  for (guint i = 0; i < columns->len; i++)
    set_positions (g_ptr_array_index (columns, i));

  return columns;
}

/* How many placements, of @n that are left on a page, stand in the frame that begins with the first one. */
static guint
count_framed (const FfPlacement *placements, guint n)
{
  for (guint i = 1; i < n; i++)
    if (placements[i].fragment->block != placements[0].fragment->block
        || placements[i].fragment->frame != NULL)
      return i;

  return n;
}

/**
 * ff_place_all:
 * @placements: (element-type FfPlacement): what stands on a page
 * @page: the page
 * @x: where blocks begin
 * @y: of the first one's top
 * @width: of the blocks
 *
 * Fragments of one block that follow each other share the structure around them.
 */
void
ff_place_all (const GArray *placements, FfPage *page, double x, double y, double width)
{
  const FfPlacement *all = (const FfPlacement *) placements->data;
  const FfFragment *open = NULL;

  for (guint i = 0; i < placements->len; i++)
    {
      const FfPlacement *placement = &all[i];
      const FfFragment *fragment = placement->fragment;

      if (open != NULL && open->block != fragment->block)
        {
          ff_page_end (page, open->container);
          open = NULL;
        }
      if (fragment->frame != NULL)
        fragment->frame (placement, count_framed (placement, placements->len - i), page, y);
      if (open == NULL && fragment->container != NULL)
        {
          ff_page_begin (page, fragment->container);
          open = fragment;
        }
      ff_fragment_place (fragment, page, x, y + placement->y, width, placement->height,
                         placement->row);
    }
  if (open != NULL)
    ff_page_end (page, open->container);
}

/* ff-paginator.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks a sheet into pages and fills them.
 */

#include "ff-paginator.h"

/* Halves of a point gained by rounding do not make a new page. */
#define TOLERANCE 0.01

static double
space_above (const GArray *page, const FfFragment *fragment)
{
  return page->len > 0 ? fragment->space_before : 0;
}

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

/* The height of the fragment at @i with those that it must not be parted from. */
static double
height_of_chain (GPtrArray *fragments, guint i, const GArray *page)
{
  const FfFragment *fragment = g_ptr_array_index (fragments, i);
  double height = space_above (page, fragment) + fragment->height;

  while (fragment->keep_with_next && i + 1 < fragments->len)
    {
      fragment = g_ptr_array_index (fragments, ++i);
      height += fragment->space_before + fragment->height;
    }

  return height;
}

static gboolean
is_chained (GPtrArray *fragments, guint i)
{
  return i > 0 && ((const FfFragment *) g_ptr_array_index (fragments, i - 1))->keep_with_next;
}

static GPtrArray *
break_into_pages (GPtrArray *fragments, guint n_first, double first_height, double other_height)
{
  double height = n_first > 0 ? first_height : other_height;
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *page = g_array_new (FALSE, FALSE, sizeof (FfPlacement));

  g_ptr_array_add (pages, page);
  for (guint i = 0; i < fragments->len; i++)
    {
      const FfFragment *fragment = g_ptr_array_index (fragments, i);

      if (page->len > 0 && !is_chained (fragments, i)
          && used_height (page) + height_of_chain (fragments, i, page) > height + TOLERANCE)
        {
          page = g_array_new (FALSE, FALSE, sizeof (FfPlacement));
          g_ptr_array_add (pages, page);
          height = pages->len <= n_first ? first_height : other_height;
          if (fragment->header != NULL)
            append (page, fragment->header);
        }
      append (page, fragment);
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

  return placement->fragment->repeat == repeat
         && (i + 1 == page->len || placement[1].fragment->block != placement->fragment->block);
}

/* Empty rows and lines, one more of each in turn, as many as there is room for. */
static void
repeat (GArray *page, FfAgain which, double height)
{
  gboolean added;

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
  const FfFragment *open = NULL;

  for (guint i = 0; i < placements->len; i++)
    {
      const FfPlacement *placement = &g_array_index (placements, FfPlacement, i);
      const FfFragment *fragment = placement->fragment;

      if (open != NULL && open->block != fragment->block)
        {
          ff_page_end (page, open->container);
          open = NULL;
        }
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

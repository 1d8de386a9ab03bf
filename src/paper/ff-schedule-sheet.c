/* ff-schedule-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule for a wall and as a list.
 */

#include "ff-foot.h"
#include "ff-paginator.h"
#include "ff-schedule-layout.h"
#include "ff-sheet-private.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define POSTER_MARGIN (16 * POINTS_PER_MM)
#define LIST_MARGIN (13 * POINTS_PER_MM)
#define GUTTER (8 * POINTS_PER_MM) /* between a list's columns */
#define LIST_SCALE 0.84            /* letters of nearly 9 points */
#define LIGHT_RULE 0.5

/* A wall that has so many meetings needs several pages, whatever the size of the letters. */
#define MANY_MEETINGS 60

/* How large a poster's letters are: the first size that brings all onto one page, else the last one, for several. */
static const double poster_scales[] = { 2.2, 1.9, 1.65, 1.45, 1.3, 1.2, 1.1, 1, 1.3 };
static const double large_poster_scales[] = { 1.4, 1.2, 1 };

/* --- Poster --- */

static guint
count_entries (const FfScheduleContents *contents)
{
  guint n = 0;

  for (guint i = 0; i < contents->sections->len; i++)
    n += ((const FfScheduleSection *) g_ptr_array_index (contents->sections, i))->entries->len;

  return n;
}

static FfTypesetter *
set_poster (const FfScheduleContents *contents,
            const FfScheduleStyle *style,
            double scale,
            double width,
            double height)
{
  FfTypesetter *typesetter = ff_typesetter_new (contents->words.catalogue, style->large_print,
                                                POSTER_MARGIN, width - 2 * POSTER_MARGIN);

  ff_typesetter_set_scale (typesetter, scale);
  ff_schedule_layout_title (typesetter, contents);
  ff_schedule_layout_sections (typesetter, contents, height);
  ff_schedule_layout_legend (typesetter, contents);

  return typesetter;
}

/**
 * ff_schedule_poster_new:
 * @contents: what it says
 * @style: on which paper
 *
 * For a wall: letters as large as one page allows, down to a size that is still read from two steps away.
 *
 * Returns: (transfer full): the poster
 */
FfSheet *
ff_schedule_poster_new (const FfScheduleContents *contents, const FfScheduleStyle *style)
{
  const double *scales = style->large_print ? large_poster_scales : poster_scales;
  const gsize n_scales
      = style->large_print ? G_N_ELEMENTS (large_poster_scales) : G_N_ELEMENTS (poster_scales);
  gsize i = count_entries (contents) > MANY_MEETINGS ? n_scales - 1 : 0;
  FfCatalogue *catalogue = contents->words.catalogue;
  FfTypesetter *foot, *typesetter = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  double width, height, text_height;
  FfSheet *sheet;

  ff_paper_size_get_points (style->size, &width, &height);
  foot
      = ff_typesetter_new (catalogue, style->large_print, POSTER_MARGIN, width - 2 * POSTER_MARGIN);
  text_height = height - POSTER_MARGIN - ff_foot_get_height (foot, NULL);
  sheet = ff_sheet_new (contents->title, contents->summary, catalogue, width, height);
  for (; i < n_scales && (pages == NULL || pages->len > 1); i++)
    {
      g_clear_pointer (&pages, g_ptr_array_unref);
      g_clear_pointer (&typesetter, ff_typesetter_free);
      typesetter = set_poster (contents, style, scales[i], width, text_height);
      pages = ff_paginate_columns (typesetter->fragments, 0, 0, text_height);
    }

  for (guint page = 0; page < pages->len; page++)
    {
      FfPage *to = ff_sheet_add_page (sheet);

      ff_place_all (g_ptr_array_index (pages, page), to, POSTER_MARGIN, POSTER_MARGIN,
                    typesetter->width);
      ff_foot_add (foot, catalogue, to, height, page, pages->len, contents->printed, NULL);
    }
  ff_typesetter_free (typesetter);
  ff_typesetter_free (foot);

  return sheet;
}

/* --- List --- */

static void
place_columns (GPtrArray *columns,
               guint first,
               guint n,
               FfPage *page,
               double top,
               double bottom,
               double width)
{
  for (guint i = 0; i < n && first + i < columns->len; i++)
    {
      ff_page_set_origin (page, LIST_MARGIN + i * (width + GUTTER));
      ff_place_all (g_ptr_array_index (columns, first + i), page, 0, top, width);
      if (i > 0)
        ff_page_add_rule (page, FF_INK_LINE, LIGHT_RULE, -GUTTER / 2, top, 0, bottom - top);
    }
  ff_page_set_origin (page, 0);
}

/**
 * ff_schedule_list_new:
 * @contents: what it says
 * @style: on which paper
 *
 * As much as fits: two columns of small letters, or one in large print.
 *
 * Returns: (transfer full): the list
 */
FfSheet *
ff_schedule_list_new (const FfScheduleContents *contents, const FfScheduleStyle *style)
{
  const guint n_columns = style->large_print ? 1 : 2;
  FfCatalogue *catalogue = contents->words.catalogue;
  FfTypesetter *around, *typesetter;
  g_autoptr (GPtrArray) columns = NULL;
  double width, height, column_width, bottom, first_top;
  guint n_pages;
  FfSheet *sheet;
  FfFragment *title;

  ff_paper_size_get_points (style->size, &width, &height);
  sheet = ff_sheet_new (contents->title, contents->summary, catalogue, width, height);
  around = ff_typesetter_new (catalogue, style->large_print, LIST_MARGIN, width - 2 * LIST_MARGIN);
  column_width = (around->width + GUTTER) / n_columns - GUTTER;
  typesetter = ff_typesetter_new (catalogue, style->large_print, 0, column_width);
  ff_typesetter_set_scale (typesetter, style->large_print ? 1 : LIST_SCALE);
  title = ff_schedule_layout_title (around, contents);
  first_top = LIST_MARGIN + title->height + around->measures.gap;
  bottom = height - ff_foot_get_height (around, NULL);
  ff_schedule_layout_sections (typesetter, contents, bottom - LIST_MARGIN);
  ff_schedule_layout_legend (typesetter, contents);
  columns = ff_paginate_columns (typesetter->fragments, n_columns, bottom - first_top,
                                 bottom - LIST_MARGIN);

  n_pages = (columns->len + n_columns - 1) / n_columns;
  for (guint page = 0; page < n_pages; page++)
    {
      FfPage *to = ff_sheet_add_page (sheet);

      if (page == 0)
        ff_fragment_place (title, to, LIST_MARGIN, LIST_MARGIN, around->width, title->height, 0);
      place_columns (columns, page * n_columns, n_columns, to, page == 0 ? first_top : LIST_MARGIN,
                     bottom, column_width);
      ff_foot_add (around, catalogue, to, height, page, n_pages, contents->printed, NULL);
    }
  ff_typesetter_free (typesetter);
  ff_typesetter_free (around);

  return sheet;
}

/**
 * ff_schedule_sheet_new:
 * @schedule: all of its meetings come onto the paper
 * @style: how
 *
 * May be called in a thread; a schedule of thousands of meetings takes seconds.
 *
 * Returns: (transfer full): the schedule on pages
 */
FfSheet *
ff_schedule_sheet_new (FfSchedule *schedule, const FfScheduleStyle *style)
{
  g_autoptr (FfScheduleContents) contents = NULL;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (style != NULL && style->printed != NULL, NULL);

  contents = ff_schedule_contents_new (schedule, style);
  switch (style->form)
    {
    case FF_SCHEDULE_LIST:
      return ff_schedule_list_new (contents, style);

    case FF_SCHEDULE_LEAFLET:
      return ff_schedule_leaflet_new (contents, style);

    case FF_SCHEDULE_POSTER:
    default:
      return ff_schedule_poster_new (contents, style);
    }
}

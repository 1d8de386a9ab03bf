/* ff-test-boxes.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of what is on a page: inside its margins, nothing cut off or on top of something else.
 */

#pragma once

#include "ff-sheet.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define TOLERANCE 0.05

/* Printers leave up to 6 mm of the paper's edge white. */
#define UNPRINTABLE (6 * POINTS_PER_MM)

static inline gboolean
contains (const FfSheetBox *outer, const FfSheetBox *inner)
{
  return inner->x >= outer->x - TOLERANCE && inner->y >= outer->y - TOLERANCE
         && inner->x + inner->width <= outer->x + outer->width + TOLERANCE
         && inner->y + inner->height <= outer->y + outer->height + TOLERANCE;
}

/* What has no ink, such as a space in an empty cell, covers nothing. */
static inline gboolean
is_empty (const FfSheetBox *box)
{
  return box->width <= 0 || box->height <= 0;
}

static inline gboolean
overlaps (const FfSheetBox *a, const FfSheetBox *b)
{
  return a->page == b->page && !is_empty (a) && !is_empty (b) && a->x + a->width > b->x + TOLERANCE
         && b->x + b->width > a->x + TOLERANCE && a->y + a->height > b->y + TOLERANCE
         && b->y + b->height > a->y + TOLERANCE;
}

static inline void
describe (const char *what, const FfSheetBox *box)
{
  g_test_message ("%s: role %u, kind %u, page %u: %.1f, %.1f, %.1f × %.1f", what, box->role,
                  box->kind, box->page, box->x, box->y, box->width, box->height);
}

/* What must not share a place: things of the same role, and letters with room to write or with a code. */
static inline gboolean
may_not_overlap (const FfSheetBox *a, const FfSheetBox *b)
{
  if (a->role == b->role)
    return TRUE;

  return a->role == FF_SHEET_BOX_TEXT
         && (b->role == FF_SHEET_BOX_AREA || b->role == FF_SHEET_BOX_CODE);
}

static inline void
check_boxes (FfSheet *sheet)
{
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);
  double width, height;

  ff_sheet_get_page_size (sheet, &width, &height);
  g_assert_cmpuint (n, >, 0);
  for (gsize i = 0; i < n; i++)
    {
      const FfSheetBox printable = { .x = UNPRINTABLE,
                                     .y = UNPRINTABLE,
                                     .width = width - 2 * UNPRINTABLE,
                                     .height = height - 2 * UNPRINTABLE };

      if (!contains (&printable, &boxes[i]))
        {
          describe ("outside the page", &boxes[i]);
          g_test_fail ();
        }
      for (gsize j = 0; j < n; j++)
        if (i != j && may_not_overlap (&boxes[i], &boxes[j]) && overlaps (&boxes[i], &boxes[j]))
          {
            describe ("overlaps", &boxes[i]);
            describe ("with", &boxes[j]);
            g_test_fail ();
          }
    }
}

/* Nothing is drawn where printers do not print, and something over that share of each page's width. */
static inline void
check_ink (FfSheet *sheet, double least_share)
{
  for (guint page = 0; page < ff_sheet_get_n_pages (sheet); page++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height, page_width, page_height;

      ff_sheet_draw_page (sheet, page, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      ff_sheet_get_page_size (sheet, &page_width, &page_height);
      g_assert_cmpfloat (width, >, page_width * least_share);
      g_assert_cmpfloat (x, >=, UNPRINTABLE);
      g_assert_cmpfloat (y, >=, UNPRINTABLE);
      g_assert_cmpfloat (x + width, <=, page_width - UNPRINTABLE);
      g_assert_cmpfloat (y + height, <=, page_height - UNPRINTABLE);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

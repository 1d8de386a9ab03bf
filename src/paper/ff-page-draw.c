/* ff-page-draw.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws what a page holds.
 */

#include "ff-page-private.h"

#include <math.h>

#include "ff-qr-code.h"

/* PDF 1.7, 14.8.2.2: content that is no part of what the page says. cairo is not told: for each such tag it
 * leaves an object out that it counted (1.18), and a PDF marks all that has no other tag so when it is finished. */
#define TAG_ARTIFACT "Artifact"
#define FRAME_THICKNESS 0.75
#define DASH 3.0

static const double greys[] = {
  [FF_INK_BLACK] = 0,   [FF_INK_FRAME] = 0.3, [FF_INK_LINE] = 0.5, [FF_INK_FAINT] = 0.4,
  [FF_INK_PALE] = 0.75, [FF_INK_TINT] = 0.94, [FF_INK_PAPER] = 1,
};

static void
trace_frame (const FfItem *item, cairo_t *cr, FfCorners corners)
{
  double right = item->x + item->width, bottom = item->y + item->height;
  double r[4];

  for (guint i = 0; i < G_N_ELEMENTS (r); i++)
    r[i] = corners & (1U << i) ? item->size : 0;
  cairo_new_path (cr);
  cairo_arc (cr, item->x + r[0], item->y + r[0], r[0], G_PI, 3 * G_PI_2);
  cairo_arc (cr, right - r[1], item->y + r[1], r[1], -G_PI_2, 0);
  cairo_arc (cr, right - r[2], bottom - r[2], r[2], 0, G_PI_2);
  cairo_arc (cr, item->x + r[3], bottom - r[3], r[3], G_PI_2, G_PI);
  cairo_close_path (cr);
}

static void
draw_tint (const FfItem *item, cairo_t *cr)
{
  trace_frame (item, cr, item->corners);
  cairo_fill (cr);
}

static void
draw_frame (const FfItem *item, cairo_t *cr)
{
  trace_frame (item, cr,
               FF_CORNER_TOP_START | FF_CORNER_TOP_END | FF_CORNER_BOTTOM_END
                   | FF_CORNER_BOTTOM_START);
  cairo_set_line_width (cr, FRAME_THICKNESS);
  cairo_stroke (cr);
}

static void
draw_circle (const FfItem *item, cairo_t *cr)
{
  double r = item->width / 2;

  cairo_new_path (cr);
  cairo_arc (cr, item->x + r, item->y + r, r, 0, 2 * G_PI);
  if (item->flags & FF_PATH_FILLED)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, item->size > 0 ? item->size : FRAME_THICKNESS);
  cairo_stroke (cr);
}

static void
draw_rule (const FfItem *item, cairo_t *cr)
{
  cairo_move_to (cr, item->x, item->y);
  cairo_rel_line_to (cr, item->width, item->height);
  cairo_set_line_width (cr, item->size);
  cairo_stroke (cr);
}

/* Never mirrored: readers of codes know one way round only. Dark modules that touch are one shape, so that
 * no hair of white comes between them. */
static void
draw_code (const FfItem *item, cairo_t *cr)
{
  guint n = ff_qr_code_get_width (item->code);
  double module = item->width / (n + 2 * FF_QR_CODE_QUIET);
  double x = item->x + module * FF_QR_CODE_QUIET, y = item->y + module * FF_QR_CODE_QUIET;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_new_path (cr);
  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n; column++)
      {
        guint first = column;

        while (column < n && ff_qr_code_is_dark (item->code, column, row))
          column++;
        if (column > first)
          cairo_rectangle (cr, x + first * module, y + row * module, (column - first) * module,
                           module);
      }
  cairo_fill (cr);
  cairo_restore (cr);
}

/* How steep the curve is at a point between two others: level at a peak, else between their slopes (Fritsch and
 * Butland), so that it never leaves their heights. */
static double
find_slope (const FfPoint *points, guint i, guint n)
{
  double before, after;

  if (n < 2)
    return 0;
  before = i > 0 ? (points[i].y - points[i - 1].y) / (points[i].x - points[i - 1].x) : 0;
  after = i + 1 < n ? (points[i + 1].y - points[i].y) / (points[i + 1].x - points[i].x) : 0;
  if (i == 0)
    return after;
  if (i + 1 == n)
    return before;

  return before * after > 0 ? 2 * before * after / (before + after) : 0;
}

static void
trace_curve (const FfItem *item, cairo_t *cr)
{
  const FfPoint *points = (const FfPoint *) item->points->data;
  guint n = item->points->len;

  for (guint i = 0; i + 1 < n; i++)
    {
      double third = (points[i + 1].x - points[i].x) / 3;

      cairo_curve_to (cr, points[i].x + third, points[i].y + third * find_slope (points, i, n),
                      points[i + 1].x - third,
                      points[i + 1].y - third * find_slope (points, i + 1, n), points[i + 1].x,
                      points[i + 1].y);
    }
}

static void
draw_path (const FfItem *item, cairo_t *cr)
{
  const FfPoint *points = (const FfPoint *) item->points->data;

  cairo_new_path (cr);
  cairo_move_to (cr, points[0].x, points[0].y);
  if (item->flags & FF_PATH_SMOOTH)
    trace_curve (item, cr);
  else
    for (guint i = 1; i < item->points->len; i++)
      cairo_line_to (cr, points[i].x, points[i].y);
  if (item->flags & FF_PATH_CLOSED)
    cairo_close_path (cr);
  if (item->flags & FF_PATH_FILLED)
    {
      cairo_fill (cr);
      return;
    }

  cairo_save (cr);
  cairo_set_line_width (cr, item->size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (item->flags & FF_PATH_DASHED)
    cairo_set_dash (cr, (double[]) { DASH, DASH * 1.4 }, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* As shapes where the letters are no part of what the page says, and so of no text that is found in it. */
static void
draw_text (const FfItem *item, cairo_t *cr, gboolean is_artifact)
{
  cairo_move_to (cr, item->x, item->y);
  if (is_artifact)
    {
      pango_cairo_layout_path (cr, item->layout);
      cairo_fill (cr);
    }
  else
    {
      pango_cairo_show_layout (cr, item->layout);
    }
}

static void
draw_item (const FfItem *item, cairo_t *cr, gboolean *in_artifact)
{
  double grey = greys[item->ink];

  cairo_set_source_rgb (cr, grey, grey, grey);
  switch (item->kind)
    {
    case FF_ITEM_BEGIN:
      *in_artifact = g_str_equal (item->tag, TAG_ARTIFACT);
      if (!*in_artifact)
        cairo_tag_begin (cr, item->tag, NULL);
      break;

    case FF_ITEM_END:
      *in_artifact = FALSE;
      if (!g_str_equal (item->tag, TAG_ARTIFACT))
        cairo_tag_end (cr, item->tag);
      break;

    case FF_ITEM_TEXT:
      draw_text (item, cr, *in_artifact);
      break;

    case FF_ITEM_RULE:
      draw_rule (item, cr);
      break;

    case FF_ITEM_FRAME:
      draw_frame (item, cr);
      break;

    case FF_ITEM_TINT:
      draw_tint (item, cr);
      break;

    case FF_ITEM_CIRCLE:
      draw_circle (item, cr);
      break;

    case FF_ITEM_PATH:
      draw_path (item, cr);
      break;

    case FF_ITEM_CODE:
      draw_code (item, cr);
      break;

    default:
      g_warn_if_reached ();
    }
}

/**
 * ff_page_draw:
 * @page: a page
 * @cr: where to; one unit is a point
 * @answers: whether with what is written in its areas
 */
void
ff_page_draw (FfPage *page, cairo_t *cr, gboolean answers)
{
  gboolean in_artifact = FALSE;

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < page->items->len; i++)
    {
      const FfItem *item = &g_array_index (page->items, FfItem, i);

      if (answers || !item->answer)
        draw_item (item, cr, &in_artifact);
    }
  cairo_restore (cr);
}

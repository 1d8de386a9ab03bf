/* ff-layout-cycle.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stages around a ring, one of which is somebody's own.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-ring.h"
#include "ff-writing.h"

#define HEIGHT_EMS 23
#define MOST_HEIGHT_EMS 36
#define LEAST_RADIUS_EMS 5.5
/* Diameter of a stage's circle, in radiuses of the ring, between a least and a most. */
#define STAGE_SHARE 0.27
#define STAGE_EMS 2.6
#define MOST_STAGE_EMS 4.2
#define LARGE_STAGE_EMS 3.2 /* has a larger number in it */
/* Labels are as much larger at most, unless the ring becomes smaller than this of its room. */
#define LABEL_SCALE 1.2
#define RADIUS_SHARE 0.33
#define LARGE_RADIUS_SHARE 0.22 /* in large print */
#define RING_RULE 1.2
#define HEAD_EMS 0.8 /* of an arrow */
#define ARC_POINTS 24
#define PEN 2.2

static double
get_diameter (const FfFragment *fragment, const FfRing *ring)
{
  double em = fragment->measures->em;

  return CLAMP (ring->radius * STAGE_SHARE, em * STAGE_EMS, em * MOST_STAGE_EMS);
}

/* The ring's own radius: its circles reach out to where the labels begin. */
static double
get_radius (const FfFragment *fragment, const FfRing *ring)
{
  return ring->radius - get_diameter (fragment, ring) / 2;
}

/* From one stage to the next, with a head where it arrives. */
static void
add_arrow (const FfFragment *fragment, FfPage *page, const FfRing *ring, guint i)
{
  double em = fragment->measures->em, radius = get_radius (fragment, ring);
  double gap = (get_diameter (fragment, ring) / 2 + 0.45 * em) / radius;
  double from = 2 * G_PI * i / ring->n + gap, to = 2 * G_PI * (i + 1) / ring->n - gap;
  FfPoint points[ARC_POINTS], head[3];

  if (to <= from)
    return;
  for (guint point = 0; point < ARC_POINTS; point++)
    {
      double angle = from + (to - from) * point / (ARC_POINTS - 1);

      points[point] = (FfPoint) { ring->center.x + radius * sin (angle),
                                  ring->center.y - radius * cos (angle) };
    }
  ff_page_add_path (page, FF_INK_FRAME, RING_RULE, 0, points, ARC_POINTS);

  head[1] = points[ARC_POINTS - 1];
  for (guint side = 0; side < 2; side++)
    {
      /* The wings lean with the arc. */
      double back = to + 0.35 * em * HEAD_EMS / radius + G_PI + (side == 0 ? 0.5 : -0.5);

      head[side * 2] = (FfPoint) { head[1].x + em * HEAD_EMS * cos (back),
                                   head[1].y + em * HEAD_EMS * sin (back) };
    }
  ff_page_add_path (page, FF_INK_FRAME, RING_RULE, 0, head, G_N_ELEMENTS (head));
}

static void
get_square (const FfFragment *fragment, const FfRing *ring, guint i, FfWriting *writing)
{
  double diameter = get_diameter (fragment, ring);
  FfPoint center = ff_ring_get_point (ring, i, get_radius (fragment, ring));

  writing->x = center.x - diameter / 2;
  writing->y = center.y - diameter / 2;
  writing->width = writing->height = diameter;
}

static void
add_stage (const FfFragment *fragment, FfPage *page, const FfRing *ring, guint i)
{
  g_autofree char *digits = g_strdup_printf ("%u", i + 1);
  gboolean large = get_diameter (fragment, ring) > fragment->measures->em * LARGE_STAGE_EMS;
  g_autoptr (PangoLayout) number
      = ff_typesetter_text (fragment->typesetter, large ? FF_STYLE_HEADING : FF_STYLE_STRONG,
                            digits, -1);
  FfWriting square;

  get_square (fragment, ring, i, &square);
  ff_page_add_circle (page, square.x, square.y, square.width);
  ff_page_begin (page, "Span");
  ff_page_add_text (page, number, FF_INK_BLACK,
                    square.x + (square.width - ff_text_width (number)) / 2,
                    square.y + (square.height - ff_text_height (number)) / 2);
  ff_page_end (page, "Span");
}

/* Says what is drawn. */
static char *
describe (const FfFragment *fragment)
{
  const FfBlock *block = fragment->block;
  g_autoptr (GString) names = g_string_new (NULL);
  /* Translators: says aloud what a drawing shows; keep {stages} */
  GString *text = g_string_new (
      ff_catalogue_lookup (fragment->typesetter->catalogue,
                           N_ ("A ring of stages, each with an arrow to the next: {stages}.")));

  for (guint i = 0; i < block->parts->len; i++)
    g_string_append_printf (names, "%s%u %s", i > 0 ? "; " : "", i + 1,
                            ff_block_get_part (block, i)->title);
  g_string_replace (text, "{stages}", names->str, 1);

  return g_string_free_and_steal (text);
}

static void
place_cycle (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  FfTypesetter *typesetter = fragment->typesetter;
  const FfBlock *block = fragment->block;
  double room = height - fragment->head;
  double least = MAX (typesetter->measures.em * LEAST_RADIUS_EMS,
                      MIN (typesetter->width, room)
                          * (typesetter->large_print ? LARGE_RADIUS_SHARE : RADIUS_SHARE));
  g_autoptr (FfRing) ring
      = ff_ring_new (typesetter, block, typesetter->large_print ? 1 : LABEL_SCALE, least,
                     typesetter->margin, y + fragment->head, typesetter->width, room);
  g_autofree char *text = describe (fragment);

  ff_page_begin_figure (page, text);
  for (guint i = 0; i < ring->n; i++)
    {
      add_arrow (fragment, page, ring, i);
      add_stage (fragment, page, ring, i);
    }
  ff_ring_add_labels (ring, page);
  ff_page_end_figure (page);
  for (guint i = 0; i < ring->n; i++)
    {
      FfWriting writing = FF_WRITING (FF_AREA_CHOICE, 0, 0, block->text);

      writing.option = i;
      writing.choice = ff_block_get_part (block, i)->title;
      get_square (fragment, ring, i, &writing);
      ff_writing_add_mark (fragment, page, &writing);
    }
}

/**
 * ff_layout_cycle:
 * @typesetter: where its fragment goes
 * @block: stages that follow each other, the first one again after the last
 */
void
ff_layout_cycle (FfTypesetter *typesetter, const FfBlock *block)
{
  ff_layout_drawing (typesetter, block, HEIGHT_EMS, MOST_HEIGHT_EMS * typesetter->measures.em,
                     place_cycle);
}

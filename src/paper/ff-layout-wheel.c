/* ff-layout-wheel.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wheel: a spoke for each area of life, and rings to mark how it is there now and how it is wanted.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-ring.h"
#include "ff-writing.h"

/* What the areas of a spoke are, by their row. */
typedef enum
{
  NOW,
  WANTED,
  N_LEVELS,
} Level;

#define HUB_SHARE 0.24 /* of the radius, where 0 is: spokes are too close together further in */
#define LEAST_RADIUS_EMS 8.5
/* At least, with labels and legend; large letters give a wheel that is large enough sooner. */
#define HEIGHT_EMS 28
#define LARGE_HEIGHT_EMS 20.5
#define LEGEND_EMS 2.2
#define OUTER_RULE 1.0
#define RING_RULE 0.4
#define MIDDLE_RULE 0.7
#define SPOKE_RULE 0.5
#define NOW_RULE 1.9
#define WANTED_RULE 1.4
#define VERTEX 5.0
#define SAMPLE_EMS 3.5
/* Squares at a crossing that do not touch, whichever way the spoke goes. */
#define SQUARE_OF_STEP 0.68
#define SQUARE_OF_CHORD 0.34

static double
get_level_radius (const FfRing *ring, const FfBlock *block, double level)
{
  return ring->radius * (HUB_SHARE + (1 - HUB_SHARE) * level / block->count);
}

static void
add_ring_at (FfPage *page, const FfRing *ring, double radius, double thickness, FfInk ink)
{
  FfPoint points[120];

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double angle = 2 * G_PI * (double) i / G_N_ELEMENTS (points);

      points[i] = (FfPoint) { ring->center.x + radius * sin (angle),
                              ring->center.y - radius * cos (angle) };
    }
  ff_page_add_path (page, ink, thickness, FF_PATH_CLOSED, points, G_N_ELEMENTS (points));
}

static void
add_rings (FfPage *page, const FfRing *ring, const FfBlock *block)
{
  for (guint level = 0; level <= block->count; level++)
    {
      gboolean outer = level == block->count;
      gboolean middle = block->count % 2 == 0 && level * 2 == block->count;
      double thickness = outer ? OUTER_RULE : middle ? MIDDLE_RULE : RING_RULE;

      add_ring_at (page, ring, get_level_radius (ring, block, level), thickness,
                   outer ? FF_INK_FRAME : FF_INK_LINE);
    }
  for (guint i = 0; i < ring->n; i++)
    {
      FfPoint ends[] = { ff_ring_get_point (ring, i, get_level_radius (ring, block, 0)),
                         ff_ring_get_point (ring, i, ring->radius) };

      ff_page_add_path (page, FF_INK_FRAME, SPOKE_RULE, 0, ends, 2);
    }
}

/* Beside the spoke that goes up, on the white between it and the next, as many as there is room for. */
static void
add_numbers (const FfFragment *fragment, FfPage *page, const FfRing *ring)
{
  static const guint steps[] = { 1, 2, 5, 10 };
  const FfBlock *block = fragment->block;
  double step = get_level_radius (ring, block, 1) - get_level_radius (ring, block, 0);
  guint every = 0;
  g_autoptr (PangoLayout) sample
      = ff_typesetter_text (fragment->typesetter, FF_STYLE_MARK, "0", -1);
  double height = ff_text_height (sample);

  /* The highest is half a letter closer to the one before it. */
  for (gsize i = 0; i < G_N_ELEMENTS (steps) && every == 0; i++)
    if (steps[i] * step >= height * 1.4)
      every = steps[i];

  for (guint level = 0; every > 0 && level <= block->count; level += every)
    {
      g_autofree char *digits = g_strdup_printf ("%u", level);
      g_autoptr (PangoLayout) number
          = ff_typesetter_text (fragment->typesetter, FF_STYLE_MARK, digits, -1);
      double width = ff_text_width (number), inset = height * 0.14;
      double x = ring->center.x + height * 0.18;
      /* The highest stays inside the outer ring, away from the first label. */
      double y = ring->center.y - get_level_radius (ring, block, level)
                 - (level == block->count ? 0 : height / 2);

      ff_page_add_disc (page, FF_INK_PAPER, x + width / 2 - height / 2 + inset, y + inset,
                        height - 2 * inset);
      ff_page_begin (page, "Artifact");
      ff_page_add_text (page, number, FF_INK_FAINT, x, y);
      ff_page_end (page, "Artifact");
    }
}

/* The areas of one spoke: of each crossing one half is for now, the other for what is wanted. */
static void
add_areas (const FfFragment *fragment, FfPage *page, const FfRing *ring, guint i, Level level)
{
  const FfBlock *block = fragment->block;
  FfCatalogue *catalogue = fragment->typesetter->catalogue;
  /* Translators: on a wheel of areas of life: how satisfied somebody is there now */
  const char *now = ff_catalogue_lookup (catalogue, N_ ("now"));
  /* Translators: on a wheel of areas of life: how satisfied somebody would like to be there */
  const char *wanted = ff_catalogue_lookup (catalogue, N_ ("wanted"));
  g_autofree char *label
      = ff_writing_label_part (fragment->typesetter, ff_block_get_part (block, i)->title,
                               level == NOW ? now : wanted);
  FfPoint direction = ff_ring_get_direction (ring, i);
  double step = get_level_radius (ring, block, 1) - get_level_radius (ring, block, 0);

  for (guint number = 0; number <= block->count; number++)
    {
      double radius = get_level_radius (ring, block, number);
      double chord = 2 * radius * sin (G_PI / ring->n);
      double side = MIN (step * SQUARE_OF_STEP, chord * SQUARE_OF_CHORD);
      double away = side / MAX (fabs (direction.x), fabs (direction.y)) / 2 * 1.02;
      FfPoint center = ff_ring_get_point (ring, i, radius);
      g_autofree char *choice = g_strdup_printf ("%u", number);
      FfWriting writing = FF_WRITING (FF_AREA_CHOICE, i, level, label);

      if (level == NOW)
        away = -away;
      writing.option = number;
      writing.choice = choice;
      writing.x = center.x - direction.y * away - side / 2;
      writing.y = center.y + direction.x * away - side / 2;
      writing.width = writing.height = side;
      ff_writing_begin (fragment, page, &writing);
      ff_writing_end (fragment, page);
    }
}

/* What is chosen on each spoke; returns how many there are. */
static guint
collect (const FfFragment *fragment, const FfRing *ring, Level level, FfPoint *points)
{
  const FfBlock *block = fragment->block;
  guint n = 0;

  for (guint i = 0; i < ring->n; i++)
    {
      const char *answer = ff_fragment_get_answer (fragment, i, level);

      if (answer != NULL)
        {
          double number = CLAMP (g_ascii_strtod (answer, NULL), 0, block->count);

          points[n++] = ff_ring_get_point (ring, i, get_level_radius (ring, block, number));
        }
    }

  return n;
}

static void
add_vertex (FfPage *page, const FfPoint *point, Level level)
{
  double x = point->x - VERTEX / 2, y = point->y - VERTEX / 2;

  ff_page_add_disc (page, level == NOW ? FF_INK_BLACK : FF_INK_PAPER, x, y, VERTEX);
  if (level == WANTED)
    ff_page_add_ring (page, WANTED_RULE, x, y, VERTEX);
}

static void
add_line (FfPage *page, Level level, const FfPoint *points, guint n)
{
  FfPathFlags flags = (n > 2 ? FF_PATH_CLOSED : 0) | (level == WANTED ? FF_PATH_DASHED : 0);

  if (n > 1)
    ff_page_add_path (page, FF_INK_BLACK, level == NOW ? NOW_RULE : WANTED_RULE, flags, points, n);
  for (guint i = 0; i < n; i++)
    add_vertex (page, &points[i], level);
}

static void
add_answers (const FfFragment *fragment, FfPage *page, const FfRing *ring)
{
  g_autofree FfPoint *points = g_new (FfPoint, ring->n);

  if (!fragment->typesetter->example)
    ff_page_begin_answer (page);
  for (Level level = N_LEVELS; level-- > 0;)
    add_line (page, level, points, collect (fragment, ring, level, points));
  if (!fragment->typesetter->example)
    ff_page_end_answer (page);
}

/* What the two lines mean: @middle is where the legend stands across, @y its top. */
static void
add_legend (const FfFragment *fragment, FfPage *page, double middle, double y)
{
  static const char *const names[N_LEVELS] = { [NOW] = N_ ("now"), [WANTED] = N_ ("wanted") };
  FfTypesetter *typesetter = fragment->typesetter;
  double em = typesetter->measures.em, sample = em * SAMPLE_EMS, x = middle, width = 0;
  PangoLayout *texts[N_LEVELS];

  for (Level level = 0; level < N_LEVELS; level++)
    {
      texts[level]
          = ff_typesetter_text (typesetter, FF_STYLE_HINT,
                                ff_catalogue_lookup (typesetter->catalogue, names[level]), -1);
      width += sample + em + ff_text_width (texts[level]) + (level > 0 ? em * 2 : 0);
    }
  x -= width / 2;
  for (Level level = 0; level < N_LEVELS; level++)
    {
      double line = y + ff_text_height (texts[level]) / 2;
      const FfPoint points[] = { { x + VERTEX / 2, line }, { x + sample - VERTEX / 2, line } };

      add_line (page, level, points, 2);
      ff_page_begin (page, "Span");
      ff_page_add_text (page, texts[level], FF_INK_BLACK, x + sample + em / 2, y);
      ff_page_end (page, "Span");
      x += sample + em / 2 + ff_text_width (texts[level]) + em * 2.5;
      g_object_unref (texts[level]);
    }
}

/* Says what is drawn, with what is marked on it. */
static char *
describe (const FfFragment *fragment)
{
  const FfBlock *block = fragment->block;
  FfTypesetter *typesetter = fragment->typesetter;
  g_autofree char *highest = g_strdup_printf ("%u", block->count);
  g_autoptr (GString) names = g_string_new (NULL);
  /* Translators: says aloud what a drawing shows; keep {highest} and {areas} */
  GString *text = g_string_new (ff_catalogue_lookup (
      typesetter->catalogue,
      N_ ("A wheel with a spoke from 0 to {highest} for each of these: {areas}.")));

  for (guint i = 0; i < block->parts->len; i++)
    {
      const char *now = ff_fragment_get_answer (fragment, i, NOW);
      const char *wanted = ff_fragment_get_answer (fragment, i, WANTED);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                              ff_block_get_part (block, i)->title);
      if (now != NULL)
        g_string_append_printf (names, ", %s %s",
                                ff_catalogue_lookup (typesetter->catalogue, "now"), now);
      if (wanted != NULL)
        g_string_append_printf (names, ", %s %s",
                                ff_catalogue_lookup (typesetter->catalogue, "wanted"), wanted);
    }
  g_string_replace (text, "{highest}", highest, 1);
  g_string_replace (text, "{areas}", names->str, 1);

  return g_string_free_and_steal (text);
}

static void
place_wheel (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  FfTypesetter *typesetter = fragment->typesetter;
  const FfBlock *block = fragment->block;
  double legend = typesetter->measures.em * LEGEND_EMS;
  g_autoptr (FfRing) ring
      = ff_ring_new (typesetter, block, 1, typesetter->measures.em * LEAST_RADIUS_EMS,
                     typesetter->margin, y + fragment->head, typesetter->width,
                     height - fragment->head - legend);
  g_autofree char *text = describe (fragment);

  ff_page_begin_figure (page, text);
  add_rings (page, ring, block);
  add_numbers (fragment, page, ring);
  ff_ring_add_labels (ring, page);
  add_legend (fragment, page, ring->center.x, ring->bottom + legend * 0.4);
  add_answers (fragment, page, ring);
  ff_page_end_figure (page);
  if (typesetter->example)
    return;
  for (guint i = 0; i < ring->n; i++)
    for (Level level = 0; level < N_LEVELS; level++)
      add_areas (fragment, page, ring, i, level);
}

/**
 * ff_layout_wheel:
 * @typesetter: where its fragment goes
 * @block: areas of life around a wheel, marked from 0 at its hub to its count
 */
void
ff_layout_wheel (FfTypesetter *typesetter, const FfBlock *block)
{
  double em = typesetter->measures.em;
  /* As high as it becomes over all the width. */
  g_autoptr (FfRing) widest = ff_ring_new (typesetter, block, 1, em * LEAST_RADIUS_EMS, 0, 0,
                                           typesetter->width, typesetter->width * 2);

  ff_layout_drawing (typesetter, block, typesetter->large_print ? LARGE_HEIGHT_EMS : HEIGHT_EMS,
                     widest->bottom - widest->top + em * LEGEND_EMS, place_wheel);
  /* With large letters nothing else has room below it. */
  typesetter->new_page = typesetter->large_print && !typesetter->screen;
}

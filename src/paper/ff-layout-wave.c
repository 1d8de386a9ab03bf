/* ff-layout-wave.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Axes for how strong something is over some minutes: it comes, and it goes again.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-writing.h"

#define HIGHEST 10
#define HEIGHT_EMS 19
#define MOST_HEIGHT_EMS 30
#define AXIS_RULE 1.25
#define GRID_RULE 0.35
#define CURVE_RULE 3.0
#define CURVE_POINTS 100
#define CURVE_PEAK 0.36
#define LINE_RULE 1.9
#define POINT 5.0
/* Longer than an hour is marked in steps, as is everything: no more than this across. */
#define MOST_STEPS 12
#define SQUARE 0.92

/* Where the axes are on the page. */
typedef struct
{
  const FfFragment *fragment;
  const FfBlock *block;
  FfPage *page;
  double x, y, width, height; /* of the plot */
  guint step;                 /* minutes */
} Wave;

static FfPoint
get_point (const Wave *self, double minute, double strength)
{
  return (FfPoint) { self->x + self->width * minute / self->block->count,
                     self->y + self->height * (1 - strength / HIGHEST) };
}

static guint
choose_step (guint minutes)
{
  static const guint steps[] = { 1, 2, 5, 10, 15, 20, 30, 60, 120, 240 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (minutes <= steps[i] * MOST_STEPS)
      return steps[i];

  return MAX (1, minutes / MOST_STEPS);
}

static PangoLayout *
make_number (const FfTypesetter *typesetter, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  return ff_typesetter_text ((FfTypesetter *) typesetter, FF_STYLE_HINT, digits, -1);
}

static void
add_words (FfPage *page, PangoLayout *layout, double x, double y)
{
  ff_page_begin (page, "Span");
  ff_page_add_text (page, layout, FF_INK_BLACK, x, y);
  ff_page_end (page, "Span");
}

static void
add_axes (const Wave *self)
{
  const FfTypesetter *typesetter = self->fragment->typesetter;
  double em = typesetter->measures.em;

  for (guint strength = 0; strength <= HIGHEST; strength++)
    {
      g_autoptr (PangoLayout) number = make_number (typesetter, strength);
      double y = get_point (self, 0, strength).y;

      if (strength > 0)
        ff_page_add_rule (self->page, FF_INK_LINE, GRID_RULE, self->x, y, self->width, 0);
      /* Where letters are large, every other number. */
      if (strength % 2 == 0 || self->height / HIGHEST >= ff_text_height (number))
        add_words (self->page, number, self->x - em * 0.5 - ff_text_width (number),
                   y - ff_text_height (number) / 2);
    }
  for (guint minute = 0; minute <= self->block->count; minute += self->step)
    {
      g_autoptr (PangoLayout) number = make_number (typesetter, minute);
      double x = get_point (self, minute, 0).x;

      if (minute > 0)
        ff_page_add_rule (self->page, FF_INK_LINE, GRID_RULE, x, self->y, 0, self->height);
      add_words (self->page, number, x - ff_text_width (number) / 2,
                 self->y + self->height + em * 0.3);
    }
  ff_page_add_rule (self->page, FF_INK_BLACK, AXIS_RULE, self->x, self->y - em * 0.4, 0,
                    self->height + em * 0.4 + AXIS_RULE / 2);
  ff_page_add_rule (self->page, FF_INK_BLACK, AXIS_RULE, self->x, self->y + self->height,
                    self->width + em * 0.4, 0);
}

/* How an urge often goes: quickly up, and down by itself. */
static void
add_curve (const Wave *self)
{
  FfPoint points[CURVE_POINTS];

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double share = (double) i / (G_N_ELEMENTS (points) - 1);
      double rise = share / CURVE_PEAK * exp (1 - share / CURVE_PEAK);

      points[i] = get_point (self, share * self->block->count, 0.8 + 8.2 * pow (rise, 2.4));
    }
  ff_page_add_path (self->page, FF_INK_PALE, CURVE_RULE, 0, points, G_N_ELEMENTS (points));
}

/* The line through what is marked, minute by minute. */
static void
add_answers (const Wave *self)
{
  const FfFragment *fragment = self->fragment;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FfPoint));

  for (guint minute = 0; minute <= self->block->count; minute++)
    {
      const char *answer = ff_fragment_get_answer (fragment, 0, minute);

      if (answer != NULL)
        {
          FfPoint point
              = get_point (self, minute, CLAMP (g_ascii_strtod (answer, NULL), 0, HIGHEST));

          g_array_append_val (points, point);
        }
    }
  if (points->len == 0)
    return;
  if (!fragment->typesetter->example)
    ff_page_begin_answer (self->page);
  ff_page_add_path (self->page, FF_INK_BLACK, LINE_RULE, FF_PATH_SMOOTH,
                    (const FfPoint *) points->data, points->len);
  for (guint i = 0; i < points->len; i++)
    {
      const FfPoint *point = &g_array_index (points, FfPoint, i);

      ff_page_add_disc (self->page, FF_INK_BLACK, point->x - POINT / 2, point->y - POINT / 2,
                        POINT);
    }
  if (!fragment->typesetter->example)
    ff_page_end_answer (self->page);
}

/* A choice at each crossing of the axes' lines, minute by minute. */
static void
add_areas (const Wave *self)
{
  const FfFragment *fragment = self->fragment;
  double side
      = MIN (self->height / HIGHEST, self->width * self->step / self->block->count) * SQUARE;

  for (guint minute = 0; minute <= self->block->count; minute += self->step)
    {
      g_autofree char *digits = g_strdup_printf ("%u", minute);
      g_autofree char *label
          = ff_writing_label_part (fragment->typesetter, ff_block_get_part (self->block, 0)->title,
                                   digits);

      for (guint strength = 0; strength <= HIGHEST; strength++)
        {
          g_autofree char *choice = g_strdup_printf ("%u", strength);
          FfPoint center = get_point (self, minute, strength);
          FfWriting writing = FF_WRITING (FF_AREA_CHOICE, 0, minute, label);

          writing.option = strength;
          writing.choice = choice;
          writing.x = center.x - side / 2;
          writing.y = center.y - side / 2;
          writing.width = writing.height = side;
          ff_writing_begin (fragment, self->page, &writing);
          ff_writing_end (fragment, self->page);
        }
    }
}

/* Says what is drawn. */
static char *
describe (const FfFragment *fragment)
{
  const FfBlock *block = fragment->block;
  g_autofree char *minutes = g_strdup_printf ("%u", block->count);
  /* Translators: says aloud what a drawing shows; keep {up}, {across} and {minutes} */
  GString *text = g_string_new (ff_catalogue_lookup (
      fragment->typesetter->catalogue,
      N_ ("Axes to draw a wave: upwards “{up}” from 0 to 10, across “{across}” from 0 to "
          "{minutes}.")));

  g_string_replace (text, "{minutes}", minutes, 1);
  g_string_replace (text, "{up}", ff_block_get_part (block, 1)->title, 1);
  g_string_replace (text, "{across}", ff_block_get_part (block, 0)->title, 1);

  return g_string_free_and_steal (text);
}

/* What goes up stands over its axis, what goes across under the end of its own. */
static void
add_names (const Wave *self, double top, double bottom)
{
  FfTypesetter *typesetter = self->fragment->typesetter;
  double end = typesetter->margin + typesetter->width;
  g_autoptr (PangoLayout) up
      = ff_typesetter_fit (typesetter, FF_STYLE_HINT, ff_block_get_part (self->block, 1)->title,
                           typesetter->width, self->y - top);
  g_autoptr (PangoLayout) across
      = ff_typesetter_fit (typesetter, FF_STYLE_HINT, ff_block_get_part (self->block, 0)->title,
                           typesetter->width, ff_text_height (up) * 1.5);

  add_words (self->page, up, typesetter->margin, top);
  add_words (self->page, across, end - ff_text_width (across), bottom - ff_text_height (across));
}

static void
place_wave (const FfFragment *fragment, FfPage *page, double y, double height, guint row)
{
  FfTypesetter *typesetter = fragment->typesetter;
  double em = typesetter->measures.em;
  g_autoptr (PangoLayout) widest = make_number (typesetter, HIGHEST);
  double line = ff_text_height (widest);
  Wave self = { fragment, fragment->block, page };
  g_autofree char *text = describe (fragment);

  self.step = choose_step (self.block->count);
  self.x = typesetter->margin + ff_text_width (widest) + em * 0.8;
  self.width = typesetter->margin + typesetter->width - self.x - em * 1.2;
  self.y = y + fragment->head + line + em * 0.8;
  self.height = y + height - self.y - 2 * line - em * 0.7;

  ff_page_begin_figure (page, text);
  add_axes (&self);
  add_names (&self, y + fragment->head, y + height);
  if (self.block->curve)
    add_curve (&self);
  add_answers (&self);
  ff_page_end_figure (page);
  if (!typesetter->example)
    add_areas (&self);
}

/**
 * ff_layout_wave:
 * @typesetter: where its fragment goes
 * @block: minutes across, strength from 0 to 10 upwards
 */
void
ff_layout_wave (FfTypesetter *typesetter, const FfBlock *block)
{
  ff_layout_drawing (typesetter, block, HEIGHT_EMS, MOST_HEIGHT_EMS * typesetter->measures.em,
                     place_wave);
}

/* ff-schedule-leaflet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule for a pocket: a sheet on its side, printed on both sides and folded.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-paginator.h"
#include "ff-schedule-layout.h"
#include "ff-sheet-private.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define PANEL_MARGIN (9 * POINTS_PER_MM) /* from the paper's edges and from folds */
#define NARROWER (2 * POINTS_PER_MM)     /* the flap that is folded in */
#define MARK_START (6.5 * POINTS_PER_MM) /* printers leave 6 mm white */
#define MARK_END (8 * POINTS_PER_MM)
#define MARK_THICKNESS 0.5
#define SCALE 0.84
#define TITLE_SCALE 1.2
#define N_THIRDS 6
#define FRONT_TOP 0.3 /* of the front panel is above its title */

/* The first size in which all fits on one sheet. */
static const double thirds_scales[] = { 1.1, 1, 0.92, SCALE };

/* A panel on a side of a sheet. */
typedef struct
{
  double x, width;
} Panel;

/* What is at hand while a leaflet is laid out. */
typedef struct
{
  const FfScheduleContents *contents;
  FfSheet *sheet;
  double width, height; /* of the paper on its side */
  double text_width;    /* the same on all panels */
  FfTypesetter *front, *inner, *back;
  GPtrArray *columns; /* (element-type GArray): the panels between the front and the back */
  GArray *last;       /* (nullable): what stands on the back */
  GPtrArray *legend;
} Leaflet;

/* --- What stands on a panel --- */

static void
set_front (Leaflet *self)
{
  FfFragment *title = ff_schedule_layout_title (self->front, self->contents);

  title->height += self->front->measures.gap;
}

static void
place_front (Leaflet *self, FfPage *page)
{
  const FfFragment *title = g_ptr_array_index (self->front->fragments, 0);
  double room = self->height - 2 * PANEL_MARGIN - title->height;
  double y = PANEL_MARGIN + MAX (0, room * FRONT_TOP);

  ff_fragment_place (title, page, 0, y, self->text_width, title->height, 0);
  ff_page_add_rule (page, FF_INK_BLACK, 2, 0, y + title->height, self->text_width, 0);
}

/* The day of printing stands at the foot of the back. */
static double
place_printed (Leaflet *self, FfPage *page)
{
  g_autoptr (PangoLayout) text
      = ff_typesetter_text (self->back, FF_STYLE_HINT, self->contents->printed, self->text_width);
  double height = ff_text_height (text);

  if (page != NULL)
    {
      ff_page_set_kind (page, FF_BLOCK_PARAGRAPH);
      ff_page_begin (page, "P");
      ff_page_add_text (page, text, FF_INK_BLACK, 0, self->height - PANEL_MARGIN - height);
      ff_page_end (page, "P");
    }

  return height;
}

static void
place_back (Leaflet *self, FfPage *page)
{
  if (self->last != NULL)
    ff_place_all (self->last, page, 0, PANEL_MARGIN, self->text_width);
  place_printed (self, page);
}

/* @number: in the order of reading: 0 the front, the last one the back. */
static void
place_panel (Leaflet *self, FfPage *page, double x, guint number, guint n_panels)
{
  ff_page_set_origin (page, x);
  if (number == 0)
    place_front (self, page);
  else if (number + 1 == n_panels)
    place_back (self, page);
  else if (number - 1 < self->columns->len)
    ff_place_all (g_ptr_array_index (self->columns, number - 1), page, 0, PANEL_MARGIN,
                  self->text_width);
  ff_page_set_origin (page, 0);
}

static void
add_fold (Leaflet *self, FfPage *page, double x)
{
  ff_page_add_rule (page, FF_INK_LINE, MARK_THICKNESS, x, MARK_START, 0, MARK_END - MARK_START);
  ff_page_add_rule (page, FF_INK_LINE, MARK_THICKNESS, x, self->height - MARK_END, 0,
                    MARK_END - MARK_START);
}

/* --- Folding --- */

/* Folded in thirds, the flap goes in first. Outside: flap, back, front; inside: the three that one sees when it
 * is open, which come first in reading. */
static void
fold_in_thirds (Leaflet *self)
{
  static const guint sides[2][3] = { { 4, 5, 0 }, { 1, 2, 3 } };
  const double flap = self->width / 3 - NARROWER, other = (self->width - flap) / 2;
  const Panel panels[2][3] = {
    { { 0, flap }, { flap, other }, { flap + other, other } },
    { { 0, other }, { other, other }, { 2 * other, flap } },
  };

  for (guint side = 0; side < 2; side++)
    {
      FfPage *page = ff_sheet_add_page (self->sheet);

      for (guint i = 0; i < 3; i++)
        {
          const Panel *panel = &panels[side][i];

          place_panel (self, page, panel->x + (panel->width - self->text_width) / 2, sides[side][i],
                       N_THIRDS);
          if (i > 0)
            add_fold (self, page, panel->x);
        }
    }
}

/* Folded in half, the sheets lie in each other as in a booklet. */
static void
fold_in_half (Leaflet *self)
{
  const guint n_sheets = (self->columns->len + 2 + 3) / 4, n_panels = 4 * n_sheets;
  const double half = self->width / 2, indent = (half - self->text_width) / 2;

  for (guint side = 0; side < 2 * n_sheets; side++)
    {
      FfPage *page = ff_sheet_add_page (self->sheet);
      const guint low = side, high = n_panels - 1 - side;

      /* Outsides have the later panel first, insides the earlier one. */
      place_panel (self, page, indent, side % 2 == 0 ? high : low, n_panels);
      place_panel (self, page, half + indent, side % 2 == 0 ? low : high, n_panels);
      add_fold (self, page, half);
    }
}

/* --- Setting --- */

static FfTypesetter *
make_typesetter (Leaflet *self, const FfScheduleStyle *style, double scale)
{
  FfTypesetter *typesetter = ff_typesetter_new (self->contents->words.catalogue, style->large_print,
                                                0, self->text_width);

  ff_typesetter_set_scale (typesetter, scale);

  return typesetter;
}

static void
clear_texts (Leaflet *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->legend, g_ptr_array_unref);
  g_clear_pointer (&self->front, ff_typesetter_free);
  g_clear_pointer (&self->inner, ff_typesetter_free);
  g_clear_pointer (&self->back, ff_typesetter_free);
}

/* Sets everything for panels of a width; a legend that the back has no room for begins before it. */
static void
set_texts (Leaflet *self, const FfScheduleStyle *style, double scale, double panel_width)
{
  const double column_height = self->height - 2 * PANEL_MARGIN;

  clear_texts (self);
  self->text_width = panel_width - 2 * PANEL_MARGIN;
  self->front = make_typesetter (self, style, style->large_print ? 1 : TITLE_SCALE);
  self->inner = make_typesetter (self, style, scale);
  self->back = make_typesetter (self, style, scale);
  set_front (self);
  ff_schedule_layout_sections (self->inner, self->contents, column_height);
  ff_schedule_layout_legend (self->back, self->contents);
  self->columns = ff_paginate_columns (self->inner->fragments, 0, 0, column_height);
  self->legend
      = ff_paginate_columns (self->back->fragments, 0, 0,
                             column_height - place_printed (self, NULL) - self->back->measures.gap);
  for (guint i = 0; i + 1 < self->legend->len; i++)
    g_ptr_array_add (self->columns, g_array_ref (g_ptr_array_index (self->legend, i)));
  self->last = g_ptr_array_index (self->legend, self->legend->len - 1);
}

static gboolean
fits_thirds (const Leaflet *self)
{
  return self->columns != NULL && self->columns->len <= N_THIRDS - 2;
}

/**
 * ff_schedule_leaflet_new:
 * @contents: what it says
 * @style: on which paper
 *
 * One sheet folded in thirds where all fits on it, else sheets folded in half, each lying in the one before:
 * as printed on both sides, turned over the short edge. The title is on the front, the legend on the back.
 *
 * Returns: (transfer full): the leaflet
 */
FfSheet *
ff_schedule_leaflet_new (const FfScheduleContents *contents, const FfScheduleStyle *style)
{
  Leaflet self = { contents };

  ff_paper_size_get_points (style->size, &self.height, &self.width);
  self.sheet = ff_sheet_new (contents->title, contents->summary, contents->words.catalogue,
                             self.width, self.height);
  for (gsize i = 0; !style->large_print && i < G_N_ELEMENTS (thirds_scales) && !fits_thirds (&self);
       i++)
    set_texts (&self, style, thirds_scales[i], self.width / 3 - NARROWER);
  if (fits_thirds (&self))
    fold_in_thirds (&self);
  else
    {
      set_texts (&self, style, style->large_print ? 1 : SCALE, self.width / 2);
      fold_in_half (&self);
    }
  clear_texts (&self);

  return self.sheet;
}

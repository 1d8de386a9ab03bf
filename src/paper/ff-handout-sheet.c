/* ff-handout-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a handout's blocks on pages, with title above and foot below.
 */

#include "ff-config.h"

#include "ff-handout-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-page.h"
#include "ff-paginator.h"
#include "ff-sheet-private.h"
#include "ff-typesetter.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN (18 * POINTS_PER_MM)
#define LANDSCAPE_MARGIN (15 * POINTS_PER_MM) /* where height is scarce */
#define FOOT (10 * POINTS_PER_MM)             /* from the paper's edge to the foot's baseline */
#define APP_NAME "Fourfold"

/* What is at hand while a handout is laid out. */
typedef struct
{
  FfHandout *handout;
  FfSheet *sheet;
  double width, height; /* of the paper, in points */
  double margin;
} HandoutSheet;

static const FfBlockLayout layouts[] = {
  [FF_BLOCK_HEADING] = ff_layout_heading, [FF_BLOCK_PARAGRAPH] = ff_layout_paragraph,
  [FF_BLOCK_STEPS] = ff_layout_steps,     [FF_BLOCK_CHECKLIST] = ff_layout_checklist,
  [FF_BLOCK_FIELDS] = ff_layout_fields,   [FF_BLOCK_LINES] = ff_layout_lines,
  [FF_BLOCK_TABLE] = ff_layout_table,     [FF_BLOCK_GRID] = ff_layout_grid,
  [FF_BLOCK_SCALE] = ff_layout_scale,     [FF_BLOCK_WEEK] = ff_layout_week,
};

static void
add_title (HandoutSheet *self, FfTypesetter *typesetter)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_HEADING, self->handout);
  double y = ff_fragment_add_text (fragment,
                                   ff_typesetter_text (typesetter, FF_STYLE_TITLE,
                                                       ff_handout_get_title (self->handout),
                                                       typesetter->width),
                                   FF_INK_BLACK, "H1", typesetter->margin, 0);

  y += typesetter->measures.leading;
  y += ff_fragment_add_text (fragment,
                             ff_typesetter_text (typesetter, FF_STYLE_SUMMARY,
                                                 ff_handout_get_summary (self->handout),
                                                 typesetter->width),
                             FF_INK_BLACK, "P", typesetter->margin, y);
  fragment->height = y;
  fragment->keep_with_next = TRUE;
}

static GPtrArray *
break_into_fragments (HandoutSheet *self, FfTypesetter *typesetter)
{
  GPtrArray *blocks = ff_handout_get_blocks (self->handout);

  add_title (self, typesetter);
  for (guint i = 0; i < blocks->len; i++)
    {
      const FfBlock *block = g_ptr_array_index (blocks, i);

      layouts[block->kind](typesetter, block);
    }

  return typesetter->fragments;
}

/* "Page 1 of 2", in the handout's language. */
static char *
describe_page (HandoutSheet *self, guint page, guint n_pages)
{
  FfCatalogue *catalogue = ff_handout_get_catalogue (self->handout);
  /* Translators: stands at the foot of a sheet; keep {page} and {pages}, they become numbers */
  const char *text = ff_catalogue_lookup (catalogue, N_ ("Page {page} of {pages}"));
  g_autoptr (GString) result = g_string_new (text);
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *total = g_strdup_printf ("%u", n_pages);

  g_string_replace (result, "{page}", number, 1);
  g_string_replace (result, "{pages}", total, 1);

  return g_string_free_and_steal (g_steal_pointer (&result));
}

static double
add_foot_text (HandoutSheet *self, FfPage *page, PangoLayout *layout, double x)
{
  ff_page_begin (page, "P");
  ff_page_add_text (page, layout, FF_INK_FAINT, x, self->height - FOOT - ff_text_baseline (layout));
  ff_page_end (page, "P");

  return ff_text_width (layout);
}

/* The group's name where reading begins, the page's number and ours where it ends. */
static void
add_foot (HandoutSheet *self,
          FfTypesetter *typesetter,
          FfPage *page,
          guint number,
          guint n_pages,
          const char *group_name)
{
  g_autoptr (PangoLayout) name = ff_typesetter_text (typesetter, FF_STYLE_FOOT, APP_NAME, -1);
  double end = self->margin + typesetter->width - ff_text_width (name);
  double gap = typesetter->measures.gap;

  ff_page_set_kind (page, FF_BLOCK_PARAGRAPH);
  add_foot_text (self, page, name, end);
  if (n_pages > 1)
    {
      g_autofree char *text = describe_page (self, number + 1, n_pages);
      g_autoptr (PangoLayout) layout = ff_typesetter_text (typesetter, FF_STYLE_FOOT, text, -1);

      end -= ff_text_width (layout) + gap;
      add_foot_text (self, page, layout, end);
    }
  if (group_name != NULL && *group_name != '\0')
    {
      g_autoptr (PangoLayout) layout
          = ff_typesetter_text (typesetter, FF_STYLE_FOOT, group_name, end - gap - self->margin);

      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      add_foot_text (self, page, layout, self->margin);
    }
}

/* Fragments of one block that follow each other share the structure around them. */
static void
place_fragments (HandoutSheet *self, FfPage *page, const GArray *placements, double width)
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
      ff_fragment_place (fragment, page, self->margin, self->margin + placement->y, width,
                         placement->height);
    }
  if (open != NULL)
    ff_page_end (page, open->container);
}

/* Wide enough for the foot, with a gap above it. */
static double
bottom_margin (HandoutSheet *self, FfTypesetter *typesetter)
{
  g_autoptr (PangoLayout) name = ff_typesetter_text (typesetter, FF_STYLE_FOOT, APP_NAME, -1);

  return MAX (self->margin, FOOT + ff_text_baseline (name) + typesetter->measures.gap);
}

static void
lay_out (HandoutSheet *self, const FfPaperStyle *style)
{
  FfCatalogue *catalogue = ff_handout_get_catalogue (self->handout);
  double width = self->width - 2 * self->margin;
  FfTypesetter *typesetter = ff_typesetter_new (catalogue, style->large_print, self->margin, width);
  g_autoptr (GPtrArray) placements
      = ff_paginate (break_into_fragments (self, typesetter),
                     self->height - self->margin - bottom_margin (self, typesetter));

  for (guint i = 0; i < placements->len; i++)
    {
      FfPage *page = ff_sheet_add_page (self->sheet);

      place_fragments (self, page, g_ptr_array_index (placements, i), width);
      add_foot (self, typesetter, page, i, placements->len, style->group_name);
    }
  ff_typesetter_free (typesetter);
}

/**
 * ff_handout_sheet_new:
 * @handout: what to lay out
 * @style: on which paper, and how
 *
 * Returns: (transfer full): the handout on pages
 */
FfSheet *
ff_handout_sheet_new (FfHandout *handout, const FfPaperStyle *style)
{
  HandoutSheet self = { handout };
  double width, height;

  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  ff_paper_size_get_points (style->size, &width, &height);
  self.width = ff_handout_get_landscape (handout) ? height : width;
  self.height = ff_handout_get_landscape (handout) ? width : height;
  self.margin = ff_handout_get_landscape (handout) ? LANDSCAPE_MARGIN : MARGIN;
  self.sheet = ff_sheet_new (ff_handout_get_title (handout), ff_handout_get_summary (handout),
                             ff_handout_get_catalogue (handout), self.width, self.height);
  lay_out (&self, style);

  return self.sheet;
}

/* ff-handout-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a handout's blocks on pages, with title above and foot below.
 */

#include "ff-handout-sheet.h"

#include "ff-foot.h"
#include "ff-paginator.h"
#include "ff-sheet-private.h"
#include "ff-typesetter.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN (18 * POINTS_PER_MM)
#define LANDSCAPE_MARGIN (15 * POINTS_PER_MM) /* where height is scarce */

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

      typesetter->number = i;
      layouts[block->kind](typesetter, block);
    }

  return typesetter->fragments;
}

static void
lay_out (HandoutSheet *self, const FfPaperStyle *style, FfAnswers *answers)
{
  FfCatalogue *catalogue = ff_handout_get_catalogue (self->handout);
  double width = self->width - 2 * self->margin;
  FfTypesetter *typesetter = ff_typesetter_new (catalogue, style->large_print, self->margin, width);
  g_autoptr (GPtrArray) placements = NULL;

  typesetter->height = self->height - self->margin - ff_foot_get_height (typesetter);
  typesetter->answers = answers != NULL ? g_object_ref (answers) : NULL;
  placements = ff_paginate (break_into_fragments (self, typesetter), typesetter->height);

  for (guint i = 0; i < placements->len; i++)
    {
      FfPage *page = ff_sheet_add_page (self->sheet);

      ff_place_all (g_ptr_array_index (placements, i), page, self->margin, self->margin, width);
      ff_foot_add (typesetter, catalogue, page, self->height, i, placements->len,
                   style->group_name);
    }
  ff_typesetter_free (typesetter);
}

/**
 * ff_handout_sheet_new:
 * @handout: what to lay out
 * @style: on which paper, and how
 * @answers: (nullable): what is written on it already
 *
 * Returns: (transfer full): the handout on pages
 */
FfSheet *
ff_handout_sheet_new (FfHandout *handout, const FfPaperStyle *style, FfAnswers *answers)
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
  lay_out (&self, style, answers);

  return self.sheet;
}

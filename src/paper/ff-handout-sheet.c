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

#include "ff-foot.h"
#include "ff-kicker.h"
#include "ff-paginator.h"
#include "ff-sheet-private.h"
#include "ff-typesetter.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN (18 * POINTS_PER_MM)
#define LANDSCAPE_MARGIN (15 * POINTS_PER_MM) /* where height is scarce */

/* Title and summary take no more of a page than this each. */
#define TITLE_SHARE 0.3
/* A slide, which nobody prints. */
#define SCREEN_MARGIN 30
#define UPRIGHT_SCREEN_MARGIN 16

/* What is at hand while a handout is laid out. */
typedef struct
{
  FfHandout *handout;
  const FfPaperStyle *style;
  FfSheet *sheet;
  double width, height; /* of the paper, in points */
  double margin;
  char *help; /* (nullable): what stands at the foot of every page */
} HandoutSheet;

/* The handout, or its worked example, broken into pages. */
typedef struct
{
  FfTypesetter *typesetter;
  GPtrArray *pages; /* (element-type GArray) of FfPlacement */
} Side;

static const FfBlockLayout layouts[] = {
  [FF_BLOCK_HEADING] = ff_layout_heading, [FF_BLOCK_PARAGRAPH] = ff_layout_paragraph,
  [FF_BLOCK_STEPS] = ff_layout_steps,     [FF_BLOCK_CHECKLIST] = ff_layout_checklist,
  [FF_BLOCK_FIELDS] = ff_layout_fields,   [FF_BLOCK_LINES] = ff_layout_lines,
  [FF_BLOCK_TABLE] = ff_layout_table,     [FF_BLOCK_GRID] = ff_layout_grid,
  [FF_BLOCK_SCALE] = ff_layout_scale,     [FF_BLOCK_WEEK] = ff_layout_week,
  [FF_BLOCK_LIST] = ff_layout_list,       [FF_BLOCK_WHEEL] = ff_layout_wheel,
  [FF_BLOCK_WAVE] = ff_layout_wave,       [FF_BLOCK_CYCLE] = ff_layout_cycle,
  [FF_BLOCK_BREAK] = ff_layout_break,     [FF_BLOCK_HELP_LINES] = ff_layout_help_lines,
};

static void
add_title (FfTypesetter *typesetter, const void *handout, const char *title, const char *summary)
{
  FfFragment *fragment = ff_typesetter_add (typesetter, FF_BLOCK_HEADING, handout);
  double y = ff_fragment_add_text (fragment,
                                   ff_typesetter_fit (typesetter, FF_STYLE_TITLE, title,
                                                      typesetter->width,
                                                      typesetter->height * TITLE_SHARE),
                                   FF_INK_BLACK, "H1", typesetter->margin, 0);

  y += typesetter->measures.leading;
  y += ff_fragment_add_text (fragment,
                             ff_typesetter_fit (typesetter, FF_STYLE_SUMMARY, summary,
                                                typesetter->width,
                                                typesetter->height * TITLE_SHARE),
                             FF_INK_BLACK, "P", typesetter->margin, y);
  fragment->height = y;
  fragment->keep_with_next = TRUE;
}

/* "Example: Urge log", in the handout's language. */
static char *
make_example_title (HandoutSheet *self)
{
  /* Translators: over a worked example; keep {title} */
  GString *title = g_string_new (
      ff_catalogue_lookup (ff_handout_get_catalogue (self->handout), N_ ("Example: {title}")));

  g_string_replace (title, "{title}", ff_handout_get_title (self->handout), 1);

  return g_string_free_and_steal (title);
}

static void
add_blocks (HandoutSheet *self, FfTypesetter *typesetter)
{
  GPtrArray *blocks = ff_handout_get_blocks (self->handout);
  gboolean after_heading = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FfBlock *block = g_ptr_array_index (blocks, i);
      guint first = typesetter->fragments->len;

      typesetter->number = i;
      layouts[block->kind](typesetter, block);
      /* A heading is closer to what it is over. */
      if (after_heading && typesetter->fragments->len > first)
        ((FfFragment *) g_ptr_array_index (typesetter->fragments, first))->space_before
            = typesetter->measures.leading * 1.5;
      after_heading = block->kind == FF_BLOCK_HEADING;
    }
}

static FfTypesetter *
make_typesetter (HandoutSheet *self,
                 FfTypesetter *first, /* (nullable): the sheet's other one */
                 FfAnswers *answers,
                 gboolean example,
                 gboolean tight)
{
  const FfPaperStyle *style = self->style;
  FfTypesetter *typesetter
      = ff_typesetter_new (ff_handout_get_catalogue (self->handout), style->large_print,
                           self->margin, self->width - 2 * self->margin);

  typesetter->height = self->height - self->margin - ff_foot_get_height (typesetter, self->help);
  typesetter->screen = ff_paper_size_is_screen (style->size);
  typesetter->answers = answers != NULL ? g_object_ref (answers) : NULL;
  typesetter->example = example;
  if (first != NULL)
    ff_typesetter_share_fonts (typesetter, first);
  else if (style->fonts != NULL)
    ff_typesetter_set_fonts (typesetter, style->fonts);
  if (tight)
    ff_typesetter_tighten (typesetter);
  typesetter->help_lines = style->help_lines != NULL ? g_ptr_array_ref (style->help_lines) : NULL;

  return typesetter;
}

static Side
try_side (HandoutSheet *self,
          FfTypesetter *first,
          FfAnswers *answers,
          gboolean example,
          gboolean tight)
{
  Side side = { make_typesetter (self, first, answers, example, tight) };

  if (example)
    {
      g_autofree char *title = make_example_title (self);

      add_title (side.typesetter, self->handout, title,
                 /* Translators: under the title of a worked example */
                 ff_catalogue_lookup (ff_handout_get_catalogue (self->handout),
                                      N_ ("Made up, to show how the sheet can be filled in. "
                                          "Yours will look different.")));
    }
  else
    {
      add_title (side.typesetter, self->handout, ff_handout_get_title (self->handout),
                 ff_handout_get_summary (self->handout));
    }
  add_blocks (self, side.typesetter);
  side.pages = ff_paginate (side.typesetter->fragments, side.typesetter->height);

  return side;
}

static void
clear_side (Side *side)
{
  g_clear_pointer (&side->pages, g_ptr_array_unref);
  g_clear_pointer (&side->typesetter, ff_typesetter_free);
}

/* With less air, where that saves a page. */
static Side
make_side (HandoutSheet *self, FfTypesetter *first, FfAnswers *answers, gboolean example)
{
  Side side = try_side (self, first, answers, example, FALSE), tight;

  if (side.pages->len == 1 || ff_paper_size_is_screen (self->style->size))
    return side;

  tight = try_side (self, side.typesetter, answers, example, TRUE);
  if (tight.pages->len < side.pages->len)
    {
      clear_side (&side);
      return tight;
    }
  clear_side (&tight);

  return side;
}

static void
place_side (HandoutSheet *self, const Side *side, guint first, guint n_pages)
{
  FfCatalogue *catalogue = ff_handout_get_catalogue (self->handout);

  for (guint i = 0; i < side->pages->len; i++)
    {
      FfPage *page = ff_sheet_add_page (self->sheet);

      ff_place_all (g_ptr_array_index (side->pages, i), page, self->margin, self->margin,
                    side->typesetter->width);
      ff_foot_add (side->typesetter, catalogue, page, self->height, first + i, n_pages,
                   self->style->group_name, self->help);
      ff_kicker_add (side->typesetter, self->handout, page);
    }
}

static void
lay_out (HandoutSheet *self, FfAnswers *answers)
{
  FfAnswers *example = ff_handout_get_example (self->handout);
  Side sides[2] = { make_side (self, NULL, answers, FALSE) };
  guint n_sides = 1, n_pages = sides[0].pages->len, first = 0;

  if (self->style->with_example && example != NULL)
    {
      sides[n_sides++] = make_side (self, sides[0].typesetter, example, TRUE);
      n_pages += sides[1].pages->len;
    }
  for (guint i = 0; i < n_sides; i++)
    {
      place_side (self, &sides[i], first, n_pages);
      first += sides[i].pages->len;
      clear_side (&sides[i]);
    }
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
  HandoutSheet self = { handout, style };
  double width, height;
  gboolean screen, turned;

  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  ff_paper_size_get_points (style->size, &width, &height);
  screen = ff_paper_size_is_screen (style->size);
  turned = ff_handout_get_landscape (handout) && !screen;
  self.width = turned ? height : width;
  self.height = turned ? width : height;
  self.margin = style->size == FF_PAPER_UPRIGHT_SCREEN ? UPRIGHT_SCREEN_MARGIN
                : screen                               ? SCREEN_MARGIN
                : turned                               ? LANDSCAPE_MARGIN
                                                       : MARGIN;
  self.sheet = ff_sheet_new (ff_handout_get_title (handout), ff_handout_get_summary (handout),
                             ff_handout_get_catalogue (handout), self.width, self.height);
  if (style->help_at_foot && style->help_lines != NULL && style->help_lines->len > 0)
    self.help = ff_help_line_make_text (g_ptr_array_index (style->help_lines, 0));
  lay_out (&self, answers);
  g_free (self.help);

  return self.sheet;
}

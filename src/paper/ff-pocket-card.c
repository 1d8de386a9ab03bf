/* ff-pocket-card.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same card as often as a sheet has room for, to be cut apart.
 */

#include "ff-config.h"

#include "ff-pocket-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-sheet-private.h"
#include "ff-typesetter.h"

#define POINTS_PER_MM (72.0 / 25.4)
/* As bank cards, and a little lower where that makes a further row fit. */
#define CARD_WIDTH (85 * POINTS_PER_MM)
#define CARD_HEIGHT (54 * POINTS_PER_MM)
#define LEAST_CARD_HEIGHT (52.5 * POINTS_PER_MM)
/* Two of the others. */
#define LARGE_CARD_HEIGHT (108 * POINTS_PER_MM)
/* Printers leave this much white. */
#define EDGE (7 * POINTS_PER_MM)
#define INSET (5 * POINTS_PER_MM)
#define CUT_MARK (3 * POINTS_PER_MM)
#define CUT_RULE 0.4
#define SHRINK 0.92

typedef struct
{
  FfCatalogue *catalogue;
  const FfPaperStyle *style;
  FfTypesetter *typesetter;
  double card_width, card_height;
  double left, top; /* of the first card */
  guint columns, rows;
} Cards;

static void
count_cards (Cards *self, double width, double height)
{
  double least = self->style->large_print ? LARGE_CARD_HEIGHT : LEAST_CARD_HEIGHT;
  double most = self->style->large_print ? LARGE_CARD_HEIGHT : CARD_HEIGHT;

  self->columns = (guint) floor ((width - 2 * EDGE) / CARD_WIDTH);
  self->rows = (guint) floor ((height - 2 * EDGE) / least);
  self->card_width = CARD_WIDTH;
  self->card_height = MIN (most, (height - 2 * EDGE) / self->rows);
  self->left = (width - self->columns * self->card_width) / 2;
  self->top = (height - self->rows * self->card_height) / 2;
}

static double
add_text (Cards *self,
          FfFragment *card,
          FfTextStyle style,
          const char *text,
          const char *tag,
          double y)
{
  if (text == NULL || *text == '\0')
    return y;

  return y
         + ff_fragment_add_text (
             card, ff_typesetter_text (self->typesetter, style, text, self->typesetter->width),
             FF_INK_BLACK, tag, INSET, y);
}

/* Who answers, and how to reach them; for whom and when on one line. */
static double
add_help_line (Cards *self, FfFragment *card, FfHelpLine *line, double y)
{
  const char *area = ff_help_line_get_area (line), *hours = ff_help_line_get_hours (line);
  g_autofree char *more
      = g_strconcat (area, *area != '\0' && *hours != '\0' ? " · " : "", hours, NULL);

  y = add_text (self, card, FF_STYLE_BODY, ff_help_line_get_name (line), "P", y);
  y = add_text (self, card, FF_STYLE_HEADING, ff_help_line_get_contact (line), "P", y);

  return add_text (self, card, FF_STYLE_HINT, more, "P", y);
}

/* Lays one card out at that scale; FALSE where it is too much. */
static gboolean
make_card (Cards *self, double scale)
{
  GPtrArray *lines = self->style->help_lines;
  FfFragment *card;
  double y = 0, gap;

  self->typesetter = ff_typesetter_new (self->catalogue, self->style->large_print, INSET,
                                        self->card_width - 2 * INSET);
  ff_typesetter_set_scale (self->typesetter, scale);
  gap = self->typesetter->measures.leading * 2;
  card = ff_typesetter_add (self->typesetter, FF_BLOCK_HELP_LINES, self);
  card->group = "Sect";
  /* Translators: over a group’s help lines, on a card for a pocket */
  y = add_text (self, card, FF_STYLE_STRONG,
                ff_catalogue_lookup (self->catalogue, N_ ("Where to turn now")), "H2", y);
  y = add_text (self, card, FF_STYLE_HINT, self->style->group_name, "P", y);
  for (guint i = 0; i < lines->len; i++)
    y = add_help_line (self, card, g_ptr_array_index (lines, i), y + gap);
  card->height = y;
  if (y <= self->card_height - 2 * INSET)
    return TRUE;
  g_clear_pointer (&self->typesetter, ff_typesetter_free);

  return FALSE;
}

/* A cross where cards meet, and ticks where they end. */
static void
add_cut_marks (Cards *self, FfPage *page)
{
  double right = self->left + self->columns * self->card_width;
  double bottom = self->top + self->rows * self->card_height;

  for (guint column = 0; column <= self->columns; column++)
    for (guint row = 0; row <= self->rows; row++)
      {
        double x = self->left + column * self->card_width;
        double y = self->top + row * self->card_height;
        double start = MAX (x - CUT_MARK, self->left), end = MIN (x + CUT_MARK, right);

        ff_page_add_rule (page, FF_INK_LINE, CUT_RULE, start, y, end - start, 0);
        start = MAX (y - CUT_MARK, self->top);
        end = MIN (y + CUT_MARK, bottom);
        ff_page_add_rule (page, FF_INK_LINE, CUT_RULE, x, start, 0, end - start);
      }
}

static void
place_cards (Cards *self, FfPage *page)
{
  const FfFragment *card = g_ptr_array_index (self->typesetter->fragments, 0);

  for (guint i = 0; i < self->columns * self->rows; i++)
    {
      double x = self->left + i % self->columns * self->card_width;
      double y = self->top + i / self->columns * self->card_height;
      double inner = self->card_height - 2 * INSET;

      ff_page_set_kind (page, card->kind);
      ff_page_set_origin (page, x);
      ff_page_add_box (page, FF_SHEET_BOX_CELL, 0, y, self->card_width, self->card_height);
      ff_fragment_place (card, page, INSET, y + INSET + MAX (0, inner - card->height) / 2,
                         self->card_width - 2 * INSET, card->height, 0);
    }
  ff_page_set_origin (page, 0);
  add_cut_marks (self, page);
}

/**
 * ff_pocket_card_sheet_new:
 * @catalogue: the language of what is printed around the group's own words
 * @style: paper, group name and help lines, of which there is one at least
 *
 * Ten cards of the size of a bank card on A4 and Letter, four in large print. Where a group has more lines than a
 * card has room for, all of it becomes smaller.
 *
 * Returns: (transfer full): a sheet of one page
 */
FfSheet *
ff_pocket_card_sheet_new (FfCatalogue *catalogue, const FfPaperStyle *style)
{
  Cards self = { catalogue, style };
  double width, height, scale = 1;
  FfSheet *sheet;

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (style != NULL && style->help_lines != NULL && style->help_lines->len > 0,
                        NULL);

  ff_paper_size_get_points (style->size, &width, &height);
  count_cards (&self, width, height);
  while (!make_card (&self, scale))
    scale *= SHRINK;

  /* Translators: a sheet of small cards with a group’s help lines */
  sheet = ff_sheet_new (ff_catalogue_lookup (catalogue, N_ ("Pocket cards")),
                        ff_catalogue_lookup (catalogue, N_ ("Where to turn now")), catalogue, width,
                        height);
  place_cards (&self, ff_sheet_add_page (sheet));
  ff_typesetter_free (self.typesetter);

  return sheet;
}

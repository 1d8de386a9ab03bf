/* ff-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes of paper.
 */

#include "ff-paper.h"

#include <langinfo.h>
#include <stdint.h>

#define POINTS_PER_MM (72.0 / 25.4)

/* ISO 216 A4 and ANSI A. */
#define A4_WIDTH_MM 210.0
#define A4_HEIGHT_MM 297.0
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
#define LETTER_HEIGHT_MM 279
/* 16:10; large print fills it with some ten lines. */
#define SCREEN_WIDTH 800.0
#define SCREEN_HEIGHT 500.0
/* 9:16; as wide as a telephone's letters of that size allow. */
#define UPRIGHT_SCREEN_WIDTH 424.0
#define UPRIGHT_SCREEN_HEIGHT 754.0

/**
 * ff_paper_size_get_points:
 * @size: a size of paper
 * @width: (out): its width in points (1/72 inch), upright
 * @height: (out): its height
 */
void
ff_paper_size_get_points (FfPaperSize size, double *width, double *height)
{
  g_return_if_fail (width != NULL && height != NULL);

  switch (size)
    {
    case FF_PAPER_LETTER:
      *width = LETTER_WIDTH;
      *height = LETTER_HEIGHT;
      break;

    case FF_PAPER_SCREEN:
      *width = SCREEN_WIDTH;
      *height = SCREEN_HEIGHT;
      break;

    case FF_PAPER_UPRIGHT_SCREEN:
      *width = UPRIGHT_SCREEN_WIDTH;
      *height = UPRIGHT_SCREEN_HEIGHT;
      break;

    case FF_PAPER_A4:
    default:
      *width = A4_WIDTH_MM * POINTS_PER_MM;
      *height = A4_HEIGHT_MM * POINTS_PER_MM;
      break;
    }
}

/**
 * ff_paper_size_is_screen:
 * @size: a size of paper
 *
 * Returns: whether it is a slide, which nobody prints
 */
gboolean
ff_paper_size_is_screen (FfPaperSize size)
{
  return size == FF_PAPER_SCREEN || size == FF_PAPER_UPRIGHT_SCREEN;
}

/**
 * ff_paper_size_get_default:
 *
 * Returns: Letter where the locale's `LC_PAPER` says so, as in Canada and the United States, else A4
 */
FfPaperSize
ff_paper_size_get_default (void)
{
#ifdef __GLIBC__
  /* glibc, which has this as no macro, gives the number of millimetres in place of a pointer. */
  int height = (int) (intptr_t) nl_langinfo (_NL_PAPER_HEIGHT);

  return height == LETTER_HEIGHT_MM ? FF_PAPER_LETTER : FF_PAPER_A4;
#else
  return FF_PAPER_A4;
#endif
}

/**
 * ff_paper_make_fonts:
 *
 * Finding and loading fonts takes longer than setting a page, so whoever lays out often keeps them. They are for the
 * sheets of one thread, which are drawn in that thread, too.
 *
 * Returns: (transfer full): fonts for paper, where a point is a unit
 */
PangoFontMap *
ff_paper_make_fonts (void)
{
  PangoFontMap *fonts = pango_cairo_font_map_new ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72);
  return fonts;
}

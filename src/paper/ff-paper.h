/* ff-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paper: sizes, and how a sheet is wanted.
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  FF_PAPER_A4,
  FF_PAPER_LETTER,
  FF_PAPER_SCREEN, /* a wide screen, for a meeting to look at together */
  FF_PAPER_UPRIGHT_SCREEN, /* the same for a narrow one */
} FfPaperSize;

typedef struct
{
  FfPaperSize size;
  gboolean    large_print; /* 18 pt */
  const char *group_name;  /* (nullable): shown small at the foot */
  gboolean    with_example; /* a handout’s worked example follows it, on the back */
  GPtrArray  *help_lines;  /* (nullable) (element-type FfHelpLine): the group’s, for blocks that show them */
  gboolean    help_at_foot; /* the first of them stands at the foot of every page */
  PangoFontMap *fonts; /* (nullable): where one thread makes and draws sheets again and again, what it found for the last one */
} FfPaperStyle;

void ff_paper_size_get_points (FfPaperSize size,
                               double     *width,
                               double     *height);
gboolean ff_paper_size_is_screen (FfPaperSize size);
FfPaperSize ff_paper_size_get_default (void); /* Letter where the locale (LC_PAPER) says so, else A4 */
PangoFontMap *ff_paper_make_fonts (void); /* (transfer full) */

G_END_DECLS

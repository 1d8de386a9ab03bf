/* ff-rota-sheet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota for a wall: weeks, meetings and roles with names, and lines where somebody may still write theirs.
 */

#pragma once

#include "ff-paper.h"
#include "ff-rota.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  FfPaperSize size;
  gboolean large_print;
  const char *language; /* (nullable): BCP 47, of the paper; NULL or "" = the app's */
  const char *title;    /* (nullable): a group's name, else “Rota” */
  int first_weekday;    /* of a week, 1 Monday to 7 Sunday; 0 = Monday */
  GDateTime *printed;   /* today: its year is not said */
} FfRotaSheetStyle;

/* All places of @rota; nothing but names is said of people. May be called in a thread. */
FfSheet *ff_rota_sheet_new (FfRota                 *rota,
                            const FfRotaSheetStyle *style);

G_END_DECLS

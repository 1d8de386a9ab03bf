/* ff-person-sheet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of one person on pages, for them.
 */

#pragma once

#include "ff-paper.h"
#include "ff-person-record.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  FfPaperSize        size;
  gboolean           large_print;
  const char        *language; /* (nullable): BCP 47; NULL or "" = the app's */
  const char *const *points;   /* (nullable): the programme's */
} FfPersonSheetStyle;

/* Of nobody else. May be called in a thread. */
FfSheet *ff_person_sheet_new (FfPersonRecord           *record,
                              const FfPersonSheetStyle *style);

G_END_DECLS

/* ff-week-block.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block of the week grid: one meeting, what a crowded hour keeps back, an empty hour, or one on its way elsewhere.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-occurrence.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEK_BLOCK (ff_week_block_get_type ())

G_DECLARE_FINAL_TYPE (FfWeekBlock, ff_week_block, FF, WEEK_BLOCK, GtkWidget)

typedef enum
{
  FF_WEEK_BLOCK_MEETING,
  FF_WEEK_BLOCK_MORE,
  FF_WEEK_BLOCK_SLOT,
  FF_WEEK_BLOCK_GHOST,
} FfWeekBlockKind;

/* signal "activate": it was pressed, or Enter on it */
GtkWidget      *ff_week_block_new            (void);
/* @label is its accessible name and its tooltip. */
void            ff_week_block_show           (FfWeekBlock     *self,
                                              FfWeekBlockKind  kind,
                                              FfOccurrence    *occurrence, /* (nullable) */
                                              const char      *time,
                                              const char      *title,
                                              const char      *detail,
                                              const char      *label);
FfWeekBlockKind ff_week_block_get_kind       (FfWeekBlock     *self);
FfOccurrence   *ff_week_block_get_occurrence (FfWeekBlock     *self); /* (nullable) (transfer none) */
const char     *ff_week_block_get_label      (FfWeekBlock     *self);

G_END_DECLS

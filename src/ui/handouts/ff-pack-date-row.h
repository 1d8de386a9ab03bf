/* ff-pack-date-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates for which a pack can be put together, the next one first.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-occurrence.h"

G_BEGIN_DECLS

#define FF_TYPE_PACK_DATE_ROW (ff_pack_date_row_get_type ())

G_DECLARE_FINAL_TYPE (FfPackDateRow, ff_pack_date_row, FF, PACK_DATE_ROW, AdwComboRow)

/* Signal: "chosen": a date is chosen, or the dates were read anew. */
/* Set once. */
void          ff_pack_date_row_set_context (FfPackDateRow *self,
                                            FfContext     *context);
/* @group: (nullable): whose dates; those of all groups without */
void          ff_pack_date_row_set_group   (FfPackDateRow *self,
                                            FfGroup       *group);
/* (nullable): NULL for no meeting in particular, and until they are read */
FfOccurrence *ff_pack_date_row_get_date    (FfPackDateRow *self);

G_END_DECLS

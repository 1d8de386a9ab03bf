/* ff-outline-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a meeting, each with the time at which it begins.
 */

#pragma once

#include <adwaita.h>

#include "ff-programme.h"

G_BEGIN_DECLS

#define FF_TYPE_OUTLINE_ROW (ff_outline_row_get_type ())

G_DECLARE_FINAL_TYPE (FfOutlineRow, ff_outline_row, FF, OUTLINE_ROW, AdwExpanderRow)

void ff_outline_row_set_meeting (FfOutlineRow *self,
                                 FfProgramme  *programme,
                                 GDateTime    *start,
                                 guint         minutes);

G_END_DECLS

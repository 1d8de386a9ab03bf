/* ff-programme-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for choosing a programme, with a sentence on each.
 */

#pragma once

#include <adwaita.h>

#include "ff-programme.h"

G_BEGIN_DECLS

#define FF_TYPE_PROGRAMME_ROW (ff_programme_row_get_type ())

G_DECLARE_FINAL_TYPE (FfProgrammeRow, ff_programme_row, FF, PROGRAMME_ROW, AdwComboRow)

/* property "programme" (id, never NULL once there are programmes; "" before) */
void        ff_programme_row_set_programmes (FfProgrammeRow *self,
                                             GPtrArray      *programmes); /* (element-type FfProgramme) */
const char *ff_programme_row_get_programme  (FfProgrammeRow *self);
void        ff_programme_row_set_programme  (FfProgrammeRow *self,
                                             const char     *id); /* an unknown one changes nothing */

G_END_DECLS

/* ff-urge-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An urge from 0 to 10, or none, by one click or one key.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_URGE_ROW (ff_urge_row_get_type ())

G_DECLARE_FINAL_TYPE (FfUrgeRow, ff_urge_row, FF, URGE_ROW, AdwPreferencesRow)

/* property: "urge" (int, 0 to 10 or FF_CHECK_IN_NO_URGE) */
int        ff_urge_row_get_urge (FfUrgeRow *self);
void       ff_urge_row_set_urge (FfUrgeRow *self,
                                 int        urge);

G_END_DECLS

/* ff-zone-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for choosing a time zone by typing a part of its name.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_ZONE_ROW (ff_zone_row_get_type ())

G_DECLARE_FINAL_TYPE (FfZoneRow, ff_zone_row, FF, ZONE_ROW, AdwComboRow)

/* property "zone" (IANA name; at first this computer's) */
GtkWidget  *ff_zone_row_new      (void);
const char *ff_zone_row_get_zone (FfZoneRow  *self);
void        ff_zone_row_set_zone (FfZoneRow  *self,
                                  const char *identifier); /* one that is not in the list is added to it */

G_END_DECLS

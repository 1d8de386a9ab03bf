/* ff-property-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row that says one thing of a meeting, and is not there where there is nothing to say.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_PROPERTY_ROW (ff_property_row_get_type ())

G_DECLARE_FINAL_TYPE (FfPropertyRow, ff_property_row, FF, PROPERTY_ROW, AdwActionRow)

void ff_property_row_set_text (FfPropertyRow *self,
                               const char    *text); /* (nullable): hidden, as for "" */

G_END_DECLS

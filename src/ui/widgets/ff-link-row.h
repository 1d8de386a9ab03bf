/* ff-link-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row with a link to join a meeting online: open it, or copy it.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_LINK_ROW (ff_link_row_get_type ())

G_DECLARE_FINAL_TYPE (FfLinkRow, ff_link_row, FF, LINK_ROW, AdwActionRow)

/* Hidden while there is no link. */
void ff_link_row_set_link (FfLinkRow  *self,
                           const char *link);

G_END_DECLS

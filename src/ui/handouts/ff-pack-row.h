/* ff-pack-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout in a pack: how many copies, and its place among the others.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_PACK_ROW (ff_pack_row_get_type ())

G_DECLARE_FINAL_TYPE (FfPackRow, ff_pack_row, FF, PACK_ROW, AdwActionRow)

/* Signals: "moved" (int: places down), "removed", "copies-changed". */
GtkWidget  *ff_pack_row_new        (const char *id,
                                    const char *title);
const char *ff_pack_row_get_id     (FfPackRow  *self);
guint       ff_pack_row_get_copies (FfPackRow  *self);
void        ff_pack_row_set_copies (FfPackRow  *self,
                                    guint       copies);

G_END_DECLS

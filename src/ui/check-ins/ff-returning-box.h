/* ff-returning-box.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of the last sessions who have not checked in yet, each with what they meant to do.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_RETURNING_BOX (ff_returning_box_get_type ())

G_DECLARE_FINAL_TYPE (FfReturningBox, ff_returning_box, FF, RETURNING_BOX, GtkBox)

/* signal "chosen" (const char *alias) */
void ff_returning_box_show (FfReturningBox *self,
                            GPtrArray      *items); /* (element-type FfPlanItem): those of a person next to each other */

G_END_DECLS

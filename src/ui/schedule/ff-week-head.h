/* ff-week-head.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The weekdays over the columns of a week or a month.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_WEEK_HEAD (ff_week_head_get_type ())

G_DECLARE_FINAL_TYPE (FfWeekHead, ff_week_head, FF, WEEK_HEAD, GtkBox)

/* property "with-dates" (gboolean, TRUE at first): each says which day it is, and which one is today */
void ff_week_head_show (FfWeekHead       *self,
                        const FfWallTime *first,
                        guint             n_days,
                        int               today); /* -1 = none of them */

G_END_DECLS

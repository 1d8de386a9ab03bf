/* ff-review-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan item that comes back, to be marked done, partly, not or changed.
 */

#pragma once

#include <adwaita.h>

#include "ff-plan-item.h"

G_BEGIN_DECLS

#define FF_TYPE_REVIEW_ROW (ff_review_row_get_type ())

G_DECLARE_FINAL_TYPE (FfReviewRow, ff_review_row, FF, REVIEW_ROW, AdwPreferencesRow)

/* signal "reviewed" (guint outcome): the person chose a FfOutcome */
GtkWidget  *ff_review_row_new      (FfPlanItem  *item);
FfPlanItem *ff_review_row_get_item (FfReviewRow *self);

G_END_DECLS

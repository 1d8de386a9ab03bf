/* ff-today-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Today: the next meeting and what to prepare for it, and the coming seven days.
 */

#pragma once

#include "ff-occurrence.h"
#include "ff-view.h"

G_BEGIN_DECLS

#define FF_TYPE_TODAY_PAGE (ff_today_page_get_type ())

G_DECLARE_FINAL_TYPE (FfTodayPage, ff_today_page, FF, TODAY_PAGE, FfView)

GtkWidget    *ff_today_page_new        (FfContext   *context);
FfOccurrence *ff_today_page_get_next   (FfTodayPage *self);
GListModel   *ff_today_page_get_coming (FfTodayPage *self);

G_END_DECLS

/* ff-today-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Today: the next meeting and what to prepare for it, and the coming seven days.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-occurrence.h"

G_BEGIN_DECLS

#define FF_TYPE_TODAY_PAGE (ff_today_page_get_type ())

G_DECLARE_FINAL_TYPE (FfTodayPage, ff_today_page, FF, TODAY_PAGE, AdwNavigationPage)

/* properties: "context" (construct-only), "group" (nullable: all groups) */
GtkWidget    *ff_today_page_new        (FfContext   *context);
void          ff_today_page_set_group  (FfTodayPage *self,
                                        FfGroup     *group);
FfOccurrence *ff_today_page_get_next   (FfTodayPage *self);
GListModel   *ff_today_page_get_coming (FfTodayPage *self);

G_END_DECLS

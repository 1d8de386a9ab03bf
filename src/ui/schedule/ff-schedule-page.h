/* ff-schedule-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Schedule: the dates of the coming weeks, and the meetings they come from.
 */

#pragma once

#include "ff-agenda.h"
#include "ff-view.h"

G_BEGIN_DECLS

#define FF_TYPE_SCHEDULE_PAGE (ff_schedule_page_get_type ())

G_DECLARE_FINAL_TYPE (FfSchedulePage, ff_schedule_page, FF, SCHEDULE_PAGE, FfView)

GtkWidget *ff_schedule_page_new        (FfContext      *context);
FfAgenda  *ff_schedule_page_get_agenda (FfSchedulePage *self);

G_END_DECLS

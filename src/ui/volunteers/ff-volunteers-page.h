/* ff-volunteers-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Volunteers: the rota, the people who are on it, and what they are trained in.
 */

#pragma once

#include "ff-rota-view.h"
#include "ff-view.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEERS_PAGE (ff_volunteers_page_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteersPage, ff_volunteers_page, FF, VOLUNTEERS_PAGE, FfView)

GtkWidget *ff_volunteers_page_new            (FfContext        *context);
void       ff_volunteers_page_show_volunteer (FfVolunteersPage *self,
                                              const char       *uid);
/* At a day, as 2026-11-24; "" = today. */
void       ff_volunteers_page_show_rota      (FfVolunteersPage *self,
                                              const char       *date);

G_END_DECLS

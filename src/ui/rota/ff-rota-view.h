/* ff-rota-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota of a quarter: weeks by meetings and roles, who has each place, and everything that is done with it.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_VIEW (ff_rota_view_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaView, ff_rota_view, FF, ROTA_VIEW, AdwBin)

/* property "title" (string, read-only): the weeks that are shown, in words
 * action group "rota" */
GtkWidget *ff_rota_view_new       (FfContext  *context);
/* (nullable): all groups' meetings */
void       ff_rota_view_set_group (FfRotaView *self,
                                   FfGroup    *group);
/* Cover for all places shown that this volunteer (uid) cannot do, one after the other. */
void       ff_rota_view_cover     (FfRotaView *self,
                                   const char *volunteer);
/* "2026-11-24"; "" or anything that is no date: today */
void       ff_rota_view_show_date (FfRotaView *self,
                                   const char *date);

G_END_DECLS

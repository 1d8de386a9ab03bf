/* ff-sidebar.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side of the window: which group, and which view.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_SIDEBAR (ff_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (FfSidebar, ff_sidebar, FF, SIDEBAR, AdwNavigationPage)

/* properties: "context" (set once), "group" (FfGroup, read-only, NULL = all groups),
 * "sample" (gboolean, read-only: a group is made up). Signal "view-activated" (const char *id). */
FfGroup    *ff_sidebar_get_group  (FfSidebar  *self); /* (nullable) (transfer none) */
void        ff_sidebar_set_group  (FfSidebar  *self,  /* by uid; "" = all groups */
                                   const char *uid);
void        ff_sidebar_add_view   (FfSidebar  *self,
                                   const char *id,
                                   const char *title, /* translated */
                                   const char *icon_name);
void        ff_sidebar_mark_view  (FfSidebar  *self,
                                   const char *id);

G_END_DECLS

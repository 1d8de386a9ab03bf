/* ff-views.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views beside their list, of which one is shown.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-unsaved.h"

G_BEGIN_DECLS

#define FF_TYPE_VIEWS (ff_views_get_type ())

G_DECLARE_FINAL_TYPE (FfViews, ff_views, FF, VIEWS, AdwBreakpointBin)

/* properties: "context" (construct-only), "group" (FfGroup, read-only, NULL = all groups) */
GtkWidget         *ff_views_new       (FfContext  *context);
FfGroup           *ff_views_get_group (FfViews    *self); /* (nullable) (transfer none) */
void               ff_views_set_group (FfViews    *self,  /* by uid; "" = all groups */
                                       const char *uid);
AdwNavigationPage *ff_views_show      (FfViews    *self,  /* (nullable): NULL where there is no such view */
                                       const char *id);
const char        *ff_views_get_shown (FfViews    *self); /* (nullable): an id, once one was shown */
void               ff_views_focus_content (FfViews *self);
gboolean           ff_views_may_close (FfViews    *self,
                                       const char *then,
                                       FfUnsaved   unsaved); /* nothing that was written would be lost */

G_END_DECLS

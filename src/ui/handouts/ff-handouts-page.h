/* ff-handouts-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view Handouts: the library, the handout that is looked at, and the pack for a meeting.
 */

#pragma once

#include "ff-handout-preview.h"
#include "ff-unsaved.h"
#include "ff-view.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUTS_PAGE (ff_handouts_page_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutsPage, ff_handouts_page, FF, HANDOUTS_PAGE, FfView)

GtkWidget        *ff_handouts_page_new          (FfContext      *context);
void              ff_handouts_page_show_handout (FfHandoutsPage *self,
                                                 const char     *id);
FfHandoutPreview *ff_handouts_page_get_preview  (FfHandoutsPage *self); /* (nullable): the one that is open */
FfHandoutLibrary *ff_handouts_page_get_library  (FfHandoutsPage *self);
gboolean          ff_handouts_page_may_close    (FfHandoutsPage *self,
                                                 const char     *then,
                                                 FfUnsaved       unsaved); /* see ff_handout_editor_may_close() */

G_END_DECLS

/* ff-handout-preview.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout as it will be on paper, with the choices that make it so, to print or to save.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-handout-library.h"
#include "ff-pack.h"
#include "ff-sheet-view.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_PREVIEW (ff_handout_preview_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutPreview, ff_handout_preview, FF, HANDOUT_PREVIEW, AdwNavigationPage)

AdwNavigationPage *ff_handout_preview_new       (FfContext        *context,
                                                 FfHandoutLibrary *library,
                                                 FfGroup          *group, /* (nullable) */
                                                 const char       *id);
const char        *ff_handout_preview_get_id    (FfHandoutPreview *self);
void               ff_handout_preview_set_group (FfHandoutPreview *self,
                                                 FfGroup          *group);
FfPack            *ff_handout_preview_make_pack (FfHandoutPreview *self, /* (transfer full) (nullable): as chosen */
                                                 GError          **error);
FfSheetView       *ff_handout_preview_get_view  (FfHandoutPreview *self);

G_END_DECLS

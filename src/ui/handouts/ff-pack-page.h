/* ff-pack-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pack for a meeting: which handouts, how many copies, in which order; printed once or saved as one PDF.
 */

#pragma once

#include <adwaita.h>

#include "ff-handout-library.h"
#include "ff-pack-choice.h"

G_BEGIN_DECLS

#define FF_TYPE_PACK_PAGE (ff_pack_page_get_type ())

G_DECLARE_FINAL_TYPE (FfPackPage, ff_pack_page, FF, PACK_PAGE, AdwNavigationPage)

AdwNavigationPage *ff_pack_page_new        (FfContext        *context,
                                            FfHandoutLibrary *library,
                                            FfGroup          *group); /* (nullable) */
void               ff_pack_page_set_group  (FfPackPage       *self,
                                            FfGroup          *group);
/* To the pack for the date that is chosen, at first the next one. */
void               ff_pack_page_add        (FfPackPage       *self,
                                            const char       *id);
FfPackChoice      *ff_pack_page_get_choice (FfPackPage       *self);
FfPack            *ff_pack_page_make_pack  (FfPackPage       *self, /* (transfer full) (nullable) */
                                            gboolean          one_each,
                                            GError          **error);

G_END_DECLS

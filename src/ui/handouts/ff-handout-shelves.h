/* ff-handout-shelves.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library to look through: a section for each shelf, or what was found.
 */

#pragma once

#include <adwaita.h>

#include "ff-group.h"
#include "ff-handout-library.h"
#include "ff-thumbnails.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_SHELVES (ff_handout_shelves_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutShelves, ff_handout_shelves, FF, HANDOUT_SHELVES, AdwBin)

/* property "shelf" (the id of the only one that is shown; "" = all); also the action "handouts.shelf" */
void           ff_handout_shelves_set_library (FfHandoutShelves *self,
                                               FfHandoutLibrary *library,
                                               FfContext        *context);
void           ff_handout_shelves_set_group   (FfHandoutShelves *self,
                                               FfGroup          *group); /* (nullable) */
void           ff_handout_shelves_set_words   (FfHandoutShelves *self,
                                               const char       *words); /* "" = all */
const char    *ff_handout_shelves_get_shelf   (FfHandoutShelves *self);
void           ff_handout_shelves_set_shelf   (FfHandoutShelves *self,
                                               const char       *shelf);
FfHandoutItem *ff_handout_shelves_get_first   (FfHandoutShelves *self); /* (nullable): that is seen */
FfHandoutItem *ff_handout_shelves_get_focused (FfHandoutShelves *self); /* (nullable) */
FfThumbnails  *ff_handout_shelves_get_thumbnails (FfHandoutShelves *self);

G_END_DECLS

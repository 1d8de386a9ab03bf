/* ff-pack-adding.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One more handout for a pack, found by any of its names.
 */

#pragma once

#include <adwaita.h>

#include "ff-handout-library.h"
#include "ff-pack-choice.h"

G_BEGIN_DECLS

#define FF_TYPE_PACK_ADDING (ff_pack_adding_get_type ())

G_DECLARE_FINAL_TYPE (FfPackAdding, ff_pack_adding, FF, PACK_ADDING, AdwDialog)

AdwDialog *ff_pack_adding_new (FfHandoutLibrary *library,
                               FfPackChoice     *choice);

G_END_DECLS

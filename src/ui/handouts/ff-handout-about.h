/* ff-handout-about.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a facilitator wants to know of a handout: how long, for how many, how to lead it, where it comes from.
 */

#pragma once

#include <adwaita.h>

#include "ff-handout.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_ABOUT (ff_handout_about_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutAbout, ff_handout_about, FF, HANDOUT_ABOUT, AdwBin)

void ff_handout_about_set_handout (FfHandoutAbout *self,
                                   FfHandout      *handout);
/* (nullable): when the group last had it, in words; NULL where there is no group */
void ff_handout_about_set_had     (FfHandoutAbout *self,
                                   const char     *had);

G_END_DECLS

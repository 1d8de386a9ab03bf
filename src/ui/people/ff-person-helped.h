/* ff-person-helped.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What helped a person: as they said it, and what they planned and did.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-person-record.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_HELPED (ff_person_helped_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonHelped, ff_person_helped, FF, PERSON_HELPED, AdwBin)

/* Hides itself where nothing helped yet. */
void ff_person_helped_show (FfPersonHelped *self,
                            FfPersonRecord *record,
                            FfContext      *context);

G_END_DECLS

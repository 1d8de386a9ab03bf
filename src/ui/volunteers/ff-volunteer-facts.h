/* ff-volunteer-facts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer does, when they are free, what they are trained in: all of it to read.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_FACTS (ff_volunteer_facts_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerFacts, ff_volunteer_facts, FF, VOLUNTEER_FACTS, AdwBin)

void ff_volunteer_facts_show (FfVolunteerFacts *self,
                              FfContext        *context,
                              FfVolunteer      *volunteer);

G_END_DECLS

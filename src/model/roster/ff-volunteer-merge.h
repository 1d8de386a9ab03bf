/* ff-volunteer-merge.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two entries of the roster that are one person.
 */

#pragma once

#include "ff-volunteer.h"

G_BEGIN_DECLS

/* What @gone says and @kept does not becomes @kept’s; what @kept says of itself stays. */
void ff_volunteer_absorb (FfVolunteer *kept,
                          FfVolunteer *gone);

G_END_DECLS

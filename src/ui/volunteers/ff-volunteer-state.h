/* ff-volunteer-state.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is filled in about a volunteer as one text, by which it is known whether anything was changed.
 */

#pragma once

#include "ff-volunteer-form.h"

G_BEGIN_DECLS

/* (transfer full) */
char *ff_volunteer_state_write (FfVolunteerForm *form);

G_END_DECLS

/* ff-volunteer-erase.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks whether a volunteer is to be erased, and erases them.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

void ff_volunteer_erase (GtkWidget   *widget,
                         FfContext   *context,
                         FfVolunteer *volunteer);

G_END_DECLS

/* ff-volunteer-export.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a volunteer, for them, in a file that is not called by their name.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

void ff_volunteer_export (GtkWidget   *widget,
                          FfContext   *context,
                          FfVolunteer *volunteer);

G_END_DECLS

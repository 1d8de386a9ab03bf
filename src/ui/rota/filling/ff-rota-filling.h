/* ff-rota-filling.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Has the open places of the rota filled, shows what would be different, and changes nothing before that is accepted.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

/* [@from, @until): the stretch to begin with, which can be chosen otherwise in the dialog */
void ff_rota_filling_present (GtkWidget *parent,
                              FfContext *context,
                              FfGroup   *group, /* (nullable): of all groups */
                              GDateTime *from,
                              GDateTime *until);

G_END_DECLS

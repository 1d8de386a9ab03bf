/* ff-rota-print.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota as it will be on a wall, to print or to save.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

void ff_rota_print_present (GtkWidget *parent,
                            FfContext *context,
                            FfGroup   *group, /* (nullable): of all groups */
                            GDateTime *from,
                            GDateTime *until);

G_END_DECLS

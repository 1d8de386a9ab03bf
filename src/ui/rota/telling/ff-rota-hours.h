/* ff-rota-hours.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hours that volunteers gave in a year, and thanks for them.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

void ff_rota_hours_present (GtkWidget *parent,
                            FfContext *context);

G_END_DECLS

/* ff-rota-telling.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells volunteers of their dates, one after the other, and asks somebody to step in.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-rota.h"

G_BEGIN_DECLS

/* Those with duties in [@from, @until). */
void ff_rota_telling_present (GtkWidget   *parent,
                              FfContext   *context,
                              FfGroup     *group, /* (nullable): of all groups */
                              GDateTime   *from,
                              GDateTime   *until);
/* Asks @volunteer whether they could take @slot. */
void ff_rota_cover_present   (GtkWidget   *parent,
                              FfContext   *context,
                              FfSlot      *slot,
                              FfVolunteer *volunteer);

G_END_DECLS

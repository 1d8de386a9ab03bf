/* ff-rota-people.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The volunteers beside the rota, with how many places each has, to be dragged onto one.
 */

#pragma once

#include <adwaita.h>

#include "ff-rota.h"

G_BEGIN_DECLS

#define FF_TYPE_ROTA_PEOPLE (ff_rota_people_get_type ())

/* Signal: "chosen" (FfVolunteer): by the keyboard or a double click, for the place where the keyboard is */
G_DECLARE_FINAL_TYPE (FfRotaPeople, ff_rota_people, FF, ROTA_PEOPLE, AdwBin)

void        ff_rota_people_show (FfRotaPeople *self,
                                 GListModel   *people);
/* (element-type FfRotaOption) (transfer full): those who serve, by name. May be called in a thread. */
GListModel *ff_rota_people_list (FfRota       *rota);

G_END_DECLS

/* ff-place-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places that meetings use, to be found by the beginnings of their names.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

/* (element-type FfVenue) (transfer full): at most @limit different ones, most used first; none for what is not typed yet or already is a whole name */
GPtrArray *ff_place_list_find (FfSchedule *schedule,
                               const char *typed,
                               guint       limit);

G_END_DECLS

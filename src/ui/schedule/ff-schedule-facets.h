/* ff-schedule-facets.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what the meetings of a schedule differ: days, formats, types, languages, regions, to choose from when searching.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* translated: "Day" */
  GPtrArray  *words; /* (element-type utf8): what to search for, most used first where there are many */
} FfFacet;

/* (element-type FfFacet) (transfer full): those that have something to choose. Takes its time: call it on a thread.
 * @programmes: id → title */
GPtrArray *ff_schedule_facets_list (FfSchedule *schedule,
                                    GHashTable *programmes);

G_END_DECLS

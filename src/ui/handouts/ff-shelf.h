/* ff-shelf.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelves of the library: favourites, each point, each programme …, and what stands on each.
 */

#pragma once

#include "ff-handout-item.h"
#include "ff-programme.h"

G_BEGIN_DECLS

/* What handouts on it have in common. */
typedef struct
{
  char      *id;    /* "favourites", "used", "point-1" …, "points", "meeting", "own", "more" or "programme-ID" */
  char      *title; /* translated */
  GPtrArray *items; /* (element-type FfHandoutItem) */
} FfShelf;

void       ff_shelf_free (FfShelf   *shelf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfShelf, ff_shelf_free)

/* In the order to show them, none of them empty but favourites and last used. (element-type FfShelf) (transfer full) */
GPtrArray *ff_shelf_list (GPtrArray *items,       /* (element-type FfHandoutItem) */
                          GPtrArray *programmes); /* (element-type FfProgramme) */
/* (nullable): ids of what @programme offers, where that is some of @items but not all that came with the program */
const char *const *ff_shelf_list_offered (GPtrArray   *items,
                                          FfProgramme *programme);

G_END_DECLS

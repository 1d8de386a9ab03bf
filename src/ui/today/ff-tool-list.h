/* ff-tool-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools that a programme offers, to tick those for one meeting; the choice is kept with its session.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-occurrence.h"
#include "ff-pack-choice.h"
#include "ff-programme.h"

G_BEGIN_DECLS

#define FF_TYPE_TOOL_LIST (ff_tool_list_get_type ())

G_DECLARE_FINAL_TYPE (FfToolList, ff_tool_list, FF, TOOL_LIST, AdwBin)

/* property "has-chosen" (gboolean, read-only) */
void               ff_tool_list_set_occurrence (FfToolList   *self,
                                                FfContext    *context,
                                                FfOccurrence *occurrence,
                                                FfProgramme  *programme);
const char *const *ff_tool_list_get_chosen     (FfToolList   *self);
gboolean           ff_tool_list_get_has_tools  (FfToolList   *self);
FfPackChoice      *ff_tool_list_get_choice     (FfToolList   *self); /* (nullable): until there is a date */

G_END_DECLS

/* ff-pack-suggestions.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a group may want in its pack: its suggestions, each with the reason why.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-handout-library.h"
#include "ff-pack-choice.h"

G_BEGIN_DECLS

#define FF_TYPE_PACK_SUGGESTIONS (ff_pack_suggestions_get_type ())

G_DECLARE_FINAL_TYPE (FfPackSuggestions, ff_pack_suggestions, FF, PACK_SUGGESTIONS, AdwPreferencesGroup)

/* Set once. */
void ff_pack_suggestions_set_choice (FfPackSuggestions *self,
                                     FfContext         *context,
                                     FfHandoutLibrary  *library,
                                     FfPackChoice      *choice);
/* @group: (nullable): whose they are; none without */
void ff_pack_suggestions_show       (FfPackSuggestions *self,
                                     FfGroup           *group);

G_END_DECLS

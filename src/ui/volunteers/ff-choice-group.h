/* ff-choice-group.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several of what there is to choose from: a switch each, or where there are many, those chosen and a list to add from.
 */

#pragma once

#include <adwaita.h>

#include "ff-volunteer-form.h"

G_BEGIN_DECLS

#define FF_TYPE_CHOICE_GROUP (ff_choice_group_get_type ())

G_DECLARE_FINAL_TYPE (FfChoiceGroup, ff_choice_group, FF, CHOICE_GROUP, AdwPreferencesGroup)

/* @ids, @titles: what there is; @add: what the row is called that adds one, where there are many */
void ff_choice_group_bind (FfChoiceGroup     *self,
                           FfVolunteerForm   *form,
                           FfVolunteerSet     set,
                           const char *const *ids,
                           const char *const *titles,
                           const char        *add);

G_END_DECLS

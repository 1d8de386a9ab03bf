/* ff-wording-choice.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words get a hint in the notes of a group, if any.
 */

#pragma once

#include "ff-context.h"
#include "ff-group.h"
#include "ff-wording.h"

G_BEGIN_DECLS

/* The language in which the notes of @group (nullable) are written, such as "fr". (transfer full) */
char      *ff_wording_choice_get_language (FfGroup   *group);
/* (nullable) (transfer full): NULL where the group's programme, or the person, does without hints */
FfWording *ff_wording_choice_make         (FfContext *context,
                                           FfGroup   *group);

G_END_DECLS

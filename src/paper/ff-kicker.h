/* ff-kicker.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small line in the margin above a handout.
 */

#pragma once

#include "ff-handout.h"
#include "ff-typesetter.h"

G_BEGIN_DECLS

void ff_kicker_add (FfTypesetter *typesetter,
                    FfHandout    *handout,
                    FfPage       *page);

G_END_DECLS

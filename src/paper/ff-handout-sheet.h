/* ff-handout-sheet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout on pages.
 */

#pragma once

#include "ff-handout.h"
#include "ff-paper.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

FfSheet *ff_handout_sheet_new (FfHandout          *handout,
                               const FfPaperStyle *style,
                               FfAnswers          *answers); /* (nullable): what is written on it already */

G_END_DECLS

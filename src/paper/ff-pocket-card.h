/* ff-pocket-card.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group’s help lines as cards for a pocket, ten to a sheet.
 */

#pragma once

#include "ff-catalogue.h"
#include "ff-paper.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

/* @style gives paper, group name and help lines, of which there is one at least; large print has fewer to a sheet. */
FfSheet *ff_pocket_card_sheet_new (FfCatalogue        *catalogue,
                                   const FfPaperStyle *style);

G_END_DECLS

/* ff-sheet-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as those see it who lay things out on it.
 */

#pragma once

#include "ff-catalogue.h"
#include "ff-page.h"

G_BEGIN_DECLS

FfSheet *ff_sheet_new      (const char  *title,
                            const char  *summary,
                            FfCatalogue *catalogue,
                            double       width,
                            double       height);
FfPage  *ff_sheet_add_page (FfSheet     *self);

G_END_DECLS

/* ff-recovery-sheet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery key on paper, to be kept in a drawer.
 */

#pragma once

#include "ff-catalogue.h"
#include "ff-paper.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

/* @recovery_key: groups with spaces or hyphens between them, as ff_passphrase_set() gives it. Of @style, paper and size of print count. */
FfSheet *ff_recovery_sheet_new (FfCatalogue        *catalogue,
                                const FfPaperStyle *style,
                                const char         *recovery_key,
                                GDateTime          *made);

G_END_DECLS

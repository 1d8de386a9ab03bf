/* ff-help-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group’s cards for a pocket on their way onto paper.
 */

#pragma once

#include "ff-group.h"
#include "ff-paper-job.h"

G_BEGIN_DECLS

/* @lines: (element-type FfHelpLine), one at least */
FfPaperJob *ff_help_paper_new (GSettings *settings,
                               FfGroup   *group,
                               GPtrArray *lines);

G_END_DECLS

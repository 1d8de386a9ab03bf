/* ff-recovery-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery sheet on its way onto paper.
 */

#pragma once

#include "ff-paper-job.h"

G_BEGIN_DECLS

FfPaperJob *ff_recovery_paper_new (GSettings  *settings,
                                   const char *recovery_key,
                                   GDateTime  *made);

G_END_DECLS

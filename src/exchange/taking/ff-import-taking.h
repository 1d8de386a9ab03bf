/* ff-import-taking.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan of an import of meetings as one edit of the store.
 */

#pragma once

#include "ff-import-plan.h"
#include "ff-schedule-edit.h"

G_BEGIN_DECLS

/* Copies thousands of meetings: in a thread where a window waits. */
FfScheduleEdit *ff_import_plan_make_edit (const FfImportPlan *plan,
                                          gboolean            remove_gone);

G_END_DECLS

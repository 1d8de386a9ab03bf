/* ff-filling-run.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One attempt at filling the rota: it is read, solved, and what would be different is put into lines.
 */

#pragma once

#include "ff-context.h"
#include "ff-rota-plan.h"

G_BEGIN_DECLS

#define FF_TYPE_FILLING_RUN (ff_filling_run_get_type ())

G_DECLARE_FINAL_TYPE (FfFillingRun, ff_filling_run, FF, FILLING_RUN, GObject)

/* signals: "progress" (FfRotaPlan best, double share of the time that is over),
 * "found" (FfRotaPlan, GPtrArray of FfFillingLine), "failed" (sentence); one of the last two ends it */
FfFillingRun *ff_filling_run_new         (FfContext    *context,
                                          const char   *group, /* (nullable): uid; of all groups */
                                          GDateTime    *from,
                                          GDateTime    *until,
                                          double        seconds);
void          ff_filling_run_start       (FfFillingRun *self);
/* The best so far is what was found. */
void          ff_filling_run_keep        (FfFillingRun *self);
gboolean      ff_filling_run_get_kept    (FfFillingRun *self);
/* Nothing is heard of it any more. */
void          ff_filling_run_abandon     (FfFillingRun *self);

G_END_DECLS

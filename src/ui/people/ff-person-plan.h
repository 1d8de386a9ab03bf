/* ff-person-plan.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan that counts now: a person's newest one with open items, to be marked right there.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-person-record.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_PLAN (ff_person_plan_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonPlan, ff_person_plan, FF, PERSON_PLAN, AdwBin)

/* Hides itself where nothing is open. */
void ff_person_plan_show (FfPersonPlan   *self,
                          FfPersonRecord *record,
                          FfContext      *context);

G_END_DECLS

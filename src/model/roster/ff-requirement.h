/* ff-requirement.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an organisation asks before somebody takes a role: a training, its refresher, a check.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_REQUIREMENT (ff_requirement_get_type ())

G_DECLARE_FINAL_TYPE (FfRequirement, ff_requirement, FF, REQUIREMENT, GObject)

/* The numbers are in the database. */
typedef enum
{
  FF_REQUIREMENT_TRAINING,
  FF_REQUIREMENT_REFRESHER,
  FF_REQUIREMENT_CHECK, /* a background check */
} FfRequirementKind;

#define FF_N_REQUIREMENT_KINDS (FF_REQUIREMENT_CHECK + 1)

#define FF_REQUIREMENT_MOST_MONTHS 600u

FfRequirement    *ff_requirement_new       (const char       *uid); /* (nullable): made up */
FfRequirement    *ff_requirement_copy      (FfRequirement    *self);
const char       *ff_requirement_get_uid   (FfRequirement    *self);
const char       *ff_requirement_get_name  (FfRequirement    *self);
void              ff_requirement_set_name  (FfRequirement    *self,
                                            const char       *name);
FfRequirementKind ff_requirement_get_kind  (FfRequirement    *self);
void              ff_requirement_set_kind  (FfRequirement    *self,
                                            FfRequirementKind kind);
guint             ff_requirement_get_valid_months (FfRequirement *self); /* from the day it is done; 0 = for good */
void              ff_requirement_set_valid_months (FfRequirement *self,
                                            guint             months);
/* The last day on which it holds, when done on @done ("2026-11-24"). (transfer full) (nullable): NULL = for good */
char             *ff_requirement_make_until (FfRequirement   *self,
                                            const char       *done);
const char       *ff_requirement_get_note  (FfRequirement    *self); /* where and how it is done */
void              ff_requirement_set_note  (FfRequirement    *self,
                                            const char       *note);
const char       *ff_requirement_kind_get_title (FfRequirementKind kind); /* translated */

G_END_DECLS

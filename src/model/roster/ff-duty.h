/* ff-duty.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An assignment with what it is about: the date, its group and the role.
 */

#pragma once

#include "ff-assignment.h"
#include "ff-group.h"
#include "ff-occurrence.h"
#include "ff-role.h"

G_BEGIN_DECLS

typedef struct
{
  FfAssignment *assignment;
  FfOccurrence *occurrence;
  FfGroup      *group;
  FfRole       *role;
} FfDuty;

#define FF_TYPE_DUTY (ff_duty_get_type ())

GType       ff_duty_get_type  (void);
FfDuty     *ff_duty_new       (FfAssignment *assignment,
                               FfOccurrence *occurrence,
                               FfGroup      *group,
                               FfRole       *role);
FfDuty     *ff_duty_copy      (const FfDuty *self);
void        ff_duty_free      (FfDuty       *self);
/* The meeting’s title, or its group’s name. (transfer none) */
const char *ff_duty_get_title (const FfDuty *self);
int         ff_duty_compare   (const FfDuty *a,  /* by start */
                               const FfDuty *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDuty, ff_duty_free)

G_END_DECLS

/* ff-volunteer-parts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has several of: hours in which they are free, times away, trainings, steps.
 */

#include "ff-volunteer-parts.h"

#include "ff-fold.h"

/**
 * ff_availability_new:
 * @weekday: 1 Monday to 7 Sunday
 * @from: minutes of the day
 * @until: minutes, more than @from
 *
 * Returns: (transfer full): to be freed with g_free()
 */
FfAvailability *
ff_availability_new (guint weekday, guint from, guint until, FfWish wish)
{
  FfAvailability *self = g_new0 (FfAvailability, 1);

  *self = (FfAvailability) { weekday, from, until, wish };
  return self;
}

FfAbsence *
ff_absence_new (const char *from, const char *until, const char *reason)
{
  FfAbsence *self;

  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  self = g_new0 (FfAbsence, 1);
  self->from = g_strdup (from);
  self->until = g_strdup (until);
  self->reason = ff_tidy (reason != NULL ? reason : "", FALSE);
  return self;
}

void
ff_absence_free (FfAbsence *self)
{
  g_free (self->from);
  g_free (self->until);
  g_free (self->reason);
  g_free (self);
}

FfTraining *
ff_training_new (const char *requirement, const char *done, const char *until, const char *document)
{
  FfTraining *self;

  g_return_val_if_fail (requirement != NULL && done != NULL, NULL);

  self = g_new0 (FfTraining, 1);
  self->requirement = g_strdup (requirement);
  self->done = g_strdup (done);
  self->until = g_strdup (until);
  self->document = ff_tidy (document != NULL ? document : "", FALSE);
  return self;
}

void
ff_training_free (FfTraining *self)
{
  g_free (self->requirement);
  g_free (self->done);
  g_free (self->until);
  g_free (self->document);
  g_free (self);
}

FfStep *
ff_step_new (const char *title, const char *date)
{
  FfStep *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (FfStep, 1);
  self->title = ff_tidy (title, TRUE);
  self->date = g_strdup (date);
  return self;
}

void
ff_step_free (FfStep *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self);
}

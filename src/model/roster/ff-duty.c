/* ff-duty.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An assignment with what it is about.
 */

#include "ff-duty.h"

G_DEFINE_BOXED_TYPE (FfDuty, ff_duty, ff_duty_copy, ff_duty_free)

/**
 * ff_duty_new:
 * @assignment: who has it, and how far it is agreed
 * @occurrence: the date
 * @group: whose meeting it is
 * @role: as what
 *
 * Returns: (transfer full): the duty, which holds on to all four
 */
FfDuty *
ff_duty_new (FfAssignment *assignment, FfOccurrence *occurrence, FfGroup *group, FfRole *role)
{
  FfDuty *self;

  g_return_val_if_fail (FF_IS_ASSIGNMENT (assignment), NULL);
  g_return_val_if_fail (FF_IS_OCCURRENCE (occurrence), NULL);
  g_return_val_if_fail (FF_IS_GROUP (group), NULL);
  g_return_val_if_fail (FF_IS_ROLE (role), NULL);

  self = g_new0 (FfDuty, 1);
  self->assignment = g_object_ref (assignment);
  self->occurrence = g_object_ref (occurrence);
  self->group = g_object_ref (group);
  self->role = g_object_ref (role);
  return self;
}

/**
 * ff_duty_copy:
 * @self: a duty
 *
 * Returns: (transfer full): the same once more
 */
FfDuty *
ff_duty_copy (const FfDuty *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ff_duty_new (self->assignment, self->occurrence, self->group, self->role);
}

/**
 * ff_duty_free:
 * @self: a duty
 */
void
ff_duty_free (FfDuty *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->assignment);
  g_object_unref (self->occurrence);
  g_object_unref (self->group);
  g_object_unref (self->role);
  g_free (self);
}

/**
 * ff_duty_get_title:
 * @self: a duty
 *
 * Returns: (transfer none): the meeting's title, or its group's name where it has none
 */
const char *
ff_duty_get_title (const FfDuty *self)
{
  const char *title;

  g_return_val_if_fail (self != NULL, NULL);

  title = ff_meeting_get_title (ff_occurrence_get_meeting (self->occurrence));
  return *title != '\0' ? title : ff_group_get_name (self->group);
}

/**
 * ff_duty_compare:
 * @a: a duty
 * @b: another one
 *
 * Returns: less than 0 where @a begins first, more than 0 where @b does; of one date, by the role
 */
int
ff_duty_compare (const FfDuty *a, const FfDuty *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  order = ff_occurrence_compare (a->occurrence, b->occurrence);
  return order != 0 ? order : g_strcmp0 (ff_role_get_uid (a->role), ff_role_get_uid (b->role));
}

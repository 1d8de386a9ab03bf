/* ff-need.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many of a role a meeting needs.
 */

#include "ff-need.h"

G_DEFINE_BOXED_TYPE (FfNeed, ff_need, ff_need_copy, ff_need_free)

/**
 * ff_need_new:
 * @group: uid
 * @meeting: (nullable): uid of the meeting that it is for alone
 * @role: uid
 * @places: 1 to %FF_NEED_MOST_PLACES
 * @required: whether the meeting cannot be without; else it is good to have
 *
 * Returns: (transfer full): the need
 */
FfNeed *
ff_need_new (const char *group,
             const char *meeting,
             const char *role,
             guint places,
             gboolean required)
{
  FfNeed *self;

  g_return_val_if_fail (group != NULL && role != NULL, NULL);

  self = g_new0 (FfNeed, 1);
  self->group = g_strdup (group);
  self->meeting = g_strdup (meeting);
  self->role = g_strdup (role);
  self->places = CLAMP (places, 1, FF_NEED_MOST_PLACES);
  self->required = required;
  return self;
}

FfNeed *
ff_need_copy (const FfNeed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ff_need_new (self->group, self->meeting, self->role, self->places, self->required);
}

void
ff_need_free (FfNeed *self)
{
  g_free (self->group);
  g_free (self->meeting);
  g_free (self->role);
  g_free (self);
}

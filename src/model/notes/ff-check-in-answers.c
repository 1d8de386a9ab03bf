/* ff-check-in-answers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a check-in says beside its note.
 */

#include "ff-check-in-private.h"

static void
set_number (FfCheckIn *self, int *field, int value, int highest, FfCheckInProps prop)
{
  g_return_if_fail (value >= FF_CHECK_IN_UNSAID && value <= highest);

  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[prop]);
}

/**
 * ff_check_in_get_urge:
 *
 * Returns: their strongest urge, 0 to 10, or %FF_CHECK_IN_UNSAID
 */
int
ff_check_in_get_urge (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), FF_CHECK_IN_UNSAID);

  return self->urge;
}

void
ff_check_in_set_urge (FfCheckIn *self, int urge)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  set_number (self, &self->urge, urge, 10, PROP_URGE);
}

/**
 * ff_check_in_get_newcomer:
 *
 * Returns: whether they were here for the first time
 */
gboolean
ff_check_in_get_newcomer (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), FALSE);

  return self->newcomer;
}

void
ff_check_in_set_newcomer (FfCheckIn *self, gboolean newcomer)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  newcomer = !!newcomer;
  if (self->newcomer == newcomer)
    return;

  self->newcomer = newcomer;
  g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_NEWCOMER]);
}

/**
 * ff_check_in_get_points:
 *
 * Returns: what was brought up: bit n - 1 is the nth point of the programme
 */
guint
ff_check_in_get_points (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), 0);

  return self->points;
}

void
ff_check_in_set_points (FfCheckIn *self, guint points)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));
  g_return_if_fail (points <= FF_CHECK_IN_MOST_POINTS);

  if (self->points == points)
    return;

  self->points = points;
  g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_POINTS]);
}

/**
 * ff_check_in_get_balance:
 *
 * Returns: how balanced their life is, 0 to 10, or %FF_CHECK_IN_UNSAID
 */
int
ff_check_in_get_balance (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), FF_CHECK_IN_UNSAID);

  return self->balance;
}

void
ff_check_in_set_balance (FfCheckIn *self, int balance)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  set_number (self, &self->balance, balance, 10, PROP_BALANCE);
}

/**
 * ff_check_in_get_stage:
 *
 * The stages are those of Prochaska and DiClemente (1983), and starting again after a return to old ways.
 *
 * Returns: an [enum@Stage], or %FF_CHECK_IN_UNSAID
 */
int
ff_check_in_get_stage (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), FF_CHECK_IN_UNSAID);

  return self->stage;
}

void
ff_check_in_set_stage (FfCheckIn *self, int stage)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  set_number (self, &self->stage, stage, FF_STAGE_STARTING_AGAIN, PROP_STAGE);
}

/**
 * ff_check_in_get_aim:
 *
 * Returns: what kind of goal it is, an [enum@Aim], or %FF_CHECK_IN_UNSAID
 */
int
ff_check_in_get_aim (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), FF_CHECK_IN_UNSAID);

  return self->aim;
}

void
ff_check_in_set_aim (FfCheckIn *self, int aim)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  set_number (self, &self->aim, aim, FF_AIM_OTHER, PROP_AIM);
}

/**
 * ff_check_in_get_goal:
 *
 * Returns: (transfer none): what they work towards, in their own words; "" = not said
 */
const char *
ff_check_in_get_goal (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  return self->goal;
}

void
ff_check_in_set_goal (FfCheckIn *self, const char *goal)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  if (g_set_str (&self->goal, goal != NULL ? goal : ""))
    g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_GOAL]);
}

/**
 * ff_check_in_get_helped:
 *
 * Returns: (transfer none): what helped since last time; "" = not said
 */
const char *
ff_check_in_get_helped (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  return self->helped;
}

void
ff_check_in_set_helped (FfCheckIn *self, const char *helped)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  if (g_set_str (&self->helped, helped != NULL ? helped : ""))
    g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_HELPED]);
}

/**
 * ff_check_in_get_capital:
 *
 * Returns: recovery capital of that kind, 0 to 10, or %FF_CHECK_IN_UNSAID
 */
int
ff_check_in_get_capital (FfCheckIn *self, FfCapital kind)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), FF_CHECK_IN_UNSAID);
  g_return_val_if_fail (kind < FF_N_CAPITALS, FF_CHECK_IN_UNSAID);

  return self->capital[kind];
}

void
ff_check_in_set_capital (FfCheckIn *self, FfCapital kind, int capital)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));
  g_return_if_fail (kind < FF_N_CAPITALS);

  set_number (self, &self->capital[kind], capital, 10, (FfCheckInProps) (PROP_SOCIAL + kind));
}

/**
 * ff_check_in_take_words:
 * @other: another one
 *
 * Takes over all that is said in @other; whose it is, and of which session, stays.
 */
void
ff_check_in_take_words (FfCheckIn *self, FfCheckIn *other)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));
  g_return_if_fail (FF_IS_CHECK_IN (other));

  g_object_freeze_notify (G_OBJECT (self));
  ff_check_in_set_note (self, other->note);
  ff_check_in_set_urge (self, other->urge);
  ff_check_in_set_newcomer (self, other->newcomer);
  ff_check_in_set_points (self, other->points);
  ff_check_in_set_balance (self, other->balance);
  ff_check_in_set_stage (self, other->stage);
  ff_check_in_set_aim (self, other->aim);
  ff_check_in_set_goal (self, other->goal);
  ff_check_in_set_helped (self, other->helped);
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    ff_check_in_set_capital (self, (FfCapital) i, other->capital[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* ff-assignment.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A duty: a volunteer, one date of a meeting, a role, and how far it is agreed.
 */

#include "ff-config.h"

#include "ff-assignment.h"

#include <glib/gi18n-lib.h>

struct _FfAssignment
{
  GObject parent_instance;

  char *uid;
  char *volunteer;
  char *meeting;
  FfWallTime rule_time;
  char *role;
  guint place;
  FfDutyStatus status;
  gboolean pinned;
  char *reason;
  gint64 asked;
  char *instead;
};

G_DEFINE_FINAL_TYPE (FfAssignment, ff_assignment, G_TYPE_OBJECT)

static void
ff_assignment_finalize (GObject *object)
{
  FfAssignment *self = FF_ASSIGNMENT (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->volunteer, g_free);
  g_clear_pointer (&self->meeting, g_free);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->instead, g_free);

  G_OBJECT_CLASS (ff_assignment_parent_class)->finalize (object);
}

static void
ff_assignment_class_init (FfAssignmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_assignment_finalize;
}

static void
ff_assignment_init (FfAssignment *self)
{
  self->volunteer = g_strdup ("");
  self->meeting = g_strdup ("");
  self->role = g_strdup ("");
  self->reason = g_strdup ("");
  self->instead = g_strdup ("");
}

/**
 * ff_assignment_new:
 * @uid: (nullable): the one it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a proposal, of nobody and for no date yet
 */
FfAssignment *
ff_assignment_new (const char *uid)
{
  FfAssignment *self = g_object_new (FF_TYPE_ASSIGNMENT, NULL);

  self->uid = uid != NULL ? g_strdup (uid) : g_uuid_string_random ();
  return self;
}

/**
 * ff_assignment_copy:
 *
 * Returns: (transfer full): another object that says the same, the key too
 */
FfAssignment *
ff_assignment_copy (FfAssignment *self)
{
  FfAssignment *copy;

  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  copy = ff_assignment_new (self->uid);
  ff_assignment_set_volunteer (copy, self->volunteer);
  ff_assignment_set_place (copy, self->meeting, &self->rule_time, self->role, self->place);
  copy->status = self->status;
  copy->pinned = self->pinned;
  ff_assignment_set_reason (copy, self->reason);
  copy->asked = self->asked;
  ff_assignment_set_instead (copy, self->instead);
  return copy;
}

/**
 * ff_assignment_get_uid:
 *
 * Returns: (transfer none): its key
 */
const char *
ff_assignment_get_uid (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  return self->uid;
}

/**
 * ff_assignment_get_volunteer:
 *
 * Returns: (transfer none): the uid of who has it; "" = somebody whose data was erased
 */
const char *
ff_assignment_get_volunteer (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  return self->volunteer;
}

void
ff_assignment_set_volunteer (FfAssignment *self, const char *volunteer)
{
  g_return_if_fail (FF_IS_ASSIGNMENT (self));

  g_set_str (&self->volunteer, volunteer != NULL ? volunteer : "");
}

/**
 * ff_assignment_get_meeting:
 *
 * Returns: (transfer none): the uid of the meeting
 */
const char *
ff_assignment_get_meeting (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  return self->meeting;
}

/**
 * ff_assignment_get_rule_time:
 *
 * Returns: (transfer none): the start that the meeting's rule gave the date
 */
const FfWallTime *
ff_assignment_get_rule_time (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  return &self->rule_time;
}

/**
 * ff_assignment_get_role:
 *
 * Returns: (transfer none): the uid of the role
 */
const char *
ff_assignment_get_role (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  return self->role;
}

guint
ff_assignment_get_place (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), 0);

  return self->place;
}

/**
 * ff_assignment_set_place:
 * @meeting: uid
 * @rule_time: the start that its rule gave the date
 * @role: uid
 * @place: from 0
 */
void
ff_assignment_set_place (FfAssignment *self,
                         const char *meeting,
                         const FfWallTime *rule_time,
                         const char *role,
                         guint place)
{
  g_return_if_fail (FF_IS_ASSIGNMENT (self));
  g_return_if_fail (meeting != NULL && rule_time != NULL && role != NULL);

  self->rule_time = *rule_time;
  self->place = place;
  g_set_str (&self->meeting, meeting);
  g_set_str (&self->role, role);
}

FfDutyStatus
ff_assignment_get_status (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), FF_DUTY_PROPOSED);

  return self->status;
}

void
ff_assignment_set_status (FfAssignment *self, FfDutyStatus status)
{
  g_return_if_fail (FF_IS_ASSIGNMENT (self));

  self->status = status;
}

/**
 * ff_assignment_is_live:
 *
 * Returns: whether the place is taken by it: it was not declined
 */
gboolean
ff_assignment_is_live (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), FALSE);

  return self->status != FF_DUTY_DECLINED;
}

gboolean
ff_assignment_get_pinned (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), FALSE);

  return self->pinned;
}

void
ff_assignment_set_pinned (FfAssignment *self, gboolean pinned)
{
  g_return_if_fail (FF_IS_ASSIGNMENT (self));

  self->pinned = pinned;
}

/**
 * ff_assignment_is_fixed:
 *
 * Returns: whether it stays when places are filled in: pinned, confirmed or swapped
 */
gboolean
ff_assignment_is_fixed (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), FALSE);

  return self->status == FF_DUTY_CONFIRMED || self->status == FF_DUTY_SWAPPED
         || (self->pinned && ff_assignment_is_live (self));
}

/**
 * ff_assignment_get_reason:
 *
 * Returns: (transfer none): why it was made although something speaks against it; "" where nothing does
 */
const char *
ff_assignment_get_reason (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  return self->reason;
}

void
ff_assignment_set_reason (FfAssignment *self, const char *reason)
{
  g_return_if_fail (FF_IS_ASSIGNMENT (self));

  g_set_str (&self->reason, reason != NULL ? reason : "");
}

/**
 * ff_assignment_get_asked:
 *
 * Returns: when they were asked, in microseconds since 1970 in UTC; 0 = not yet
 */
gint64
ff_assignment_get_asked (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), 0);

  return self->asked;
}

void
ff_assignment_set_asked (FfAssignment *self, gint64 asked)
{
  g_return_if_fail (FF_IS_ASSIGNMENT (self));

  self->asked = asked;
}

/**
 * ff_assignment_get_instead:
 *
 * Returns: (transfer none): the uid of the volunteer it was taken over from; "" = nobody
 */
const char *
ff_assignment_get_instead (FfAssignment *self)
{
  g_return_val_if_fail (FF_IS_ASSIGNMENT (self), NULL);

  return self->instead;
}

void
ff_assignment_set_instead (FfAssignment *self, const char *instead)
{
  g_return_if_fail (FF_IS_ASSIGNMENT (self));

  g_set_str (&self->instead, instead != NULL ? instead : "");
}

/**
 * ff_duty_status_get_title:
 *
 * Returns: (transfer none): the words for it, in the person's language
 */
const char *
ff_duty_status_get_title (FfDutyStatus status)
{
  switch (status)
    {
    case FF_DUTY_PROPOSED:
      return C_ ("duty", "Proposed");
    case FF_DUTY_ASKED:
      return C_ ("duty", "Asked");
    case FF_DUTY_CONFIRMED:
      return C_ ("duty", "Confirmed");
    case FF_DUTY_SWAPPED:
      return C_ ("duty", "Swapped");
    case FF_DUTY_DECLINED:
      return C_ ("duty", "Declined");
    default:
      g_return_val_if_reached ("");
    }
}

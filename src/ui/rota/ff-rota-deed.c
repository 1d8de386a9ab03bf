/* ff-rota-deed.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be done with a place of the rota, each as one change.
 */

#include "ff-config.h"

#include "ff-rota-deed.h"

/**
 * ff_rota_deed_make:
 * @slot: a place
 * @volunteer: the uid of who gets it
 * @status: how far it is agreed
 * @reason: (nullable): why, although something speaks against it
 *
 * Returns: (transfer full): the duty, not saved yet
 */
FfAssignment *
ff_rota_deed_make (FfSlot *slot, const char *volunteer, FfDutyStatus status, const char *reason)
{
  FfOccurrence *occurrence = ff_slot_get_occurrence (slot);
  FfAssignment *assignment = ff_assignment_new (NULL);

  ff_assignment_set_place (assignment, ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
                           ff_occurrence_get_rule_time (occurrence),
                           ff_role_get_uid (ff_slot_get_role (slot)), ff_slot_get_place (slot));
  ff_assignment_set_volunteer (assignment, volunteer);
  ff_assignment_set_status (assignment, status);
  ff_assignment_set_reason (assignment, reason != NULL ? reason : "");
  return assignment;
}

/* Whoever gets a place has not declined it any more. */
static void
forget_declined (FfRosterEdit *edit, FfSlot *slot, const char *volunteer)
{
  GPtrArray *declined = ff_slot_get_declined (slot);

  for (guint i = 0; i < declined->len; i++)
    {
      FfAssignment *assignment = g_ptr_array_index (declined, i);

      if (volunteer == NULL || g_str_equal (ff_assignment_get_volunteer (assignment), volunteer))
        ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (assignment));
    }
}

/**
 * ff_rota_deed_assign:
 * @edit: what it is added to
 * @slot: a place
 * @volunteer: the uid of who gets it, instead of whoever had it
 * @status: how far it is agreed
 * @now: the time in µs UTC, for when they were asked
 * @reason: (nullable): why, although something speaks against it
 */
void
ff_rota_deed_assign (FfRosterEdit *edit,
                     FfSlot *slot,
                     const char *volunteer,
                     FfDutyStatus status,
                     gint64 now,
                     const char *reason)
{
  g_autoptr (FfAssignment) assignment = NULL;

  g_return_if_fail (edit != NULL && FF_IS_SLOT (slot) && volunteer != NULL);

  if (ff_slot_get_assignment (slot) != NULL)
    ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (ff_slot_get_assignment (slot)));
  forget_declined (edit, slot, volunteer);
  assignment = ff_rota_deed_make (slot, volunteer, status, reason);
  if (status == FF_DUTY_ASKED)
    ff_assignment_set_asked (assignment, now);
  ff_roster_edit_save_assignment (edit, assignment);
}

/**
 * ff_rota_deed_set_status:
 * @edit: what it is added to
 * @slot: a place that somebody has
 * @status: how far it is agreed; declined leaves it open
 * @now: the time in µs UTC, for when they were asked
 */
void
ff_rota_deed_set_status (FfRosterEdit *edit, FfSlot *slot, FfDutyStatus status, gint64 now)
{
  g_autoptr (FfAssignment) assignment = NULL;

  g_return_if_fail (edit != NULL && FF_IS_SLOT (slot));
  g_return_if_fail (ff_slot_get_assignment (slot) != NULL);

  assignment = ff_assignment_copy (ff_slot_get_assignment (slot));
  ff_assignment_set_status (assignment, status);
  if (status == FF_DUTY_ASKED)
    ff_assignment_set_asked (assignment, now);
  if (status == FF_DUTY_DECLINED)
    ff_assignment_set_pinned (assignment, FALSE);
  ff_roster_edit_save_assignment (edit, assignment);
}

/**
 * ff_rota_deed_set_pinned:
 * @edit: what it is added to
 * @slot: a place that somebody has
 * @pinned: whether filling in leaves it alone
 */
void
ff_rota_deed_set_pinned (FfRosterEdit *edit, FfSlot *slot, gboolean pinned)
{
  g_autoptr (FfAssignment) assignment = NULL;

  g_return_if_fail (edit != NULL && FF_IS_SLOT (slot));
  g_return_if_fail (ff_slot_get_assignment (slot) != NULL);

  assignment = ff_assignment_copy (ff_slot_get_assignment (slot));
  ff_assignment_set_pinned (assignment, pinned);
  ff_roster_edit_save_assignment (edit, assignment);
}

/**
 * ff_rota_deed_empty:
 * @edit: what it is added to
 * @slot: a place
 *
 * Takes it from whoever has it; where nobody does, forgets who declined it.
 */
void
ff_rota_deed_empty (FfRosterEdit *edit, FfSlot *slot)
{
  g_return_if_fail (edit != NULL && FF_IS_SLOT (slot));

  if (ff_slot_get_assignment (slot) != NULL)
    ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (ff_slot_get_assignment (slot)));
  else
    forget_declined (edit, slot, NULL);
}

/* What somebody agreed to for one date is not agreed for another. */
static FfAssignment *
take_along (FfSlot *from, FfSlot *to, const char *reason)
{
  FfAssignment *before = ff_slot_get_assignment (from);
  FfAssignment *assignment
      = ff_rota_deed_make (to, ff_assignment_get_volunteer (before), FF_DUTY_PROPOSED, reason);

  ff_assignment_set_pinned (assignment, ff_assignment_get_pinned (before));
  return assignment;
}

/**
 * ff_rota_deed_move:
 * @edit: what it is added to
 * @from: a place that somebody has
 * @to: one that nobody has
 * @reason: (nullable): why, although something speaks against it
 *
 * Proposes who has @from for @to; nobody has @from then.
 */
void
ff_rota_deed_move (FfRosterEdit *edit, FfSlot *from, FfSlot *to, const char *reason)
{
  g_autoptr (FfAssignment) assignment = NULL;

  g_return_if_fail (edit != NULL && FF_IS_SLOT (from) && FF_IS_SLOT (to));
  g_return_if_fail (ff_slot_get_assignment (from) != NULL);
  g_return_if_fail (ff_slot_get_assignment (to) == NULL);

  assignment = take_along (from, to, reason);
  ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (ff_slot_get_assignment (from)));
  forget_declined (edit, to, ff_assignment_get_volunteer (assignment));
  ff_roster_edit_save_assignment (edit, assignment);
}

static void
hand_over (FfRosterEdit *edit, FfSlot *from, FfSlot *to, const char *reason)
{
  FfAssignment *before = ff_slot_get_assignment (from);
  FfAssignment *replaced = ff_slot_get_assignment (to);
  g_autoptr (FfAssignment) assignment
      = ff_rota_deed_make (to, ff_assignment_get_volunteer (before), FF_DUTY_SWAPPED, reason);

  ff_assignment_set_instead (assignment, ff_assignment_get_volunteer (replaced));
  ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (replaced));
  forget_declined (edit, to, ff_assignment_get_volunteer (before));
  ff_roster_edit_save_assignment (edit, assignment);
}

/**
 * ff_rota_deed_swap:
 * @edit: what it is added to
 * @one: a place that somebody has
 * @other: another that somebody has
 * @reason: (nullable): why, although something speaks against it
 *
 * Each takes the other's place, and both say so.
 */
void
ff_rota_deed_swap (FfRosterEdit *edit, FfSlot *one, FfSlot *other, const char *reason)
{
  g_return_if_fail (edit != NULL && FF_IS_SLOT (one) && FF_IS_SLOT (other));
  g_return_if_fail (ff_slot_get_assignment (one) != NULL);
  g_return_if_fail (ff_slot_get_assignment (other) != NULL);

  hand_over (edit, one, other, reason);
  hand_over (edit, other, one, reason);
}

/* ff-filling-edit.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns the places that change hands into one edit.
 */

#include "ff-filling-edit.h"

/**
 * ff_filling_edit_is_needed:
 * @plan: what is proposed
 *
 * Returns: whether any place changes hands
 */
gboolean
ff_filling_edit_is_needed (FfRotaPlan *plan)
{
  g_autoptr (GPtrArray) changes = ff_rota_plan_list_changes (plan);

  return changes->len > 0;
}

static void
add_change (FfRosterEdit *edit, const FfRotaChange *change)
{
  FfAssignment *before = ff_slot_get_assignment (change->slot);
  FfOccurrence *occurrence = ff_slot_get_occurrence (change->slot);
  g_autoptr (FfAssignment) after = NULL;

  if (before != NULL)
    ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (before));
  if (change->after == NULL)
    return;
  after = ff_assignment_new (NULL);
  ff_assignment_set_volunteer (after, ff_volunteer_get_uid (change->after));
  ff_assignment_set_place (after, ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
                           ff_occurrence_get_rule_time (occurrence),
                           ff_role_get_uid (ff_slot_get_role (change->slot)),
                           ff_slot_get_place (change->slot));
  ff_assignment_set_status (after, FF_DUTY_PROPOSED);
  ff_roster_edit_save_assignment (edit, after);
}

/**
 * ff_filling_edit_new:
 * @plan: what is proposed
 *
 * Returns: (transfer full): a new duty for whoever gets a place, in the stead of the one that was there
 */
FfRosterEdit *
ff_filling_edit_new (FfRotaPlan *plan)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (GPtrArray) changes = ff_rota_plan_list_changes (plan);

  for (guint i = 0; i < changes->len; i++)
    add_change (edit, g_ptr_array_index (changes, i));
  return edit;
}

/* ff-rota-what-if.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would speak against a change of the rota, were it made.
 */

#include "ff-config.h"

#include "ff-rota-rows.h"
#include "ff-rota-what-if.h"

static gboolean
is_without (FfAssignment *assignment, FfSlot *const *without)
{
  for (; *without != NULL; without++)
    if (ff_slot_get_assignment (*without) != NULL
        && g_str_equal (ff_assignment_get_uid (ff_slot_get_assignment (*without)),
                        ff_assignment_get_uid (assignment)))
      return TRUE;
  return FALSE;
}

/* Theirs alone, as nobody else's duties count in what speaks against them. */
static GPtrArray *
list_assignments (FfRotaSource *source, FfVolunteer *volunteer, FfSlot *const *without)
{
  GPtrArray *assignments = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < source->assignments->len; i++)
    {
      FfAssignment *assignment = g_ptr_array_index (source->assignments, i);

      if (g_strcmp0 (ff_assignment_get_volunteer (assignment), ff_volunteer_get_uid (volunteer))
              == 0
          && !is_without (assignment, without))
        g_ptr_array_add (assignments, g_object_ref (assignment));
    }
  return assignments;
}

static GPtrArray *
list_occurrences (FfRotaSource *source, GPtrArray *assignments, FfSlot *slot)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) meetings = g_hash_table_new (g_str_hash, g_str_equal);
  FfMeeting *here = ff_occurrence_get_meeting (ff_slot_get_occurrence (slot));

  g_hash_table_add (meetings, (gpointer) ff_meeting_get_uid (here));
  for (guint i = 0; i < assignments->len; i++)
    g_hash_table_add (meetings,
                      (gpointer) ff_assignment_get_meeting (g_ptr_array_index (assignments, i)));
  for (guint i = 0; i < source->occurrences->len; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (source->occurrences, i);

      if (g_hash_table_contains (meetings,
                                 ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence))))
        g_ptr_array_add (occurrences, g_object_ref (occurrence));
    }
  return occurrences;
}

/* With nobody but @volunteer in it: 5,000 others cost time and change nothing. */
static FfRoster *
make_roster (FfRoster *whole, FfVolunteer *volunteer)
{
  FfRoster *roster = ff_roster_new ();
  GPtrArray *roles = ff_roster_get_roles (whole);
  GPtrArray *requirements = ff_roster_get_requirements (whole);
  GPtrArray *needs = ff_roster_get_needs (whole);

  for (guint i = 0; i < requirements->len; i++)
    ff_roster_take_requirement (roster, g_object_ref (g_ptr_array_index (requirements, i)));
  for (guint i = 0; i < roles->len; i++)
    ff_roster_take_role (roster, g_object_ref (g_ptr_array_index (roles, i)));
  for (guint i = 0; i < needs->len; i++)
    ff_roster_take_need (roster, ff_need_copy (g_ptr_array_index (needs, i)));
  ff_roster_take_volunteer (roster, g_object_ref (volunteer));
  return roster;
}

/**
 * ff_rota_what_if:
 * @rota: the rota
 * @source: what it was made from
 * @volunteer: who would have the place
 * @slot: the place
 * @without: the places that they would not have any more, %NULL at the end
 * @why: (out) (transfer full): what speaks against it, a sentence a line; "" where nothing does
 *
 * Returns: what speaks against it
 */
FfHindrances
ff_rota_what_if (FfRota *rota,
                 FfRotaSource *source,
                 FfVolunteer *volunteer,
                 FfSlot *slot,
                 FfSlot *const *without,
                 char **why)
{
  g_autoptr (GPtrArray) assignments = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (FfRoster) roster = NULL;
  g_autoptr (FfRota) changed = NULL;
  GDateTime *start;
  g_autoptr (GDateTime) until = NULL;

  g_return_val_if_fail (FF_IS_ROTA (rota) && source != NULL && FF_IS_VOLUNTEER (volunteer), 0);
  g_return_val_if_fail (FF_IS_SLOT (slot) && without != NULL && why != NULL, 0);

  assignments = list_assignments (source, volunteer, without);
  occurrences = list_occurrences (source, assignments, slot);
  roster = make_roster (ff_rota_get_roster (rota), volunteer);
  start = ff_occurrence_get_start (ff_slot_get_occurrence (slot));
  until = g_date_time_add_seconds (start, 1);
  changed = ff_rota_new (roster, source->groups, occurrences, assignments, NULL, start, until);
  for (guint i = 0; i < ff_rota_get_slots (changed)->len; i++)
    {
      FfSlot *here = g_ptr_array_index (ff_rota_get_slots (changed), i);

      if (!ff_rota_same_place (here, slot))
        continue;
      *why = ff_rota_describe_hindrances (changed, here, volunteer);
      return ff_rota_find_hindrances (changed, here, volunteer);
    }
  *why = g_strdup ("");
  return 0;
}

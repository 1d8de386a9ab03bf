/* ff-roster-merge.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row of a file and somebody who is here make together. What the row does not say stays.
 */

#include "ff-config.h"

#include "ff-roster-merge.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-value.h"

static void
join_sets (FfVolunteerSet set, FfVolunteer *from, FfVolunteer *to)
{
  g_autoptr (GStrvBuilder) both = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (both, (const char **) ff_volunteer_get_set (to, set));
  g_strv_builder_addv (both, (const char **) ff_volunteer_get_set (from, set));
  all = g_strv_builder_end (both);
  ff_volunteer_set_set (to, set, (const char *const *) all);
}

static void
join_hours (FfVolunteer *from, FfVolunteer *to)
{
  GArray *added = ff_volunteer_get_availability (from);
  GArray *all = ff_volunteer_get_availability (to);

  for (guint i = 0; i < added->len; i++)
    {
      const FfAvailability *hours = &g_array_index (added, FfAvailability, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < all->len && !is_there; j++)
        {
          const FfAvailability *other = &g_array_index (all, FfAvailability, j);

          is_there = other->weekday == hours->weekday && other->from == hours->from
                     && other->until == hours->until;
        }
      if (!is_there)
        g_array_append_val (all, *hours);
    }
}

static void
join_absences (FfVolunteer *from, FfVolunteer *to)
{
  GPtrArray *added = ff_volunteer_get_absences (from);
  GPtrArray *all = ff_volunteer_get_absences (to);

  for (guint i = 0; i < added->len; i++)
    {
      const FfAbsence *absence = g_ptr_array_index (added, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < all->len && !is_there; j++)
        {
          const FfAbsence *other = g_ptr_array_index (all, j);

          is_there = g_str_equal (other->from, absence->from)
                     && g_str_equal (other->until, absence->until);
        }
      if (!is_there)
        g_ptr_array_add (all, ff_absence_new (absence->from, absence->until, absence->reason));
    }
}

static void
join_trainings (FfVolunteer *from, FfVolunteer *to)
{
  GPtrArray *added = ff_volunteer_get_trainings (from);
  GPtrArray *all = ff_volunteer_get_trainings (to);

  for (guint i = 0; i < added->len; i++)
    {
      const FfTraining *training = g_ptr_array_index (added, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < all->len && !is_there; j++)
        {
          const FfTraining *other = g_ptr_array_index (all, j);

          is_there = g_str_equal (other->requirement, training->requirement)
                     && g_str_equal (other->done, training->done);
        }
      if (!is_there)
        g_ptr_array_add (all, ff_training_new (training->requirement, training->done,
                                               training->until, training->document));
    }
}

static void
join_steps (FfVolunteer *from, FfVolunteer *to)
{
  GPtrArray *added = ff_volunteer_get_steps (from);
  GPtrArray *all = ff_volunteer_get_steps (to);

  for (guint i = 0; i < added->len; i++)
    {
      const FfStep *step = g_ptr_array_index (added, i);
      gboolean is_there = FALSE;

      for (guint j = 0; j < all->len && !is_there; j++)
        {
          const FfStep *other = g_ptr_array_index (all, j);

          is_there = g_str_equal (other->title, step->title);
        }
      if (!is_there)
        g_ptr_array_add (all, ff_step_new (step->title, step->date));
    }
}

static void
join_field (FfRosterField field, FfVolunteer *from, FfVolunteer *to)
{
  FfVolunteerSet set;

  if (ff_roster_field_get_set (field, &set))
    join_sets (set, from, to);
  else if (field == FF_ROSTER_FIELD_AVAILABILITY)
    join_hours (from, to);
  else if (field == FF_ROSTER_FIELD_ABSENCES)
    join_absences (from, to);
  else if (field == FF_ROSTER_FIELD_TRAININGS)
    join_trainings (from, to);
  else if (field == FF_ROSTER_FIELD_STEPS)
    join_steps (from, to);
  else if (field != FF_ROSTER_FIELD_NAME
           && (field != FF_ROSTER_FIELD_SOURCE
               || *ff_volunteer_get_text (to, FF_VOLUNTEER_SOURCE) == '\0'))
    ff_roster_field_copy (field, from, to);
}

/**
 * ff_roster_merge:
 * @before: somebody
 * @row: what a file says
 * @is_same: whether both are known to be one: lists and the name are then what the row says
 * @known: what it was read with
 *
 * Returns: (transfer full): @before with what @row says
 */
FfVolunteer *
ff_roster_merge (FfVolunteer *before,
                 const FfRosterRow *row,
                 gboolean is_same,
                 const FfRosterKnown *known)
{
  FfVolunteer *after = ff_volunteer_copy (before);

  for (guint i = FF_ROSTER_FIELD_NAME; i < FF_N_ROSTER_FIELDS; i++)
    {
      const FfRosterField field = (FfRosterField) i;
      /* A column for each training says nothing of the others. */
      const gboolean is_some = field == FF_ROSTER_FIELD_TRAININGS
                               && (row->said & FF_ROSTER_FIELD_BIT (FF_ROSTER_FIELD_TRAINING)) != 0;

      if ((row->said & FF_ROSTER_FIELD_BIT (field)) == 0)
        continue;
      if (is_same && !is_some)
        ff_roster_field_copy (field, row->volunteer, after);
      else
        join_field (field, row->volunteer, after);
    }
  return after;
}

/**
 * ff_roster_merge_describe:
 * @before: somebody
 * @after: the same as they become
 * @known: what it was read with
 *
 * Returns: (transfer full): which things differ, translated; "" for none
 */
char *
ff_roster_merge_describe (FfVolunteer *before, FfVolunteer *after, const FfRosterKnown *known)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = FF_ROSTER_FIELD_NAME; i < FF_N_ROSTER_FIELDS; i++)
    {
      const FfRosterField field = (FfRosterField) i;
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (field == FF_ROSTER_FIELD_UID || !ff_roster_field_is_written (field, FF_ROSTER_ALL))
        continue;
      old = ff_roster_value_write (field, before, known);
      new = ff_roster_value_write (field, after, known);
      if (!g_str_equal (old, new))
        g_strv_builder_add (parts, ff_roster_field_get_title (field));
    }
  all = g_strv_builder_end (parts);
  /* Translators: between parts of a list such as “same name, same mail” */
  return g_strjoinv (_ (", "), all);
}

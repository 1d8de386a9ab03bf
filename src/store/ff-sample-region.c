/* ff-sample-region.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-recurrence.h"
#include "ff-rows.h"
#include "ff-sample-private.h"
#include "ff-sample-towns.h"

static const struct
{
  const char *id;
  guint share; /* of a hundred groups */
} programmes[] = {
  { "four-points", 45 }, { "twelve-step", 20 }, { "family-friends", 15 },
  { "inside-out", 10 },  { "own", 10 },
};

static const char *
choose_programme (GRand *random)
{
  int chance = g_rand_int_range (random, 0, 100);
  guint i = 0;

  while (chance >= (int) programmes[i].share)
    chance -= (int) programmes[i++].share;
  return programmes[i].id;
}

static FfRepeat
choose_repeat (GRand *random)
{
  int chance = g_rand_int_range (random, 0, 100);

  return chance < 70   ? FF_REPEAT_WEEKLY
         : chance < 84 ? FF_REPEAT_FORTNIGHTLY
         : chance < 94 ? FF_REPEAT_MONTHLY_NTH
                       : FF_REPEAT_MONTHLY_LAST;
}

/* A first date on any day in the two years before now. The fifth Tuesday is not in every month, so none is the first one. */
static FfWallTime
choose_start (FfSampling *self)
{
  FfWallTime start = ff_wall_time_add_days (&self->now, -g_rand_int_range (self->random, 30, 730));

  start.day = MIN (start.day, 28);
  start.hour = (guint8) g_rand_int_range (self->random, 9, 21);
  start.minute = g_rand_boolean (self->random) ? 30 : 0;
  return start;
}

static void
differ (FfOverride *override, const FfWallTime *date, guint number)
{
  FfWallTime moved = ff_wall_time_add_days (date, 1);

  switch (number % 4)
    {
    case 0:
      ff_override_set_cancelled (override, TRUE);
      ff_override_set_note (override, "The building is closed that day");
      break;
    case 1:
      ff_override_set_start (override, &moved);
      ff_override_set_note (override, "One day later, the room is taken");
      break;
    case 2:
      ff_override_set_held (override, TRUE);
      ff_override_set_note (override, "Held whatever day it is");
      break;
    default:
      ff_override_set_place (override, "City library, room 12");
      ff_override_set_note (override, "In the library, only this time");
      break;
    }
}

/* In the coming weeks, something is different on the next date of some meetings. */
static gboolean
add_override (FfSampling *self, FfMeeting *meeting, guint number, GError **error)
{
  FfWallTime until = ff_wall_time_add_days (&self->now, 35);
  g_autoptr (GArray) dates
      = ff_recurrence_expand (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting),
                              &self->now, &until, 1, error);
  g_autoptr (FfOverride) override = NULL;
  g_autofree char *uid = ff_sample_make_uid (self->random);

  if (dates == NULL)
    return FALSE;
  if (dates->len == 0)
    return TRUE;
  override = ff_override_new (ff_meeting_get_uid (meeting), &g_array_index (dates, FfWallTime, 0));
  differ (override, &g_array_index (dates, FfWallTime, 0), number);
  return ff_override_row_save (self->connection, override, uid, self->modified, error);
}

#define EVERY(n, number) ((number) % (n) == 0)

/* @place: the group's number; @number: the meeting's */
static gboolean
add_meeting (FfSampling *self, FfGroup *group, guint place, guint number, GError **error)
{
  static const guint lengths[] = { 60, 75, 90, 90, 90, 120 };
  FfWallTime start = choose_start (self);
  g_autofree char *rule = ff_recurrence_build (choose_repeat (self->random), &start);
  guint minutes = lengths[g_rand_int_range (self->random, 0, G_N_ELEMENTS (lengths))];
  g_autoptr (FfMeeting) meeting = ff_sampling_make_meeting (self, group, start, minutes, rule);

  ff_sampling_describe_any (self, meeting, place);
  ff_meeting_set_by_appointment (meeting, EVERY (70, number + 1));
  if (EVERY (15, number + 2))
    ff_sampling_rest_in_summer (self, meeting);
  if (EVERY (60, number + 3))
    ff_sampling_rest_now (self, meeting);
  return ff_sampling_save (self, NULL, meeting, error)
         && (!EVERY (30, number) || add_override (self, meeting, number / 30, error));
}

gboolean
ff_sampling_add_region (FfSampling *self, guint groups, guint meetings, GError **error)
{
  guint made = 0;

  for (guint i = 0; i < groups; i++)
    {
      const FfSampleTown *town = ff_sample_get_town (i + 2);
      g_autoptr (FfGroup) group
          = ff_sampling_make_group (self, i + 2, choose_programme (self->random), town->zone);
      guint until = (i + 1) * meetings / groups;

      if (!ff_sampling_save (self, group, NULL, error))
        return FALSE;
      for (; made < until; made++)
        if (!add_meeting (self, group, i + 2, made, error))
          return FALSE;
    }
  return TRUE;
}

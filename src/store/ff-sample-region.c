/* ff-sample-region.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-recurrence.h"
#include "ff-rows.h"
#include "ff-sample-private.h"

#define GROUPS 298
#define MEETINGS 498

static const struct
{
  const char *id;
  guint share; /* of a hundred groups */
} programmes[] = {
  { "four-points", 45 }, { "twelve-step", 20 }, { "family-friends", 15 },
  { "inside-out", 10 },  { "own", 10 },
};

/* One for each ten towns, and then some for groups that meet online. */
static const char *const zones[] = {
  "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Toronto",
  "America/Halifax",   "America/St_Johns", "America/Regina",   "Europe/London",
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

/* In the coming weeks, something is different on the next date of every fortieth meeting. */
static gboolean
add_override (FfSampling *self, FfMeeting *meeting, guint number, GError **error)
{
  FfWallTime until = ff_wall_time_add_days (&self->now, 35);
  g_autoptr (GArray) dates
      = ff_recurrence_expand (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting),
                              &self->now, &until, 1, error);
  g_autoptr (FfOverride) override = NULL;
  g_autofree char *uid = ff_sample_make_uid (self->random);
  FfWallTime date;

  if (dates == NULL)
    return FALSE;
  if (dates->len == 0)
    return TRUE;
  date = g_array_index (dates, FfWallTime, 0);
  override = ff_override_new (ff_meeting_get_uid (meeting), &date);
  if (number % 80 == 0)
    {
      ff_override_set_cancelled (override, TRUE);
      ff_override_set_note (override, "The building is closed that day");
    }
  else
    {
      FfWallTime moved = ff_wall_time_add_days (&date, 1);

      ff_override_set_start (override, &moved);
      ff_override_set_note (override, "One day later, the room is taken");
    }
  return ff_override_row_save (self->connection, override, uid, self->modified, error);
}

static gboolean
add_meeting (FfSampling *self, FfGroup *group, guint number, GError **error)
{
  static const guint lengths[] = { 60, 75, 90, 90, 90, 120 };
  FfWallTime start = choose_start (self);
  g_autofree char *rule = ff_recurrence_build (choose_repeat (self->random), &start);
  guint minutes = lengths[g_rand_int_range (self->random, 0, G_N_ELEMENTS (lengths))];
  g_autoptr (FfMeeting) meeting = ff_sampling_make_meeting (self, group, start, minutes, rule);

  return ff_sampling_save (self, NULL, meeting, error)
         && (number % 40 != 0 || add_override (self, meeting, number, error));
}

gboolean
ff_sampling_add_region (FfSampling *self, GError **error)
{
  guint meetings = 0;

  for (guint i = 0; i < GROUPS; i++)
    {
      g_autofree char *name = ff_sample_write_name (i + 2);
      const char *zone = zones[g_rand_int_range (self->random, 0, G_N_ELEMENTS (zones))];
      g_autoptr (FfGroup) group
          = ff_sampling_make_group (self, name, choose_programme (self->random), zone);
      guint until = (i + 1) * MEETINGS / GROUPS;

      if (!ff_sampling_save (self, group, NULL, error))
        return FALSE;
      for (; meetings < until; meetings++)
        if (!add_meeting (self, group, meetings, error))
          return FALSE;
    }
  return TRUE;
}

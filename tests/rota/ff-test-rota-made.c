/* ff-test-rota-made.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up rosters, groups, dates and duties by seed, from tiny ones to a country’s.
 */

#include "ff-test-rota-made-private.h"
#include "ff-test-rota-planted.h"

FfTestRotaMade *
ff_test_rota_made_new_empty (const char *monday, guint weeks)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (FF_TEST_ROTA_ZONE);
  g_autofree char *text = g_strconcat (monday, "T00:00:00", NULL);
  FfTestRotaMade *self = g_new0 (FfTestRotaMade, 1);

  self->roster = ff_roster_new ();
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  self->overrides = g_ptr_array_new_with_free_func (g_object_unref);
  self->holidays = ff_holidays_new ("holidays");
  self->occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  self->assignments = g_ptr_array_new_with_free_func (g_object_unref);
  self->from = g_date_time_new_from_iso8601 (text, zone);
  g_assert_nonnull (self->from);
  self->until = g_date_time_add_weeks (self->from, (int) weeks);
  return self;
}

void
ff_test_rota_made_free (FfTestRotaMade *self)
{
  g_object_unref (self->roster);
  g_object_unref (self->holidays);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->overrides);
  g_ptr_array_unref (self->occurrences);
  g_ptr_array_unref (self->assignments);
  g_date_time_unref (self->from);
  g_date_time_unref (self->until);
  g_free (self);
}

char *
ff_test_rota_day (GDateTime *from, int days)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (from, days);

  return g_date_time_format (day, "%Y-%m-%d");
}

void
ff_test_rota_made_list_dates (FfTestRotaMade *self)
{
  g_autoptr (GDateTime) earliest = g_date_time_add_days (self->from, -FF_ROTA_MARGIN_DAYS);
  g_autoptr (GDateTime) latest = g_date_time_add_days (self->until, FF_ROTA_MARGIN_DAYS);

  g_ptr_array_set_size (self->occurrences, 0);
  for (guint i = 0; i < self->meetings->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) dates
          = ff_meeting_list_occurrences (g_ptr_array_index (self->meetings, i), self->overrides,
                                         self->holidays, earliest, latest, &error);

      g_assert_no_error (error);
      g_ptr_array_extend (self->occurrences, dates, (GCopyFunc) (void (*) (void)) g_object_ref,
                          NULL);
    }
}

FfTestRotaMade *
ff_test_rota_made_new (const FfTestRotaShape *shape)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (shape->seed);
  FfTestRotaMade *self = ff_test_rota_made_new_empty (shape->monday, shape->weeks);
  FfTestRotaMaking making = { self, shape, rand };

  ff_test_rota_make_groups (&making);
  ff_test_rota_make_meetings (&making);
  ff_test_rota_make_volunteers (&making);
  ff_test_rota_make_duties (&making);
  if (shape->traits & FF_TEST_ROTA_ONE_GROUP)
    self->group = ff_group_get_uid (g_ptr_array_index (self->groups, 0));
  return self;
}

/* All of it weekly, and roomy enough that everything can be covered: that is seen to one place after the other. */
static FfTestRotaMade *
make_coverable (guint32 seed, guint volunteers, guint groups, guint meetings)
{
  const FfTestRotaShape shape = {
    .seed = seed,
    .volunteers = volunteers,
    .groups = groups,
    .meetings = meetings,
    .weeks = 13,
    .roles = 3,
    .monday = "2026-10-05",
    .traits = (FF_TEST_ROTA_ALL_TRAITS & ~FF_TEST_ROTA_DATES),
  };
  FfTestRotaMade *self = ff_test_rota_made_new (&shape);

  g_ptr_array_unref (ff_test_rota_plant (self, seed));
  return self;
}

FfTestRotaMade *
ff_test_rota_made_middle (guint32 seed)
{
  return make_coverable (seed, 60, 12, 40);
}

FfTestRotaMade *
ff_test_rota_made_large (guint32 seed)
{
  return make_coverable (seed, 500, 120, 500);
}

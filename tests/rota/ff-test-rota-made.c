/* ff-test-rota-made.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up rosters, groups, dates and duties by seed, from tiny ones to a country’s.
 */

#include "ff-test-rota-checker.h"
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
  g_clear_pointer (&self->covering, g_ptr_array_unref);
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

static void
add_planted_duty (FfTestRotaMade *self,
                  FfTestRotaChecker *checker,
                  guint place,
                  FfVolunteer *volunteer,
                  FfDutyStatus status)
{
  const FfTestRotaPlace *one = ff_test_rota_checker_get (checker, place);
  FfOccurrence *date = ff_test_rota_checker_get_date (checker, one->date);
  FfAssignment *duty = ff_assignment_new (NULL);

  ff_assignment_set_volunteer (duty, ff_volunteer_get_uid (volunteer));
  ff_assignment_set_place (duty, ff_meeting_get_uid (ff_occurrence_get_meeting (date)),
                           ff_occurrence_get_rule_time (date), ff_role_get_uid (one->role),
                           one->place);
  ff_assignment_set_status (duty, status);
  g_ptr_array_add (self->assignments, duty);
}

static gboolean
is_there (FfTestRotaChecker *checker, GPtrArray *plan, guint place, FfVolunteer *volunteer)
{
  for (guint i = 0; i < plan->len; i++)
    if (g_ptr_array_index (plan, i) == volunteer
        && ff_test_rota_checker_get (checker, i)->date
               == ff_test_rota_checker_get (checker, place)->date)
      return TRUE;

  return FALSE;
}

/* A quarter of the places are given already, by a plan that fills them all: a third of them agreed. Others are proposed to anybody. */
static void
give_some (FfTestRotaMade *self, GPtrArray *plan, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 2);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (self);
  GPtrArray *volunteers = ff_test_rota_checker_get_volunteers (checker);

  for (guint i = 0; i < plan->len; i++)
    {
      const int kind = g_rand_int_range (rand, 0, 100);
      const guint other = (guint) g_rand_int_range (rand, 0, (int) volunteers->len);

      if (kind < 24)
        add_planted_duty (self, checker, i, g_ptr_array_index (plan, i),
                          kind < 8    ? FF_DUTY_CONFIRMED
                          : kind < 16 ? FF_DUTY_ASKED
                                      : FF_DUTY_PROPOSED);
      else if (kind < 28)
        add_planted_duty (self, checker, i, g_ptr_array_index (volunteers, other),
                          FF_DUTY_PROPOSED);
      else if (kind < 30 && !is_there (checker, plan, i, g_ptr_array_index (volunteers, other)))
        add_planted_duty (self, checker, i, g_ptr_array_index (volunteers, other),
                          FF_DUTY_DECLINED);
    }
}

/* All of it weekly, and just roomy enough that everything can be covered. */
FfTestRotaMade *
ff_test_rota_made_coverable (guint32 seed, guint volunteers, guint groups, guint meetings)
{
  const FfTestRotaShape shape = {
    .seed = seed,
    .volunteers = volunteers,
    .groups = groups,
    .meetings = meetings,
    .weeks = 13,
    .roles = 3,
    .monday = "2026-10-05",
    .traits = FF_TEST_ROTA_ALL_TRAITS & ~(FF_TEST_ROTA_DATES | FF_TEST_ROTA_DUTIES),
  };
  FfTestRotaMade *self = ff_test_rota_made_new (&shape);

  self->covering = ff_test_rota_plant (self, seed);
  give_some (self, self->covering, seed);
  return self;
}

FfTestRotaMade *
ff_test_rota_made_middle (guint32 seed)
{
  return ff_test_rota_made_coverable (seed, 60, 12, 40);
}

/* As many a week as they have in the plan in the fullest one. */
static void
cap_week (FfTestRotaMade *self, FfTestRotaChecker *checker, FfVolunteer *volunteer)
{
  g_autoptr (GTimeZone) zone
      = g_time_zone_new_identifier (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE));
  g_autoptr (GHashTable) weeks = g_hash_table_new (NULL, NULL);
  guint most = 1;

  for (guint i = 0; i < self->covering->len; i++)
    {
      FfOccurrence *date
          = ff_test_rota_checker_get_date (checker, ff_test_rota_checker_get (checker, i)->date);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (ff_occurrence_get_start (date), zone);
      const gpointer week = GINT_TO_POINTER (g_date_time_get_week_numbering_year (local) * 100
                                             + g_date_time_get_week_of_year (local));
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (weeks, week)) + 1;

      if (g_ptr_array_index (self->covering, i) != volunteer)
        continue;
      g_hash_table_insert (weeks, week, GUINT_TO_POINTER (n));
      most = MAX (most, n);
    }
  if (ff_volunteer_get_cap (volunteer, FF_CAP_WEEK) == 0)
    ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, most);
}

FfTestRotaMade *
ff_test_rota_made_tight (guint32 seed)
{
  FfTestRotaMade *self = ff_test_rota_made_middle (seed);
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (self);
  GPtrArray *volunteers = ff_test_rota_checker_get_volunteers (checker);

  for (guint i = 0; i < volunteers->len; i++)
    cap_week (self, checker, g_ptr_array_index (volunteers, i));
  return self;
}

FfTestRotaMade *
ff_test_rota_made_large (guint32 seed)
{
  return ff_test_rota_made_coverable (seed, 500, 120, 500);
}

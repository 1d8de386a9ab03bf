/* ff-test-rota-levels.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How good a plan is, worked out a second time.
 */

#include "ff-test-rota-checker-private.h"

double
ff_test_rota_checker_get_share (FfTestRotaChecker *self, FfVolunteer *volunteer)
{
  FfTestRotaPerson *person = ff_test_rota_person (self, volunteer);
  const guint of_week = ff_volunteer_get_cap (volunteer, FF_CAP_WEEK);
  const guint of_month = ff_volunteer_get_cap (volunteer, FF_CAP_MONTH);
  guint open = 0;

  if (person->share >= 0)
    return person->share;

  for (guint i = 0; i < self->places->len; i++)
    open += ff_test_rota_checker_find_lasting (self, i, volunteer) == 0;
  if (of_week > 0)
    open = MIN (open, of_week * (guint) person->weeks);
  if (of_month > 0)
    open = MIN (open, of_month * (guint) person->months);
  person->share = open;
  return person->share;
}

gboolean
ff_test_rota_checker_is_stranger (FfTestRotaChecker *self, guint place, FfVolunteer *volunteer)
{
  const char *group = ff_group_get_uid (ff_test_rota_place (self, place)->group);
  g_autofree char *key = g_strdup_printf ("%s %s", group, ff_volunteer_get_uid (volunteer));

  return !g_strv_contains (ff_volunteer_get_set (volunteer, FF_VOLUNTEER_GROUPS), group)
         && !g_hash_table_contains (self->familiar, key);
}

static double
count_filled (FfTestRotaChecker *self, GPtrArray *plan, gboolean required)
{
  double filled = 0;

  for (guint i = 0; i < plan->len; i++)
    if (g_ptr_array_index (plan, i) != NULL && ff_test_rota_place (self, i)->required == required)
      filled += 1;
  return filled;
}

static double
weigh_loads (FfTestRotaChecker *self, GPtrArray *plan, gboolean worst)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (self->made->roster);
  g_autoptr (GHashTable) loads = g_hash_table_new (NULL, NULL);
  double sum = 0, most = 0;

  for (guint i = 0; i < plan->len; i++)
    {
      gpointer volunteer = g_ptr_array_index (plan, i);
      const guint load = GPOINTER_TO_UINT (g_hash_table_lookup (loads, volunteer));

      if (volunteer != NULL)
        g_hash_table_insert (loads, volunteer, GUINT_TO_POINTER (load + 1));
    }
  for (guint i = 0; i < volunteers->len; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      const double load = GPOINTER_TO_UINT (g_hash_table_lookup (loads, volunteer));
      double share;

      if (load < 1)
        continue;
      share = MAX (ff_test_rota_checker_get_share (self, volunteer), 1);
      sum += load * load / share;
      most = MAX (most, load / share);
    }
  return worst ? most : sum;
}

static double
weigh_wishes (FfTestRotaChecker *self, GPtrArray *plan)
{
  double against = 0;

  for (guint i = 0; i < plan->len; i++)
    if (g_ptr_array_index (plan, i) != NULL)
      {
        const FfWish wish = ff_test_rota_checker_find_wish (self, i, g_ptr_array_index (plan, i));

        against += (wish == FF_WISH_RATHER_NOT) - (wish == FF_WISH_LIKES);
      }
  return against;
}

static double
count_strangers (FfTestRotaChecker *self, GPtrArray *plan)
{
  double strangers = 0;

  for (guint i = 0; i < plan->len; i++)
    if (g_ptr_array_index (plan, i) != NULL
        && ff_test_rota_checker_is_stranger (self, i, g_ptr_array_index (plan, i)))
      strangers += 1;
  return strangers;
}

static double
count_changes (FfTestRotaChecker *self, GPtrArray *plan)
{
  double changes = 0;

  for (guint i = 0; i < plan->len; i++)
    {
      FfVolunteer *before = ff_test_rota_place (self, i)->before;

      if (before != NULL && before != g_ptr_array_index (plan, i))
        changes += 1;
    }
  return changes;
}

double
ff_test_rota_checker_measure (FfTestRotaChecker *self, GPtrArray *plan, FfLevel level)
{
  switch (level)
    {
    case FF_LEVEL_REQUIRED:
      return count_filled (self, plan, TRUE);

    case FF_LEVEL_OPTIONAL:
      return count_filled (self, plan, FALSE);

    case FF_LEVEL_WORST:
      return weigh_loads (self, plan, TRUE);

    case FF_LEVEL_SPREAD:
      return weigh_loads (self, plan, FALSE);

    case FF_LEVEL_STRANGERS:
      return count_strangers (self, plan);

    case FF_LEVEL_WISHES:
      return weigh_wishes (self, plan);

    case FF_LEVEL_CHANGES:
      return count_changes (self, plan);

    default:
      g_assert_not_reached ();
    }
}

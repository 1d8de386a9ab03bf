/* ff-test-rota-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The best plan of all, by trying them: for rotas of a few places.
 */

#include "ff-test-rota-search.h"

#define CLOSE 1e-9

typedef struct
{
  FfTestRotaChecker *checker;
  gboolean pruned;
  GPtrArray *plan;
  GPtrArray *best; /* (nullable) */
  double reached[FF_N_LEVELS];
} Search;

/* More places are better, less of everything else. */
static double
find_cost (FfTestRotaChecker *checker, GPtrArray *plan, FfLevel level)
{
  const double reached = ff_test_rota_checker_measure (checker, plan, level);

  return level <= FF_LEVEL_OPTIONAL ? -reached : reached;
}

int
ff_test_rota_compare (FfTestRotaChecker *checker, GPtrArray *a, GPtrArray *b, FfLevel *level)
{
  for (int i = 0; i < FF_N_LEVELS; i++)
    {
      const double difference
          = find_cost (checker, a, (FfLevel) i) - find_cost (checker, b, (FfLevel) i);

      *level = (FfLevel) i;
      if (difference > CLOSE || difference < -CLOSE)
        return difference < 0 ? -1 : 1;
    }
  return 0;
}

static void
keep (Search *search)
{
  g_clear_pointer (&search->best, g_ptr_array_unref);
  search->best = g_ptr_array_copy (search->plan, NULL, NULL);
  for (int i = 0; i < FF_N_LEVELS; i++)
    search->reached[i] = find_cost (search->checker, search->plan, (FfLevel) i);
}

/* The places from @next on are open. Filling them can better coverage and wishes by one each, and nothing else. */
static gboolean
may_become_better (Search *search, guint next)
{
  double better[FF_N_LEVELS] = { 0 };

  if (!search->pruned || search->best == NULL)
    return TRUE;
  for (guint i = next; i < search->plan->len; i++)
    {
      const FfTestRotaPlace *place = ff_test_rota_checker_get (search->checker, i);

      if (place->fixed)
        continue;
      better[place->required ? FF_LEVEL_REQUIRED : FF_LEVEL_OPTIONAL]++;
      better[FF_LEVEL_WISHES]++;
      better[FF_LEVEL_CHANGES] += place->before != NULL;
    }
  for (int i = 0; i < FF_N_LEVELS; i++)
    {
      const double difference
          = find_cost (search->checker, search->plan, (FfLevel) i) - better[i] - search->reached[i];

      if (difference > CLOSE || difference < -CLOSE)
        return difference < 0;
    }
  return FALSE;
}

static void
search_from (Search *search, guint next)
{
  GPtrArray *volunteers;
  FfLevel level;

  while (next < search->plan->len && ff_test_rota_checker_get (search->checker, next)->fixed)
    next++;
  if (next == search->plan->len)
    {
      if (search->best == NULL
          || ff_test_rota_compare (search->checker, search->plan, search->best, &level) < 0)
        keep (search);
      return;
    }
  if (!may_become_better (search, next))
    return;

  volunteers = ff_test_rota_checker_get_volunteers (search->checker);
  for (guint i = 0; i < volunteers->len; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (volunteers, i);

      /* A rule once broken stays broken, whatever is added: each place is tried on those before it. */
      if (ff_test_rota_checker_find_hindrances (search->checker, next, volunteer, search->plan)
          != 0)
        continue;
      search->plan->pdata[next] = volunteer;
      search_from (search, next + 1);
    }
  search->plan->pdata[next] = NULL;
  search_from (search, next + 1);
}

GPtrArray *
ff_test_rota_search (FfTestRotaChecker *checker, gboolean pruned)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new ();
  Search search = { .checker = checker, .pruned = pruned, .plan = plan };

  for (guint i = 0; i < ff_test_rota_checker_count (checker); i++)
    {
      const FfTestRotaPlace *place = ff_test_rota_checker_get (checker, i);

      g_ptr_array_add (plan, place->fixed ? place->before : NULL);
    }
  search_from (&search, 0);
  return search.best;
}

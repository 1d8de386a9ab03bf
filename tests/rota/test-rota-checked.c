/* test-rota-checked.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hundreds of made-up rosters: what the rota says of each place and each volunteer is what the checker says.
 */

#include "ff-rota-solving.h"
#include "ff-test-rota-checker.h"

#include <math.h>
#include <string.h>

#define ROSTERS 300
#define ROSTERS_SOLVED 250

typedef struct
{
  FfTestRotaMade *made;
  FfTestRotaChecker *checker;
  FfRota *rota;
} Case;

/* Weeks in which the clocks change here or elsewhere, and the turn of a year with 53 weeks. */
static void
make_case (Case *c, guint32 seed, gboolean larger)
{
  static const char *const mondays[]
      = { "2026-10-05", "2026-03-02", "2026-10-19", "2026-12-14", "2027-03-22", "2026-03-30" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  const FfTestRotaTraits some = (FfTestRotaTraits) (g_rand_int (rand) & FF_TEST_ROTA_ALL_TRAITS);
  FfTestRotaShape shape = {
    .seed = seed,
    .volunteers = (guint) g_rand_int_range (rand, 2, larger ? 45 : 25),
    .groups = (guint) g_rand_int_range (rand, 1, 5),
    .meetings = (guint) g_rand_int_range (rand, 1, larger ? 18 : 10),
    .weeks = (guint) g_rand_int_range (rand, 1, larger ? 14 : 9),
    .roles = (guint) g_rand_int_range (rand, 1, 5),
    .monday = mondays[seed % G_N_ELEMENTS (mondays)],
    .traits = seed % 3 == 0 ? some : FF_TEST_ROTA_ALL_TRAITS,
  };

  if (seed % 7 == 0)
    shape.traits |= FF_TEST_ROTA_CROWDED;
  if (seed % 5 == 0)
    shape.traits |= FF_TEST_ROTA_ONE_GROUP;
  c->made = ff_test_rota_made_new (&shape);
  c->checker = ff_test_rota_checker_new (c->made);
  c->rota = ff_test_rota_made_lay_out (c->made);
}

static void
clear_case (Case *c)
{
  ff_test_rota_checker_free (c->checker);
  g_assert_finalize_object (c->rota);
  ff_test_rota_made_free (c->made);
}

/* The same places, needed alike, and had by the same people. */
static void
test_places (void)
{
  for (guint32 seed = 1; seed <= ROSTERS; seed++)
    {
      Case c;
      GPtrArray *slots;

      make_case (&c, seed, FALSE);
      slots = ff_rota_get_slots (c.rota);
      g_test_message ("seed %u", seed);
      g_assert_cmpuint (slots->len, ==, ff_test_rota_checker_count (c.checker));
      for (guint i = 0; i < slots->len; i++)
        {
          FfSlot *slot = g_ptr_array_index (slots, i);
          FfAssignment *duty = ff_slot_get_assignment (slot);
          const int found = ff_test_rota_checker_find (c.checker, slot);
          const FfTestRotaPlace *place;

          g_assert_cmpint (found, >=, 0);
          place = ff_test_rota_checker_get (c.checker, (guint) found);
          g_assert_cmpuint (ff_slot_get_index (slot), ==, i);
          g_assert_true (ff_slot_get_group (slot) == place->group);
          g_assert_cmpint (ff_slot_get_required (slot), ==, place->required);
          g_assert_cmpstr (duty != NULL ? ff_assignment_get_volunteer (duty) : NULL, ==,
                           place->before != NULL ? ff_volunteer_get_uid (place->before) : NULL);
          g_assert_cmpint (duty != NULL && ff_assignment_is_fixed (duty), ==, place->fixed);
        }
      clear_case (&c);
    }
}

/* For each place and volunteer the very same reasons, or none on both sides. */
static void
test_hindrances (void)
{
  guint may = 0, may_not = 0;

  for (guint32 seed = 1; seed <= ROSTERS; seed++)
    {
      Case c;
      GPtrArray *slots;
      GPtrArray *volunteers;
      g_autoptr (GPtrArray) before = NULL;

      make_case (&c, seed, FALSE);
      slots = ff_rota_get_slots (c.rota);
      volunteers = ff_test_rota_checker_get_volunteers (c.checker);
      before = ff_test_rota_checker_list_before (c.checker);
      for (guint i = 0; i < slots->len; i++)
        for (guint j = 0; j < volunteers->len; j++)
          {
            FfVolunteer *volunteer = g_ptr_array_index (volunteers, j);
            const guint place
                = (guint) ff_test_rota_checker_find (c.checker, g_ptr_array_index (slots, i));
            const FfHindrances expected
                = ff_test_rota_checker_find_hindrances (c.checker, place, volunteer, before);
            const FfHindrances found
                = ff_rota_find_hindrances (c.rota, g_ptr_array_index (slots, i), volunteer);

            if (found != expected)
              {
                g_autofree char *title = ff_test_rota_checker_make_title (c.checker, place);

                g_test_message ("seed %u: %s, %s: %x, and the checker says %x", seed, title,
                                ff_volunteer_get_uid (volunteer), found, expected);
                g_test_fail ();
              }
            may += expected == 0;
            may_not += expected != 0;
          }
      clear_case (&c);
    }
  g_test_message ("%u may, %u may not", may, may_not);
  g_assert_cmpuint (may, >, 10000);
  g_assert_cmpuint (may_not, >, 10000);
}

static void
compare_measures (Case *c, FfRotaPlan *plan, guint32 seed)
{
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (c->checker, plan);

  for (int level = 0; level < FF_N_LEVELS; level++)
    {
      const double reached = ff_rota_plan_get_measure (plan, (FfLevel) level).reached;
      const double expected = ff_test_rota_checker_measure (c->checker, own, (FfLevel) level);

      if (fabs (reached - expected) > 1e-6 * fmax (1, fabs (expected)))
        {
          g_test_message ("seed %u, level %d: %.9g, and the checker says %.9g", seed, level,
                          reached, expected);
          g_test_fail ();
        }
    }
}

/* Of plans that heed no rule. */
static void
test_measures (void)
{
  for (guint32 seed = 1; seed <= ROSTERS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
      g_autoptr (FfRotaPlan) plan = NULL;
      GPtrArray *volunteers;
      Case c;

      make_case (&c, seed, FALSE);
      volunteers = ff_test_rota_checker_get_volunteers (c.checker);
      for (guint i = 0; i < ff_test_rota_checker_count (c.checker); i++)
        g_ptr_array_add (chosen,
                         g_rand_boolean (rand)
                             ? g_ptr_array_index (volunteers, (guint) g_rand_int_range (
                                                                  rand, 0, (int) volunteers->len))
                             : NULL);
      plan = ff_rota_plan_new (c.rota, chosen);
      compare_measures (&c, plan, seed);
      g_assert_finalize_object (g_steal_pointer (&plan));
      clear_case (&c);
    }
}

/* Nothing broken; measured alike; and nobody passed over whom nothing speaks against. */
static void
check_plan (Case *c, FfRotaPlan *plan, gboolean whole, guint32 seed)
{
  GPtrArray *volunteers = ff_test_rota_checker_get_volunteers (c->checker);
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (c->checker, plan);
  g_autoptr (GPtrArray) broken = ff_test_rota_checker_list_broken (c->checker, own);

  for (guint i = 0; i < broken->len; i++)
    {
      g_test_message ("seed %u: %s", seed, (char *) g_ptr_array_index (broken, i));
      g_test_fail ();
    }
  for (guint i = 0; whole && i < own->len; i++)
    for (guint j = 0; g_ptr_array_index (own, i) == NULL && j < volunteers->len; j++)
      if (ff_test_rota_checker_find_hindrances (c->checker, i, g_ptr_array_index (volunteers, j),
                                                own)
          == 0)
        {
          g_autofree char *title = ff_test_rota_checker_make_title (c->checker, i);

          g_test_message ("seed %u: %s is left to nobody, and %s may have it", seed, title,
                          ff_volunteer_get_uid (g_ptr_array_index (volunteers, j)));
          g_test_fail ();
        }
  compare_measures (c, plan, seed);
}

/* What is shown as a difference is the difference, and what is shown as open is open, required places first. */
static void
check_lists (Case *c, FfRotaPlan *plan)
{
  g_autoptr (GPtrArray) own = ff_test_rota_checker_read_plan (c->checker, plan);
  g_autoptr (GPtrArray) changes = ff_rota_plan_list_changes (plan);
  g_autoptr (GPtrArray) unfilled = ff_rota_plan_list_unfilled (plan);
  guint different = 0, open = 0;

  for (guint i = 0; i < own->len; i++)
    {
      different += g_ptr_array_index (own, i) != ff_test_rota_checker_get (c->checker, i)->before;
      open += g_ptr_array_index (own, i) == NULL;
    }
  g_assert_cmpuint (changes->len, ==, different);
  for (guint i = 0; i < changes->len; i++)
    {
      const FfRotaChange *change = g_ptr_array_index (changes, i);
      const guint place = (guint) ff_test_rota_checker_find (c->checker, change->slot);

      g_assert_true (change->before == ff_test_rota_checker_get (c->checker, place)->before);
      g_assert_true (change->after == g_ptr_array_index (own, place));
      g_assert_true (change->before != change->after);
    }
  g_assert_cmpuint (unfilled->len, ==, open);
  for (guint i = 0; i < unfilled->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (unfilled, i);

      g_assert_null (ff_rota_plan_get_volunteer (plan, slot));
      if (i > 0 && ff_slot_get_required (slot))
        g_assert_true (ff_slot_get_required (g_ptr_array_index (unfilled, i - 1)));
    }
}

static void
on_progress (FfRotaPlan *best, double share, gpointer data)
{
  g_ptr_array_add (data, g_object_ref (best));
}

/* How many required places are filled. */
static guint
fill_one (guint32 seed,
          gboolean larger,
          FfSolving solving,
          double seconds,
          GCancellable *cancellable)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FfRotaPlan) plan = NULL;
  guint filled;
  Case c;

  make_case (&c, seed, larger);
  plan = ff_rota_solve (c.rota, solving, seconds, on_progress, shown, cancellable);
  for (guint i = 0; i < shown->len; i++)
    check_plan (&c, g_ptr_array_index (shown, i), FALSE, seed);
  check_plan (&c, plan, TRUE, seed);
  check_lists (&c, plan);
  filled = (guint) ff_rota_plan_get_measure (plan, FF_LEVEL_REQUIRED).reached;
  g_ptr_array_set_size (shown, 0);
  g_clear_object (&plan);
  clear_case (&c);
  return filled;
}

static guint
fill (FfSolving solving, double seconds, guint32 rosters)
{
  guint filled = 0;

  for (guint32 seed = 1; seed <= rosters; seed++)
    filled += fill_one (seed, FALSE, solving, seconds, NULL);
  return filled;
}

static void
test_greedy (void)
{
  g_assert_cmpuint (fill (FF_SOLVING_GREEDY, 1, ROSTERS), >, ROSTERS);
}

static void
test_decomposed (void)
{
  g_assert_cmpuint (fill (FF_SOLVING_DECOMPOSED, 0.2, ROSTERS_SOLVED), >, ROSTERS_SOLVED);
}

/* Stopped in the midst of it: what was better by one required place once left others open that somebody was free for. */
static void
test_stopped (void)
{
  static const guint32 seeds[] = { 30278, 30286, 30476, 30887, 31131 };
  static const double seconds[] = { 0, 0.01, 0.05, 0.2 };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (seconds); j++)
        g_assert_cmpuint (fill_one (seeds[i], TRUE, FF_SOLVING_DECOMPOSED, seconds[j], NULL), >, 0);
      g_assert_cmpuint (fill_one (seeds[i], TRUE, FF_SOLVING_WHOLE, 0.1, NULL), >, 0);
      g_assert_cmpuint (fill_one (seeds[i], TRUE, FF_SOLVING_DECOMPOSED, 60, cancelled), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota-checked/places", test_places);
  g_test_add_func ("/rota-checked/hindrances", test_hindrances);
  g_test_add_func ("/rota-checked/measures", test_measures);
  g_test_add_func ("/rota-checked/greedy", test_greedy);
  g_test_add_func ("/rota-checked/decomposed", test_decomposed);
  g_test_add_func ("/rota-checked/stopped", test_stopped);
  return g_test_run ();
}

/* ff-test-rota-planted.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a roster just roomy enough that every place can be filled.
 */

#include "ff-test-rota-planted.h"

#include "ff-test-rota-checker.h"

#define TRIES 40

/* What no change of the volunteer would mend, or what would take away the time between the duties that they have. */
#define LEFT_ALONE                                                                                 \
  (FF_HINDRANCE_DECLINED | FF_HINDRANCE_OVERLAP | FF_HINDRANCE_TRAVEL | FF_HINDRANCE_ONLINE_ONLY)

typedef struct
{
  FfTestRotaMade *made;
  FfTestRotaChecker *checker;
  GRand *rand;
  GPtrArray *plan;
  GHashTable *duties; /* FfVolunteer: GArray of dates */
} Planting;

static GArray *
get_duties (Planting *planting, FfVolunteer *volunteer)
{
  GArray *duties = g_hash_table_lookup (planting->duties, volunteer);

  if (duties == NULL)
    {
      duties = g_array_copy (ff_test_rota_checker_get_outer (planting->checker, volunteer));
      g_hash_table_insert (planting->duties, volunteer, duties);
    }
  return duties;
}

static void
give (Planting *planting, guint place, FfVolunteer *volunteer)
{
  const guint date = ff_test_rota_checker_get (planting->checker, place)->date;

  planting->plan->pdata[place] = volunteer;
  g_array_append_val (get_duties (planting, volunteer), date);
}

static void
add_to_set (FfVolunteer *volunteer, FfVolunteerSet set, const char *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  g_strv_builder_addv (builder, (const char **) ff_volunteer_get_set (volunteer, set));
  g_strv_builder_add (builder, value);
  values = g_strv_builder_end (builder);
  ff_volunteer_set_set (volunteer, set, (const char *const *) values);
}

static void
train (FfVolunteer *volunteer, FfRole *role)
{
  const char *const *requirements = ff_role_get_requirements (role);

  for (guint i = 0; requirements != NULL && requirements[i] != NULL; i++)
    g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                     ff_training_new (requirements[i], "2020-01-01", NULL, NULL));
}

static void
clear_absences (FfVolunteer *volunteer)
{
  g_ptr_array_set_size (ff_volunteer_get_absences (volunteer), 0);
}

/* That day of the week, and the next one, from morning to midnight. */
static void
add_hours (FfVolunteer *volunteer, GDateTime *start)
{
  g_autoptr (GTimeZone) zone
      = g_time_zone_new_identifier (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE));
  g_autoptr (GDateTime) local = g_date_time_to_timezone (start, zone);
  const guint weekday = (guint) g_date_time_get_day_of_week (local);
  const FfAvailability window = { weekday, 0, 1440 + 180, FF_WISH_FREE };

  g_array_append_val (ff_volunteer_get_availability (volunteer), window);
}

static void
mend (Planting *planting, guint place, FfVolunteer *volunteer, FfHindrances found)
{
  const FfTestRotaPlace *one = ff_test_rota_checker_get (planting->checker, place);
  FfOccurrence *date = ff_test_rota_checker_get_date (planting->checker, one->date);

  if (found & FF_HINDRANCE_SERVING)
    ff_volunteer_set_serving (volunteer, FF_SERVING_ACTIVE);
  if (found & FF_HINDRANCE_ROLE)
    add_to_set (volunteer, FF_VOLUNTEER_ROLES, ff_role_get_uid (one->role));
  if (found & FF_HINDRANCE_PROGRAMME)
    add_to_set (volunteer, FF_VOLUNTEER_PROGRAMMES, ff_group_get_programme (one->group));
  if (found & FF_HINDRANCE_LANGUAGE)
    add_to_set (volunteer, FF_VOLUNTEER_LANGUAGES, ff_group_get_language (one->group));
  if (found & FF_HINDRANCE_GROUP)
    ff_volunteer_set_only_groups (volunteer, FALSE);
  if (found & (FF_HINDRANCE_UNTRAINED | FF_HINDRANCE_LAPSED))
    train (volunteer, one->role);
  if (found & FF_HINDRANCE_AWAY)
    clear_absences (volunteer);
  if (found & FF_HINDRANCE_HOURS)
    add_hours (volunteer, ff_occurrence_get_start (date));
  if (found & FF_HINDRANCE_TOO_FAR)
    ff_volunteer_set_reach (volunteer, 0);
  if (found & FF_HINDRANCE_WEEK)
    ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, 0);
  if (found & FF_HINDRANCE_MONTH)
    ff_volunteer_set_cap (volunteer, FF_CAP_MONTH, 0);
  if (found & FF_HINDRANCE_IN_ROW)
    ff_volunteer_set_cap (volunteer, FF_CAP_IN_ROW, 0);
  ff_test_rota_checker_read_again (planting->checker, volunteer);
}

static guint
count_bits (FfHindrances found)
{
  guint bits = 0;

  for (guint i = 0; i < 32; i++)
    bits += ((guint) found >> i) & 1;
  return bits;
}

/* The first of some, from anywhere on, that nothing speaks against; else the one against whom least does. */
static void
plant_one (Planting *planting, guint place)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (planting->made->roster);
  const guint first = (guint) g_rand_int_range (planting->rand, 0, (int) volunteers->len);
  FfVolunteer *best = NULL;
  FfHindrances speaks = 0;

  for (guint i = 0; i < volunteers->len && (i < TRIES || best == NULL); i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (volunteers, (first + i) % volunteers->len);
      const FfHindrances found
          = ff_test_rota_checker_find_among (planting->checker, place, volunteer,
                                             get_duties (planting, volunteer));

      if ((found & LEFT_ALONE) || (best != NULL && count_bits (speaks) <= count_bits (found)))
        continue;
      best = volunteer;
      speaks = found;
      if (found == 0)
        break;
    }
  g_assert_nonnull (best);
  if (speaks != 0)
    mend (planting, place, best, speaks);
  give (planting, place, best);
}

GPtrArray *
ff_test_rota_plant (FfTestRotaMade *made, guint32 seed)
{
  g_autoptr (FfTestRotaChecker) checker = ff_test_rota_checker_new (made);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 1);
  g_autoptr (GPtrArray) plan = g_ptr_array_new ();
  g_autoptr (GHashTable) duties
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  Planting planting = { made, checker, rand, plan, duties };
  const guint places = ff_test_rota_checker_count (checker);

  g_ptr_array_set_size (plan, (int) places);
  for (guint i = 0; i < places; i++)
    if (ff_test_rota_checker_get (checker, i)->fixed)
      give (&planting, i, ff_test_rota_checker_get (checker, i)->before);
  for (guint i = 0; i < places; i++)
    if (!ff_test_rota_checker_get (checker, i)->fixed)
      plant_one (&planting, i);
  return g_steal_pointer (&plan);
}

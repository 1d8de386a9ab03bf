/* ff-test-rota-broken.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every rule that a plan breaks, in sentences.
 */

#include "ff-test-rota-checker-private.h"

/* By the bits of FfHindrances. */
static const char *const hindrances[] = {
  "does not serve now",
  "does not take the role",
  "does not follow the programme",
  "does not speak the language",
  "serves other groups alone",
  "was never trained",
  "has a training that does not hold on that day",
  "is away",
  "is not free at that hour",
  "is online only",
  "lives too far away",
  "declined it",
  "has another duty at that time",
  "has too little time to travel",
};

#define CAPS (FF_HINDRANCE_WEEK | FF_HINDRANCE_MONTH | FF_HINDRANCE_IN_ROW)

/* A duty of one volunteer under a plan. */
typedef struct
{
  guint date;
  gboolean added; /* given by the plan, not agreed before */
} Duty;

static void
check_one (FfTestRotaChecker *self, guint place, GPtrArray *plan, GPtrArray *broken)
{
  FfVolunteer *volunteer = g_ptr_array_index (plan, place);
  const FfHindrances found
      = ff_test_rota_checker_find_hindrances (self, place, volunteer, plan) & ~CAPS;
  g_autofree char *title = ff_test_rota_checker_make_title (self, place);

  for (guint i = 0; i < G_N_ELEMENTS (hindrances); i++)
    if (found & (1 << i))
      g_ptr_array_add (broken, g_strdup_printf ("%s: %s %s.", title,
                                                ff_volunteer_get_uid (volunteer), hindrances[i]));
}

static GArray *
list_duties (FfTestRotaChecker *self, FfTestRotaPerson *person, GPtrArray *plan)
{
  GArray *duties = g_array_new (FALSE, FALSE, sizeof (Duty));

  for (guint i = 0; i < person->outer->len; i++)
    {
      const Duty duty = { g_array_index (person->outer, guint, i), FALSE };

      g_array_append_val (duties, duty);
    }
  for (guint i = 0; i < plan->len; i++)
    if (g_ptr_array_index (plan, i) == person->volunteer)
      {
        const FfTestRotaPlace *place = ff_test_rota_place (self, i);
        const Duty duty = { place->date, !place->fixed };

        g_array_append_val (duties, duty);
      }
  return duties;
}

static int
get_stretch (FfTestRotaPerson *person, FfCap cap, guint date)
{
  return cap == FF_CAP_MONTH ? person->at_home[date].month : person->at_home[date].week;
}

/* How many duties are in that week or month, and how many of them the plan added. */
static guint
count_in (FfTestRotaPerson *person, GArray *duties, FfCap cap, int stretch, guint *added)
{
  guint all = 0;

  *added = 0;
  for (guint i = 0; i < duties->len; i++)
    {
      const Duty *duty = &g_array_index (duties, Duty, i);

      if (get_stretch (person, cap, duty->date) != stretch)
        continue;
      all++;
      *added += duty->added;
    }
  return all;
}

static void
check_cap (FfTestRotaPerson *person, GArray *duties, FfCap cap, GPtrArray *broken)
{
  const guint most = ff_volunteer_get_cap (person->volunteer, cap);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; most > 0 && i < duties->len; i++)
    {
      const int stretch = get_stretch (person, cap, g_array_index (duties, Duty, i).date);
      guint added;
      const guint all = count_in (person, duties, cap, stretch, &added);

      if (all > most && added > 0 && g_hash_table_add (seen, GINT_TO_POINTER (stretch)))
        g_ptr_array_add (broken,
                         g_strdup_printf ("%s has %u duties in %s %d, and takes %u.",
                                          ff_volunteer_get_uid (person->volunteer), all,
                                          cap == FF_CAP_WEEK ? "week" : "month", stretch, most));
    }
}

/* A row that is too long and that would not be, or be shorter, without what the plan added. */
static void
check_row (FfTestRotaPerson *person, GArray *duties, GPtrArray *broken)
{
  const guint most = ff_volunteer_get_cap (person->volunteer, FF_CAP_IN_ROW);

  for (guint i = 0; most > 0 && i < duties->len; i++)
    {
      const int first = person->at_home[g_array_index (duties, Duty, i).date].week;
      gboolean lengthened = FALSE;
      guint added, length = 0;

      /* From the first week of a row on, once. */
      if (count_in (person, duties, FF_CAP_WEEK, first - 1, &added) > 0)
        continue;
      for (guint all;
           (all = count_in (person, duties, FF_CAP_WEEK, first + (int) length, &added)) > 0;
           length++)
        lengthened = lengthened || all == added;
      if (length > most && lengthened)
        {
          g_ptr_array_add (
              broken,
              g_strdup_printf ("%s has a duty in %u weeks in a row from %d, and takes %u.",
                               ff_volunteer_get_uid (person->volunteer), length, first, most));
          return;
        }
    }
}

GPtrArray *
ff_test_rota_checker_list_broken (FfTestRotaChecker *self, GPtrArray *plan)
{
  GPtrArray *broken = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *volunteers = ff_roster_get_volunteers (self->made->roster);

  g_assert_cmpuint (plan->len, ==, self->places->len);
  for (guint i = 0; i < plan->len; i++)
    {
      const FfTestRotaPlace *place = ff_test_rota_place (self, i);
      g_autofree char *title = ff_test_rota_checker_make_title (self, i);

      if (place->fixed && g_ptr_array_index (plan, i) != place->before)
        g_ptr_array_add (broken, g_strdup_printf ("%s: what was agreed is changed.", title));
      else if (!place->fixed && g_ptr_array_index (plan, i) != NULL)
        check_one (self, i, plan, broken);
    }
  for (guint i = 0; i < volunteers->len; i++)
    {
      FfTestRotaPerson *person = ff_test_rota_person (self, g_ptr_array_index (volunteers, i));
      g_autoptr (GArray) duties = list_duties (self, person, plan);

      check_cap (person, duties, FF_CAP_WEEK, broken);
      check_cap (person, duties, FF_CAP_MONTH, broken);
      check_row (person, duties, broken);
    }
  return broken;
}

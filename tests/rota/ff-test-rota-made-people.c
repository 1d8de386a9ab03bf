/* ff-test-rota-made-people.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made-up volunteers: what they may do, when, where, and how often.
 */

#include "ff-test-rota-made-private.h"

static void
set_zone (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  static const char *const zones[] = { "America/Toronto",
                                       "America/St_Johns",
                                       "Europe/London",
                                       "Asia/Kolkata",
                                       "Pacific/Auckland",
                                       "Australia/Lord_Howe",
                                       "UTC" };
  const gboolean away = (making->shape->traits & FF_TEST_ROTA_ZONES) && chance (making, 20);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE,
                         away ? zones[any (making, 0, G_N_ELEMENTS (zones) - 1)]
                              : FF_TEST_ROTA_ZONE);
}

static void
set_roles (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  GPtrArray *roles = ff_roster_get_roles (making->made->roster);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  for (guint i = 0; i < roles->len; i++)
    if (chance (making, 65))
      g_strv_builder_add (builder, ff_role_get_uid (g_ptr_array_index (roles, i)));
  chosen = g_strv_builder_end (builder);
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES, (const char *const *) chosen);
}

static void
set_groups (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;
  const int count = any (making, 0, 3);

  for (int i = 0; i < count; i++)
    g_strv_builder_add (builder, ff_group_get_uid (pick (making, making->made->groups)));
  chosen = g_strv_builder_end (builder);
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_GROUPS, (const char *const *) chosen);
  if ((making->shape->traits & FF_TEST_ROTA_GROUPS) && chance (making, 12))
    ff_volunteer_set_only_groups (volunteer, TRUE);
}

static void
set_languages (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  static const char *const spoken[][3]
      = { { "en" }, { "en-CA", "fr" }, { "fr-CA" }, { "es", "en-GB" } };
  static const char *const programmes[][3] = { { "4points" }, { "aa" }, { "4points", "aa" } };

  if (!(making->shape->traits & FF_TEST_ROTA_LANGUAGES))
    return;
  if (chance (making, 60))
    ff_volunteer_set_set (volunteer, FF_VOLUNTEER_LANGUAGES, spoken[any (making, 0, 3)]);
  if (chance (making, 30))
    ff_volunteer_set_set (volunteer, FF_VOLUNTEER_PROGRAMMES, programmes[any (making, 0, 2)]);
}

/* Evenings, whole days, nights into the next morning, and windows that touch. */
static void
add_hours (FfTestRotaMaking *making, GArray *hours, guint weekday)
{
  const FfWish wish = (FfWish) any (making, 0, 2);
  const int kind = any (making, 0, 99);
  FfAvailability window = { weekday, 16 * 60 + 30, 22 * 60 + 30, wish };

  if (kind < 15)
    window = (FfAvailability) { weekday, 0, 1440, wish };
  else if (kind < 30)
    window = (FfAvailability) { weekday, 18 * 60, 26 * 60, wish };
  else if (kind < 40)
    window = (FfAvailability) { weekday, 23 * 60, 2880, wish };
  else if (kind < 50)
    window = (FfAvailability) { weekday, 6 * 60 + 45, 18 * 60 + 45, wish };
  else if (kind >= 80)
    window = (FfAvailability) { weekday, (guint) any (making, 8, 38) * 30 - 1,
                                (guint) any (making, 39, 48) * 30 - 1, wish };
  g_array_append_val (hours, window);
  if (kind >= 60 && kind < 75)
    {
      const FfAvailability next
          = { weekday, window.until - (kind < 65 ? 40 : 0), 1440, (FfWish) any (making, 0, 2) };
      g_array_append_val (hours, next);
    }
}

static void
set_hours (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  const gboolean at_home
      = g_str_equal (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE), FF_TEST_ROTA_ZONE);

  if (!(making->shape->traits & FF_TEST_ROTA_HOURS) || chance (making, 25))
    return;
  for (guint weekday = 1; weekday <= 7; weekday++)
    {
      const FfAvailability whole = { weekday, 0, 1440, (FfWish) any (making, 0, 2) };

      if (!chance (making, 60))
        continue;
      /* Elsewhere on Earth an evening here is any hour. */
      if (!at_home && chance (making, 70))
        g_array_append_val (ff_volunteer_get_availability (volunteer), whole);
      else
        add_hours (making, ff_volunteer_get_availability (volunteer), weekday);
    }
}

static void
set_absences (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  const int count = making->shape->traits & FF_TEST_ROTA_ABSENCES ? any (making, -1, 2) : 0;

  for (int i = 0; i < count; i++)
    {
      const int first = any (making, -5, (int) making->shape->weeks * 7);
      g_autofree char *from = ff_test_rota_day (making->made->from, first);
      g_autofree char *until
          = ff_test_rota_day (making->made->from,
                              first + any (making, 0, chance (making, 50) ? 2 : 16));

      g_ptr_array_add (ff_volunteer_get_absences (volunteer), ff_absence_new (from, until, NULL));
    }
}

static void
add_training (FfTestRotaMaking *making,
              FfVolunteer *volunteer,
              const char *requirement,
              int done,
              int until)
{
  g_autofree char *first = ff_test_rota_day (making->made->from, done);
  g_autofree char *last = until == G_MAXINT ? NULL : ff_test_rota_day (making->made->from, until);

  g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                   ff_training_new (requirement, first, last, NULL));
}

/* Most hold throughout; others lapse in the middle, are renewed after a gap, come later or never. */
static void
set_trainings (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  GPtrArray *requirements = ff_roster_get_requirements (making->made->roster);
  const int days = (int) making->shape->weeks * 7;

  for (guint i = 0; i < requirements->len; i++)
    {
      const char *uid = ff_requirement_get_uid (g_ptr_array_index (requirements, i));
      const int kind = any (making, 0, 99);
      const int middle = any (making, 0, days);

      if (kind < 45)
        add_training (making, volunteer, uid, -400, G_MAXINT);
      else if (kind < 75)
        add_training (making, volunteer, uid, -200, days + any (making, 0, 200));
      else if (kind < 85)
        add_training (making, volunteer, uid, -300, middle);
      else if (kind < 90)
        {
          add_training (making, volunteer, uid, -300, middle);
          add_training (making, volunteer, uid, middle + any (making, 1, 9), G_MAXINT);
        }
      else if (kind < 94)
        add_training (making, volunteer, uid, middle, G_MAXINT);
      else if (kind < 96)
        add_training (making, volunteer, uid, -500, -3);
    }
}

static void
set_caps (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  /* A country’s rota has more to give to each. */
  const int room = making->shape->volunteers >= 60 ? 3 : 0;

  if (!(making->shape->traits & FF_TEST_ROTA_CAPS))
    return;
  if (chance (making, 50))
    ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, (guint) (any (making, 1, 3) + room));
  if (chance (making, 35))
    ff_volunteer_set_cap (volunteer, FF_CAP_MONTH, (guint) (any (making, 1, 6) + room * 4));
  if (chance (making, room > 0 ? 10 : 30))
    ff_volunteer_set_cap (volunteer, FF_CAP_IN_ROW, (guint) (any (making, 1, 4) + room));
}

static void
set_place (FfTestRotaMaking *making, FfVolunteer *volunteer)
{
  if (!(making->shape->traits & FF_TEST_ROTA_PLACES))
    return;
  if (chance (making, 80))
    ff_volunteer_set_position (
        volunteer, FF_TEST_ROTA_LATITUDE + g_rand_double_range (making->rand, -0.2, 0.2),
        FF_TEST_ROTA_LONGITUDE + g_rand_double_range (making->rand, -0.4, 0.4));
  if (chance (making, 40))
    ff_volunteer_set_reach (volunteer, (guint) any (making, 4, 45));
  if (chance (making, 8))
    ff_volunteer_set_online_only (volunteer, TRUE);
}

void
ff_test_rota_make_volunteers (FfTestRotaMaking *making)
{
  for (guint i = 0; i < making->shape->volunteers; i++)
    {
      g_autofree char *uid = g_strdup_printf ("v%03u", i);
      g_autofree char *name = g_strdup_printf ("Volunteer %u", i);
      FfVolunteer *volunteer = ff_volunteer_new (uid);
      const int serving = any (making, 0, 99);

      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
      ff_volunteer_set_serving (volunteer, serving < 80   ? FF_SERVING_ACTIVE
                                           : serving < 90 ? FF_SERVING_IN_TRAINING
                                           : serving < 95 ? FF_SERVING_INTERESTED
                                                          : FF_SERVING_RESTING);
      set_zone (making, volunteer);
      set_roles (making, volunteer);
      set_groups (making, volunteer);
      set_languages (making, volunteer);
      set_hours (making, volunteer);
      set_absences (making, volunteer);
      set_trainings (making, volunteer);
      set_caps (making, volunteer);
      set_place (making, volunteer);
      ff_roster_take_volunteer (making->made->roster, volunteer);
    }
}

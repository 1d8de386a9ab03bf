/* ff-sample-roster.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The volunteers of a sample.
 */

#include "ff-sample-roster.h"

#include "ff-roster-rows.h"
#include "ff-sample-towns.h"
#include "ff-schedule-rows.h"

#define TRAINING "6f5a1b0e-3c52-4d51-9a70-5a6d1e000011"
#define REFRESHER "6f5a1b0e-3c52-4d51-9a70-5a6d1e000012"
#define CHECK "6f5a1b0e-3c52-4d51-9a70-5a6d1e000013"
#define ROOM "6f5a1b0e-3c52-4d51-9a70-5a6d1e000014"

static const struct
{
  const char *uid;
  const char *name;
  FfRequirementKind kind;
  guint months;
  const char *note;
} requirements[] = {
  { TRAINING, "Facilitator training", FF_REQUIREMENT_TRAINING, 0,
    "Two days, in spring and autumn" },
  { REFRESHER, "Yearly refresher", FF_REQUIREMENT_REFRESHER, 12, "Online, two hours" },
  { CHECK, "Background check", FF_REQUIREMENT_CHECK, 36, "Through the police, takes six weeks" },
  { ROOM, "Opening and closing the room", FF_REQUIREMENT_TRAINING, 0, "With another host" },
};

#define MOST_REQUIREMENTS 4
#define FIRST_FEW 4

static const struct
{
  const char *uid;
  const char *requirements[MOST_REQUIREMENTS];
  int share; /* of a hundred volunteers */
} roles[] = {
  { FF_ROLE_UID_FACILITATOR, { TRAINING, REFRESHER, CHECK, NULL }, 60 },
  { FF_ROLE_UID_CO_FACILITATOR, { TRAINING, CHECK, NULL }, 50 },
  { FF_ROLE_UID_HOST, { ROOM, NULL }, 50 },
  { FF_ROLE_UID_GREETER, { NULL }, 40 },
  { FF_ROLE_UID_CLINICIAN, { CHECK, NULL }, 4 },
};

static const char *const firsts[]
    = { "Aisha",   "Alex",   "Amara",   "Amir",     "Andrée",   "Anh",     "Anita", "Arjun",
        "Beatriz", "Ben",    "Bronwyn", "Camille",  "Carlos",   "Chantal", "Chidi", "Colette",
        "Dana",    "Daniel", "Denise",  "Dmitri",   "Élise",    "Emeka",   "Erin",  "Fatima",
        "Félix",   "Gita",   "Graham",  "Hana",     "Harpreet", "Hélène",  "Ines",  "Isaac",
        "Jamal",   "Jean",   "Jocelyn", "Kateryna", "Keiko",    "Kofi",    "Lena",  "Lise",
        "Lucía",   "Malik",  "Marc",    "Marisol",  "Mei",      "Miriam",  "Nadia", "Nikolai",
        "Noor",    "Oscar",  "Pascale", "Priya",    "Quentin",  "Rania",   "Rémi",  "Rosa",
        "Sanjay",  "Simone", "Tomasz",  "Uma",      "Viktor",   "Wren",    "Yusuf", "Zara" };
static const char *const lasts[] = {
  "Abbott",    "Adeyemi", "Ahmed",   "Andersen",  "Arsenault", "Bakshi",   "Banerjee", "Beaulieu",
  "Bergeron",  "Bhatt",   "Boucher", "Brar",      "Campbell",  "Cardinal", "Chan",     "Charette",
  "Cho",       "Clarke",  "Cormier", "Costa",     "Cyr",       "Da Silva", "Delorme",  "Desjardins",
  "Dhaliwal",  "Dubois",  "Eriksen", "Evans",     "Fang",      "Fontaine", "Fraser",   "Gagnon",
  "Garcia",    "Gill",    "Grewal",  "Haddad",    "Hansen",    "Hébert",   "Ibrahim",  "Ivanova",
  "Janssen",   "Joshi",   "Kaur",    "Kelly",     "Khan",      "Kim",      "Kowalski", "Lafleur",
  "Lam",       "Lavoie",  "Leblanc", "Li",        "Macdonald", "Mahmoud",  "Martin",   "Mbeki",
  "McKay",     "Mensah",  "Moreau",  "Nakamura",  "Nguyen",    "Novak",    "Okafor",   "Olsen",
  "Papadakis", "Park",    "Patel",   "Pelletier", "Petrov",    "Quinn",    "Ramirez",  "Reid",
  "Rossi",     "Roy",     "Sato",    "Sharma",    "Singh",     "Tremblay", "Wong",     "Yılmaz"
};

static char *
write_name (guint number)
{
  /* 37 and the number of names have no divisor in common, so no name comes twice. */
  guint mixed = number * 37 % (G_N_ELEMENTS (firsts) * G_N_ELEMENTS (lasts));

  return g_strdup_printf ("%s %s", firsts[mixed % G_N_ELEMENTS (firsts)],
                          lasts[mixed / G_N_ELEMENTS (firsts)]);
}

static char *
write_mail (const char *name, guint number)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autofree char *lower = g_ascii_strdown (ascii, -1);

  g_strdelimit (lower, " ", '.');
  g_strdelimit (lower, "'?", '-');
  return g_strdup_printf ("%s.%u@example.org", lower, number);
}

/* Of the numbers that are nobody's, 555-0100 to 555-0199, each area code has a hundred: no two of 5,000 people share one. */
static char *
write_phone (guint number)
{
  static const char *const codes[]
      = { "604", "778", "236", "250", "672", "403", "587", "825", "368", "780", "306", "639",
          "474", "204", "431", "584", "807", "705", "249", "683", "905", "289", "365", "742",
          "416", "647", "437", "942", "519", "226", "548", "382", "613", "343", "753", "819",
          "873", "468", "514", "438", "263", "450", "579", "354", "418", "581", "367", "506",
          "428", "902", "782", "709", "879", "867", "257", "460" };

  return g_strdup_printf ("+1 %s 555 01%02u", codes[number / 100 % G_N_ELEMENTS (codes)],
                          number % 100);
}

static gboolean
has_chance (GRand *random, int percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

static char *
write_day (const FfWallTime *from, int days)
{
  FfWallTime day = ff_wall_time_add_days (from, days);

  return g_strdup_printf ("%04d-%02u-%02u", day.year, day.month, day.day);
}

static gboolean
mark_as_made_up (FfConnection *connection, const char *requirement, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "UPDATE requirements SET sample = 1 WHERE uid = ?1");

  ff_statement_bind_text (statement, 1, requirement);
  return ff_statement_run (statement, error);
}

static gboolean
add_requirements (FfSampling *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (requirements); i++)
    {
      g_autoptr (FfRequirement) requirement = ff_requirement_new (requirements[i].uid);

      ff_requirement_set_name (requirement, requirements[i].name);
      ff_requirement_set_kind (requirement, requirements[i].kind);
      ff_requirement_set_valid_months (requirement, requirements[i].months);
      ff_requirement_set_note (requirement, requirements[i].note);
      if (!ff_requirement_row_save (self->connection, requirement, self->modified, error)
          || !mark_as_made_up (self->connection, requirements[i].uid, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (FfRole) role = ff_role_new (roles[i].uid);

      ff_role_set_requirements (role, roles[i].requirements);
      if (!ff_role_row_save (self->connection, role, self->modified, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_needs (FfSampling *self, FfGroup *group, guint number, GError **error)
{
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  const char *uid = ff_group_get_uid (group);

  g_ptr_array_add (needs, ff_need_new (uid, NULL, FF_ROLE_UID_FACILITATOR, 1, TRUE));
  g_ptr_array_add (needs, ff_need_new (uid, NULL, FF_ROLE_UID_HOST, 1, TRUE));
  if (number % 3 == 0)
    g_ptr_array_add (needs, ff_need_new (uid, NULL, FF_ROLE_UID_GREETER, 2, FALSE));
  if (number % 4 == 1)
    g_ptr_array_add (needs, ff_need_new (uid, NULL, FF_ROLE_UID_CO_FACILITATOR, 1, FALSE));
  return ff_need_rows_save (self->connection, uid, NULL, needs, error);
}

static void
take_roles (FfVolunteer *volunteer, guint number, GRand *random)
{
  const char *taken[G_N_ELEMENTS (roles) + 1] = { NULL };
  guint count = 0;

  /* The first few are there for most of it, so that the first groups have somebody. */
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (has_chance (random, roles[i].share) || (number < FIRST_FEW && i % 2 == 0 && i < 4))
      taken[count++] = roles[i].uid;
  if (count == 0)
    taken[count++] = FF_ROLE_UID_GREETER;
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES, taken);
}

static gboolean
is_required (FfVolunteer *volunteer, const char *requirement)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (ff_volunteer_has (volunteer, FF_VOLUNTEER_ROLES, roles[i].uid)
        && g_strv_contains (roles[i].requirements, requirement))
      return TRUE;
  return FALSE;
}

/* One in twelve ran out lately, and another one runs out within two months. */
static int
choose_days_left (GRand *random, guint number, guint months)
{
  int chance = g_rand_int_range (random, number < FIRST_FEW ? 1 : 0, 12);

  if (chance == 0)
    return -g_rand_int_range (random, 3, 60);
  if (chance == 1)
    return g_rand_int_range (random, 3, 60);
  return g_rand_int_range (random, 60, (int) months * 30);
}

static void
add_trainings (FfSampling *self, FfVolunteer *volunteer, guint number, GRand *random)
{
  for (guint i = 0; i < G_N_ELEMENTS (requirements); i++)
    {
      guint months = requirements[i].months;
      int left = months > 0 ? choose_days_left (random, number, months) : 0;
      int ago = months > 0 ? (int) months * 30 - left : g_rand_int_range (random, 60, 2000);
      g_autofree char *done = write_day (&self->now, -ago);
      g_autofree char *until = months > 0 ? write_day (&self->now, left) : NULL;

      /* Who is in training has yet to do some of it. */
      if (is_required (volunteer, requirements[i].uid)
          && (ff_volunteer_get_serving (volunteer) != FF_SERVING_IN_TRAINING || i % 2 == 1))
        g_ptr_array_add (ff_volunteer_get_trainings (volunteer),
                         ff_training_new (requirements[i].uid, done, until,
                                          i == 2 ? "Seen, not kept" : ""));
    }
}

static void
add_window (FfVolunteer *volunteer, guint weekday, guint from, guint until, FfWish wish)
{
  const FfAvailability hours = { weekday, from, until, wish };

  g_array_append_val (ff_volunteer_get_availability (volunteer), hours);
}

/* When @meeting is, on the wall where the volunteer lives, with an hour before and after; and two other evenings. */
static void
add_hours (FfVolunteer *volunteer, FfMeeting *meeting, GRand *random)
{
  guint other = (guint) g_rand_int_range (random, 1, 8);
  FfWish wish = has_chance (random, 40) ? FF_WISH_LIKES : FF_WISH_FREE;

  if (meeting != NULL)
    {
      const FfWallTime *start = ff_meeting_get_start (meeting);
      guint from = start->hour * 60u + start->minute;

      add_window (volunteer, (guint) ff_wall_time_get_weekday (start), from >= 60 ? from - 60 : 0,
                  from + ff_meeting_get_minutes (meeting) + 60, wish);
    }
  add_window (volunteer, other, 17 * 60, 22 * 60, FF_WISH_FREE);
  add_window (volunteer, other % 7 + 1, 17 * 60, 21 * 60 + 30,
              has_chance (random, 50) ? FF_WISH_RATHER_NOT : FF_WISH_FREE);
}

static void
add_absence (FfSampling *self, FfVolunteer *volunteer, GRand *random)
{
  static const char *const reasons[] = { "Holidays", "Visiting family", "Exams", "" };
  int first = g_rand_int_range (random, -5, 60);
  g_autofree char *from = write_day (&self->now, first);
  g_autofree char *until = write_day (&self->now, first + g_rand_int_range (random, 2, 20));

  g_ptr_array_add (ff_volunteer_get_absences (volunteer),
                   ff_absence_new (from, until, reasons[g_rand_int_range (random, 0, 4)]));
}

static void
add_steps (FfSampling *self, FfVolunteer *volunteer, GRand *random)
{
  GPtrArray *steps = ff_volunteer_get_steps (volunteer);
  guint taken[FF_N_SERVINGS] = {
    [FF_SERVING_INTERESTED] = 1,
    [FF_SERVING_IN_TRAINING] = 3,
    [FF_SERVING_ACTIVE] = G_MAXUINT,
    [FF_SERVING_RESTING] = G_MAXUINT,
  };
  int ago = g_rand_int_range (random, 700, 1500);

  ff_volunteer_add_usual_steps (volunteer);
  for (guint i = 0; i < MIN (steps->len, taken[ff_volunteer_get_serving (volunteer)]); i++)
    {
      ((FfStep *) steps->pdata[i])->date = write_day (&self->now, -ago);
      ago -= g_rand_int_range (random, 20, 90);
    }
}

static void
set_limits (FfVolunteer *volunteer, GRand *random)
{
  if (has_chance (random, 60))
    ff_volunteer_set_cap (volunteer, FF_CAP_WEEK, (guint) g_rand_int_range (random, 1, 3));
  if (has_chance (random, 40))
    ff_volunteer_set_cap (volunteer, FF_CAP_MONTH, (guint) g_rand_int_range (random, 3, 6));
  if (has_chance (random, 15))
    ff_volunteer_set_cap (volunteer, FF_CAP_IN_ROW, 3);
  if (has_chance (random, 40))
    ff_volunteer_set_reach (volunteer, 10 * (guint) g_rand_int_range (random, 2, 7));
  ff_volunteer_set_online_only (volunteer, has_chance (random, 6));
  ff_volunteer_set_only_groups (volunteer, has_chance (random, 10));
}

static FfServing
choose_serving (GRand *random, guint number)
{
  int chance = g_rand_int_range (random, 0, 100);

  if (number == FIRST_FEW)
    return FF_SERVING_IN_TRAINING;
  return number < FIRST_FEW || chance < 84 ? FF_SERVING_ACTIVE
         : chance < 92                     ? FF_SERVING_IN_TRAINING
         : chance < 96                     ? FF_SERVING_INTERESTED
                                           : FF_SERVING_RESTING;
}

static void
set_texts (FfVolunteer *volunteer, const FfSampleTown *town, guint number, GRand *random)
{
  static const char *const pronouns[] = { "she/her", "he/him", "they/them", "" };
  g_autofree char *name = write_name (number);
  g_autofree char *mail = write_mail (name, number);
  g_autofree char *phone = write_phone (number);
  g_autofree char *other = write_name (number + 2500);
  g_autofree char *others_phone = write_phone (number + 2500);
  double north = g_rand_double_range (random, -0.03, 0.03);
  double east = g_rand_double_range (random, -0.03, 0.03);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_PRONOUNS,
                         pronouns[g_rand_int_range (random, 0, 4)]);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_MAIL, mail);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_PHONE, phone);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_HOME, town->name);
  if (has_chance (random, 35))
    {
      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_EMERGENCY_NAME, other);
      ff_volunteer_set_text (volunteer, FF_VOLUNTEER_EMERGENCY_PHONE, others_phone);
    }
  if (has_chance (random, 15))
    ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NOTES, "Has a key to the building");
  ff_volunteer_set_position (volunteer, town->latitude + north, town->longitude + east);
}

static void
set_groups (FfVolunteer *volunteer, FfGroup *group, FfGroup *other, GRand *random)
{
  const char *groups[] = { ff_group_get_uid (group), NULL, NULL };
  const char *programmes[] = { ff_group_get_programme (group), NULL };
  const gboolean is_french = g_str_has_prefix (ff_group_get_language (group), "fr");

  if (other != NULL && has_chance (random, 50)
      && g_str_equal (ff_group_get_zone (group), ff_group_get_zone (other)))
    groups[1] = ff_group_get_uid (other);
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_GROUPS, groups);
  if (groups[1] == NULL && has_chance (random, 25))
    ff_volunteer_set_set (volunteer, FF_VOLUNTEER_PROGRAMMES, programmes);
  if (is_french)
    ff_volunteer_set_set (volunteer, FF_VOLUNTEER_LANGUAGES,
                          (const char *const[]) { "en", "fr", NULL });
  else if (has_chance (random, 60))
    ff_volunteer_set_set (volunteer, FF_VOLUNTEER_LANGUAGES,
                          (const char *const[]) { "en", has_chance (random, 20) ? "fr" : NULL,
                                                  NULL });
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_LANGUAGE, is_french ? "fr" : "");
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, ff_group_get_zone (group));
}

/* @firsts_of: (element-type utf8 FfMeeting): the first meeting of each group */
static FfVolunteer *
make_volunteer (FfSampling *self,
                FfSampleRoster *roster,
                guint number,
                guint place,
                guint groups,
                GHashTable *firsts_of)
{
  GPtrArray *all = ff_schedule_get_groups (roster->schedule);
  GRand *random = roster->random;
  FfGroup *group = all->pdata[place];
  FfGroup *other = groups > 1 ? all->pdata[(place + 1) % groups] : NULL;
  g_autofree char *uid = ff_sample_make_uid (random);
  FfVolunteer *volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_sample (volunteer, TRUE);
  ff_volunteer_set_serving (volunteer, choose_serving (random, number));
  set_texts (volunteer, ff_sample_get_town (place), number, random);
  set_groups (volunteer, group, other, random);
  set_limits (volunteer, random);
  take_roles (volunteer, number, random);
  add_trainings (self, volunteer, number, random);
  add_steps (self, volunteer, random);
  if (has_chance (random, 70))
    add_hours (volunteer, g_hash_table_lookup (firsts_of, ff_group_get_uid (group)), random);
  if (has_chance (random, 25))
    add_absence (self, volunteer, random);
  return volunteer;
}

static gboolean
add_hours_given (FfSampling *self, FfSampleRoster *roster, FfVolunteer *volunteer, GError **error)
{
  static const char *const whats[] = { "Newsletter", "Answering mail", "Training day", "Library" };
  g_autofree char *uid = ff_sample_make_uid (roster->random);
  g_autofree char *date = write_day (&self->now, -g_rand_int_range (roster->random, 1, 300));
  guint minutes = 30 * (guint) g_rand_int_range (roster->random, 1, 13);
  const char *what = whats[g_rand_int_range (roster->random, 0, 4)];
  g_autoptr (FfHoursEntry) entry
      = ff_hours_entry_new (uid, ff_volunteer_get_uid (volunteer), date, minutes, what);

  return ff_hours_row_save (self->connection, entry, error);
}

static GHashTable *
find_firsts (FfSchedule *schedule)
{
  GHashTable *firsts_of = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);

  for (guint i = meetings->len; i > 0; i--)
    if (!ff_meeting_get_by_appointment (meetings->pdata[i - 1]))
      g_hash_table_insert (firsts_of, (char *) ff_meeting_get_group (meetings->pdata[i - 1]),
                           meetings->pdata[i - 1]);
  return firsts_of;
}

static gboolean
add_volunteers (FfSampling *self,
                FfSampleRoster *roster,
                guint volunteers,
                guint groups,
                GError **error)
{
  g_autoptr (GHashTable) firsts_of = find_firsts (roster->schedule);

  for (guint i = 0; i < volunteers; i++)
    {
      FfVolunteer *volunteer
          = make_volunteer (self, roster, i, (guint) ((guint64) i * groups / volunteers), groups,
                            firsts_of);

      g_ptr_array_add (roster->volunteers, volunteer);
      if (!ff_volunteer_row_save (self->connection, volunteer, self->modified, error)
          || (i % 5 == 0 && !add_hours_given (self, roster, volunteer, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_all (FfSampling *self,
         FfSampleRoster *roster,
         guint volunteers,
         guint groups,
         guint weeks,
         GError **error)
{
  GPtrArray *all = ff_schedule_get_groups (roster->schedule);

  if (!add_requirements (self, error))
    return FALSE;
  for (guint i = 0; i < groups; i++)
    if (!add_needs (self, all->pdata[i], i, error))
      return FALSE;
  return add_volunteers (self, roster, volunteers, groups, error)
         && ff_sampling_add_duties (self, roster, weeks, error);
}

gboolean
ff_sampling_add_roster (FfSampling *self,
                        guint volunteers,
                        guint groups,
                        guint weeks,
                        guint32 seed,
                        GError **error)
{
  g_autoptr (FfSchedule) schedule = ff_schedule_rows_read (self->connection, NULL, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  FfSampleRoster roster = { people, schedule, NULL };
  gboolean added;

  if (schedule == NULL)
    return FALSE;
  roster.random = g_rand_new_with_seed (seed ^ 0x3c3c3c3c);
  groups = MIN (groups, ff_schedule_get_groups (schedule)->len);
  added = add_all (self, &roster, volunteers, groups, weeks, error);
  g_rand_free (roster.random);
  return added;
}

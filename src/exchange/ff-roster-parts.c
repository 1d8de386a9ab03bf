/* ff-roster-parts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has several of, as text with “;” between them:
 * hours “Mon 09:00-12:00; Fri 22:00-02:00+1 (rather not)”, times away “2026-12-20 to 2027-01-03 (family)”,
 * trainings “Background check: 2026-01-15 to 2029-01-14 (seen by the office)” or “…: 2026-01-15 for good”, steps “First meeting together: 2026-02-01”.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-fold.h"
#include "ff-listing-times.h"
#include "ff-roster-value.h"

#define MINUTES_OF_DAY 1440u
#define FOR_GOOD " for good"
#define SIGNS ":()"

static const char *const day_words[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

/* Whole and short, as ff_fold() makes them, in English and French. */
static const char *const day_names[] = {
  "mon|monday|mondays|lun|lundi",          "tue|tues|tuesday|tuesdays|mar|mardi",
  "wed|wednesday|wednesdays|mer|mercredi", "thu|thur|thurs|thursday|thursdays|jeu|jeudi",
  "fri|friday|fridays|ven|vendredi",       "sat|saturday|saturdays|sam|samedi",
  "sun|sunday|sundays|dim|dimanche",
};

static const struct
{
  FfWish wish;
  const char *word;
  const char *others;
} wishes[] = {
  { FF_WISH_LIKES, "likes", "likes|prefers|prefere|aime" },
  { FF_WISH_FREE, "", "free|libre" },
  { FF_WISH_RATHER_NOT, "rather not", "rather not|plutot pas|plutot non" },
};

/* --- Out --- */

static void
append_time (GString *text, guint minutes)
{
  const gboolean is_next_day = minutes > MINUTES_OF_DAY;

  minutes -= is_next_day ? MINUTES_OF_DAY : 0;
  g_string_append_printf (text, "%02u:%02u%s", minutes / 60, minutes % 60, is_next_day ? "+1" : "");
}

static char *
write_availability (FfVolunteer *volunteer)
{
  GArray *all = ff_volunteer_get_availability (volunteer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const FfAvailability *hours = &g_array_index (all, FfAvailability, i);

      g_string_append_printf (text, "%s%s ", i > 0 ? "; " : "", day_words[hours->weekday - 1]);
      append_time (text, hours->from);
      g_string_append_c (text, '-');
      append_time (text, hours->until);
      if (hours->wish != FF_WISH_FREE)
        g_string_append_printf (text, " (%s)", wishes[hours->wish].word);
    }
  return g_string_free_and_steal (text);
}

static void
append_remark (GString *text, const char *remark)
{
  g_autofree char *escaped = ff_roster_value_escape (remark, SIGNS);

  if (*remark != '\0')
    g_string_append_printf (text, " (%s)", escaped);
}

static char *
write_absences (FfVolunteer *volunteer)
{
  GPtrArray *all = ff_volunteer_get_absences (volunteer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const FfAbsence *absence = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s%s to %s", i > 0 ? "; " : "", absence->from, absence->until);
      append_remark (text, absence->reason);
    }
  return g_string_free_and_steal (text);
}

static char *
write_trainings (FfVolunteer *volunteer, const FfRosterKnown *known)
{
  GPtrArray *all = ff_volunteer_get_trainings (volunteer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const FfTraining *training = g_ptr_array_index (all, i);
      const char *word
          = ff_roster_known_get_word (known, FF_ROSTER_NAMES_REQUIREMENT, training->requirement);
      g_autofree char *name = ff_roster_value_escape (word, SIGNS);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", name, training->done);
      if (training->until != NULL)
        g_string_append_printf (text, " to %s", training->until);
      else
        g_string_append (text, FOR_GOOD);
      append_remark (text, training->document);
    }
  return g_string_free_and_steal (text);
}

static char *
write_steps (FfVolunteer *volunteer)
{
  GPtrArray *all = ff_volunteer_get_steps (volunteer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const FfStep *step = g_ptr_array_index (all, i);
      g_autofree char *title = ff_roster_value_escape (step->title, SIGNS);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", title);
      if (step->date != NULL)
        g_string_append_printf (text, ": %s", step->date);
    }
  return g_string_free_and_steal (text);
}

/**
 * ff_roster_parts_write:
 *
 * Returns: (transfer full): what the volunteer has several of, as text; "" for another field
 */
char *
ff_roster_parts_write (FfRosterField field, FfVolunteer *volunteer, const FfRosterKnown *known)
{
  switch ((int) field)
    {
    case FF_ROSTER_FIELD_AVAILABILITY:
      return write_availability (volunteer);

    case FF_ROSTER_FIELD_ABSENCES:
      return write_absences (volunteer);

    case FF_ROSTER_FIELD_TRAININGS:
      return write_trainings (volunteer, known);

    case FF_ROSTER_FIELD_STEPS:
      return write_steps (volunteer);

    default:
      return g_strdup ("");
    }
}

/* --- Taking a part apart --- */

/* “what (remark)”: cuts the remark off. (transfer full): "" where there is none */
static char *
cut_remark (char *text)
{
  char *open = NULL, *close = NULL;
  char *remark;

  for (char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '(' && open == NULL)
        open = c;
      else if (*c == ')')
        close = c;
    }
  if (open == NULL || close == NULL || close < open || close[1] != '\0')
    return g_strdup ("");
  *close = '\0';
  remark = ff_roster_value_unescape (open + 1);
  *open = '\0';
  g_strchomp (text);
  return remark;
}

/* “name: rest”: at the last sign that is not part of the name. (transfer full) (nullable) */
static char *
cut_name (char *text, char **rest)
{
  char *sign = NULL;

  for (char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        c++;
      else if (*c == ':')
        sign = c;
    }
  if (sign == NULL)
    return NULL;
  *sign = '\0';
  *rest = g_strstrip (sign + 1);
  g_strstrip (text);
  return ff_roster_value_unescape (text);
}

/* (transfer full) (nullable): NULL with a refusal, or while dates are only looked at */
static char *
read_date (FfRosterField field, const char *text, FfRosterTaking *taking)
{
  char *date;

  if (taking->survey != NULL)
    {
      ff_roster_date_survey_add (taking->survey, text, taking->row->line);
      return NULL;
    }
  date = ff_roster_date_parse (text, taking->order);
  if (date == NULL)
    ff_roster_row_refuse (taking->row,
                          /* Translators: the name of a column, and what stands in it */
                          _ ("%s: “%.60s” is not a date that can be understood. Write it such as "
                             "2026-11-24."),
                          ff_roster_field_get_title (field), text);
  return date;
}

/* “from to until”; *until is NULL where there is one date alone. */
static gboolean
read_dates (FfRosterField field,
            const char *text,
            FfRosterTaking *taking,
            char **from,
            char **until)
{
  static const char *const between[] = { " to ", " until ", " au ", " – ", " - ", "–" };
  const char *sign = NULL;
  gsize width = 0;
  g_autofree char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (between) && sign == NULL; i++)
    {
      sign = strstr (text, between[i]);
      width = strlen (between[i]);
    }
  first = g_strstrip (sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text));
  *from = read_date (field, first, taking);
  *until = NULL;
  if (sign != NULL && (*from != NULL || taking->survey != NULL))
    {
      g_autofree char *second = g_strstrip (g_strdup (sign + width));

      *until = read_date (field, second, taking);
    }
  return *from != NULL && (sign == NULL || *until != NULL);
}

/* --- In --- */

static int
find_day (const char *word)
{
  g_autofree char *folded = ff_fold (word);
  const gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == '.')
    folded[length - 1] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (day_names); i++)
    {
      g_auto (GStrv) names = g_strsplit (day_names[i], "|", -1);

      if (g_strv_contains ((const char *const *) names, folded))
        return (int) i + 1;
    }
  return 0;
}

/* “Mon” or “Mon-Fri” */
static gboolean
read_days (const char *text, int *first, int *last)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);

  *first = ends[0] != NULL ? find_day (ends[0]) : 0;
  *last = ends[0] != NULL && ends[1] != NULL ? find_day (ends[1]) : *first;
  return *first != 0 && *last >= *first;
}

/* “09:00-12:00”, “22:00-02:00+1”, “9:00 to 17:00” */
static gboolean
read_hours (const char *text, FfAvailability *hours)
{
  g_autofree char *plain = g_strdup (text);
  char *sign = strstr (plain, " to ");
  char *second, *next_day;
  int from, until;

  if (sign != NULL)
    second = sign + 4;
  else if ((sign = strstr (plain, "–")) != NULL)
    second = sign + strlen ("–");
  else if ((sign = strchr (plain, '-')) != NULL)
    second = sign + 1;
  else
    return FALSE;
  *sign = '\0';
  next_day = strstr (second, "+1");
  if (next_day != NULL)
    *next_day = '\0';
  from = ff_listing_parse_time (plain);
  until = strcmp (second, "24:00") == 0 ? (int) MINUTES_OF_DAY : ff_listing_parse_time (second);
  if (from < 0 || until < 0 || from >= (int) MINUTES_OF_DAY || (next_day == NULL && until == from))
    return FALSE;
  if (next_day != NULL || until < from)
    until += (int) MINUTES_OF_DAY;
  hours->from = (guint) from;
  hours->until = (guint) until;
  return until <= 2 * (int) MINUTES_OF_DAY;
}

static gboolean
read_wish (const char *text, FfWish *wish)
{
  g_autofree char *word = ff_fold (text);

  *wish = FF_WISH_FREE;
  for (gsize i = 0; i < G_N_ELEMENTS (wishes) && *word != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (wishes[i].others, "|", -1);

      if (!g_strv_contains ((const char *const *) words, word))
        continue;
      *wish = wishes[i].wish;
      return TRUE;
    }
  return *word == '\0';
}

static void
read_availability (char *text, FfRosterTaking *taking)
{
  g_autofree char *whole = g_strdup (text);
  g_autofree char *remark = cut_remark (text);
  char *space = strchr (text, ' ');
  FfAvailability hours;
  int first, last;
  gboolean is_read = space != NULL;

  if (is_read)
    {
      *space = '\0';
      is_read = read_days (text, &first, &last) && read_hours (g_strstrip (space + 1), &hours)
                && read_wish (remark, &hours.wish);
    }
  if (!is_read)
    {
      ff_roster_row_refuse (taking->row,
                            /* Translators: the name of a column, and what stands in it */
                            _ ("%s: “%.60s” cannot be understood. Write it such as “Mon "
                               "18:00-21:00”."),
                            ff_roster_field_get_title (FF_ROSTER_FIELD_AVAILABILITY), whole);
      return;
    }
  for (int day = first; day <= last; day++)
    {
      hours.weekday = (guint) day;
      g_array_append_val (ff_volunteer_get_availability (taking->row->volunteer), hours);
    }
}

static void
read_absence (char *text, FfRosterTaking *taking)
{
  g_autofree char *reason = cut_remark (text);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (read_dates (FF_ROSTER_FIELD_ABSENCES, text, taking, &from, &until))
    g_ptr_array_add (ff_volunteer_get_absences (taking->row->volunteer),
                     ff_absence_new (from, until != NULL ? until : from, reason));
}

/* The last day on which it holds, as the requirement has it. (nullable) (transfer full) */
static char *
make_until (const FfRosterTaking *taking, const char *requirement, const char *done)
{
  FfRoster *roster = ff_roster_known_get_roster (taking->reading->known);
  FfRequirement *found = ff_roster_find_requirement (roster, requirement);

  return found != NULL ? ff_requirement_make_until (found, done) : NULL;
}

static void
add_training (FfRosterField field,
              const char *requirement,
              char *dates,
              const char *document,
              FfRosterTaking *taking)
{
  g_autofree char *done = NULL;
  g_autofree char *until = NULL;
  const gboolean is_for_good = g_str_has_suffix (dates, FOR_GOOD);

  if (is_for_good)
    dates[strlen (dates) - strlen (FOR_GOOD)] = '\0';
  if (!read_dates (field, dates, taking, &done, &until))
    return;
  if (until == NULL && !is_for_good)
    until = make_until (taking, requirement, done);
  g_ptr_array_add (ff_volunteer_get_trainings (taking->row->volunteer),
                   ff_training_new (requirement, done, until, document));
}

static void
read_training (char *text, FfRosterTaking *taking)
{
  g_autofree char *document = cut_remark (text);
  char *dates = NULL;
  g_autofree char *name = cut_name (text, &dates);
  const char *requirement = NULL;

  if (name == NULL && taking->survey == NULL)
    {
      ff_roster_row_refuse (taking->row,
                            /* Translators: the name of a column, and what stands in it */
                            _ ("%s: “%.60s” has no date. Write it such as “First training: "
                               "2026-11-24”."),
                            ff_roster_field_get_title (FF_ROSTER_FIELD_TRAININGS), text);
      return;
    }
  if (name == NULL)
    return;
  if (taking->survey == NULL)
    requirement = ff_roster_taking_find (taking, FF_ROSTER_FIELD_TRAININGS,
                                         FF_ROSTER_NAMES_REQUIREMENT, name);
  if (requirement != NULL || taking->survey != NULL)
    add_training (FF_ROSTER_FIELD_TRAININGS, requirement, dates, document, taking);
}

static void
read_step (char *text, FfRosterTaking *taking)
{
  char *rest = NULL;
  g_autofree char *whole = ff_roster_value_unescape (text);
  g_autofree char *title = cut_name (text, &rest);
  g_autofree char *date = title != NULL ? read_date (FF_ROSTER_FIELD_STEPS, rest, taking) : NULL;

  if (taking->survey == NULL && (title == NULL || date != NULL))
    g_ptr_array_add (ff_volunteer_get_steps (taking->row->volunteer),
                     ff_step_new (title != NULL ? title : whole, date));
}

static void
read_part (FfRosterField field, char *text, FfRosterTaking *taking)
{
  switch ((int) field)
    {
    case FF_ROSTER_FIELD_AVAILABILITY:
      read_availability (text, taking);
      break;

    case FF_ROSTER_FIELD_ABSENCES:
      read_absence (text, taking);
      break;

    case FF_ROSTER_FIELD_TRAININGS:
      read_training (text, taking);
      break;

    case FF_ROSTER_FIELD_TRAINING:
      add_training (field, taking->requirement, text, "", taking);
      break;

    case FF_ROSTER_FIELD_STEPS:
      read_step (text, taking);
      break;

    default:
      break;
    }
}

/**
 * ff_roster_parts_read:
 *
 * Adds what @text says to the volunteer; what cannot be understood refuses the row.
 */
void
ff_roster_parts_read (FfRosterField field, const char *text, FfRosterTaking *taking)
{
  g_auto (GStrv) parts = ff_roster_value_split (text);

  for (char **part = parts; *part != NULL && taking->row->refused == NULL; part++)
    read_part (field, *part, taking);
  if (field == FF_ROSTER_FIELD_TRAINING)
    taking->row->said |= FF_ROSTER_FIELD_BIT (FF_ROSTER_FIELD_TRAININGS);
}

/* ff-roster-dates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as people write them. What “03/04/05” means is never guessed: other dates of its column settle it, or a person.
 */

#include "ff-roster-dates.h"

#include <string.h>

#define N_PARTS 3
#define ALL_ORDERS                                                                                 \
  (1u << FF_ROSTER_DATES_DAY_FIRST | 1u << FF_ROSTER_DATES_MONTH_FIRST                             \
   | 1u << FF_ROSTER_DATES_YEAR_FIRST)

typedef struct
{
  int value[N_PARTS];
  int digits[N_PARTS];
} Parts;

static const char *const ids[FF_N_ROSTER_DATES] = { "", "dmy", "mdy", "ymd" };

/* Which part is the day, the month and the year. */
static const int places[FF_N_ROSTER_DATES][N_PARTS] = {
  [FF_ROSTER_DATES_ASK] = { 2, 1, 0 },
  [FF_ROSTER_DATES_DAY_FIRST] = { 0, 1, 2 },
  [FF_ROSTER_DATES_MONTH_FIRST] = { 1, 0, 2 },
  [FF_ROSTER_DATES_YEAR_FIRST] = { 2, 1, 0 },
};

/* “24/11/2026”, “24.11.26”, “2026-11-24”: three numbers with the same sign between them. */
static gboolean
take_apart (const char *text, Parts *parts)
{
  char sign = '\0';

  for (int i = 0; i < N_PARTS; i++)
    {
      parts->value[i] = parts->digits[i] = 0;
      for (; g_ascii_isdigit (*text) && parts->digits[i] < 5; text++, parts->digits[i]++)
        parts->value[i] = parts->value[i] * 10 + g_ascii_digit_value (*text);
      if (parts->digits[i] == 0 || parts->digits[i] == 3 || parts->digits[i] > 4)
        return FALSE;
      if (i == N_PARTS - 1)
        return *text == '\0';
      if (*text == '\0' || strchr ("/.- ", *text) == NULL || (sign != '\0' && *text != sign))
        return FALSE;
      sign = *text++;
    }
  return FALSE;
}

/* Years of two digits as POSIX reads them: 69 is 1969, 68 is 2068. */
static gboolean
read_in (const Parts *parts, FfRosterDates order, GDate *date)
{
  const int *place = places[order];
  int year = parts->value[place[2]];

  if (parts->digits[place[0]] > 2 || parts->digits[place[1]] > 2)
    return FALSE;
  if (parts->digits[place[2]] == 2)
    year += year < 69 ? 2000 : 1900;
  if (year < 1900 || year > 2200
      || !g_date_valid_dmy ((GDateDay) parts->value[place[0]], (GDateMonth) parts->value[place[1]],
                            (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) parts->value[place[0]], (GDateMonth) parts->value[place[1]],
                  (GDateYear) year);
  return TRUE;
}

/* With the year first and whole there is one order only. */
static gboolean
is_plain (const Parts *parts)
{
  return parts->digits[0] == 4;
}

void
ff_roster_date_survey_init (FfRosterDateSurvey *self)
{
  memset (self, 0, sizeof *self);
  self->open = ALL_ORDERS;
}

/**
 * ff_roster_date_survey_clear:
 * @self: a survey, empty afterwards
 */
void
ff_roster_date_survey_clear (FfRosterDateSurvey *self)
{
  g_clear_pointer (&self->sample, g_free);
}

static void
keep_sample (FfRosterDateSurvey *self, const char *text, guint line)
{
  if (self->sample != NULL)
    return;
  self->sample = g_strdup (text);
  self->line = line;
}

/**
 * ff_roster_date_survey_add:
 * @self: what is known of a column
 * @text: one of its dates; what is none says nothing
 * @line: where it stands
 */
void
ff_roster_date_survey_add (FfRosterDateSurvey *self, const char *text, guint line)
{
  GDate dates[FF_N_ROSTER_DATES];
  Parts parts;
  guint can = 0;

  if (!take_apart (text, &parts) || is_plain (&parts))
    return;
  for (int i = FF_ROSTER_DATES_DAY_FIRST; i < FF_N_ROSTER_DATES; i++)
    can |= read_in (&parts, (FfRosterDates) i, &dates[i]) ? 1u << i : 0;
  if (can == 0)
    return;
  for (int i = FF_ROSTER_DATES_DAY_FIRST; i < FF_N_ROSTER_DATES; i++)
    for (int j = i + 1; j < FF_N_ROSTER_DATES; j++)
      {
        const gboolean both = (can & 1u << i) != 0 && (can & 1u << j) != 0;

        if (both && self->differ[i][j] == 0 && g_date_compare (&dates[i], &dates[j]) != 0)
          {
            self->differ[i][j] = line;
            keep_sample (self, text, line);
          }
      }
  self->open &= can;
  if (self->open == 0)
    keep_sample (self, text, line);
}

/**
 * ff_roster_date_survey_settle:
 * @self: what is known of a whole column
 *
 * Returns: the one order that every date in it can be read by; %FF_ROSTER_DATES_ASK where there are several that make a difference, or none
 */
FfRosterDates
ff_roster_date_survey_settle (const FfRosterDateSurvey *self)
{
  FfRosterDates settled = FF_ROSTER_DATES_ASK;

  for (int i = FF_ROSTER_DATES_DAY_FIRST; i < FF_N_ROSTER_DATES; i++)
    {
      if ((self->open & 1u << i) == 0)
        continue;
      for (int j = i + 1; j < FF_N_ROSTER_DATES; j++)
        if ((self->open & 1u << j) != 0 && self->differ[i][j] != 0)
          return FF_ROSTER_DATES_ASK;
      if (settled == FF_ROSTER_DATES_ASK)
        settled = (FfRosterDates) i;
    }
  return settled;
}

/**
 * ff_roster_date_parse:
 * @text: a date
 * @order: of its parts, unless the year stands first with four digits
 *
 * Returns: (transfer full) (nullable): as in the database; %NULL where there is no such day, or nobody knows which
 */
char *
ff_roster_date_parse (const char *text, FfRosterDates order)
{
  Parts parts;
  GDate date;
  FfRosterDateSurvey survey;

  if (!take_apart (text, &parts))
    return NULL;
  if (!is_plain (&parts) && order == FF_ROSTER_DATES_ASK)
    {
      ff_roster_date_survey_init (&survey);
      ff_roster_date_survey_add (&survey, text, 1);
      order = ff_roster_date_survey_settle (&survey);
      ff_roster_date_survey_clear (&survey);
      if (order == FF_ROSTER_DATES_ASK)
        return NULL;
    }
  if (is_plain (&parts))
    order = FF_ROSTER_DATES_YEAR_FIRST;
  if (!read_in (&parts, order, &date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
                          g_date_get_day (&date));
}

/**
 * ff_roster_dates_get_id:
 * @order: of day, month and year
 *
 * Returns: (transfer none): its word on the command line, such as “dmy”
 */
const char *
ff_roster_dates_get_id (FfRosterDates order)
{
  g_return_val_if_fail (order < FF_N_ROSTER_DATES, NULL);

  return ids[order];
}

/**
 * ff_roster_dates_find_id:
 * @id: such a word
 *
 * Returns: the order; %FF_ROSTER_DATES_ASK where it is none
 */
FfRosterDates
ff_roster_dates_find_id (const char *id)
{
  for (int i = FF_ROSTER_DATES_DAY_FIRST; i < FF_N_ROSTER_DATES; i++)
    {
      if (g_str_equal (ids[i], id))
        return (FfRosterDates) i;
    }
  return FF_ROSTER_DATES_ASK;
}

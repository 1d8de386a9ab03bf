/* ff-schedule-dates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which dates of a meeting paper names: the next ones of an odd meeting, and what is different soon.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-schedule-contents.h"

#define N_NEXT_DATES 3
#define SOON_WEEKS 6   /* how far ahead what is off or moved is named */
#define PAUSE_WEEKS 26 /* and a season off */
#define YEAR_WEEKS 53

static GDateTime *
dup_midnight (const FfScheduleTelling *telling)
{
  GDateTime *now = telling->style->printed;

  return g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (now),
                          g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0,
                          0.0);
}

/* NULL where its start, rule or zone cannot be used. */
static GPtrArray *
list_dates (const FfScheduleTelling *telling, FfMeeting *meeting, int weeks)
{
  g_autoptr (GDateTime) from = dup_midnight (telling);
  g_autoptr (GDateTime) until = g_date_time_add_weeks (from, weeks);

  return ff_meeting_list_occurrences (
      meeting, ff_schedule_get_overrides (telling->schedule, ff_meeting_get_uid (meeting)),
      ff_schedule_find_holidays (telling->schedule, meeting), from, until, NULL);
}

static FfWallTime
get_day (FfOccurrence *occurrence)
{
  return ff_wall_time_from_date_time (ff_occurrence_get_start (occurrence));
}

static void
add_said (const FfScheduleTelling *telling,
          GPtrArray *lines,
          FfTextStyle style,
          const char *msgid,
          const char *value)
{
  g_autofree char *text = ff_schedule_words_say (telling->words, msgid, "date", value, NULL);

  ff_schedule_line_add (lines, style, text);
}

/* “Next: 8 December, 12 January” */
static void
add_next (const FfScheduleTelling *telling, GPtrArray *dates, GPtrArray *lines)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < dates->len && days->len < N_NEXT_DATES; i++)
    {
      FfOccurrence *date = g_ptr_array_index (dates, i);
      const FfWallTime day = get_day (date);

      if (!ff_occurrence_get_cancelled (date))
        g_ptr_array_add (days, ff_schedule_words_date (telling->words, &day));
    }
  text = ff_schedule_words_join (telling->words, days);
  if (days->len > 0)
    /* Translators: on paper, {date} is one date or several */
    add_said (telling, lines, FF_STYLE_BODY, N_ ("Next: {date}"), text);
  else
    add_said (telling, lines, FF_STYLE_STRONG, N_ ("No date in the next twelve months"), "");
}

/* When a meeting that is every week begins, and when it ends. */
static void
add_ends (const FfScheduleTelling *telling, const FfRule *rule, GPtrArray *dates, GPtrArray *lines)
{
  const FfWallTime today = ff_wall_time_from_date_time (telling->style->printed);
  const FfWallTime far = ff_wall_time_add_days (&today, (YEAR_WEEKS - 1) * 7);
  const FfWallTime near = ff_wall_time_add_days (&today, 7);
  FfWallTime first, last;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  if (dates->len == 0)
    {
      add_said (telling, lines, FF_STYLE_STRONG, N_ ("No date in the next twelve months"), "");
      return;
    }
  first = get_day (g_ptr_array_index (dates, 0));
  last = get_day (g_ptr_array_index (dates, dates->len - 1));
  first_text = ff_schedule_words_date (telling->words, &first);
  last_text = ff_schedule_words_date (telling->words, &last);
  if (ff_wall_time_compare (&first, &near) > 0)
    add_said (telling, lines, FF_STYLE_STRONG, N_ ("From {date} on"), first_text);
  if ((rule->has_until || rule->count > 0) && ff_wall_time_compare (&last, &far) < 0)
    add_said (telling, lines, FF_STYLE_STRONG, N_ ("Until {date}"), last_text);
}

static void
add_pauses (const FfScheduleTelling *telling, FfMeeting *meeting, GPtrArray *lines)
{
  FfPauses *pauses = ff_meeting_get_pauses (meeting);
  const FfWallTime now = ff_wall_time_from_date_time (telling->style->printed);
  const FfWallTime today = { now.year, now.month, now.day, 0, 0 };
  const FfWallTime far = ff_wall_time_add_days (&today, PAUSE_WEEKS * 7);

  for (guint i = 0; i < ff_pauses_count (pauses); i++)
    {
      const FfPause *pause = ff_pauses_get (pauses, i);
      const FfWallTime first = { pause->first.year, pause->first.month, pause->first.day, 0, 0 };
      const FfWallTime last = { pause->last.year, pause->last.month, pause->last.day, 0, 0 };
      g_autofree char *first_text = ff_schedule_words_date (telling->words, &first);
      g_autofree char *last_text = ff_schedule_words_date (telling->words, &last);
      g_autofree char *text = NULL;

      if (ff_wall_time_compare (&last, &today) < 0 || ff_wall_time_compare (&first, &far) > 0)
        continue;
      if (ff_wall_time_compare (&first, &today) <= 0)
        text = ff_schedule_words_say (telling->words, N_ ("No meetings until {last}"), "last",
                                      last_text, NULL);
      else
        text = ff_schedule_words_say (telling->words, N_ ("No meetings from {first} to {last}"),
                                      "first", first_text, "last", last_text, NULL);
      ff_schedule_line_add (lines, FF_STYLE_STRONG, text);
    }
}

static void
add_moved (const FfScheduleTelling *telling, FfOccurrence *date, GPtrArray *lines)
{
  const FfWallTime *before = ff_occurrence_get_rule_time (date);
  const FfWallTime after = get_day (date);
  g_autofree char *before_text = ff_schedule_words_date (telling->words, before);
  g_autofree char *after_text = ff_schedule_words_date (telling->words, &after);
  g_autofree char *hour = ff_schedule_words_hour (telling->words, &after);
  g_autofree char *text
      = ff_schedule_words_say (telling->words,
                               /* Translators: a date that was moved; keep the words in braces */
                               N_ ("{before} is moved to {after}, {hour}"), "before", before_text,
                               "after", after_text, "hour", hour, NULL);

  ff_schedule_line_add (lines, FF_STYLE_STRONG, text);
}

static void
add_place (const FfScheduleTelling *telling, FfOccurrence *date, GPtrArray *lines)
{
  FfOverride *override = ff_occurrence_get_override (date);
  const char *place = override != NULL ? ff_override_get_place (override) : NULL;
  const FfWallTime day = get_day (date);
  g_autofree char *day_text = ff_schedule_words_date (telling->words, &day);
  g_autofree char *text = NULL;

  if (place == NULL || *place == '\0')
    return;
  /* Translators: a date on which a meeting is somewhere else; keep the words in braces */
  text = ff_schedule_words_say (telling->words, N_ ("On {date}: {place}"), "date", day_text,
                                "place", place, NULL);
  ff_schedule_line_add (lines, FF_STYLE_STRONG, text);
}

/* “Not on 24 November, 25 December”, what is moved, and what is elsewhere. */
static void
add_changes (const FfScheduleTelling *telling, GPtrArray *dates, GPtrArray *lines)
{
  g_autoptr (GPtrArray) off = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < dates->len; i++)
    {
      FfOccurrence *date = g_ptr_array_index (dates, i);
      const FfStanding standing = ff_occurrence_get_standing (date);
      const FfWallTime *day = ff_occurrence_get_rule_time (date);

      if (standing == FF_STANDING_CANCELLED || standing == FF_STANDING_HOLIDAY)
        g_ptr_array_add (off, ff_schedule_words_date (telling->words, day));
      else if (standing != FF_STANDING_PAUSED)
        {
          if (ff_occurrence_get_moved (date))
            add_moved (telling, date, lines);
          add_place (telling, date, lines);
        }
    }
  text = ff_schedule_words_join (telling->words, off);
  if (off->len > 0)
    /* Translators: on paper, {date} is one date or several */
    add_said (telling, lines, FF_STYLE_STRONG, N_ ("Not on {date}"), text);
}

/* Most meetings are as every week: their dates need not be worked out. */
static gboolean
has_changes (const FfScheduleTelling *telling, FfMeeting *meeting)
{
  return ff_schedule_get_overrides (telling->schedule, ff_meeting_get_uid (meeting)) != NULL
         || ff_schedule_find_holidays (telling->schedule, meeting) != NULL;
}

/**
 * ff_schedule_dates_add:
 * @telling: what is told, and how
 * @meeting: a meeting
 * @rule: (nullable): how often it is; %NULL = once
 * @odd: whether its dates are none that people know by heart
 * @lines: (element-type FfScheduleLine): where to add what is worth saying
 *
 * The next dates of an odd meeting, when a new one begins or an old one ends, when it rests, and what is
 * off or elsewhere in the weeks to come. What its hosts noted on a date, or on a season off, stays with
 * them.
 */
void
ff_schedule_dates_add (const FfScheduleTelling *telling,
                       FfMeeting *meeting,
                       const FfRule *rule,
                       gboolean odd,
                       GPtrArray *lines)
{
  g_autoptr (GPtrArray) year = NULL;
  g_autoptr (GPtrArray) soon = NULL;
  const FfWallTime today = ff_wall_time_from_date_time (telling->style->printed);
  const gboolean bounded = rule == NULL || rule->has_until || rule->count > 0
                           || ff_wall_time_compare (ff_meeting_get_start (meeting), &today) > 0;

  if (odd || bounded)
    year = list_dates (telling, meeting, YEAR_WEEKS);
  if (year != NULL && odd)
    add_next (telling, year, lines);
  else if (year != NULL)
    add_ends (telling, rule, year, lines);
  add_pauses (telling, meeting, lines);
  if (has_changes (telling, meeting))
    soon = list_dates (telling, meeting, SOON_WEEKS);
  if (soon != NULL)
    add_changes (telling, soon, lines);
}

/* ff-recurrence.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates that a rule gives, in wall time; the only caller of libical's rule engine.
 */

#include "ff-recurrence.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "ff-model-error.h"
#include "ff-rule.h"

/* What is asked for. */
typedef struct
{
  const FfRule *rule;
  const FfWallTime *start;
  const FfWallTime *from;
  const FfWallTime *until;
  guint limit;
} Question;

static gint64
get_julian (const FfWallTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, time->day, (GDateMonth) time->month, (GDateYear) time->year);
  return g_date_get_julian (&date);
}

/* Adds @time where it was asked for; FALSE when nothing later can be. */
static gboolean
add_time (const Question *question, GArray *times, const FfWallTime *time)
{
  const FfRule *rule = question->rule;
  const FfWallTime *last
      = times->len > 0 ? &g_array_index (times, FfWallTime, times->len - 1) : NULL;

  if (ff_wall_time_compare (time, question->until) >= 0 || times->len >= question->limit
      || (rule != NULL && rule->has_until && ff_wall_time_compare (time, &rule->until) > 0))
    return FALSE;

  if (ff_wall_time_compare (time, question->from) >= 0
      && (last == NULL || ff_wall_time_compare (time, last) > 0))
    g_array_append_val (times, *time);

  return TRUE;
}

/* Daily or weekly on certain weekdays, which is nearly every meeting there is: counted with days, and
 * the number that COUNT limits is known for any of them, so that nothing before @from is visited. It
 * takes a hundredth of the time that libical needs to begin. */
typedef struct
{
  gint64 base;   /* Julian day on which the first period begins */
  gint64 period; /* days */
  gint64 offsets[7];
  int n_offsets;
  int n_missed; /* of the first period's, before the start */
} Grid;

static void
grid_init (Grid *grid, const FfRule *rule, const FfWallTime *start)
{
  const gint64 first = get_julian (start);
  const int weekday = ff_wall_time_get_weekday (start);

  *grid = (Grid) { .base = first, .period = rule->interval };
  if (rule->frequency == FF_FREQUENCY_WEEKLY)
    {
      grid->base -= (weekday - rule->week_start + 7) % 7;
      grid->period *= 7;
    }
  else
    {
      grid->n_offsets = 1;
      return;
    }

  for (int offset = 0; offset < 7; offset++)
    {
      const int day = (rule->week_start - 1 + offset) % 7 + 1;

      if (rule->lists[FF_LIST_DAY] != NULL ? !ff_rule_contains (rule, FF_LIST_DAY, day)
                                           : day != weekday)
        continue;

      grid->offsets[grid->n_offsets++] = offset;
      if (grid->base + offset < first)
        grid->n_missed++;
    }
}

static gboolean
has_grid (const FfRule *rule)
{
  return ff_rule_lists_only_days (rule)
         && (rule->frequency == FF_FREQUENCY_WEEKLY
             || (rule->frequency == FF_FREQUENCY_DAILY && rule->lists[FF_LIST_DAY] == NULL));
}

static void
expand_grid (const Question *question, GArray *times)
{
  const gint64 first = get_julian (question->start);
  const gint64 last = get_julian (question->until);
  const int count = question->rule->count;
  Grid grid;

  grid_init (&grid, question->rule, question->start);

  for (gint64 i = MAX (0, (get_julian (question->from) - grid.base) / grid.period);
       grid.base + i * grid.period <= last; i++)
    {
      for (int j = 0; j < grid.n_offsets; j++)
        {
          const gint64 day = grid.base + i * grid.period + grid.offsets[j];
          FfWallTime time;

          if (day < first)
            continue;
          if (day > last || (count > 0 && i * grid.n_offsets + j - grid.n_missed >= count))
            return;

          time = ff_wall_time_add_days (question->start, (int) (day - first));
          if (!add_time (question, times, &time))
            return;
        }
    }
}

static struct icaltimetype
to_ical (const FfWallTime *time)
{
  struct icaltimetype ical = icaltime_null_time ();

  ical.year = time->year;
  ical.month = time->month;
  ical.day = time->day;
  ical.hour = time->hour;
  ical.minute = time->minute;
  return ical;
}

static FfWallTime
from_ical (struct icaltimetype ical)
{
  return (FfWallTime) {
    .year = (gint16) ical.year,
    .month = (guint8) ical.month,
    .day = (guint8) ical.day,
    .hour = (guint8) ical.hour,
    .minute = (guint8) ical.minute,
  };
}

/* A start from which the rule gives the same dates in the range: by whole intervals nearer to it, and
 * two before it, as a week may begin in the one before. */
static FfWallTime
find_near_start (const Question *question)
{
  const FfRule *rule = question->rule;
  const gint64 period = rule->interval * (rule->frequency == FF_FREQUENCY_WEEKLY ? 7 : 1);
  const gint64 days = get_julian (question->from) - get_julian (question->start);

  if (rule->count > 0 || rule->frequency == FF_FREQUENCY_MONTHLY
      || rule->frequency == FF_FREQUENCY_YEARLY || days <= 2 * period)
    return *question->start;

  return ff_wall_time_add_days (question->start, (int) ((days / period - 2) * period));
}

/* For months and years libical can do that itself; it needs some slack, as a year's last week may end
 * in the next one. */
static gboolean
move_iterator (icalrecur_iterator *iterator, const Question *question)
{
  const FfRule *rule = question->rule;
  const gboolean is_long
      = rule->frequency == FF_FREQUENCY_MONTHLY || rule->frequency == FF_FREQUENCY_YEARLY;
  FfWallTime near;

  if (rule->count > 0 || !is_long)
    return TRUE;

  near = ff_wall_time_add_days (question->from, -400);
  if (ff_wall_time_compare (&near, question->start) <= 0)
    return TRUE;

  near.day = 1;
  near.hour = 0;
  near.minute = 0;
  return icalrecur_iterator_set_start (iterator, to_ical (&near)) != 0;
}

static void
expand_with_ical (const Question *question, GArray *times)
{
  /* libical takes hours in the order in which they are written */
  g_autofree char *text = ff_rule_to_string (question->rule);
  struct icalrecurrencetype recurrence = icalrecurrencetype_from_string (text);
  const FfWallTime start = find_near_start (question);
  icalrecur_iterator *iterator;
  struct icaltimetype next;

  /* Bounds the search; where UNTIL is earlier, add_time() ends it. */
  recurrence.until = to_ical (question->until);
  iterator = icalrecur_iterator_new (recurrence, to_ical (&start));
  if (iterator == NULL)
    return;

  if (move_iterator (iterator, question))
    {
      for (next = icalrecur_iterator_next (iterator); !icaltime_is_null_time (next);
           next = icalrecur_iterator_next (iterator))
        {
          const FfWallTime time = from_ical (next);

          if (!add_time (question, times, &time))
            break;
        }
    }
  icalrecur_iterator_free (iterator);
}

/* An UNTIL in UTC is that instant, whatever the clock on the wall shows then. */
static void
convert_until (FfRule *rule, GTimeZone *zone)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = ff_wall_time_to_instant (&rule->until, utc);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (instant, zone);

  rule->until = ff_wall_time_from_date_time (local);
}

/**
 * ff_recurrence_check:
 * @rule: an RRULE's value (RFC 5545, section 3.3.10)
 * @error: %FF_MODEL_ERROR_RULE, with a sentence that says what is wrong
 *
 * Returns: whether a meeting can repeat by @rule
 */
gboolean
ff_recurrence_check (const char *rule, GError **error)
{
  const FfWallTime some_day = { 2000, 1, 31, 12, 0 };
  g_autoptr (FfRule) parsed = NULL;

  g_return_val_if_fail (rule != NULL, FALSE);

  parsed = ff_rule_parse (rule, error);
  if (parsed == NULL)
    return FALSE;

  /* Which months and years it visits depends on its first date, which days not. */
  parsed->interval = 1;
  if (!ff_rule_gives_any (parsed, &some_day))
    {
      g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE,
                           _ ("This meeting would never take place: no date fits its rule. Choose "
                              "another repetition."));
      return FALSE;
    }

  return TRUE;
}

/**
 * ff_recurrence_expand_in_zone:
 * @rule: (nullable): an RRULE's value; %NULL = once
 * @start: the first date, which gives the time of day and what @rule leaves out
 * @zone: (nullable): the zone of the clock on the wall, in which an UNTIL in UTC is meant; %NULL
 *   takes it for a wall time
 * @from: the earliest date wanted
 * @until: the date before which it ends
 * @limit: how many at most
 * @error: %FF_MODEL_ERROR_RULE or %FF_MODEL_ERROR_TIME
 *
 * Begins near @from instead of at the first date, so that an old series costs no more than a new one;
 * only where the rule has a COUNT and months, years or a filter are all dates from the first one on
 * counted.
 *
 * A first date that the rule does not give is not among the dates, and COUNT counts from the first one
 * that it gives. RFC 5545 leaves this open; libical and python-dateutil do the same. An UNTIL
 * without time of day includes that whole day.
 *
 * Returns: (element-type FfWallTime) (transfer full): the dates, oldest first, each once; empty where
 *   there are none
 */
GArray *
ff_recurrence_expand_in_zone (const char *rule,
                              const FfWallTime *start,
                              GTimeZone *zone,
                              const FfWallTime *from,
                              const FfWallTime *until,
                              guint limit,
                              GError **error)
{
  g_autoptr (FfRule) parsed = NULL;
  Question question = { NULL, start, from, until, limit };
  GArray *times;

  g_return_val_if_fail (start != NULL && from != NULL && until != NULL, NULL);
  g_return_val_if_fail (ff_wall_time_is_valid (from) && ff_wall_time_is_valid (until), NULL);

  if (!ff_wall_time_is_valid (start))
    {
      g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME,
                           _ ("The meeting has no first date. Set when it starts."));
      return NULL;
    }
  if (rule != NULL)
    {
      parsed = ff_rule_parse (rule, error);
      if (parsed == NULL)
        return NULL;
      if (parsed->until_is_utc && zone != NULL)
        convert_until (parsed, zone);
    }

  question.rule = parsed;
  times = g_array_new (FALSE, FALSE, sizeof (FfWallTime));
  if (parsed == NULL)
    add_time (&question, times, start);
  else if (has_grid (parsed))
    expand_grid (&question, times);
  else if (ff_rule_gives_any (parsed, start))
    expand_with_ical (&question, times);

  return times;
}

/**
 * ff_recurrence_expand:
 * @rule: (nullable): an RRULE's value; %NULL = once
 * @start: the first date
 * @from: the earliest date wanted
 * @until: the date before which it ends
 * @limit: how many at most
 * @error: %FF_MODEL_ERROR_RULE or %FF_MODEL_ERROR_TIME
 *
 * As ff_recurrence_expand_in_zone(), for a rule without an UNTIL in UTC.
 *
 * Returns: (element-type FfWallTime) (transfer full): the dates, oldest first, each once
 */
GArray *
ff_recurrence_expand (const char *rule,
                      const FfWallTime *start,
                      const FfWallTime *from,
                      const FfWallTime *until,
                      guint limit,
                      GError **error)
{
  return ff_recurrence_expand_in_zone (rule, start, NULL, from, until, limit, error);
}

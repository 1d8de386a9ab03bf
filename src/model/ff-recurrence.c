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
  FfWallTime last; /* where the rule has an UNTIL: that, in wall time */
} Question;

/* Thousands of meetings repeat by a few dozen rules: each is taken apart once. */
#define MOST_KNOWN_RULES 500

static GHashTable *known_rules;
static GMutex known_rules_lock;

/* Adds @time where it was asked for; FALSE when nothing later can be. */
static gboolean
add_time (const Question *question, GArray *times, const FfWallTime *time)
{
  const FfRule *rule = question->rule;
  const FfWallTime *last
      = times->len > 0 ? &g_array_index (times, FfWallTime, times->len - 1) : NULL;

  if (ff_wall_time_compare (time, question->until) >= 0 || times->len >= question->limit
      || (rule != NULL && rule->has_until && ff_wall_time_compare (time, &question->last) > 0))
    return FALSE;

  if (ff_wall_time_compare (time, question->from) >= 0
      && (last == NULL || ff_wall_time_compare (time, last) > 0))
    g_array_append_val (times, *time);

  return TRUE;
}

/* Daily and weekly rules, which nearly every meeting has, are a grid of days: nothing before @from is
 * visited, and the number that COUNT limits is known all the same. libical takes fifty times as long, and
 * the wrong week for some values of WKST. */
typedef struct
{
  gint64 base;   /* Julian day on which the first period begins */
  gint64 period; /* days */
  gint64 offsets[7];
  guint n_offsets;
  GArray *hours; /* of int */
  GArray *minutes;
} Grid;

static GArray *
get_list (const FfRule *rule, FfList list, int value)
{
  GArray *single;

  if (rule->lists[list] != NULL)
    return g_array_ref (rule->lists[list]);

  single = g_array_sized_new (FALSE, FALSE, sizeof (int), 1);
  g_array_append_val (single, value);
  return single;
}

static void
grid_init (Grid *grid, const FfRule *rule, const FfWallTime *start)
{
  const int weekday = ff_wall_time_get_weekday (start);

  *grid = (Grid) { .base = ff_wall_time_get_julian (start),
                   .period = rule->interval,
                   .n_offsets = 1 };
  grid->hours = get_list (rule, FF_LIST_HOUR, start->hour);
  grid->minutes = get_list (rule, FF_LIST_MINUTE, start->minute);
  if (rule->frequency == FF_FREQUENCY_DAILY)
    return;

  grid->base -= (weekday - rule->week_start + 7) % 7;
  grid->period *= 7;
  grid->n_offsets = 0;
  for (int offset = 0; offset < 7; offset++)
    {
      const int day = (rule->week_start - 1 + offset) % 7 + 1;

      if (rule->lists[FF_LIST_DAY] != NULL ? ff_rule_contains (rule, FF_LIST_DAY, day)
                                           : day == weekday)
        grid->offsets[grid->n_offsets++] = offset;
    }
}

static void
grid_clear (Grid *grid)
{
  g_clear_pointer (&grid->hours, g_array_unref);
  g_clear_pointer (&grid->minutes, g_array_unref);
}

/* Whether some of the grid's days are left out. */
static gboolean
has_filter (const FfRule *rule)
{
  return rule->lists[FF_LIST_MONTH] != NULL || rule->lists[FF_LIST_MONTH_DAY] != NULL
         || (rule->frequency == FF_FREQUENCY_DAILY && rule->lists[FF_LIST_DAY] != NULL);
}

static gboolean
passes (const FfRule *rule, const FfWallTime *day)
{
  const int days = g_date_get_days_in_month ((GDateMonth) day->month, (GDateYear) day->year);

  return (rule->lists[FF_LIST_MONTH] == NULL || ff_rule_contains (rule, FF_LIST_MONTH, day->month))
         && (rule->lists[FF_LIST_MONTH_DAY] == NULL
             || ff_rule_contains (rule, FF_LIST_MONTH_DAY, day->day)
             || ff_rule_contains (rule, FF_LIST_MONTH_DAY, day->day - days - 1))
         && (rule->lists[FF_LIST_DAY] == NULL
             || ff_rule_contains (rule, FF_LIST_DAY, ff_wall_time_get_weekday (day)));
}

/* Adds the times of one day; @number counts those since the start. FALSE when nothing later can be. */
static gboolean
add_times_of_day (const Question *question,
                  const Grid *grid,
                  const FfWallTime *day,
                  gint64 *number,
                  GArray *times)
{
  FfWallTime time = *day;

  for (guint i = 0; i < grid->hours->len * grid->minutes->len; i++)
    {
      time.hour = (guint8) g_array_index (grid->hours, int, i / grid->minutes->len);
      time.minute = (guint8) g_array_index (grid->minutes, int, i % grid->minutes->len);
      if (ff_wall_time_compare (&time, question->start) < 0)
        continue;

      if (question->rule->count > 0 && *number >= question->rule->count)
        return FALSE;
      ++*number;
      if (!add_time (question, times, &time))
        return FALSE;
    }

  return TRUE;
}

/* How many times the first period would have before the start. */
static gint64
count_missed (const Grid *grid, const FfWallTime *start)
{
  const gint64 first = ff_wall_time_get_julian (start);
  gint64 missed = 0;

  for (guint i = 0; i < grid->n_offsets; i++)
    {
      const gint64 day = grid->base + grid->offsets[i];

      for (guint j = 0; j < grid->hours->len * grid->minutes->len; j++)
        {
          const int hour = g_array_index (grid->hours, int, j / grid->minutes->len);
          const int minute = g_array_index (grid->minutes, int, j % grid->minutes->len);

          if (day < first
              || (day == first && hour * 60 + minute < start->hour * 60 + start->minute))
            missed++;
        }
    }

  return missed;
}

static void
expand_grid (const Question *question, GArray *times)
{
  const FfRule *rule = question->rule;
  const gint64 first = ff_wall_time_get_julian (question->start);
  const gint64 last = ff_wall_time_get_julian (question->until);
  gint64 i = 0, number = 0;
  gboolean goes_on = TRUE;
  Grid grid;

  grid_init (&grid, rule, question->start);
  if (rule->count == 0 || !has_filter (rule))
    i = MAX (0, (ff_wall_time_get_julian (question->from) - grid.base) / grid.period);
  if (i > 0)
    number = i * grid.n_offsets * grid.hours->len * grid.minutes->len
             - count_missed (&grid, question->start);

  for (; goes_on && grid.base + i * grid.period <= last; i++)
    {
      for (guint j = 0; goes_on && j < grid.n_offsets; j++)
        {
          const gint64 day = grid.base + i * grid.period + grid.offsets[j];
          FfWallTime date;

          if (day < first || day > last)
            continue;

          date = ff_wall_time_add_days (question->start, (int) (day - first));
          if (passes (rule, &date))
            goes_on = add_times_of_day (question, &grid, &date, &number, times);
        }
    }
  grid_clear (&grid);
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

/* Begins with the month of @from, or a year before it, as a year's last week may end in the next one. */
static gboolean
move_iterator (icalrecur_iterator *iterator, const Question *question)
{
  FfWallTime near;

  if (question->rule->count > 0)
    return TRUE;

  near = ff_wall_time_add_days (question->from,
                                question->rule->frequency == FF_FREQUENCY_YEARLY ? -366 : -1);
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
  icalrecur_iterator *iterator;
  struct icaltimetype next;

  /* Bounds the search; where UNTIL is earlier, add_time() ends it. */
  recurrence.until = to_ical (question->until);
  iterator = icalrecur_iterator_new (recurrence, to_ical (question->start));
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

static FfRule *
find_rule (const char *text, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&known_rules_lock);
  FfRule *rule;

  if (known_rules == NULL)
    known_rules
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ff_rule_free);

  rule = g_hash_table_lookup (known_rules, text);
  if (rule != NULL)
    return ff_rule_ref (rule);

  rule = ff_rule_parse (text, error);
  if (rule == NULL)
    return NULL;

  if (g_hash_table_size (known_rules) >= MOST_KNOWN_RULES)
    g_hash_table_remove_all (known_rules);
  g_hash_table_insert (known_rules, g_strdup (text), rule);
  return ff_rule_ref (rule);
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
 * only where COUNT limits a rule by months or years, or one that leaves days out, is it counted from
 * the first date on.
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
  Question question = { NULL, start, from, until, limit, *until };
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
      parsed = find_rule (rule, error);
      if (parsed == NULL)
        return NULL;
      if (parsed->has_until)
        /* in UTC it is that instant, whatever the clock on the wall shows then */
        question.last = parsed->until_is_utc && zone != NULL
                            ? ff_wall_time_from_utc (&parsed->until, zone)
                            : parsed->until;
    }

  question.rule = parsed;
  times = g_array_new (FALSE, FALSE, sizeof (FfWallTime));
  if (parsed == NULL)
    add_time (&question, times, start);
  else if (parsed->frequency == FF_FREQUENCY_DAILY || parsed->frequency == FF_FREQUENCY_WEEKLY)
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

/* ff-weeks.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what was said at each check-in to points in weeks, with gaps where nothing was said.
 */

#include "ff-config.h"

#include "ff-weeks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More weeks than these are shown four to a point. */
#define MOST_SINGLE 104
#define TOGETHER 4

/* Who comes more rarely than this comes by no rule that a line could follow. */
#define LONGEST_STEP 4

static int
get_value (FfCheckIn *check_in, FfSeries series)
{
  return series == FF_SERIES_URGE ? ff_check_in_get_urge (check_in)
                                  : ff_check_in_get_balance (check_in);
}

/* Weeks begin on Monday, as the first day of the year 1 did. */
static guint
get_week (FfSession *session)
{
  return (guint) (ff_wall_time_get_julian (ff_session_get_start (session)) - 1) / 7;
}

/* The point of a place, which is the last one or a new one after it. */
static FfWeekPoint *
reach_point (FfWeeks *self, guint place)
{
  FfWeekPoint fresh = { place, { FF_WEEKS_UNSAID, FF_WEEKS_UNSAID } };

  if (self->points->len == 0
      || g_array_index (self->points, FfWeekPoint, self->points->len - 1).place != place)
    g_array_append_val (self->points, fresh);
  return &g_array_index (self->points, FfWeekPoint, self->points->len - 1);
}

/* Several values in one place become their mean; @counts is how many the last point has of each. */
static void
add_check_in (FfWeeks *self, guint place, FfCheckIn *check_in, guint *counts)
{
  guint n_before = self->points->len;
  FfWeekPoint *point = reach_point (self, place);

  if (self->points->len > n_before)
    for (guint series = 0; series < FF_N_SERIES; series++)
      counts[series] = 0;
  for (guint series = 0; series < FF_N_SERIES; series++)
    {
      int value = get_value (check_in, series);

      if (value < 0)
        continue;
      counts[series]++;
      point->values[series]
          = counts[series] == 1
                ? value
                : point->values[series] + (value - point->values[series]) / counts[series];
    }
}

/* How far apart their check-ins are most often. */
static guint
find_step (const FfWeeks *self)
{
  guint counts[LONGEST_STEP + 1] = { 0 }, step = 1;

  for (guint i = 1; i < self->points->len; i++)
    {
      guint distance = g_array_index (self->points, FfWeekPoint, i).place
                       - g_array_index (self->points, FfWeekPoint, i - 1).place;

      if (distance <= LONGEST_STEP)
        counts[distance]++;
    }
  for (guint i = 2; i <= LONGEST_STEP; i++)
    if (counts[i] > counts[step])
      step = i;
  return step;
}

/* (element-type FfPersonEntry): with a check-in, of the last @most weeks, earliest first */
static GPtrArray *
choose_entries (FfPersonRecord *record, guint most)
{
  GPtrArray *entries = ff_person_record_get_entries (record);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  guint last = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);

      if (entry->check_in == NULL)
        continue;
      if (chosen->len == 0)
        last = get_week (entry->session);
      if (most > 0 && get_week (entry->session) + most <= last)
        break;
      g_ptr_array_add (chosen, entry);
    }
  for (guint i = 0; i < chosen->len / 2; i++)
    {
      gpointer entry = chosen->pdata[i];

      chosen->pdata[i] = chosen->pdata[chosen->len - 1 - i];
      chosen->pdata[chosen->len - 1 - i] = entry;
    }
  return g_steal_pointer (&chosen);
}

/**
 * ff_weeks_new:
 * @record: all that is known of a person
 * @most: how many weeks up to their last check-in; 0 for all of them
 *
 * A place is a week, or four of them where there are more than two years.
 *
 * Returns: (transfer full): what they said, week by week
 */
FfWeeks *
ff_weeks_new (FfPersonRecord *record, guint most)
{
  FfWeeks *self = g_new0 (FfWeeks, 1);
  g_autoptr (GPtrArray) entries = NULL;
  guint counts[FF_N_SERIES] = { 0 }, first, last;

  g_return_val_if_fail (record != NULL, NULL);

  entries = choose_entries (record, most);
  self->points = g_array_new (FALSE, FALSE, sizeof (FfWeekPoint));
  self->each = 1;
  self->step = 1;
  if (entries->len == 0)
    return self;

  FfPersonEntry *earliest = g_ptr_array_index (entries, 0);
  FfPersonEntry *latest = g_ptr_array_index (entries, entries->len - 1);
  first = get_week (earliest->session);
  last = get_week (latest->session);
  self->first = ff_wall_time_add_days (
      ff_session_get_start (earliest->session),
      1 - ff_wall_time_get_weekday (ff_session_get_start (earliest->session)));
  self->each = last - first + 1 > MOST_SINGLE ? TOGETHER : 1;
  self->n = (last - first) / self->each + 1;
  for (guint i = 0; i < entries->len; i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);

      add_check_in (self, (get_week (entry->session) - first) / self->each, entry->check_in,
                    counts);
    }
  self->step = self->each > 1 ? 1 : find_step (self);
  return self;
}

/**
 * ff_weeks_free:
 * @self: weeks
 */
void
ff_weeks_free (FfWeeks *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_free (self);
}

static double
get_point (const FfWeeks *self, FfSeries series, guint i)
{
  return g_array_index (self->points, FfWeekPoint, i).values[series];
}

/* The first point at or after @i, counted in steps of @direction, where it was said; the number of points where there is none. */
static guint
find_said (const FfWeeks *self, FfSeries series, guint i, int direction)
{
  while (i < self->points->len && get_point (self, series, i) < 0)
    i += (guint) direction;
  return MIN (i, self->points->len);
}

/**
 * ff_weeks_says:
 * @self: weeks
 * @series: one of the two
 *
 * Returns: whether it was said at all
 */
gboolean
ff_weeks_says (const FfWeeks *self, FfSeries series)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find_said (self, series, 0, 1) < self->points->len;
}

/**
 * ff_weeks_is_joined:
 * @self: weeks
 * @series: one of the two
 * @i: a point
 *
 * Returns: whether it was said there and at the next check-in, which came as soon as it does as a rule
 */
gboolean
ff_weeks_is_joined (const FfWeeks *self, FfSeries series, guint i)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (i + 1 >= self->points->len || get_point (self, series, i) < 0
      || get_point (self, series, i + 1) < 0)
    return FALSE;
  return g_array_index (self->points, FfWeekPoint, i + 1).place
             - g_array_index (self->points, FfWeekPoint, i).place
         <= self->step;
}

static char *
describe_once (FfSeries series, int value)
{
  switch (series)
    {
    case FF_SERIES_URGE:
      return g_strdup_printf (_ ("Urge %d, said once."), value);

    case FF_SERIES_BALANCE:
      return g_strdup_printf (_ ("Balance %d, said once."), value);

    default:
      g_assert_not_reached ();
    }
}

static char *
describe_change (FfSeries series, int from, int to, guint n_weeks)
{
  switch (series)
    {
    case FF_SERIES_URGE:
      /* Translators: %1$d and %2$d are from 0 to 10, %3$u is a number of weeks */
      return g_strdup_printf (ngettext ("Urge from %1$d to %2$d over %3$u week.",
                                        "Urge from %1$d to %2$d over %3$u weeks.", n_weeks),
                              from, to, n_weeks);

    case FF_SERIES_BALANCE:
      /* Translators: %1$d and %2$d are from 0 to 10, %3$u is a number of weeks */
      return g_strdup_printf (ngettext ("Balance from %1$d to %2$d over %3$u week.",
                                        "Balance from %1$d to %2$d over %3$u weeks.", n_weeks),
                              from, to, n_weeks);

    default:
      g_assert_not_reached ();
    }
}

static char *
describe_series (const FfWeeks *self, FfSeries series)
{
  guint first = find_said (self, series, 0, 1);
  guint last = find_said (self, series, self->points->len - 1, -1);
  int from = (int) lround (get_point (self, series, first));
  int to = (int) lround (get_point (self, series, last));
  guint n_weeks = (g_array_index (self->points, FfWeekPoint, last).place
                   - g_array_index (self->points, FfWeekPoint, first).place)
                  * self->each;

  if (first == last)
    return describe_once (series, from);
  return describe_change (series, from, to, n_weeks);
}

/**
 * ff_weeks_describe:
 * @self: weeks
 *
 * Returns: (transfer full): the first and the last of what was said, in words; "" where nothing was
 */
char *
ff_weeks_describe (const FfWeeks *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint series = 0; series < FF_N_SERIES; series++)
    if (ff_weeks_says (self, series))
      g_ptr_array_add (sentences, describe_series (self, series));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* ff-calendar-series.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a meeting as a calendar says them: a first one, a rule, and exceptions.
 */

#include "ff-calendar-series.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"
#include "ff-recurrence.h"

/* More dates than a daily meeting has within the years that a wall time may have. */
#define MOST_DATES 120000
/* A longer pause is an end: thousands of exceptions make calendars slow. */
#define LONGEST_PAUSE_DAYS (3 * 366)

static const FfWallTime end_of_time
    = { .year = 2200, .month = 12, .day = 31, .hour = 23, .minute = 59 };

static FfWallTime
get_morning (const FfWallTime *day)
{
  return (FfWallTime) { day->year, day->month, day->day, 0, 0 };
}

/**
 * ff_calendar_series_expand:
 * @self: a series
 * @from: the earliest date wanted
 * @until: the date before which it ends
 * @limit: how many at most
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type FfWallTime): what the meeting's rule gives
 */
GArray *
ff_calendar_series_expand (const FfCalendarSeries *self,
                           const FfWallTime *from,
                           const FfWallTime *until,
                           guint limit,
                           GError **error)
{
  return ff_recurrence_expand_in_zone (ff_meeting_get_rule (self->meeting),
                                       ff_meeting_get_start (self->meeting), self->zone, from,
                                       until, limit, error);
}

static gboolean
is_within (const FfCalendarSeries *self, const FfWallTime *time)
{
  return ff_wall_time_compare (time, &self->first) >= 0
         && (!self->has_last || ff_wall_time_compare (time, &self->last) <= 0);
}

static int
compare_overrides (gconstpointer a, gconstpointer b)
{
  return ff_wall_time_compare (ff_override_get_rule_time (*(FfOverride *const *) a),
                               ff_override_get_rule_time (*(FfOverride *const *) b));
}

static GPtrArray *
sort_overrides (GPtrArray *overrides)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    g_ptr_array_add (sorted, g_object_ref (g_ptr_array_index (overrides, i)));
  g_ptr_array_sort (sorted, compare_overrides);
  return sorted;
}

static FfWallTime
to_wall_time (GDateTime *instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) there = g_date_time_to_timezone (instant, zone);

  return ff_wall_time_from_date_time (there);
}

/* The first day of a pause that is longer than can be named. */
static FfWallTime
find_long_pause (FfMeeting *meeting, FfWallTime until)
{
  FfPauses *pauses = ff_meeting_get_pauses (meeting);

  for (guint i = 0; i < ff_pauses_count (pauses); i++)
    {
      const FfPause *pause = ff_pauses_get (pauses, i);
      const FfWallTime longest = ff_wall_time_add_days (&pause->first, LONGEST_PAUSE_DAYS);
      const FfWallTime first = get_morning (&pause->first);

      if (ff_wall_time_compare (&pause->last, &longest) > 0
          && ff_wall_time_compare (&first, &until) < 0)
        return first;
    }
  return until;
}

static gboolean
set_last (FfCalendarSeries *self, const FfWallTime *until, GError **error)
{
  g_autoptr (GArray) dates
      = ff_calendar_series_expand (self, &self->first, until, MOST_DATES, error);

  if (dates == NULL)
    return FALSE;
  self->has_last = dates->len > 0;
  if (self->has_last)
    self->last = g_array_index (dates, FfWallTime, dates->len - 1);
  return TRUE;
}

/* TRUE with no date at all leaves has_last and first unset. */
static gboolean
set_bounds (FfCalendarSeries *self,
            GDateTime *from,
            GDateTime *until,
            gboolean *any,
            GError **error)
{
  FfWallTime begin = *ff_meeting_get_start (self->meeting);
  FfWallTime limit = until != NULL ? to_wall_time (until, self->zone) : end_of_time;
  const FfWallTime end = find_long_pause (self->meeting, limit);
  g_autoptr (GArray) first = NULL;

  if (from != NULL)
    begin = to_wall_time (from, self->zone);
  self->ends_in_pause = ff_wall_time_compare (&end, &limit) < 0;
  first = ff_calendar_series_expand (self, &begin, &end, 1, error);
  if (first == NULL)
    return FALSE;
  *any = first->len > 0;
  if (!*any)
    return TRUE;
  self->first = g_array_index (first, FfWallTime, 0);
  self->is_cut
      = from != NULL && ff_wall_time_compare (&begin, ff_meeting_get_start (self->meeting)) > 0;
  if (until == NULL && !self->ends_in_pause
      && !(self->is_cut && strstr (ff_meeting_get_rule (self->meeting) ?: "", "COUNT") != NULL))
    return TRUE;
  return set_last (self, &end, error);
}

/**
 * ff_calendar_series_new:
 * @schedule: the schedule
 * @meeting: a meeting of it, not one by appointment
 * @from: (nullable): only dates that the rule gives from this moment on
 * @until: (nullable): only dates that the rule gives before it
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the dates. %NULL without an error where none is wanted; with one of %FF_MODEL_ERROR
 *   where the meeting's zone, start or rule cannot be used, or never gives a date
 */
FfCalendarSeries *
ff_calendar_series_new (FfSchedule *schedule,
                        FfMeeting *meeting,
                        GDateTime *from,
                        GDateTime *until,
                        GError **error)
{
  g_autoptr (FfCalendarSeries) self = g_new0 (FfCalendarSeries, 1);
  gboolean any = FALSE;

  self->meeting = meeting;
  self->holidays = ff_schedule_find_holidays (schedule, meeting);
  self->overrides
      = sort_overrides (ff_schedule_get_overrides (schedule, ff_meeting_get_uid (meeting)));
  self->zone = ff_time_zone_find (ff_meeting_get_zone (meeting), error);
  if (self->zone == NULL || !set_bounds (self, from, until, &any, error))
    return NULL;
  if (any)
    return g_steal_pointer (&self);
  if (from == NULL && until == NULL)
    g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE,
                         _ ("Its rule gives no date on which it is held."));
  return NULL;
}

/**
 * ff_calendar_series_free:
 * @self: (transfer full) (nullable): a series
 */
void
ff_calendar_series_free (FfCalendarSeries *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->overrides, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self);
}

/**
 * ff_calendar_series_find_override:
 * @self: a series
 * @rule_time: one of its dates
 *
 * Returns: (transfer none) (nullable): what is otherwise on that date
 */
FfOverride *
ff_calendar_series_find_override (const FfCalendarSeries *self, const FfWallTime *rule_time)
{
  for (guint i = 0; i < self->overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (self->overrides, i);

      if (ff_wall_time_compare (ff_override_get_rule_time (override), rule_time) == 0)
        return override;
    }
  return NULL;
}

static FfOccurrence *
get_occurrence (const FfCalendarSeries *self, const FfWallTime *rule_time)
{
  return ff_occurrence_new (self->meeting, rule_time,
                            ff_calendar_series_find_override (self, rule_time), self->holidays,
                            NULL);
}

/**
 * ff_calendar_series_is_cancelled:
 * @self: a series
 * @rule_time: one of its dates
 *
 * Returns: whether it is not held then
 */
gboolean
ff_calendar_series_is_cancelled (const FfCalendarSeries *self, const FfWallTime *rule_time)
{
  g_autoptr (FfOccurrence) occurrence = get_occurrence (self, rule_time);

  return occurrence != NULL && ff_occurrence_get_cancelled (occurrence);
}

/* Such as UNTIL=20261208T133000Z: beside a start with a zone it has to be in UTC (RFC 5545, 3.3.10). */
static void
append_until (GString *rule, const FfWallTime *until, GTimeZone *zone)
{
  g_autoptr (GDateTime) instant = ff_wall_time_to_instant (until, zone);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (instant);
  g_autofree char *text = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  g_string_append_printf (rule, "UNTIL=%s", text);
}

/* “20261209” means the whole day, “20261209T190000” the time on the wall. */
static gboolean
parse_until (const char *value, FfWallTime *until)
{
  g_autofree char *text = NULL;

  if (strlen (value) == 8)
    text = g_strdup_printf ("%.4s-%.2s-%.2sT23:59", value, value + 4, value + 6);
  else if (strlen (value) == 15)
    text = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s", value, value + 4, value + 6, value + 9,
                            value + 11);
  return text != NULL && ff_wall_time_parse (text, until, NULL);
}

static void
append_part (const FfCalendarSeries *self, GString *rule, const char *part)
{
  const gboolean is_until = g_ascii_strncasecmp (part, "UNTIL=", 6) == 0;
  const gboolean is_count = g_ascii_strncasecmp (part, "COUNT=", 6) == 0;
  FfWallTime until;

  if (*part == '\0' || (self->has_last && (is_until || is_count)))
    return;
  if (rule->str[rule->len - 1] != ':')
    g_string_append_c (rule, ';');
  if (is_until && parse_until (part + 6, &until))
    append_until (rule, &until, self->zone);
  else
    g_string_append (rule, part);
}

/**
 * ff_calendar_series_write_rule:
 * @self: a series of a meeting that has a rule
 *
 * Where the first dates are left out a COUNT would go wrong, so the rule ends by the instant of the last date then.
 *
 * Returns: (transfer full): the RRULE
 */
char *
ff_calendar_series_write_rule (const FfCalendarSeries *self)
{
  g_auto (GStrv) parts = g_strsplit (ff_meeting_get_rule (self->meeting), ";", -1);
  GString *rule = g_string_new ("RRULE:");

  for (gsize i = 0; parts[i] != NULL; i++)
    append_part (self, rule, parts[i]);
  if (self->has_last)
    {
      g_string_append_c (rule, ';');
      append_until (rule, &self->last, self->zone);
    }
  return g_string_free_and_steal (rule);
}

static void
exception_free (FfCalendarException *exception)
{
  g_free (exception->note);
  g_free (exception);
}

static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  const FfCalendarException *first = *(FfCalendarException *const *) a;
  const FfCalendarException *second = *(FfCalendarException *const *) b;

  return ff_wall_time_compare (&first->rule_time, &second->rule_time);
}

/* What was said of the date, or the name of the holiday; that of a pause is said once for all its dates. */
static const char *
get_note (FfOccurrence *occurrence, FfOverride *override)
{
  if (override != NULL && *ff_override_get_note (override) != '\0')
    return ff_override_get_note (override);
  if (ff_occurrence_get_standing (occurrence) == FF_STANDING_HOLIDAY)
    return ff_occurrence_get_reason (occurrence);
  return "";
}

static void
add_exceptions (const FfCalendarSeries *self,
                const FfWallTime *from,
                const FfWallTime *until,
                GPtrArray *exceptions)
{
  g_autoptr (GArray) dates = ff_calendar_series_expand (self, from, until, MOST_DATES, NULL);

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const FfWallTime *rule_time = &g_array_index (dates, FfWallTime, i);
      g_autoptr (FfOccurrence) occurrence = get_occurrence (self, rule_time);
      FfCalendarException *exception;

      if (occurrence == NULL || !is_within (self, rule_time)
          || !ff_occurrence_get_cancelled (occurrence))
        continue;
      exception = g_new0 (FfCalendarException, 1);
      exception->rule_time = *rule_time;
      exception->note
          = g_strdup (get_note (occurrence, ff_calendar_series_find_override (self, rule_time)));
      g_ptr_array_add (exceptions, exception);
    }
}

static void
add_exceptions_of_day (const FfCalendarSeries *self, const FfWallTime *day, GPtrArray *exceptions)
{
  const FfWallTime from = get_morning (day);
  const FfWallTime until = ff_wall_time_add_days (&from, 1);

  add_exceptions (self, &from, &until, exceptions);
}

/* A date can be cancelled, in a pause and a holiday at once. */
static void
drop_doubles (GPtrArray *exceptions)
{
  g_ptr_array_sort (exceptions, compare_exceptions);
  for (guint i = exceptions->len; i-- > 1;)
    if (compare_exceptions (&exceptions->pdata[i], &exceptions->pdata[i - 1]) == 0)
      g_ptr_array_remove_index (exceptions, i);
}

/**
 * ff_calendar_series_list_exceptions:
 * @self: a series
 *
 * Looks only at the days of which something was said, so that a rule without an end needs no horizon: pauses and calendars of holidays have one.
 *
 * Returns: (transfer full) (element-type FfCalendarException): every date that the rule gives and on which it is not held, in order
 */
GPtrArray *
ff_calendar_series_list_exceptions (const FfCalendarSeries *self)
{
  GPtrArray *exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify) exception_free);
  FfPauses *pauses = ff_meeting_get_pauses (self->meeting);
  const guint n_holidays = self->holidays != NULL ? ff_holidays_count (self->holidays) : 0;

  for (guint i = 0; i < self->overrides->len; i++)
    add_exceptions_of_day (self, ff_override_get_rule_time (g_ptr_array_index (self->overrides, i)),
                           exceptions);
  for (guint i = 0; i < n_holidays; i++)
    if (ff_holidays_get (self->holidays, i)->policy == FF_HOLIDAY_CANCEL)
      add_exceptions_of_day (self, &ff_holidays_get (self->holidays, i)->day, exceptions);
  for (guint i = 0; i < ff_pauses_count (pauses); i++)
    {
      const FfPause *pause = ff_pauses_get (pauses, i);
      const FfWallTime from = get_morning (&pause->first);
      const FfWallTime last = get_morning (&pause->last);
      const FfWallTime until = ff_wall_time_add_days (&last, 1);

      if (!self->has_last || ff_wall_time_compare (&from, &self->last) <= 0)
        add_exceptions (self, &from, &until, exceptions);
    }
  drop_doubles (exceptions);
  return exceptions;
}

/**
 * ff_calendar_series_count_undecided:
 * @self: a series
 *
 * Returns: on how many dates a holiday asks whether the meeting is held, and nobody said so far
 */
guint
ff_calendar_series_count_undecided (const FfCalendarSeries *self)
{
  const guint n_holidays = self->holidays != NULL ? ff_holidays_count (self->holidays) : 0;
  guint n = 0;

  for (guint i = 0; i < n_holidays; i++)
    {
      const FfHoliday *holiday = ff_holidays_get (self->holidays, i);
      const FfWallTime from = get_morning (&holiday->day);
      const FfWallTime until = ff_wall_time_add_days (&from, 1);
      g_autoptr (GArray) dates = NULL;

      if (holiday->policy != FF_HOLIDAY_ASK)
        continue;
      dates = ff_calendar_series_expand (self, &from, &until, MOST_DATES, NULL);
      for (guint j = 0; dates != NULL && j < dates->len; j++)
        {
          const FfWallTime *rule_time = &g_array_index (dates, FfWallTime, j);
          g_autoptr (FfOccurrence) occurrence = get_occurrence (self, rule_time);

          n += occurrence != NULL && is_within (self, rule_time)
               && ff_occurrence_get_standing (occurrence) == FF_STANDING_UNDECIDED;
        }
    }
  return n;
}

/* ff-vtimezone.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time zone as iCalendar describes it, made from the same source as every hour in the app.
 */

#include "ff-vtimezone.h"

#include "ff-wall-time.h"

/* As far ahead as is worked out date by date: a change that comes on the same kind of day each year until then goes on by a rule, and
 * zones that change otherwise (by the moon, say) are right until then. */
#define LAST_YEAR 2099
/* The calendar repeats after 28 years: by then each rule has met all the dates that it gives. */
#define RULE_YEARS 28
#define DAY (24 * 60 * 60)
#define WEEK (7 * DAY)

/* A moment at which the clocks change. */
typedef struct
{
  gint64 instant; /* seconds UTC */
  int from;       /* seconds east of UTC, before */
  int to;         /* and after */
  gboolean is_dst;
  char *name;
  GDateTime *onset; /* the wall clock just before it changes, as if it were UTC */
  gboolean in_rule; /* a rule written down already gives it */
} Change;

static void
change_free (Change *change)
{
  g_free (change->name);
  g_date_time_unref (change->onset);
  g_free (change);
}

static int
get_offset (GTimeZone *zone, gint64 instant)
{
  return g_time_zone_get_offset (zone,
                                 g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant));
}

static Change *
change_new (GTimeZone *zone, gint64 instant, int from)
{
  Change *change = g_new0 (Change, 1);
  const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

  change->instant = instant;
  change->from = from;
  change->to = g_time_zone_get_offset (zone, interval);
  change->is_dst = g_time_zone_is_dst (zone, interval);
  change->name = g_strdup (g_time_zone_get_abbreviation (zone, interval));
  change->onset = g_date_time_new_from_unix_utc (instant + from);
  return change;
}

static gint64
get_new_year (int year)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (year, 1, 1, 0, 0, 0);

  return g_date_time_to_unix (midnight);
}

/* Before the year begins anywhere. */
static gint64
get_beginning (int first_year)
{
  return get_new_year (first_year) - DAY;
}

/* No zone changes its clocks twice within a week. */
static GPtrArray *
list_changes (GTimeZone *zone, int first_year)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  const gint64 end = get_new_year (LAST_YEAR + 1);
  gint64 before = get_beginning (first_year);

  for (; before < end; before += WEEK)
    {
      gint64 early = before;
      gint64 late = before + WEEK;
      const int from = get_offset (zone, early);

      if (get_offset (zone, late) == from)
        continue;
      while (late - early > 1)
        {
          const gint64 middle = early + (late - early) / 2;

          if (get_offset (zone, middle) == from)
            early = middle;
          else
            late = middle;
        }
      g_ptr_array_add (changes, change_new (zone, late, from));
    }
  return changes;
}

static struct icaltimetype
to_ical_time (GDateTime *wall)
{
  struct icaltimetype time = icaltime_null_time ();

  time.year = g_date_time_get_year (wall);
  time.month = g_date_time_get_month (wall);
  time.day = g_date_time_get_day_of_month (wall);
  time.hour = g_date_time_get_hour (wall);
  time.minute = g_date_time_get_minute (wall);
  time.second = g_date_time_get_second (wall);
  return time;
}

static icalcomponent *
add_observance (icalcomponent *timezone, const Change *change)
{
  icalcomponent *observance
      = icalcomponent_new (change->is_dst ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);

  icalcomponent_add_property (observance, icalproperty_new_dtstart (to_ical_time (change->onset)));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetfrom (change->from));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetto (change->to));
  icalcomponent_add_property (observance, icalproperty_new_tzname (change->name));
  icalcomponent_add_component (timezone, observance);
  return observance;
}

static gboolean
is_same_step (const Change *a, const Change *b)
{
  return a->from == b->from && a->to == b->to && a->is_dst == b->is_dst
         && g_str_equal (a->name, b->name);
}

static gboolean
is_same_kind_of_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_month (a) == g_date_time_get_month (b)
         && g_date_time_get_day_of_week (a) == g_date_time_get_day_of_week (b)
         && g_date_time_get_hour (a) == g_date_time_get_hour (b)
         && g_date_time_get_minute (a) == g_date_time_get_minute (b)
         && g_date_time_get_second (a) == g_date_time_get_second (b);
}

/* The yearly changes of the same kind that end with @last, back to the first year without a gap, latest first. */
static GPtrArray *
collect_run (GPtrArray *changes, guint last)
{
  GPtrArray *run = g_ptr_array_new ();
  Change *final = g_ptr_array_index (changes, last);
  int expected = g_date_time_get_year (final->onset);
  int low = g_date_time_get_day_of_month (final->onset);
  int high = low;

  for (guint i = last + 1; i-- > 0;)
    {
      Change *change = g_ptr_array_index (changes, i);
      const int year = g_date_time_get_year (change->onset);
      const int day = g_date_time_get_day_of_month (change->onset);

      if (year < expected)
        break;
      if (year > expected || !is_same_step (change, final)
          || !is_same_kind_of_day (change->onset, final->onset))
        continue;
      low = MIN (low, day);
      high = MAX (high, day);
      if (high - low > 6)
        break;
      g_ptr_array_add (run, change);
      expected--;
    }
  return run;
}

/* "2SU" and "-1SU" where seven days make the second or last week of a month, or else the days by number. */
static char *
describe_rule (GPtrArray *run)
{
  static const char *const weekdays[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  Change *any = g_ptr_array_index (run, 0);
  const int month = g_date_time_get_month (any->onset);
  const char *weekday = weekdays[g_date_time_get_day_of_week (any->onset)];
  g_autoptr (GString) days = g_string_new (NULL);
  int low = 31;

  for (guint i = 0; i < run->len; i++)
    low = MIN (low, g_date_time_get_day_of_month (((Change *) g_ptr_array_index (run, i))->onset));
  if (low % 7 == 1 && low < 28)
    return g_strdup_printf ("RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", month, low / 7 + 1, weekday);
  if (month != 2 && low == g_date_get_days_in_month ((GDateMonth) month, LAST_YEAR) - 6)
    return g_strdup_printf ("RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=-1%s", month, weekday);
  for (int day = low; day < low + 7; day++)
    g_string_append_printf (days, "%s%d", day > low ? "," : "", day);
  return g_strdup_printf ("RRULE:FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%s;BYDAY=%s", month, days->str,
                          weekday);
}

static void
add_rules (icalcomponent *timezone, GPtrArray *changes)
{
  for (guint i = changes->len; i-- > 0;)
    {
      Change *last = g_ptr_array_index (changes, i);
      g_autoptr (GPtrArray) run = NULL;
      g_autofree char *rule = NULL;
      icalcomponent *observance;

      if (g_date_time_get_year (last->onset) < LAST_YEAR)
        return;
      run = collect_run (changes, i);
      if (run->len < RULE_YEARS)
        continue;
      rule = describe_rule (run);
      observance = add_observance (timezone, g_ptr_array_index (run, run->len - 1));
      icalcomponent_add_property (observance, icalproperty_new_from_string (rule));
      for (guint j = 0; j < run->len; j++)
        ((Change *) g_ptr_array_index (run, j))->in_rule = TRUE;
    }
}

/* Changes that no rule gives, those that do the same together. */
static void
add_dates (icalcomponent *timezone, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      Change *first = g_ptr_array_index (changes, i);
      icalcomponent *observance;

      if (first->in_rule)
        continue;
      observance = add_observance (timezone, first);
      for (guint j = i + 1; j < changes->len; j++)
        {
          Change *other = g_ptr_array_index (changes, j);
          struct icaldatetimeperiodtype date = { .period = icalperiodtype_null_period () };

          if (other->in_rule || !is_same_step (first, other))
            continue;
          date.time = to_ical_time (other->onset);
          icalcomponent_add_property (observance, icalproperty_new_rdate (date));
          other->in_rule = TRUE;
        }
    }
}

/**
 * ff_vtimezone_build:
 * @zone: a time zone
 * @identifier: its IANA name, under which readers know it
 * @first_year: the year of the first date to be understood by it
 *
 * Describes @zone as a VTIMEZONE (RFC 5545, 3.6.5). It is made from what #GTimeZone says, which all hours in the app come from, so
 * that an exported date cannot mean another hour than the same date in the app; libical's own description goes astray after 2037
 * where daylight saving begins at a half-hour offset, and where it begins at the end of a day.
 *
 * Returns: (transfer full): the component
 */
icalcomponent *
ff_vtimezone_build (GTimeZone *zone, const char *identifier, int first_year)
{
  icalcomponent *timezone = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);
  g_autoptr (GPtrArray) changes = list_changes (zone, first_year);
  const gint64 beginning = get_beginning (first_year);
  Change *initial = change_new (zone, beginning, get_offset (zone, beginning));

  icalcomponent_add_property (timezone, icalproperty_new_tzid (identifier));
  add_observance (timezone, initial);
  change_free (initial);
  add_rules (timezone, changes);
  add_dates (timezone, changes);
  return timezone;
}

/**
 * ff_vtimezone_write:
 * @file: where it goes
 * @identifier: an IANA name
 * @first_year: the year of the first date to be understood by it
 *
 * Adds the zone's description, as [func@vtimezone_build] makes it, to a calendar.
 */
void
ff_vtimezone_write (GString *file, const char *identifier, int first_year)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (identifier, NULL);
  icalcomponent *description = ff_vtimezone_build (zone, identifier, first_year);
  char *text = icalcomponent_as_ical_string_r (description);

  g_string_append (file, text);
  icalmemory_free_buffer (text);
  icalcomponent_free (description);
}

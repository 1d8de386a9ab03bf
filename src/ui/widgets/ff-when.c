/* ff-when.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and times of meetings in words.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-meeting-type.h"
#include "ff-time-of-day.h"
#include "ff-when.h"

#define DAYS_A_WEEK 7

static gint64
get_day_number (GDateTime *local)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

static gint64
count_days (GDateTime *from, GDateTime *to)
{
  return get_day_number (to) - get_day_number (from);
}

/**
 * ff_when_shown:
 * @occurrence: a date of a meeting
 * @zone: (nullable): the zone of the clock that it is shown by; %NULL for the meeting's own
 *
 * Returns: (transfer full): its start, as that clock has it
 */
GDateTime *
ff_when_shown (FfOccurrence *occurrence, GTimeZone *zone)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);

  return zone != NULL ? g_date_time_to_timezone (start, zone) : g_date_time_ref (start);
}

/**
 * ff_when_day:
 * @time: an instant, in the zone in which it is shown
 * @now: what time it is
 *
 * Returns: (transfer full): a heading for the day, like "Today, Tuesday 24 November"
 */
char *
ff_when_day (GDateTime *time, GDateTime *now)
{
  g_autoptr (GDateTime) today = g_date_time_to_local (now);
  g_autofree char *date = ff_format_date (time, today);
  gint64 days = count_days (today, time);

  if (days == 0)
    /* Translators: %s is a date like Tuesday 24 November */
    return g_strdup_printf (_ ("Today, %s"), date);
  if (days == 1)
    /* Translators: %s is a date like Tuesday 24 November */
    return g_strdup_printf (_ ("Tomorrow, %s"), date);
  return ff_format_capitalized (date);
}

static char *
format_week (GDateTime *monday, GDateTime *now)
{
  g_autoptr (GDateTime) sunday = g_date_time_add_days (monday, DAYS_A_WEEK - 1);
  gboolean this_year = g_date_time_get_year (sunday) == g_date_time_get_year (now);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (g_date_time_get_month (monday) == g_date_time_get_month (sunday))
    /* Translators: the first day of a week within one month, as in “7 – 13 December” */
    first = g_date_time_format (monday, C_ ("week within a month", "%-d"));
  else
    /* Translators: the first day of a week that ends in another month, as in “30 November – 6 December” */
    first = g_date_time_format (monday, C_ ("week", "%-d %B"));
  /* Translators: the last day of a week */
  last = g_date_time_format (sunday, this_year ? C_ ("week", "%-d %B") : C_ ("week", "%-d %B %Y"));
  /* Translators: a week, from its first day to its last, as in “7 – 13 December” */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

/**
 * ff_when_week:
 * @time: an instant, in the zone in which it is shown
 * @now: what time it is
 *
 * Returns: (transfer full): a heading for the week from Monday, like "This week" or "7 – 13 December"
 */
char *
ff_when_week (GDateTime *time, GDateTime *now)
{
  g_autoptr (GDateTime) today = g_date_time_to_local (now);
  g_autoptr (GDateTime) monday
      = g_date_time_add_days (time, 1 - g_date_time_get_day_of_week (time));
  gint64 days = count_days (today, monday) + g_date_time_get_day_of_week (today) - 1;

  if (days == 0)
    return g_strdup (_ ("This week"));
  if (days == DAYS_A_WEEK)
    return g_strdup (_ ("Next week"));
  if (days == -DAYS_A_WEEK)
    return g_strdup (_ ("Last week"));
  return format_week (monday, today);
}

/**
 * ff_when_describe:
 * @occurrence: a date of a meeting
 * @now: what time it is
 *
 * Returns: (transfer full): when it is, for a large heading: "Tonight at 19:00", "Now, since 19:00"
 */
char *
ff_when_describe (FfOccurrence *occurrence, GDateTime *now)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  g_autoptr (GDateTime) local = g_date_time_to_local (start);
  g_autoptr (GDateTime) today = g_date_time_to_local (now);

  if (!ff_occurrence_get_cancelled (occurrence) && g_date_time_compare (start, now) <= 0
      && g_date_time_compare (now, ff_occurrence_get_end (occurrence)) < 0)
    {
      g_autofree char *time = ff_format_time (local);
      /* Translators: a meeting is under way; %s is when it began, like 19:00 */
      return g_strdup_printf (_ ("Now, since %s"), time);
    }
  return ff_format_when (local, today);
}

static char *
format_distance (gint64 minutes, gint64 days)
{
  guint hours = (guint) ((minutes + 30) / 60);

  if (minutes < 1)
    return g_strdup (_ ("about to begin"));
  if (minutes < 100)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u minute", "in %u minutes",
                                         (gulong) minutes),
                            (guint) minutes);
  if (hours < 24 && days <= 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u hour", "in %u hours", hours),
                            hours);
  if (days < 14)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u day", "in %u days", (gulong) days),
                            (guint) days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %u week", "in %u weeks",
                                       (gulong) (days / DAYS_A_WEEK)),
                          (guint) (days / DAYS_A_WEEK));
}

/**
 * ff_when_distance:
 * @occurrence: a date of a meeting that has not ended
 * @now: what time it is
 *
 * Returns: (transfer full): how far away it is, like "in 50 minutes"; while it goes on, "until 20:30"
 */
char *
ff_when_distance (FfOccurrence *occurrence, GDateTime *now)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  g_autoptr (GDateTime) local = g_date_time_to_local (start);
  g_autoptr (GDateTime) today = g_date_time_to_local (now);
  gint64 microseconds = g_date_time_difference (start, now);

  if (microseconds <= 0)
    {
      g_autoptr (GDateTime) local_end = g_date_time_to_local (ff_occurrence_get_end (occurrence));
      g_autofree char *end = ff_format_time (local_end);
      /* Translators: %s is the time at which a meeting ends, like 20:30 */
      return g_strdup_printf (_ ("until %s"), end);
    }
  return format_distance ((microseconds + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE,
                          count_days (today, local));
}

/**
 * ff_when_zone:
 * @occurrence: a date of a meeting
 *
 * Returns: (nullable) (transfer full): its time in its own zone, like "22:00 Toronto time"; %NULL where
 *   clocks there show the same as here
 */
char *
ff_when_zone (FfOccurrence *occurrence)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  g_autoptr (GDateTime) local = g_date_time_to_local (start);
  g_autofree char *zone = ff_time_of_day_format_zone (start, local);
  g_autofree char *time = NULL;

  if (zone == NULL)
    return NULL;
  time = ff_format_time (start);
  if (count_days (local, start) != 0)
    {
      g_autofree char *weekday = g_date_time_format (start, "%A");
      g_autofree char *hour = g_steal_pointer (&time);

      /* Translators: the weekday and hour of a meeting in another time zone, as in “Tuesday 22:00” */
      time = g_strdup_printf (C_ ("weekday and time", "%1$s %2$s"), weekday, hour);
    }
  /* Translators: the time of a meeting where it is held, as in “22:00 Toronto time” */
  return g_strdup_printf (C_ ("time zone", "%s %s"), time, zone);
}

/**
 * ff_when_zone_shown:
 * @occurrence: a date of a meeting
 * @zone: (nullable): the zone of the clock that it is shown by; %NULL for the meeting's own
 *
 * Returns: (nullable) (transfer full): what to say of the meeting's own zone beside the time that is shown: "22:00 Toronto time"
 *   by another clock, "Toronto time" by its own; %NULL where clocks there show the same as here
 */
char *
ff_when_zone_shown (FfOccurrence *occurrence, GTimeZone *zone)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  g_autoptr (GDateTime) local = NULL;

  if (zone != NULL)
    return ff_when_zone (occurrence);
  local = g_date_time_to_local (start);
  return ff_time_of_day_format_zone (start, local);
}

/**
 * ff_when_mark:
 * @occurrence: a date of a meeting
 *
 * Returns: (nullable) (transfer none): in a few words what is not as usual on that date: "Cancelled", "Paused", the name of a
 *   holiday, "Is it on?", "Moved"
 */
const char *
ff_when_mark (FfOccurrence *occurrence)
{
  const char *holiday = ff_occurrence_get_holiday (occurrence);

  switch (ff_occurrence_get_standing (occurrence))
    {
    case FF_STANDING_CANCELLED:
      return _ ("Cancelled");
    case FF_STANDING_PAUSED:
      return _ ("Paused");
    case FF_STANDING_HOLIDAY:
      /* Translators: a day on which a group does not meet */
      return holiday != NULL && *holiday != '\0' ? holiday : _ ("Holiday");
    case FF_STANDING_UNDECIDED:
      /* Translators: nobody has said yet whether a meeting takes place on a holiday */
      return _ ("Is it on?");
    case FF_STANDING_ON:
      if (ff_occurrence_get_moved (occurrence))
        /* Translators: this date of a meeting is at another time than usual */
        return _ ("Moved");
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ff_when_why:
 * @occurrence: a date of a meeting
 *
 * Returns: (nullable) (transfer full): in a sentence why that date is not as usual, beyond ff_when_mark(); %NULL where there is
 *   nothing to add
 */
char *
ff_when_why (FfOccurrence *occurrence)
{
  const char *holiday = ff_occurrence_get_holiday (occurrence);
  const char *reason = ff_occurrence_get_reason (occurrence);
  const gboolean is_named = holiday != NULL && *holiday != '\0';

  switch (ff_occurrence_get_standing (occurrence))
    {
    case FF_STANDING_HOLIDAY:
      return g_strdup (_ ("The group does not meet on this holiday."));
    case FF_STANDING_UNDECIDED:
      return is_named
                 ? g_strdup_printf (
                       /* Translators: %s is a holiday like Christmas Day */
                       _ ("It is %s, and nobody has said yet whether the meeting takes place."),
                       holiday)
                 : g_strdup (_ ("It is a holiday, and nobody has said yet whether the meeting "
                                "takes place."));
    case FF_STANDING_PAUSED:
      return reason != NULL && *reason != '\0' ? g_strdup (reason) : NULL;
    case FF_STANDING_ON:
      return is_named ? g_strdup (holiday) : NULL;
    case FF_STANDING_CANCELLED:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ff_when_where:
 * @occurrence: a date of a meeting
 *
 * Returns: (transfer full): its place, or that it is online or by telephone, or both; "" where neither is known
 */
char *
ff_when_where (FfOccurrence *occurrence)
{
  FfVenue *venue = ff_meeting_get_venue (ff_occurrence_get_meeting (occurrence));
  const char *place = ff_occurrence_get_place (occurrence);
  const char *link = ff_occurrence_get_link (occurrence);
  gboolean has_place = place != NULL && place[0] != '\0';
  gboolean has_link = link != NULL && link[0] != '\0';

  if (has_place && (has_link || ff_venue_get_mode (venue) == FF_MODE_HYBRID))
    /* Translators: a meeting is at a place and also on a link; %s is the place */
    return g_strdup_printf (_ ("%s · also online"), place);
  if (has_place)
    return g_strdup (place);
  if (has_link)
    return g_strdup (_ ("Online"));
  if (ff_venue_get_mode (venue) != FF_MODE_IN_PERSON)
    return g_strdup (ff_mode_get_title (ff_venue_get_mode (venue)));
  return g_strdup (ff_venue_get_text (venue, FF_VENUE_ADDRESS));
}

/**
 * ff_when_types:
 * @schedule: what the meeting is from
 * @meeting: a meeting
 *
 * Returns: (transfer full): open or closed and the meeting's types in words, like "Open · Beginners · French", without
 *   wheelchair access, which has a sign of its own; "" where there is nothing to say
 */
char *
ff_when_types (FfSchedule *schedule, FfMeeting *meeting)
{
  g_auto (GStrv) codes = ff_schedule_list_types (schedule, meeting);
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const FfMeetingType *type = ff_meeting_type_find (codes[i]);
      const gboolean first = g_str_equal (codes[i], "O") || g_str_equal (codes[i], "C");

      if (g_str_equal (codes[i], FF_WHEN_WHEELCHAIR))
        continue;
      g_ptr_array_insert (words, first ? 0 : -1,
                          type != NULL ? (gpointer) ff_meeting_type_get_title (type) : codes[i]);
    }
  return g_strjoinv (" · ", (GStrv) words->pdata);
}

/**
 * ff_when_title:
 * @occurrence: a date of a meeting
 * @group: (nullable): its group
 *
 * Returns: (transfer none): the meeting's own title, or the group's name
 */
const char *
ff_when_title (FfOccurrence *occurrence, FfGroup *group)
{
  const char *title = ff_meeting_get_title (ff_occurrence_get_meeting (occurrence));

  if (title != NULL && title[0] != '\0')
    return title;
  return group != NULL ? ff_group_get_name (group) : _ ("Meeting");
}

static void
add_part (GStrvBuilder *parts, char *text)
{
  g_autofree char *owned = text;

  if (owned != NULL && *owned != '\0')
    g_strv_builder_add (parts, owned);
}

/**
 * ff_when_label:
 * @occurrence: a date of a meeting
 * @schedule: what it is from
 * @zone: (nullable): the zone of the clock that it is shown by; %NULL for the meeting's own
 *
 * Returns: (transfer full): what a screen reader says for it: "Tuesday 24 November, 19:00, Harbour
 *   group, 90 minutes, Community Hall, cancelled"
 */
char *
ff_when_label (FfOccurrence *occurrence, FfSchedule *schedule, GTimeZone *zone)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  FfGroup *group = ff_schedule_find_group (schedule, ff_meeting_get_group (meeting));
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GDateTime) shown = ff_when_shown (occurrence, zone);

  add_part (parts, g_date_time_format (shown, C_ ("spoken", "%A %-d %B")));
  add_part (parts, ff_format_time (shown));
  add_part (parts, ff_when_zone_shown (occurrence, zone));
  add_part (parts, g_strdup (ff_when_title (occurrence, group)));
  add_part (parts, g_strdup (ff_when_mark (occurrence)));
  add_part (parts, ff_format_minutes (ff_meeting_get_minutes (meeting)));
  add_part (parts, ff_when_where (occurrence));
  add_part (parts, ff_when_types (schedule, meeting));
  if (ff_meeting_has_type (meeting, FF_WHEN_WHEELCHAIR))
    add_part (parts, g_strdup (_ ("wheelchair access")));
  add_part (parts, ff_when_why (occurrence));
  add_part (parts, g_strdup (ff_occurrence_get_note (occurrence)));

  g_auto (GStrv) texts = g_strv_builder_end (parts);
  /* Translators: stands between the parts of a spoken description */
  return g_strjoinv (_ (", "), texts);
}

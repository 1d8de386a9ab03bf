/* ff-icalendar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as iCalendar (RFC 5545).
 */

#include "ff-icalendar.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "ff-recurrence.h"
#include "ff-vtimezone.h"

/* More dates than a daily meeting has within the years that a wall time may have. */
#define MAX_DATES 120000

/* A calendar being written. */
typedef struct
{
  icalcomponent *root;
  GHashTable *groups;    /* uid → FfGroup */
  GHashTable *overrides; /* meeting uid → GPtrArray of its FfOverride */
  GHashTable *zones;     /* identifier → the first year in use */
  GDateTime *from;       /* only dates from here on; nullable */
  GDateTime *until;      /* only dates before; nullable */
  GPtrArray *events;     /* of icalcomponent, to come after the zones */
} Calendar;

static gboolean
is_utc (const char *zone)
{
  return g_str_equal (zone, "UTC") || g_str_equal (zone, "Etc/UTC");
}

static struct icaltimetype
instant_to_ical (gint64 seconds)
{
  return icaltime_from_timet_with_zone ((time_t) seconds, FALSE, icaltimezone_get_utc_timezone ());
}

/* Adds a property whose value is a wall time in @zone; UTC is said with a Z. */
static void
add_time (icalcomponent *event, icalproperty_kind kind, const FfWallTime *wall, const char *zone)
{
  struct icaltimetype time = icaltime_null_time ();
  icalproperty *property = icalproperty_new (kind);

  time.year = wall->year;
  time.month = wall->month;
  time.day = wall->day;
  time.hour = wall->hour;
  time.minute = wall->minute;
  if (is_utc (zone))
    time.zone = icaltimezone_get_utc_timezone ();
  icalproperty_set_value (property, icalvalue_new_datetime (time));
  if (!is_utc (zone))
    icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  icalcomponent_add_property (event, property);
}

/* Lines ended by a line feed, and no other control character than a tab (RFC 5545, 3.1). */
static char *
to_plain_text (const char *text)
{
  g_autoptr (GString) lines = g_string_new (text);
  GString *plain = g_string_sized_new (lines->len);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  for (const char *c = lines->str; *c != '\0'; c++)
    if (!g_ascii_iscntrl (*c) || *c == '\n' || *c == '\t')
      g_string_append_c (plain, *c);
  return g_string_free_and_steal (plain);
}

static void
add_text (icalcomponent *event, icalproperty_kind kind, const char *text)
{
  g_autofree char *plain = to_plain_text (text);
  icalproperty *property;

  if (*plain == '\0')
    return;
  property = icalproperty_new (kind);
  icalproperty_set_value (property, icalvalue_new_text (plain));
  icalcomponent_add_property (event, property);
}

/* GLib overlooks line breaks in a URI; in a calendar they would begin a property. */
static gboolean
is_uri (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == ' ' || g_ascii_iscntrl (*c))
      return FALSE;
  return g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

/* Many calendars show a description and not a URL, so the link is in both. */
static void
add_link_and_note (icalcomponent *event, const char *link, const char *note)
{
  g_autofree char *both
      = g_strdup_printf ("%s%s%s", note, *note != '\0' && *link != '\0' ? "\n" : "", link);

  if (is_uri (link))
    icalcomponent_add_property (event, icalproperty_new_url (link));
  add_text (event, ICAL_DESCRIPTION_PROPERTY, both);
}

static const char *
get_summary (Calendar *calendar, FfMeeting *meeting)
{
  const char *title = ff_meeting_get_title (meeting);
  FfGroup *group;

  if (title != NULL && *title != '\0')
    return title;
  group = g_hash_table_lookup (calendar->groups, ff_meeting_get_group (meeting));
  return group != NULL ? ff_group_get_name (group) : _ ("Meeting");
}

static icalcomponent *
add_event (Calendar *calendar, FfMeeting *meeting)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  const guint minutes = ff_meeting_get_minutes (meeting);
  const struct icaltimetype modified
      = instant_to_ical (ff_meeting_get_modified (meeting) / G_USEC_PER_SEC);
  struct icaldurationtype duration = icaldurationtype_null_duration ();

  /* Hours, never days: a day is not 24 hours long where the clocks change. */
  duration.hours = minutes / 60;
  duration.minutes = minutes % 60;
  icalcomponent_add_property (event, icalproperty_new_uid (ff_meeting_get_uid (meeting)));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (modified));
  icalcomponent_add_property (event, icalproperty_new_lastmodified (modified));
  icalcomponent_add_property (event,
                              icalproperty_new_sequence ((int) ff_meeting_get_sequence (meeting)));
  icalcomponent_add_property (event, icalproperty_new_duration (duration));
  add_text (event, ICAL_SUMMARY_PROPERTY, get_summary (calendar, meeting));
  g_ptr_array_add (calendar->events, event);
  return event;
}

/* Start, place, link and note of the series, or where @override says otherwise, of one date. */
static void
add_particulars (icalcomponent *event,
                 FfMeeting *meeting,
                 const FfWallTime *start,
                 FfOverride *override)
{
  const char *place = ff_meeting_get_place (meeting);
  const char *link = ff_meeting_get_link (meeting);
  const char *note = NULL;
  gboolean cancelled = FALSE;

  if (override != NULL)
    {
      start = ff_override_get_start (override) != NULL ? ff_override_get_start (override) : start;
      place = ff_override_get_place (override) != NULL ? ff_override_get_place (override) : place;
      link = ff_override_get_link (override) != NULL ? ff_override_get_link (override) : link;
      note = ff_override_get_note (override);
      cancelled = ff_override_get_cancelled (override);
    }
  add_time (event, ICAL_DTSTART_PROPERTY, start, ff_meeting_get_zone (meeting));
  add_text (event, ICAL_LOCATION_PROPERTY, place != NULL ? place : "");
  add_link_and_note (event, link != NULL ? link : "", note != NULL ? note : "");
  icalcomponent_add_property (event, icalproperty_new_status (cancelled ? ICAL_STATUS_CANCELLED
                                                                        : ICAL_STATUS_CONFIRMED));
}

static const FfWallTime end_of_time
    = { .year = 2200, .month = 12, .day = 31, .hour = 23, .minute = 59 };

static GArray *
expand (FfMeeting *meeting,
        const FfWallTime *from,
        const FfWallTime *until,
        guint limit,
        GError **error)
{
  return ff_recurrence_expand (ff_meeting_get_rule (meeting), ff_meeting_get_start (meeting), from,
                               until, limit, error);
}

static gboolean
has_end (const char *rule)
{
  g_autofree char *upper = rule != NULL ? g_ascii_strup (rule, -1) : g_strdup ("");

  return strstr (upper, "UNTIL=") != NULL || strstr (upper, "COUNT=") != NULL;
}

/* The dates to write, or where they go on for ever, only the first of them. */
static GArray *
list_dates (Calendar *calendar, FfMeeting *meeting, GTimeZone *zone, GError **error)
{
  FfWallTime from = *ff_meeting_get_start (meeting);
  FfWallTime until = end_of_time;
  const gboolean endless = calendar->until == NULL && !has_end (ff_meeting_get_rule (meeting));

  if (calendar->from != NULL)
    {
      g_autoptr (GDateTime) there = g_date_time_to_timezone (calendar->from, zone);

      from = ff_wall_time_from_date_time (there);
    }
  if (calendar->until != NULL)
    {
      g_autoptr (GDateTime) there = g_date_time_to_timezone (calendar->until, zone);

      until = ff_wall_time_from_date_time (there);
    }
  return expand (meeting, &from, &until, endless ? 1 : MAX_DATES, error);
}

/* The rule, ended if it has an end by the instant of the last date: a COUNT would go wrong where the first dates are left out, and an
 * UNTIL in wall time may not stand beside a TZID, nor one without a time beside a start that has one (RFC 5545, 3.3.10). */
static void
add_rule (icalcomponent *series, FfMeeting *meeting, const FfWallTime *last, GTimeZone *zone)
{
  g_auto (GStrv) parts = g_strsplit (ff_meeting_get_rule (meeting), ";", -1);
  g_autoptr (GString) rule = g_string_new ("RRULE:");

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0' && !has_end (*part))
      g_string_append_printf (rule, "%s%s", rule->str[rule->len - 1] != ':' ? ";" : "", *part);
  if (last != NULL)
    {
      g_autoptr (GDateTime) instant = ff_wall_time_to_instant (last, zone);
      g_autoptr (GDateTime) utc = g_date_time_to_utc (instant);
      g_autofree char *until = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

      g_string_append_printf (rule, ";UNTIL=%s", until);
    }
  icalcomponent_add_property (series, icalproperty_new_from_string (rule->str));
}

static gboolean
is_given_by_rule (FfMeeting *meeting, const FfWallTime *rule_time)
{
  g_autoptr (GArray) next = expand (meeting, rule_time, &end_of_time, 1, NULL);

  return next != NULL && next->len > 0
         && ff_wall_time_compare (&g_array_index (next, FfWallTime, 0), rule_time) == 0;
}

/* A cancelled date is taken out of the series, which every calendar understands; one that differs becomes an event of its own. */
static void
add_override (Calendar *calendar, icalcomponent *series, FfMeeting *meeting, FfOverride *override)
{
  const FfWallTime *rule_time = ff_override_get_rule_time (override);
  const char *zone = ff_meeting_get_zone (meeting);
  icalcomponent *event;

  if (!is_given_by_rule (meeting, rule_time))
    return;
  if (ff_override_get_cancelled (override))
    {
      add_time (series, ICAL_EXDATE_PROPERTY, rule_time, zone);
      return;
    }
  event = add_event (calendar, meeting);
  add_time (event, ICAL_RECURRENCEID_PROPERTY, rule_time, zone);
  add_particulars (event, meeting, rule_time, override);
}

static void
use_zone (Calendar *calendar, const char *identifier, int year)
{
  const int first = GPOINTER_TO_INT (g_hash_table_lookup (calendar->zones, identifier));

  if (first == 0 || year < first)
    g_hash_table_insert (calendar->zones, g_strdup (identifier), GINT_TO_POINTER (year));
}

static void
add_single (Calendar *calendar, FfMeeting *meeting, GPtrArray *overrides)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  FfOverride *override = NULL;

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      FfOverride *candidate = g_ptr_array_index (overrides, i);

      if (ff_wall_time_compare (ff_override_get_rule_time (candidate), start) == 0)
        override = candidate;
    }
  add_particulars (add_event (calendar, meeting), meeting, start, override);
}

/* The series starts with a date that the rule gives: readers take DTSTART for one in any case. @last is NULL where it has no end. */
static void
add_series (Calendar *calendar,
            FfMeeting *meeting,
            GPtrArray *overrides,
            GTimeZone *zone,
            const FfWallTime *first,
            const FfWallTime *last)
{
  icalcomponent *series = add_event (calendar, meeting);

  add_particulars (series, meeting, first, NULL);
  add_rule (series, meeting, last, zone);
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);
      const FfWallTime *rule_time = ff_override_get_rule_time (override);

      if (ff_wall_time_compare (rule_time, first) >= 0
          && (last == NULL || ff_wall_time_compare (rule_time, last) <= 0))
        add_override (calendar, series, meeting, override);
    }
}

static gboolean
add_meeting (Calendar *calendar, FfMeeting *meeting, GError **error)
{
  GPtrArray *overrides = g_hash_table_lookup (calendar->overrides, ff_meeting_get_uid (meeting));
  g_autoptr (GTimeZone) zone = ff_time_zone_find (ff_meeting_get_zone (meeting), error);
  g_autoptr (GArray) dates = zone != NULL ? list_dates (calendar, meeting, zone, error) : NULL;
  const FfWallTime *first, *last;

  if (dates == NULL || dates->len == 0)
    return dates != NULL;
  first = &g_array_index (dates, FfWallTime, 0);
  last = &g_array_index (dates, FfWallTime, dates->len - 1);
  /* One year early, for a date moved ahead of the first. */
  use_zone (calendar, ff_meeting_get_zone (meeting), first->year - 1);
  if (ff_meeting_get_rule (meeting) == NULL)
    add_single (calendar, meeting, overrides);
  else
    add_series (calendar, meeting, overrides, zone, first,
                calendar->until != NULL || has_end (ff_meeting_get_rule (meeting)) ? last : NULL);
  return TRUE;
}

static gboolean
add_meetings (Calendar *calendar, GPtrArray *meetings, GError **error)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (meetings, i);

      if (!add_meeting (calendar, meeting, error))
        {
          g_prefix_error (error, _ ("The meeting “%s” cannot be exported: "),
                          get_summary (calendar, meeting));
          return FALSE;
        }
    }
  return TRUE;
}

/* The zones stand before the events that use them. */
static void
assemble (Calendar *calendar)
{
  g_autoptr (GList) identifiers
      = g_list_sort (g_hash_table_get_keys (calendar->zones), (GCompareFunc) g_strcmp0);

  for (GList *item = identifiers; item != NULL; item = item->next)
    {
      const char *identifier = item->data;
      const int year = GPOINTER_TO_INT (g_hash_table_lookup (calendar->zones, identifier));
      g_autoptr (GTimeZone) zone = ff_time_zone_find (identifier, NULL);

      if (!is_utc (identifier))
        icalcomponent_add_component (calendar->root, ff_vtimezone_build (zone, identifier, year));
    }
  for (guint i = 0; i < calendar->events->len; i++)
    icalcomponent_add_component (calendar->root, g_ptr_array_index (calendar->events, i));
  g_ptr_array_set_free_func (calendar->events, NULL);
}

static void
index_input (Calendar *calendar, GPtrArray *groups, GPtrArray *overrides)
{
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);

      g_hash_table_insert (calendar->groups, (char *) ff_group_get_uid (group), group);
    }
  for (guint i = 0; i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);
      const char *meeting = ff_override_get_meeting (override);
      GPtrArray *list = g_hash_table_lookup (calendar->overrides, meeting);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (calendar->overrides, (char *) meeting, list);
        }
      g_ptr_array_add (list, override);
    }
}

/**
 * ff_icalendar_write:
 * @groups: (element-type FfGroup): the groups, for the names of meetings without a title
 * @meetings: (element-type FfMeeting): what to write
 * @overrides: (element-type FfOverride): what is different on dates of @meetings
 * @from: (nullable): only dates that the rules give from this moment on
 * @until: (nullable): only dates that the rules give before it
 * @error: return location for a #GError
 *
 * Writes one VEVENT for each series, with its rule; an EXDATE for each date that is cancelled and a VEVENT with RECURRENCE-ID for each
 * that is moved or has a place, link or note of its own; and a VTIMEZONE for each zone used (RFC 5545). A meeting that is held once
 * and cancelled keeps its VEVENT, with the status CANCELLED.
 *
 * Returns: (transfer full) (nullable): the text, lines ended by CRLF; %NULL with an error of
 *   FF_MODEL_ERROR that names the meeting where its zone or rule cannot be used
 */
char *
ff_icalendar_write (GPtrArray *groups,
                    GPtrArray *meetings,
                    GPtrArray *overrides,
                    GDateTime *from,
                    GDateTime *until,
                    GError **error)
{
  Calendar calendar = {
    .root = icalcomponent_new_vcalendar (),
    .groups = g_hash_table_new (g_str_hash, g_str_equal),
    .overrides
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref),
    .zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .events = g_ptr_array_new_with_free_func ((GDestroyNotify) icalcomponent_free),
    .from = from,
    .until = until,
  };
  char *text = NULL;

  icalcomponent_add_property (calendar.root, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar.root,
                              icalproperty_new_prodid ("-//Fourfold//Fourfold " FF_VERSION "//EN"));
  index_input (&calendar, groups, overrides);
  if (add_meetings (&calendar, meetings, error))
    {
      char *written;

      assemble (&calendar);
      written = icalcomponent_as_ical_string_r (calendar.root);
      text = g_strdup (written);
      icalmemory_free_buffer (written);
    }
  g_ptr_array_unref (calendar.events);
  g_hash_table_unref (calendar.zones);
  g_hash_table_unref (calendar.overrides);
  g_hash_table_unref (calendar.groups);
  icalcomponent_free (calendar.root);
  return text;
}

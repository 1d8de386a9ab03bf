/* ff-listing-rhythm.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a meeting is held, as far as a list of weekly meetings can say it.
 */

#include "ff-config.h"

#include "ff-listing-rhythm.h"

#include <glib/gi18n-lib.h>

#include "ff-listing-times.h"
#include "ff-recurrence.h"
#include "ff-rule.h"

#define ALL_DAYS 0xFEu
#define DAYS_AHEAD 366
#define DAYS_OF_WEEK 7

typedef struct
{
  FfSchedule *schedule;
  FfMeeting *meeting;
  const FfWallTime *today;
  GPtrArray *remarks;
} Finding;

static gboolean
leave_out (const Finding *finding, const char *reason)
{
  ff_export_add_remark (finding->remarks,
                        ff_schedule_get_title (finding->schedule, finding->meeting), TRUE, "%s",
                        reason);
  return FALSE;
}

static char *
write_date (const FfWallTime *day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (day->year, day->month, day->day, 0, 0, 0);

  /* Translators: a date, as g_date_time_format() takes it */
  return g_date_time_format (date, C_ ("in a listing", "%-d %B %Y"));
}

/* A list says “every Tuesday” of what has a date within a year; not of what is over or pauses for longer. */
static gboolean
has_dates_ahead (const Finding *finding)
{
  const FfWallTime until = ff_wall_time_add_days (finding->today, DAYS_AHEAD);
  g_autoptr (GArray) dates = ff_recurrence_expand (ff_meeting_get_rule (finding->meeting),
                                                   ff_meeting_get_start (finding->meeting),
                                                   finding->today, &until, DAYS_AHEAD, NULL);

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const FfWallTime *date = &g_array_index (dates, FfWallTime, i);

      if (ff_pauses_find (ff_meeting_get_pauses (finding->meeting), date) == NULL)
        return TRUE;
    }
  return FALSE;
}

/* On which days of the week; 0 where that changes from date to date. */
static guint
find_days (FfMeeting *meeting, const FfRule *rule)
{
  const gboolean has_days = rule->lists[FF_LIST_DAY] != NULL;
  guint days;

  if (rule->frequency == FF_FREQUENCY_DAILY && !has_days)
    return rule->interval == 1 ? ALL_DAYS : 0;
  if (rule->frequency != FF_FREQUENCY_WEEKLY && !has_days)
    return 0;
  ff_listing_get_weekly (meeting, &days);
  return days;
}

static void
remark_on_pauses (const Finding *finding)
{
  FfPauses *pauses = ff_meeting_get_pauses (finding->meeting);

  for (guint i = 0; i < ff_pauses_count (pauses); i++)
    {
      const FfPause *pause = ff_pauses_get (pauses, i);
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      if (ff_wall_time_compare (&pause->last, finding->today) < 0)
        continue;
      first = write_date (&pause->first);
      last = write_date (&pause->last);
      ff_export_add_remark (finding->remarks,
                            ff_schedule_get_title (finding->schedule, finding->meeting), FALSE,
                            _ ("It pauses from %s to %s, which the list cannot say."), first, last);
    }
}

static void
remark_on_dates (const Finding *finding)
{
  GPtrArray *overrides
      = ff_schedule_get_overrides (finding->schedule, ff_meeting_get_uid (finding->meeting));
  guint n_dates = 0;

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      const FfWallTime *date = ff_override_get_rule_time (g_ptr_array_index (overrides, i));

      n_dates += ff_wall_time_compare (date, finding->today) >= 0 ? 1 : 0;
    }
  if (n_dates > 0)
    ff_export_add_remark (
        finding->remarks, ff_schedule_get_title (finding->schedule, finding->meeting), FALSE,
        ngettext ("%u date is cancelled or different, which the list cannot say.",
                  "%u dates are cancelled or different, which the list cannot say.", n_dates),
        n_dates);
}

/* (nullable) */
static char *
write_note (const Finding *finding, gboolean weekly)
{
  const FfWallTime *start = ff_meeting_get_start (finding->meeting);
  const FfWallTime soon = ff_wall_time_add_days (finding->today, DAYS_OF_WEEK);
  const gboolean later = ff_wall_time_compare (start, &soon) > 0;
  g_autofree char *often = NULL;
  g_autofree char *date = NULL;

  if (weekly && !later)
    return NULL;
  often = ff_recurrence_describe (ff_meeting_get_rule (finding->meeting), start);
  if (!later)
    return g_steal_pointer (&often);
  date = write_date (start);
  /* Translators: how often a meeting is held, and the first date */
  return g_strdup_printf (_ ("%s, from %s"), often, date);
}

static gboolean
find_repeated (FfListingRhythm *self, const Finding *finding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRule) rule = ff_rule_parse (ff_meeting_get_rule (finding->meeting), &error);
  guint days;
  const gboolean weekly = ff_listing_get_weekly (finding->meeting, &days);

  if (rule == NULL)
    return leave_out (finding, error->message);
  self->days = find_days (finding->meeting, rule);
  if (self->days == 0)
    return leave_out (finding, _ ("It is on another day of the week each time, which a list of "
                                  "weekly meetings cannot say."));
  if ((!weekly || ff_meeting_get_pauses (finding->meeting) != NULL) && !has_dates_ahead (finding))
    return leave_out (finding, _ ("It has no dates in the year to come."));
  self->note = write_note (finding, weekly);
  if (self->note != NULL)
    ff_export_add_remark (finding->remarks,
                          ff_schedule_get_title (finding->schedule, finding->meeting), FALSE,
                          _ ("The list has weekly meetings only; a note says how often it is: %s."),
                          self->note);
  remark_on_pauses (finding);
  remark_on_dates (finding);
  return TRUE;
}

/**
 * ff_listing_rhythm_find:
 * @self: (out): with a note to be freed
 * @today: dates before it are over
 * @remarks: (element-type FfExportRemark): gets what such a list cannot say
 *
 * Returns: %FALSE where @meeting has no place in a list of weekly meetings
 */
gboolean
ff_listing_rhythm_find (FfListingRhythm *self,
                        FfSchedule *schedule,
                        FfMeeting *meeting,
                        const FfWallTime *today,
                        GPtrArray *remarks)
{
  const Finding finding = { schedule, meeting, today, remarks };

  self->days = 0;
  self->note = NULL;
  if (ff_meeting_get_by_appointment (meeting))
    return TRUE;
  if (ff_meeting_get_rule (meeting) == NULL)
    return leave_out (&finding, _ ("It is held once, which a list of weekly meetings cannot say."));
  return find_repeated (self, &finding);
}

/* ff-series-edit.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change of a meeting's dates as an edit of the schedule, for the dates that it is meant for.
 */

#include "ff-config.h"

#include "ff-recurrence.h"
#include "ff-rule.h"
#include "ff-series-edit.h"
#include "ff-series.h"

#define MINUTES_AN_HOUR 60
#define MONTHS_A_YEAR 12
#define DAYS_A_WEEK 7
/* More dates than any meeting has had. */
#define DATES_MAX 100000

static int
get_minute (const FfWallTime *time)
{
  return time->hour * MINUTES_AN_HOUR + time->minute;
}

static gboolean
is_same (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* In one form whatever way it was written. */
static char *
dup_rule_text (const FfRule *rule)
{
  g_autofree char *text = ff_rule_to_string (rule);

  if (!rule->has_until)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s;UNTIL=%04d%02d%02dT%02d%02d00%s", text, rule->until.year,
                          rule->until.month, rule->until.day, rule->until.hour, rule->until.minute,
                          rule->until_is_utc ? "Z" : "");
}

static gboolean
is_same_rule (const char *a, const char *b)
{
  g_autoptr (FfRule) parsed_a = a != NULL ? ff_rule_parse (a, NULL) : NULL;
  g_autoptr (FfRule) parsed_b = b != NULL ? ff_rule_parse (b, NULL) : NULL;
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (parsed_a == NULL || parsed_b == NULL)
    return g_strcmp0 (a, b) == 0;
  text_a = dup_rule_text (parsed_a);
  text_b = dup_rule_text (parsed_b);
  return g_str_equal (text_a, text_b);
}

static gboolean
says_nothing (FfOverride *override)
{
  return !ff_override_get_cancelled (override) && !ff_override_get_held (override)
         && ff_override_get_start (override) == NULL && ff_override_get_place (override) == NULL
         && ff_override_get_link (override) == NULL
         && is_same (ff_override_get_note (override), NULL);
}

/**
 * ff_series_edit_add_override:
 * @edit: the edit
 * @override: what is to be different on its date
 *
 * Adds the saving of @override, or its deletion where it says nothing.
 */
void
ff_series_edit_add_override (FfScheduleEdit *edit, FfOverride *override)
{
  g_return_if_fail (edit != NULL);
  g_return_if_fail (FF_IS_OVERRIDE (override));

  if (says_nothing (override))
    ff_schedule_edit_delete_override (edit, ff_override_get_meeting (override),
                                      ff_override_get_rule_time (override));
  else
    ff_schedule_edit_save_override (edit, override);
}

/**
 * ff_series_edit_open:
 * @meeting: a series
 * @at: one of the starts that its rule gives
 * @error: where to say why not
 *
 * Gives the series as it is from that date on: with a key of its own and what is left of a number of
 * dates where others come before it, else a copy of @meeting.
 *
 * Returns: (transfer full): what a form begins with; %NULL with @error where @at is none of its dates
 */
FfMeeting *
ff_series_edit_open (FfMeeting *meeting, const FfWallTime *at, GError **error)
{
  g_autoptr (FfMeeting) before = NULL;
  FfMeeting *after = NULL;

  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);
  g_return_val_if_fail (at != NULL, NULL);

  if (ff_meeting_get_rule (meeting) == NULL
      || ff_wall_time_compare (at, ff_meeting_get_start (meeting)) == 0)
    return ff_meeting_copy (meeting);
  if (!ff_series_split (meeting, at, &before, &after, error))
    return NULL;
  /* The first date of a series can be one that its rule does not give; it is opened from one that it does. */
  if (before == NULL)
    ff_meeting_set_start (after, at);
  return after;
}

/* Whether @changed has the dates that @opened has once its first one is moved. */
static gboolean
is_only_moved (FfMeeting *opened, FfMeeting *changed)
{
  g_autoptr (FfMeeting) moved = ff_meeting_copy (opened);
  const FfWallTime *from = ff_meeting_get_start (opened);
  const FfWallTime *to = ff_meeting_get_start (changed);

  if (ff_meeting_get_rule (opened) == NULL)
    return ff_meeting_get_rule (changed) == NULL;
  if (ff_wall_time_compare (from, to) != 0 && !ff_series_move (moved, from, to, NULL))
    return FALSE;
  return is_same_rule (ff_meeting_get_rule (moved), ff_meeting_get_rule (changed));
}

static gboolean
is_same_hour (FfMeeting *a, FfMeeting *b)
{
  return ff_meeting_get_minutes (a) == ff_meeting_get_minutes (b)
         && is_same (ff_meeting_get_zone (a), ff_meeting_get_zone (b))
         && ff_meeting_get_by_appointment (a) == ff_meeting_get_by_appointment (b);
}

/**
 * ff_series_edit_asks:
 * @opened: what ff_series_edit_open() gave
 * @changed: the same, changed
 *
 * Returns: whether it has to be asked which dates the change is for, because it changes when or where
 *   people meet
 */
gboolean
ff_series_edit_asks (FfMeeting *opened, FfMeeting *changed)
{
  g_return_val_if_fail (FF_IS_MEETING (opened), FALSE);
  g_return_val_if_fail (FF_IS_MEETING (changed), FALSE);

  return ff_meeting_get_rule (opened) != NULL
         && (ff_wall_time_compare (ff_meeting_get_start (opened), ff_meeting_get_start (changed))
                 != 0
             || !is_same_rule (ff_meeting_get_rule (opened), ff_meeting_get_rule (changed))
             || !is_same_hour (opened, changed)
             || !ff_venue_equal (ff_meeting_get_venue (opened), ff_meeting_get_venue (changed)));
}

static gboolean
is_same_but_for_one_date (FfVenue *opened, FfVenue *changed)
{
  g_autoptr (FfVenue) venue = ff_venue_copy (changed);

  ff_venue_set_text (venue, FF_VENUE_NAME, ff_venue_get_text (opened, FF_VENUE_NAME));
  ff_venue_set_text (venue, FF_VENUE_LINK, ff_venue_get_text (opened, FF_VENUE_LINK));
  return ff_venue_equal (opened, venue);
}

static gboolean
is_same_text (FfMeeting *a, FfMeeting *b)
{
  g_autofree char *pauses_a = ff_pauses_to_string (ff_meeting_get_pauses (a));
  g_autofree char *pauses_b = ff_pauses_to_string (ff_meeting_get_pauses (b));

  for (guint i = 0; i < FF_N_MEETING_TEXTS; i++)
    {
      if (!is_same (ff_meeting_get_text (a, i), ff_meeting_get_text (b, i)))
        return FALSE;
    }
  return is_same (pauses_a, pauses_b)
         && is_same (ff_meeting_get_group (a), ff_meeting_get_group (b))
         && is_same (ff_meeting_get_title (a), ff_meeting_get_title (b))
         && g_strv_equal (ff_meeting_get_types (a), ff_meeting_get_types (b));
}

/**
 * ff_series_edit_fits_one:
 * @opened: what ff_series_edit_open() gave
 * @changed: the same, changed
 *
 * Returns: whether the change is only of what one date can have of its own: its time, place and link
 */
gboolean
ff_series_edit_fits_one (FfMeeting *opened, FfMeeting *changed)
{
  g_return_val_if_fail (FF_IS_MEETING (opened), FALSE);
  g_return_val_if_fail (FF_IS_MEETING (changed), FALSE);

  return is_same_hour (opened, changed) && is_same_text (opened, changed)
         && is_only_moved (opened, changed)
         && is_same_but_for_one_date (ff_meeting_get_venue (opened),
                                      ff_meeting_get_venue (changed));
}

/* Everything but the key, the dates, and what a listing knows it by. */
static void
take_content (FfMeeting *meeting, FfMeeting *changed)
{
  ff_meeting_set_group (meeting, ff_meeting_get_group (changed));
  ff_meeting_set_title (meeting, ff_meeting_get_title (changed));
  ff_meeting_set_minutes (meeting, ff_meeting_get_minutes (changed));
  ff_meeting_set_zone (meeting, ff_meeting_get_zone (changed));
  ff_meeting_set_by_appointment (meeting, ff_meeting_get_by_appointment (changed));
  ff_meeting_set_pauses (meeting, ff_meeting_get_pauses (changed));
  ff_meeting_set_venue (meeting, ff_meeting_get_venue (changed));
  ff_meeting_set_types (meeting, ff_meeting_get_types (changed));
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, ff_meeting_get_text (changed, FF_MEETING_NOTES));
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS,
                       ff_meeting_get_text (changed, FF_MEETING_REMARKS));
}

static FfWallTime
add_periods (const FfWallTime *start, FfFrequency frequency, int periods)
{
  FfWallTime later = *start;
  int months;

  if (periods == 0 || frequency != FF_FREQUENCY_MONTHLY)
    return ff_wall_time_add_days (start, frequency == FF_FREQUENCY_WEEKLY ? DAYS_A_WEEK * periods
                                                                          : periods);
  months = start->month - 1 + periods;
  later.year = (gint16) (start->year + months / MONTHS_A_YEAR);
  later.month = (guint8) (months % MONTHS_A_YEAR + 1);
  later.day = 1;
  return later;
}

/* The first date at or after @start from which @rule also gives @at. */
static FfWallTime
find_first_date (FfRule *rule, const FfWallTime *start, const FfWallTime *at)
{
  g_autofree char *text = dup_rule_text (rule);
  FfWallTime after = ff_wall_time_add_days (at, 1);

  for (int i = 0; i < rule->interval && rule->frequency != FF_FREQUENCY_YEARLY; i++)
    {
      FfWallTime anchor = add_periods (start, rule->frequency, i);
      g_autoptr (GArray) there = ff_recurrence_expand (text, &anchor, at, &after, 1, NULL);
      g_autoptr (GArray) first = NULL;

      if (there == NULL || there->len == 0
          || ff_wall_time_compare (&g_array_index (there, FfWallTime, 0), at) != 0)
        continue;
      first = ff_recurrence_expand (text, &anchor, &anchor, &after, 1, NULL);
      if (first != NULL && first->len > 0)
        return g_array_index (first, FfWallTime, 0);
    }
  return *at;
}

/* The whole series takes the rule that @changed has from its start on: it begins where it began, and
 * ends where @changed does. */
static void
take_rule (FfMeeting *meeting, FfMeeting *changed)
{
  const char *text = ff_meeting_get_rule (changed);
  const FfWallTime *at = ff_meeting_get_start (changed);
  g_autoptr (FfRule) rule = text != NULL ? ff_rule_parse (text, NULL) : NULL;
  g_autofree char *whole = NULL;
  FfWallTime start = *ff_meeting_get_start (meeting);
  int count;

  if (rule == NULL || ff_wall_time_compare (at, &start) <= 0)
    {
      ff_meeting_set_start (meeting, at);
      ff_meeting_set_rule (meeting, text);
      return;
    }
  start.hour = at->hour;
  start.minute = at->minute;
  count = rule->count;
  rule->count = 0;
  start = find_first_date (rule, &start, at);
  if (count > 0)
    {
      g_autofree char *endless = dup_rule_text (rule);
      g_autoptr (GArray) earlier
          = ff_recurrence_expand (endless, &start, &start, at, DATES_MAX, NULL);

      rule->count = count + (earlier != NULL ? (int) earlier->len : 0);
    }
  whole = dup_rule_text (rule);
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_rule (meeting, whole);
}

/* What was different on the date at @at goes with it; where it had been moved, it now is where the series is. */
static void
add_moved_override (FfScheduleEdit *edit,
                    FfOverride *override,
                    const char *uid,
                    const FfWallTime *new_time)
{
  g_autoptr (FfOverride) moved = NULL;

  if (override == NULL)
    return;
  moved = ff_override_new (uid, new_time);
  ff_override_set_cancelled (moved, ff_override_get_cancelled (override));
  ff_override_set_held (moved, ff_override_get_held (override));
  ff_override_set_place (moved, ff_override_get_place (override));
  ff_override_set_link (moved, ff_override_get_link (override));
  ff_override_set_note (moved, ff_override_get_note (override));
  ff_series_edit_add_override (edit, moved);
}

static gboolean
save_all (FfScheduleEdit *edit,
          FfMeeting *meeting,
          const FfWallTime *at,
          FfMeeting *changed,
          gboolean only_moved,
          GError **error)
{
  g_autoptr (FfMeeting) whole = ff_meeting_copy (meeting);
  const FfWallTime *to = ff_meeting_get_start (changed);

  take_content (whole, changed);
  if (!only_moved || ff_meeting_get_rule (meeting) == NULL)
    take_rule (whole, changed);
  else if (ff_wall_time_compare (at, to) != 0 && !ff_series_move (whole, at, to, error))
    return FALSE;
  ff_schedule_edit_save_meeting (edit, whole);
  return TRUE;
}

static gboolean
save_from_here (FfScheduleEdit *edit,
                FfMeeting *meeting,
                const FfWallTime *at,
                FfMeeting *changed,
                GError **error)
{
  g_autoptr (FfMeeting) before = NULL;
  g_autoptr (FfMeeting) after = NULL;

  if (!ff_series_split (meeting, at, &before, &after, error))
    return FALSE;
  if (before != NULL)
    ff_schedule_edit_save_meeting (edit, before);
  ff_schedule_edit_save_meeting (edit, changed);
  return TRUE;
}

static void
save_only_this (FfScheduleEdit *edit,
                FfMeeting *meeting,
                const FfWallTime *at,
                FfOverride *override,
                FfMeeting *changed)
{
  g_autoptr (FfOverride) there = override != NULL
                                     ? ff_override_copy (override)
                                     : ff_override_new (ff_meeting_get_uid (meeting), at);
  const FfWallTime *to = ff_meeting_get_start (changed);

  if (ff_wall_time_compare (at, to) != 0)
    ff_override_set_start (there, to);
  if (!is_same (ff_meeting_get_place (meeting), ff_meeting_get_place (changed)))
    ff_override_set_place (there, ff_meeting_get_place (changed));
  if (!is_same (ff_meeting_get_link (meeting), ff_meeting_get_link (changed)))
    ff_override_set_link (there, ff_meeting_get_link (changed));
  ff_series_edit_add_override (edit, there);
}

/**
 * ff_series_edit_save:
 * @edit: the edit
 * @meeting: the series as it is
 * @at: the date from which it was opened, a start that its rule gives
 * @override: (nullable): what is different on that date, as it is
 * @changed: what ff_series_edit_open() gave, changed; its start is where that date is to be
 * @scope: the dates that it is meant for
 * @error: where to say why not
 *
 * What is different on later dates, and the sessions held there, go with the dates. With
 * %FF_SCOPE_FROM_HERE everything before @at stays as it was.
 *
 * Returns: whether it was added; %FALSE with @error where the rule does not say how
 */
gboolean
ff_series_edit_save (FfScheduleEdit *edit,
                     FfMeeting *meeting,
                     const FfWallTime *at,
                     FfOverride *override,
                     FfMeeting *changed,
                     FfScope scope,
                     GError **error)
{
  const FfWallTime *to;
  const FfWallTime *from;
  const char *uid;
  gboolean moves;

  g_return_val_if_fail (edit != NULL && at != NULL, FALSE);
  g_return_val_if_fail (FF_IS_MEETING (meeting) && FF_IS_MEETING (changed), FALSE);

  if (scope == FF_SCOPE_ONLY_THIS)
    {
      save_only_this (edit, meeting, at, override, changed);
      return TRUE;
    }

  g_autoptr (FfMeeting) opened = ff_series_edit_open (meeting, at, error);
  if (opened == NULL)
    return FALSE;
  uid = ff_meeting_get_uid (meeting);
  to = ff_meeting_get_start (changed);
  from = at;
  if (scope == FF_SCOPE_ALL || g_str_equal (uid, ff_meeting_get_uid (opened)))
    {
      if (!save_all (edit, meeting, at, changed, is_only_moved (opened, changed), error))
        return FALSE;
      from = ff_meeting_get_start (meeting);
    }
  else
    {
      if (!save_from_here (edit, meeting, at, changed, error))
        return FALSE;
      uid = ff_meeting_get_uid (changed);
    }
  moves = ff_wall_time_compare (at, to) != 0;
  if (moves && is_only_moved (opened, changed))
    ff_schedule_edit_move_series (edit, meeting, uid, from, at, to);
  else if (moves || !g_str_equal (uid, ff_meeting_get_uid (meeting)))
    ff_schedule_edit_move_dates (edit, ff_meeting_get_uid (meeting), uid, from,
                                 ff_wall_time_get_julian (to) - ff_wall_time_get_julian (at),
                                 get_minute (to) - get_minute (at));
  if (moves)
    add_moved_override (edit, override, uid, to);
  return TRUE;
}

/**
 * ff_series_edit_move:
 * @edit: the edit
 * @meeting: the series as it is
 * @at: a start that its rule gives
 * @override: (nullable): what is different on that date, as it is
 * @new_start: when that date is to begin, in the meeting's zone
 * @scope: the dates that it is meant for
 * @error: where to say why not
 *
 * Returns: whether it was added; %FALSE with @error where the rule does not say how
 */
gboolean
ff_series_edit_move (FfScheduleEdit *edit,
                     FfMeeting *meeting,
                     const FfWallTime *at,
                     FfOverride *override,
                     const FfWallTime *new_start,
                     FfScope scope,
                     GError **error)
{
  g_autoptr (FfMeeting) changed = NULL;

  g_return_val_if_fail (edit != NULL && at != NULL && new_start != NULL, FALSE);
  g_return_val_if_fail (FF_IS_MEETING (meeting), FALSE);

  if (scope == FF_SCOPE_ONLY_THIS)
    {
      g_autoptr (FfOverride) there = override != NULL
                                         ? ff_override_copy (override)
                                         : ff_override_new (ff_meeting_get_uid (meeting), at);

      ff_override_set_start (there, ff_wall_time_compare (at, new_start) != 0 ? new_start : NULL);
      ff_series_edit_add_override (edit, there);
      return TRUE;
    }

  changed = ff_series_edit_open (meeting, at, error);
  if (changed == NULL)
    return FALSE;
  if (ff_meeting_get_rule (meeting) == NULL)
    ff_meeting_set_start (changed, new_start);
  else if (!ff_series_move (changed, at, new_start, error))
    return FALSE;
  return ff_series_edit_save (edit, meeting, at, override, changed, scope, error);
}

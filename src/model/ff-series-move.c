/* ff-series-move.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving a series to another day or hour: what its rule says goes with the one date that was moved.
 */

#include "ff-config.h"

#include "ff-series.h"

#include <glib/gi18n-lib.h>

#include "ff-model-error.h"
#include "ff-recurrence.h"
#include "ff-rule.h"

/* At the ends of the series: enough to have each of a rule's days among them. */
#define SOME_DATES 64

/* What a rule's date is in its week or month, and which dates go along when one of them moves. */
typedef enum
{
  SLOT_ANY,       /* all of them, by the same number of days */
  SLOT_WEEKDAY,   /* those on the weekday */
  SLOT_MONTH_DAY, /* those on the day of the month, from its end where below 0 */
  SLOT_NTH,       /* those on the numbered weekday, see FF_DAY() */
} SlotKind;

typedef struct
{
  const FfRule *rule;
  FfWallTime from;
  FfWallTime to;
  int days;
  int months;
  SlotKind kind;
  int old_slot;
  int new_slot;
} Move;

static int
get_days_in_month (const FfWallTime *time)
{
  return g_date_get_days_in_month ((GDateMonth) time->month, (GDateYear) time->year);
}

/* From the start of the month or, as @like is below 0, from its end. */
static int
get_month_day (const FfWallTime *time, int like)
{
  return like < 0 ? time->day - get_days_in_month (time) - 1 : time->day;
}

static int
get_nth (const FfWallTime *time, int like)
{
  const int number = FF_DAY_NUMBER (like) < 0 ? -((get_days_in_month (time) - time->day) / 7 + 1)
                                              : (time->day + 6) / 7;

  return FF_DAY (number, ff_wall_time_get_weekday (time));
}

static int
get_slot (SlotKind kind, const FfWallTime *time, int like)
{
  switch (kind)
    {
    case SLOT_WEEKDAY:
      return ff_wall_time_get_weekday (time);

    case SLOT_MONTH_DAY:
      return get_month_day (time, like);

    case SLOT_NTH:
      return get_nth (time, like);

    case SLOT_ANY:
    default:
      return 0;
    }
}

static guint
count_list (const FfRule *rule, FfList list)
{
  return rule->lists[list] != NULL ? rule->lists[list]->len : 0;
}

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE, message);
  return FALSE;
}

static gboolean
refuse_rule (GError **error)
{
  return refuse (error, _ ("This meeting repeats by a rule that does not say how it would go on "
                           "from there. Choose another repetition, or move this one date."));
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The rule with one number of a list replaced. */
static gboolean
replace_in_list (char **text, const FfRule *rule, FfList list, int old, int new, GError **error)
{
  g_autoptr (GArray) values = NULL;
  g_autofree char *replaced = NULL;

  if (old == new)
    return TRUE;
  if (ff_rule_contains (rule, list, new))
    return refuse (error, _ ("The meeting already takes place then. Choose another day or time."));

  values = g_array_copy (rule->lists[list]);
  for (guint i = 0; i < values->len; i++)
    {
      if (g_array_index (values, int, i) == old)
        g_array_index (values, int, i) = new;
    }
  g_array_sort (values, compare_ints);
  replaced = ff_rule_replace_list (*text, list, values);
  g_set_str (text, replaced);
  return TRUE;
}

/* Every second week counts from some weekday on: one from which all days of the moved rule are in one week. */
static gboolean
keep_in_week (char **text, const Move *move, GError **error)
{
  static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const GArray *days = move->rule->lists[FF_LIST_DAY];
  const int week_start = move->rule->week_start;
  int first = G_MAXINT, last = G_MININT;
  g_autofree char *replaced = NULL;

  if (move->rule->interval == 1)
    return TRUE;

  for (guint i = 0; i < days->len; i++)
    {
      const int weekday = g_array_index (days, int, i);
      int offset = (weekday - week_start + 7) % 7;

      if (weekday == move->old_slot)
        offset += move->days;
      first = MIN (first, offset);
      last = MAX (last, offset);
    }
  if (last - first >= 7)
    return refuse_rule (error);
  if (first >= 0 && last < 7)
    return TRUE;

  replaced = ff_rule_replace (*text, "WKST", codes[((week_start - 1 + first) % 7 + 7) % 7]);
  g_set_str (text, replaced);
  return TRUE;
}

static gboolean
move_weekday (char **text, Move *move, GError **error)
{
  const FfRule *rule = move->rule;

  move->kind = SLOT_WEEKDAY;
  move->old_slot = ff_wall_time_get_weekday (&move->from);
  move->new_slot = ff_wall_time_get_weekday (&move->to);
  if (count_list (rule, FF_LIST_DAY) == 1)
    move->kind = SLOT_ANY;

  return replace_in_list (text, rule, FF_LIST_DAY, move->old_slot, move->new_slot, error)
         && (move->kind == SLOT_ANY || rule->frequency != FF_FREQUENCY_WEEKLY
             || keep_in_week (text, move, error));
}

/* A fifth one, which few months have, is more likely meant as the last; the third from the end as what it is from the start. */
static int
get_new_nth (const Move *move)
{
  const int nth = get_nth (&move->to, move->old_slot);

  if (FF_DAY_NUMBER (nth) == 5 && FF_DAY_NUMBER (move->old_slot) != 5)
    return get_nth (&move->to, FF_DAY (-1, 1));
  if (FF_DAY_NUMBER (nth) < -2)
    return get_nth (&move->to, FF_DAY (1, 1));

  return nth;
}

/* “TU” with BYSETPOS=2 is 2TU. */
static gboolean
move_position (char **text, Move *move, GError **error)
{
  const FfRule *rule = move->rule;
  const int position = g_array_index (rule->lists[FF_LIST_POSITION], int, 0);
  g_autoptr (GArray) day = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *alone = NULL;
  g_autofree char *replaced = NULL;

  if (count_list (rule, FF_LIST_POSITION) != 1 || count_list (rule, FF_LIST_DAY) != 1
      || FF_DAY_NUMBER (g_array_index (rule->lists[FF_LIST_DAY], int, 0)) != 0)
    return refuse_rule (error);

  move->kind = SLOT_NTH;
  move->old_slot = get_nth (&move->from, FF_DAY (position, 1));
  move->new_slot = get_new_nth (move);
  g_array_append_val (day, move->new_slot);
  alone = ff_rule_replace (*text, "BYSETPOS", NULL);
  replaced = ff_rule_replace_list (alone, FF_LIST_DAY, day);
  g_set_str (text, replaced);
  return TRUE;
}

/* The part of the list that gave the date, counted from either end; 0 where there is none. */
static int
find_old_slot (const Move *move, FfList list, SlotKind kind)
{
  const GArray *values = move->rule->lists[list];

  for (guint i = 0; i < values->len; i++)
    {
      const int value = g_array_index (values, int, i);

      if (get_slot (kind, &move->from, value) == value)
        return value;
    }
  return 0;
}

static gboolean
move_in_month (char **text, Move *move, FfList list, SlotKind kind, GError **error)
{
  move->kind = kind;
  move->old_slot = find_old_slot (move, list, kind);
  if (move->old_slot == 0)
    return refuse_rule (error);

  move->new_slot
      = kind == SLOT_NTH ? get_new_nth (move) : get_slot (kind, &move->to, move->old_slot);
  return replace_in_list (text, move->rule, list, move->old_slot, move->new_slot, error);
}

static gboolean
has_numbers (const FfRule *rule)
{
  return FF_DAY_NUMBER (g_array_index (rule->lists[FF_LIST_DAY], int, 0)) != 0;
}

static gboolean
move_monthly (char **text, Move *move, GError **error)
{
  const FfRule *rule = move->rule;
  const gboolean by_day = rule->lists[FF_LIST_DAY] != NULL;
  const gboolean by_month_day = rule->lists[FF_LIST_MONTH_DAY] != NULL;

  if (by_day && by_month_day)
    return refuse_rule (error);
  if (rule->lists[FF_LIST_POSITION] != NULL)
    return move_position (text, move, error);
  if (by_month_day)
    return move_in_month (text, move, FF_LIST_MONTH_DAY, SLOT_MONTH_DAY, error);
  if (by_day && has_numbers (rule))
    return move_in_month (text, move, FF_LIST_DAY, SLOT_NTH, error);
  if (by_day)
    return move_weekday (text, move, error);

  /* The rule takes its day from the first date. */
  move->kind = SLOT_MONTH_DAY;
  move->old_slot = move->from.day;
  move->new_slot = move->to.day;
  return TRUE;
}

static gboolean
move_yearly (char **text, Move *move, GError **error)
{
  const FfRule *rule = move->rule;

  if (rule->lists[FF_LIST_YEAR_DAY] != NULL || rule->lists[FF_LIST_WEEK] != NULL
      || count_list (rule, FF_LIST_MONTH) > 1)
    return refuse_rule (error);
  /* Without a month, “20MO” is counted in the year, and a day of the month is in every month. */
  if (rule->lists[FF_LIST_MONTH] == NULL
      && (rule->lists[FF_LIST_DAY] != NULL || rule->lists[FF_LIST_MONTH_DAY] != NULL))
    return refuse_rule (error);

  return move_monthly (text, move, error)
         && (rule->lists[FF_LIST_MONTH] == NULL
             || replace_in_list (text, rule, FF_LIST_MONTH, move->from.month, move->to.month,
                                 error));
}

static gboolean
move_day (char **text, Move *move, GError **error)
{
  const FfRule *rule = move->rule;

  switch (rule->frequency)
    {
    case FF_FREQUENCY_DAILY:
      if (rule->lists[FF_LIST_MONTH_DAY] != NULL
          || (rule->interval > 1 && rule->lists[FF_LIST_DAY] != NULL))
        return refuse_rule (error);
      return rule->lists[FF_LIST_DAY] == NULL || move_weekday (text, move, error);

    case FF_FREQUENCY_WEEKLY:
      return rule->lists[FF_LIST_DAY] == NULL || move_weekday (text, move, error);

    case FF_FREQUENCY_MONTHLY:
      return move_monthly (text, move, error);

    case FF_FREQUENCY_YEARLY:
      return move_yearly (text, move, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
move_time (char **text, const Move *move, GError **error)
{
  const FfRule *rule = move->rule;

  return (rule->lists[FF_LIST_HOUR] == NULL
          || replace_in_list (text, rule, FF_LIST_HOUR, move->from.hour, move->to.hour, error))
         && (rule->lists[FF_LIST_MINUTE] == NULL
             || replace_in_list (text, rule, FF_LIST_MINUTE, move->from.minute, move->to.minute,
                                 error));
}

static void
map_time (const Move *move, FfWallTime *time)
{
  if (move->rule->lists[FF_LIST_HOUR] == NULL || time->hour == move->from.hour)
    time->hour = move->to.hour;
  if (move->rule->lists[FF_LIST_MINUTE] == NULL || time->minute == move->from.minute)
    time->minute = move->to.minute;
}

/* The day of that month that is in the new slot; FALSE where the month has none. */
static gboolean
map_in_month (const Move *move, FfWallTime *time)
{
  const int month = time->year * 12 + time->month - 1 + move->months;

  time->year = (gint16) (month / 12);
  time->month = (guint8) (month % 12 + 1);
  for (int day = 1; day <= get_days_in_month (time); day++)
    {
      time->day = (guint8) day;
      if (get_slot (move->kind, time, move->new_slot) == move->new_slot)
        return TRUE;
    }
  return FALSE;
}

/* Where a date of the series goes; FALSE where it goes nowhere. */
static gboolean
map_date (const Move *move, FfWallTime *time)
{
  const gboolean goes
      = move->kind == SLOT_ANY || get_slot (move->kind, time, move->old_slot) == move->old_slot;

  map_time (move, time);
  if (!goes)
    return TRUE;
  if (move->kind == SLOT_MONTH_DAY || move->kind == SLOT_NTH)
    return map_in_month (move, time);

  *time = ff_wall_time_add_days (time, move->days);
  return TRUE;
}

/* The earliest (or the latest) of where @dates go. */
static gboolean
find_end (const Move *move, GArray *dates, gboolean latest, FfWallTime *end)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < dates->len; i++)
    {
      FfWallTime time = g_array_index (dates, FfWallTime, i);

      if (!map_date (move, &time))
        continue;
      if (!is_found || (ff_wall_time_compare (&time, end) < 0) != latest)
        *end = time;
      is_found = TRUE;
    }
  return is_found;
}

static GArray *
expand (FfMeeting *meeting,
        GTimeZone *zone,
        const FfWallTime *from,
        const FfWallTime *until,
        guint limit,
        GError **error)
{
  return ff_recurrence_expand_in_zone (ff_meeting_get_rule (meeting),
                                       ff_meeting_get_start (meeting), zone, from, until, limit,
                                       error);
}

static gboolean
gives (FfMeeting *meeting, GTimeZone *zone, const FfWallTime *time)
{
  const FfWallTime next_day = ff_wall_time_add_days (time, 1);
  g_autoptr (GArray) dates = expand (meeting, zone, time, &next_day, 1, NULL);

  return dates != NULL && dates->len > 0
         && ff_wall_time_compare (&g_array_index (dates, FfWallTime, 0), time) == 0;
}

/* A rule that ends on a day still has as many dates as before. */
static void
move_until (char **text, FfMeeting *meeting, GTimeZone *zone, const Move *move)
{
  static const int reaches[] = { 70, 800, 120000 }; /* days */
  FfWallTime last_day;

  if (!move->rule->has_until)
    return;

  /* an UNTIL in UTC may be a day later on the wall */
  last_day = ff_wall_time_add_days (&move->rule->until, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      const FfWallTime from = ff_wall_time_add_days (&last_day, -reaches[i]);
      g_autoptr (GArray) dates = expand (meeting, zone, &from, &last_day, G_MAXUINT, NULL);
      g_autofree char *moved = NULL;
      FfWallTime last;

      if (dates == NULL || !find_end (move, dates, TRUE, &last))
        continue;
      moved = ff_rule_replace_until (*text, &last);
      g_set_str (text, moved);
      return;
    }
}

static gboolean
apply (FfMeeting *meeting, GTimeZone *zone, Move *move, GError **error)
{
  const FfWallTime end_of_time = { 2200, 12, 31, 23, 59 };
  g_autofree char *text = g_strdup (ff_meeting_get_rule (meeting));
  g_autoptr (FfMeeting) moved = ff_meeting_copy (meeting);
  g_autoptr (GArray) first_dates = NULL;
  FfWallTime start;

  if ((move->days != 0 && !move_day (&text, move, error)) || !move_time (&text, move, error))
    return FALSE;

  first_dates
      = expand (meeting, zone, ff_meeting_get_start (meeting), &end_of_time, SOME_DATES, error);
  if (first_dates == NULL)
    return FALSE;
  if (!find_end (move, first_dates, FALSE, &start))
    return refuse_rule (error);

  move_until (&text, meeting, zone, move);
  ff_meeting_set_start (moved, &start);
  ff_meeting_set_rule (moved, text);
  if (!gives (moved, zone, &move->to))
    return refuse_rule (error);

  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_rule (meeting, text);
  return TRUE;
}

static Move
make_move (const FfRule *rule, const FfWallTime *from, const FfWallTime *to)
{
  return (Move) {
    .rule = rule,
    .from = *from,
    .to = *to,
    .days = (int) (ff_wall_time_get_julian (to) - ff_wall_time_get_julian (from)),
    .months = (to->year - from->year) * 12 + to->month - from->month,
  };
}

/**
 * ff_series_move:
 * @meeting: a series; left as it is where there is an error
 * @from: one of its dates
 * @to: when that one is from now on
 * @error: %FF_MODEL_ERROR_ZONE, %FF_MODEL_ERROR_TIME where @from is none of its dates, or %FF_MODEL_ERROR_RULE
 *   where the rule does not say how it would go on
 *
 * What the rule says goes with @from. Where it has several weekdays or days of the month, only the one that
 * @from is on moves: of Mondays and Wednesdays, moved from a Monday to a Tuesday, come Tuesdays and Wednesdays. The
 * hour is one for all, unless the rule has several (BYHOUR). The second Tuesday of the month becomes the weekday of @to with
 * @to's own number in its month, or the last one
 * where that is the fifth; the last stays counted from the end. A COUNT stays, an UNTIL goes with the last date.
 *
 * Returns: whether it could be done
 */
gboolean
ff_series_move (FfMeeting *meeting, const FfWallTime *from, const FfWallTime *to, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (FfRule) rule = NULL;
  Move move;

  g_return_val_if_fail (FF_IS_MEETING (meeting), FALSE);
  g_return_val_if_fail (from != NULL && ff_wall_time_is_valid (from), FALSE);
  g_return_val_if_fail (to != NULL && ff_wall_time_is_valid (to), FALSE);

  zone = ff_time_zone_find (ff_meeting_get_zone (meeting), error);
  if (zone == NULL)
    return FALSE;
  if (ff_meeting_get_rule (meeting) != NULL)
    {
      rule = ff_rule_parse (ff_meeting_get_rule (meeting), error);
      if (rule == NULL)
        return FALSE;
    }
  if (!gives (meeting, zone, from))
    {
      g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME,
                           _ ("The meeting no longer takes place on that date. Choose another "
                              "one."));
      return FALSE;
    }
  if (rule == NULL)
    {
      ff_meeting_set_start (meeting, to);
      return TRUE;
    }

  move = make_move (rule, from, to);
  return apply (meeting, zone, &move, error);
}

/**
 * ff_series_move_date:
 * @meeting: a series, as it is before ff_series_move()
 * @from: one of its dates
 * @to: when that one is from now on
 * @time: (inout): a date of the series, then when that one is; left as it is where %FALSE
 *
 * Returns: whether it still takes place: a month without a fifth Friday has none
 */
gboolean
ff_series_move_date (FfMeeting *meeting,
                     const FfWallTime *from,
                     const FfWallTime *to,
                     FfWallTime *time)
{
  g_autoptr (FfRule) rule = NULL;
  g_autofree char *text = NULL;
  FfWallTime moved;
  Move move;

  g_return_val_if_fail (FF_IS_MEETING (meeting), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL && time != NULL, FALSE);

  text = g_strdup (ff_meeting_get_rule (meeting));
  rule = text != NULL ? ff_rule_parse (text, NULL) : NULL;
  if (rule == NULL)
    return FALSE;
  move = make_move (rule, from, to);
  moved = *time;
  if ((move.days != 0 && !move_day (&text, &move, NULL)) || !map_date (&move, &moved))
    return FALSE;
  *time = moved;
  return TRUE;
}

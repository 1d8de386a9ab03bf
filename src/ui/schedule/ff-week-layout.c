/* ff-week-layout.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Side by side what overlaps, as far as there is room, and the way from one to the next with the arrow keys.
 */

#include "ff-config.h"

#include "ff-week-layout.h"

#define HOURS_A_DAY 24
#define MOST_LANES 8
#define MORNING (9 * 60)

static guint
get_end (const FfWeekSpan *span)
{
  return MAX (span->until, span->from + FF_WEEK_LEAST_MINUTES);
}

/* The lowest lane that is free at @from, or @n_lanes where none is. */
static guint
find_lane (const guint *ends, guint n_lanes, guint from)
{
  guint lane = 0;

  while (lane < n_lanes && ends[lane] > from)
    lane++;
  return lane;
}

/* How many lanes the spans from @begin to @end need; no more are counted than @most + 1. */
static guint
count_lanes (GArray *spans, guint begin, guint end, guint most)
{
  guint ends[MOST_LANES + 1] = { 0 };
  guint n_lanes = 0;

  for (guint i = begin; i < end && n_lanes <= most; i++)
    {
      const FfWeekSpan *span = &g_array_index (spans, FfWeekSpan, i);
      guint lane = find_lane (ends, n_lanes, span->from);

      ends[lane] = get_end (span);
      n_lanes = MAX (n_lanes, lane + 1);
    }
  return n_lanes;
}

static void
add_place (FfWeekLayout *self,
           const FfWeekSpan *span,
           guint number,
           guint lane,
           guint n_lanes,
           gboolean crowded)
{
  FfWeekPlace place = { .first = self->order->len,
                        .count = 1,
                        .day = span->day,
                        .from = span->from,
                        .until = span->until,
                        .lane = (guint8) lane,
                        .n_lanes = (guint8) n_lanes,
                        .crowded = crowded };

  g_array_append_val (self->order, number);
  g_array_append_val (self->places, place);
}

/* One place for each hour, within the time that those beside it take: @from to @reach. */
static void
add_more (FfWeekLayout *self, GArray *spans, GArray *kept, guint from, guint reach, guint max_lanes)
{
  for (guint i = 0; i < kept->len;)
    {
      guint number = g_array_index (kept, guint, i);
      const FfWeekSpan *span = &g_array_index (spans, FfWeekSpan, number);
      guint begin = MAX (span->from / 60u * 60, from);
      guint end = (begin / 60 + 1) * 60;
      FfWeekPlace place = { .first = self->order->len,
                            .day = span->day,
                            .lane = (guint8) (max_lanes - 1),
                            .n_lanes = (guint8) max_lanes,
                            .crowded = TRUE,
                            .is_more = TRUE };

      /* What is left of an hour may be too low for a number. */
      if (end - begin < FF_WEEK_LEAST_MINUTES)
        end += 60;
      place.from = (guint16) begin;
      place.until = (guint16) MIN (MIN (end, reach), FF_MINUTES_A_DAY);
      while (i < kept->len)
        {
          number = g_array_index (kept, guint, i);
          if (g_array_index (spans, FfWeekSpan, number).from >= end)
            break;
          g_array_append_val (self->order, number);
          place.count++;
          i++;
        }
      g_array_append_val (self->places, place);
    }
}

/* Those that overlap, directly or through others between them. */
static void
place_cluster (FfWeekLayout *self,
               GArray *spans,
               guint begin,
               guint end,
               guint reach,
               guint max_lanes)
{
  guint needed = count_lanes (spans, begin, end, max_lanes);
  gboolean crowded = needed > max_lanes;
  guint n_lanes = crowded ? max_lanes - 1 : needed;
  guint ends[MOST_LANES] = { 0 };
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = begin; i < end; i++)
    {
      const FfWeekSpan *span = &g_array_index (spans, FfWeekSpan, i);
      guint lane = find_lane (ends, n_lanes, span->from);

      if (lane == n_lanes)
        {
          g_array_append_val (kept, i);
          continue;
        }
      ends[lane] = get_end (span);
      add_place (self, span, i, lane, crowded ? max_lanes : needed, crowded);
    }
  add_more (self, spans, kept, g_array_index (spans, FfWeekSpan, begin).from, reach, max_lanes);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FfWeekPlace *first = a;
  const FfWeekPlace *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (int) first->lane - (int) second->lane;
}

/**
 * ff_week_layout_new:
 * @spans: (element-type FfWeekSpan): what is to be shown, by day and time
 * @max_lanes: how many have room side by side, 1 to 8
 *
 * Where more overlap than have room, the last lane has one place for each hour that stands for the rest.
 *
 * Returns: (transfer full): where each has its place
 */
FfWeekLayout *
ff_week_layout_new (GArray *spans, guint max_lanes)
{
  FfWeekLayout *self;
  guint begin = 0;

  g_return_val_if_fail (spans != NULL, NULL);

  max_lanes = CLAMP (max_lanes, 1, MOST_LANES);
  self = g_new (FfWeekLayout, 1);
  self->places = g_array_new (FALSE, FALSE, sizeof (FfWeekPlace));
  self->order = g_array_sized_new (FALSE, FALSE, sizeof (guint), spans->len);
  while (begin < spans->len)
    {
      const FfWeekSpan *span = &g_array_index (spans, FfWeekSpan, begin);
      guint reach = get_end (span);
      guint day = span->day;
      guint end = begin + 1;

      for (; end < spans->len; end++)
        {
          span = &g_array_index (spans, FfWeekSpan, end);
          if (span->day != day || span->from >= reach)
            break;
          reach = MAX (reach, get_end (span));
        }
      place_cluster (self, spans, begin, end, reach, max_lanes);
      begin = end;
    }
  g_array_sort (self->places, compare_places);
  return self;
}

/**
 * ff_week_layout_free:
 * @self: (transfer full): a layout
 */
void
ff_week_layout_free (FfWeekLayout *self)
{
  g_array_unref (self->places);
  g_array_unref (self->order);
  g_free (self);
}

static const FfWeekPlace *
get_place (const FfWeekLayout *self, int number)
{
  return &g_array_index (self->places, FfWeekPlace, number);
}

/* The numbers of a day's places: from *begin up to *end. */
static void
find_day (const FfWeekLayout *self, guint day, int *begin, int *end)
{
  int n_places = (int) self->places->len;

  *begin = 0;
  while (*begin < n_places && get_place (self, *begin)->day < day)
    (*begin)++;
  *end = *begin;
  while (*end < n_places && get_place (self, *end)->day == day)
    (*end)++;
}

/* What the arrow keys stop at on a day: its places, and its hours that nothing is in. */
static GArray *
list_stops (const FfWeekLayout *self, guint day)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (FfWeekCursor));
  int begin, end;

  find_day (self, day, &begin, &end);
  for (guint hour = 0, next = (guint) begin; hour < HOURS_A_DAY; hour++)
    {
      gboolean taken = FALSE;

      for (int i = begin; i < end; i++)
        taken = taken
                || (get_place (self, i)->from < (hour + 1) * 60
                    && get_place (self, i)->until > hour * 60);
      if (!taken)
        g_array_append_val (stops, ((FfWeekCursor) { -1, day, hour * 60 }));
      for (; next < (guint) end && get_place (self, (int) next)->from / 60 == hour; next++)
        g_array_append_val (stops, ((FfWeekCursor) { (int) next, day,
                                                     get_place (self, (int) next)->from }));
    }
  return stops;
}

/* Which of the stops the cursor is at, or was at before the meetings were others. */
static guint
find_stop (GArray *stops, const FfWeekCursor *cursor)
{
  guint found = 0;

  for (guint i = 0; i < stops->len; i++)
    {
      const FfWeekCursor *stop = &g_array_index (stops, FfWeekCursor, i);

      if (stop->place == cursor->place && (stop->place >= 0 || stop->minute == cursor->minute))
        return i;
      if (stop->minute <= cursor->minute)
        found = i;
    }
  return found;
}

/* Whether it is in the hour of that time: each hour has a meeting in it, or is empty. */
static gboolean
is_in_hour (const FfWeekLayout *self, const FfWeekCursor *stop, guint minute)
{
  guint until = stop->place >= 0 ? get_place (self, stop->place)->until : stop->minute + 60;

  return stop->minute / 60 <= minute / 60 && minute / 60 * 60 < until;
}

/* Beside it on the same day, and overlapping. */
static int
find_beside (const FfWeekLayout *self, const FfWeekCursor *cursor, int direction)
{
  const FfWeekPlace *from;
  int begin, end;
  int best = -1;

  if (cursor->place < 0)
    return -1;
  from = get_place (self, cursor->place);
  find_day (self, cursor->day, &begin, &end);
  for (int i = begin; i < end; i++)
    {
      const FfWeekPlace *place = get_place (self, i);
      int away = ((int) place->lane - (int) from->lane) * direction;

      if (away <= 0 || place->from >= from->until || place->until <= from->from)
        continue;
      if (best < 0 || away < ((int) get_place (self, best)->lane - (int) from->lane) * direction)
        best = i;
    }
  return best;
}

static gboolean
step_sideways (const FfWeekLayout *self, guint n_days, int direction, FfWeekCursor *cursor)
{
  int beside = find_beside (self, cursor, direction);
  int day = (int) cursor->day + direction;
  guint minute = cursor->minute;

  if (beside >= 0)
    {
      cursor->place = beside;
      return TRUE;
    }
  if (day < 0 || day >= (int) n_days)
    return FALSE;
  *cursor = ff_week_layout_find (self, (guint) day, minute);
  cursor->minute = minute;
  return TRUE;
}

static void
step_along (const FfWeekLayout *self, int direction, FfWeekCursor *cursor)
{
  g_autoptr (GArray) stops = list_stops (self, cursor->day);
  int at = (int) find_stop (stops, cursor) + direction;

  *cursor = g_array_index (stops, FfWeekCursor, CLAMP (at, 0, (int) stops->len - 1));
}

static void
step_to_end (const FfWeekLayout *self, gboolean last, FfWeekCursor *cursor)
{
  int begin, end;

  find_day (self, cursor->day, &begin, &end);
  if (begin == end)
    return;
  cursor->place = last ? end - 1 : begin;
  cursor->minute = get_place (self, cursor->place)->from;
}

/**
 * ff_week_layout_step:
 * @self: a layout
 * @n_days: how many days it shows
 * @direction: which way
 * @cursor: (inout): where the keyboard is
 *
 * Returns: whether that way leads to something on the days shown
 */
gboolean
ff_week_layout_step (const FfWeekLayout *self,
                     guint n_days,
                     FfWeekDirection direction,
                     FfWeekCursor *cursor)
{
  g_return_val_if_fail (self != NULL && cursor != NULL, FALSE);

  switch (direction)
    {
    case FF_WEEK_UP:
    case FF_WEEK_DOWN:
      step_along (self, direction == FF_WEEK_UP ? -1 : 1, cursor);
      return TRUE;

    case FF_WEEK_EARLIER:
    case FF_WEEK_LATER:
      return step_sideways (self, n_days, direction == FF_WEEK_EARLIER ? -1 : 1, cursor);

    case FF_WEEK_FIRST:
    case FF_WEEK_LAST:
      step_to_end (self, direction == FF_WEEK_LAST, cursor);
      return TRUE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * ff_week_layout_find:
 * @self: a layout
 * @day: which day
 * @minute: a time of it
 *
 * Returns: what is there then, or else in that hour
 */
FfWeekCursor
ff_week_layout_find (const FfWeekLayout *self, guint day, guint minute)
{
  g_autoptr (GArray) stops = list_stops (self, day);
  const FfWeekCursor *best = NULL;

  for (guint i = 0; i < stops->len; i++)
    {
      const FfWeekCursor *stop = &g_array_index (stops, FfWeekCursor, i);

      if (is_in_hour (self, stop, minute) && (best == NULL || stop->minute <= minute))
        best = stop;
      if (best != NULL && best->place >= 0 && get_place (self, best->place)->until > minute)
        break;
    }
  return *best;
}

/**
 * ff_week_layout_find_first:
 * @self: a layout
 *
 * Returns: the first meeting, or an hour of the first morning where there is none
 */
FfWeekCursor
ff_week_layout_find_first (const FfWeekLayout *self)
{
  if (self->places->len > 0)
    return (FfWeekCursor) { 0, get_place (self, 0)->day, get_place (self, 0)->from };
  return (FfWeekCursor) { -1, 0, MORNING };
}

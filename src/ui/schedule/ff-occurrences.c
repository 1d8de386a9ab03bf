/* ff-occurrences.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in the order of the clock that they are shown by: their sections, and how they turn into others with the smallest change.
 */

#include "ff-occurrences.h"

#define DAY_SECONDS 86400
#define DAYS_A_WEEK 7
/* Day 0 was a Thursday. */
#define DAYS_FROM_MONDAY 3
/* From here on, one large change is less work for who shows the dates than many small ones. */
#define MOST_RUNS 32

/**
 * ff_occurrences_read_clock:
 * @time: an instant
 *
 * Returns: what a clock in the zone of @time shows, in seconds since 1970 began on that clock
 */
gint64
ff_occurrences_read_clock (GDateTime *time)
{
  return g_date_time_to_unix (time) + g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND;
}

/**
 * ff_occurrences_get_clock:
 * @occurrence: a date
 * @zone: (nullable): the zone of the clock; %NULL for the meeting's own
 *
 * Returns: what that clock shows when it starts, in seconds since 1970 began on that clock
 */
gint64
ff_occurrences_get_clock (FfOccurrence *occurrence, GTimeZone *zone)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  gint64 unix_time;

  if (zone == NULL)
    return ff_occurrences_read_clock (start);
  unix_time = g_date_time_to_unix (start);
  return unix_time
         + g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                                                    unix_time));
}

static int
compare (FfOccurrence *a, FfOccurrence *b, GTimeZone *zone)
{
  const gint64 clock_a = ff_occurrences_get_clock (a, zone);
  const gint64 clock_b = ff_occurrences_get_clock (b, zone);

  if (clock_a != clock_b)
    return clock_a < clock_b ? -1 : 1;
  return ff_occurrence_compare (a, b);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer zone)
{
  return compare (*(FfOccurrence *const *) a, *(FfOccurrence *const *) b, zone);
}

/**
 * ff_occurrences_arrange:
 * @items: (element-type FfOccurrence): dates
 * @zone: (nullable): the zone of the clock; %NULL for each meeting's own
 * @from: the first that the clock may show
 * @until: what it may not show any more
 *
 * Puts dates in the order of the clock, and drops those before and after.
 */
void
ff_occurrences_arrange (GPtrArray *items, GTimeZone *zone, gint64 from, gint64 until)
{
  guint begin, end;

  g_ptr_array_sort_with_data (items, compare_items, zone);
  end = ff_occurrences_find (items, zone, until);
  g_ptr_array_set_size (items, (int) end);
  begin = ff_occurrences_find (items, zone, from);
  if (begin > 0)
    g_ptr_array_remove_range (items, 0, begin);
}

/**
 * ff_occurrences_find:
 * @items: (element-type FfOccurrence): sorted
 * @zone: (nullable): by the clock of which zone; %NULL for each meeting's own
 * @clock: what the clock shows
 *
 * Returns: the first position whose item starts then or later; the number of items where none does
 */
guint
ff_occurrences_find (GPtrArray *items, GTimeZone *zone, gint64 clock)
{
  guint low = 0, high = items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ff_occurrences_get_clock (g_ptr_array_index (items, middle), zone) < clock)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
merge_runs (GArray *runs)
{
  const FfOccurrencesRun first = g_array_index (runs, FfOccurrencesRun, 0);
  const FfOccurrencesRun last = g_array_index (runs, FfOccurrencesRun, runs->len - 1);
  FfOccurrencesRun all = { .position = first.position };
  guint added = 0, removed = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      added += g_array_index (runs, FfOccurrencesRun, i).added;
      removed += g_array_index (runs, FfOccurrencesRun, i).removed;
    }
  all.added = last.position + last.added - first.position;
  all.removed = all.added + removed - added;
  g_array_set_size (runs, 0);
  g_array_append_val (runs, all);
}

/**
 * ff_occurrences_list_runs:
 * @items: (element-type FfOccurrence): sorted dates
 * @begin: the first position that may change
 * @end: the position after the last one
 * @wanted: (element-type FfOccurrence): what is to be there, sorted
 * @zone: (nullable): by the clock of which zone they are sorted
 *
 * A date that shows the same as before stays, except between very many that do not.
 *
 * Returns: (transfer full) (element-type FfOccurrencesRun): what has to change, in order
 */
GArray *
ff_occurrences_list_runs (GPtrArray *items,
                          guint begin,
                          guint end,
                          GPtrArray *wanted,
                          GTimeZone *zone)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FfOccurrencesRun));
  guint at = begin, next = 0;

  while (at < end || next < wanted->len)
    {
      FfOccurrencesRun run = { .position = begin + next };

      while (at < end || next < wanted->len)
        {
          FfOccurrence *old = at < end ? g_ptr_array_index (items, at) : NULL;
          FfOccurrence *new = next < wanted->len ? g_ptr_array_index (wanted, next) : NULL;
          int order = old == NULL ? 1 : new == NULL ? -1 : compare (old, new, zone);

          if (order == 0 && ff_occurrence_equal (old, new))
            break;
          if (order <= 0)
            {
              at++;
              run.removed++;
            }
          if (order >= 0)
            {
              next++;
              run.added++;
            }
        }
      if (run.removed > 0 || run.added > 0)
        g_array_append_val (runs, run);
      else
        {
          at++;
          next++;
        }
    }
  if (runs->len > MOST_RUNS)
    merge_runs (runs);
  return runs;
}

/**
 * ff_occurrences_apply_runs:
 * @model: the list that shows @items
 * @items: (element-type FfOccurrence): its sorted dates
 * @begin: as ff_occurrences_list_runs() was given it
 * @runs: (element-type FfOccurrencesRun): what it gave
 * @wanted: (element-type FfOccurrence): as it was given it
 * @dropped: (element-type FfOccurrence): where the dates that went are put, for who can take the time to free them
 *
 * Makes the items those that were wanted, run by run, and says what changed.
 */
void
ff_occurrences_apply_runs (GListModel *model,
                           GPtrArray *items,
                           guint begin,
                           GArray *runs,
                           GPtrArray *wanted,
                           GPtrArray *dropped)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const FfOccurrencesRun run = g_array_index (runs, FfOccurrencesRun, i);
      const guint n_behind = items->len - run.position - run.removed;
      const guint n_items = run.position + run.added + n_behind;

      for (guint j = 0; j < run.removed; j++)
        g_ptr_array_add (dropped, g_steal_pointer (&items->pdata[run.position + j]));
      if (n_items > items->len)
        g_ptr_array_set_size (items, (int) n_items);
      memmove (items->pdata + run.position + run.added, items->pdata + run.position + run.removed,
               n_behind * sizeof (gpointer));
      for (guint j = 0; j < run.added; j++)
        items->pdata[run.position + j]
            = g_object_ref (g_ptr_array_index (wanted, run.position - begin + j));
      if (n_items < items->len)
        {
          /* What is behind was moved, not dropped. */
          g_ptr_array_set_free_func (items, NULL);
          g_ptr_array_set_size (items, (int) n_items);
          g_ptr_array_set_free_func (items, g_object_unref);
        }
      g_list_model_items_changed (model, run.position, run.removed, run.added);
    }
}

static gint64
floor_divide (gint64 number, gint64 by)
{
  return number / by - (number % by < 0);
}

/* The number of the day, or of the week from Monday, that an item is in. */
static gint64
get_section_key (GPtrArray *items, GTimeZone *zone, gboolean by_week, guint position)
{
  const gint64 day
      = floor_divide (ff_occurrences_get_clock (g_ptr_array_index (items, position), zone),
                      DAY_SECONDS);

  return by_week ? floor_divide (day + DAYS_FROM_MONDAY, DAYS_A_WEEK) : day;
}

/* The first position from @low to @high with a key above @key. */
static guint
find_key_above (GPtrArray *items,
                GTimeZone *zone,
                gboolean by_week,
                guint low,
                guint high,
                gint64 key)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_section_key (items, zone, by_week, middle) <= key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ff_occurrences_find_section:
 * @items: (element-type FfOccurrence): sorted
 * @zone: (nullable): by the clock of which zone; %NULL for each meeting's own
 * @by_week: whether a section is a week from Monday, or a day
 * @position: of an item
 * @start: (out): the first position of its section
 * @end: (out): the position after the section's last one
 */
void
ff_occurrences_find_section (GPtrArray *items,
                             GTimeZone *zone,
                             gboolean by_week,
                             guint position,
                             guint *start,
                             guint *end)
{
  gint64 key;

  g_return_if_fail (position < items->len);

  key = get_section_key (items, zone, by_week, position);
  *start = find_key_above (items, zone, by_week, 0, position, key - 1);
  *end = find_key_above (items, zone, by_week, position, items->len, key);
}

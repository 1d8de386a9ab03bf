/* ff-occurrences.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorted dates: their sections, and how they turn into others with the smallest change.
 */

#include "ff-occurrences.h"

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return ff_occurrence_compare (*(FfOccurrence *const *) a, *(FfOccurrence *const *) b);
}

/**
 * ff_occurrences_sort:
 * @items: (element-type FfOccurrence): to be put in order of their start
 */
void
ff_occurrences_sort (GPtrArray *items)
{
  g_ptr_array_sort (items, compare_items);
}

/**
 * ff_occurrences_find:
 * @items: (element-type FfOccurrence): sorted
 * @time: an instant
 *
 * Returns: the first position whose item starts at @time or later; the number of items where none does
 */
guint
ff_occurrences_find (GPtrArray *items, GDateTime *time)
{
  guint low = 0, high = items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      FfOccurrence *item = g_ptr_array_index (items, middle);

      if (g_date_time_compare (ff_occurrence_get_start (item), time) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ff_occurrences_become:
 * @model: the list that shows @items
 * @items: (element-type FfOccurrence): its sorted items
 * @begin: the first position that may change
 * @end: the position after the last one
 * @wanted: (element-type FfOccurrence): what is to be there, sorted
 *
 * Makes the items from @begin to @end those of @wanted, run by run, and says what changed; a row that
 * shows the same as before stays.
 */
void
ff_occurrences_become (GListModel *model,
                       GPtrArray *items,
                       guint begin,
                       guint end,
                       GPtrArray *wanted)
{
  guint at = begin, next = 0;

  while (at < end || next < wanted->len)
    {
      const guint run = at;
      guint removed = 0, added = 0;

      while (at < end || next < wanted->len)
        {
          FfOccurrence *old = at < end ? g_ptr_array_index (items, at) : NULL;
          FfOccurrence *new = next < wanted->len ? g_ptr_array_index (wanted, next) : NULL;
          int order = old == NULL ? 1 : new == NULL ? -1 : ff_occurrence_compare (old, new);

          if (order == 0 && ff_occurrence_equal (old, new))
            break;
          if (order <= 0)
            {
              g_ptr_array_remove_index (items, at);
              end--;
              removed++;
            }
          if (order >= 0)
            {
              g_ptr_array_insert (items, (int) at, g_object_ref (new));
              at++;
              end++;
              next++;
              added++;
            }
        }
      if (removed > 0 || added > 0)
        g_list_model_items_changed (model, run, removed, added);
      else
        {
          at++;
          next++;
        }
    }
}

/* The number of the day, or of the week, that an item is in. */
static guint32
get_section_key (GPtrArray *items, gboolean by_week, guint position)
{
  FfOccurrence *item = g_ptr_array_index (items, position);
  g_autoptr (GDateTime) local = g_date_time_to_local (ff_occurrence_get_start (item));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  /* Julian day 1 was a Monday. */
  return by_week ? (g_date_get_julian (&date) - 1) / 7 : g_date_get_julian (&date);
}

/* The first position from @low to @high with a key above @key. */
static guint
find_key_above (GPtrArray *items, gboolean by_week, guint low, guint high, guint32 key)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_section_key (items, by_week, middle) <= key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * ff_occurrences_find_section:
 * @items: (element-type FfOccurrence): sorted
 * @by_week: whether a section is a week from Monday, or a day
 * @position: of an item
 * @start: (out): the first position of its section
 * @end: (out): the position after the section's last one
 *
 * Days and weeks are those of the computer's zone.
 */
void
ff_occurrences_find_section (GPtrArray *items,
                             gboolean by_week,
                             guint position,
                             guint *start,
                             guint *end)
{
  guint32 key;

  g_return_if_fail (position < items->len);

  key = get_section_key (items, by_week, position);
  *start = key == 0 ? 0 : find_key_above (items, by_week, 0, position, key - 1);
  *end = find_key_above (items, by_week, position, items->len, key);
}

/* ff-place-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places that meetings use, to be found by the beginnings of their names.
 */

#include "ff-config.h"

#include <string.h>

#include "ff-fold.h"
#include "ff-meeting-words.h"
#include "ff-place-list.h"

typedef struct
{
  FfVenue *venue;
  guint uses;
} Place;

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const Place *first = *(const Place *const *) a;
  const Place *second = *(const Place *const *) b;

  if (first->uses != second->uses)
    return first->uses > second->uses ? -1 : 1;
  return strcmp (ff_venue_get_text (first->venue, FF_VENUE_NAME),
                 ff_venue_get_text (second->venue, FF_VENUE_NAME));
}

/* Rooms of one address are different places. */
static char *
dup_key (FfVenue *venue)
{
  return g_strjoin ("\n", ff_venue_get_text (venue, FF_VENUE_NAME),
                    ff_venue_get_text (venue, FF_VENUE_ADDRESS),
                    ff_venue_get_text (venue, FF_VENUE_ROOM), NULL);
}

static void
count_place (GHashTable *places, FfVenue *venue, const char *const *wanted)
{
  g_autofree char *words = ff_fold (ff_venue_get_text (venue, FF_VENUE_NAME));
  g_autofree char *key = NULL;
  Place *place;

  if (words[0] == '\0' || !ff_meeting_words_match (words, wanted))
    return;
  key = dup_key (venue);
  place = g_hash_table_lookup (places, key);
  if (place == NULL)
    {
      place = g_new0 (Place, 1);
      place->venue = venue;
      g_hash_table_insert (places, g_steal_pointer (&key), place);
    }
  place->uses++;
}

/**
 * ff_place_list_find:
 * @schedule: the schedule
 * @typed: the beginning of a name
 * @limit: how many at most
 *
 * Returns: (element-type FfVenue) (transfer full): different places whose names have words that begin with
 *   those typed, most used first
 */
GPtrArray *
ff_place_list_find (FfSchedule *schedule, const char *typed, guint limit)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) sorted = NULL;
  g_auto (GStrv) wanted = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *meetings;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), found);
  g_return_val_if_fail (typed != NULL, found);

  wanted = ff_meeting_words_split (typed);
  if (wanted[0] == NULL)
    return found;
  meetings = ff_schedule_get_meetings (schedule);
  for (guint i = 0; i < meetings->len; i++)
    count_place (places, ff_meeting_get_venue (g_ptr_array_index (meetings, i)),
                 (const char *const *) wanted);
  sorted = g_hash_table_get_values_as_ptr_array (places);
  g_ptr_array_sort (sorted, compare_uses);
  for (guint i = 0; i < sorted->len && i < limit; i++)
    g_ptr_array_add (found, g_object_ref (((Place *) g_ptr_array_index (sorted, i))->venue));
  return found;
}

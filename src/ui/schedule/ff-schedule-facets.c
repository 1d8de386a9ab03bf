/* ff-schedule-facets.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what the meetings of a schedule differ: days, formats, types, languages, regions, to choose from when searching.
 */

#include "ff-config.h"

#include "ff-schedule-facets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-format.h"
#include "ff-meeting-type.h"
#include "ff-recurrence.h"

#define DAYS_A_WEEK 7
/* More would be a list to search in, not to choose from. */
#define MOST_WORDS 24

typedef enum
{
  FACET_DAY,
  FACET_PART,
  FACET_FORMAT,
  FACET_ACCESS,
  FACET_OPEN,
  FACET_TYPE,
  FACET_LANGUAGE,
  FACET_REGION,
  FACET_PROGRAMME,
  N_FACETS,
} Facet;

static const char *const titles[N_FACETS] = {
  [FACET_DAY] = N_ ("Day"),
  [FACET_PART] = N_ ("Time of Day"),
  [FACET_FORMAT] = N_ ("Place"),
  [FACET_ACCESS] = N_ ("Access"),
  [FACET_OPEN] = N_ ("Open or Closed"),
  [FACET_TYPE] = N_ ("Type"),
  [FACET_LANGUAGE] = N_ ("Language"),
  [FACET_REGION] = N_ ("Region"),
  [FACET_PROGRAMME] = N_ ("Programme"),
};

static const char *const parts_of_day[] = {
  NC_ ("part of the day", "Morning"),   NC_ ("part of the day", "Noon"),
  NC_ ("part of the day", "Afternoon"), NC_ ("part of the day", "Evening"),
  NC_ ("part of the day", "Night"),
};

static void
facet_free (FfFacet *facet)
{
  g_ptr_array_unref (facet->words);
  g_free (facet);
}

static void
count (GHashTable *counts, const char *word)
{
  guint times;

  if (word == NULL || *word == '\0')
    return;
  times = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word));
  g_hash_table_insert (counts, g_strdup (word), GUINT_TO_POINTER (times + 1));
}

static Facet
find_type_facet (const FfMeetingType *type)
{
  if (g_str_equal (type->code, "O") || g_str_equal (type->code, "C"))
    return FACET_OPEN;
  switch (type->kind)
    {
    case FF_TYPE_KIND_LANGUAGE:
      return FACET_LANGUAGE;
    case FF_TYPE_KIND_ACCESS:
      return FACET_ACCESS;
    case FF_TYPE_KIND_FORMAT:
    case FF_TYPE_KIND_PEOPLE:
      return FACET_TYPE;
    default:
      g_return_val_if_reached (FACET_TYPE);
    }
}

static void
count_language (GHashTable *counts, const char *tag)
{
  g_autofree char *language = g_strndup (tag, strcspn (tag, "-_"));
  const FfMeetingType *types;
  gsize n_types;

  types = ff_meeting_types_list (&n_types);
  for (gsize i = 0; i < n_types; i++)
    if (types[i].language != NULL && g_str_equal (types[i].language, language))
      {
        count (counts, ff_meeting_type_get_title (&types[i]));
        return;
      }
}

static void
count_meeting (GHashTable **counts,
               FfSchedule *schedule,
               GHashTable *programmes,
               FfMeeting *meeting)
{
  FfGroup *group = ff_schedule_find_group (schedule, ff_meeting_get_group (meeting));
  FfVenue *venue = ff_meeting_get_venue (meeting);
  const char *region = ff_venue_get_text (venue, FF_VENUE_REGION);
  g_auto (GStrv) codes = ff_schedule_list_types (schedule, meeting);

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const FfMeetingType *type = ff_meeting_type_find (codes[i]);

      if (type != NULL)
        count (counts[find_type_facet (type)], ff_meeting_type_get_title (type));
    }
  if (ff_venue_get_mode (venue) != FF_MODE_HYBRID)
    count (counts[FACET_FORMAT], ff_mode_get_title (ff_venue_get_mode (venue)));
  else
    {
      count (counts[FACET_FORMAT], ff_mode_get_title (FF_MODE_IN_PERSON));
      count (counts[FACET_FORMAT], ff_mode_get_title (FF_MODE_ONLINE));
    }
  if (group != NULL)
    {
      count_language (counts[FACET_LANGUAGE], ff_group_get_language (group));
      count (counts[FACET_PROGRAMME],
             g_hash_table_lookup (programmes, ff_group_get_programme (group)));
    }
  if (*region == '\0' && group != NULL)
    region = ff_group_get_text (group, FF_GROUP_REGION);
  count (counts[FACET_REGION], region);
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer counts)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  const guint n_first = GPOINTER_TO_UINT (g_hash_table_lookup (counts, first));
  const guint n_second = GPOINTER_TO_UINT (g_hash_table_lookup (counts, second));

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  return g_utf8_collate (first, second);
}

static GPtrArray *
list_most_used (GHashTable *counts)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_sort_with_data (words, compare_counts, counts);
  if (words->len > MOST_WORDS)
    g_ptr_array_set_size (words, MOST_WORDS);
  return words;
}

static GPtrArray *
list_words (Facet facet, GHashTable *counts)
{
  GPtrArray *words;

  if (facet != FACET_DAY && facet != FACET_PART)
    return list_most_used (counts);
  words = g_ptr_array_new_with_free_func (g_free);
  if (facet == FACET_DAY)
    for (int weekday = 1; weekday <= DAYS_A_WEEK; weekday++)
      g_ptr_array_add (words, ff_format_capitalized (ff_weekday_get_name (weekday)));
  else
    for (gsize i = 0; i < G_N_ELEMENTS (parts_of_day); i++)
      g_ptr_array_add (words, g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "part of the day",
                                                      parts_of_day[i])));
  return words;
}

/**
 * ff_schedule_facets_list:
 * @schedule: a schedule
 * @programmes: (element-type utf8 utf8): the titles of programmes by their ids
 *
 * Takes its time with many meetings: call it on a thread.
 *
 * Returns: (transfer full) (element-type FfFacet): by what its meetings differ, each with at least one word by which
 *   ff_meeting_words_match() finds some of them; what every meeting is, is there as well
 */
GPtrArray *
ff_schedule_facets_list (FfSchedule *schedule, GHashTable *programmes)
{
  GPtrArray *facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  GHashTable *counts[N_FACETS];

  for (guint i = 0; i < N_FACETS; i++)
    counts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < meetings->len; i++)
    count_meeting (counts, schedule, programmes, g_ptr_array_index (meetings, i));
  for (guint i = 0; i < N_FACETS; i++)
    {
      g_autoptr (GPtrArray) words = list_words (i, counts[i]);
      FfFacet *facet;

      g_hash_table_unref (counts[i]);
      if (words->len == 0)
        continue;
      facet = g_new0 (FfFacet, 1);
      facet->title = _ (titles[i]);
      facet->words = g_steal_pointer (&words);
      g_ptr_array_add (facets, facet);
    }
  return facets;
}

/* ff-clash.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two meetings in the same room, or on the same link, at the same time.
 */

#include "ff-clash.h"

#include <string.h>

#include "ff-fold.h"

#define LONGEST_MEETING_DAYS 1

/* Where people meet on one date, each text folded; "" where there is none. */
typedef struct
{
  char *name;
  char *address;
  char *room;
  char *link;
} Spot;

static void
spot_clear (Spot *spot)
{
  g_clear_pointer (&spot->name, g_free);
  g_clear_pointer (&spot->address, g_free);
  g_clear_pointer (&spot->room, g_free);
  g_clear_pointer (&spot->link, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spot, spot_clear)

/* A passcode in a link opens the same room. */
static gboolean
is_passcode (const char *parameter)
{
  return g_str_has_prefix (parameter, "pwd=") || g_str_has_prefix (parameter, "passcode=");
}

static char *
get_query (GUri *uri)
{
  g_auto (GStrv) parameters = NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;

  if (g_uri_get_query (uri) == NULL)
    return g_strdup ("");

  parameters = g_strsplit (g_uri_get_query (uri), "&", -1);
  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] != '\0' && !is_passcode (parameters[i]))
        g_strv_builder_add (kept, parameters[i]);
    }
  rest = g_strv_builder_end (kept);
  return g_strjoinv ("&", rest);
}

/* Host in small letters, without scheme, “www.”, final slash, fragment and passcode. */
static char *
normalise_link (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return ff_fold (link);

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = g_strdup (g_uri_get_path (uri));
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  query = get_query (uri);
  return g_strdup_printf ("%s%s?%s", g_str_has_prefix (host, "www.") ? host + 4 : host, path,
                          query);
}

static char *
fold_text (FfVenue *venue, FfVenueText text)
{
  g_autofree char *folded = ff_fold (ff_venue_get_text (venue, text));

  return g_strdup (g_strchomp (folded));
}

/* @override: (nullable): what is different on that date; a place that it names is a name and nothing more. */
static Spot
find_spot (FfMeeting *meeting, FfOverride *override)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);
  const FfMode mode = ff_venue_get_mode (venue);
  const char *place = override != NULL ? ff_override_get_place (override) : NULL;
  const char *link = override != NULL ? ff_override_get_link (override) : NULL;
  Spot spot = { NULL };

  if (place != NULL)
    spot.name = ff_fold (place);
  else if (mode == FF_MODE_IN_PERSON || mode == FF_MODE_HYBRID)
    {
      spot.name = fold_text (venue, FF_VENUE_NAME);
      spot.address = fold_text (venue, FF_VENUE_ADDRESS);
      spot.room = fold_text (venue, FF_VENUE_ROOM);
    }
  if (link == NULL && (mode == FF_MODE_ONLINE || mode == FF_MODE_HYBRID))
    link = ff_venue_get_text (venue, FF_VENUE_LINK);
  if (link != NULL && *link != '\0')
    spot.link = normalise_link (link);

  return spot;
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_same_room (const Spot *a, const Spot *b)
{
  const gboolean both_named = is_said (a->name) && is_said (b->name);
  const gboolean same_name = both_named && g_str_equal (a->name, b->name);

  if (is_said (a->address) && is_said (b->address))
    {
      if (!g_str_equal (a->address, b->address))
        return FALSE;
      /* Two names in one building are two rooms, unless the rooms themselves are named. */
      if (both_named && !same_name && !is_said (a->room))
        return FALSE;
    }
  else if (!same_name)
    return FALSE;

  return g_strcmp0 (is_said (a->room) ? a->room : "", is_said (b->room) ? b->room : "") == 0;
}

static gboolean
is_same_link (const Spot *a, const Spot *b)
{
  return is_said (a->link) && g_strcmp0 (a->link, b->link) == 0;
}

static gboolean
meets (const Spot *a, const Spot *b)
{
  return is_same_link (a, b) || is_same_room (a, b);
}

/* Whether any date of @meeting can be where one of @spots is. */
static gboolean
is_candidate (GArray *spots, FfMeeting *meeting, GPtrArray *overrides)
{
  for (guint i = 0; i <= (overrides != NULL ? overrides->len : 0); i++)
    {
      g_auto (Spot) other
          = find_spot (meeting, i > 0 ? g_ptr_array_index (overrides, i - 1) : NULL);

      for (guint j = 0; j < spots->len; j++)
        {
          if (meets (&g_array_index (spots, Spot, j), &other))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
overlaps (FfOccurrence *a, FfOccurrence *b)
{
  return g_date_time_compare (ff_occurrence_get_start (a), ff_occurrence_get_end (b)) < 0
         && g_date_time_compare (ff_occurrence_get_start (b), ff_occurrence_get_end (a)) < 0;
}

static FfClash *
compare_dates (FfOccurrence *mine, FfOccurrence *other)
{
  g_auto (Spot) my_spot
      = find_spot (ff_occurrence_get_meeting (mine), ff_occurrence_get_override (mine));
  g_auto (Spot) other_spot
      = find_spot (ff_occurrence_get_meeting (other), ff_occurrence_get_override (other));
  FfClash *clash;

  if (!meets (&my_spot, &other_spot))
    return NULL;

  clash = g_new0 (FfClash, 1);
  clash->mine = g_object_ref (mine);
  clash->other = g_object_ref (other);
  clash->same_link = !is_same_room (&my_spot, &other_spot);
  return clash;
}

/* Both lists are in the order of their starts, so what is over before a date of mine is not looked at again. */
static FfClash *
find_first (GPtrArray *mine, GPtrArray *others)
{
  guint begin = 0;

  for (guint i = 0; i < mine->len; i++)
    {
      FfOccurrence *date = g_ptr_array_index (mine, i);

      if (ff_occurrence_get_cancelled (date))
        continue;
      while (begin < others->len
             && g_date_time_compare (ff_occurrence_get_end (g_ptr_array_index (others, begin)),
                                     ff_occurrence_get_start (date))
                    <= 0)
        begin++;
      for (guint j = begin; j < others->len; j++)
        {
          FfOccurrence *other = g_ptr_array_index (others, j);
          FfClash *clash = NULL;

          if (g_date_time_compare (ff_occurrence_get_start (other), ff_occurrence_get_end (date))
              >= 0)
            break;
          if (!ff_occurrence_get_cancelled (other) && overlaps (date, other))
            clash = compare_dates (date, other);
          if (clash != NULL)
            return clash;
        }
    }
  return NULL;
}

static GPtrArray *
list_dates (FfSchedule *schedule, FfMeeting *meeting, GDateTime *from, GDateTime *until)
{
  return ff_meeting_list_occurrences (
      meeting, ff_schedule_get_overrides (schedule, ff_meeting_get_uid (meeting)),
      ff_schedule_find_holidays (schedule, meeting), from, until, NULL);
}

/* Everywhere that @mine are, each once as far as neighbours go. */
static GArray *
list_spots (GPtrArray *mine)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  gboolean has_usual = FALSE;

  g_array_set_clear_func (spots, (GDestroyNotify) spot_clear);
  for (guint i = 0; i < mine->len; i++)
    {
      FfOccurrence *date = g_ptr_array_index (mine, i);
      FfOverride *override = ff_occurrence_get_override (date);
      const gboolean is_usual = override == NULL
                                || (ff_override_get_place (override) == NULL
                                    && ff_override_get_link (override) == NULL);
      Spot spot;

      if (ff_occurrence_get_cancelled (date) || (is_usual && has_usual))
        continue;
      spot = find_spot (ff_occurrence_get_meeting (date), override);
      g_array_append_val (spots, spot);
      has_usual = has_usual || is_usual;
    }
  return spots;
}

static int
compare_clashes (gconstpointer a, gconstpointer b)
{
  const FfClash *first = *(FfClash *const *) a;
  const FfClash *second = *(FfClash *const *) b;
  const int order = ff_occurrence_compare (first->mine, second->mine);

  return order != 0 ? order : ff_occurrence_compare (first->other, second->other);
}

/**
 * ff_clash_free:
 * @clash: (transfer full) (nullable): a clash
 */
void
ff_clash_free (FfClash *clash)
{
  if (clash == NULL)
    return;

  g_clear_object (&clash->mine);
  g_clear_object (&clash->other);
  g_free (clash);
}

/**
 * ff_clash_find:
 * @meeting: a meeting as it is or is going to be
 * @schedule: all others; the one with the same UUID is passed over
 * @from: the earliest start of @meeting that is looked at
 * @days: for how many days
 *
 * The same room is one of the same name or address and the same room in it, neither case nor accents matter;
 * the same link is one that leads to the same page, whatever passcode stands in it. A meeting that is only
 * online is in no room. A date that is not held clashes with nothing; one that is elsewhere is compared where it is.
 *
 * Returns: (element-type FfClash) (transfer full): the first clash with each other meeting, soonest first
 */
GPtrArray *
ff_clash_find (FfMeeting *meeting, FfSchedule *schedule, GDateTime *from, int days)
{
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_clash_free);
  g_autoptr (GDateTime) until = NULL, before = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GArray) spots = NULL;
  GPtrArray *meetings;

  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);
  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (from != NULL && days >= 0, NULL);

  until = g_date_time_add_days (from, days);
  before = g_date_time_add_days (from, -LONGEST_MEETING_DAYS);
  mine = list_dates (schedule, meeting, from, until);
  if (mine == NULL || mine->len == 0)
    return g_steal_pointer (&clashes);

  g_clear_pointer (&until, g_date_time_unref);
  until = g_date_time_add_days (from, days + LONGEST_MEETING_DAYS);
  spots = list_spots (mine);
  meetings = ff_schedule_get_meetings (schedule);
  for (guint i = 0; i < meetings->len; i++)
    {
      FfMeeting *other = g_ptr_array_index (meetings, i);
      const char *uid = ff_meeting_get_uid (other);
      g_autoptr (GPtrArray) dates = NULL;
      FfClash *clash = NULL;

      if (g_str_equal (uid, ff_meeting_get_uid (meeting))
          || !is_candidate (spots, other, ff_schedule_get_overrides (schedule, uid)))
        continue;
      dates = list_dates (schedule, other, before, until);
      if (dates != NULL)
        clash = find_first (mine, dates);
      if (clash != NULL)
        g_ptr_array_add (clashes, clash);
    }

  g_ptr_array_sort (clashes, compare_clashes);
  return g_steal_pointer (&clashes);
}

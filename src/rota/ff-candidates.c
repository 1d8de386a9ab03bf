/* ff-candidates.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom a place may be given to, best first, and why; whom to ask for cover; who could swap.
 */

#include "ff-candidates.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-rota-parts.h"
#include "ff-rota-words.h"

/**
 * ff_candidate_free:
 * @candidate: (transfer full) (nullable): a candidate
 */
void
ff_candidate_free (FfCandidate *candidate)
{
  if (candidate == NULL)
    return;
  g_clear_object (&candidate->volunteer);
  g_free (candidate);
}

static int
find_distance (const RotaVolunteer *who, const RotaDate *date)
{
  if (date->mode == FF_MODE_ONLINE || date->mode == FF_MODE_PHONE || !who->has_position
      || !date->has_position)
    return -1;
  return (int) ceil (
      ff_rota_get_distance (who->latitude, who->longitude, date->latitude, date->longitude));
}

static FfCandidate *
make_candidate (FfRota *rota, guint slot, guint volunteer, FfHindrances hindrances)
{
  const RotaVolunteer *who = ff_rota_volunteer (rota, volunteer);
  const guint date = ff_rota_get_date_of (rota, slot);
  FfCandidate *candidate = g_new0 (FfCandidate, 1);

  candidate->volunteer = g_object_ref (who->volunteer);
  candidate->hindrances = hindrances;
  candidate->same_group = !ff_rota_is_stranger (rota, volunteer, slot);
  candidate->wish = ff_rota_get_wish (rota, volunteer, date);
  candidate->duties = ff_rota_duties_count (rota->duties, volunteer);
  candidate->last_asked = who->last_asked;
  candidate->distance = find_distance (who, ff_rota_date (rota, date));
  return candidate;
}

static GPtrArray *
find_candidates (FfRota *rota, guint slot, gboolean all)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_candidate_free);

  for (guint i = 0; i < ff_rota_count_volunteers (rota); i++)
    {
      const FfHindrances lasting = ff_rota_find_lasting (rota, i, slot);
      FfHindrances hindrances;

      if (lasting != 0 && !all)
        continue;
      hindrances = lasting | ff_rota_duties_find (rota->duties, i, slot, -1);
      if (hindrances == 0 || all)
        g_ptr_array_add (candidates, make_candidate (rota, slot, i, hindrances));
    }
  return candidates;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_loads (const FfCandidate *a, const FfCandidate *b, FfRota *rota)
{
  const double first
      = a->duties / ff_rota_get_divisor (rota, (guint) ff_rota_find_volunteer (rota, a->volunteer));
  const double second
      = b->duties / ff_rota_get_divisor (rota, (guint) ff_rota_find_volunteer (rota, b->volunteer));

  return first < second ? -1 : first > second;
}

static int
compare_names (const FfCandidate *a, const FfCandidate *b)
{
  const int order
      = g_utf8_collate (ff_volunteer_get_name (a->volunteer), ff_volunteer_get_name (b->volunteer));

  return order != 0
             ? order
             : g_strcmp0 (ff_volunteer_get_uid (a->volunteer), ff_volunteer_get_uid (b->volunteer));
}

/* Nothing before something, one thing before two, and of these the one that a word could change. */
static int
compare_hindrances (FfHindrances a, FfHindrances b)
{
  const int first = __builtin_popcount (a), second = __builtin_popcount (b);

  return first != second ? compare_numbers (first, second) : compare_numbers (b, a);
}

static int
compare_candidates (gconstpointer a, gconstpointer b, gpointer rota)
{
  const FfCandidate *first = *(FfCandidate *const *) a;
  const FfCandidate *second = *(FfCandidate *const *) b;
  int order = compare_hindrances (first->hindrances, second->hindrances);

  if (order == 0)
    order = second->same_group - first->same_group;
  if (order == 0)
    order = (int) first->wish - (int) second->wish;
  if (order == 0)
    order = compare_loads (first, second, rota);
  if (order == 0)
    order = compare_numbers (first->last_asked, second->last_asked);
  return order != 0 ? order : compare_names (first, second);
}

static int
compare_for_cover (gconstpointer a, gconstpointer b, gpointer rota)
{
  const FfCandidate *first = *(FfCandidate *const *) a;
  const FfCandidate *second = *(FfCandidate *const *) b;
  const int order = compare_numbers (first->last_asked, second->last_asked);

  return order != 0 ? order : compare_candidates (a, b, rota);
}

/**
 * ff_candidates_list:
 * @rota: a rota
 * @slot: a place of it
 * @all: whether those whom something speaks against are listed too
 *
 * Whoever has the place already is among them.
 *
 * Returns: (element-type FfCandidate) (transfer full): best first
 */
GPtrArray *
ff_candidates_list (FfRota *rota, FfSlot *slot, gboolean all)
{
  GPtrArray *candidates;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);

  candidates = find_candidates (rota, ff_slot_get_index (slot), all);
  g_ptr_array_sort_with_data (candidates, compare_candidates, rota);
  return candidates;
}

/**
 * ff_candidates_list_for_cover:
 * @rota: a rota
 * @slot: a place of it
 *
 * Whoever has the place, and cannot come, is left out.
 *
 * Returns: (element-type FfCandidate) (transfer full): those whom nothing speaks against, least recently asked first
 */
GPtrArray *
ff_candidates_list_for_cover (FfRota *rota, FfSlot *slot)
{
  GPtrArray *candidates;
  guint index;
  int holder;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);

  index = ff_slot_get_index (slot);
  holder = ff_rota_get_holder (rota, index);
  candidates = find_candidates (rota, index, FALSE);
  for (guint i = 0; i < candidates->len; i++)
    {
      const FfCandidate *candidate = g_ptr_array_index (candidates, i);

      if (holder >= 0 && ff_rota_find_volunteer (rota, candidate->volunteer) == holder)
        {
          g_ptr_array_remove_index (candidates, i);
          break;
        }
    }
  g_ptr_array_sort_with_data (candidates, compare_for_cover, rota);
  return candidates;
}

static gboolean
is_to_come (FfRota *rota, guint slot, GDateTime *now)
{
  FfOccurrence *occurrence = ff_slot_get_occurrence (ff_rota_get_slot (rota, slot));

  return g_date_time_compare (ff_occurrence_get_start (occurrence), now) > 0;
}

/* Whether @volunteer could have @slot in place of @instead. */
static gboolean
could_take (FfRota *rota, guint volunteer, guint slot, guint instead)
{
  return ff_rota_find_lasting (rota, volunteer, slot) == 0
         && ff_rota_duties_find (rota->duties, volunteer, slot, (int) instead) == 0;
}

/**
 * ff_candidates_list_swaps:
 * @rota: a rota
 * @slot: a place of it
 * @now: what time it is; what has begun by then cannot be given away any more
 *
 * Returns: (element-type FfSlot) (transfer container): slots of others whose holder could take @slot while the holder of @slot takes theirs, soonest first;
 *   none where nobody has @slot, or it has begun
 */
GPtrArray *
ff_candidates_list_swaps (FfRota *rota, FfSlot *slot, GDateTime *now)
{
  GPtrArray *swaps;
  guint mine;
  int holder;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  swaps = g_ptr_array_new ();
  mine = ff_slot_get_index (slot);
  holder = ff_rota_get_holder (rota, mine);
  if (holder < 0 || !is_to_come (rota, mine, now))
    return swaps;
  for (guint i = 0; i < ff_rota_count_slots (rota); i++)
    {
      const int other = ff_rota_get_holder (rota, i);

      if (other >= 0 && other != holder && is_to_come (rota, i, now)
          && ff_rota_get_kind_of (rota, i) != ff_rota_get_kind_of (rota, mine)
          && could_take (rota, (guint) other, mine, i)
          && could_take (rota, (guint) holder, i, mine))
        g_ptr_array_add (swaps, ff_rota_get_slot (rota, i));
    }
  return swaps;
}

/* The day on which the first of what the role requires runs out; G_MAXINT where nothing does. */
static int
find_first_end (FfRota *rota, guint slot, guint volunteer)
{
  const RotaPlace *place = ff_rota_place (rota, slot);
  const int day = ff_rota_date (rota, place->date)->day;
  GArray *wanted = g_ptr_array_index (rota->role_requirements, place->role);
  GArray *trainings = ff_rota_volunteer (rota, volunteer)->trainings;
  int first = G_MAXINT;

  for (guint i = 0; i < wanted->len; i++)
    {
      int last = G_MININT;

      for (guint j = 0; j < trainings->len; j++)
        {
          const RotaTraining *training = &g_array_index (trainings, RotaTraining, j);

          if (training->requirement == g_array_index (wanted, guint, i) && training->from <= day)
            last = MAX (last, training->until);
        }
      first = MIN (first, last);
    }
  return first;
}

static void
add_training (GPtrArray *words, FfRota *rota, guint slot, guint volunteer)
{
  const guint role = ff_rota_place (rota, slot)->role;
  const int end = find_first_end (rota, slot, volunteer);
  g_autofree char *shown = NULL;

  if (((GArray *) g_ptr_array_index (rota->role_requirements, role))->len == 0)
    return;
  if (end == G_MAXINT)
    {
      g_ptr_array_add (words, g_strdup (_ ("trained")));
      return;
    }
  shown = ff_rota_format_day (end);
  /* Translators: a day: “trained until 3 March 2027” */
  g_ptr_array_add (words, g_strdup_printf (_ ("trained until %s"), shown));
}

static void
add_asked (GPtrArray *words, gint64 asked)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *shown = NULL;

  if (asked == 0)
    {
      g_ptr_array_add (words, g_strdup (_ ("not asked yet")));
      return;
    }
  time = g_date_time_new_from_unix_local (asked / G_USEC_PER_SEC);
  shown = g_date_time_format (time, C_ ("day in a sentence", "%-d %B %Y"));
  /* Translators: a day */
  g_ptr_array_add (words, g_strdup_printf (_ ("last asked on %s"), shown));
}

static void
add_hindrances (GPtrArray *words, FfHindrances hindrances)
{
  for (guint bit = 0; bit < FF_N_HINDRANCES; bit++)
    {
      if ((hindrances & (1u << bit)) != 0)
        g_ptr_array_add (words, g_strdup (ff_rota_name_hindrance ((FfHindrances) (1u << bit))));
    }
}

static void
add_wish (GPtrArray *words, FfWish wish)
{
  if (wish == FF_WISH_LIKES)
    g_ptr_array_add (words, g_strdup (_ ("likes that hour")));
  else if (wish == FF_WISH_RATHER_NOT)
    g_ptr_array_add (words, g_strdup (_ ("would rather not at that hour")));
}

/* Its first letter large, as a line begins. */
static char *
join (GPtrArray *words)
{
  g_autofree char *joined = NULL, *first = NULL;

  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" · ", (char **) words->pdata);
  first = g_utf8_strup (joined, g_utf8_next_char (joined) - joined);
  return g_strconcat (first, g_utf8_next_char (joined), NULL);
}

/**
 * ff_candidate_describe:
 * @rota: a rota
 * @slot: a place of it
 * @candidate: somebody for that place
 *
 * Returns: (transfer full): why they stand where they do: “Free · trained until 3 March 2027 · not asked yet · of this group”
 */
char *
ff_candidate_describe (FfRota *rota, FfSlot *slot, FfCandidate *candidate)
{
  g_autoptr (GPtrArray) words = NULL;
  int volunteer;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);
  g_return_val_if_fail (FF_IS_SLOT (slot), NULL);
  g_return_val_if_fail (candidate != NULL, NULL);
  volunteer = ff_rota_find_volunteer (rota, candidate->volunteer);
  g_return_val_if_fail (volunteer >= 0, NULL);

  words = g_ptr_array_new_with_free_func (g_free);
  if (candidate->hindrances == 0)
    {
      g_ptr_array_add (words, g_strdup (_ ("free")));
      add_training (words, rota, ff_slot_get_index (slot), (guint) volunteer);
    }
  add_hindrances (words, candidate->hindrances);
  add_wish (words, candidate->wish);
  if (candidate->duties > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u duty already", "%u duties already",
                                                       candidate->duties),
                                             candidate->duties));
  add_asked (words, candidate->last_asked);
  if (candidate->same_group)
    g_ptr_array_add (words, g_strdup (_ ("of this group")));
  if (candidate->distance >= 0)
    /* Translators: kilometres from home */
    g_ptr_array_add (words, g_strdup_printf (_ ("%d km away"), candidate->distance));
  return join (words);
}

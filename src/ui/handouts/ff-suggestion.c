/* ff-suggestion.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which handouts a group may want next: by point, those that it has not had for longest.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-suggestion.h"

#define DAY (24 * 60 * 60)
#define N_POINTS 4
#define N_BUCKETS (N_POINTS + 1) /* the last one: of no point */

/* The handouts of one point. */
typedef struct
{
  FfHandout *best; /* (nullable): the one not had for longest, the first of several */
  gint64 best_had;
  gint64 last; /* when any of them was had */
  guint place;
} Bucket;

/**
 * ff_suggestion_free:
 * @suggestion: a suggestion
 */
void
ff_suggestion_free (FfSuggestion *suggestion)
{
  g_object_unref (suggestion->handout);
  g_free (suggestion);
}

/**
 * ff_suggestion_find_had:
 * @had: (element-type utf8 gint64): when a group last had each handout
 * @id: a handout's
 *
 * Returns: Unix seconds; 0 for never
 */
gint64
ff_suggestion_find_had (GHashTable *had, const char *id)
{
  const gint64 *when = g_hash_table_lookup (had, id);

  return when != NULL ? *when : 0;
}

static gboolean
is_in_bucket (FfHandout *handout, guint place)
{
  FfPoints points = ff_handout_get_points (handout);

  return place < N_POINTS ? (points & (1u << place)) != 0 : points == 0;
}

static gboolean
is_suggested (GPtrArray *suggestions, FfHandout *handout)
{
  for (guint i = 0; i < suggestions->len; i++)
    if (((FfSuggestion *) suggestions->pdata[i])->handout == handout)
      return TRUE;
  return FALSE;
}

/* Something to read, or around the meeting itself, is no tool to work with. */
static gboolean
is_tool (FfHandout *handout)
{
  switch (ff_handout_get_kind (handout))
    {
    case FF_HANDOUT_WORKSHEET:
    case FF_HANDOUT_ACTIVITY:
      return TRUE;

    case FF_HANDOUT_REFERENCE:
    case FF_HANDOUT_MEETING:
      return FALSE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
fill_bucket (Bucket *bucket, GPtrArray *handouts, GHashTable *had, GPtrArray *suggestions)
{
  for (guint i = 0; i < handouts->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (handouts, i);
      gint64 when = ff_suggestion_find_had (had, ff_handout_get_id (handout));

      if (!is_in_bucket (handout, bucket->place) || !is_tool (handout))
        continue;
      bucket->last = MAX (bucket->last, when);
      if (is_suggested (suggestions, handout) || (bucket->best != NULL && when >= bucket->best_had))
        continue;
      bucket->best = handout;
      bucket->best_had = when;
    }
}

static int
compare_buckets (gconstpointer a, gconstpointer b)
{
  const Bucket *first = a, *second = b;

  if (first->last != second->last)
    return first->last < second->last ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

/**
 * ff_suggestion_list:
 * @handouts: (element-type FfHandout): those that the group's programme offers, in its order
 * @had: (element-type utf8 gint64): when the group last had each
 *
 * Of each point, the worksheet or activity that the group has not had for longest; what it never had comes before all others, in the
 * programme's order. The point that was left alone for longest comes first, those of no point last.
 *
 * Returns: (transfer full) (element-type FfSuggestion): none twice
 */
GPtrArray *
ff_suggestion_list (GPtrArray *handouts, GHashTable *had)
{
  g_return_val_if_fail (handouts != NULL, NULL);
  g_return_val_if_fail (had != NULL, NULL);

  GPtrArray *suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_suggestion_free);
  Bucket buckets[N_BUCKETS];

  for (guint i = 0; i < N_BUCKETS; i++)
    {
      buckets[i] = (Bucket) { .place = i };
      fill_bucket (&buckets[i], handouts, had, suggestions);
    }
  qsort (buckets, N_POINTS, sizeof *buckets, compare_buckets);
  for (guint i = 0; i < N_BUCKETS; i++)
    {
      Bucket bucket = { .place = buckets[i].place };
      FfSuggestion *suggestion;

      /* Anew, as its best may stand there for another point already. */
      fill_bucket (&bucket, handouts, had, suggestions);
      if (bucket.best == NULL)
        continue;
      suggestion = g_new0 (FfSuggestion, 1);
      suggestion->handout = g_object_ref (bucket.best);
      suggestion->had = bucket.best_had;
      g_ptr_array_add (suggestions, suggestion);
    }
  return suggestions;
}

/**
 * ff_suggestion_make_reason:
 * @had: when a group last had a handout, in Unix seconds; 0 for never
 * @now: Unix seconds
 *
 * Returns: (transfer full): why it may want it, in words
 */
char *
ff_suggestion_make_reason (gint64 had, gint64 now)
{
  guint days = (guint) (MAX (now - had, 0) / DAY);

  if (had == 0)
    return g_strdup (_ ("New to this group"));
  if (days < 1)
    return g_strdup (_ ("This group just had it"));
  if (days < 7)
    return g_strdup_printf (ngettext ("Not for %u day", "Not for %u days", days), days);
  if (days < 12 * 7)
    return g_strdup_printf (ngettext ("Not for %u week", "Not for %u weeks", days / 7), days / 7);
  if (days < 2 * 365)
    return g_strdup_printf (ngettext ("Not for %u month", "Not for %u months", days / 30),
                            days / 30);
  return g_strdup_printf (ngettext ("Not for %u year", "Not for %u years", days / 365), days / 365);
}

/* ff-outline.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting's outline, made longer or shorter.
 */

#include "ff-outline.h"

static FfOutlinePart *
get_part (GPtrArray *parts, guint i)
{
  return g_ptr_array_index (parts, i);
}

static guint
sum_minutes (GPtrArray *parts)
{
  guint sum = 0;

  for (guint i = 0; i < parts->len; i++)
    sum += get_part (parts, i)->minutes;

  return sum;
}

/* How far the part @i is above its share of @minutes, in minutes times @whole so that it is whole. */
static gint64
get_excess (GPtrArray *parts, GPtrArray *scaled, guint i, guint minutes, guint whole)
{
  return (gint64) get_part (scaled, i)->minutes * whole
         - (gint64) get_part (parts, i)->minutes * minutes;
}

/* The part that can best give a minute away, unprotected ones first. */
static FfOutlinePart *
find_giver (GPtrArray *parts, GPtrArray *scaled, guint minutes, guint whole)
{
  FfOutlinePart *giver = NULL;
  gint64 most = 0;

  for (guint i = 0; i < scaled->len; i++)
    {
      FfOutlinePart *part = get_part (scaled, i);
      gint64 excess = get_excess (parts, scaled, i, minutes, whole);

      if (part->minutes == 1 || (giver != NULL && !giver->is_protected && part->is_protected))
        continue;
      if (giver == NULL || (giver->is_protected && !part->is_protected) || excess > most)
        {
          giver = part;
          most = excess;
        }
    }

  return giver;
}

/* The part that lacks most of its share. */
static FfOutlinePart *
find_taker (GPtrArray *parts, GPtrArray *scaled, guint minutes, guint whole)
{
  guint taker = 0;

  for (guint i = 1; i < scaled->len; i++)
    {
      if (get_excess (parts, scaled, i, minutes, whole)
          < get_excess (parts, scaled, taker, minutes, whole))
        taker = i;
    }

  return get_part (scaled, taker);
}

/* Shares, with protected parts rounded up and others down, but to one minute at least. */
static GPtrArray *
share_out (GPtrArray *parts, guint minutes, guint whole)
{
  GPtrArray *scaled = g_ptr_array_new_full (parts->len, (GDestroyNotify) ff_outline_part_free);

  for (guint i = 0; i < parts->len; i++)
    {
      const FfOutlinePart *part = get_part (parts, i);
      FfOutlinePart *share = g_new0 (FfOutlinePart, 1);
      guint64 product = (guint64) part->minutes * minutes;

      share->title = g_strdup (part->title);
      share->is_protected = part->is_protected;
      share->minutes = (guint) ((share->is_protected ? product + whole - 1 : product) / whole);
      share->minutes = MAX (share->minutes, 1);
      g_ptr_array_add (scaled, share);
    }

  return scaled;
}

/**
 * ff_outline_part_free:
 * @part: (transfer full) (nullable): a part of an outline
 */
void
ff_outline_part_free (FfOutlinePart *part)
{
  if (part == NULL)
    return;

  g_free (part->title);
  g_free (part);
}

/**
 * ff_outline_scale:
 * @parts: (element-type FfOutlinePart): an outline; one part at least, of a minute or more each
 * @minutes: how long it is to be; as many as there are parts, where it is fewer
 *
 * Shares @minutes out by largest remainder, keeping one minute for each part, and for a protected
 * part its whole share, rounded up.
 *
 * Returns: (element-type FfOutlinePart) (transfer full): the parts in the same order
 */
GPtrArray *
ff_outline_scale (GPtrArray *parts, guint minutes)
{
  guint whole = sum_minutes (parts);
  GPtrArray *scaled;

  g_return_val_if_fail (parts->len > 0 && whole >= parts->len, NULL);

  minutes = MAX (minutes, parts->len);
  scaled = share_out (parts, minutes, whole);

  for (guint sum = sum_minutes (scaled); sum > minutes; sum--)
    find_giver (parts, scaled, minutes, whole)->minutes--;
  for (guint sum = sum_minutes (scaled); sum < minutes; sum++)
    find_taker (parts, scaled, minutes, whole)->minutes++;

  return scaled;
}

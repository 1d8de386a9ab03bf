/* ff-occurrences.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates in the order of the clock that they are shown by: their sections, and how they turn into others with the smallest change.
 */

#pragma once

#include <gio/gio.h>

#include "ff-occurrence.h"

G_BEGIN_DECLS

/* A run of dates that go, and of others that come in their place. */
typedef struct
{
  guint position; /* once the runs before it are done */
  guint removed;
  guint added;
} FfOccurrencesRun;

/* @zone: (nullable): whose clock it is; NULL: of each meeting's own zone. */
gint64  ff_occurrences_get_clock (FfOccurrence *occurrence, /* seconds since 1970 as that clock counts them */
                                  GTimeZone    *zone);
gint64  ff_occurrences_read_clock (GDateTime   *time);
/* Sorts @items, and drops those outside [from, until). */
void    ff_occurrences_arrange   (GPtrArray    *items,
                                  GTimeZone    *zone,
                                  gint64        from,
                                  gint64        until);
guint   ff_occurrences_find      (GPtrArray    *items,
                                  GTimeZone    *zone,
                                  gint64        clock);
/* (element-type FfOccurrencesRun): what makes @wanted of @items[begin, end) */
GArray *ff_occurrences_list_runs (GPtrArray    *items,
                                  guint         begin,
                                  guint         end,
                                  GPtrArray    *wanted,
                                  GTimeZone    *zone);
/* @dropped: (element-type FfOccurrence): where those that went are put */
void    ff_occurrences_apply_runs (GListModel  *model,
                                  GPtrArray    *items,
                                  guint         begin,
                                  GArray       *runs,
                                  GPtrArray    *wanted,
                                  GPtrArray    *dropped);
void    ff_occurrences_find_section (GPtrArray *items,
                                  GTimeZone    *zone,
                                  gboolean      by_week,
                                  guint         position,
                                  guint        *start,
                                  guint        *end);

G_END_DECLS

/* ff-week-layout.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Side by side what overlaps, as far as there is room, and the way from one to the next with the arrow keys.
 */

#pragma once

#include "ff-week-spans.h"

G_BEGIN_DECLS

/* A short meeting takes this much room, so that its name can be read. */
#define FF_WEEK_LEAST_MINUTES 30

typedef struct
{
  guint first; /* of its spans, whose numbers are in the layout's order */
  guint count; /* 1, or how many a crowded hour keeps back */
  guint16 day;
  guint16 from;
  guint16 until;
  guint8 lane;
  guint8 n_lanes;
  gboolean crowded; /* the last lane of those beside it keeps some back */
  gboolean is_more; /* it stands for what an hour keeps back */
} FfWeekPlace;

typedef struct
{
  GArray *places; /* (element-type FfWeekPlace): by day, time and lane */
  GArray *order;  /* (element-type guint): numbers of spans, in runs for the places */
} FfWeekLayout;

typedef struct
{
  int place; /* -1: an empty hour */
  guint day;
  guint minute; /* the height that going to another day keeps to */
} FfWeekCursor;

typedef enum
{
  FF_WEEK_UP,
  FF_WEEK_DOWN,
  FF_WEEK_EARLIER, /* the day before */
  FF_WEEK_LATER,
  FF_WEEK_FIRST, /* meeting of the day */
  FF_WEEK_LAST,
} FfWeekDirection;

FfWeekLayout *ff_week_layout_new  (GArray             *spans, /* (element-type FfWeekSpan), sorted */
                                   guint               max_lanes);
void          ff_week_layout_free (FfWeekLayout       *self);
/* FALSE where that way leads out of the days shown; the cursor is then as it was. */
gboolean      ff_week_layout_step (const FfWeekLayout *self,
                                   guint               n_days,
                                   FfWeekDirection     direction,
                                   FfWeekCursor       *cursor);
/* On that day, what is in that hour. */
FfWeekCursor  ff_week_layout_find (const FfWeekLayout *self,
                                   guint               day,
                                   guint               minute);
/* The first meeting of all, or an hour of the morning where there is none. */
FfWeekCursor  ff_week_layout_find_first (const FfWeekLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfWeekLayout, ff_week_layout_free)

G_END_DECLS

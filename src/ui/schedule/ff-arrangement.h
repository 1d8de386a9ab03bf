/* ff-arrangement.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates put in order, and what that changes in a list of others; worked out away from the agenda.
 */

#pragma once

#include "ff-occurrences.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

/* So few dates are put in order before a thread would have begun. */
#define FF_ARRANGEMENT_FEW 500

/* What it takes and gives. */
typedef struct
{
  GWeakRef    agenda;
  GPtrArray  *old;
  FfSchedule *old_schedule;
  FfSchedule *schedule;
  GPtrArray  *wanted;
  GTimeZone  *zone;
  gint64      from;
  gint64      until;
  gboolean    whole; /* nothing of @old is to stay */
  guint       begin;
  GArray     *runs;
  GPtrArray  *dropped;
} FfArrangement;

void ff_arrangement_free     (FfArrangement *self);
/* In any thread: fills in @begin and @runs. */
void ff_arrangement_work_out (FfArrangement *self);
/* Lets go of many dates in a thread. */
void ff_arrangement_drop     (GPtrArray     *dropped);

G_END_DECLS

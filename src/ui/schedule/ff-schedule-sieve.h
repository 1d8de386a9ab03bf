/* ff-schedule-sieve.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One search through the meetings of a schedule, away from the timetable.
 */

#pragma once

#include <gio/gio.h>

#include "ff-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  FfSchedule *schedule;
  GHashTable *programmes; /* id → title; never changed */
  GPtrArray  *words;      /* (nullable): of each meeting; worked out where nobody did */
  GStrv       wanted;
  FfSchedule *shown;      /* what was found */
} FfScheduleSieve;

void ff_schedule_sieve_free (FfScheduleSieve *self);
/* A GTaskThreadFunc, with the sieve as the task's data. */
void ff_schedule_sieve_sift (GTask           *task,
                             gpointer         source,
                             gpointer         data,
                             GCancellable    *cancellable);

G_END_DECLS

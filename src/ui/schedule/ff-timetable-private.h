/* ff-timetable-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a timetable share.
 */

#pragma once

#include "ff-timetable.h"

G_BEGIN_DECLS

struct _FfTimetable
{
  GObject parent_instance;

  FfContext *context;
  char *group;            /* NULL for all */
  char *typed;            /* never NULL */
  GTimeZone *own;         /* this computer's */
  GHashTable *programmes; /* id → title; handed to threads, so never changed */

  FfSchedule *schedule; /* NULL until it was read */
  GPtrArray *words;     /* of each meeting of @schedule; NULL until somebody searches */
  FfSchedule *shown;    /* what the filter lets through; NULL until it is known */
  GPtrArray *unusable;
  char *problem;
  guint found;

  GCancellable *reading; /* NULL where nothing is being read */
  gboolean read_again;   /* the store changed meanwhile */
  GCancellable *sifting; /* NULL where nothing is being searched */
  GPtrArray *waiting;    /* GTasks of list_async() */
};

gboolean ff_timetable_is_loading    (FfTimetable *self);
void     ff_timetable_start_waiting (FfTimetable *self);

G_END_DECLS

/* ff-volunteer-parts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has several of: hours in which they are free, times away, trainings, steps.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The numbers are in the database. */
typedef enum
{
  FF_WISH_LIKES,
  FF_WISH_FREE,
  FF_WISH_RATHER_NOT,
} FfWish;

/* Weekly, in the volunteer’s own zone. */
typedef struct
{
  guint  weekday; /* 1 Monday to 7 Sunday */
  guint  from;    /* minutes of the day, 0 to 1439 */
  guint  until;   /* minutes, more than @from; up to 2880: beyond 1440 it ends on the next day */
  FfWish wish;
} FfAvailability;

/* Whole days in the volunteer’s own zone, the last one included. */
typedef struct
{
  char *from;   /* as 2026-11-24 */
  char *until;
  char *reason; /* "" = not said */
} FfAbsence;

typedef struct
{
  char *requirement; /* uid */
  char *done;        /* as 2026-11-24 */
  char *until;       /* (nullable): the last day on which it holds; NULL = for good */
  char *document;    /* what was seen, and where it is kept; "" = nothing noted */
} FfTraining;

/* On the way from participant to facilitator. */
typedef struct
{
  char *title;
  char *date; /* (nullable) as 2026-11-24: when it was taken; NULL = still to come */
} FfStep;

FfAvailability *ff_availability_new (guint       weekday,
                                     guint       from,
                                     guint       until,
                                     FfWish      wish);
FfAbsence      *ff_absence_new      (const char *from,
                                     const char *until,
                                     const char *reason);   /* (nullable): "" */
void            ff_absence_free     (FfAbsence  *self);
FfTraining     *ff_training_new     (const char *requirement,
                                     const char *done,
                                     const char *until,     /* (nullable) */
                                     const char *document); /* (nullable): "" */
void            ff_training_free    (FfTraining *self);
FfStep         *ff_step_new         (const char *title,
                                     const char *date);     /* (nullable) */
void            ff_step_free        (FfStep     *self);

G_END_DECLS

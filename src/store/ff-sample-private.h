/* ff-sample-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a sample is put together, on the writer's thread and within its one transaction.
 */

#pragma once

#include "ff-connection.h"
#include "ff-group.h"
#include "ff-meeting.h"
#include "ff-sample-texts.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

typedef struct
{
  FfConnection *connection;
  GRand        *random;
  FfWallTime    now;
  const char   *zone;     /* in which it is @now */
  gint64        modified; /* µs UTC */
} FfSampling;

/* The coming evening on which there is time to get ready: a start in wall time. */
FfWallTime ff_sampling_choose_evening (FfSampling   *self);
FfGroup   *ff_sampling_make_group     (FfSampling   *self,
                                       const char   *name,
                                       const char   *programme,
                                       const char   *zone);
FfMeeting *ff_sampling_make_meeting   (FfSampling   *self,
                                       FfGroup      *group,
                                       FfWallTime    start,
                                       guint         minutes,
                                       const char   *rule);
gboolean   ff_sampling_save           (FfSampling   *self,
                                       FfGroup      *group,
                                       FfMeeting    *meeting,
                                       GError      **error);
/* Sessions of @meeting in the @weeks before @next, with notes and plans of @people, whose aliases are numbered from @first. */
gboolean   ff_sampling_add_notes      (FfSampling   *self,
                                       FfGroup      *group,
                                       FfMeeting    *meeting,
                                       FfWallTime    next,
                                       guint         weeks,
                                       guint         people,
                                       guint         first,
                                       GError      **error);
/* 300 groups with 500 meetings, after the two that are there. */
gboolean   ff_sampling_add_region     (FfSampling   *self,
                                       GError      **error);

G_END_DECLS

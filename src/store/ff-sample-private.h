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
#include "ff-session.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

typedef struct
{
  FfConnection *connection;
  GRand        *random;
  GRand        *listing;  /* for what a listing says, so that the rest stays the same whatever that is */
  GRand        *saying;   /* for what a check-in says beside its note, likewise */
  FfWallTime    now;
  const char   *zone;     /* in which it is @now */
  gint64        modified; /* µs UTC */
  GPtrArray    *programmes;  /* (element-type FfProgramme) */
  char         *offered_for; /* (nullable): the programme whose tools are in @offered */
  GStrv         offered;     /* (nullable) */
} FfSampling;

/* The coming evening on which there is time to get ready: a start in wall time. */
FfWallTime ff_sampling_choose_evening (FfSampling   *self);
/* @number: from 0 to 6,399: see ff_sample_write_name() */
FfGroup   *ff_sampling_make_group     (FfSampling   *self,
                                       guint         number,
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
/* So many groups with so many meetings, after the two that are there. */
gboolean   ff_sampling_add_region     (FfSampling   *self,
                                       guint         groups,
                                       guint         meetings,
                                       GError      **error);

/* The calendars that all sample groups keep: in Québec the second. */
#define FF_SAMPLE_HOLIDAYS "6f5a1b0e-3c52-4d51-9a70-5a6d1e000001"
#define FF_SAMPLE_HOLIDAYS_FRENCH "6f5a1b0e-3c52-4d51-9a70-5a6d1e000002"

/* Changed by nobody, it goes with the sample. */
#define FF_SAMPLE_OWN_HANDOUT "6f5a1b0e-3c52-4d51-9a70-5a6d1e000003"

gboolean   ff_sampling_add_handouts   (FfSampling   *self,
                                       GError      **error);
gboolean   ff_sampling_add_help_lines (FfSampling   *self,
                                       FfGroup      *group,
                                       gboolean      at_foot,
                                       GError      **error);
/* @week: from 0; @present: how many were there */
void       ff_sampling_give_handouts  (FfSampling   *self,
                                       const char   *programme,
                                       FfSession    *session,
                                       guint         week,
                                       guint         present);
gboolean   ff_sampling_add_holidays   (FfSampling   *self,
                                       GError      **error);
void       ff_sampling_describe_group (FfSampling   *self,
                                       FfGroup      *group,
                                       guint         number);
/* What is said of a meeting of group @number, that is held in this way or in any. */
void       ff_sampling_describe_meeting (FfSampling *self,
                                       FfMeeting    *meeting,
                                       guint         number,
                                       FfMode        mode);
void       ff_sampling_describe_any   (FfSampling   *self,
                                       FfMeeting    *meeting,
                                       guint         number);
void       ff_sampling_rest_in_summer (FfSampling   *self,
                                       FfMeeting    *meeting);
void       ff_sampling_rest_now       (FfSampling   *self,
                                       FfMeeting    *meeting);

G_END_DECLS

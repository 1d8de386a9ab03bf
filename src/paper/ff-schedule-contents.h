/* ff-schedule-contents.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on a schedule of paper, in words and in order, before anything is set.
 */

#pragma once

#include "ff-schedule-sheet.h"
#include "ff-schedule-words.h"
#include "ff-typesetter.h"

G_BEGIN_DECLS

typedef struct
{
  FfTextStyle style;
  char *text;
} FfScheduleLine;

/* One meeting, or a word under another of its weekdays of where it is. */
typedef struct
{
  char *hours;      /* "" by appointment */
  char *zone;       /* (nullable): "Toronto time" */
  char *title;
  char *codes;      /* of its types: "O X"; may be "" */
  GPtrArray *lines; /* (element-type FfScheduleLine) */
  GBytes *code;     /* (nullable): QR code of its link */
} FfScheduleEntry;

typedef struct
{
  char *region;       /* (nullable): where it is the first of its region */
  char *heading;
  GPtrArray *entries; /* (element-type FfScheduleEntry) */
} FfScheduleSection;

typedef struct
{
  char *code;
  char *title;
} FfScheduleType;

typedef struct
{
  FfScheduleWords words;
  char *title;
  char *summary;       /* may be "" */
  char *printed;       /* "Printed on 22 November 2026" */
  GPtrArray *contacts; /* (element-type utf8): of the one group whose meetings all are */
  GPtrArray *sections; /* (element-type FfScheduleSection) */
  GPtrArray *legend;   /* (element-type FfScheduleType), by code */
} FfScheduleContents;

FfScheduleContents *ff_schedule_contents_new  (FfSchedule            *schedule,
                                               const FfScheduleStyle *style);
void                ff_schedule_contents_free (FfScheduleContents    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfScheduleContents, ff_schedule_contents_free)

/* For ff-schedule-contents.c: what is said of one meeting. */

/* Where in the week it stands. */
typedef enum
{
  FF_PLACE_EVERY_DAY,
  FF_PLACE_MONDAY,
  FF_PLACE_SUNDAY = FF_PLACE_MONDAY + 6,
  FF_PLACE_OTHER,
  FF_PLACE_APPOINTMENT,
} FfSchedulePlace;

#define FF_N_SCHEDULE_PLACES (FF_PLACE_APPOINTMENT + 1)

typedef struct
{
  const FfScheduleWords *words;
  const FfScheduleStyle *style;
  FfSchedule *schedule;
  gboolean several_groups;
  gboolean several_zones;
} FfScheduleTelling;

FfScheduleEntry *ff_schedule_entry_new      (const FfScheduleTelling *telling,
                                             FfMeeting               *meeting,
                                             guint                   *weekdays); /* (out): a bit each, 1 << 1 Monday; 0 where it is on none */
FfScheduleEntry *ff_schedule_entry_new_see  (const FfScheduleTelling *telling,
                                             const FfScheduleEntry   *entry,
                                             int                      weekday);  /* where all of it stands */
void             ff_schedule_entry_free     (FfScheduleEntry         *self);
void             ff_schedule_line_add       (GPtrArray               *lines,    /* (element-type FfScheduleLine) */
                                             FfTextStyle              style,
                                             const char              *text);
/* The dates of @meeting that are worth a line: the next ones, and those that are off soon. */
void             ff_schedule_dates_add      (const FfScheduleTelling *telling,
                                             FfMeeting               *meeting,
                                             const FfRule            *rule,     /* (nullable): once */
                                             gboolean                 odd,      /* nobody knows its dates by heart */
                                             GPtrArray               *lines);   /* (element-type FfScheduleLine) */

G_END_DECLS

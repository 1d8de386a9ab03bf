/* ff-schedule-sheet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule on pages: for a wall, as a list, or folded for a pocket.
 */

#pragma once

#include "ff-paper.h"
#include "ff-schedule.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SCHEDULE_POSTER,  /* large, with weekdays as headings */
  FF_SCHEDULE_LIST,    /* dense, with page numbers */
  FF_SCHEDULE_LEAFLET, /* a sheet on its side, printed on both sides and folded twice */
} FfScheduleForm;

#define FF_N_SCHEDULE_FORMS (FF_SCHEDULE_LEAFLET + 1)

typedef struct
{
  FfScheduleForm form;
  FfPaperSize size;
  gboolean large_print;
  const char *language;    /* (nullable): BCP 47, of the paper; NULL or "" = the app's */
  gboolean by_region;      /* the list: by region, then by weekday */
  gboolean with_passcodes; /* somebody ticked it */
  const char *title;       /* (nullable): the group's name where all meetings are one group's, else "Meetings" */
  GDateTime *printed;      /* today: said on the paper; pauses and cancelled dates from here on are noted */
} FfScheduleStyle;

/* All meetings of @schedule; see ff_schedule_choose(). May be called in a thread. */
FfSheet *ff_schedule_sheet_new (FfSchedule            *schedule,
                                const FfScheduleStyle *style);

G_END_DECLS

/* ff-schedule-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule on its way onto paper: which meetings, and how.
 */

#include "ff-schedule-paper.h"

typedef struct
{
  FfSchedule *schedule;
  FfScheduleStyle style; /* its texts are ours */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_free ((char *) paper->style.language);
  g_free ((char *) paper->style.title);
  g_date_time_unref (paper->style.printed);
  g_object_unref (paper->schedule);
  g_free (paper);
}

static GPtrArray *
make_sheets (gpointer data)
{
  const Paper *paper = data;
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sheets, ff_schedule_sheet_new (paper->schedule, &paper->style));
  return sheets;
}

/**
 * ff_schedule_paper_new:
 * @schedule: whose meetings
 * @chosen: (nullable): which of them, not 0 at their places; %NULL for all
 * @style: how
 *
 * Returns: (transfer full): these meetings on such a paper
 */
FfPaperJob *
ff_schedule_paper_new (FfSchedule *schedule, const guint8 *chosen, const FfScheduleStyle *style)
{
  Paper *paper;
  FfPaperJob *job;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (style != NULL && style->printed != NULL, NULL);

  paper = g_new0 (Paper, 1);
  paper->schedule = ff_schedule_choose (schedule, chosen);
  paper->style = *style;
  paper->style.language = g_strdup (style->language);
  paper->style.title = g_strdup (style->title);
  paper->style.printed = g_date_time_ref (style->printed);
  job = ff_paper_job_new (NULL, make_sheets, paper, paper_free);
  ff_paper_job_set_folded (job, style->form == FF_SCHEDULE_LEAFLET);
  return job;
}

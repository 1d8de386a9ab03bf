/* ff-schedule-pdf.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What fourfoldctl export schedule-pdf is told, and what it does.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

/* As they are typed; NULL where they are not. */
typedef struct
{
  char *form;
  char *paper;
  char *language;
  gboolean large_print;
  gboolean by_region;
} FfSchedulePdfOptions;

extern FfSchedulePdfOptions ff_schedule_pdf_options;

/* All of @schedule on paper. An error of G_OPTION_ERROR means wrong options. */
GBytes *ff_schedule_pdf_write (FfSchedule *schedule,
                               GDateTime  *now,
                               GError    **error);

G_END_DECLS

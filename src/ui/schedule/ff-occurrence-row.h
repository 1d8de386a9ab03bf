/* ff-occurrence-row.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a meeting in a list: when, who and where.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_OCCURRENCE_ROW (ff_occurrence_row_get_type ())

G_DECLARE_FINAL_TYPE (FfOccurrenceRow, ff_occurrence_row, FF, OCCURRENCE_ROW, GtkBox)

GtkWidget    *ff_occurrence_row_new            (void);
void          ff_occurrence_row_set_occurrence (FfOccurrenceRow *self,
                                                FfOccurrence    *occurrence,
                                                FfSchedule      *schedule,
                                                GTimeZone       *zone,
                                                gboolean         with_date);
FfOccurrence *ff_occurrence_row_get_occurrence (FfOccurrenceRow *self);
void          ff_occurrence_row_style_mark     (GtkWidget       *mark,
                                                FfOccurrence    *occurrence);

G_END_DECLS

/* ff-occurrence-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a meeting: what it is, and everything that can be done with it.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_OCCURRENCE_DIALOG (ff_occurrence_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfOccurrenceDialog, ff_occurrence_dialog, FF, OCCURRENCE_DIALOG, AdwDialog)

/* signal "edit": the meeting is to be edited; the dialog closes itself */
GtkWidget    *ff_occurrence_dialog_new            (FfContext          *context,
                                                   FfOccurrence       *occurrence,
                                                   FfGroup            *group);
void          ff_occurrence_dialog_set_schedule   (FfOccurrenceDialog *self,
                                                   FfSchedule         *schedule);
FfOccurrence *ff_occurrence_dialog_get_occurrence (FfOccurrenceDialog *self);

G_END_DECLS

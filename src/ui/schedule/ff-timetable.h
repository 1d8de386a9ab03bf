/* ff-timetable.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule as the views show it: of one group or all, found by what was typed, kept true to the store.
 */

#pragma once

#include "ff-context.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_TIMETABLE (ff_timetable_get_type ())

G_DECLARE_FINAL_TYPE (FfTimetable, ff_timetable, FF, TIMETABLE, GObject)

/* Signal "changed": anything that list_async() would give may be different: ask anew.
 * Properties: "loading" (read-only), "found" (guint, read-only: meetings that the filter lets through), "mine" (gboolean: times in this computer's zone). */
FfTimetable *ff_timetable_new         (FfContext           *context);
void         ff_timetable_set_group   (FfTimetable         *self,
                                       const char          *uid);   /* (nullable): all */
void         ff_timetable_set_filter  (FfTimetable         *self,
                                       const char          *typed); /* "" = all */
FfSchedule  *ff_timetable_get_schedule (FfTimetable        *self);  /* (nullable): until it was first read; unfiltered */
/* (nullable): the same, of the meetings that the filter lets through */
FfSchedule  *ff_timetable_get_shown   (FfTimetable         *self);
/* (nullable) (element-type FfMeeting): those of which the last list could not have the dates */
GPtrArray   *ff_timetable_get_unusable (FfTimetable        *self);
/* id → title; never changes, so any thread may read it */
GHashTable  *ff_timetable_get_programmes (FfTimetable      *self);
/* (nullable): why the last read failed, a sentence */
const char  *ff_timetable_get_problem (FfTimetable         *self);
/* The zone that times are shown in: NULL where each meeting's own. */
GTimeZone   *ff_timetable_get_zone    (FfTimetable         *self);
/* Worked out in a thread; waits for the first read. */
void         ff_timetable_list_async  (FfTimetable         *self,
                                       GDateTime           *from,
                                       GDateTime           *until,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
/* (element-type FfOccurrence) (transfer full), by ff_occurrence_compare() */
GPtrArray   *ff_timetable_list_finish (FfTimetable         *self,
                                       GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS

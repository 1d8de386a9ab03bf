/* ff-reminder.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of which dates people are reminded, and when.
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  FfOccurrence *occurrence;
  char *title;
} FfReminder;

void       ff_reminder_free     (FfReminder         *reminder);
/* By the dates, soonest first. NULL only where @cancellable was cancelled. (element-type FfReminder) (transfer full) */
GPtrArray *ff_reminder_plan     (FfSchedule         *schedule,
                                 GDateTime          *from,
                                 GDateTime          *until,
                                 GCancellable       *cancellable);
/* Those of @plan that it is time for. (element-type FfReminder) (transfer container): they are @plan's */
GPtrArray *ff_reminder_list_due (GPtrArray          *plan,
                                 GDateTime          *now,
                                 int                 minutes, /* before the start */
                                 const char *const  *shown);  /* keys */
/* By which it is known that somebody was reminded of it. */
char      *ff_reminder_get_key  (FfReminder         *reminder);
/* Of @shown, the keys of dates that have not begun. */
GStrv      ff_reminder_keep     (const char *const  *shown,
                                 GDateTime          *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfReminder, ff_reminder_free)

G_END_DECLS

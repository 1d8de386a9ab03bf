/* ff-reminders.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says when it is time to remind people of meetings, while they want it.
 */

#pragma once

#include "ff-context.h"
#include "ff-reminder.h"

G_BEGIN_DECLS

#define FF_TYPE_REMINDERS (ff_reminders_get_type ())

G_DECLARE_FINAL_TYPE (FfReminders, ff_reminders, FF, REMINDERS, GObject)

/* Signal "due" (GPtrArray of FfReminder): it is time for these, and they will not come again. */
FfReminders *ff_reminders_new (FfContext *context);

G_END_DECLS

/* ff-keeping-reminder.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line above Today, at most once a month: keep a copy elsewhere, or let go of old notes.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_KEEPING_REMINDER (ff_keeping_reminder_get_type ())

G_DECLARE_FINAL_TYPE (FfKeepingReminder, ff_keeping_reminder, FF, KEEPING_REMINDER, AdwBin)

/* property "revealed" (gboolean, read-only). Its buttons activate win.backups and win.retention. */
void     ff_keeping_reminder_set_context (FfKeepingReminder *self,
                                          FfContext         *context); /* set once */
/* Whether a month has passed since each of @then (Unix seconds; 0 = never). */
gboolean ff_keeping_reminder_is_due      (GDateTime         *now,
                                          gint64             done,
                                          gint64             reminded);

G_END_DECLS

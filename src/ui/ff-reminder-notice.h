/* ff-reminder-notice.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notifications before meetings: what, when and where, and nobody's name.
 */

#pragma once

#include "ff-reminder.h"

G_BEGIN_DECLS

/* "At 19:00, Library and online" */
char *ff_reminder_notice_get_body (FfReminder   *reminder);
/* "4 more meetings begin by 20:30"; NULL where each has a notification of its own */
char *ff_reminder_notice_get_rest (GPtrArray    *due);
/* One for each of the first few, and one for all others. */
void  ff_reminder_notice_send     (GApplication *application,
                                   GPtrArray    *due);

G_END_DECLS

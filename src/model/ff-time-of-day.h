/* ff-time-of-day.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time of day in words, by 12 or 24 hours, and the zone whose clocks show it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "19:00" or "7:00 pm", as the locale has it. (transfer full) */
char *ff_time_of_day_format_local  (GDateTime *time);
/* "19:00", so that no script has to guess; as the locale has it once that was asked for. (transfer full) */
char *ff_time_of_day_format        (GDateTime *time);
/* NULL where the clocks of both agree at that moment, else "Toronto time" (transfer full) */
char *ff_time_of_day_format_zone   (GDateTime *date,
                                    GDateTime *beside);
/* "Toronto" of "America/Toronto" (transfer full) */
char *ff_time_of_day_format_city   (const char *identifier);
/* To be called once, before any thread: for a program with a window. */
void  ff_time_of_day_follow_locale (void);

G_END_DECLS

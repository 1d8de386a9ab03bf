/* ff-volunteer-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of a volunteer, in words.
 */

#pragma once

#include "ff-roster.h"

G_BEGIN_DECLS

/* How it stands with something that is required. */
typedef enum
{
  FF_HOLDING_GOOD,    /* holds for more than 90 days, or for good */
  FF_HOLDING_QUARTER, /* runs out within 90 days */
  FF_HOLDING_MONTH,   /* within 30 */
  FF_HOLDING_LAPSED,  /* ran out */
  FF_HOLDING_MISSING, /* never done */
} FfHolding;

/* Days are like 2026-11-24; each (transfer full). */
char       *ff_volunteer_words_day     (const char        *day);      /* "24 November 2026" */
char       *ff_volunteer_words_days    (const char        *from,      /* "24 November 2026 to 1 December 2026" */
                                        const char        *until);
char       *ff_volunteer_words_weekday (guint              weekday);  /* 1 Monday to 7 Sunday */
/* (nullable): "18:00–21:00, 22:00–23:00 rather not"; NULL where there is nothing on that day */
char       *ff_volunteer_words_hours   (FfVolunteer       *volunteer,
                                        guint              weekday);
char       *ff_volunteer_words_week    (FfVolunteer       *volunteer); /* on one line; "At any time" */
char       *ff_volunteer_words_limits  (FfVolunteer       *volunteer); /* "At most 1 a week · Online only", "" = none */
FfHolding   ff_volunteer_words_holding (const FfTraining  *training,  /* (nullable) */
                                        const char        *today);
char       *ff_volunteer_words_training (const FfTraining *training,  /* (nullable) */
                                        const char        *today);
char       *ff_volunteer_words_role    (FfRole            *role);     /* "Greeter", "Greeter (Retired)" */
/* A telephone number, an address or a position, which reads left to right within any text. */
char       *ff_volunteer_words_contact (const char        *text);
char       *ff_volunteer_words_today   (GDateTime         *now);      /* as 2026-11-24 */

G_END_DECLS

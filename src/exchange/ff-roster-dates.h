/* ff-roster-dates.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as people write them, and in which order their parts stand: settled by a column of them, or asked.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_ROSTER_DATES_ASK,
  FF_ROSTER_DATES_DAY_FIRST,   /* 24/11/2026 */
  FF_ROSTER_DATES_MONTH_FIRST, /* 11/24/2026 */
  FF_ROSTER_DATES_YEAR_FIRST,  /* 26/11/24 */
} FfRosterDates;

#define FF_N_ROSTER_DATES (FF_ROSTER_DATES_YEAR_FIRST + 1)

/* What the dates of a column leave open. All zero but @open at first: ff_roster_date_survey_init(). */
typedef struct
{
  guint open;      /* bits of FfRosterDates that every date so far can be read by */
  guint differ[FF_N_ROSTER_DATES][FF_N_ROSTER_DATES]; /* line of the first date that two orders read differently; 0 = none */
  guint line;      /* of the date that asks */
  char *sample;    /* (nullable): it, as it is written */
} FfRosterDateSurvey;

void          ff_roster_date_survey_init   (FfRosterDateSurvey *self);
void          ff_roster_date_survey_clear  (FfRosterDateSurvey *self);
void          ff_roster_date_survey_add    (FfRosterDateSurvey *self,
                                            const char         *text,
                                            guint               line);
/* FF_ROSTER_DATES_ASK where they can be read in two ways, or in none that all agree on. */
FfRosterDates ff_roster_date_survey_settle (const FfRosterDateSurvey *self);
/* "2026-11-24" of a date; NULL where it is none in that order. FF_ROSTER_DATES_ASK takes those only that are alike in every order. */
char         *ff_roster_date_parse         (const char         *text,
                                            FfRosterDates       order);
const char   *ff_roster_dates_get_id       (FfRosterDates       order); /* "dmy", on the command line */
FfRosterDates ff_roster_dates_find_id      (const char         *id);    /* FF_ROSTER_DATES_ASK where there is none */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfRosterDateSurvey, ff_roster_date_survey_clear)

G_END_DECLS

/* ff-duty-letter.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer is written: the dates that they are asked for, a call for cover, and thanks.
 */

#pragma once

#include "ff-duty.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

typedef struct
{
  const char *language;    /* (nullable): BCP 47; NULL = the volunteer’s, "" = the app’s */
  GDateTime *now;
  gboolean with_passcodes; /* somebody ticked it */
} FfLetterStyle;

/* All (transfer full), plain text in the language of the style. */
char *ff_duty_letter_make_subject   (FfVolunteer         *volunteer,
                                     const FfLetterStyle *style);
/* @duties: (element-type FfDuty) the volunteer’s, by start; declined ones are left out. @relieved: (element-type FfDuty): theirs no more */
char *ff_duty_letter_write          (FfVolunteer         *volunteer,
                                     GPtrArray           *duties,
                                     GPtrArray           *relieved, /* (nullable) */
                                     const FfLetterStyle *style);
/* Asks somebody to step in. @duty: whose role and date it is, not by whom */
char *ff_cover_letter_make_subject  (FfVolunteer         *volunteer,
                                     const FfLetterStyle *style);
char *ff_cover_letter_write         (FfVolunteer         *volunteer,
                                     FfOccurrence        *occurrence,
                                     FfGroup             *group,
                                     FfRole              *role,
                                     const FfLetterStyle *style);
/* For a year. @n_meetings: with duties held; @minutes: those and what else was noted */
char *ff_thanks_letter_make_subject (FfVolunteer         *volunteer,
                                     const FfLetterStyle *style);
char *ff_thanks_letter_write        (FfVolunteer         *volunteer,
                                     int                  year,
                                     guint                n_meetings,
                                     guint                minutes,
                                     const FfLetterStyle *style);

G_END_DECLS

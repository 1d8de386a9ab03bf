/* ff-meeting-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding meetings by what people type: "wheelchair, evening, online, French".
 */

#pragma once

#include "ff-schedule.h"

G_BEGIN_DECLS

/* All words by which a meeting is found, folded (case and accents aside): its title and group, days and part of day, place, mode,
 * types, languages, setting, region and district, programme; in the person's language and in English. */
char  *ff_meeting_words_build   (FfSchedule        *schedule,
                                 FfMeeting         *meeting,
                                 const char        *programme); /* (nullable): its title */
/* What was typed, apart: at commas and spaces, folded. (transfer full) */
GStrv  ff_meeting_words_split   (const char        *typed);
/* Whether each of @wanted begins one of the words. */
gboolean ff_meeting_words_match (const char        *words,
                                 const char *const *wanted);

G_END_DECLS

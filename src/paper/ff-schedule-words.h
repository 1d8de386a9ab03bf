/* ff-schedule-words.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days, hours and repetitions in the paper's language.
 */

#pragma once

#include "ff-catalogue.h"
#include "ff-rule.h"

G_BEGIN_DECLS

typedef struct
{
  FfCatalogue *catalogue;
  gboolean twelve_hours;
  int year; /* dates of it are said without */
} FfScheduleWords;

void        ff_schedule_words_init    (FfScheduleWords       *self,
                                       const char            *language, /* (nullable) */
                                       int                    year);
void        ff_schedule_words_clear   (FfScheduleWords       *self);
/* The translation of @msgid, where each name in braces becomes the value that follows it; NULL ends. */
char       *ff_schedule_words_say     (const FfScheduleWords *self,
                                       const char            *msgid,
                                       ...) G_GNUC_NULL_TERMINATED;
const char *ff_schedule_words_weekday (const FfScheduleWords *self,
                                       int                    weekday); /* 1 Monday to 7 Sunday; a heading */
char       *ff_schedule_words_weekdays (const FfScheduleWords *self,
                                       guint                  weekdays, /* a bit each, 1 << 1 Monday; in a sentence */
                                       int                    except);  /* a weekday that is left out; 0 = none */
char       *ff_schedule_words_date    (const FfScheduleWords *self,
                                       const FfWallTime      *day);
char       *ff_schedule_words_hours   (const FfScheduleWords *self,
                                       const FfWallTime      *start,
                                       guint                  minutes);
char       *ff_schedule_words_hour    (const FfScheduleWords *self,
                                       const FfWallTime      *time);
/* “Toronto time” of "America/Toronto" */
char       *ff_schedule_words_zone    (const FfScheduleWords *self,
                                       const char            *zone);
/* (nullable): every week. */
char       *ff_schedule_words_repetition (const FfScheduleWords *self,
                                       const FfRule          *rule);
char       *ff_schedule_words_join    (const FfScheduleWords *self,
                                       GPtrArray             *parts); /* (element-type utf8) */

G_END_DECLS

/* ff-repeat-rule.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a meeting repeats, in the choices that a form offers: every so many weeks or months, on which days, until when.
 */

#pragma once

#include "ff-recurrence.h"

G_BEGIN_DECLS

typedef enum
{
  FF_REPEAT_END_NEVER,
  FF_REPEAT_END_DAY,
  FF_REPEAT_END_COUNT,
} FfRepeatEnd;

#define FF_WEEKDAY_BIT(weekday) (1u << ((weekday) - 1)) /* 1 Monday to 7 Sunday */

/* A plain value: nothing in it is to be freed. */
typedef struct
{
  FfRepeat repeat;     /* never FF_REPEAT_FORTNIGHTLY, which is weekly with an interval of 2 */
  guint interval;      /* 1 to 1000 weeks or months */
  guint weekdays;      /* of FF_REPEAT_WEEKLY: FF_WEEKDAY_BIT() for each; 0 is that of the start */
  int week_start;      /* 1 Monday to 7 Sunday: matters for several weekdays every so many weeks */
  FfRepeatEnd end;
  FfWallTime last_day; /* of FF_REPEAT_END_DAY: included; its day only */
  guint count;         /* of FF_REPEAT_END_COUNT: 1 or more */
} FfRepeatRule;

/* Every week, without end. */
FfRepeatRule ff_repeat_rule_new   (void);
/* FALSE where the form cannot say it (FF_REPEAT_OTHER): then @self is as ff_repeat_rule_new() but for that. */
gboolean     ff_repeat_rule_parse (FfRepeatRule       *self,
                                   const char         *rule,   /* (nullable): once */
                                   const FfWallTime   *start,
                                   GTimeZone          *zone);  /* (nullable): in which an UNTIL in UTC is meant */
/* (nullable): NULL for once. Not for FF_REPEAT_OTHER. */
char        *ff_repeat_rule_build (const FfRepeatRule *self,
                                   const FfWallTime   *start);
/* FALSE with a sentence to show: it ends before it starts, … */
gboolean     ff_repeat_rule_check (const FfRepeatRule *self,
                                   const FfWallTime   *start,
                                   GError            **error);
/* The first date on or after @start that it gives; @start where there is none. */
FfWallTime   ff_repeat_rule_begin (const FfRepeatRule *self,
                                   const FfWallTime   *start);
gboolean     ff_repeat_rule_equal (const FfRepeatRule *a,
                                   const FfRepeatRule *b);

G_END_DECLS

/* ff-rule.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An RRULE taken apart and checked, before anything is worked out from it.
 */

#pragma once

#include "ff-wall-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_FREQUENCY_DAILY,
  FF_FREQUENCY_WEEKLY,
  FF_FREQUENCY_MONTHLY,
  FF_FREQUENCY_YEARLY,
} FfFrequency;

/* The parts that hold lists of numbers. */
typedef enum
{
  FF_LIST_SECOND,
  FF_LIST_MINUTE,
  FF_LIST_HOUR,
  FF_LIST_DAY, /* weekdays, see FF_DAY() */
  FF_LIST_MONTH_DAY,
  FF_LIST_YEAR_DAY,
  FF_LIST_WEEK,
  FF_LIST_MONTH,
  FF_LIST_POSITION,
} FfList;

#define FF_N_LISTS (FF_LIST_POSITION + 1)

/* “-2TU” is the second Tuesday from the end; number 0 is every Tuesday. */
#define FF_DAY(number, weekday) ((number) * 8 + (weekday))
#define FF_DAY_WEEKDAY(day) ((day) & 7) /* 1 Monday to 7 Sunday */
#define FF_DAY_NUMBER(day) (((day) - FF_DAY_WEEKDAY (day)) / 8)

typedef struct
{
  gatomicrefcount ref_count;
  FfFrequency frequency;
  int interval;
  int count; /* 0: without end */
  gboolean has_until;
  gboolean until_is_utc;
  FfWallTime until; /* included */
  int week_start;   /* 1 Monday to 7 Sunday */
  GArray *lists[FF_N_LISTS]; /* of int, sorted, each once; NULL where the part is absent */
} FfRule;

FfRule  *ff_rule_parse     (const char        *text,
                            GError           **error);
FfRule  *ff_rule_ref       (FfRule            *rule); /* then nobody changes it any more */
void     ff_rule_free      (FfRule            *rule);
char    *ff_rule_to_string (const FfRule      *rule);
gboolean ff_rule_contains  (const FfRule      *rule,
                            FfList             list,
                            int                value);
gboolean ff_rule_lists_only_days (const FfRule *rule);
gboolean ff_rule_gives_any (const FfRule      *rule,
                            const FfWallTime  *start);

const char *ff_list_get_name    (FfList             list);
char    *ff_list_to_string (FfList             list,
                            GArray            *values);
/* A rule's text with one part changed and the others as they are written. */
char    *ff_rule_replace       (const char        *text,
                                const char        *name,
                                const char        *value); /* (nullable): takes it away */
char    *ff_rule_replace_list  (const char        *text,
                                FfList             list,
                                GArray            *values);
char    *ff_rule_replace_until (const char        *text,
                                const FfWallTime  *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRule, ff_rule_free)

G_END_DECLS

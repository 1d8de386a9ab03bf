/* ff-holidays.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A calendar of public holidays that groups keep, and what a holiday means for a meeting.
 */

#pragma once

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_HOLIDAYS (ff_holidays_get_type ())

G_DECLARE_FINAL_TYPE (FfHolidays, ff_holidays, FF, HOLIDAYS, GObject)

typedef enum
{
  FF_HOLIDAY_HOLD,   /* as on any other day, and the day is named */
  FF_HOLIDAY_CANCEL,
  FF_HOLIDAY_ASK,    /* somebody has to decide */
} FfHolidayPolicy;

typedef struct
{
  FfWallTime day; /* its day only */
  FfHolidayPolicy policy;
  char *name;     /* never NULL */
} FfHoliday;

FfHolidays      *ff_holidays_new       (const char       *uid); /* (nullable): made up */
FfHolidays      *ff_holidays_copy      (FfHolidays       *self);
const char      *ff_holidays_get_uid   (FfHolidays       *self);
const char      *ff_holidays_get_name  (FfHolidays       *self);
void             ff_holidays_set_name  (FfHolidays       *self,
                                        const char       *name);
guint            ff_holidays_count     (FfHolidays       *self);
const FfHoliday *ff_holidays_get       (FfHolidays       *self,
                                        guint             position); /* in the order of days */
const FfHoliday *ff_holidays_find      (FfHolidays       *self,      /* (nullable) */
                                        const FfWallTime *day);      /* (nullable) */
/* Replaces the one on that day. */
void             ff_holidays_add       (FfHolidays       *self,
                                        const FfWallTime *day,
                                        FfHolidayPolicy   policy,
                                        const char       *name);
void             ff_holidays_remove    (FfHolidays       *self,
                                        const FfWallTime *day);
/* One a line: "2026-12-25 cancel Christmas Day", the form in the database. FALSE with an error, and nothing changes. */
gboolean         ff_holidays_parse     (FfHolidays       *self,
                                        const char       *text,
                                        GError          **error);
char            *ff_holidays_to_string (FfHolidays       *self);

G_END_DECLS

/* ff-export.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule in the formats of others; private fields stay here.
 */

#pragma once

#include "ff-import.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  FfFormat format;
  GDateTime *from;         /* (nullable): iCalendar only: dates from here on … */
  GDateTime *until;        /* (nullable): … and before this */
  gboolean with_passcodes; /* somebody ticked it */
} FfExportOptions;

/* What the format cannot say is left out or said as near as it can be, and named. */
typedef struct
{
  char *title;  /* the meeting's */
  char *reason; /* a sentence */
  gboolean left_out;
} FfExportRemark;

void   ff_export_remark_free (FfExportRemark        *remark);
/* The whole file as text. @remarks: (out) (optional) (element-type FfExportRemark) (transfer full). NULL with an error. */
char  *ff_export_write       (FfSchedule            *schedule,
                              const FfExportOptions *options,
                              GPtrArray            **remarks,
                              GError               **error);

/* The writers, one a format; for ff-export.c. */
char  *ff_export_write_icalendar     (FfSchedule *schedule, const FfExportOptions *options, GPtrArray *remarks, GError **error);
char  *ff_export_write_meeting_guide (FfSchedule *schedule, const FfExportOptions *options, GPtrArray *remarks, GError **error);
char  *ff_export_write_tsml_csv      (FfSchedule *schedule, const FfExportOptions *options, GPtrArray *remarks, GError **error);
char  *ff_export_write_bmlt          (FfSchedule *schedule, const FfExportOptions *options, GPtrArray *remarks, GError **error);
void   ff_export_add_remark          (GPtrArray *remarks, const char *title, gboolean left_out, const char *format, ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS

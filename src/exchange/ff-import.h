/* ff-import.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file from elsewhere, read row by row: what each row says, or why it was refused.
 */

#pragma once

#include "ff-group.h"
#include "ff-holidays.h"
#include "ff-import-file.h"
#include "ff-meeting.h"
#include "ff-override.h"

G_BEGIN_DECLS

typedef enum
{
  FF_FORMAT_UNKNOWN,       /* found out from the file */
  FF_FORMAT_ICALENDAR,
  FF_FORMAT_MEETING_GUIDE,
  FF_FORMAT_TSML_CSV,
  FF_FORMAT_BMLT,
} FfFormat;

/* What a file does not say. */
typedef struct
{
  const char *group;     /* (nullable): name of the group for rows without one; NULL: each is called as its meeting */
  const char *programme; /* id, for groups that are new */
  const char *zone;      /* IANA, for rows without one */
  const char *language;  /* BCP 47, for groups that are new */
} FfImportDefaults;

typedef struct
{
  guint line;           /* of the file, from 1, where the row begins; in JSON of the object */
  char *title;          /* what to call it in a list; never NULL */
  FfMeeting *meeting;   /* (nullable): NULL where it was refused; its group is "" */
  FfGroup *group;       /* (nullable): what the row says of its group; the uid is made up */
  GPtrArray *overrides; /* (nullable) (element-type FfOverride) */
  char *refused;        /* (nullable): why it was refused and what to do: a sentence */
  GPtrArray *remarks;   /* (element-type utf8): what was taken otherwise than it is written, a sentence each */
} FfImportRow;

typedef struct
{
  gatomicrefcount ref_count;
  FfFormat format;
  char *name;      /* of the file or of the calendar in it */
  GPtrArray *rows; /* (element-type FfImportRow), in the order of the file */
} FfImport;

GType        ff_import_get_type (void) G_GNUC_CONST;
/* At most 64 MiB and 100,000 rows; bounded time. May take long: call it in a thread. Any row is taken or refused;
 * NULL with an error only where the file as a whole cannot be read, is in none of the formats, or it was cancelled. */
FfImport    *ff_import_read     (const char             *path,
                                 FfFormat                format,
                                 const FfImportDefaults *defaults,
                                 GCancellable           *cancellable,
                                 FfImportProgress        progress,      /* (nullable) */
                                 gpointer                progress_data,
                                 GError                **error);
FfImport    *ff_import_parse    (GBytes                 *bytes,
                                 const char             *name,
                                 FfFormat                format,
                                 const FfImportDefaults *defaults,
                                 GCancellable           *cancellable,
                                 FfImportProgress        progress,
                                 gpointer                progress_data,
                                 GError                **error);
FfImport    *ff_import_ref      (FfImport               *self);
void         ff_import_unref    (FfImport               *self);
/* For the readers of the formats: a row that is added to @self. (transfer none) */
FfImportRow *ff_import_add      (FfImport               *self,
                                 guint                   line,
                                 const char             *title);
void         ff_import_row_refuse (FfImportRow          *row,
                                 const char             *format,
                                 ...) G_GNUC_PRINTF (2, 3);
void         ff_import_row_remark (FfImportRow          *row,
                                 const char             *format,
                                 ...) G_GNUC_PRINTF (2, 3);
/* What a reader asks before each row; tells @progress. FALSE with an error where it has to stop. */
gboolean     ff_import_go_on    (FfImport               *self,
                                 double                  fraction,
                                 GCancellable           *cancellable,
                                 FfImportProgress        progress,
                                 gpointer                progress_data,
                                 GError                **error);
const char  *ff_format_get_title (FfFormat               format); /* "Meeting Guide JSON": a name, not translated */
const char  *ff_format_get_id   (FfFormat                format); /* "meeting-guide", on the command line */
FfFormat     ff_format_find     (const char             *id);     /* FF_FORMAT_UNKNOWN where there is none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImport, ff_import_unref)

/* The readers, one a format; for ff-import.c. Each calls @progress now and then, looks at @cancellable, and returns FALSE with an
 * error only where the whole cannot be read. */
gboolean     ff_import_read_icalendar     (FfImport *self, GBytes *bytes, const FfImportDefaults *defaults, GCancellable *cancellable, FfImportProgress progress, gpointer progress_data, GError **error);
gboolean     ff_import_read_meeting_guide (FfImport *self, GBytes *bytes, const FfImportDefaults *defaults, GCancellable *cancellable, FfImportProgress progress, gpointer progress_data, GError **error);
gboolean     ff_import_read_tsml_csv      (FfImport *self, GBytes *bytes, const FfImportDefaults *defaults, GCancellable *cancellable, FfImportProgress progress, gpointer progress_data, GError **error);
gboolean     ff_import_read_bmlt          (FfImport *self, GBytes *bytes, const FfImportDefaults *defaults, GCancellable *cancellable, FfImportProgress progress, gpointer progress_data, GError **error);
/* Public holidays typed elsewhere: every event of an .ics is a day, FF_HOLIDAY_ASK. NULL with an error. */
FfHolidays  *ff_import_read_holidays      (GBytes *bytes, const char *name, GError **error);

G_END_DECLS

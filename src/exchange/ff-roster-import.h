/* ff-roster-import.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of volunteers, read row by row or card by card; what it leaves open is asked and never guessed.
 */

#pragma once

#include "ff-import-file.h"
#include "ff-roster-columns.h"
#include "ff-roster-dates.h"
#include "ff-roster-field.h"
#include "ff-roster-known.h"
#include "ff-roster-text.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ROSTER_UNKNOWN, /* found out from the file */
  FF_ROSTER_CSV,
  FF_ROSTER_VCARD,
} FfRosterFormat;

/* What somebody answered, or nothing yet. */
typedef struct
{
  FfRosterCharset charset;
  FfRosterDates dates;
  FfRosterHeader header;
  GPtrArray *columns; /* (nullable) (element-type FfRosterColumn): what each is; NULL: as proposed */
  GHashTable *mapped; /* ff_roster_answers_map() */
} FfRosterAnswers;

typedef enum
{
  FF_ROSTER_ASKS_CHARSET = 1 << 0,
  FF_ROSTER_ASKS_COLUMNS = 1 << 1, /* none of them is a name */
  FF_ROSTER_ASKS_DATES = 1 << 2,
} FfRosterAsks;

typedef struct
{
  guint line;             /* of the file, from 1, where the row or the card begins */
  char *title;            /* what to call it in a list; never NULL */
  FfVolunteer *volunteer; /* (nullable): NULL where it was refused */
  guint64 said;           /* FF_ROSTER_FIELD_BIT() of each field that it says */
  char *refused;          /* (nullable): why, and what to do: a sentence */
  GPtrArray *remarks;     /* (element-type utf8): what was left out or taken otherwise, a sentence each */
} FfRosterRow;

/* A name that nothing here has. */
typedef struct
{
  FfRosterNaming naming;
  char *value;
  guint line;   /* where it stands first */
  guint n_rows;
} FfRosterStranger;

typedef struct
{
  gatomicrefcount ref_count;
  FfRosterFormat format;
  char *name;            /* of the file */
  guint asks;            /* of FfRosterAsks; with the first two no row is read */
  FfRosterSample charset_sample;
  guint date_line;       /* FF_ROSTER_ASKS_DATES: where … */
  char *date_sample;     /* … and what: "03/04/05" */
  gboolean has_header;
  GPtrArray *columns;    /* (element-type FfRosterColumn); none for vCards */
  GPtrArray *rows;       /* (element-type FfRosterRow), in the order of the file */
  GPtrArray *strangers;  /* (element-type FfRosterStranger) */
  GHashTable *by_name;   /* of @strangers */
} FfRosterImport;

FfRosterAnswers *ff_roster_answers_new      (void);
FfRosterAnswers *ff_roster_answers_copy     (const FfRosterAnswers *self);
void             ff_roster_answers_free     (FfRosterAnswers       *self);
/* From now on @value means @uid; NULL: it is left out without a remark. */
void             ff_roster_answers_map      (FfRosterAnswers       *self,
                                             FfRosterNaming         naming,
                                             const char            *value,
                                             const char            *uid);
gboolean         ff_roster_answers_find     (const FfRosterAnswers *self,
                                             FfRosterNaming         naming,
                                             const char            *value,
                                             const char           **uid);

/* At most 64 MiB and 100,000 rows. May take long: call it in a thread. NULL with an error only where the file as a whole cannot
 * be read or it was cancelled; what has to be asked first is in @asks. */
FfRosterImport  *ff_roster_import_read      (const char            *path,
                                             FfRosterFormat         format,
                                             const FfRosterAnswers *answers,
                                             const FfRosterKnown   *known,
                                             GCancellable          *cancellable,
                                             FfImportProgress       progress,      /* (nullable) */
                                             gpointer               progress_data,
                                             GError               **error);
FfRosterImport  *ff_roster_import_parse     (GBytes                *bytes,
                                             const char            *name,
                                             FfRosterFormat         format,
                                             const FfRosterAnswers *answers,
                                             const FfRosterKnown   *known,
                                             GCancellable          *cancellable,
                                             FfImportProgress       progress,
                                             gpointer               progress_data,
                                             GError               **error);
FfRosterImport  *ff_roster_import_ref       (FfRosterImport        *self);
void             ff_roster_import_unref     (FfRosterImport        *self);
const char      *ff_roster_format_get_title (FfRosterFormat         format); /* "vCard": a name, not translated */

/* For the readers. */
typedef struct
{
  FfRosterImport *import;
  const FfRosterAnswers *answers;
  const FfRosterKnown *known;
  GCancellable *cancellable;
  FfImportProgress progress;
  gpointer progress_data;
} FfRosterReading;

FfRosterRow     *ff_roster_import_add       (FfRosterImport        *self,
                                             guint                  line);
void             ff_roster_row_name         (FfRosterRow           *row,
                                             const char            *name);
void             ff_roster_row_refuse       (FfRosterRow           *row,
                                             const char            *format,
                                             ...) G_GNUC_PRINTF (2, 3);
void             ff_roster_row_remark       (FfRosterRow           *row,
                                             const char            *format,
                                             ...) G_GNUC_PRINTF (2, 3);
void             ff_roster_import_note_stranger (FfRosterImport    *self,
                                             FfRosterNaming         naming,
                                             const char            *value,
                                             guint                  line);
gboolean         ff_roster_reading_go_on    (FfRosterReading       *self,
                                             double                 fraction,
                                             GError               **error);
gboolean         ff_roster_csv_read         (FfRosterReading       *reading,
                                             GBytes                *bytes,
                                             GError               **error);
gboolean         ff_vcard_read              (FfRosterReading       *reading,
                                             GBytes                *bytes,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRosterImport, ff_roster_import_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRosterAnswers, ff_roster_answers_free)

G_END_DECLS

/* ff-roster-columns.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of a table of volunteers, and which field each is: proposed by its name, decided by a person.
 */

#pragma once

#include "ff-roster-field.h"
#include "ff-roster-known.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ROSTER_HEADER_FIND, /* as the first line looks */
  FF_ROSTER_HEADER_FIRST_LINE,
  FF_ROSTER_HEADER_NONE,
} FfRosterHeader;

#define FF_ROSTER_COLUMN_EXAMPLES 3

typedef struct
{
  char *title;        /* its name, or "Column 3" */
  FfRosterField field;
  char *requirement;  /* (nullable): uid, for FF_ROSTER_FIELD_TRAINING */
  char *examples[FF_ROSTER_COLUMN_EXAMPLES + 1]; /* the first values that it has, NULL-terminated */
} FfRosterColumn;

/* @rows: (element-type FfCsvRow). (element-type FfRosterColumn) (transfer full) */
GPtrArray *ff_roster_columns_propose     (GPtrArray           *rows,
                                          FfRosterHeader       header,
                                          const FfRosterKnown *known,
                                          gboolean            *has_header);
GPtrArray *ff_roster_columns_copy        (GPtrArray           *columns);
/* That column alone is the field from now on. @requirement: (nullable) */
void       ff_roster_columns_set         (GPtrArray           *columns,
                                          guint                index,
                                          FfRosterField        field,
                                          const char          *requirement);
gboolean   ff_roster_columns_have_name   (GPtrArray           *columns);
/* “Header=field,3=phone,Checked=training:Background check”: FALSE with an error on what is not known. */
gboolean   ff_roster_columns_parse       (GPtrArray           *columns,
                                          const char          *text,
                                          const FfRosterKnown *known,
                                          GError             **error);

G_END_DECLS

/* ff-roster-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of volunteers, for fourfoldctl import and export.
 */

#pragma once

#include "ff-roster-import.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* As they are typed; NULL where they are not. */
typedef struct
{
  char *dates;
  char *charset;
  char *duplicates;
  char *columns;
  char *map;
  gboolean no_header;
  gboolean contacts_only;
} FfRosterFileOptions;

extern FfRosterFileOptions ff_roster_file_options;

/* FF_ROSTER_UNKNOWN where @id is another format. */
FfRosterFormat ff_roster_file_find_format  (const char     *id);
/* FALSE with an error of G_OPTION_ERROR where an option makes no sense. */
gboolean       ff_roster_file_check_options (GError       **error);
gboolean       ff_roster_file_has_options  (void);
gboolean       ff_roster_file_import       (FfStore        *store,
                                            const char     *path,
                                            FfRosterFormat  format,
                                            gboolean        dry_run,
                                            gboolean        json,
                                            GError        **error);
/* @group: (nullable) uid */
GBytes        *ff_roster_file_export       (FfStore        *store,
                                            FfRosterFormat  format,
                                            const char     *group,
                                            GError        **error);

G_END_DECLS

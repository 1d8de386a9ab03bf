/* ff-programme-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML file that says what a programme is.
 */

#pragma once

#include "ff-programme.h"

G_BEGIN_DECLS

#define FF_N_WORDS (FF_WORD_PLAN + 1)

typedef struct
{
  char *id;
  int order;
  char *title;
  char *summary;
  char *words[FF_N_WORDS];
  gboolean wording_aid;
  gboolean has_check_in;
  FfCheckInParts check_in_parts;
  GPtrArray *points;   /* msgids; ends with NULL */
  GPtrArray *prompts;  /* msgids; ends with NULL */
  int minutes;         /* of a usual meeting; 0: as the outline adds up */
  GPtrArray *parts;    /* (element-type FfOutlinePart) */
  GPtrArray *handouts; /* ids; ends with NULL */
} FfProgrammeFile;

FfProgrammeFile *ff_programme_file_read (const char       *name,
                                         const char       *text,
                                         gssize            length,
                                         GError          **error);
void             ff_programme_file_free (FfProgrammeFile  *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfProgrammeFile, ff_programme_file_free)

G_END_DECLS

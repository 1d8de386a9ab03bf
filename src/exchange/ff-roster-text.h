/* ff-roster-text.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which character set a file is written: UTF-8, or what somebody says after seeing a line of it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_ROSTER_CHARSET_ASK, /* UTF-8, or it is asked */
  FF_ROSTER_CHARSET_UTF_8,
  FF_ROSTER_CHARSET_WINDOWS_1252,
  FF_ROSTER_CHARSET_LATIN_1,
  FF_ROSTER_CHARSET_LATIN_9,
  FF_ROSTER_CHARSET_MACINTOSH,
} FfRosterCharset;

#define FF_N_ROSTER_CHARSETS (FF_ROSTER_CHARSET_MACINTOSH + 1)

/* The first line that is not UTF-8, as each character set reads it. */
typedef struct
{
  guint line; /* 0: there is none */
  char *previews[FF_N_ROSTER_CHARSETS]; /* (nullable): NULL where the set has no such letters */
} FfRosterSample;

const char     *ff_roster_charset_get_id    (FfRosterCharset  charset); /* "windows-1252", on the command line */
FfRosterCharset ff_roster_charset_find_id   (const char      *id);      /* FF_ROSTER_CHARSET_ASK where there is none */
const char     *ff_roster_charset_get_title (FfRosterCharset  charset); /* translated */
void            ff_roster_sample_clear      (FfRosterSample  *self);
void            ff_roster_sample_take       (FfRosterSample  *self,
                                             const char      *line,
                                             gsize            length,
                                             guint            number);
/* FALSE with a filled @sample where it is not UTF-8, nuls aside. */
gboolean        ff_roster_text_is_utf_8     (const char      *text,
                                             gsize            length,
                                             FfRosterSample  *sample); /* (nullable) */
/* (transfer full) (nullable): NULL where the character set has no such letters. */
char           *ff_roster_text_convert      (const char      *text,
                                             gsize            length,
                                             const char      *charset,
                                             gsize           *converted);
const char     *ff_roster_charset_get_iconv (FfRosterCharset  charset);
/* The whole file, line by line; a line that has no such letters stays as it is. */
GBytes         *ff_roster_text_convert_lines (GBytes         *bytes,
                                             FfRosterCharset  charset);

G_END_DECLS

/* ff-vcard-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of a vCard file, 2.1 to 4.0: unfolded, taken apart and decoded.
 */

#pragma once

#include "ff-content-line.h"
#include "ff-roster-text.h"

G_BEGIN_DECLS

/* Where a file has been read to. */
typedef struct
{
  FfContentCursor file;
  gboolean is_old;   /* in a card of version 2.1 */
} FfVCardCursor;

typedef enum
{
  FF_VCARD_TEXT,
  FF_VCARD_BINARY,   /* base64: nobody looks at it */
  FF_VCARD_FOREIGN,  /* not in the character set that it should be in */
  FF_VCARD_TOO_LONG,
} FfVCardCoding;

typedef struct
{
  guint number;      /* of the file, from 1 */
  char *name;        /* in capitals, without a group; "" where the line is none */
  GStrv parameters;  /* "TYPE=home", names in capitals; of 2.1 "HOME" alone */
  GString *value;    /* bytes as they are written */
  gboolean is_too_long;
} FfVCardLine;

FfVCardLine *ff_vcard_line_read          (FfVCardCursor     *cursor); /* (nullable): NULL at the end */
void         ff_vcard_line_free          (FfVCardLine       *self);
/* One that has this name is given, the first. (transfer none) (nullable) */
const char  *ff_vcard_line_get_parameter (const FfVCardLine *self,
                                          const char        *name);
gboolean     ff_vcard_line_has_type      (const FfVCardLine *self,
                                          const char        *type);
/* (transfer full) */
GString     *ff_vcard_line_make_bytes   (const FfVCardLine *self);
/* @text: (out): in UTF-8, not unescaped, with FF_VCARD_TEXT. @charset: of lines that name none. */
FfVCardCoding ff_vcard_line_decode       (const FfVCardLine *self,
                                          FfRosterCharset    charset,
                                          char             **text);
/* Apart at @sign where nobody escaped it, each unescaped and stripped. */
GStrv        ff_vcard_split              (const char        *text,
                                          char               sign);
char        *ff_vcard_unescape           (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfVCardLine, ff_vcard_line_free)

G_END_DECLS

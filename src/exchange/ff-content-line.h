/* ff-content-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lines of iCalendar (RFC 5545, 3.1) and vCard (RFC 6350, 3.2) have in common: folding, where the value begins, and escaping.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a file has been read to. */
typedef struct
{
  const char *text;
  gsize length;
  gsize position;
  guint number; /* lines so far */
} FfContentCursor;

/* @start, @length: (out): one line as it stands in the file, without its break. FALSE at the end. */
gboolean    ff_content_take             (FfContentCursor       *cursor,
                                         const char           **start,
                                         gsize                 *length);
gboolean    ff_content_continues        (const FfContentCursor *cursor);
const char *ff_content_find_value       (const char            *text, /* (transfer none) (nullable) */
                                         gsize                  length);
void        ff_content_append_unescaped (GString               *text,
                                         const char           **position);

char       *ff_content_escape           (const char            *text);
/* Adds a line, folded. */
void        ff_content_write            (GString               *file,
                                         const char            *line);
void        ff_content_write_text       (GString               *file,
                                         const char            *name,
                                         const char            *text);

G_END_DECLS

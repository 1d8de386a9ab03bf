/* ff-json-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the elements of a JSON array stand in a text, found before any of them is read.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text; /* in the text that was given */
  gsize length;
  guint line; /* from 1 */
  guint depth; /* how many brackets are open at most: 1 for {} */
} FfJsonRow;

/* The text is an array, or an object with an array under @name. (element-type FfJsonRow) */
GArray     *ff_json_rows_find (const char       *text,
                               gsize             length,
                               const char       *name,
                               GError          **error);
/* (nullable) (transfer none): until @parser reads the next one; NULL with a reason */
JsonObject *ff_json_row_parse (const FfJsonRow  *row,
                               JsonParser       *parser,
                               char            **reason);

G_END_DECLS

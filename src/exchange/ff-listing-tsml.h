/* ff-listing-tsml.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of the CSV that the WordPress plugin “12 Step Meeting List” (TSML) reads and writes.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* in the first line */
  const char *key;   /* of the same thing in Meeting Guide JSON */
} FfTsmlColumn;

const FfTsmlColumn *ff_listing_tsml_list_columns   (gsize      *n_columns);
/* @title: in any case, or the key. (nullable) */
const FfTsmlColumn *ff_listing_tsml_find_column    (const char *title);
/* (nullable) */
const FfTsmlColumn *ff_listing_tsml_find_key       (const char *key);
/* “,”, “;” or a tab: what stands between the columns of the first line. */
char                ff_listing_tsml_find_separator (const char *text,
                                                    gsize       length);
gboolean            ff_listing_tsml_recognise      (const char *text,
                                                    gsize       length);

G_END_DECLS

/* ff-listing-tsml.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of TSML CSV (the WordPress plugin “12 Step Meeting List”), and cells that no spreadsheet calculates.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char *const ff_listing_tsml_titles[]; /* in the order of the plugin; NULL-terminated */

gboolean ff_listing_tsml_recognise   (const char *text,
                                      gsize       length);
/* "end_time" of “End Time”, in any case; of a column that is not known its title. */
char    *ff_listing_tsml_make_key    (const char *title);
/* “End Time” of "end_time". */
const char *ff_listing_tsml_find_title (const char *key);
/* A cell that a spreadsheet would calculate begins with an apostrophe; the way back takes it off. */
char    *ff_listing_tsml_guard       (const char *text);
const char *ff_listing_tsml_unguard  (const char *cell);

G_END_DECLS

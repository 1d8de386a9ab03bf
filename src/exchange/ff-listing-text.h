/* ff-listing-text.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of listings: web pages made plain, passcodes taken out.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tags and entities of HTML become plain text; control characters go. */
char *ff_listing_text_to_plain       (const char *text,
                                      gboolean    one_line);
/* Links in @text without what opens them: “?pwd=…” */
char *ff_listing_text_hide_passcodes (const char *text);
/* @note without its “Passcode: 1234”. @passcode: (out) (nullable) */
char *ff_listing_text_split_passcode (const char *note,
                                      char      **passcode);
char *ff_listing_text_join_passcode  (const char *note,
                                      const char *passcode);
/* “Jo” of “Jo Smith” */
char *ff_listing_text_first_name     (const char *name);

G_END_DECLS
